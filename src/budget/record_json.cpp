// SPDX-License-Identifier: Apache-2.0
#include "budget/record_json.h"

namespace budget {

namespace {

namespace json = boost::json;

json::value text_or_null(const std::string& text)
{
    return text.empty() ? json::value(nullptr) : json::value(text);
}

void add_service(json::object& object, const std::optional<MonthSpan>& service)
{
    object["service_from"] = text_or_null(service ? service->first.to_string() : "");
    object["service_to"] = text_or_null(service ? service->last.to_string() : "");
}

json::value rate_or_null(const std::optional<base::Ratio>& rate)
{
    return rate ? json::value(rate->percent(2).to_string() + "%") : json::value(nullptr);
}

json::array lines_json(const Execution& execution)
{
    json::array lines;
    for (const LineExecution& line : execution.lines) {
        json::object row{{"code", line.line.code}, {"name", line.line.name}, {"kind", to_text(line.line.kind)}};
        for (const auto& [key, value] : json_of(line.amounts)) row[key] = value;
        lines.push_back(std::move(row));
    }
    return lines;
}

}  // namespace

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
            {"place", text_or_null(document.place)},
            {"correction", text_or_null(document.correction)}};
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
    object["correction"] = text_or_null(contract.correction);
    return object;
}

json::object json_of(const EntryKey& key)
{
    return {{"voucher", key.voucher}, {"entry", key.entry}};
}

json::array json_of(const std::vector<EntryKey>& keys)
{
    json::array array;
    for (const EntryKey& key : keys) array.push_back(json_of(key));
    return array;
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
    if (payment.corrects) object["corrects"] = json_of(*payment.corrects);
    object["note"] = text_or_null(payment.note);
    object["place"] = text_or_null(payment.place);
    object["correction"] = text_or_null(payment.correction);
    return object;
}

base::Money changes(const Amounts& amounts)
{
    return amounts.adjusted() - amounts.of(DocumentKind::initial);
}

base::Money sum_of(const Document& document)
{
    base::Money sum;
    for (const DocumentLine& line : document.lines) sum += line.amount;
    return sum;
}

json::object json_of(const Amounts& amounts)
{
    return {{"initial", amounts.of(DocumentKind::initial).to_string()},
            {"changes", changes(amounts).to_string()},
            {"adjusted", amounts.adjusted().to_string()},
            {"committed", amounts.committed.to_string()},
            {"paid", amounts.paid.to_string()},
            {"available", amounts.available().to_string()},
            {"rate", rate_or_null(amounts.rate())}};
}

json::array services_json(const std::vector<ServiceCoverage>& services)
{
    json::array rows;
    for (const ServiceCoverage& service : services) {
        json::array unpaid;
        for (const Month month : service.unpaid_due()) unpaid.push_back(json::value(month.to_string()));
        rows.push_back(json::object{{"contract", service.contract.number},
                                    {"title", service.contract.title},
                                    {"line", service.contract.line},
                                    {"months", service.months.size()},
                                    {"paid_months", service.paid_months()},
                                    {"unpaid", std::move(unpaid)}});
    }
    return rows;
}

json::object json_of(const Execution& execution)
{
    json::array months;
    for (const MonthExecution& month : execution.months)
        months.push_back(json::object{{"month", month.month.to_string()},
                                      {"basic", month.basic.to_string()},
                                      {"project", month.project.to_string()},
                                      {"paid_so_far", month.paid_so_far.to_string()}});
    return {{"as_of", execution.as_of.to_string()}, {"lines", lines_json(execution)},
            {"basic", json_of(execution.basic)},    {"project", json_of(execution.project)},
            {"whole", json_of(execution.whole)},    {"months", std::move(months)}};
}

json::object json_of(const Finding& finding, const std::string& message)
{
    return {{"rule", finding.rule},
            {"severity", to_text(finding.severity)},
            {"message", message},
            {"places", json::array(finding.places.begin(), finding.places.end())},
            {"numbers", json::array(finding.numbers.begin(), finding.numbers.end())}};
}

}  // namespace budget
