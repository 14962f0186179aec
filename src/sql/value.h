// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/money.h"

namespace sql {

// What a parameter or a column can hold: nothing, a whole number, or text. Dates travel as ISO text, money as fen.
class Value {
public:
    using Variant = std::variant<std::monostate, std::int64_t, std::string>;

    Value() = default;
    Value(std::nullopt_t) {}
    Value(std::int64_t number) : value_{number} {}
    Value(int number) : value_{std::int64_t{number}} {}
    // Text with a NUL inside is refused (std::invalid_argument): PostgreSQL would cut it silently.
    Value(std::string text);
    Value(std::string_view text) : Value{std::string{text}} {}
    Value(const char* text) : Value{std::string{text}} {}
    Value(base::Money money) : value_{money.fen()} {}
    Value(base::Date date) : value_{date.to_string()} {}
    template <class Tag>
    Value(const base::Id<Tag>& id) : Value{id.text()}
    {
    }
    template <class T>
    Value(const std::optional<T>& maybe) : Value{maybe ? Value{*maybe} : Value{}}
    {
    }

    const Variant& variant() const { return value_; }

private:
    Variant value_;
};

// NULL where a record has no such text.
inline Value text_or_null(const std::string& text)
{
    return text.empty() ? Value{} : Value{text};
}

using Parameters = std::vector<std::pair<std::string, Value>>;

// One row of an answer. Columns are asked for by name; asking for a column that is not there, for text of a number
// or for a value of NULL is our mistake (std::logic_error).
class Row {
public:
    Row(std::shared_ptr<const std::vector<std::string>> names, std::vector<Value::Variant> values)
        : names_{std::move(names)}, values_{std::move(values)}
    {
    }

    bool is_null(std::string_view column) const;
    std::string text(std::string_view column) const;
    std::int64_t integer(std::string_view column) const;
    base::Money money(std::string_view column) const { return base::Money::from_fen(integer(column)); }
    base::Date date(std::string_view column) const { return base::Date::parse(text(column)).value(); }
    std::optional<std::string> text_if(std::string_view column) const;
    std::optional<std::int64_t> integer_if(std::string_view column) const;
    std::optional<base::Date> date_if(std::string_view column) const;

private:
    const Value::Variant& at(std::string_view column) const;

    std::shared_ptr<const std::vector<std::string>> names_;
    std::vector<Value::Variant> values_;
};

}  // namespace sql
