// SPDX-License-Identifier: Apache-2.0
#include "indicators/import.h"

#include <algorithm>
#include <array>

#include "indicators/import_reader.h"
#include "spreadsheet/write.h"

namespace indicators {

namespace {

MeasureText measure_of(const TextRow& row)
{
    return {cell_of(row, "数据来源"), cell_of(row, "统计方式"), cell_of(row, "统计字段"),
            cell_of(row, "筛选条件"), cell_of(row, "分子条件"), cell_of(row, "统计期间")};
}

}  // namespace

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
        add(sheet, row, title, "cell_missing", {{"column", title}});
        complete = false;
    }
    return complete;
}

void TargetsReader::note_passed_over()
{
    constexpr std::array<std::string_view, 6> known{"绩效目标", "绩效指标", "支撑数据",
                                                    "人工填报", "指标调整", "偏差说明"};
    for (const std::string& name : workbook_.sheets())
        if (name != spreadsheet::choices_sheet && std::find(known.begin(), known.end(), name) == known.end())
            import_.sheets_passed_over.push_back(name);
}

base::Result<std::optional<SheetText>> TargetsReader::sheet(const SheetText::Titles& titles)
{
    const auto& names = workbook_.sheets();
    const auto found = std::find(names.begin(), names.end(), titles.sheet);
    if (found == names.end()) return std::optional<SheetText>{};
    TRY_ASSIGN(SheetText read,
               SheetText::read(workbook_, static_cast<std::size_t>(found - names.begin()), titles, import_));
    return std::optional{std::move(read)};
}

void TargetsReader::add(const SheetText& sheet, const std::vector<TextRow>& rows,
                        const std::vector<TargetProblem>& problems)
{
    for (const TargetProblem& problem : problems) {
        base::Error error = problem.error;
        if (problem.first) error.args.emplace_back("first", sheet.place(rows[*problem.first].number, problem.part));
        if (problem.row)
            import_.problems.push_back(sheet.problem(rows[*problem.row].number, problem.part, std::move(error)));
        else
            import_.problems.push_back({sheet.name(), problem.part, std::move(error)});
    }
}

base::Result<bool> TargetsReader::read_goals()
{
    TRY_ASSIGN(const auto found, sheet({"绩效目标", {"序号", "绩效目标"}}));
    if (!found) return true;
    for (const TextRow& row : found->rows()) {
        Goal goal{cell_of(row, "序号"), cell_of(row, "绩效目标")};
        if (const std::string share = cell_of(row, "占比"); !share.empty()) {
            const auto read = parse_share(share);
            if (read)
                goal.share = *read;
            else
                add(*found, row, "占比", read.error());
        }
        import_.targets.goals.push_back(std::move(goal));
    }
    add(*found, found->rows(), check_goals(import_.targets));
    return true;
}

base::Result<bool> TargetsReader::read_indicators()
{
    TRY_ASSIGN(
        const auto found,
        sheet({"绩效指标", {"指标编码", "一级指标", "三级指标", "目标值"}, {"目标序号", "一级指标", "二级指标"}}));
    if (!found)
        return base::fail(base::ErrorKind::invalid, "indicators.import.sheet_missing",
                          {{"file", import_.file}, {"sheet", "绩效指标"}});
    for (const TextRow& row : found->rows()) {
        IndicatorSetting setting;
        setting.code = cell_of(row, "指标编码");
        for (const SettingPart& part : setting_parts()) part.of(setting) = cell_of(row, std::string{part.title});
        import_.targets.indicators.push_back(std::move(setting));
        import_.indicator_places.push_back(found->place(row.number, "指标编码"));
    }
    add(*found, found->rows(), check_indicators(import_.targets));
    return true;
}

base::Result<bool> TargetsReader::read_supports()
{
    TRY_ASSIGN(const auto found, sheet({"支撑数据", {"编码", "名称", "数据来源", "统计方式"}}));
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
