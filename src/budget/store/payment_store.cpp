// SPDX-License-Identifier: Apache-2.0
#include "budget/store/payment_store.h"

#include <algorithm>

#include "sql/where.h"

namespace budget {

namespace {

constexpr std::string_view select_payments = R"(
    SELECT p.voucher, p.entry, p.kind, p.paid_on, p.line_code, p.payee, p.contract_number, p.service_from, p.service_to,
           p.functional_code, p.economic_code, p.amount_fen, p.corrects_voucher, p.corrects_entry, p.note,
           p.correction_id,
           i.file_name, p.source_sheet, p.source_row
      FROM budget_payment p
      LEFT JOIN budget_import i ON i.org_id = p.org_id AND i.id = p.import_id
     WHERE p.org_id = :org_id AND p.fiscal_year = :fiscal_year)";

std::string place_of(const sql::Row& row)
{
    if (row.is_null("source_row")) return {};
    return row.text("file_name") + " " + row.text("source_sheet") + "!A" + std::to_string(row.integer("source_row"));
}

std::optional<MonthSpan> service_of(const sql::Row& row)
{
    if (row.is_null("service_from")) return std::nullopt;
    return MonthSpan{Month::parse(row.text("service_from")).value(), Month::parse(row.text("service_to")).value()};
}

Payment payment_of(const sql::Row& row)
{
    Payment payment;
    payment.key = {row.text("voucher"), row.integer("entry")};
    payment.kind = payment_kind_of(row.text("kind"));
    payment.paid_on = row.date("paid_on");
    payment.line = row.text("line_code");
    payment.payee = row.text("payee");
    payment.contract = row.text_if("contract_number").value_or("");
    payment.service = service_of(row);
    payment.functional_code = row.text("functional_code");
    payment.economic_code = row.text("economic_code");
    payment.amount = row.money("amount_fen");
    payment.note = row.text("note");
    if (!row.is_null("corrects_voucher"))
        payment.corrects = EntryKey{row.text("corrects_voucher"), row.integer("corrects_entry")};
    payment.place = place_of(row);
    payment.correction = row.text_if("correction_id").value_or("");
    return payment;
}

constexpr std::string_view by_day = " ORDER BY p.paid_on, p.voucher, p.entry";

sql::Where filtered(std::string_view select, sql::Parameters parameters, const PaymentFilter& filter)
{
    sql::Where where{select, std::move(parameters)};
    where.with_if(!filter.line.empty(), "p.line_code = :line_code", {{"line_code", filter.line}})
        .with_if(!filter.contract.empty(), "p.contract_number = :contract_number",
                 {{"contract_number", filter.contract}});
    if (filter.month)
        where.with("p.paid_on BETWEEN :first_day AND :last_day",
                   {{"first_day", filter.month->first_day()}, {"last_day", filter.month->last_day()}});
    if (filter.until) where.with("p.paid_on <= :until", {{"until", *filter.until}});
    if (filter.kind)
        where.with(
            "p.line_code IN (SELECT l.code FROM budget_line l WHERE l.org_id = :org_id AND l.fiscal_year = "
            ":fiscal_year AND l.kind = :line_kind)",
            {{"line_kind", to_text(*filter.kind)}});
    // Only Latin letters are small or capital, and making them small takes longer than looking.
    const bool has_letters = std::any_of(filter.text.begin(), filter.text.end(),
                                         [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    if (!filter.text.empty() && has_letters)
        where.with("(strpos(LOWER(p.payee), LOWER(:part)) > 0 OR strpos(LOWER(p.voucher), LOWER(:part)) > 0)",
                   {{"part", filter.text}});
    if (!filter.text.empty() && !has_letters)
        where.with("(strpos(p.payee, :part) > 0 OR strpos(p.voucher, :part) > 0)", {{"part", filter.text}});
    return where;
}

}  // namespace

sql::Parameters PaymentStore::scoped(sql::Parameters more) const
{
    more.insert(more.begin(), {{"org_id", org_}, {"fiscal_year", year_.year}});
    return more;
}

void PaymentStore::lock_line(const std::string& code)
{
    constexpr std::string_view touch = R"(
        UPDATE budget_line SET paid_fen = paid_fen
         WHERE org_id = :org_id AND fiscal_year = :fiscal_year AND code = :code)";
    db_.execute(touch, scoped({{"code", code}}));
}

bool PaymentStore::pay_contract(const std::string& number, base::Money amount)
{
    constexpr std::string_view update = R"(
        UPDATE budget_contract SET paid_fen = paid_fen + :amount
         WHERE org_id = :org_id AND fiscal_year = :fiscal_year AND number = :number
           AND amount_fen - paid_fen >= :amount AND paid_fen + :amount >= 0)";
    return db_.execute(update, scoped({{"number", number}, {"amount", amount}})) == 1;
}

