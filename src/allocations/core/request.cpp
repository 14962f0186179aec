// SPDX-License-Identifier: Apache-2.0
// What a unit may ask for.
#include "allocations/core/request.h"

#include "base/sm3.h"

namespace allocations {

using base::ErrorKind;

namespace {

std::string chinese(premises::RoomUse use)
{
    return std::string{premises::named(premises::room_uses, use).chinese};
}

void add_papers(base::Sm3& digest, const WayPapers& papers)
{
    for (const std::string& paper :
         {papers.application, papers.approval, papers.finance, papers.government, papers.project})
        digest.add_field(paper);
}

void add_steps(base::Sm3& digest, const std::vector<WayStep>& steps)
{
    for (const WayStep& step : steps) {
        for (const std::string& text : {std::string{premises::named(ways, step.way).word},
                                        std::string{premises::named(step_results, step.result).word},
                                        step.taken_on.to_string(), step.document, step.searched, step.reason})
            digest.add_field(text);
        add_papers(digest, step.papers);
        for (const OfferedRoom& room : step.offered)
            for (const std::string& text : {room.building, room.room, room.usable.to_string(), room.refusal})
                digest.add_field(text);
    }
}

}  // namespace

const AskedArea* Request::area(premises::RoomUse use) const
{
    for (const AskedArea& one : areas)
        if (one.use == use) return &one;
    return nullptr;
}

base::Result<void> check(const Request& request, base::Date today)
{
    if (request.asked_on > today)
        return base::fail(ErrorKind::invalid, "allocations.request.in_future",
                          {{"date", request.asked_on.to_string()}});
    if (request.reason.empty()) return base::fail(ErrorKind::invalid, "allocations.request.reason_missing");
    if (request.document.empty()) return base::fail(ErrorKind::invalid, "allocations.request.document_missing");
    bool is_something = false;
    for (const AskedArea& area : request.areas) {
        const bool has_area = area.asked > premises::Area{};
        if (has_area != (area.rooms > 0))
            return base::fail(ErrorKind::invalid, "allocations.request.incomplete", {{"use", chinese(area.use)}});
        is_something = is_something || has_area;
    }
    if (is_something) return {};
    return base::fail(ErrorKind::invalid, "allocations.request.nothing_asked");
}

base::Result<void> check_within_approved(const AskedArea& area)
{
    if (area.rooms == 0 || area.actual + area.pending + area.asked <= area.approved) return {};
    return base::fail(ErrorKind::invalid, "allocations.request.over_approved",
                      {{"use", chinese(area.use)},
                       {"approved", area.approved.to_string()},
                       {"actual", area.actual.to_string()},
                       {"pending", area.pending.to_string()},
                       {"asked", area.asked.to_string()}});
}

base::Result<void> check_within_total(const Request& request, const base::Ratio& approved, premises::Area actual)
{
    premises::Area asked;
    premises::Area pending;
    for (const AskedArea& area : request.areas) {
        asked += area.asked;
        pending += area.pending;
    }
    if (base::Ratio::of((actual + pending + asked).m2()) <= approved) return {};
    return base::fail(ErrorKind::invalid, "allocations.request.total_over_approved",
                      {{"approved", approved.rounded(2).to_string()},
                       {"actual", actual.to_string()},
                       {"pending", pending.to_string()},
                       {"asked", asked.to_string()}});
}

bool suits(const Request& request, premises::RoomUse use, premises::Area usable)
{
    const AskedArea* const area = request.area(use);
    return area != nullptr && area->rooms > 0 && usable <= area->asked;
}

premises::Area distance(const Request& request, premises::RoomUse use, premises::Area usable)
{
    const AskedArea* const area = request.area(use);
    if (area == nullptr || area->rooms == 0) return usable;
    const premises::Area by_room = premises::Area::from_dm2(area->asked.dm2() / area->rooms);
    return by_room < usable ? usable - by_room : by_room - usable;
}

std::string digest_of(const Request& request)
{
    base::Sm3 digest;
    for (const std::string& text : {request.number, request.unit, request.asked_on.to_string(), request.reason,
                                    request.document, request.standard, request.standard_document})
        digest.add_field(text);
    for (const AskedArea& area : request.areas) {
        digest.add_field(chinese(area.use));
        digest.add_field(std::to_string(area.rooms));
        for (const premises::Area one : {area.asked, area.approved, area.actual, area.pending})
            digest.add_field(one.to_string());
    }
    for (const AskedRank& rank : request.ranks)
        for (const std::string& text :
             {rank.rank, std::to_string(rank.posts), std::to_string(rank.persons), rank.standard.to_string()})
            digest.add_field(text);
    add_steps(digest, request.steps);
    if (!request.settlement) return digest.finish();
    const Settlement& end = *request.settlement;
    for (const std::string& text :
         {std::string{premises::named(request_outcomes, end.outcome).word}, end.settled_on.to_string(), end.reason,
          end.way ? std::string{premises::named(ways, *end.way).word} : "", end.reference, end.office.to_string(),
          end.service.to_string()})
        digest.add_field(text);
    return digest.finish();
}

}  // namespace allocations
