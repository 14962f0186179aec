// SPDX-License-Identifier: Apache-2.0
#include "budget/cli/list_commands.h"

#include <boost/json/array.hpp>

#include "budget/budget.h"
#include "budget/cli/option_reader.h"
#include "budget/cli/record_output.h"
#include "cli/json.h"

namespace budget {

namespace {

namespace json = boost::json;
using cli::Exit;

template <class Record>
json::array array_of(const std::vector<Record>& records)
{
    json::array array;
    for (const Record& record : records) array.push_back(json_of(record));
    return array;
}

// Shows what one of the facade's questions about a year answers.
template <class Record>
auto listing(const cli::OpenOffice& open, const char* name,
             base::Result<std::vector<Record>> (Budgets::*question)(const base::OrgId&, base::FiscalYear) const,
             void (*print)(const std::vector<Record>&, cli::Terminal&))
{
    return [=](const cli::Input& input, cli::Terminal& terminal) {
        const auto year = year_of(input);
        if (!year) return refuse(terminal, year.error());
        const auto office = open(input);
        if (!office) return refuse(terminal, office.error());
        const Budgets budgets{office->db, office->clock};
        const auto records = (budgets.*question)(office->actor.org, *year);
        if (!records) return refuse(terminal, records.error());
        if (terminal.format == cli::Format::json)
            cli::print_json(terminal.out, json::object{{name, array_of(*records)}});
        else
            print(*records, terminal);
        return Exit::done;
    };
}

Exit list_payments(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    OptionReader typed{input, terminal};
    const PaymentFilter filter{typed.text("--line"), typed.text("--contract"), typed.month("--month"), ""};
    if (!typed.is_readable()) return Exit::failure;
    const auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    const auto payments = Budgets{office->db, office->clock}.payments(office->actor.org, typed.year(), filter);
    if (!payments) return refuse(terminal, payments.error());
    if (terminal.format == cli::Format::json)
        cli::print_json(terminal.out, json::object{{"count", payments->size()},
                                                   {"total", sum_of(*payments).to_string()},
                                                   {"payments", array_of(*payments)}});
    else
        print_payments(*payments, terminal);
    return Exit::done;
}

const cli::Option year_option{"--year", {"年度", "fiscal year"}, "YEAR", true};

}  // namespace

void add_list_commands(cli::Program& program, const cli::OpenOffice& open)
{
    program.add({.path = {"budget", "lines"},
                 .summary = {"列出预算项目和各项目现在的数", "list budget lines with their running totals"},
                 .examples = {"mingji budget lines --year 2024"},
                 .options = {year_option},
                 .run = listing(open, "lines", &Budgets::lines, print_lines)});
    program.add({.path = {"budget", "documents"},
                 .summary = {"列出预算文件", "list budget documents"},
                 .examples = {"mingji budget documents --year 2024"},
                 .options = {year_option},
                 .run = listing(open, "documents", &Budgets::documents, print_documents)});
    program.add({.path = {"budget", "contracts"},
                 .summary = {"列出合同和各合同的已付、未付", "list contracts with what is paid and open"},
                 .examples = {"mingji budget contracts --year 2024"},
                 .options = {year_option},
                 .run = listing(open, "contracts", &Budgets::contracts, print_contracts)});
    program.add({.path = {"budget", "payments"},
                 .summary = {"列出支付、退款和红冲，附合计", "list payments, refunds and reversals with their sum"},
                 .examples = {"mingji budget payments --year 2024 --line P01 --month 2024-03",
                              "mingji budget payments --year 2024 --contract HT-01 --format json"},
                 .options = {year_option,
                             {"--line", {"只列这个项目的", "of this line only"}, "CODE"},
                             {"--month", {"只列这个月支付的，例如 2024-03", "paid in this month only"}, "MONTH"},
                             {"--contract", {"只列这个合同的", "under this contract only"}, "NUMBER"}},
                 .run = [open](const cli::Input& input, cli::Terminal& terminal) {
                     return list_payments(open, input, terminal);
                 }});
}

}  // namespace budget
