// SPDX-License-Identifier: Apache-2.0
#include "budget/payment_workbook.h"

#include <string_view>

#include "budget/row_reader.h"

namespace budget {

namespace {

// In the order of this enumeration, the voucher first: a row without one is a total, a remark or a mistake.
enum Column : std::size_t {
    voucher,
    paid_on,
    line,
    payee,
    contract,
    service_from,
    service_to,
    functional,
    economic,
    amount,
    kind,
    original,
    note
};

Column column_of(PaymentColumn column)
{
    switch (column) {
        case PaymentColumn::voucher: return voucher;
        case PaymentColumn::paid_on: return paid_on;
        case PaymentColumn::line: return line;
        case PaymentColumn::payee: return payee;
        case PaymentColumn::contract: return contract;
        case PaymentColumn::service: return service_from;
        case PaymentColumn::functional: return functional;
        case PaymentColumn::economic: return economic;
        case PaymentColumn::amount: return amount;
        case PaymentColumn::original: return original;
    }
    return voucher;
}

// Turns rows of cells into staged payments and collects what cannot be read.
class PaymentParser {
public:
    PaymentParser(PaymentWorkbook& read, ImportJob& job) : job_{job}, read_{read}, batch_{read.batch}, cells_{job} {}

    void take(AmountUnit unit, const TableRow& row)
    {
        if (read_.sheets.empty() || read_.sheets.back().number != row.sheet()) {
            batch_.sheets.push_back(job_.file.workbook.sheets()[row.sheet()]);
            read_.sheets.push_back({row.sheet(), row.columns()});
        }
        cells_.begin(unit, row);
        StagedPayment staged;
        staged.sheet = static_cast<std::uint16_t>(batch_.sheets.size() - 1);
        staged.row = row.number();
        staged.voucher = text(voucher);
        staged.line = text(line);
        staged.payee = text(payee);
        staged.contract = text(contract);
        staged.functional_code = text(functional);
        staged.economic_code = text(economic);
        staged.note = text(note);
        staged.original = text(original);
        staged.paid_on = cells_.date(paid_on);
        staged.amount = cells_.money(amount);
        if (cells_.has(kind)) staged.kind = cells_.kind(kind, payment_kinds).value_or(PaymentKind::payment);
        staged.set_service(cells_.months(service_from, service_to));
        check_original(staged);
        if (cells_.is_readable()) return batch_.rows.push_back(staged);
        read_.unreadable.insert(staged.voucher);
        read_.moved_lines.insert(staged.line);
    }

private:
    TextPool::Handle text(Column column) { return batch_.texts.intern(cells_.text(column)); }

    void check_original(const StagedPayment& staged)
    {
        const bool names_one = staged.original != TextPool::none;
        if (names_one == (staged.kind != PaymentKind::payment)) return;
        cells_.refuse(original, {base::ErrorKind::invalid,
                                 names_one ? "budget.import.original_unused" : "budget.import.original_missing"});
    }

    ImportJob& job_;
    PaymentWorkbook& read_;
    PaymentBatch& batch_;
    RowReader cells_;
};

}  // namespace

const std::vector<TableShape>& payment_shapes()
{
    static const std::vector<TableShape> shapes{{"支付明细",
                                                 {{"凭证号"},
                                                  {"支付日期"},
                                                  {"项目编码"},
                                                  {"收款方"},
                                                  {"合同编号", false},
                                                  {"服务起月", false},
                                                  {"服务止月", false},
                                                  {"功能科目编码", false},
                                                  {"经济科目编码", false},
                                                  {"金额"},
                                                  {"类型", false},
                                                  {"原凭证号", false},
                                                  {"摘要", false}},
                                                 {voucher, original}}};
    return shapes;
}

CellAt PaymentWorkbook::at(const RowProblem& problem) const
{
    const StagedPayment& row = batch.rows[problem.row];
    const Sheet& sheet = sheets[row.sheet];
    return TableRow::cell_at(sheet.number, row.row, payment_shapes().front(), sheet.columns, column_of(problem.column));
}

bool PaymentWorkbook::may_only_follow(const RowProblem& problem) const
{
    const StagedPayment& row = batch.rows[problem.row];
    const auto any_of = [](const std::set<TextPool::Handle>& names, TextPool::Handle name) {
        return names.contains(name) || names.contains(TextPool::none);
    };
    if (problem.column == PaymentColumn::original) return any_of(unreadable, row.original);
    const std::string_view code = problem.error.code;
    const bool is_too_much = code == "budget.payment.exceeds_available" || code == "budget.payment.exceeds_contract";
    return is_too_much && any_of(moved_lines, row.line);
}

base::Result<PaymentWorkbook> read_payments(ImportJob& job)
{
    PaymentWorkbook read;
    PaymentParser parser{read, job};
    TRY(read_tables(job, payment_shapes(),
                    [&](std::size_t, AmountUnit unit, const TableRow& row) { parser.take(unit, row); }));
    if (job.unread_shapes.empty()) return read;
    read.unreadable.insert(TextPool::none);
    read.moved_lines.insert(TextPool::none);
    return read;
}

}  // namespace budget
