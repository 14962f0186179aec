// SPDX-License-Identifier: Apache-2.0
#include "budget/cli/record_output.h"

#include "base/grouped.h"

namespace budget {

namespace {

using cli::Side;
using Rows = std::vector<std::vector<std::string>>;

std::string months(const std::optional<MonthSpan>& service)
{
    if (!service) return {};
    const std::string first = service->first.to_string();
    return service->first == service->last ? first : first + "～" + service->last.to_string();
}

template <class Kind>
std::string word_of(Kind kind, const cli::Terminal& terminal)
{
    return terminal.say({std::string{chinese(kind)}, std::string{to_text(kind)}});
}

}  // namespace

std::string percent(const std::optional<base::Ratio>& rate)
{
    return rate ? rate->percent(2).to_string() + "%" : "—";
}

std::string shown(base::Money amount)
{
    return base::grouped(amount.to_string());
}

void print_amounts(const std::vector<cli::TableColumn>& columns, const Rows& rows, cli::Terminal& terminal)
{
    terminal.out << terminal.say({"单位：元", "unit: yuan"}) << '\n';
    cli::print_table(terminal.out, columns, rows);
}

base::Money sum_of(const std::vector<Payment>& payments)
{
    base::Money sum;
    for (const Payment& payment : payments) sum += payment.amount;
    return sum;
}

void print_lines(const std::vector<Line>& lines, cli::Terminal& terminal)
{
    Rows rows;
    for (const Line& line : lines)
        rows.push_back({line.code, line.name, word_of(line.kind, terminal), shown(line.adjusted), shown(line.committed),
                        shown(line.paid), shown(line.available()), percent(rate_of(line.paid, line.adjusted))});
    print_amounts({{terminal.say({"编码", "code"})},
                   {terminal.say({"项目", "line"})},
                   {terminal.say({"类别", "kind"})},
                   {terminal.say({"调整后", "adjusted"}), Side::right},
                   {terminal.say({"已签未付", "committed"}), Side::right},
                   {terminal.say({"已支付", "paid"}), Side::right},
                   {terminal.say({"可用", "available"}), Side::right},
                   {terminal.say({"执行率", "rate"}), Side::right}},
                  rows, terminal);
}

void print_documents(const std::vector<Document>& documents, cli::Terminal& terminal)
{
    Rows rows;
    for (const Document& document : documents)
        for (const DocumentLine& line : document.lines)
            rows.push_back({document.issued_on.to_string(), document.number, word_of(document.kind, terminal),
                            line.line, shown(line.amount), document.reason, document.place});
    print_amounts({{terminal.say({"日期", "date"})},
                   {terminal.say({"文号", "number"})},
                   {terminal.say({"类型", "kind"})},
                   {terminal.say({"项目", "line"})},
                   {terminal.say({"金额", "amount"}), Side::right},
                   {terminal.say({"事由", "reason"})},
                   {terminal.say({"来源", "place"})}},
                  rows, terminal);
}

void print_contracts(const std::vector<Contract>& contracts, cli::Terminal& terminal)
{
    Rows rows;
    for (const Contract& contract : contracts)
        rows.push_back({contract.number, contract.title, contract.line, contract.payee, shown(contract.amount),
                        shown(contract.paid), shown(contract.open()), contract.signed_on.to_string(),
                        months(contract.service), contract.place});
    print_amounts({{terminal.say({"编号", "number"})},
                   {terminal.say({"合同", "contract"})},
                   {terminal.say({"项目", "line"})},
                   {terminal.say({"供应商", "supplier"})},
                   {terminal.say({"金额", "amount"}), Side::right},
                   {terminal.say({"已支付", "paid"}), Side::right},
                   {terminal.say({"未付", "open"}), Side::right},
                   {terminal.say({"签订日期", "signed"})},
                   {terminal.say({"服务期", "service"})},
                   {terminal.say({"来源", "place"})}},
                  rows, terminal);
}

void print_payments(const std::vector<Payment>& payments, cli::Terminal& terminal)
{
    Rows rows;
    for (const Payment& payment : payments)
        rows.push_back({payment.paid_on.to_string(), payment.key.to_string(), word_of(payment.kind, terminal),
                        payment.line, payment.payee, payment.contract, months(payment.service), shown(payment.amount),
                        payment.corrects ? payment.corrects->to_string() : "", payment.note, payment.place});
    rows.push_back({terminal.say({"合计", "total"}),
                    terminal.words("budget.cli.entries", {{"count", std::to_string(payments.size())}}), "", "", "", "",
                    "", shown(sum_of(payments))});
    print_amounts({{terminal.say({"日期", "date"})},
                   {terminal.say({"凭证", "voucher"})},
                   {terminal.say({"类型", "kind"})},
                   {terminal.say({"项目", "line"})},
                   {terminal.say({"收款方", "payee"})},
                   {terminal.say({"合同", "contract"})},
                   {terminal.say({"服务期", "service"})},
                   {terminal.say({"金额", "amount"}), Side::right},
                   {terminal.say({"原凭证", "corrects"})},
                   {terminal.say({"摘要", "note"})},
                   {terminal.say({"来源", "place"})}},
                  rows, terminal);
}

}  // namespace budget
