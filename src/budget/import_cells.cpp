// SPDX-License-Identifier: Apache-2.0
#include "budget/import_cells.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "chinese/letters.h"
#include "chinese/number.h"

namespace budget {

using base::ErrorKind;
using base::fail;
using spreadsheet::Cell;
using spreadsheet::CellKind;

namespace {

std::string_view trimmed(std::string_view text)
{
    constexpr std::array<std::string_view, 6> blanks{" ", "\t", "\n", "\r", "\u3000", "\u00a0"};
    for (bool changed = true; changed;) {
        changed = false;
        for (const std::string_view blank : blanks) {
            if (text.starts_with(blank)) text.remove_prefix(blank.size()), changed = true;
            if (text.ends_with(blank)) text.remove_suffix(blank.size()), changed = true;
        }
    }
    return text;
}

// The whole numbers in a text whose other letters are separators of dates; empty when anything else stands there.
std::vector<std::string> date_parts(std::string_view text)
{
    constexpr std::array<std::string_view, 6> separators{"-", "/", ".", "年", "月", "日"};
    std::vector<std::string> parts(1);
    while (!text.empty()) {
        if (text.front() >= '0' && text.front() <= '9') {
            parts.back() += text.front();
            text.remove_prefix(1);
            continue;
        }
        bool found = false;
        for (const std::string_view separator : separators) {
            if (!text.starts_with(separator)) continue;
            text.remove_prefix(separator.size());
            found = true;
        }
        if (!found || parts.back().empty()) return {};
        parts.emplace_back();
    }
    if (parts.back().empty()) parts.pop_back();
    return parts;
}

std::string two_digits(const std::string& part)
{
    return part.size() == 1 ? "0" + part : part;
}

base::Result<base::Date> parse_day(std::string_view text)
{
    if (const auto iso = base::Date::parse(text)) return *iso;
    const std::vector<std::string> parts = date_parts(text);
    const auto refuse = [&] {
        return fail(ErrorKind::invalid, "budget.import.not_a_date", {{"text", std::string{text}}});
    };
    std::string iso;
    if (parts.size() == 1 && parts[0].size() == 8)
        iso = parts[0].substr(0, 4) + "-" + parts[0].substr(4, 2) + "-" + parts[0].substr(6);
    else if (parts.size() == 3)
        iso = parts[0] + "-" + two_digits(parts[1]) + "-" + two_digits(parts[2]);
    const auto day = base::Date::parse(iso);
    if (!day) return refuse();
    return *day;
}

base::Result<void> refuse_error(const Cell& cell)
{
    if (cell.kind != CellKind::error && !spreadsheet::is_error_word(cell.text)) return {};
    return fail(ErrorKind::invalid, "budget.import.cell_error", {{"text", cell.text}});
}

// 1,234.50 or ￥1234.50元; commas stand between groups of three.
std::optional<base::Decimal> written_amount(std::string_view text)
{
    std::string plain = chinese::compact(text);
    if (plain.ends_with("元")) plain.resize(plain.size() - std::string_view{"元"}.size());
    for (const std::string_view sign : {"¥", "￥"}) {
        const auto at = plain.find(sign);
        if (at == 0 || (at == 1 && plain.front() == '-')) plain.erase(at, sign.size());
    }
    const auto number = chinese::number_at_start(plain);
    const bool is_plain = number && number->size == plain.size() && !number->per_cent && !number->in_chinese;
    return is_plain ? std::optional{number->value} : std::nullopt;
}

std::optional<base::Decimal> number_in(const Cell& cell, std::string_view text)
{
    if (cell.kind == CellKind::text) return written_amount(text);
    const auto value = base::Decimal::parse(text);
    return cell.kind == CellKind::number && value ? std::optional{*value} : std::nullopt;
}

}  // namespace

base::Result<std::string_view> text_of(const Cell& cell)
{
    TRY(refuse_error(cell));
    return trimmed(cell.text);
}

base::Result<base::Date> date_of(const Cell& cell)
{
    TRY_ASSIGN(const std::string_view text, text_of(cell));
    if (cell.kind == CellKind::time && text.size() == 19) return parse_day(text.substr(0, 10));
    return parse_day(text);
}

base::Result<Month> month_of(const Cell& cell)
{
    TRY_ASSIGN(const std::string_view text, text_of(cell));
    if (const auto month = Month::parse(text)) return *month;
    if (const auto day = date_of(cell)) return Month::of(*day);
    const std::vector<std::string> parts = date_parts(text);
    std::string iso;
    if (parts.size() == 1 && parts[0].size() == 6) iso = parts[0].substr(0, 4) + "-" + parts[0].substr(4);
    // 2024.1 as a number may have been 2024.10.
    if (parts.size() == 2 && (cell.kind != CellKind::number || parts[1].size() == 2))
        iso = parts[0] + "-" + two_digits(parts[1]);
    const auto month = Month::parse(iso);
    if (!month) return fail(ErrorKind::invalid, "budget.import.not_a_month", {{"text", std::string{text}}});
    return *month;
}

base::Result<base::Money> money_of(const Cell& cell, AmountUnit unit)
{
    TRY_ASSIGN(const std::string_view text, text_of(cell));
    const auto value = number_in(cell, text);
    const auto refuse = [&] {
        return fail(ErrorKind::invalid, "budget.import.not_an_amount", {{"text", std::string{text}}});
    };
    if (!value) return refuse();
    const bool in_wan = unit == AmountUnit::wan_yuan;
    // Ten thousand million yuan: no row is larger, and a million of them can still be summed.
    constexpr base::Decimal largest = base::Decimal::whole(10'000'000'000);
    if (*value > largest || *value < -largest) return refuse();
    const auto money = base::Money::from_yuan(in_wan ? multiply(*value, base::Decimal::whole(10'000)) : *value);
    if (!money || money->yuan() > largest || money->yuan() < -largest) return refuse();
    return *money;
}

}  // namespace budget
