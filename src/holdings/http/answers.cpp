// SPDX-License-Identifier: Apache-2.0
#include "holdings/http/answers.h"

#include <array>

#include <boost/json.hpp>

namespace holdings {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 30> members_of_body{
    {{"holdings.lease.code_empty", "/code"},
     {"holdings.stocktake.code_empty", "/code"},
     {"holdings.stocktake.code_taken", "/code"},
     {"holdings.stocktake.name_empty", "/name"},
     {"holdings.stocktake.in_future", "/opened_on"},
     {"holdings.stocktake.buildings_missing", "/buildings"},
     {"holdings.stocktake.building_twice", "/buildings"},
     {"holdings.stocktake.building_unknown", "/buildings"},
     {"holdings.stocktake.no_rooms", "/buildings"},
     {"holdings.idle.same_state", "/state"},
     {"holdings.idle.not_offered", "/state"},
     {"holdings.idle.unit_missing", "/unit"},
     {"holdings.idle.unit_unexpected", "/unit"},
     {"holdings.idle.document_missing", "/document"},
     {"holdings.idle.in_future", "/day"},
     {"holdings.idle.before_last", "/day"},
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

}  // namespace

http::Response answer(int status, const boost::json::object& json)
{
    return {.status = status, .body = boost::json::serialize(json)};
}

void tell(http::Context& context, const char* what, const std::string& name)
{
    context.heard.push_back(
        {"", context.actor.org.text(), "change",
         boost::json::serialize(boost::json::object{{"what", std::string{"holdings."} + what}, {"name", name}})});
}

http::Response refused(const base::Error& error)
{
    http::Response response = http::problem(error);
    if (error.kind == base::ErrorKind::not_found) return response;
    for (const auto& [code, member] : members_of_body)
        if (code == error.code) response.problem->fields.push_back({std::string{member}, error});
    return response;
}

}  // namespace holdings
