// SPDX-License-Identifier: Apache-2.0
#include "budget/cli/option_reader.h"

#include <charconv>

namespace budget {

namespace {

spreadsheet::Cell cell_of(const std::string& text)
{
    return {spreadsheet::CellKind::text, text};
}

}  // namespace

OptionReader::OptionReader(const cli::Input& input, cli::Terminal& terminal) : input_{input}, terminal_{terminal}
{
    year_ = parsed("--year", cli::year_of(input));
    read_unit();
}

void OptionReader::read_unit()
{
    const std::string unit = input_.text_or("--unit", "元");
    if (unit == "万元")
        unit_ = AmountUnit::wan_yuan;
    else if (unit != "元")
        refuse("--unit", {base::ErrorKind::invalid, "budget.import.unit_unknown", {{"unit", unit}}});
}

void OptionReader::refuse(const std::string& name, const base::Error& error)
{
    terminal_.err << name << "：" << terminal_.words(error) << '\n';
    is_readable_ = false;
}

std::string OptionReader::text(const std::string& name) const
{
    return std::string{text_of(cell_of(input_.text(name))).value_or("")};
}

base::Date OptionReader::date(const std::string& name)
{
    return parsed(name, date_of(cell_of(input_.text(name))));
}

base::Money OptionReader::amount(const std::string& name)
{
    return parsed(name, money_of(cell_of(input_.text(name)), unit_));
}

std::optional<Month> OptionReader::month(const std::string& name)
{
    if (!input_.has(name)) return std::nullopt;
    return parsed(name, month_of(cell_of(input_.text(name))));
}

std::optional<MonthSpan> OptionReader::months()
{
    const auto first = month("--from");
    const auto last = month("--to");
    if (first && last) return MonthSpan{*first, *last};
    if (first || last) refuse(first ? "--to" : "--from", {base::ErrorKind::invalid, "budget.import.one_month_missing"});
    return std::nullopt;
}

std::int64_t OptionReader::entry(const std::string& name)
{
    if (!input_.has(name)) return 1;
    const std::string written = text(name);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number);
    if (error != std::errc{} || end != written.data() + written.size())
        refuse(name, {base::ErrorKind::invalid, "budget.payment.entry_not_positive", {{"entry", written}}});
    return number;
}

std::vector<DocumentLine> OptionReader::lines(const std::string& name)
{
    std::vector<DocumentLine> lines;
    for (const std::string& pair : input_.all(name)) {
        const auto equals = pair.find('=');
        if (equals == std::string::npos) {
            refuse(name, {base::ErrorKind::invalid, "budget.cli.line_not_a_pair", {{"text", pair}}});
            continue;
        }
        const auto code = text_of(cell_of(pair.substr(0, equals)));
        const base::Money amount = parsed(name, money_of(cell_of(pair.substr(equals + 1)), unit_));
        lines.push_back({std::string{code.value_or("")}, amount});
    }
    return lines;
}

}  // namespace budget
