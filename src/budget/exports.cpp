// SPDX-License-Identifier: Apache-2.0
#include "budget/exports.h"

#include "budget/templates.h"

namespace budget {

using spreadsheet::Cell;
using spreadsheet::CellKind;
using spreadsheet::ColumnKind;
using spreadsheet::TableSheet;

namespace {

// Columns in the order of templates.cpp.
enum TemplateSheet : std::size_t { lines_sheet, documents_sheet, contracts_sheet };

Cell text(std::string value)
{
    return value.empty() ? Cell{} : Cell{CellKind::text, std::move(value)};
}

Cell money(base::Money amount)
{
    return {CellKind::number, amount.to_string()};
}

Cell day(base::Date date)
{
    return {CellKind::date, date.to_string()};
}

// The sheet to be filled in, without what only helps to fill it in.
TableSheet bare(TableSheet sheet)
{
    sheet.title.clear();
    sheet.example_rows.clear();
    for (spreadsheet::Column& column : sheet.columns) {
        column.choices.clear();
        column.note.clear();
    }
    return sheet;
}

TableSheet line_table(const std::vector<Line>& lines, base::FiscalYear year)
{
    TableSheet sheet = bare(budget_template(year).at(lines_sheet));
    for (const char* const title : {"调整后预算（元）", "已签未付（元）", "已支付（元）", "可用（元）"})
        sheet.columns.push_back({.title = title, .kind = ColumnKind::money, .width = 18});
    sheet.columns.push_back({.title = "执行率", .width = 10});
    for (const Line& line : lines) {
        const auto rate = rate_of(line.paid, line.adjusted);
        sheet.rows.push_back({text(line.code), text(line.name), text(std::string{chinese(line.kind)}),
                              text(line.functional_code), text(line.economic_code), money(line.adjusted),
                              money(line.committed), money(line.paid), money(line.available()),
                              text(rate ? rate->percent(2).to_string() + "%" : "")});
    }
    return sheet;
}

TableSheet document_table(const std::vector<Document>& documents, base::FiscalYear year)
{
    TableSheet sheet = bare(budget_template(year).at(documents_sheet));
    for (const Document& document : documents)
        for (const DocumentLine& line : document.lines)
            sheet.rows.push_back({text(document.number), day(document.issued_on),
                                  text(std::string{chinese(document.kind)}), text(line.line), money(line.amount),
                                  text(document.reason)});
    return sheet;
}

TableSheet contract_table(const std::vector<Contract>& contracts, base::FiscalYear year)
{
    TableSheet sheet = bare(budget_template(year).at(contracts_sheet));
    for (const Contract& contract : contracts) {
        const auto& service = contract.service;
        sheet.rows.push_back({text(contract.number), text(contract.title), text(contract.line), text(contract.payee),
                              money(contract.amount), day(contract.signed_on),
                              service ? day(service->first.first_day()) : Cell{},
                              service ? day(service->last.last_day()) : Cell{}});
    }
    return sheet;
}

void fill(std::vector<Cell>& cells, const Payment& payment)
{
    const auto& service = payment.service;
    std::string corrections;
    for (const EntryKey& key : payment.corrected_by) corrections += (corrections.empty() ? "" : "、") + key.to_string();
    cells = {day(payment.paid_on),
             text(payment.key.voucher),
             text(payment.line),
             text(payment.payee),
             text(payment.contract),
             text(service ? service->first.to_string() : ""),
             text(service ? service->last.to_string() : ""),
             text(payment.functional_code),
             text(payment.economic_code),
             money(payment.amount),
             text(std::string{chinese(payment.kind)}),
             text(payment.corrects ? payment.corrects->voucher : ""),
             text(payment.note),
             text(corrections)};
}

base::Result<void> export_payments(const Budgets& budgets, const ExportOf& what, const std::filesystem::path& file,
                                   spreadsheet::TableFormat format)
{
    TableSheet sheet = bare(payments_template(what.year, {}, {}).front());
    sheet.columns.push_back({.title = "更正凭证（退款、红冲）", .width = 24});
    base::Result<void> read;
    sheet.more_rows = [&](const spreadsheet::TakeRow& take) {
        std::vector<Cell> cells;
        read = budgets.each_payment(what.org, what.year, what.filter, [&](const Payment& payment) {
            fill(cells, payment);
            take(cells);
        });
    };
    TRY(spreadsheet::write_table(file, sheet, format));
    return read;
}

}  // namespace

base::Result<void> export_records(const Budgets& budgets, const ExportOf& what, const std::filesystem::path& file,
                                  spreadsheet::TableFormat format)
{
    switch (what.kind) {
        case ExportKind::lines: {
            TRY_ASSIGN(const std::vector<Line> lines, budgets.lines(what.org, what.year));
            return spreadsheet::write_table(file, line_table(lines, what.year), format);
        }
        case ExportKind::documents: {
            TRY_ASSIGN(const std::vector<Document> documents, budgets.documents(what.org, what.year));
            return spreadsheet::write_table(file, document_table(documents, what.year), format);
        }
        case ExportKind::contracts: {
            TRY_ASSIGN(const std::vector<Contract> contracts, budgets.contracts(what.org, what.year));
            return spreadsheet::write_table(file, contract_table(contracts, what.year), format);
        }
        case ExportKind::payments: break;
    }
    return export_payments(budgets, what, file, format);
}

base::Result<void> write_template(const Budgets& budgets, const base::OrgId& org, base::FiscalYear year,
                                  ImportKind kind, const std::filesystem::path& file)
{
    if (kind == ImportKind::budget) return spreadsheet::write_workbook(file, budget_template(year));
    const auto lines = budgets.lines(org, year);
    const auto contracts = budgets.contracts(org, year);
    return spreadsheet::write_workbook(file, payments_template(year, lines ? *lines : std::vector<Line>{},
                                                               contracts ? *contracts : std::vector<Contract>{}));
}

}  // namespace budget
