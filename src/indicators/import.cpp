// SPDX-License-Identifier: Apache-2.0
#include "indicators/import.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "indicators/import_reader.h"
#include "spreadsheet/failed_rows.h"
#include "spreadsheet/write.h"

namespace indicators {

namespace {

MeasureText measure_of(const TextRow& row)
{
    return {cell_of(row, "数据来源"), cell_of(row, "统计方式"), cell_of(row, "统计字段"),
            cell_of(row, "筛选条件"), cell_of(row, "分子条件"), cell_of(row, "统计期间")};
}

}  // namespace

const std::vector<SheetText::Titles>& target_sheets()
{
    static const std::vector<SheetText::Titles> sheets{
        {"绩效目标", {"序号", "绩效目标"}},
        {"绩效指标", {"指标编码", "一级指标", "三级指标", "目标值"}, {"目标序号", "一级指标", "二级指标"}},
        {"支撑数据", {"编码", "名称", "数据来源", "统计方式"}},
        {"人工填报", {"指标编码", "实际完成值"}},
        {"指标调整", {"文号", "日期", "类型", "指标编码"}, {"文号", "日期"}},
        {"偏差说明", {"指标编码", "类型", "内容"}}};
    return sheets;
}

std::optional<std::size_t> position_of(const std::string& sheet, const spreadsheet::Workbook& workbook)
{
    const auto& names = workbook.sheets();
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&](const std::string& name) { return spreadsheet::noun_of(name) == sheet; });
    if (found == names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

TargetsReader::TargetsReader(spreadsheet::Workbook& workbook, const std::filesystem::path& file, NamedEvidence evidence)
    : workbook_{workbook}, folder_{file.parent_path()}, evidence_{evidence}
{
    import_.file = file.filename().string();
    import_.file_notes = workbook.notes();
}

base::Result<TargetsImport> TargetsReader::read()
{
    TRY(read_goals());
    TRY(read_indicators());
    TRY(read_supports());
    TRY(read_revisions());
    TRY(read_entries());
    TRY(read_notes());
    if (import_.targets.indicators.empty() && import_.problems.empty())
        return base::fail(base::ErrorKind::invalid, "indicators.import.no_indicators", {{"file", import_.file}});
    note_passed_over();
    std::stable_sort(import_.problems.begin(), import_.problems.end(),
                     [](const ImportProblem& a, const ImportProblem& b) {
                         return std::tie(a.sheet, a.row, a.sheet_column) < std::tie(b.sheet, b.row, b.sheet_column);
                     });
    return std::move(import_);
}

void TargetsReader::add(const SheetText& sheet, const TextRow& row, const std::string& title, base::Error error)
{
    import_.problems.push_back(sheet.problem(row.number, title, std::move(error)));
}

void TargetsReader::add(const SheetText& sheet, const TextRow& row, const std::string& title, std::string_view reason,
                        base::ErrorArgs args)
{
    add(sheet, row, title, {base::ErrorKind::invalid, "indicators.import." + std::string{reason}, std::move(args)});
}

bool TargetsReader::require(const SheetText& sheet, const TextRow& row, const std::vector<std::string>& titles)
{
    bool complete = true;
    for (const std::string& title : titles) {
        if (!cell_of(row, title).empty()) continue;
        complete = false;
        if (!row.unread.contains(title)) add(sheet, row, title, "cell_missing", {{"column", title}});
    }
    return complete;
}

void TargetsReader::note_passed_over()
{
    std::set<std::size_t> known;
    for (const SheetText::Titles& titles : target_sheets())
        if (const auto position = position_of(titles.sheet, workbook_)) known.insert(*position);
    const auto& names = workbook_.sheets();
    for (std::size_t position = 0; position < names.size(); ++position)
        if (names[position] != spreadsheet::choices_sheet && !known.contains(position))
            import_.sheets_passed_over.push_back(names[position]);
}

base::Result<std::optional<SheetText>> TargetsReader::sheet(const std::string& name)
{
    const auto position = position_of(name, workbook_);
    if (!position) return std::optional<SheetText>{};
    const auto titles = std::find_if(target_sheets().begin(), target_sheets().end(),
                                     [&](const SheetText::Titles& known) { return known.sheet == name; });
    TRY_ASSIGN(SheetText read, SheetText::read(workbook_, *position, *titles, import_));
    return std::optional{std::move(read)};
}

bool TargetsReader::may_be_unread(const std::string& code) const
{
    return unread_codes_.contains(code) || unread_codes_.contains(std::string{});
}

bool TargetsReader::may_only_follow(const TextRow& row, const TargetProblem& problem) const
{
    if (row.unread.contains(problem.part)) return true;
    if (problem.error.code == "indicators.import.goal_unknown" && goals_are_unread_) return true;
    const bool is_of_document = problem.part == "文号" || problem.part == "日期";
    return problem.list == TargetList::revisions && !is_of_document &&
           may_be_unread(import_.targets.revisions[*problem.row].code);
}

void TargetsReader::add(const SheetText& sheet, const std::vector<TextRow>& rows,
                        const std::vector<TargetProblem>& problems)
{
    for (const TargetProblem& problem : problems) {
        const TextRow& row = problem.row ? rows[*problem.row] : rows.back();
        if (may_only_follow(row, problem)) continue;
        base::Error error = problem.error;
        if (problem.first) error.args.emplace_back("first", sheet.place(rows[*problem.first].number, problem.part));
        add(sheet, row, problem.part, std::move(error));
    }
}

base::Result<bool> TargetsReader::read_goals()
{
    TRY_ASSIGN(const auto found, sheet("绩效目标"));
    if (!found) return true;
    goals_are_unread_ = !found->has_header();
    bool all_read = true;
    for (const TextRow& row : found->rows()) {
        Goal goal{cell_of(row, "序号"), cell_of(row, "绩效目标")};
        goals_are_unread_ = goals_are_unread_ || goal.number.empty();
        all_read = all_read && row.unread.empty();
        if (const std::string share = cell_of(row, "占比"); !share.empty()) {
            const auto read = parse_share(share);
            all_read = all_read && read;
            if (read)
                goal.share = *read;
            else
                add(*found, row, "占比", read.error());
        }
        import_.targets.goals.push_back(std::move(goal));
    }
    // Shares of which one could not be read do not add up for that reason.
    auto problems = check_goals(import_.targets);
    if (!all_read) std::erase_if(problems, [](const TargetProblem& problem) { return !problem.row; });
    add(*found, found->rows(), problems);
    return true;
}

base::Result<bool> TargetsReader::read_indicators()
{
    TRY_ASSIGN(const auto found, sheet("绩效指标"));
    if (!found)
        return base::fail(base::ErrorKind::invalid, "indicators.import.sheet_missing",
                          {{"file", import_.file}, {"sheet", "绩效指标"}});
    if (!found->has_header()) unread_codes_.emplace();
    for (const TextRow& row : found->rows()) {
        IndicatorSetting setting;
        setting.code = cell_of(row, "指标编码");
        for (const SettingPart& part : setting_parts()) part.of(setting) = cell_of(row, std::string{part.title});
        import_.targets.indicators.push_back(std::move(setting));
        import_.indicator_rows.push_back(found->row(row.number, "指标编码"));
    }
    const auto problems = check_indicators(import_.targets);
    for (const TargetProblem& problem : problems)
        if (problem.error.code == "indicators.import.cell_missing")
            unread_codes_.insert(import_.targets.indicators[*problem.row].code);
    add(*found, found->rows(), problems);
    return true;
}

base::Result<bool> TargetsReader::read_supports()
{
    TRY_ASSIGN(const auto found, sheet("支撑数据"));
    if (!found) return true;
    for (const TextRow& row : found->rows()) {
        SupportingMeasure support{cell_of(row, "编码"), cell_of(row, "名称"), measure_of(row), cell_of(row, "定义"),
                                  cell_of(row, "计量单位")};
        if (const std::string text = cell_of(row, "小数位"); !text.empty()) {
            const auto decimals = parse_decimals(text);
            if (decimals)
                support.decimals = *decimals;
            else
                add(*found, row, "小数位", decimals.error());
        }
        import_.targets.supports.push_back(std::move(support));
    }
    add(*found, found->rows(), check_supports(import_.targets));
    return true;
}

base::Result<TargetsImport> read_targets(const std::filesystem::path& file, NamedEvidence evidence)
{
    TRY_ASSIGN(spreadsheet::Workbook workbook, spreadsheet::Workbook::open(file));
    return TargetsReader{workbook, file, evidence}.read();
}

}  // namespace indicators
