// SPDX-License-Identifier: Apache-2.0
// Leases and their income.
#include <array>

#include <boost/json.hpp>

#include "base/decimal.h"
#include "holdings/holdings.h"
#include "holdings/http/holdings_routes.h"
#include "holdings/limits.h"
#include "http/fields.h"

namespace holdings {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 15> members_of_body{
    {{"holdings.lease.code_empty", "/code"},
     {"holdings.lease.code_taken", "/code"},
     {"holdings.lease.party_empty", "/party"},
     {"holdings.lease.place_empty", "/building"},
     {"holdings.lease.building_unknown", "/building"},
     {"holdings.lease.area_not_positive", "/area_m2"},
     {"holdings.lease.approval_missing", "/approval"},
     {"holdings.lease.ends_before_start", "/until"},
     {"holdings.lease.rent_negative", "/yearly_rent"},
     {"holdings.lease.other_kind", "/kind"},
     {"holdings.income.amount_zero", "/amount"},
     {"holdings.income.below_zero", "/amount"},
     {"holdings.income.beyond_contract", "/amount"},
     {"holdings.income.document_missing", "/document"},
     {"holdings.income.in_future", "/paid_on"}}};

http::Response refused(const base::Error& error)
{
    http::Response response = http::problem(error);
    if (error.kind == base::ErrorKind::not_found) return response;
    for (const auto& [code, member] : members_of_body)
        if (code == error.code) response.problem->fields.push_back({std::string{member}, error});
    return response;
}

Holdings holdings_of(const http::Context& context)
{
    return {context.db, context.clock};
}

boost::json::value text_json(const std::string& text)
{
    return text.empty() ? boost::json::value{} : boost::json::value(text);
}

boost::json::object lease_json(const LeaseFile& file, base::Date today)
{
    const Lease& lease = file.lease;
    boost::json::object json{{"code", lease.code},
                             {"kind", word_of(lease_kinds, lease.kind)},
                             {"party", lease.party},
                             {"building", text_json(lease.building)},
                             {"address", text_json(lease.address)},
                             {"area_m2", base::Decimal{lease.area_dm2, 2}.to_string()},
                             {"approval", lease.approval},
                             {"from", lease.from.to_string()},
                             {"until", lease.until.to_string()},
                             {"days_left", lease.until.days_since_1970() - today.days_since_1970()},
                             {"yearly_rent", lease.yearly.to_string()},
                             {"yearly_per_m2", yearly_per_m2(lease).to_string()},
                             {"income_due", nullptr},
                             {"income_paid", nullptr},
                             {"version", lease.version},
                             {"note", text_json(lease.note)}};
    if (lease.kind == LeaseKind::in) return json;
    json["income_due"] = file.due.to_string();
    json["income_paid"] = file.paid.to_string();
    return json;
}

http::Response answer(int status, const boost::json::object& json)
{
    return {.status = status, .body = boost::json::serialize(json)};
}

http::Response list(http::Context& context)
{
    boost::json::array items;
    for (const LeaseFile& file : holdings_of(context).leases(context.actor.org))
        items.push_back(lease_json(file, context.clock.today()));
    return answer(200, {{"items", std::move(items)}, {"next", nullptr}, {"warning_days", shipped_days("lease_ends")}});
}

http::Response show(http::Context& context, const std::string& code, int status)
{
    const auto file = holdings_of(context).lease(context.actor.org, code);
    return file ? answer(status, lease_json(*file, context.clock.today())) : http::problem(file.error());
}

http::Response shown_after(http::Context& context, const base::Result<void>& done, const std::string& code, int status)
{
    if (!done) return refused(done.error());
    context.heard.push_back({"", context.actor.org.text(), "change",
                             boost::json::serialize(boost::json::object{{"what", "holdings.leases"}, {"name", code}})});
    return show(context, code, status);
}

std::int64_t area_of(http::Fields& fields)
{
    const auto area = base::Decimal::parse(fields.text("area_m2", 20));
    if (area && area->scale() <= 2) return static_cast<std::int64_t>(area->digits_at(2));
    fields.add("area_m2", {base::ErrorKind::invalid, "holdings.lease.area_not_positive"});
    return 0;
}

Lease lease_of(http::Fields& fields)
{
    Lease lease;
    lease.kind = fields.word<LeaseKind>("kind", words_in(lease_kinds));
    lease.party = fields.text("party", 200);
    lease.building = fields.optional_text("building", 60).value_or("");
    lease.address = fields.optional_text("address", 200).value_or("");
    lease.area_dm2 = area_of(fields);
    lease.approval = fields.text("approval", 200);
    lease.from = fields.date("from");
    lease.until = fields.date("until");
    lease.yearly = fields.money("yearly_rent");
    lease.note = fields.optional_text("note", 500).value_or("");
    return lease;
}

http::Response record(http::Context& context)
{
    http::Fields fields{context.request};
    std::string code = fields.text("code", 60);
    Lease lease = lease_of(fields);
    lease.code = std::move(code);
    if (auto problem = fields.problem()) return *std::move(problem);
    return shown_after(context, holdings_of(context).record(context.actor, lease), lease.code, 201);
}

http::Response change(http::Context& context)
{
    http::Fields fields{context.request};
    Lease lease = lease_of(fields);
    lease.version = fields.integer("version");
    lease.code = context.part("lease");
    if (auto problem = fields.problem()) return *std::move(problem);
    return shown_after(context, holdings_of(context).change(context.actor, lease), lease.code, 200);
}

http::Response pay(http::Context& context)
{
    http::Fields fields{context.request};
    const LeaseIncome income{fields.date("paid_on"), fields.money("amount"), fields.text("document", 200), ""};
    if (auto problem = fields.problem()) return *std::move(problem);
    const std::string& code = context.part("lease");
    return shown_after(context, holdings_of(context).pay(context.actor, code, income), code, 200);
}

}  // namespace

void add_lease_routes(http::Router& router)
{
    const std::string all = "/api/v1/holdings/leases";
    const std::string one = all + "/{lease}";
    const auto add = [&](const std::string& path, const char* operation, http::Response (*handle)(http::Context&)) {
        router.add({.method = http::Method::post,
                    .path = path,
                    .operation = operation,
                    .permission = "holdings.edit",
                    .body = http::Body::json,
                    .guard = http::Guard::idempotency_key,
                    .handle = handle});
    };
    router.add({.path = all, .operation = "listLeases", .permission = "holdings.read", .handle = list});
    add(all, "recordLease", record);
    router.add(
        {.path = one, .operation = "getLease", .permission = "holdings.read", .handle = [](http::Context& context) {
             return show(context, context.part("lease"), 200);
         }});
    add(one + "/changes", "changeLease", change);
    add(one + "/income", "payLeaseIncome", pay);
}

}  // namespace holdings
