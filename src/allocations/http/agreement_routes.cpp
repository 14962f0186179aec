// SPDX-License-Identifier: Apache-2.0
// Agreements of use, and what is published once a year.
#include <map>

#include "allocations/http/allocations_routes.h"
#include "allocations/http/answers.h"
#include "premises/premises.h"

namespace allocations {

namespace {

boost::json::object head_json(const Agreement& agreement, base::Date today)
{
    boost::json::array given;
    for (const Purpose purpose : agreement.purposes) given.emplace_back(premises::named(purposes, purpose).word);
    return {{"number", agreement.number},
            {"unit", agreement.unit},
            {"signed_on", agreement.signed_on.to_string()},
            {"valid_from", agreement.valid_from.to_string()},
            {"valid_to", agreement.valid_to.to_string()},
            {"ended_on", day_json(agreement.ended_on)},
            {"days_left", days_left(agreement, today)},
            {"state", premises::named(agreement_states, state_of(agreement, today)).word},
            {"purposes", std::move(given)}};
}

http::Response show(http::Context& context, const std::string& number, int status)
{
    const auto agreement = allocations_of(context).agreement(context.actor.org, number);
    if (!agreement) return http::problem(agreement.error());
    std::map<AgreedRoom, premises::Area> areas;
    const premises::Premises premises{context.db, context.clock};
    for (const AgreedRoom& agreed : agreement->rooms)
        if (const auto rooms = premises.rooms(context.actor.org, agreed.building))
            for (const premises::Room& room : *rooms) areas[{room.building, room.number}] = room.usable;
    boost::json::object json = head_json(*agreement, context.clock.today());
    boost::json::array rooms;
    for (const AgreedRoom& agreed : agreement->rooms) {
        const auto area = areas.find(agreed);
        rooms.push_back(boost::json::object{
            {"building", agreed.building},
            {"room", agreed.room},
            {"usable_m2", area == areas.end() ? boost::json::value{} : boost::json::value(area->second.to_string())}});
    }
    json["rooms"] = std::move(rooms);
    json["digest"] = digest_of(*agreement);
    json["qr"] = code_of_certificate(*agreement);
    return answer(status, json);
}

http::Response show_one(http::Context& context)
{
    return show(context, context.part("agreement"), 200);
}

http::Response list(http::Context& context)
{
    boost::json::array items;
    for (const Agreement& agreement : allocations_of(context).agreements(context.actor.org)) {
        boost::json::object json = head_json(agreement, context.clock.today());
        json["room_count"] = agreement.rooms.size();
        items.push_back(std::move(json));
    }
    return items_answer(std::move(items));
}

http::Response sign(http::Context& context)
{
    http::Fields fields{context.request};
    Agreement agreement;
    agreement.unit = fields.text("unit", 200);
    for (http::Fields& inner : fields.objects("rooms"))
        agreement.rooms.push_back({inner.text("building", 60), inner.text("room", 40)});
    agreement.signed_on = fields.date("signed_on");
    agreement.valid_from = fields.date("valid_from");
    agreement.valid_to = fields.date("valid_to");
    for (const std::string& word : fields.texts("purposes")) {
        const auto purpose = premises::of_word(purposes, word);
        if (purpose)
            agreement.purposes.push_back(*purpose);
        else
            fields.add("purposes", {base::ErrorKind::invalid,
                                    "request.word_unknown",
                                    {{"words", "registration household repair_permit"}}});
    }
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto signed_one = allocations_of(context).sign(context.actor, agreement);
    if (!signed_one) return refused(signed_one.error());
    tell(context, "agreements", signed_one->number);
    return show(context, signed_one->number, 201);
}

http::Response end(http::Context& context)
{
    http::Fields fields{context.request};
    const base::Date ended_on = fields.date("ended_on");
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto done = allocations_of(context).end(context.actor, context.part("agreement"), ended_on);
    if (!done) return refused(done.error());
    tell(context, "agreements", done->number);
    return show(context, done->number, 200);
}

boost::json::object publication_json(const Publication& publication)
{
    return {{"year", publication.year},
            {"published_on", publication.published_on.to_string()},
            {"place", publication.place},
            {"document", publication.document},
            {"recorded_by", publication.recorded_by}};
}

http::Response list_publications(http::Context& context)
{
    boost::json::array items;
    for (const Publication& one : allocations_of(context).publications(context.actor.org))
        items.push_back(publication_json(one));
    return items_answer(std::move(items));
}

http::Response publish(http::Context& context)
{
    http::Fields fields{context.request};
    Publication publication;
    publication.year = fields.integer("year");
    publication.published_on = fields.date("published_on");
    publication.place = fields.text("place", 200);
    publication.document = fields.text("document", 200);
    if (publication.year < 2000 || publication.year > 2199)
        fields.add("year", {base::ErrorKind::invalid, "allocations.publication.year_unknown"});
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto done = allocations_of(context).publish(context.actor, publication);
    if (!done) return refused(done.error());
    tell(context, "publications", std::to_string(done->year));
    return answer(201, publication_json(*done));
}

}  // namespace

void add_agreement_routes(http::Router& router)
{
    add_reading(router, "/api/v1/allocations/agreements", "listAgreements", list);
    add_change(router, "/api/v1/allocations/agreements", "signAgreement", sign);
    add_reading(router, "/api/v1/allocations/agreements/{agreement}", "getAgreement", show_one);
    add_change(router, "/api/v1/allocations/agreements/{agreement}/end", "endAgreement", end);
    add_reading(router, "/api/v1/allocations/publications", "listPublications", list_publications);
    add_change(router, "/api/v1/allocations/publications", "recordPublication", publish);
}

}  // namespace allocations
