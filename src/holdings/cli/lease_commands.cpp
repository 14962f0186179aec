// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>

#include "base/decimal.h"
#include "base/grouped.h"
#include "cli/json.h"
#include "holdings/cli/holdings_commands.h"
#include "holdings/holdings.h"
#include "holdings/record_json.h"

namespace holdings {

namespace {

std::string yuan(base::Money amount)
{
    return base::grouped(amount.to_string());
}

void print_leases(const std::vector<LeaseFile>& files, cli::Terminal& terminal)
{
    std::vector<std::vector<std::string>> rows;
    for (const LeaseFile& file : files) {
        const Lease& lease = file.lease;
        const bool is_let = lease.kind == LeaseKind::out;
        rows.push_back({lease.code, std::string{base::named(lease_kinds, lease.kind).chinese}, lease.party,
                        lease.building.empty() ? lease.address : lease.building,
                        base::Decimal{lease.area_dm2, 2}.to_string(), lease.approval, lease.from.to_string(),
                        lease.until.to_string(), yuan(lease.yearly), is_let ? yuan(file.due) : "",
                        is_let ? yuan(file.paid) : ""});
    }
    using cli::Side;
    cli::print_table(terminal.out,
                     {{terminal.say({"合同编号", "code"})},
                      {terminal.say({"类别", "kind"})},
                      {terminal.say({"对方", "party"})},
                      {terminal.say({"房屋或地址", "place"})},
                      {terminal.say({"面积 m²", "area m²"}), Side::right},
                      {terminal.say({"批准文号", "approval"})},
                      {terminal.say({"起始", "from"})},
                      {terminal.say({"截止", "until"})},
                      {terminal.say({"年租金", "rent a year"}), Side::right},
                      {terminal.say({"应收", "due"}), Side::right},
                      {terminal.say({"已缴国库", "paid"}), Side::right}},
                     rows);
}

cli::Exit list_leases(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    const auto files = Holdings{office->db, office->clock}.leases(office->actor.org);
    if (terminal.format != cli::Format::json) {
        print_leases(files, terminal);
        return cli::Exit::done;
    }
    boost::json::array items;
    for (const LeaseFile& file : files) items.push_back(json_of(file, office->clock.today()));
    cli::print_json(terminal.out, boost::json::object{{"items", std::move(items)}});
    return cli::Exit::done;
}

cli::Exit print_lease(const cli::Office& office, const std::string& code, cli::Terminal& terminal)
{
    const auto file = Holdings{office.db, office.clock}.lease(office.actor.org, code);
    if (!file) return refuse(terminal, file.error());
    if (terminal.format == cli::Format::json)
        cli::print_json(terminal.out, json_of(*file, office.clock.today()));
    else
        print_leases({*file}, terminal);
    return cli::Exit::done;
}

cli::Exit show_lease(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    auto office = open(input);
    return office ? print_lease(*office, input.text("CODE"), terminal) : refuse(terminal, office.error());
}

base::Result<LeaseIncome> income_of(const cli::Input& input, base::Date today)
{
    LeaseIncome income;
    TRY_ASSIGN(income.amount, base::Money::parse(input.text("AMOUNT")));
    TRY_ASSIGN(income.paid_on, base::Date::parse(input.text_or("--on", today.to_string())));
    income.document = input.text("--document");
    return income;
}

cli::Exit pay_income(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    const auto income = income_of(input, office->clock.today());
    if (!income) return refuse(terminal, income.error());
    const std::string code = input.text("CODE");
    const auto done = Holdings{office->db, office->clock}.pay(office->actor, code, *income);
    return done ? print_lease(*office, code, terminal) : refuse_act(terminal, done.error());
}

}  // namespace

void add_lease_commands(cli::Program& program, const cli::OpenOffice& open)
{
    using Run = cli::Exit (*)(const cli::OpenOffice&, const cli::Input&, cli::Terminal&);
    const auto running = [&open](Run run) {
        return [run, open](const cli::Input& input, cli::Terminal& terminal) { return run(open, input, terminal); };
    };
    program.add({.path = {"holdings", "leases"},
                 .summary = {"列出租入和租出的合同", "list what is rented and what is let"},
                 .examples = {"mingji holdings leases", "mingji holdings leases --format json"},
                 .run = running(list_leases)});
    program.add({.path = {"holdings", "lease"},
                 .summary = {"查看一份租赁合同", "show a lease"},
                 .examples = {"mingji holdings lease ZL-1"},
                 .arguments = {{"CODE", {"合同编号", "its code"}}},
                 .run = running(show_lease)});
    program.add(
        {.path = {"holdings", "income"},
         .summary = {"登记上缴国库的租金；冲减写负数", "record rent paid to the treasury; take back with a minus"},
         .examples = {"mingji holdings income ZL-1 18000.00 --document 示例缴款书 --on 2024-06-30"},
         .arguments = {{"CODE", {"合同编号", "code of the lease"}}, {"AMOUNT", {"金额（元）", "amount in yuan"}}},
         .options = {{"--document", {"缴款凭证，或冲减的原因", "voucher, or the reason"}, "TEXT", true},
                     {"--on", {"缴款日期（默认今天）", "day of the payment, today if none"}, "DATE"}},
         .run = running(pay_income)});
}

}  // namespace holdings
