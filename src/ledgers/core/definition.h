// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/records.h"
#include "base/result.h"

namespace ledgers {

enum class ColumnType { text, integer, decimal, money, date, time, choice, organisation, attachment };
inline constexpr std::array column_types{ColumnType::text,   ColumnType::integer,      ColumnType::decimal,
                                         ColumnType::money,  ColumnType::date,         ColumnType::time,
                                         ColumnType::choice, ColumnType::organisation, ColumnType::attachment};

// Position in the enum is position in both lists: the word of the database and the word of the definition sheet.
std::string word_of(ColumnType type);
std::string chinese_of(ColumnType type);
std::optional<ColumnType> type_of_word(std::string_view word);
std::optional<ColumnType> type_of_chinese(std::string_view word);
std::vector<std::string> all_chinese_types();

bool is_number(ColumnType type);

struct Column {
    std::string title;
    ColumnType type = ColumnType::text;
    std::string unit = {};  // canonical (base::unit_named); of a money column always 元
    std::vector<std::string> choices = {};
    bool is_required = false;
    bool is_identity = false;  // identity columns together name a record, so they are required
    bool is_period = false;    // the day or time that places a record in a period; at most one

    friend bool operator==(const Column&, const Column&) = default;
};

// A register that a unit keeps: its name and its columns in the order people see them.
struct Definition {
    std::string name;
    std::vector<Column> columns;

    std::vector<std::size_t> identity_columns() const;
    std::optional<std::size_t> period_column() const;
    std::optional<std::size_t> column(std::string_view title) const;

    friend bool operator==(const Definition&, const Definition&) = default;
};

// The definition made whole (units canonical, money in 元, identity columns required), or the first refusal:
// ledgers.definition.name_empty, .name_too_long, .no_columns, .too_many_columns, .title_empty, .title_twice,
// .no_identity, .two_periods, .period_not_a_day, .no_choices, .choice_twice, .money_unit.
base::Result<Definition> checked(Definition definition);

// What a later declaration may make of a register that has records: new columns that old records can do without, more
// choices, another order. Refuses ledgers.definition.would_change_records {column}.
base::Result<Definition> extended(const Definition& before, const Definition& after);

base::CellType cell_type(ColumnType type);

}  // namespace ledgers
