// SPDX-License-Identifier: Apache-2.0
// L08: a figure or a name that was never filled in: 自评得分为分, 新建食堂 所, XX, an empty cell in a filled row.
#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include <re2/re2.h>

#include "check/core/relations.h"
#include "check/core/rules/all.h"
#include "check/core/scores.h"
#include "chinese/letters.h"

namespace check {

namespace {

void report(const Material& material, std::size_t block, std::string_view piece, const char* code, Severity severity,
            Found& findings)
{
    const Block& where = material.text.blocks[block];
    const auto at = static_cast<std::size_t>(piece.data() - where.text.data());
    const Place place = place_of(where, at, piece.size());
    findings.push_back({"L08", code, severity, {{"text", place.quote}}, {place}, {}});
}

struct Gap {
    const RE2& pattern;
    const char* code;
    Severity severity;
    std::vector<std::string_view> letters;  // one of them stands in every gap of the kind
};

void look_for(const Material& material, std::size_t block, const Gap& gap, Found& findings)
{
    const std::string& text = material.text.blocks[block].text;
    if (std::none_of(gap.letters.begin(), gap.letters.end(),
                     [&](std::string_view letter) { return text.find(letter) != std::string::npos; }))
        return;
    re2::StringPiece rest{text};
    re2::StringPiece piece;
    while (RE2::FindAndConsume(&rest, gap.pattern, &piece))
        report(material, block, {piece.data(), piece.size()}, gap.code, gap.severity, findings);
}

// 20xx年 at every date is one thing to mend: the first finding keeps the places of all.
void join_same_marks(Findings& findings)
{
    constexpr std::size_t most_places = 10;
    std::map<std::string, std::size_t> first;
    Findings joined;
    for (Finding& finding : findings) {
        const bool is_mark = finding.code == "check.l08.mark";
        const auto [known, is_new] = is_mark
                                         ? first.try_emplace(finding.places.front().quote.substr(0, 4), joined.size())
                                         : std::pair{first.end(), true};
        if (is_new) {
            joined.push_back(std::move(finding));
        } else if (joined[known->second].places.size() < most_places) {
            joined[known->second].places.push_back(finding.places.front());
        }
    }
    findings = std::move(joined);
}

void look_in_prose(const Material& material, std::size_t block, Found& findings)
{
    static const RE2 score{"((?:得分|评分|总分|分数)\\s*(?:为|是|：|:)?\\s*分)(?:[。，；,;\\s]|$)"};
    static const RE2 measure{
        "([\\p{Han}]{2,8}[ "
        "　]+(?:个|家|次|人|所|件|名|处|台|套|辆|场|眼|座|份|户|条|期|㎡|m²|平方米|万元|元|亩|吨|公里|%|％))(?:[,"
        "，。；;、）)]|$)"};
    static const RE2 verb{
        "((?:共计|合计|总计|达到|金额为|面积为|完成率为|满意度为|执行率为)\\s*(?:个|家|次|人|㎡|m²|平方米|万元|元|%|％)"
        ")(?:[,，。；;、]|$)"};
    static const RE2 share{"(占(?:比|总额的|总数的)?[ 　]*[%％])(?:[,，。；;、）)]|$)"};
    static const RE2 blank{"([\\p{Han}]{0,6}(?:在|为|是|由|共|约|于|达)[ 　]{3,}[\\p{Han}]{1,6})"};
    static const RE2 mark{
        "((?:[XxＸ×]{2,}|_{2,}|20[XxＸ×]{2})\\s*(?:年|月|日|个|次|万元|元|%|％|局|中心|单位|项目|分)?)"};
    static const std::array gaps{Gap{score, "check.l08.score", Severity::error, {"分"}},
                                 Gap{measure, "check.l08.number", Severity::error, {" ", "　"}},
                                 Gap{verb, "check.l08.number", Severity::error, {"计", "到", "为"}},
                                 Gap{share, "check.l08.number", Severity::error, {"占"}},
                                 Gap{blank, "check.l08.blank", Severity::warning, {"   ", "　"}},
                                 Gap{mark, "check.l08.mark", Severity::warning, {"X", "x", "Ｘ", "×", "_"}}};
    for (const Gap& gap : gaps) look_for(material, block, gap, findings);
}

// Of what is told in words the form's columns for signs and units stay empty.
bool may_not_be_empty(std::string_view title)
{
    return !contains_any(title, {"性质", "单位", "符号", "方向", "原因", "备注", "说明", "措施"});
}

// The tables whose titles stand above the rows, by block.
std::map<std::size_t, const Table*> tables_by_block(const Material& material)
{
    std::map<std::size_t, const Table*> tables;
    for (const Table& table : material.tables)
        for (const TableRow& row : table.rows) tables.emplace(row.index, &table);
    return tables;
}

// Where every year is 20xx and none is written out, somebody hid them on purpose: a note.
void judge_hidden_years(const Material& material, Findings& findings)
{
    static const RE2 year{"20\\d\\d\\s*年"};
    const auto names_a_year = [](const Block& block) { return RE2::PartialMatch(block.text, year); };
    if (std::any_of(material.text.blocks.begin(), material.text.blocks.end(), names_a_year)) return;
    for (Finding& finding : findings)
        if (finding.code == "check.l08.mark" && finding.places.size() > 1 &&
            finding.places.front().quote.starts_with("20"))
            finding.severity = Severity::note;
}

// In a table of indicators a row that has a name but neither target nor result, or no name.
void look_in_row(const Material& material, std::size_t block, const Table* table, Found& findings)
{
    const Block& row = material.text.blocks[block];
    if (row.cells.size() < 3) return;
    std::size_t first_filled = row.cells.size();
    std::size_t empty = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const TableCell& cell = row.cells[i];
        if (cell.size > 0 && first_filled == row.cells.size()) first_filled = i;
        // What is empty before the first word is a merged cell's; a last cell is often for remarks.
        const bool is_needed =
            !table || cell.column >= table->titles.size() || may_not_be_empty(table->titles[cell.column]);
        if (cell.size == 0 && first_filled < i && i + 1 < row.cells.size() && is_needed) ++empty;
    }
    // 指标2: and nothing behind it is a line of the form that nobody needed; / says so in words.
    static const RE2 unused{"(?:^|\\|)\\s*(?:指标\\d{1,2}[:：]?|[…\\.]+)\\s*\\||\\|\\s*[/／—-]\\s*\\|"};
    if (RE2::PartialMatch(row.text, unused)) return;
    const bool names_an_indicator = row.text.find("指标") != std::string::npos;
    if (!names_an_indicator || empty == 0) return;
    report(material, block, std::string_view{row.text}, "check.l08.cell", Severity::warning, findings);
}

// Every row has its score, and the total has its weight alone.
void look_for_total_score(const Material& material, Found& findings)
{
    for (const Table& table : material.tables) {
        const std::size_t scores = score_column(table);
        const std::size_t weights = weight_column(table);
        if (scores >= table.titles.size() || weights >= table.titles.size() || table.rows.size() < 2) continue;
        const TableRow& total = table.rows.back();
        const bool is_open = total.is_total && figure_in(total, weights) && !total.words.contains(scores);
        const bool has_all = std::all_of(table.rows.begin(), table.rows.end() - 1, [&](const TableRow& row) {
            return !figure_in(row, weights) || figure_in(row, scores);
        });
        const bool has_some = std::any_of(table.rows.begin(), table.rows.end() - 1,
                                          [&](const TableRow& row) { return figure_in(row, scores) != nullptr; });
        if (is_open && has_all && has_some)
            report(material, total.index, std::string_view{total.block->text}, "check.l08.total", Severity::warning,
                   findings);
    }
}

}  // namespace

void find_missing_figures(const Material& material, Found& findings)
{
    const std::map<std::size_t, const Table*> tables = tables_by_block(material);
    for (std::size_t block = 0; block < material.text.blocks.size(); ++block) {
        const auto known = tables.find(block);
        if (material.text.blocks[block].kind == Block::Kind::row)
            look_in_row(material, block, known == tables.end() ? nullptr : known->second, findings);
        else
            look_in_prose(material, block, findings);
    }
    look_for_total_score(material, findings);
    join_same_marks(findings.all());
    judge_hidden_years(material, findings.all());
}

}  // namespace check
