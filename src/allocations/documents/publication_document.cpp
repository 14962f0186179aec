// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "allocations/documents/papers.h"
#include "allocations/documents/tables.h"

namespace allocations {

namespace {

document::Table unit_table(const std::vector<UnitFile>& units)
{
    document::Table table = table_of("各单位核定与实际使用面积", "单位", {32, 14, 18, 18, 18},
                                     {"使用单位", "编制", "核定（平方米）", "实际（平方米）", "超出（平方米）"});
    for (const UnitFile& file : units) {
        const premises::UnitComparison& all = file.comparison;
        const base::Ratio actual = base::Ratio::of(all.actual.m2());
        table.rows.push_back({words_cell(file.unit.name()), count_cell(file.approved.posts), area_cell(all.approved),
                              area_cell(actual),
                              all.is_over ? area_cell(actual - all.approved) : words_cell("未超出")});
    }
    return table;
}

struct OfRank {
    std::int64_t persons = 0;
    std::int64_t rooms = 0;
    std::int64_t over = 0;
    base::Ratio area = base::Ratio::whole(0);
};

document::Table rank_table(const std::vector<premises::PersonComparison>& persons)
{
    document::Table table = table_of("按职级的用房配备", "职级", {28, 16, 16, 22, 18},
                                     {"职级", "人数", "房间数", "面积（平方米）", "超标人数"});
    std::map<std::string, OfRank> ranks;
    for (const premises::PersonComparison& person : persons) {
        OfRank& rank = ranks[person.rank];
        ++rank.persons;
        rank.rooms += static_cast<std::int64_t>(person.rooms.size());
        rank.over += person.is_over ? 1 : 0;
        rank.area = rank.area + person.area;
    }
    for (const auto& [name, rank] : ranks)
        table.rows.push_back({words_cell(name), count_cell(rank.persons), count_cell(rank.rooms), area_cell(rank.area),
                              count_cell(rank.over)});
    return table;
}

document::Table agreement_table(const std::vector<Agreement>& agreements)
{
    document::Table table =
        table_of("使用协议", "协议", {22, 34, 14, 30}, {"协议编号", "使用单位", "房间数", "有效期至"});
    for (const Agreement& agreement : agreements)
        table.rows.push_back({words_cell(agreement.number), words_cell(agreement.unit),
                              count_cell(static_cast<std::int64_t>(agreement.rooms.size())),
                              words_cell(agreement.valid_to.to_string())});
    return table;
}

}  // namespace

document::Document publication_document(const PublicationInput& input)
{
    document::Document document;
    document.title = std::to_string(input.year) + "年度办公用房配备使用情况公示";
    document.organisation = input.organisation;
    document.date = input.date;
    say(document,
        "按照党政机关办公用房管理的规定，现将办公用房安排使用情况公示如下。面积标准依据" + input.standard + "。");
    head(document, "单位");
    if (input.units.empty())
        say(document, "没有登记单位编制。");
    else
        document.blocks.emplace_back(unit_table(input.units));
    head(document, "领导干部和工作人员用房");
    if (input.persons.empty())
        say(document, "没有登记人员用房。");
    else
        document.blocks.emplace_back(rank_table(input.persons));
    head(document, "使用协议");
    if (input.agreements.empty())
        say(document, "没有有效的使用协议。");
    else
        document.blocks.emplace_back(agreement_table(input.agreements));
    return document;
}

}  // namespace allocations
