// SPDX-License-Identifier: Apache-2.0
#include "ledgers/core/cell.h"

#include <algorithm>

#include "base/money.h"
#include "chinese/letters.h"
#include "ledgers/core/date_cell.h"
#include "ledgers/core/number_cell.h"
#include "ledgers/core/refused_cell.h"

namespace ledgers {

namespace {

constexpr std::size_t longest_text = 30'000;       // bytes: 10,000 Chinese letters
constexpr std::size_t longest_organisation = 300;  // bytes: 100 Chinese letters

// What no cell may hold: controls other than tab and line ends. Cells are joined by one of them.
bool has_control_character(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
    });
}

base::Result<base::Decimal> number_of(const Column& column, const WrittenCell& cell, const std::string& header_unit)
{
    if (cell.written == Written::date || cell.written == Written::time || cell.written == Written::yes_no)
        return refused_cell("not_a_number", cell.text);
    TRY_ASSIGN(WrittenNumber number, parse_number(cell.text));
    if (number.unit.empty() && cell.written != Written::percent) number.unit = header_unit;
    if (cell.written != Written::percent || column.unit.empty()) return in_unit(number, column.unit);
    // The sheet keeps 0.98 and shows 98 %.
    TRY_ASSIGN(const base::Decimal hundredths, in_unit({number.value, "百"}, "%"));
    return in_unit({hundredths, "%"}, column.unit);
}

base::Result<std::string> number_text(const Column& column, const WrittenCell& cell, const std::string& header_unit)
{
    TRY_ASSIGN(const base::Decimal value, number_of(column, cell, header_unit));
    const base::Decimal plain = value.without_trailing_zeros();
    if (column.type == ColumnType::integer && plain.scale() > 0) return refused_cell("not_whole", cell.text);
    if (column.type != ColumnType::money) return plain.to_string();
    const auto amount = base::Money::from_yuan(plain);
    if (!amount) return refused_cell("not_an_amount", cell.text);
    return amount->to_string();
}

base::Result<std::string> day_text(const WrittenCell& cell)
{
    // 45296 is how a sheet keeps a day whose format was lost; which day depends on the sheet's calendar.
    if (cell.written == Written::number && cell.text.size() != 8) return refused_cell("date_without_format", cell.text);
    TRY_ASSIGN(const base::Date day, parse_day(cell.text));
    return day.to_string();
}

base::Result<std::string> moment_text(const WrittenCell& cell)
{
    if (cell.written == Written::number) return refused_cell("date_without_format", cell.text);
    TRY_ASSIGN(const base::DateTime moment, parse_moment(cell.text));
    return moment.to_string();
}

base::Result<std::string> choice_text(const Column& column, const WrittenCell& cell, const std::string& text)
{
    const std::string wanted = chinese::compact(text);
    std::string all;
    for (const std::string& choice : column.choices) {
        if (chinese::compact(choice) == wanted) return choice;
        all += (all.empty() ? "" : "、") + choice;
    }
    return refused_cell("not_a_choice", {{"text", std::string{cell.text}}, {"choices", all}});
}

base::Result<std::string> organisation_text(const WrittenCell& cell, const std::string& text)
{
    const bool only_digits = text.find_first_not_of("0123456789.-") == std::string::npos;
    const bool has_line_end = text.find('\n') != std::string::npos;
    if (only_digits || has_line_end || text.size() > longest_organisation)
        return refused_cell("not_an_organisation", cell.text);
    return text;
}

base::Result<std::string> digest_text(const WrittenCell& cell)
{
    std::string digest = chinese::compact(cell.text);
    std::transform(digest.begin(), digest.end(), digest.begin(),
                   [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (digest.size() != 64 || digest.find_first_not_of("0123456789abcdef") != std::string::npos)
        return refused_cell("not_a_digest", cell.text);
    return digest;
}

std::string plain_text(const WrittenCell& cell)
{
    if (cell.written == Written::yes_no) return cell.text == "1" ? "是" : "否";
    return chinese::trimmed(cell.text);
}

}  // namespace

base::Result<std::string> parse_cell(const Column& column, const WrittenCell& cell, const std::string& header_unit)
{
    if (cell.written == Written::broken && cell.text == "=?") return refused_cell("formula_without_value");
    if (cell.written == Written::broken) return refused_cell("broken_formula", cell.text);
    if (has_control_character(cell.text)) return refused_cell("control_character");
    if (cell.text.size() > longest_text) return refused_cell("too_long", {{"most", std::to_string(longest_text / 3)}});
    std::string text = plain_text(cell);
    if (text.empty()) {
        if (column.is_required) return refused_cell("required");
        return text;
    }
    switch (column.type) {
        case ColumnType::text: return text;
        case ColumnType::integer:
        case ColumnType::decimal:
        case ColumnType::money: return number_text(column, cell, header_unit);
        case ColumnType::date: return day_text(cell);
        case ColumnType::time: return moment_text(cell);
        case ColumnType::choice: return choice_text(column, cell, text);
        case ColumnType::organisation: return organisation_text(cell, text);
        case ColumnType::attachment: return digest_text(cell);
    }
    return text;
}

base::Cell typed(ColumnType type, const std::string& canonical)
{
    if (canonical.empty()) return std::monostate{};
    switch (cell_type(type)) {
        case base::CellType::decimal: return base::Decimal::parse(canonical).value();
        case base::CellType::date: return base::Date::parse(canonical).value();
        case base::CellType::time: return base::DateTime::parse(canonical).value();
        case base::CellType::text: break;
    }
    return canonical;
}

}  // namespace ledgers
