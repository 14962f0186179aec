// SPDX-License-Identifier: Apache-2.0
#include "ledgers/core/definition.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/quantity.h"
#include "chinese/letters.h"

namespace ledgers {

namespace {

struct TypeName {
    std::string_view word;
    std::string_view chinese;
};

constexpr std::array type_names{
    TypeName{"text", "文本"},   TypeName{"integer", "整数"},      TypeName{"decimal", "小数"},
    TypeName{"money", "金额"},  TypeName{"date", "日期"},         TypeName{"time", "时间"},
    TypeName{"choice", "选项"}, TypeName{"organisation", "单位"}, TypeName{"attachment", "附件摘要"},
};

constexpr std::size_t longest_name = 60;  // letters of three bytes
constexpr std::size_t most_columns = 200;

template <class Member>
std::optional<ColumnType> type_where(Member member, std::string_view word)
{
    for (std::size_t i = 0; i < type_names.size(); ++i)
        if (type_names[i].*member == word) return static_cast<ColumnType>(i);
    return std::nullopt;
}

auto refused_definition(const char* reason, base::ErrorArgs args = {})
{
    return base::fail(base::ErrorKind::invalid, std::string{"ledgers.definition."} + reason, std::move(args));
}

base::Result<Column> checked_column(Column column)
{
    column.title = chinese::trimmed(column.title);
    if (column.title.empty()) return refused_definition("title_empty");
    column.unit = base::unit_named(chinese::compact(column.unit));
    if (column.type == ColumnType::money) {
        if (!column.unit.empty() && column.unit != "元")
            return refused_definition("money_unit", {{"column", column.title}});
        column.unit = "元";
    }
    if (!is_number(column.type)) column.unit.clear();
    if (column.type == ColumnType::choice && column.choices.empty())
        return refused_definition("no_choices", {{"column", column.title}});
    if (column.type != ColumnType::choice) column.choices.clear();
    std::set<std::string> seen;
    for (const std::string& choice : column.choices)
        if (!seen.insert(chinese::compact(choice)).second)
            return refused_definition("choice_twice", {{"column", column.title}, {"choice", choice}});
    if (column.is_identity) column.is_required = true;
    if (column.is_period && column.type != ColumnType::date && column.type != ColumnType::time)
        return refused_definition("period_not_a_day", {{"column", column.title}});
    return column;
}

bool keeps_records(const Column& before, const Column& after)
{
    const bool choices_kept = std::all_of(before.choices.begin(), before.choices.end(), [&](const std::string& choice) {
        return std::find(after.choices.begin(), after.choices.end(), choice) != after.choices.end();
    });
    return before.type == after.type && before.unit == after.unit && before.is_identity == after.is_identity &&
           before.is_period == after.is_period && (before.is_required || !after.is_required) && choices_kept;
}

}  // namespace

std::string word_of(ColumnType type)
{
    return std::string{type_names[static_cast<std::size_t>(type)].word};
}

std::string chinese_of(ColumnType type)
{
    return std::string{type_names[static_cast<std::size_t>(type)].chinese};
}

std::optional<ColumnType> type_of_word(std::string_view word)
{
    return type_where(&TypeName::word, word);
}

std::optional<ColumnType> type_of_chinese(std::string_view word)
{
    return type_where(&TypeName::chinese, word);
}

std::vector<std::string> all_chinese_types()
{
    std::vector<std::string> words;
    for (const TypeName& name : type_names) words.emplace_back(name.chinese);
    return words;
}

bool is_number(ColumnType type)
{
    return type == ColumnType::integer || type == ColumnType::decimal || type == ColumnType::money;
}

std::vector<std::size_t> Definition::identity_columns() const
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].is_identity) found.push_back(i);
    return found;
}

std::optional<std::size_t> Definition::period_column() const
{
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].is_period) return i;
    return std::nullopt;
}

std::optional<std::size_t> Definition::column(std::string_view title) const
{
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].title == title) return i;
    return std::nullopt;
}

base::Result<Definition> checked(Definition definition)
{
    definition.name = chinese::trimmed(definition.name);
    if (definition.name.empty()) return refused_definition("name_empty");
    if (definition.name.size() > longest_name * 3)
        return refused_definition("name_too_long", {{"ledger", definition.name}});
    if (definition.columns.empty()) return refused_definition("no_columns", {{"ledger", definition.name}});
    if (definition.columns.size() > most_columns)
        return refused_definition("too_many_columns",
                                  {{"ledger", definition.name}, {"most", std::to_string(most_columns)}});

    std::set<std::string> titles;
    for (Column& column : definition.columns) {
        TRY_ASSIGN(column, checked_column(std::move(column)));
        if (!titles.insert(chinese::compact(column.title)).second)
            return refused_definition("title_twice", {{"ledger", definition.name}, {"column", column.title}});
    }
    if (definition.identity_columns().empty()) return refused_definition("no_identity", {{"ledger", definition.name}});
    const auto periods = std::count_if(definition.columns.begin(), definition.columns.end(),
                                       [](const Column& column) { return column.is_period; });
    if (periods > 1) return refused_definition("two_periods", {{"ledger", definition.name}});
    return definition;
}

base::Result<Definition> extended(const Definition& before, const Definition& after)
{
    const auto would_change = [](const std::string& column) {
        return base::fail(base::ErrorKind::conflict, "ledgers.definition.would_change_records", {{"column", column}});
    };
    // Records keep their cells by position: known columns stay in front, new ones come behind.
    Definition result{before.name, {}};
    for (const Column& column : before.columns) {
        const auto at = after.column(column.title);
        if (!at || !keeps_records(column, after.columns[*at])) return would_change(column.title);
        result.columns.push_back(after.columns[*at]);
    }
    for (const Column& column : after.columns) {
        if (before.column(column.title)) continue;
        if (column.is_required || column.is_identity || column.is_period) return would_change(column.title);
        result.columns.push_back(column);
    }
    return result;
}

base::CellType cell_type(ColumnType type)
{
    if (is_number(type)) return base::CellType::decimal;
    if (type == ColumnType::date) return base::CellType::date;
    return type == ColumnType::time ? base::CellType::time : base::CellType::text;
}

}  // namespace ledgers