bool PaymentStore::pay_line(const std::string& code, base::Money amount, base::Money from_contract)
{
    constexpr std::string_view update = R"(
        UPDATE budget_line SET paid_fen = paid_fen + :amount, committed_fen = committed_fen - :from_contract
         WHERE org_id = :org_id AND fiscal_year = :fiscal_year AND code = :code
           AND adjusted_fen - committed_fen - paid_fen + :from_contract >= :amount
           AND committed_fen >= :from_contract AND paid_fen + :amount >= 0)";
    return db_.execute(update, scoped({{"code", code}, {"amount", amount}, {"from_contract", from_contract}})) == 1;
}

void PaymentStore::add(const Payment& payment, std::int64_t at_ms)
{
    constexpr std::string_view insert = R"(
        INSERT INTO budget_payment (org_id, fiscal_year, voucher, entry, kind, paid_on, line_code, payee, contract_number,
                                    service_from, service_to, functional_code, economic_code, amount_fen,
                                    corrects_voucher, corrects_entry, note, correction_id, recorded_ms)
        VALUES (:org_id, :fiscal_year, :voucher, :entry, :kind, :paid_on, :line_code, :payee, :contract_number,
                :service_from, :service_to, :functional_code, :economic_code, :amount_fen,
                :corrects_voucher, :corrects_entry, :note, :correction_id, :recorded_ms))";
    const auto& service = payment.service;
    const auto& corrects = payment.corrects;
    db_.execute(insert, scoped({{"voucher", payment.key.voucher},
                                {"entry", payment.key.entry},
                                {"kind", to_text(payment.kind)},
                                {"paid_on", payment.paid_on},
                                {"line_code", payment.line},
                                {"payee", payment.payee},
                                {"contract_number", sql::text_or_null(payment.contract)},
                                {"service_from", service ? sql::Value{service->first.to_string()} : sql::Value{}},
                                {"service_to", service ? sql::Value{service->last.to_string()} : sql::Value{}},
                                {"functional_code", payment.functional_code},
                                {"economic_code", payment.economic_code},
                                {"amount_fen", payment.amount},
                                {"corrects_voucher", corrects ? sql::Value{corrects->voucher} : sql::Value{}},
                                {"corrects_entry", corrects ? sql::Value{corrects->entry} : sql::Value{}},
                                {"note", payment.note},
                                {"correction_id", sql::text_or_null(payment.correction)},
                                {"recorded_ms", at_ms}}));
}

