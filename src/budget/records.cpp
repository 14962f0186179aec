// SPDX-License-Identifier: Apache-2.0
#include "base/sm3.h"
#include "budget/budget.h"
#include "budget/use_case.h"

namespace budget {

using base::CellType;
using base::Money;
using base::Record;
using base::Records;

namespace {

// The digest covers what the record says, not where it was imported from or when.
Record record_of(std::string id, std::string place, std::vector<base::Cell> cells)
{
    base::Sm3 digest;
    digest.add_field(id);
    for (const base::Cell& cell : cells) digest.add_field(base::to_string(cell));
    return {std::move(id), digest.finish(), std::move(place), std::move(cells)};
}

base::Cell text_or_nothing(const std::string& text)
{
    return text.empty() ? base::Cell{} : base::Cell{text};
}

base::Cell percent(const std::optional<base::Ratio>& rate)
{
    return rate ? base::Cell{rate->percent(2)} : base::Cell{};
}

Records payment_records(const std::vector<Line>& lines, const PaymentStore& store)
{
    std::map<std::string, const Line*> by_code;
    for (const Line& line : lines) by_code[line.code] = &line;
    Records records{"预算:支付",
                    {{"支付日期", CellType::date},
                     {"凭证号"},
                     {"项目编码"},
                     {"项目名称"},
                     {"支出类别"},
                     {"收款方"},
                     {"合同编号"},
                     {"服务起月"},
                     {"服务止月"},
                     {"功能科目编码"},
                     {"经济科目编码"},
                     {"金额（元）", CellType::decimal, "元"},
                     {"类型"},
                     {"摘要"}},
                    {},
                    0};
    store.each([&](const Payment& payment) {
        const Line& line = *by_code.at(payment.line);
        const auto month = [&](Month MonthSpan::*end) {
            return payment.service ? base::Cell{((*payment.service).*end).to_string()} : base::Cell{};
        };
        records.rows.push_back(record_of(
            payment.key.to_string(), payment.place,
            {payment.paid_on, payment.key.voucher, line.code, line.name, std::string{chinese(line.kind)}, payment.payee,
             text_or_nothing(payment.contract), month(&MonthSpan::first), month(&MonthSpan::last),
             text_or_nothing(payment.functional_code), text_or_nothing(payment.economic_code), payment.amount.yuan(),
             std::string{chinese(payment.kind)}, text_or_nothing(payment.note)}));
    });
    return records;
}

Records line_records(const Execution& execution)
{
    Records records{"预算:项目", {{"编码"}, {"名称"}, {"类别"}, {"功能科目编码"}, {"经济科目编码"}}, {}, {}};
    for (const char* const amount : {"年初", "追加", "追减", "调剂", "上年结转", "调整后", "已承诺", "已支付", "可用"})
        records.columns.push_back({amount, CellType::decimal, "元"});
    records.columns.push_back({"执行率", CellType::decimal, "%"});
    for (const LineExecution& line : execution.lines) {
        std::vector<base::Cell> cells{line.line.code, line.line.name, std::string{chinese(line.line.kind)},
                                      text_or_nothing(line.line.functional_code),
                                      text_or_nothing(line.line.economic_code)};
        for (const Money amount : line.amounts.by_document) cells.emplace_back(amount.yuan());
        const Amounts& sums = line.amounts;
        for (const Money amount : {sums.adjusted(), sums.committed, sums.paid, sums.available()})
            cells.emplace_back(amount.yuan());
        cells.push_back(percent(sums.rate()));
        records.rows.push_back(record_of(line.line.code, {}, std::move(cells)));
    }
    return records;
}

Records document_records(const std::vector<Document>& documents, const std::vector<Line>& lines)
{
    std::map<std::string, const Line*> by_code;
    for (const Line& line : lines) by_code[line.code] = &line;
    Records records{"预算:文件",
                    {{"日期", CellType::date},
                     {"文号"},
                     {"类型"},
                     {"项目编码"},
                     {"项目名称"},
                     {"支出类别"},
                     {"金额（元）", CellType::decimal, "元"},
                     {"事由"}},
                    {},
                    0};
    for (const Document& document : documents)
        for (const DocumentLine& line : document.lines)
            records.rows.push_back(
                record_of(document.number + "/" + line.line, document.place,
                          {document.issued_on, document.number, std::string{chinese(document.kind)}, line.line,
                           by_code.at(line.line)->name, std::string{chinese(by_code.at(line.line)->kind)},
                           line.amount.yuan(), document.reason}));
    return records;
}

Records service_records(const std::vector<ServiceCoverage>& coverage)
{
    // A month stands for its last day, when its service has been rendered.
    Records records{
        "预算:服务期", {{"月末", CellType::date}, {"合同编号"}, {"合同名称"}, {"项目"}, {"月份"}, {"是否已付"}}, {}, 0};
    for (const ServiceCoverage& service : coverage)
        for (const ServiceMonth& month : service.months)
            records.rows.push_back(
                record_of(service.contract.number + "/" + month.month.to_string(), service.contract.place,
                          {month.month.last_day(), service.contract.number, service.contract.title,
                           service.contract.line, month.month.to_string(), std::string{month.is_paid ? "是" : "否"}}));
    return records;
}

}  // namespace

base::Result<Records> Budgets::records(const base::OrgId& org, base::FiscalYear year,
                                       const std::string& collection) const
{
    if (collection == "支付") {
        TRY_ASSIGN(const std::vector<Line> all, lines(org, year));
        return payment_records(all, PaymentStore{db_, org, year});
    }
    if (collection == "项目") {
        TRY_ASSIGN(const Execution whole_year, execution(org, year, year.last_day()));
        return line_records(whole_year);
    }
    if (collection == "文件") {
        TRY_ASSIGN(const std::vector<Document> all, documents(org, year));
        TRY_ASSIGN(const std::vector<Line> named, lines(org, year));
        return document_records(all, named);
    }
    if (collection == "服务期") {
        TRY_ASSIGN(const std::vector<ServiceCoverage> coverage, services(org, year, year.last_day()));
        return service_records(coverage);
    }
    return base::fail(base::ErrorKind::not_found, "budget.records.unknown_collection", {{"collection", collection}});
}

}  // namespace budget
