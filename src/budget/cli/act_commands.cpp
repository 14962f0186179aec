// SPDX-License-Identifier: Apache-2.0
#include "budget/cli/act_commands.h"

#include <algorithm>

#include <boost/json/array.hpp>

#include "budget/budget.h"
#include "budget/cli/option_reader.h"
#include "budget/cli/record_output.h"
#include "cli/json.h"
#include "closing/cli/correction_options.h"

namespace budget {

namespace {

namespace json = boost::json;

// What an act recorded, and whose totals it moved.
struct Recorded {
    std::string sentence;  // its code
    base::ErrorArgs args;
    json::object record;
    std::vector<std::string> lines = {};
    std::string contract = {};
};

// The act itself, once everything that was typed could be read.
using Act = std::function<base::Result<Recorded>(Budgets&, const base::Actor&, base::FiscalYear)>;

Act open_year(OptionReader&)
{
    return [](Budgets& budgets, const base::Actor& actor, base::FiscalYear year) -> base::Result<Recorded> {
        TRY(budgets.open_year(actor, year));
        const std::string text = std::to_string(year.year);
        return Recorded{"budget.cli.opened", {{"year", text}}, {{"year", text}}};
    };
}

Act add_line(OptionReader& typed)
{
    Line line{typed.text("CODE"), typed.text("NAME"), typed.kind("--kind", line_kinds)};
    line.functional_code = typed.text("--functional");
    line.economic_code = typed.text("--economic");
    return [line](Budgets& budgets, const base::Actor& actor, base::FiscalYear year) -> base::Result<Recorded> {
        TRY(budgets.add_lines(actor, year, {line}));
        return Recorded{
            "budget.cli.line_added", {{"line", line.code}, {"name", line.name}}, json_of(line), {line.code}};
    };
}

Act issue(OptionReader& typed)
{
    Document document{typed.text("NUMBER"), typed.date("--date"), typed.kind("--kind", document_kinds)};
    document.reason = typed.text("--reason");
    document.lines = typed.lines("--line");
    return [document](Budgets& budgets, const base::Actor& actor, base::FiscalYear year) -> base::Result<Recorded> {
        TRY(budgets.issue(actor, year, document));
        Recorded recorded{"budget.cli.document_issued",
                          {{"number", document.number}, {"amount", sum_of(document).to_string()}},
                          json_of(document)};
        for (const DocumentLine& line : document.lines) recorded.lines.push_back(line.line);
        return recorded;
    };
}

Act sign(OptionReader& typed)
{
    const Contract contract{typed.text("NUMBER"),  typed.text("--title"),    typed.text("--line"),
                            typed.text("--payee"), typed.amount("--amount"), typed.date("--date"),
                            typed.months()};
    return [contract](Budgets& budgets, const base::Actor& actor, base::FiscalYear year) -> base::Result<Recorded> {
        TRY(budgets.sign(actor, year, contract));
        return Recorded{"budget.cli.contract_signed",
                        {{"contract", contract.number}, {"amount", contract.amount.to_string()}},
                        json_of(contract),
                        {contract.line},
                        contract.number};
    };
}

Recorded recorded(const std::string& sentence, const Payment& payment)
{
    return {sentence,
            {{"voucher", payment.key.to_string()},
             {"amount", payment.amount.to_string()},
             {"original", payment.corrects ? payment.corrects->to_string() : ""}},
            json_of(payment),
            {payment.line},
            payment.contract};
}

Act pay(OptionReader& typed)
{
    Payment payment;
    payment.key = {typed.text("VOUCHER"), typed.entry("--entry")};
    payment.paid_on = typed.date("--date");
    payment.line = typed.text("--line");
    payment.payee = typed.text("--payee");
    payment.contract = typed.text("--contract");
    payment.service = typed.months();
    payment.functional_code = typed.text("--functional");
    payment.economic_code = typed.text("--economic");
    payment.amount = typed.amount("--amount");
    payment.note = typed.text("--note");
    return [payment](Budgets& budgets, const base::Actor& actor, base::FiscalYear year) -> base::Result<Recorded> {
        TRY_ASSIGN(const Payment made, budgets.pay(actor, year, payment));
        return recorded("budget.cli.paid", made);
    };
}

struct CorrectionOf {
    EntryKey original;
    Correction correction;
};

CorrectionOf correction(OptionReader& typed)
{
    return {{typed.text("--original"), typed.entry("--original-entry")},
            {{typed.text("VOUCHER"), typed.entry("--entry")}, typed.date("--date"), {}, typed.text("--note")}};
}

Act refund(OptionReader& typed)
{
    CorrectionOf said = correction(typed);
    said.correction.amount = typed.amount("--amount");
    return [said](Budgets& budgets, const base::Actor& actor, base::FiscalYear year) -> base::Result<Recorded> {
        TRY_ASSIGN(const Payment made, budgets.refund(actor, year, said.original, said.correction));
        return recorded("budget.cli.refunded", made);
    };
}

Act reverse(OptionReader& typed)
{
    return [said = correction(typed)](Budgets& budgets, const base::Actor& actor,
                                      base::FiscalYear year) -> base::Result<Recorded> {
        TRY_ASSIGN(const Payment made, budgets.reverse(actor, year, said.original, said.correction));
        return recorded("budget.cli.reversed", made);
    };
}

// The sentence, then what the lines and the contract come to now.
void print(const Recorded& recorded, const std::vector<Line>& lines, const std::vector<Contract>& contracts,
           cli::Terminal& terminal)
{
    if (terminal.format == cli::Format::json) {
        json::array moved;
        for (const Line& line : lines) moved.push_back(json_of(line));
        const json::value contract = contracts.empty() ? json::value(nullptr) : json_of(contracts.front());
        return cli::print_json(terminal.out,
                               json::object{{"recorded", recorded.record}, {"lines", moved}, {"contract", contract}});
    }
    terminal.note(terminal.words(recorded.sentence, recorded.args));
    if (!lines.empty()) print_lines(lines, terminal);
    if (contracts.empty()) return;
    terminal.out << '\n';
    print_contracts(contracts, terminal);
}

using Prepare = Act (*)(OptionReader& typed);

cli::Exit run(Prepare prepare, const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    OptionReader typed{input, terminal};
    const Act act = prepare(typed);
    if (!typed.is_readable()) return cli::Exit::failure;
    const auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    Budgets budgets{office->db, office->clock, closing::correction_of(input)};
    const auto recorded = act(budgets, office->actor, typed.year());
    if (!recorded) return refuse_act(terminal, recorded.error());

    auto lines = budgets.lines(office->actor.org, typed.year()).value();
    std::erase_if(lines, [&](const Line& line) {
        return std::find(recorded->lines.begin(), recorded->lines.end(), line.code) == recorded->lines.end();
    });
    auto contracts = budgets.contracts(office->actor.org, typed.year()).value();
    std::erase_if(contracts, [&](const Contract& contract) { return contract.number != recorded->contract; });
    print(*recorded, lines, contracts, terminal);
    return cli::Exit::done;
}

const cli::Option year_option{"--year", {"年度", "fiscal year"}, "YEAR", true};
const cli::Option date_option{"--date", {"日期，例如 2024-03-05", "date"}, "DATE", true};
const cli::Option line_option{"--line", {"项目编码", "code of the line"}, "CODE", true};
const cli::Option payee_option{"--payee", {"收款方或供应商", "payee or supplier"}, "NAME", true};
const cli::Option amount_option{"--amount", {"金额，最多到分", "amount, to the fen at most"}, "AMOUNT", true};
const cli::Option unit_option{
    "--unit", {"金额单位：元（默认）或万元", "unit of amounts: 元 (default) or 万元"}, "UNIT"};
const cli::Option from_option{"--from", {"服务起月，例如 2024-01", "first month of service"}, "MONTH"};
const cli::Option to_option{"--to", {"服务止月", "last month of service"}, "MONTH"};
const cli::Option functional_option{"--functional", {"功能科目编码", "functional subject"}, "CODE"};
const cli::Option economic_option{"--economic", {"经济科目编码", "economic subject"}, "CODE"};
const cli::Option entry_option{"--entry", {"凭证的第几笔（默认 1）", "entry on the voucher (default 1)"}, "N"};
const cli::Option original_option{"--original", {"原凭证号", "voucher that is answered"}, "VOUCHER", true};
const cli::Option original_entry_option{"--original-entry", {"原凭证的第几笔（默认 1）", "its entry (default 1)"}, "N"};
const cli::Option note_option{"--note", {"摘要", "note"}, "TEXT"};

void add(cli::Program& program, const cli::OpenOffice& open, Prepare prepare, cli::Command command)
{
    command.path.insert(command.path.begin(), "budget");
    if (prepare != open_year) command.options = closing::with_correction(std::move(command.options));
    command.run = [open, prepare](const cli::Input& input, cli::Terminal& terminal) {
        return run(prepare, open, input, terminal);
    };
    program.add(std::move(command));
}

void add_planning(cli::Program& program, const cli::OpenOffice& open)
{
    add(program, open, open_year,
        {.path = {"open"},
         .summary = {"建立一个年度", "open a fiscal year"},
         .examples = {"mingji budget open --year 2025"},
         .options = {year_option}});
    add(program, open, add_line,
        {.path = {"add-line"},
         .summary = {"登记一个预算项目", "add a budget line"},
         .examples = {"mingji budget add-line P07 电梯维保经费 --kind 项目支出 --year 2024"},
         .arguments = {{"CODE", {"项目编码", "code of the line"}}, {"NAME", {"项目名称", "name of the line"}}},
         .options = {year_option,
                     {"--kind", {"基本支出或项目支出", "basic or project"}, "KIND", true},
                     functional_option,
                     economic_option}});
    add(program, open, issue,
        {.path = {"issue"},
         .summary = {"登记一份预算文件：年初批复、追加、追减、调剂或上年结转", "record a budget document"},
         .examples =
             {"mingji budget issue 示财预〔2024〕9号 --kind 追加 --date 2024-07-01 --line P07=80 --unit 万元 --year "
              "2024",
              "mingji budget issue 示财预〔2024〕10号 --kind 调剂 --date 2024-09-01 --line P07=-5000 --line P08=5000 "
              "--year 2024"},
         .arguments = {{"NUMBER", {"文号", "number of the document"}}},
         .options = {year_option,
                     {"--kind", {"类型", "initial, supplement, reduction, transfer or carry_over"}, "KIND", true},
                     date_option,
                     {"--line",
                      {"项目编码=金额，追减写负数；几个项目就写几次", "line=amount, once for each line"},
                      "CODE=AMOUNT",
                      true,
                      true},
                     unit_option,
                     {"--reason", {"事由", "reason"}, "TEXT"}}});
    add(program, open, sign,
        {.path = {"sign"},
         .summary = {"登记一份合同（占用项目的预算）", "record a contract, which commits money of its line"},
         .examples = {"mingji budget sign HT-07 --title 电梯维保合同 --line P07 --payee 某某电梯公司 --amount 60000 "
                      "--date 2024-07-05 --from 2024-07 --to 2024-12 --year 2024"},
         .arguments = {{"NUMBER", {"合同编号", "number of the contract"}}},
         .options = {year_option,
                     {"--title", {"合同名称", "title"}, "TEXT"},
                     line_option,
                     payee_option,
                     amount_option,
                     unit_option,
                     date_option,
                     from_option,
                     to_option}});
}

void add_paying(cli::Program& program, const cli::OpenOffice& open)
{
    const cli::Argument voucher{"VOUCHER", {"凭证号", "voucher"}};
    add(program, open, pay,
        {.path = {"pay"},
         .summary = {"登记一笔支付", "record a payment"},
         .examples = {"mingji budget pay 记-0712 --line P07 --payee 某某电梯公司 --amount 10000.00 --date 2024-08-05 "
                      "--contract HT-07 --from 2024-07 --to 2024-07 --year 2024"},
         .arguments = {voucher},
         .options = {year_option,
                     date_option,
                     line_option,
                     payee_option,
                     amount_option,
                     unit_option,
                     {"--contract", {"按哪个合同支付", "contract it is paid under"}, "NUMBER"},
                     from_option,
                     to_option,
                     functional_option,
                     economic_option,
                     entry_option,
                     note_option}});
    add(program, open, refund,
        {.path = {"refund"},
         .summary = {"登记一笔退款（钱退回来了）", "record money that came back"},
         .examples = {"mingji budget refund 退-0003 --original 记-0712 --amount 500 --date 2024-09-02 --year 2024"},
         .arguments = {voucher},
         .options = {year_option, date_option, original_option, original_entry_option, amount_option, unit_option,
                     entry_option, note_option}});
    add(program, open, reverse,
        {.path = {"reverse"},
         .summary = {"红冲一笔记错的支付或退款（整笔，只能一次）", "reverse a mistaken entry, as a whole and once"},
         .examples = {"mingji budget reverse 红-0001 --original 记-0712 --date 2024-08-06 --year 2024"},
         .arguments = {voucher},
         .options = {year_option, date_option, original_option, original_entry_option, entry_option, note_option}});
}

}  // namespace

void add_act_commands(cli::Program& program, const cli::OpenOffice& open)
{
    add_planning(program, open);
    add_paying(program, open);
}

}  // namespace budget
