// SPDX-License-Identifier: Apache-2.0
#include "premises/http/answers.h"

#include <array>
#include <utility>

namespace premises {

namespace {

constexpr std::array<std::pair<std::string_view, const char*>, 30> members_of_body{{
    {"premises.estate.code_empty", "/code"},
    {"premises.estate.code_taken", "/code"},
    {"premises.estate.name_empty", "/name"},
    {"premises.title.reason_missing", "/title/reason"},
    {"premises.title.registered_without_title", "/title/status"},
    {"premises.area.not_positive", "/areas"},
    {"premises.area.source_twice", "/areas"},
    {"premises.area.usable_of_land", "/areas"},
    {"premises.paper.kind_twice", "/papers"},
    {"premises.parcel.unknown", "/parcel"},
    {"premises.building.unknown", "/buildings"},
    {"premises.building.area_missing", "/buildings"},
    {"premises.room.number_empty", "/rooms"},
    {"premises.room.number_twice", "/rooms"},
    {"premises.room.floor_zero", "/rooms"},
    {"premises.room.floor_out_of_range", "/rooms"},
    {"premises.room.area_not_positive", "/rooms"},
    {"premises.room.held_by_agreement", "/rooms"},
    {"premises.room.held_by_person", "/rooms"},
    {"premises.campaign.code_empty", "/code"},
    {"premises.campaign.code_taken", "/code"},
    {"premises.campaign.name_empty", "/name"},
    {"premises.campaign.due_before_start", "/due_on"},
    {"premises.member.code_empty", "/code"},
    {"premises.member.code_taken", "/code"},
    {"premises.member.unit_empty", "/unit"},
    {"premises.member.area_missing", "/area_m2"},
    {"premises.member.area_not_positive", "/area_m2"},
    {"premises.step.before_last", "/taken_on"},
    {"premises.step.reason_missing", "/note"},
}};

}  // namespace

http::Response refused(const base::Error& error)
{
    http::Response response = http::problem(error);
    if (error.kind == base::ErrorKind::not_found) return response;
    for (const auto& [code, member] : members_of_body)
        if (code == error.code) response.problem->fields.push_back({member, error});
    return response;
}

EstateFilter estate_filter(http::Query& query)
{
    EstateFilter filter;
    filter.unit = query.text("unit");
    filter.title = query.word<TitleStatus>("title_status", words_of(title_statuses));
    filter.text = query.text("q");
    return filter;
}

std::optional<Area> optional_area_of(http::Fields& fields, const char* name)
{
    const auto written = fields.optional_text(name, 20);
    if (!written) return std::nullopt;
    const auto area = Area::parse(*written);
    if (area) return *area;
    fields.add(name, area.error());
    return std::nullopt;
}

Area area_of(http::Fields& fields, const char* name)
{
    if (!fields.has(name)) fields.text(name);  // says that it is missing
    return optional_area_of(fields, name).value_or(Area{});
}

}  // namespace premises
