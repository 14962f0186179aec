// SPDX-License-Identifier: Apache-2.0
#include "budget/budget_workbook.h"

#include <algorithm>
#include <map>
#include <string>

#include "budget/row_reader.h"

namespace budget {

using base::ErrorKind;

namespace {

// Rows of one document may each say a reason: 人员；项目. Each stands once.
void add_reason(std::string& reasons, const std::string& reason)
{
    const std::string separator = "；";
    if (reason.empty() || (separator + reasons + separator).find(separator + reason + separator) != std::string::npos)
        return;
    reasons += (reasons.empty() ? "" : separator) + reason;
}

class BudgetParser {
public:
    BudgetParser(ImportJob& job, base::FiscalYear year) : job_{job}, year_{year}, cells_{job} {}

    void take(std::size_t shape, AmountUnit unit, const TableRow& row)
    {
        row_ = &row;
        cells_.begin(unit, row);
        switch (shape) {
            case 0: return take_line();
            case 1: return take_document_line();
            default: return take_contract();
        }
    }

    BudgetWorkbook finish()
    {
        for (const PlacedDocument& document : read_.documents) {
            const auto checked = check_document(document.value, year_);
            if (!checked) job_.refuse(place_in(document, checked.error()), checked.error());
        }
        return std::move(read_);
    }

private:
    std::string text(std::size_t column) { return std::string{cells_.text(column)}; }
    std::string place(std::size_t column) const { return job_.place_of(row_->at(column)); }

    // Refuses a second row of the same name.
    bool is_first(std::map<std::string, std::string>& seen, const std::string& name)
    {
        const auto [same, is_new] = seen.emplace(name, place(0));
        if (!is_new)
            cells_.refuse(
                0, {ErrorKind::invalid, "budget.import.row_repeated", {{"voucher", name}, {"first", same->second}}});
        return is_new;
    }

    void take_line()
    {
        Line line;
        line.code = text(0);
        line.name = text(1);
        line.kind = cells_.kind(2, line_kinds).value_or(LineKind::project);
        line.functional_code = text(3);
        line.economic_code = text(4);
        if (!cells_.is_readable() || !is_first(seen_lines_, line.code)) return;
        const auto checked = check_line(line);
        if (!checked) return cells_.refuse(0, checked.error());
        read_.lines.push_back({line, row_->at(0)});
    }

    void take_document_line()
    {
        Document said;
        said.number = text(0);
        said.issued_on = cells_.date(1);
        said.kind = cells_.kind(2, document_kinds).value_or(DocumentKind::initial);
        const DocumentLine line{text(3), cells_.money(4)};
        said.reason = text(5);
        if (!cells_.is_readable()) return;
        auto document = std::find_if(read_.documents.begin(), read_.documents.end(),
                                     [&](const PlacedDocument& known) { return known.value.number == said.number; });
        if (document == read_.documents.end()) {
            said.place = job_.file.name + " " + place(0);
            document = read_.documents.insert(document, {said, row_->at(0)});
        } else if (document->value.issued_on != said.issued_on || document->value.kind != said.kind) {
            return cells_.refuse(0, {ErrorKind::invalid,
                                     "budget.import.document_rows_differ",
                                     {{"number", said.number}, {"first", job_.place_of(document->at)}}});
        }
        add_reason(document->value.reason, said.reason);
        document->value.lines.push_back(line);
        document->amounts_at.push_back(row_->at(4));
    }

    void take_contract()
    {
        Contract contract;
        contract.number = text(0);
        contract.line = text(1);
        contract.payee = text(2);
        contract.amount = cells_.money(3);
        contract.signed_on = cells_.date(4);
        contract.title = text(5);
        contract.service = cells_.months(6, 7);
        contract.place = job_.file.name + " " + place(0);
        if (!cells_.is_readable() || !is_first(seen_contracts_, contract.number)) return;
        const auto checked = check_contract(contract, year_);
        if (!checked)
            return cells_.refuse(checked.error().code.find(".service_") != std::string::npos ? 6 : 0, checked.error());
        read_.contracts.push_back({contract, row_->at(3)});
    }

    // A refusal that names a line stands at that line's amount.
    static CellAt place_in(const PlacedDocument& document, const base::Error& error)
    {
        for (const auto& [name, value] : error.args)
            for (std::size_t i = document.value.lines.size(); name == "line" && i-- > 0;)
                if (document.value.lines[i].line == value) return document.amounts_at[i];
        return document.at;
    }

    ImportJob& job_;
    base::FiscalYear year_;
    RowReader cells_;
    BudgetWorkbook read_;
    std::map<std::string, std::string> seen_lines_;
    std::map<std::string, std::string> seen_contracts_;
    const TableRow* row_ = nullptr;
};

}  // namespace

const std::vector<TableShape>& budget_shapes()
{
    static const std::vector<TableShape> shapes{
        {"预算项目", {{"项目编码"}, {"项目名称"}, {"支出类别"}, {"功能科目编码", false}, {"经济科目编码", false}}},
        {"预算文件", {{"文号"}, {"日期"}, {"类型"}, {"项目编码"}, {"金额"}, {"事由", false}}, {0}},
        {"合同",
         {{"合同编号"},
          {"项目编码"},
          {"供应商"},
          {"合同金额"},
          {"签订日期"},
          {"合同名称", false},
          {"服务开始", false},
          {"服务结束", false}},
         {0}}};
    return shapes;
}

base::Result<BudgetWorkbook> read_budget(ImportJob& job, base::FiscalYear year)
{
    BudgetParser parser{job, year};
    TRY(read_tables(job, budget_shapes(),
                    [&](std::size_t shape, AmountUnit unit, const TableRow& row) { parser.take(shape, unit, row); }));
    return parser.finish();
}

}  // namespace budget
