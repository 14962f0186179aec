// SPDX-License-Identifier: Apache-2.0
#include "indicators/cli/form_table.h"

#include <algorithm>
#include <array>

#include "base/ratio.h"
#include "chinese/letters.h"
#include "indicators/cli/form_columns.h"

namespace indicators {

namespace {

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
}

// 合计, 总分:, 小计(分): a row that sums others up.
bool says_total(std::string_view text)
{
    constexpr std::array<std::string_view, 9> words{"合计",     "总计",     "总分",     "小计",      "总得分",
                                                    "得分合计", "自评总分", "合计得分", "自评总得分"};
    std::string clean = chinese::compact(text);
    clean = clean.substr(0, clean.find_first_of("(:"));
    return std::find(words.begin(), words.end(), clean) != words.end();
}

bool says_execution(std::string_view text)
{
    return starts_with_any(chinese::compact(text), {"预算执行", "资金执行", "预算资金执行", "全年预算执行"});
}

// What stands under the table of a bureau's form.
bool says_footer(std::string_view text)
{
    return starts_with_any(chinese::compact(text),
                           {"偏差大或", "偏差原因", "改进措施", "签批", "填报", "备注", "说明", "注:", "注1", "总体",
                            "审核", "单位负责人", "填表", "自评结论", "评价结论", "存在问题"});
}

class Reader {
public:
    Reader(const FormSheet& sheet, FormColumns columns) : sheet_{sheet}, columns_{std::move(columns)} {}

    Form read()
    {
        for (std::size_t i = columns_.first_row; i < sheet_.rows.size(); ++i)
            if (!take(sheet_.rows[i])) break;
        return std::move(form_);
    }

private:
    FormCell cell(const spreadsheet::Row& row, Role role) const
    {
        const auto column = columns_.columns.find(role);
        if (column == columns_.columns.end()) return {};
        FormCell result;
        result.place = spreadsheet::place(sheet_.name, row.number, static_cast<std::uint32_t>(column->second));
        if (column->second < row.cells.size()) result.text = printed(row.cells[column->second]);
        return result;
    }

    FormRow cells_of(const spreadsheet::Row& row) const
    {
        FormRow cells;
        cells.level1 = chinese::normalised(cell(row, Role::level1).text);
        cells.level2 = chinese::normalised(cell(row, Role::level2).text);
        cells.name = cell(row, Role::name);
        cells.target = cell(row, Role::adjusted_target);
        if (chinese::compact(cells.target.text).empty()) cells.target = cell(row, Role::target);
        cells.actual = cell(row, Role::actual);
        cells.sign = cell(row, Role::sign);
        cells.unit = cell(row, Role::unit);
        cells.weight = cell(row, Role::weight);
        cells.band = cell(row, Role::band);
        cells.published = cell(row, Role::published);
        cells.coefficient = cell(row, Role::coefficient);
        cells.grade = cell(row, Role::grade);
        cells.reason = cell(row, Role::reason);
        return cells;
    }

    // False at the end of the table.
    bool take(const spreadsheet::Row& row)
    {
        FormRow cells = cells_of(row);
        const auto first = std::find_if(row.cells.begin(), row.cells.end(),
                                        [](const auto& entry) { return !chinese::compact(entry.text).empty(); });
        if (first == row.cells.end()) return true;
        if (says_total(first->text) || says_total(cells.name.text)) {
            if (!starts_with_any(chinese::compact(first->text), {"小计"})) form_.total = cells.published;
            return true;
        }
        const bool has_figures = !cells.target.text.empty() || !cells.actual.text.empty() ||
                                 !cells.weight.text.empty() || !cells.published.text.empty() ||
                                 !cells.band.text.empty();
        const bool footer = says_footer(first->text) && (!form_.rows.empty() || form_.execution);
        if (footer && chinese::compact(cells.name.text).empty()) return false;
        if (footer && cells.weight.text.empty() && cells.published.text.empty()) return false;
        const bool execution =
            says_execution(cells.level1) || (cells.level1.empty() && level1_.empty() &&
                                             (says_execution(cells.level2) || says_execution(cells.name.text)));
        if (execution) {
            if (!form_.execution) form_.execution = std::move(cells);
            return true;
        }
        fill_down(cells);
        if (cells.name.text.empty()) {
            if (!has_figures) return true;
            cells.name.text = cells.level2.empty() ? cells.level1 : cells.level2;
        }
        form_.rows.push_back(std::move(cells));
        return true;
    }

