// SPDX-License-Identifier: Apache-2.0
#include "budget/core/execution.h"

#include <map>
#include <stdexcept>

namespace budget {

using base::Date;
using base::Money;

namespace {

using ByCode = std::map<std::string_view, LineExecution*>;

LineExecution& line_in(const ByCode& by_code, std::string_view code)
{
    const auto found = by_code.find(code);
    if (found == by_code.end()) throw std::logic_error("a record names a line that is not there: " + std::string{code});
    return *found->second;
}

void add_documents(const ByCode& by_code, const std::vector<Document>& documents, Date as_of)
{
    for (const Document& document : documents) {
        if (document.issued_on > as_of) continue;
        for (const DocumentLine& line : document.lines)
            line_in(by_code, line.line).amounts.by_document.at(static_cast<std::size_t>(document.kind)) += line.amount;
    }
}

void add_payments(const ByCode& by_code, const YearRecords& records, Date as_of)
{
    std::map<std::string_view, Money> under_contract;
    for (const PaidSum& sum : records.paid) {
        if (sum.day > as_of) continue;
        LineExecution& line = line_in(by_code, sum.line);
        line.amounts.paid += sum.amount;
        line.paid_in_month.at(sum.day.month() - 1) += sum.amount;
        if (!sum.contract.empty()) under_contract[sum.contract] += sum.amount;
    }
    for (const Contract& contract : records.contracts)
        if (contract.signed_on <= as_of)
            line_in(by_code, contract.line).amounts.committed += contract.amount - under_contract[contract.number];
}

std::vector<MonthExecution> months_of(const std::vector<LineExecution>& lines, Date as_of)
{
    std::vector<MonthExecution> months;
    Money so_far;
    for (unsigned month = 1; month <= as_of.month(); ++month) {
        MonthExecution row{Month{as_of.year() * 12 + static_cast<int>(month) - 1}, {}, {}, {}};
        for (const LineExecution& line : lines)
            (line.line.kind == LineKind::basic ? row.basic : row.project) += line.paid_in_month.at(month - 1);
        so_far += row.whole();
        row.paid_so_far = so_far;
        months.push_back(row);
    }
    return months;
}

}  // namespace

Money Amounts::adjusted() const
{
    Money sum;
    for (const Money amount : by_document) sum += amount;
    return sum;
}

Amounts& Amounts::operator+=(const Amounts& other)
{
    for (std::size_t i = 0; i < by_document.size(); ++i) by_document.at(i) += other.by_document.at(i);
    committed += other.committed;
    paid += other.paid;
    return *this;
}

Execution execution(const YearRecords& records, Date as_of)
{
    // After the year's end nothing moves any more; before its start only the first documents are there.
    const Date day = std::min(as_of, records.year.last_day());
    Execution result{.as_of = day};
    for (const Line& line : records.lines) result.lines.push_back({line, {}});
    ByCode by_code;
    for (LineExecution& line : result.lines) by_code[line.line.code] = &line;

    add_documents(by_code, records.documents, day);
    add_payments(by_code, records, day);
    for (const LineExecution& line : result.lines) {
        (line.line.kind == LineKind::basic ? result.basic : result.project) += line.amounts;
        result.whole += line.amounts;
    }
    if (day >= records.year.first_day()) result.months = months_of(result.lines, day);
    return result;
}

Light light_of(const base::Ratio& rate, unsigned month)
{
    const base::Ratio pace = rate * base::Ratio::whole(12) / base::Ratio::whole(month);
    if (pace < base::Ratio{base::Decimal{60, 2}, base::Decimal::whole(1)}) return Light::red;
    if (pace < base::Ratio{base::Decimal{80, 2}, base::Decimal::whole(1)}) return Light::yellow;
    return Light::green;
}

std::string_view to_text(Light light)
{
    switch (light) {
        case Light::red: return "red";
        case Light::yellow: return "yellow";
        case Light::green: return "green";
    }
    throw std::logic_error("no such light");
}

std::vector<Shortfall> shortfalls(const YearRecords& records, Date as_of)
{
    std::map<std::string_view, std::map<Date, Money>> moved;
    for (const Document& document : records.documents)
        for (const DocumentLine& line : document.lines) moved[line.line][document.issued_on] += line.amount;
    std::map<std::string_view, Date> signed_on;
    for (const Contract& contract : records.contracts) {
        moved[contract.line][contract.signed_on] += -contract.amount;
        signed_on[contract.number] = contract.signed_on;
    }
    for (const PaidSum& sum : records.paid) {
        moved[sum.line][sum.day] += -sum.amount;
        // Paid under a contract frees as much of the commitment, from the day the contract was signed.
        const auto contract = signed_on.find(sum.contract);
        if (contract != signed_on.end()) moved[sum.line][std::max(sum.day, contract->second)] += sum.amount;
    }

    std::vector<Shortfall> found;
    for (const auto& [line, days] : moved) {
        Money available;
        std::optional<Shortfall> shortfall;
        for (const auto& [day, amount] : days) {
            if (day > as_of) break;
            available += amount;
            if (available >= Money{}) continue;
            if (!shortfall) shortfall = Shortfall{std::string{line}, day, {}};
            shortfall->largest = std::max(shortfall->largest, -available);
        }
        if (shortfall) found.push_back(*shortfall);
    }
    return found;
}

}  // namespace budget
