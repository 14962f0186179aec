// SPDX-License-Identifier: Apache-2.0
#include "budget/budget_workbook.h"

#include <algorithm>
#include <map>
#include <string>

#include "budget/row_reader.h"

namespace budget {

using base::ErrorKind;

namespace {

// Positions in budget_shapes().
constexpr std::size_t line_shape = 0;
constexpr std::size_t document_shape = 1;

// Rows of one document may each say a reason: 人员；项目. Each stands once.
void add_reason(std::string& reasons, const std::string& reason)
{
    const std::string separator = "；";
    if (reason.empty() || (separator + reasons + separator).find(separator + reason + separator) != std::string::npos)
        return;
    reasons += (reasons.empty() ? "" : separator) + reason;
}

// The last word of a code: budget.line.name_empty -> name_empty.
std::string_view rule_of(const base::Error& error)
{
    return std::string_view{error.code}.substr(error.code.rfind('.') + 1);
}

// The column to correct.
std::size_t column_of(const base::Error& error, const Line& line)
{
    if (rule_of(error) == "name_empty") return LineColumn::name;
    if (rule_of(error) != "not_digits") return LineColumn::code;
    return check_subject(line.functional_code) ? LineColumn::economic : LineColumn::functional;
}

std::size_t column_of(const base::Error& error, const Contract&)
{
    const std::string_view rule = rule_of(error);
    if (rule == "payee_empty") return ContractColumn::payee;
    if (rule == "amount_not_positive") return ContractColumn::amount;
    if (rule == "signed_after_year") return ContractColumn::signed_on;
    return rule.starts_with("service_") ? ContractColumn::service_from : ContractColumn::number;
}

// A refusal that names a line stands in the last row with that line, another one in the document's first row.
CellAt cell_of(const base::Error& error, const PlacedDocument& document)
{
    const std::string_view rule = rule_of(error);
    for (const auto& [name, value] : error.args)
        for (std::size_t i = document.rows.size(); name == "line" && i-- > 0;)
            if (document.value.lines[i].line == value)
                return document.rows[i].cell(rule == "line_repeated" ? DocumentColumn::line : DocumentColumn::amount);
    return document.rows.front().cell(rule == "outside_year" ? DocumentColumn::issued_on : DocumentColumn::number);
}

class BudgetParser {
public:
    BudgetParser(ImportJob& job, base::FiscalYear year) : job_{job}, year_{year}, cells_{job} {}

    void take(std::size_t shape, AmountUnit unit, const TableRow& row)
    {
        row_ = &row;
        cells_.begin(unit, row);
        switch (shape) {
            case line_shape: return take_line();
            case document_shape: return take_document_line();
            default: return take_contract();
        }
    }

    BudgetWorkbook finish()
    {
        if (job_.unread_shapes.contains(line_shape)) read_.line_codes.add_all();
        if (job_.unread_shapes.contains(document_shape)) read_.moved_lines.add_all();
        for (PlacedDocument& document : read_.documents) check(document);
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
        line.code = text(LineColumn::code);
        line.name = text(LineColumn::name);
        line.kind = cells_.kind(LineColumn::kind, line_kinds).value_or(LineKind::project);
        line.functional_code = text(LineColumn::functional);
        line.economic_code = text(LineColumn::economic);
        if (cells_.is_readable() && is_first(seen_lines_, line.code))
            if (const auto checked = check_line(line); !checked)
                cells_.refuse(column_of(checked.error(), line), checked.error());
        if (cells_.is_readable())
            read_.lines.push_back({line, row_->place()});
        else
            read_.line_codes.add(line.code);
    }

    void take_document_line()
    {
        Document said;
        said.number = text(DocumentColumn::number);
        said.issued_on = cells_.date(DocumentColumn::issued_on);
        said.kind = cells_.kind(DocumentColumn::kind, document_kinds).value_or(DocumentKind::initial);
        const DocumentLine line{text(DocumentColumn::line), cells_.money(DocumentColumn::amount)};
        said.reason = text(DocumentColumn::reason);
        if (cells_.is_readable()) add_line(said, line);
        if (cells_.is_readable()) return;
        read_.document_numbers.add(said.number);
        read_.moved_lines.add(line.line);
    }

    // Refuses a row that says something else of its document than the first one.
    void add_line(const Document& said, const DocumentLine& line)
    {
        auto document = std::find_if(read_.documents.begin(), read_.documents.end(),
                                     [&](const PlacedDocument& known) { return known.value.number == said.number; });
        if (document == read_.documents.end()) {
            document = read_.documents.insert(document, PlacedDocument{said});
            document->value.place = job_.file.name + " " + place(0);
        } else if (document->value.issued_on != said.issued_on || document->value.kind != said.kind) {
            const std::string first = job_.place_of(document->rows.front().cell(DocumentColumn::number));
            return cells_.refuse(DocumentColumn::number, {ErrorKind::invalid,
                                                          "budget.import.document_rows_differ",
                                                          {{"number", said.number}, {"first", first}}});
        } else {
            add_reason(document->value.reason, said.reason);
        }
        document->value.lines.push_back(line);
        document->rows.push_back(row_->place());
    }

    void check(PlacedDocument& document)
    {
        const bool is_whole = !read_.document_numbers.contains(document.value.number);
        const auto checked = check_document(document.value, year_);
        document.is_sound = is_whole && checked;
        if (checked) return;
        for (const DocumentLine& line : document.value.lines) read_.moved_lines.add(line.line);
        // A transfer that lacks a refused row is not balanced for that reason.
        if (is_whole || rule_of(checked.error()) != "transfer_not_balanced")
            job_.refuse(cell_of(checked.error(), document), checked.error());
    }

    void take_contract()
    {
        Contract contract;
        contract.number = text(ContractColumn::number);
        contract.line = text(ContractColumn::line);
        contract.payee = text(ContractColumn::payee);
        contract.amount = cells_.money(ContractColumn::amount);
        contract.signed_on = cells_.date(ContractColumn::signed_on);
        contract.title = text(ContractColumn::title);
        contract.service = cells_.months(ContractColumn::service_from, ContractColumn::service_to);
        contract.place = job_.file.name + " " + place(0);
        if (!cells_.is_readable() || !is_first(seen_contracts_, contract.number)) return;
        const auto checked = check_contract(contract, year_);
        if (!checked) return cells_.refuse(column_of(checked.error(), contract), checked.error());
        read_.contracts.push_back({contract, row_->place()});
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
