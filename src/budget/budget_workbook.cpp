// SPDX-License-Identifier: Apache-2.0
#include "budget/budget_workbook.h"

#include <algorithm>

namespace budget {

using base::ErrorKind;

namespace {

std::vector<TableShape> budget_shapes()
{
    return {{"预算项目", {{"项目编码"}, {"项目名称"}, {"支出类别"}, {"功能科目编码", false}, {"经济科目编码", false}}},
            {"预算文件", {{"文号"}, {"日期"}, {"类型"}, {"项目编码"}, {"金额"}, {"事由", false}}},
            {"合同",
             {{"合同编号"},
              {"项目编码"},
              {"供应商"},
              {"合同金额"},
              {"签订日期"},
              {"合同名称", false},
              {"服务开始", false},
              {"服务结束", false}}}};
}

class BudgetParser {
public:
    BudgetParser(const ImportFile& file, base::FiscalYear year, ImportOutcome& outcome)
        : file_{file}, year_{year}, problems_{outcome}
    {
    }

    void take(std::size_t shape, AmountUnit unit, const TableRow& row)
    {
        row_ = &row;
        unit_ = unit;
        is_readable_ = true;
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
            if (!checked) problems_.add(place_in(document, checked.error()), checked.error());
        }
        return std::move(read_);
    }

private:
    void refuse(std::size_t column, base::Error error)
    {
        problems_.add(row_->place(column), std::move(error));
        is_readable_ = false;
    }

    template <class T>
    T parsed(std::size_t column, base::Result<T> result)
    {
        if (result) return *result;
        refuse(column, std::move(result).error());
        return T{};
    }

    std::string text(std::size_t column) { return std::string{parsed(column, text_of(row_->cell(column)))}; }
    base::Date date(std::size_t column) { return parsed(column, date_of(row_->cell(column))); }
    base::Money money(std::size_t column) { return parsed(column, money_of(row_->cell(column), unit_)); }

    template <class Kind>
    Kind chosen(std::size_t column, const std::vector<std::pair<std::string_view, Kind>>& choices)
    {
        const std::string written = text(column);
        for (const auto& [word, kind] : choices)
            if (word == written) return kind;
        if (is_readable_) refuse(column, {ErrorKind::invalid, "budget.import.unknown_kind", {{"text", written}}});
        return Kind{};
    }

    // Refuses a second row of the same name.
    bool is_first(std::map<std::string, std::string>& seen, const std::string& name)
    {
        const auto [same, is_new] = seen.emplace(name, row_->place(0));
        if (!is_new)
            refuse(0, {ErrorKind::invalid, "budget.import.row_repeated", {{"voucher", name}, {"first", same->second}}});
        return is_new;
    }

    void take_line()
    {
        Line line;
        line.code = text(0);
        line.name = text(1);
        line.kind = chosen<LineKind>(2, {{"基本支出", LineKind::basic}, {"项目支出", LineKind::project}});
        line.functional_code = text(3);
        line.economic_code = text(4);
        if (!is_readable_ || !is_first(seen_lines_, line.code)) return;
        const auto checked = check_line(line);
        if (!checked) return refuse(0, checked.error());
        read_.lines.push_back({line, row_->place(0)});
    }

    void take_document_line()
    {
        Document said;
        said.number = text(0);
        said.issued_on = date(1);
        said.kind = chosen<DocumentKind>(2, {{"年初批复", DocumentKind::initial},
                                             {"追加", DocumentKind::supplement},
                                             {"追减", DocumentKind::reduction},
                                             {"调剂", DocumentKind::transfer},
                                             {"上年结转", DocumentKind::carry_over}});
        const DocumentLine line{text(3), money(4)};
        said.reason = text(5);
        if (!is_readable_) return;
        auto document = std::find_if(read_.documents.begin(), read_.documents.end(),
                                     [&](const PlacedDocument& known) { return known.value.number == said.number; });
        if (document == read_.documents.end()) {
            said.place = file_.name + " " + row_->place(0);
            document = read_.documents.insert(document, {said, row_->place(0), {}});
        } else if (document->value.issued_on != said.issued_on || document->value.kind != said.kind) {
            return refuse(0, {ErrorKind::invalid,
                              "budget.import.document_rows_differ",
                              {{"number", said.number}, {"first", document->place}}});
        }
        std::string& reason = document->value.reason;
        if (reason.find(said.reason) == std::string::npos) reason += (reason.empty() ? "" : "；") + said.reason;
        document->value.lines.push_back(line);
        document->amount_places.push_back(row_->place(4));
    }

    void take_contract()
    {
        Contract contract;
        contract.number = text(0);
        contract.line = text(1);
        contract.payee = text(2);
        contract.amount = money(3);
        contract.signed_on = date(4);
        contract.title = text(5);
        const bool has_first = !row_->cell(6).text.empty();
        const bool has_last = !row_->cell(7).text.empty();
        if (has_first != has_last) refuse(has_first ? 7 : 6, {ErrorKind::invalid, "budget.import.one_month_missing"});
        if (has_first && has_last)
            contract.service = MonthSpan{parsed(6, month_of(row_->cell(6))), parsed(7, month_of(row_->cell(7)))};
        contract.place = file_.name + " " + row_->place(0);
        if (!is_readable_ || !is_first(seen_contracts_, contract.number)) return;
        const auto checked = check_contract(contract, year_);
        if (!checked)
            return refuse(checked.error().code.find(".service_") != std::string::npos ? 6 : 0, checked.error());
        read_.contracts.push_back({contract, row_->place(3)});
    }

    // A refusal that names a line stands at that line's amount.
    static std::string place_in(const PlacedDocument& document, const base::Error& error)
    {
        for (const auto& [name, value] : error.args)
            for (std::size_t i = document.value.lines.size(); name == "line" && i-- > 0;)
                if (document.value.lines[i].line == value) return document.amount_places[i];
        return document.place;
    }

    const ImportFile& file_;
    base::FiscalYear year_;
    Problems problems_;
    BudgetWorkbook read_;
    std::map<std::string, std::string> seen_lines_;
    std::map<std::string, std::string> seen_contracts_;
    const TableRow* row_ = nullptr;
    AmountUnit unit_ = AmountUnit::yuan;
    bool is_readable_ = true;
};

}  // namespace

base::Result<BudgetWorkbook> read_budget(const ImportFile& file, base::FiscalYear year, ImportOutcome& outcome)
{
    BudgetParser parser{file, year, outcome};
    TRY(read_tables(file.workbook, budget_shapes(), outcome,
                    [&](std::size_t shape, AmountUnit unit, const TableRow& row) { parser.take(shape, unit, row); }));
    return parser.finish();
}

}  // namespace budget
