// SPDX-License-Identifier: Apache-2.0
#include "budget/payment_workbook.h"

namespace budget {

using base::ErrorKind;
using spreadsheet::Cell;

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

TableShape payment_shape()
{
    return {"支付明细",
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
             {"摘要", false}}};
}

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
    PaymentParser(PaymentWorkbook& read, ImportOutcome& outcome) : read_{read}, batch_{read.batch}, problems_{outcome}
    {
    }

    void take(AmountUnit unit, const TableRow& row)
    {
        if (batch_.sheets.empty() || batch_.sheets.back() != row.sheet()) {
            batch_.sheets.push_back(row.sheet());
            read_.columns_of_sheet.push_back(row.columns());
        }
        row_ = &row;
        is_readable_ = true;
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
        staged.paid_on = parsed(paid_on, date_of(row.cell(paid_on)));
        staged.amount = parsed(amount, money_of(row.cell(amount), unit));
        staged.kind = kind_of_row();
        take_service(staged);
        check_original(staged);
        if (is_readable_) batch_.rows.push_back(staged);
        read_.all_readable = read_.all_readable && is_readable_;
    }

private:
    void refuse(Column column, base::Error error)
    {
        problems_.add(row_->place(column), std::move(error));
        is_readable_ = false;
    }

    template <class T>
    T parsed(Column column, base::Result<T> result)
    {
        if (result) return *result;
        refuse(column, std::move(result).error());
        return T{};
    }

    TextPool::Handle text(Column column)
    {
        const Cell& cell = row_->cell(column);
        return cell.text.empty() ? TextPool::none : batch_.texts.intern(parsed(column, text_of(cell)));
    }

    PaymentKind kind_of_row()
    {
        const std::string_view written = parsed(kind, text_of(row_->cell(kind)));
        for (const PaymentKind known : {PaymentKind::payment, PaymentKind::refund, PaymentKind::reversal})
            if (written == chinese(known)) return known;
        if (!written.empty())
            refuse(kind, {ErrorKind::invalid, "budget.import.unknown_kind", {{"text", std::string{written}}}});
        return PaymentKind::payment;
    }

    void take_service(StagedPayment& staged)
    {
        const bool has_first = !row_->cell(service_from).text.empty();
        const bool has_last = !row_->cell(service_to).text.empty();
        if (!has_first && !has_last) return;
        if (has_first != has_last) {
            refuse(has_first ? service_to : service_from, {ErrorKind::invalid, "budget.import.one_month_missing"});
            return;
        }
        staged.service_first = parsed(service_from, month_of(row_->cell(service_from)));
        staged.service_last = parsed(service_to, month_of(row_->cell(service_to)));
    }

    void check_original(const StagedPayment& staged)
    {
        const bool names_one = staged.original != TextPool::none;
        if (names_one == (staged.kind != PaymentKind::payment)) return;
        refuse(original,
               {ErrorKind::invalid, names_one ? "budget.import.original_unused" : "budget.import.original_missing"});
    }

    PaymentWorkbook& read_;
    PaymentBatch& batch_;
    Problems problems_;
    const TableRow* row_ = nullptr;
    bool is_readable_ = true;
};

}  // namespace

std::string PaymentWorkbook::place_of(const RowProblem& problem) const
{
    const StagedPayment& row = batch.rows[problem.row];
    const auto& columns = columns_of_sheet[row.sheet];
    const std::size_t at = columns[column_of(problem.column)].value_or(columns.front().value());
    return spreadsheet::place(batch.sheets[row.sheet], row.row, static_cast<std::uint32_t>(at));
}

base::Result<PaymentWorkbook> read_payments(const ImportFile& file, ImportOutcome& outcome)
{
    PaymentWorkbook read;
    PaymentParser parser{read, outcome};
    TRY(read_tables(file.workbook, {payment_shape()}, outcome,
                    [&](std::size_t, AmountUnit unit, const TableRow& row) { parser.take(unit, row); }));
    return read;
}

}  // namespace budget
