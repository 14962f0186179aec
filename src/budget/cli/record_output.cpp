// SPDX-License-Identifier: Apache-2.0
#include "budget/cli/record_output.h"

#include <boost/json/array.hpp>

namespace budget {

namespace {

namespace json = boost::json;
using cli::Side;
using Rows = std::vector<std::vector<std::string>>;

json::value text_or_null(const std::string& text)
{
    return text.empty() ? json::value(nullptr) : json::value(text);
}

void add_service(json::object& object, const std::optional<MonthSpan>& service)
{
    object["service_from"] = text_or_null(service ? service->first.to_string() : "");
    object["service_to"] = text_or_null(service ? service->last.to_string() : "");
}

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

json::value rate_or_null(const std::optional<base::Ratio>& rate)
{
    return rate ? json::value(percent(rate)) : json::value(nullptr);
}

json::object json_of(const Line& line)
{
    return {{"code", line.code},
            {"name", line.name},
            {"kind", to_text(line.kind)},
            {"functional_code", text_or_null(line.functional_code)},
            {"economic_code", text_or_null(line.economic_code)},
            {"adjusted", line.adjusted.to_string()},
            {"committed", line.committed.to_string()},
            {"paid", line.paid.to_string()},
            {"available", line.available().to_string()},
            {"rate", rate_or_null(rate_of(line.paid, line.adjusted))}};
}

json::object json_of(const Document& document)
{
    json::array lines;
    for (const DocumentLine& line : document.lines)
        lines.push_back(json::object{{"line", line.line}, {"amount", line.amount.to_string()}});
    return {{"number", document.number},
            {"issued_on", document.issued_on.to_string()},
            {"kind", to_text(document.kind)},
            {"reason", text_or_null(document.reason)},
            {"amount", sum_of(document).to_string()},
            {"lines", std::move(lines)},
            {"place", text_or_null(document.place)}};
}

json::object json_of(const Contract& contract)
{
    json::object object{{"number", contract.number},
                        {"title", text_or_null(contract.title)},
                        {"line", contract.line},
                        {"payee", contract.payee},
                        {"amount", contract.amount.to_string()},
                        {"paid", contract.paid.to_string()},
                        {"open", contract.open().to_string()},
                        {"signed_on", contract.signed_on.to_string()}};
    add_service(object, contract.service);
    object["place"] = text_or_null(contract.place);
    return object;
}

json::object json_of(const Payment& payment)
{
    json::object object{{"voucher", payment.key.voucher},
                        {"entry", payment.key.entry},
                        {"kind", to_text(payment.kind)},
                        {"paid_on", payment.paid_on.to_string()},
                        {"line", payment.line},
                        {"payee", payment.payee},
                        {"contract", text_or_null(payment.contract)}};
    add_service(object, payment.service);
    object["functional_code"] = text_or_null(payment.functional_code);
    object["economic_code"] = text_or_null(payment.economic_code);
    object["amount"] = payment.amount.to_string();
    object["corrects"] = nullptr;
    if (payment.corrects)
        object["corrects"] = json::object{{"voucher", payment.corrects->voucher}, {"entry", payment.corrects->entry}};
    object["note"] = text_or_null(payment.note);
    object["place"] = text_or_null(payment.place);
    return object;
}

base::Money sum_of(const std::vector<Payment>& payments)
{
    base::Money sum;
    for (const Payment& payment : payments) sum += payment.amount;
    return sum;
}

base::Money sum_of(const Document& document)
{
    base::Money sum;
    for (const DocumentLine& line : document.lines) sum += line.amount;
    return sum;
}

void print_lines(const std::vector<Line>& lines, cli::Terminal& terminal)
{
    Rows rows;
    for (const Line& line : lines)
        rows.push_back({line.code, line.name, word_of(line.kind, terminal), line.adjusted.to_string(),
                        line.committed.to_string(), line.paid.to_string(), line.available().to_string(),
                        percent(rate_of(line.paid, line.adjusted))});
    cli::print_table(terminal.out,
                     {{terminal.say({"编码", "code"})},
                      {terminal.say({"项目", "line"})},
                      {terminal.say({"类别", "kind"})},
                      {terminal.say({"调整后", "adjusted"}), Side::right},
                      {terminal.say({"已签未付", "committed"}), Side::right},
                      {terminal.say({"已支付", "paid"}), Side::right},
                      {terminal.say({"可用", "available"}), Side::right},
                      {terminal.say({"执行率", "rate"}), Side::right}},
                     rows);
}

void print_documents(const std::vector<Document>& documents, cli::Terminal& terminal)
{
    Rows rows;
    for (const Document& document : documents)
        for (const DocumentLine& line : document.lines)
            rows.push_back({document.issued_on.to_string(), document.number, word_of(document.kind, terminal),
                            line.line, line.amount.to_string(), document.reason, document.place});
    cli::print_table(terminal.out,
                     {{terminal.say({"日期", "date"})},
                      {terminal.say({"文号", "number"})},
                      {terminal.say({"类型", "kind"})},
                      {terminal.say({"项目", "line"})},
                      {terminal.say({"金额", "amount"}), Side::right},
                      {terminal.say({"事由", "reason"})},
                      {terminal.say({"来源", "place"})}},
                     rows);
}

void print_contracts(const std::vector<Contract>& contracts, cli::Terminal& terminal)
{
    Rows rows;
    for (const Contract& contract : contracts)
        rows.push_back({contract.number, contract.title, contract.line, contract.payee, contract.amount.to_string(),
                        contract.paid.to_string(), contract.open().to_string(), contract.signed_on.to_string(),
                        months(contract.service), contract.place});
    cli::print_table(terminal.out,
                     {{terminal.say({"编号", "number"})},
                      {terminal.say({"合同", "contract"})},
                      {terminal.say({"项目", "line"})},
                      {terminal.say({"供应商", "supplier"})},
                      {terminal.say({"金额", "amount"}), Side::right},
                      {terminal.say({"已支付", "paid"}), Side::right},
                      {terminal.say({"未付", "open"}), Side::right},
                      {terminal.say({"签订日期", "signed"})},
                      {terminal.say({"服务期", "service"})},
                      {terminal.say({"来源", "place"})}},
                     rows);
}

void print_payments(const std::vector<Payment>& payments, cli::Terminal& terminal)
{
    Rows rows;
    for (const Payment& payment : payments)
        rows.push_back({payment.paid_on.to_string(), payment.key.to_string(), word_of(payment.kind, terminal),
                        payment.line, payment.payee, payment.contract, months(payment.service),
                        payment.amount.to_string(), payment.corrects ? payment.corrects->to_string() : "", payment.note,
                        payment.place});
    rows.push_back({terminal.say({"合计", "total"}),
                    terminal.words("budget.cli.entries", {{"count", std::to_string(payments.size())}}), "", "", "", "",
                    "", sum_of(payments).to_string()});
    cli::print_table(terminal.out,
                     {{terminal.say({"日期", "date"})},
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
                     rows);
}

}  // namespace budget