void PaymentStore::add_batch(const PaymentBatch& batch, const std::vector<std::uint32_t>& added,
                             const std::string& import_id, std::int64_t at_ms, const CorrectionOf& correction_of)
{
    sql::BulkInsert insert{
        db_,
        "budget_payment",
        {"org_id",     "fiscal_year",     "import_id",     "recorded_ms",  "voucher",          "entry",
         "kind",       "paid_on",         "line_code",     "payee",        "contract_number",  "service_from",
         "service_to", "functional_code", "economic_code", "amount_fen",   "corrects_voucher", "corrects_entry",
         "note",       "source_sheet",    "source_row",    "correction_id"}};
    const auto text = [&](TextPool::Handle handle) { return sql::Value{batch.texts.text(handle)}; };
    const auto text_if = [&](TextPool::Handle handle) {
        return handle == TextPool::none ? sql::Value{} : text(handle);
    };
    std::vector<sql::Value> values{org_, year_.year, import_id, at_ms};
    const std::size_t same_for_all = values.size();
    for (const std::uint32_t index : added) {
        const StagedPayment& row = batch.rows[index];
        const auto service = row.service();
        const bool corrects = row.kind != PaymentKind::payment;
        values.resize(same_for_all);
        values.emplace_back(text(row.voucher));
        values.emplace_back(std::int64_t{row.entry});
        values.emplace_back(to_text(row.kind));
        values.emplace_back(row.paid_on);
        values.emplace_back(text(row.line));
        values.emplace_back(text(row.payee));
        values.emplace_back(text_if(row.contract));
        values.emplace_back(service ? sql::Value{service->first.to_string()} : sql::Value{});
        values.emplace_back(service ? sql::Value{service->last.to_string()} : sql::Value{});
        values.emplace_back(text(row.functional_code));
        values.emplace_back(text(row.economic_code));
        values.emplace_back(row.amount);
        values.emplace_back(corrects ? text(row.original) : sql::Value{});
        values.emplace_back(corrects ? sql::Value{std::int64_t{row.corrects}} : sql::Value{});
        values.emplace_back(text(row.note));
        values.emplace_back(batch.sheets[row.sheet]);
        values.emplace_back(std::int64_t{row.row});
        values.emplace_back(correction_of(row.paid_on));
        insert.add(values);
    }
    insert.finish();
}

std::optional<Original> PaymentStore::find(const EntryKey& key) const
{
    const sql::Parameters parameters = scoped({{"voucher", key.voucher}, {"entry", key.entry}});
    const auto rows =
        db_.query(std::string{select_payments} + " AND p.voucher = :voucher AND p.entry = :entry", parameters);
    if (rows.empty()) return std::nullopt;
    Original original{payment_of(rows.front()), {}, false};
    // A refund that was itself reversed took nothing back.
    constexpr std::string_view corrections = R"(
        SELECT c.kind, c.amount_fen
          FROM budget_payment c
         WHERE c.org_id = :org_id AND c.fiscal_year = :fiscal_year
           AND c.corrects_voucher = :voucher AND c.corrects_entry = :entry
           AND NOT EXISTS (SELECT 1 FROM budget_payment r
                            WHERE r.org_id = c.org_id AND r.fiscal_year = c.fiscal_year AND r.kind = 'reversal'
                              AND r.corrects_voucher = c.voucher AND r.corrects_entry = c.entry))";
    for (const auto& row : db_.query(corrections, parameters)) {
        if (row.text("kind") == "reversal")
            original.is_reversed = true;
        else
            original.refunded += -row.money("amount_fen");
    }
    return original;
}

std::vector<Payment> PaymentStore::find_all(const PaymentFilter& filter) const
{
    std::vector<Payment> found;
    each_of(filter, [&](const Payment& payment) { found.push_back(payment); });
    return found;
}

void PaymentStore::each_of(const PaymentFilter& filter, const std::function<void(const Payment&)>& visit) const
{
    const sql::Where where = filtered(select_payments, scoped(), filter);
    db_.each(where.text(by_day), where.parameters(), [&](const sql::Row& row) { visit(payment_of(row)); });
}

std::vector<Payment> PaymentStore::page(const PaymentFilter& filter, const std::optional<PaymentPlace>& behind,
                                        std::size_t limit) const
{
    sql::Where where = filtered(select_payments, scoped({{"limit", static_cast<std::int64_t>(limit)}}), filter);
    if (behind)
        where.with("(p.paid_on, p.voucher, p.entry) > (:paid_on, :voucher, :entry)",
                   {{"paid_on", behind->paid_on}, {"voucher", behind->key.voucher}, {"entry", behind->key.entry}});
    std::vector<Payment> found;
    db_.each(where.text(std::string{by_day} + " LIMIT :limit"), where.parameters(),
             [&](const sql::Row& row) { found.push_back(payment_of(row)); });
    return found;
}

