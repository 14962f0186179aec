// SPDX-License-Identifier: Apache-2.0
#include "indicators/import.h"

#include <algorithm>
#include <array>
#include <set>

#include "indicators/import_reader.h"
#include "spreadsheet/write.h"

namespace indicators {

namespace {

// 40% or 40.
std::optional<base::Decimal> percentage(std::string text)
{
    if (text.ends_with("%")) text.pop_back();
    const auto number = base::Decimal::parse(text);
    const bool fits = number && !number->is_negative() && *number <= base::Decimal::whole(100) &&
                      number->without_trailing_zeros().scale() <= 2;
    return fits ? std::optional{*number} : std::nullopt;
}

MeasureText measure_of(const TextRow& row)
{
    return {cell_of(row, "数据来源"), cell_of(row, "统计方式"), cell_of(row, "统计字段"),
            cell_of(row, "筛选条件"), cell_of(row, "分子条件"), cell_of(row, "统计期间")};
}

std::string title_of(MeasurePart part)
{
    switch (part) {
        case MeasurePart::source: return "数据来源";
        case MeasurePart::method: return "统计方式";
        case MeasurePart::field: return "统计字段";
        case MeasurePart::filter: return "筛选条件";
        case MeasurePart::numerator: return "分子条件";
        case MeasurePart::period: return "统计期间";
    }
    return {};
}

}  // namespace

TargetsReader::TargetsReader(spreadsheet::Workbook& workbook, const std::filesystem::path& file)
    : workbook_{workbook}, folder_{file.parent_path()}
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

base::Result<bool> TargetsReader::read_goals()
{
    TRY_ASSIGN(const auto found, sheet({"绩效目标", {"序号", "绩效目标"}}));
    if (!found) return true;
    std::map<std::string, std::uint32_t> numbers;
    base::Decimal sum;
    bool shared = false;
    for (const TextRow& row : found->rows()) {
        if (!require(*found, row, {"序号", "绩效目标"})) continue;
        Goal goal{cell_of(row, "序号"), cell_of(row, "绩效目标")};
        const auto [first, is_new] = numbers.emplace(goal.number, row.number);
        if (!is_new)
            add(*found, row, "序号", "code_twice",
                {{"code", goal.number}, {"first", found->place(first->second, "序号")}});
        if (const std::string share = cell_of(row, "占比"); !share.empty()) {
            goal.share = percentage(share);
            if (!goal.share) add(*found, row, "占比", "goal_share_malformed", {{"text", share}});
            sum = sum + goal.share.value_or(base::Decimal{});
            shared = true;
        }
        import_.targets.goals.push_back(std::move(goal));
    }
    if (shared && sum != base::Decimal::whole(100))
        import_.problems.push_back({"绩效目标",
                                    "占比",
                                    {base::ErrorKind::invalid,
                                     "indicators.import.goal_shares_not_100",
                                     {{"sum", sum.without_trailing_zeros().to_string()}}}});
    return true;
}

void TargetsReader::check_measure(const SheetText& sheet, const TextRow& row, const MeasureText& measure)
{
    const auto parsed = parse_measure(measure);
    if (parsed) return;
    for (const MeasureProblem& problem : parsed.error()) add(sheet, row, title_of(problem.part), problem.error);
}

bool TargetsReader::knows_goal(const std::string& number) const
{
    const auto& goals = import_.targets.goals;
    return number.empty() ||
           std::any_of(goals.begin(), goals.end(), [&](const Goal& goal) { return goal.number == number; });
}

base::Result<bool> TargetsReader::read_indicators()
{
    TRY_ASSIGN(
        const auto found,
        sheet({"绩效指标", {"指标编码", "一级指标", "三级指标", "目标值"}, {"目标序号", "一级指标", "二级指标"}}));
    if (!found)
        return base::fail(base::ErrorKind::invalid, "indicators.import.sheet_missing",
                          {{"file", import_.file}, {"sheet", "绩效指标"}});
    std::map<std::string, std::uint32_t> codes;
    for (const TextRow& row : found->rows()) {
        if (!require(*found, row, {"指标编码", "一级指标", "三级指标", "目标值"})) continue;
        IndicatorSetting setting;
        setting.code = cell_of(row, "指标编码");
        for (const SettingPart& part : setting_parts()) part.of(setting) = cell_of(row, std::string{part.title});
        const auto [first, is_new] = codes.emplace(setting.code, row.number);
        if (!is_new)
            add(*found, row, "指标编码", "code_twice",
                {{"code", setting.code}, {"first", found->place(first->second, "指标编码")}});
        if (!knows_goal(setting.goal)) add(*found, row, "目标序号", "goal_unknown", {{"goal", setting.goal}});
        if (!setting.weight.empty())
            if (const auto weight = parse_hundredths(setting.weight); !weight) add(*found, row, "权重", weight.error());
        if (!setting.measure.empty()) check_measure(*found, row, setting.measure);
        import_.targets.indicators.push_back(std::move(setting));
        import_.indicator_places.push_back(found->place(row.number, "指标编码"));
    }
    return true;
}

base::Result<bool> TargetsReader::read_supports()
{
    TRY_ASSIGN(const auto found, sheet({"支撑数据", {"编码", "名称", "数据来源", "统计方式"}}));
    if (!found) return true;
    std::map<std::string, std::uint32_t> codes;
    for (const TextRow& row : found->rows()) {
        if (!require(*found, row, {"编码", "名称"})) continue;
        SupportingMeasure support{cell_of(row, "编码"), cell_of(row, "名称"), measure_of(row), cell_of(row, "定义"),
                                  cell_of(row, "计量单位")};
        const auto [first, is_new] = codes.emplace(support.code, row.number);
        if (!is_new)
            add(*found, row, "编码", "code_twice",
                {{"code", support.code}, {"first", found->place(first->second, "编码")}});
        check_measure(*found, row, support.measure);
        if (const std::string decimals = cell_of(row, "小数位"); !decimals.empty()) {
            if (decimals.size() == 1 && decimals[0] >= '0' && decimals[0] <= '9')
                support.decimals = decimals[0] - '0';
            else
                add(*found, row, "小数位", "decimals_malformed", {{"text", decimals}});
        }
        import_.targets.supports.push_back(std::move(support));
    }
    return true;
}

base::Result<TargetsImport> read_targets(const std::filesystem::path& file)
{
    TRY_ASSIGN(spreadsheet::Workbook workbook, spreadsheet::Workbook::open(file));
    return TargetsReader{workbook, file}.read();
}

}  // namespace indicators
