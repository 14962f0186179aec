// SPDX-License-Identifier: Apache-2.0
#include "indicators/cli/form_columns.h"

#include <algorithm>
#include <array>

#include "chinese/letters.h"

namespace indicators {

namespace {

struct Title {
    std::string_view written;
    Role role;
};

// What bureaus print over the columns. Brackets and what stands in them are dropped before comparing.
constexpr std::array titles{
    Title{"一级指标", Role::level1},
    Title{"二级指标", Role::level2},
    Title{"三级指标", Role::name},
    Title{"指标名称", Role::name},
    Title{"绩效指标名称", Role::name},
    Title{"三级指标名称", Role::name},
    Title{"目标值", Role::target},
    Title{"年初目标值", Role::target},
    Title{"年度指标值", Role::target},
    Title{"指标值", Role::target},
    Title{"年初指标值", Role::target},
    Title{"预期指标值", Role::target},
    Title{"年度目标值", Role::target},
    Title{"全年目标值", Role::target},
    Title{"预期目标值", Role::target},
    Title{"绩效目标值", Role::target},
    Title{"预期值", Role::target},
    Title{"计划指标值", Role::target},
    Title{"评分标准", Role::target},
    Title{"年初值", Role::target},
    Title{"调整后目标值", Role::adjusted_target},
    Title{"调整后指标值", Role::adjusted_target},
    Title{"调整指标值", Role::adjusted_target},
    Title{"调整值", Role::adjusted_target},
    Title{"实际完成值", Role::actual},
    Title{"完成值", Role::actual},
    Title{"全年完成值", Role::actual},
    Title{"全年实际完成值", Role::actual},
    Title{"年度完成值", Role::actual},
    Title{"实际完成指标值", Role::actual},
    Title{"指标完成值", Role::actual},
    Title{"实际完成情况", Role::actual},
    Title{"实际值", Role::actual},
    Title{"实际完成", Role::actual},
    Title{"完成情况", Role::actual},
    Title{"计算符号", Role::sign},
    Title{"符号", Role::sign},
    Title{"运算符号", Role::sign},
    Title{"指标性质", Role::sign},
    Title{"指标方向", Role::sign},
    Title{"计量单位", Role::unit},
    Title{"度量单位", Role::unit},
    Title{"单位", Role::unit},
    Title{"权重", Role::weight},
    Title{"分值", Role::weight},
    Title{"权重/分值", Role::weight},
    Title{"分值/权重", Role::weight},
    Title{"指标分值", Role::weight},
    Title{"指标权重", Role::weight},
    Title{"标准分", Role::weight},
    Title{"标准分值", Role::weight},
    Title{"满分", Role::weight},
    Title{"满分值", Role::weight},
    Title{"评价档次", Role::band},
    Title{"档次", Role::band},
    Title{"完成档次", Role::band},
    Title{"得分", Role::published},
    Title{"自评得分", Role::published},
    Title{"自评分", Role::published},
    Title{"实际得分", Role::published},
    Title{"指标得分", Role::published},
    Title{"得分系数", Role::coefficient},
    Title{"等级", Role::grade},
    Title{"评价等级", Role::grade},
    Title{"偏差原因", Role::reason},
    Title{"扣分原因", Role::reason},
    Title{"未完成原因", Role::reason},
    Title{"备注说明", Role::reason},
};

std::string without_brackets(std::string_view text)
{
    std::string out;
    int depth = 0;
    for (const char c : chinese::compact(text)) {
        if (c == '(' || c == '[') ++depth;
        if (depth == 0 && c != '*') out += c;
        if ((c == ')' || c == ']') && depth > 0) --depth;
    }
    return out;
}

constexpr std::size_t rows_searched = 60;

std::string cell_text(const spreadsheet::Row& row, std::size_t column)
{
    return column < row.cells.size() ? row.cells[column].text : std::string{};
}

std::map<Role, std::size_t> columns_of(const spreadsheet::Row& upper, const spreadsheet::Row* lower)
{
    std::map<Role, std::size_t> columns;
    const std::size_t width = std::max(upper.cells.size(), lower ? lower->cells.size() : 0);
    for (std::size_t column = 0; column < width; ++column) {
        std::optional<Role> role = lower ? role_of(cell_text(*lower, column)) : std::nullopt;
        if (!role) role = role_of(cell_text(upper, column));
        if (role) columns.emplace(*role, column);
    }
    return columns;
}

// A second header row holds titles only: any cell that is no title makes it a row of the table.
bool is_all_titles(const spreadsheet::Row& row)
{
    return std::all_of(row.cells.begin(), row.cells.end(), [](const spreadsheet::Cell& cell) {
        return chinese::compact(cell.text).empty() || role_of(cell.text);
    });
}

}  // namespace

std::optional<Role> role_of(std::string_view header)
{
    const std::string clean = without_brackets(header);
    for (const Title& title : titles)
        if (clean == title.written) return title.role;
    if (clean.find("原因") != clean.npos && (clean.find("偏差") != clean.npos || clean.find("未完成") != clean.npos))
        return Role::reason;
    return std::nullopt;
}

std::optional<FormColumns> find_columns(const FormSheet& sheet, std::initializer_list<Role> needed)
{
    std::optional<FormColumns> best;
    const std::size_t most = std::min(sheet.rows.size(), rows_searched);
    for (std::size_t i = 0; i < most; ++i) {
        const bool two_rows = i + 1 < sheet.rows.size() && sheet.rows[i + 1].number == sheet.rows[i].number + 1 &&
                              is_all_titles(sheet.rows[i + 1]);
        FormColumns found{i + (two_rows ? 2 : 1), columns_of(sheet.rows[i], two_rows ? &sheet.rows[i + 1] : nullptr)};
        const bool enough = std::all_of(needed.begin(), needed.end(), [&](Role role) { return found.has(role); });
        if (enough && (!best || found.columns.size() > best->columns.size())) best = std::move(found);
    }
    return best;
}

}  // namespace indicators