PaymentStore::Corrections PaymentStore::corrections(const std::string& least, const std::string& most) const
{
    constexpr std::string_view select = R"(
        SELECT c.corrects_voucher, c.corrects_entry, c.voucher, c.entry
          FROM budget_payment c
         WHERE c.org_id = :org_id AND c.fiscal_year = :fiscal_year AND c.corrects_voucher IS NOT NULL)";
    sql::Where where{select, scoped()};
    where.with_if(!least.empty(), "c.corrects_voucher >= :least", {{"least", least}})
        .with_if(!most.empty(), "c.corrects_voucher <= :most", {{"most", most}});
    Corrections found;
    db_.each(where.text(" ORDER BY c.voucher, c.entry"), where.parameters(), [&](const sql::Row& row) {
        found[{row.text("corrects_voucher"), row.integer("corrects_entry")}].push_back(
            {row.text("voucher"), row.integer("entry")});
    });
    return found;
}

PaymentStore::Total PaymentStore::total(const PaymentFilter& filter) const
{
    constexpr std::string_view add_up = R"(
        SELECT COUNT(*) AS entries, CAST(COALESCE(SUM(p.amount_fen), 0) AS BIGINT) AS amount_fen
          FROM budget_payment p
         WHERE p.org_id = :org_id AND p.fiscal_year = :fiscal_year)";
    const sql::Where where = filtered(add_up, scoped(), filter);
    const auto rows = db_.query(where.text(), where.parameters());
    return {rows.front().integer("entries"), rows.front().money("amount_fen")};
}

void PaymentStore::each(const std::function<void(const Payment&)>& visit) const
{
    db_.each(std::string{select_payments} + " ORDER BY p.voucher, p.entry", scoped(),
             [&](const sql::Row& row) { visit(payment_of(row)); });
}

std::vector<PaidSum> PaymentStore::sums() const
{
    constexpr std::string_view select = R"(
        SELECT line_code, contract_number, paid_on, CAST(SUM(amount_fen) AS BIGINT) AS amount_fen
          FROM budget_payment
         WHERE org_id = :org_id AND fiscal_year = :fiscal_year
         GROUP BY line_code, contract_number, paid_on
         ORDER BY line_code, contract_number, paid_on)";
    std::vector<PaidSum> found;
    db_.each(select, scoped(), [&](const sql::Row& row) {
        found.push_back({row.text("line_code"), row.text_if("contract_number").value_or(""), row.date("paid_on"),
                         row.money("amount_fen")});
    });
    return found;
}

std::vector<ServicePayment> PaymentStore::service_payments(base::Date as_of) const
{
    // What corrects a correction belongs to the payment at the root: a reversed refund gives its amount back.
    constexpr std::string_view select = R"(
        SELECT p.contract_number, p.service_from, p.service_to,
               CAST(p.amount_fen
                    + COALESCE((SELECT SUM(c.amount_fen) FROM budget_payment c
                                 WHERE c.org_id = p.org_id AND c.fiscal_year = p.fiscal_year
                                   AND c.corrects_voucher = p.voucher AND c.corrects_entry = p.entry
                                   AND c.paid_on <= :as_of), 0)
                    + COALESCE((SELECT SUM(r.amount_fen)
                                  FROM budget_payment c
                                  JOIN budget_payment r
                                    ON r.org_id = c.org_id AND r.fiscal_year = c.fiscal_year
                                   AND r.corrects_voucher = c.voucher AND r.corrects_entry = c.entry
                                 WHERE c.org_id = p.org_id AND c.fiscal_year = p.fiscal_year
                                   AND c.corrects_voucher = p.voucher AND c.corrects_entry = p.entry
                                   AND r.paid_on <= :as_of), 0) AS BIGINT) AS net_fen
          FROM budget_payment p
         WHERE p.org_id = :org_id AND p.fiscal_year = :fiscal_year AND p.kind = 'payment'
           AND p.contract_number IS NOT NULL AND p.service_from IS NOT NULL AND p.paid_on <= :as_of)";
    std::vector<ServicePayment> found;
    db_.each(select, scoped({{"as_of", as_of}}), [&](const sql::Row& row) {
        found.push_back({row.text("contract_number"), service_of(row).value(), row.money("net_fen")});
    });
    return found;
}

}  // namespace budget
