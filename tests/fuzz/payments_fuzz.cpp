// SPDX-License-Identifier: Apache-2.0
// Feeds text tables of payments to the import, up to its decision. What it would store must add up, and no line and no
// contract may come out beyond its money.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "budget/payment_workbook.h"

namespace {

constexpr base::FiscalYear year{2024};

void decide_on(budget::PaymentWorkbook read)
{
    using base::Money;
    const std::vector<budget::Line> lines{
        {"P1",
         "示例",
         budget::LineKind::project,
         "2010303",
         "30209",
         Money::from_fen(100'000),
         Money::from_fen(60'000),
         {}},
        {"B1", "示例", budget::LineKind::basic, "", "", Money::from_fen(1'000), {}, Money::from_fen(400)}};
    budget::Contract contract{"C1", "示例", "P1", "示例", Money::from_fen(60'000), base::Date::of(2024, 1, 5).value()};
    contract.service =
        budget::MonthSpan{budget::Month::parse("2024-01").value(), budget::Month::parse("2024-12").value()};
    const budget::BatchDecision decision = decide(read.batch, lines, {contract}, year);
    for (const budget::RowProblem& problem : decision.problems) static_cast<void>(read.at(problem));
    if (!decision.problems.empty()) return;
    Money sum;
    for (const auto& [code, move] : decision.lines) {
        sum += move.amount;
        const budget::Line& line = lines.at(code == "P1" ? 0 : 1);
        if (move.amount - move.from_contract > line.available()) std::abort();
    }
    if (sum != decision.amount) std::abort();
    for (const auto& [number, amount] : decision.contracts)
        if (number != contract.number || amount > contract.open()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    auto workbook =
        spreadsheet::Workbook::from_bytes(std::string{reinterpret_cast<const char*>(data), size}, "支付.csv");
    if (!workbook) return 0;
    const budget::ImportFile file{*workbook, "支付.csv"};
    budget::ImportJob job{file};
    auto read = budget::read_payments(job);
    if (read) decide_on(*std::move(read));
    return 0;
}
