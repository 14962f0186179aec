// SPDX-License-Identifier: Apache-2.0
// L25: an indicator that the text tells of and the table lacks, or the other way round. Names are written freely, so
// that two are the same when most of their pairs of letters are; a note, and only where text and table plainly speak of
// the same indicators.
#include <algorithm>
#include <set>

#include <re2/re2.h>

#include "check/core/relations.h"
#include "check/core/rules/all.h"
#include "check/core/tables.h"
#include "chinese/letters.h"

namespace check {

namespace {

constexpr std::size_t shortest_name = 4;  // letters
constexpr std::size_t longest_name = 20;
constexpr std::size_t fewest = 3;
constexpr std::size_t most_names = 200;  // of a table; no form has as many
constexpr std::size_t most_places = 10;

struct Named {
    std::set<std::u32string> pairs;
    Place place;
};

std::set<std::u32string> pairs_of(std::string_view name)
{
    const std::vector<chinese::Letter> letters = chinese::letters(name);
    std::set<std::u32string> pairs;
    for (std::size_t i = 0; i + 1 < letters.size(); ++i) pairs.insert({letters[i].code, letters[i + 1].code});
    return pairs;
}

bool are_one(const Named& a, const Named& b)
{
    const auto shared = static_cast<std::size_t>(
        std::count_if(a.pairs.begin(), a.pairs.end(), [&](const auto& pair) { return b.pairs.contains(pair); }));
    return shared * 2 >= std::min(a.pairs.size(), b.pairs.size());
}

bool is_among(const Named& name, const std::vector<Named>& names)
{
    return std::any_of(names.begin(), names.end(), [&](const Named& other) { return are_one(name, other); });
}

void add(std::vector<Named>& names, std::string_view name, Place place)
{
    const std::size_t size = chinese::letter_count(name);
    if (size >= shortest_name && size <= longest_name && names.size() < most_names)
        names.push_back({pairs_of(name), std::move(place)});
}

std::vector<Named> names_in_tables(const Material& material)
{
    std::vector<Named> names;
    for (const Table& table : material.tables) {
        const std::size_t column = column_of(table, {"三级指标", "指标名称"});
        if (column >= table.titles.size()) continue;
        for (const TableRow& row : table.rows)
            for (const TableCell& cell : row.block->cells)
                if (cell.column == column && !row.is_total)
                    add(names, row.block->cell(cell), place_of(*row.block, cell.at, cell.size));
    }
    return names;
}

// 数量指标：会议保障场次≥100场，实际完成120场; the first figure behind a name belongs to it.
std::vector<Named> names_in_prose(const Material& material)
{
    static const RE2 begin{
        "(?:数量|质量|时效|成本|经济效益|社会效益|生态效益|可持续影响|满意度)指标[^，。；：:]{0,6}[：:]"};
    std::vector<Named> names;
    for (std::size_t i = 0; i < material.text.blocks.size(); ++i) {
        const Block& block = material.text.blocks[i];
        if (block.kind == Block::Kind::row || !RE2::PartialMatch(block.text, begin)) continue;
        std::size_t clause = static_cast<std::size_t>(-1);
        for (const Claim& claim : material.of_block(i)) {
            if (claim.clause != clause && !contains_any(claim.label, {"完成", "实际", "目标"}) &&
                !ends_with_any(claim.label, {"达", "达到"}))
                add(names, claim.label, place_with_label(material.text, claim));
            clause = claim.clause;
        }
    }
    return names;
}

void report(const char* code, const std::vector<const Named*>& lacking, Found& findings)
{
    if (lacking.empty()) return;
    Finding finding{"L25",
                    code,
                    Severity::note,
                    {{"count", std::to_string(lacking.size())}, {"name", lacking.front()->place.quote}}};
    for (const Named* const name : lacking)
        if (finding.places.size() < most_places) finding.places.push_back(name->place);
    findings.push_back(std::move(finding));
}

std::vector<const Named*> lacking_from(const std::vector<Named>& names, const std::vector<Named>& others)
{
    std::vector<const Named*> lacking;
    for (const Named& name : names)
        if (!is_among(name, others)) lacking.push_back(&name);
    return lacking;
}

}  // namespace

void find_lacking_indicators(const Material& material, Found& findings)
{
    const std::vector<Named> in_tables = names_in_tables(material);
    if (in_tables.size() < fewest) return;
    const std::vector<Named> in_prose = names_in_prose(material);
    if (in_prose.size() < fewest) return;
    const std::vector<const Named*> no_table = lacking_from(in_prose, in_tables);
    const std::vector<const Named*> no_prose = lacking_from(in_tables, in_prose);
    // Where fewer than half are the same the text tells of something else than the table.
    if (no_table.size() * 2 <= in_prose.size()) report("check.l25.table", no_table, findings);
    if (no_prose.size() * 2 <= in_tables.size()) report("check.l25.text", no_prose, findings);
}

}  // namespace check
