// SPDX-License-Identifier: Apache-2.0
#include "premises/area_standard_files.h"

#include <boost/json.hpp>

#include <stdexcept>

#include "premises/strict_members.h"

namespace premises {

using base::ErrorKind;
using base::fail;

namespace {

namespace json = boost::json;

constexpr std::string_view superseded_name = "superseded-1999.json";

ServiceStandard service_of(StrictMembers of)
{
    ServiceStandard service;
    service.low_posts = of.integer("low_posts");
    service.high_posts = of.integer("high_posts");
    service.low = of.decimal("low");
    service.high = of.decimal("high");
    service.from = of.integer("from");
    service.divisor = of.integer("divisor");
    service.mark = of.text("certainty");
    of.end();
    return service;
}

LevelStandard level_from(StrictMembers of)
{
    LevelStandard level;
    level.level = of.word("level", office_levels);
    level.basis = of.text("basis");
    for (StrictItems row : of.rows("office")) {
        RankStandard rank;
        rank.rank = row.text();
        rank.office = row.area();
        rank.mark = row.text();
        row.end();
        level.ranks.push_back(std::move(rank));
    }
    level.service = service_of(of.object("service"));
    of.end();
    return level;
}

SteppedStandard stepped_from(StrictMembers of)
{
    SteppedStandard standard;
    standard.upto = of.integer("upto");
    standard.first = of.area("first");
    standard.beyond = of.area("beyond");
    standard.mark = of.text("certainty");
    of.end();
    return standard;
}

MarkedArea marked_area(StrictMembers of)
{
    MarkedArea marked{of.area("value"), of.text("certainty")};
    of.end();
    return marked;
}

MarkedShare marked_share(StrictMembers of)
{
    MarkedShare marked{of.decimal("value"), of.text("certainty")};
    of.end();
    return marked;
}

AreaStandards standards_from(StrictMembers of)
{
    AreaStandards standards;
    standards.id = of.text("id");
    standards.title = of.text("title");
    standards.document = of.text("document");
    standards.valid_from = of.date("valid_from");
    standards.valid_to = of.date_or_null("valid_to");
    standards.dates_mark = of.text("dates_certainty");
    standards.sources = of.texts("sources");
    for (StrictMembers& level : of.objects("levels")) standards.levels.push_back(level_from(level));
    standards.equipment = marked_share(of.object("equipment_share"));
    standards.canteen = stepped_from(of.object("canteen"));
    standards.garage = stepped_from(of.object("garage"));
    standards.bicycle = marked_area(of.object("bicycle"));
    standards.motorcycle = marked_area(of.object("motorcycle"));
    standards.guard = marked_area(of.object("guard"));
    standards.multi_storey = marked_share(of.object("multi_storey"));
    standards.high_rise = marked_share(of.object("high_rise"));
    of.end();
    return standards;
}

SupersededStandard superseded_from(StrictMembers of)
{
    SupersededStandard superseded;
    static_cast<void>(of.text("id"));
    static_cast<void>(of.text("title"));
    superseded.document = of.text("document");
    superseded.replaced_by = of.text("replaced_by");
    static_cast<void>(of.text("certainty"));
    static_cast<void>(of.texts("sources"));
    for (StrictItems row : of.rows("office")) {
        SupersededStandard::Value value;
        value.level = row.word(office_levels);
        value.rank = row.text();
        value.office = row.area();
        row.end();
        superseded.offices.push_back(std::move(value));
    }
    superseded.multi_storey = of.decimal("multi_storey");
    superseded.high_rise = of.decimal("high_rise");
    of.end();
    return superseded;
}

template <class Read>
auto parsed(std::string_view text, const std::string& name, Read read) -> base::Result<decltype(read(StrictMembers{}))>
{
    json::error_code ec;
    const json::value whole = json::parse(text, ec);
    std::string wrong = ec ? "/" : "";
    auto found = read(StrictMembers{whole, "", wrong});
    if (wrong.empty()) return found;
    return fail(ErrorKind::invalid, "premises.standard.malformed", {{"name", name}, {"path", wrong}});
}

}  // namespace

base::Result<AreaStandards> parse_area_standards(std::string_view text, const std::string& name)
{
    TRY_ASSIGN(AreaStandards standards, parsed(text, name, standards_from));
    TRY(check(standards));
    return standards;
}

base::Result<SupersededStandard> parse_superseded(std::string_view text, const std::string& name)
{
    return parsed(text, name, superseded_from);
}

base::Result<AreaStandards> area_standards_on(base::Date day)
{
    for (const ShippedFile& file : shipped_area_standards()) {
        if (file.name == superseded_name) continue;
        auto standards = parse_area_standards(file.text, std::string{file.name});
        // Shipped with the program, so a mistake in it is ours.
        if (!standards) throw std::logic_error(std::string{file.name} + ": " + standards.error().code);
        if (standards->valid_from <= day && (!standards->valid_to || day <= *standards->valid_to)) return standards;
    }
    return fail(ErrorKind::not_found, "premises.standard.none_in_force", {{"date", day.to_string()}});
}

const SupersededStandard& superseded_standard()
{
    static const SupersededStandard known = [] {
        for (const ShippedFile& file : shipped_area_standards())
            if (file.name == superseded_name) return parse_superseded(file.text, std::string{file.name}).value();
        throw std::logic_error("no superseded standard is shipped");
    }();
    return known;
}

}  // namespace premises
