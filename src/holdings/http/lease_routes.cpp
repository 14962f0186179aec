// SPDX-License-Identifier: Apache-2.0
// Leases and their income.
#include <boost/json.hpp>

#include "base/decimal.h"
#include "holdings/holdings.h"
#include "holdings/http/answers.h"
#include "holdings/http/holdings_routes.h"
#include "holdings/limits.h"
#include "holdings/record_json.h"
#include "http/fields.h"

namespace holdings {

namespace {

http::Response list(http::Context& context)
{
    boost::json::array items;
    for (const LeaseFile& file : holdings_of(context).leases(context.actor.org))
        items.push_back(json_of(file, context.clock.today()));
    return answer(200, {{"items", std::move(items)}, {"next", nullptr}, {"warning_days", shipped_days("lease_ends")}});
}

http::Response show(http::Context& context, const std::string& code, int status)
{
    const auto file = holdings_of(context).lease(context.actor.org, code);
    return file ? answer(status, json_of(*file, context.clock.today())) : http::problem(file.error());
}

http::Response shown_after(http::Context& context, const base::Result<void>& done, const std::string& code, int status)
{
    if (!done) return refused(done.error());
    tell(context, "leases", code);
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
    lease.kind = fields.word<LeaseKind>("kind", base::words_of(lease_kinds));
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
    lease.code = context.part("lease");
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto before = holdings_of(context).lease(context.actor.org, lease.code);
    if (!before) return http::problem(before.error());
    lease.version = before->lease.version;  // the precondition was held against it
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
    router.add({.method = http::Method::put,
                .path = one,
                .operation = "changeLease",
                .permission = "holdings.edit",
                .body = http::Body::json,
                .guard = http::Guard::if_match,
                .handle = change});
    add(one + "/income", "payLeaseIncome", pay);
}

}  // namespace holdings