    void fill_down(FormRow& cells)
    {
        if (!cells.level1.empty() && cells.level1 != level1_) level2_.clear();
        if (cells.level1.empty()) cells.level1 = level1_;
        if (cells.level2.empty()) cells.level2 = level2_;
        level1_ = cells.level1;
        level2_ = cells.level2;
    }

    const FormSheet& sheet_;
    FormColumns columns_;
    Form form_ = {};
    std::string level1_ = {};
    std::string level2_ = {};
};

std::string text_of(const spreadsheet::Row& row)
{
    std::string text;
    for (const spreadsheet::Cell& cell : row.cells) text += chinese::compact(cell.text);
    return text;
}

// One column of the block over the table: what its title says the figure under it is.
void take_execution_figure(std::string_view title, const FormCell& figure, FormRow& block)
{
    const auto has = [&](std::string_view word) { return title.find(word) != title.npos; };
    if (has("预算数") && !has("年初")) block.target = figure;
    if (has("执行数") && !has("执行率")) block.actual = figure;
    if (has("执行率") && !has("得分")) block.coefficient = figure;
    if (has("得分")) block.published = figure;
    if (title == "分值" || title == "权重") block.weight = figure;
}

// The block over the table: a row of titles with 预算数 and 执行数, the figures in the row below, 万元 in or over it.
std::optional<FormRow> execution_block(const FormSheet& sheet, std::size_t end)
{
    for (std::size_t i = 0; i + 1 < end; ++i) {
        const spreadsheet::Row& titles = sheet.rows[i];
        const spreadsheet::Row& figures = sheet.rows[i + 1];
        FormRow block;
        for (std::size_t column = 0; column < std::min(titles.cells.size(), figures.cells.size()); ++column)
            take_execution_figure(chinese::compact(titles.cells[column].text),
                                  {printed(figures.cells[column]),
                                   spreadsheet::place(sheet.name, figures.number, static_cast<std::uint32_t>(column))},
                                  block);
        if (block.target.text.empty() || block.actual.text.empty()) continue;
        const std::string around = text_of(titles) + (i > 0 ? text_of(sheet.rows[i - 1]) : std::string{});
        block.unit.text = around.find("万元") != around.npos ? "万元" : "元";
        block.name.place = block.actual.place;
        return block;
    }
    return std::nullopt;
}

base::Result<FormColumns> columns_or_refusal(const FormSheet& sheet, std::initializer_list<Role> needed)
{
    auto columns = find_columns(sheet, needed);
    if (!columns)
        return base::fail(base::ErrorKind::invalid, "indicators.form.header_missing", {{"sheet", sheet.name}});
    return *std::move(columns);
}

}  // namespace

std::string printed(const spreadsheet::Cell& cell)
{
    if (!cell.shown_as_percent) return cell.text;
    const auto share = base::Decimal::parse(cell.text);
    if (!share || share->scale() < 2)
        return share ? multiply(*share, base::Decimal::whole(100)).without_trailing_zeros().to_string() + "%"
                     : cell.text;
    return base::Decimal{share->digits(), share->scale() - 2}.to_string() + "%";
}

base::Result<Form> read_form(const FormSheet& sheet)
{
    TRY_ASSIGN(const FormColumns columns, columns_or_refusal(sheet, {Role::name, Role::target}));
    Form form = Reader{sheet, columns}.read();
    if (!form.execution) form.execution = execution_block(sheet, columns.first_row);
    if (form.rows.empty())
        return base::fail(base::ErrorKind::invalid, "indicators.form.empty", {{"sheet", sheet.name}});
    return form;
}

base::Result<WeightsByName> read_weights(const FormSheet& sheet)
{
    TRY_ASSIGN(const FormColumns columns, columns_or_refusal(sheet, {Role::name, Role::weight}));
    const Form form = Reader{sheet, columns}.read();
    WeightsByName weights;
    for (const FormRow& row : form.rows) weights[chinese::compact(row.name.text)] = chinese::compact(row.weight.text);
    if (weights.empty()) return base::fail(base::ErrorKind::invalid, "indicators.form.empty", {{"sheet", sheet.name}});
    return weights;
}

}  // namespace indicators
