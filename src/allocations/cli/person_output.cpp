// SPDX-License-Identifier: Apache-2.0
#include "allocations/cli/person_output.h"

#include <boost/json.hpp>

#include "allocations/allocations.h"
#include "base/grouped.h"
#include "cli/json.h"
#include "premises/area_standard_files.h"

namespace allocations {

namespace {

struct OverRow {
    std::string rooms = {};
    std::string area = {};
    std::string standard = {};
    std::string over = {};
};

OverRow row_of(const PersonFile& file)
{
    const premises::PersonComparison& one = file.comparison;
    const base::Ratio over = one.is_over ? one.area - base::Ratio::of(one.standard.m2()) : base::Ratio::whole(0);
    OverRow row{"", one.area.rounded(2).to_string(), one.standard.to_string(), over.rounded(2).to_string()};
    for (const AgreedRoom& room : file.rooms)
        row.rooms += (row.rooms.empty() ? "" : " ") + room.building + "/" + room.room;
    return row;
}

void print_table_of(const std::vector<PersonFile>& files, cli::Terminal& terminal)
{
    std::vector<std::vector<std::string>> rows;
    for (const PersonFile& file : files) {
        const OverRow row = row_of(file);
        rows.push_back({file.comparison.person, file.comparison.rank, file.unit, row.rooms, base::grouped(row.area),
                        base::grouped(row.standard), base::grouped(row.over)});
    }
    cli::print_table(terminal.out,
                     {{terminal.say({"人员编号", "person"})},
                      {terminal.say({"职级", "rank"})},
                      {terminal.say({"使用单位", "unit"})},
                      {terminal.say({"房间", "room"})},
                      {terminal.say({"面积 m²", "area m²"}), cli::Side::right},
                      {terminal.say({"标准 m²", "standard m²"}), cli::Side::right},
                      {terminal.say({"超标 m²", "over m²"}), cli::Side::right}},
                     rows);
}

boost::json::object json_of(const std::vector<PersonFile>& files, const premises::AreaStandards& standards)
{
    boost::json::array items;
    for (const PersonFile& file : files) {
        const OverRow row = row_of(file);
        items.push_back(boost::json::object{{"person", file.comparison.person},
                                            {"rank", file.comparison.rank},
                                            {"unit", file.unit},
                                            {"rooms", row.rooms},
                                            {"area_m2", row.area},
                                            {"standard_m2", row.standard},
                                            {"over_m2", row.over},
                                            {"has_more_than_one", file.comparison.has_more_than_one}});
    }
    return {{"standard", standards.id}, {"document", standards.document}, {"items", std::move(items)}};
}

}  // namespace

cli::Exit print_persons_over(cli::Office& office, cli::Terminal& terminal)
{
    const auto standards = premises::area_standards_on(office.clock.today());
    if (!standards) return refuse(terminal, standards.error());
    auto files = Allocations{office.db, office.clock}.persons(office.actor.org);
    if (!files) return refuse(terminal, files.error());
    std::erase_if(
        *files, [](const PersonFile& file) { return !file.comparison.is_over && !file.comparison.has_more_than_one; });
    if (terminal.format == cli::Format::json) {
        cli::print_json(terminal.out, json_of(*files, *standards));
        return cli::Exit::done;
    }
    print_table_of(*files, terminal);
    terminal.out << terminal.say({"标准：", "standard: "}) << standards->title << "（" << standards->document << "）\n";
    return cli::Exit::done;
}

}  // namespace allocations
