// SPDX-License-Identifier: Apache-2.0
#include "sql/value.h"

#include <stdexcept>

namespace sql {

Value::Value(std::string text)
{
    if (text.find('\0') != std::string::npos) throw std::invalid_argument("text with a NUL for the database");
    value_ = std::move(text);
}

const Value::Variant& Row::at(std::string_view column) const
{
    for (std::size_t i = 0; i < names_->size(); ++i)
        if ((*names_)[i] == column) return values_[i];
    throw std::logic_error("the answer has no column " + std::string{column});
}

bool Row::is_null(std::string_view column) const
{
    return std::holds_alternative<std::monostate>(at(column));
}

std::string Row::text(std::string_view column) const
{
    const auto& value = at(column);
    if (const auto* const text = std::get_if<std::string>(&value)) return *text;
    throw std::logic_error("column " + std::string{column} + " is not text");
}

std::int64_t Row::integer(std::string_view column) const
{
    const auto& value = at(column);
    if (const auto* const number = std::get_if<std::int64_t>(&value)) return *number;
    throw std::logic_error("column " + std::string{column} + " is not a whole number");
}

std::optional<std::string> Row::text_if(std::string_view column) const
{
    return is_null(column) ? std::nullopt : std::optional{text(column)};
}

std::optional<std::int64_t> Row::integer_if(std::string_view column) const
{
    return is_null(column) ? std::nullopt : std::optional{integer(column)};
}

std::optional<base::Date> Row::date_if(std::string_view column) const
{
    return is_null(column) ? std::nullopt : std::optional{date(column)};
}

}  // namespace sql
