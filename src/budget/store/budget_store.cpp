// SPDX-License-Identifier: Apache-2.0
#include "budget/store/budget_store.h"

namespace budget {

namespace {

Line line_of(const sql::Row& row)
{
    return {row.text("code"),
            row.text("name"),
            line_kind_of(row.text("kind")),
            row.text("functional_code"),
            row.text("economic_code"),
            row.money("adjusted_fen"),
            row.money("committed_fen"),
            row.money("paid_fen"),
            row.text_if("correction_id").value_or("")};
}

Contract contract_of(const sql::Row& row)
{
    Contract contract{row.text("number"), row.text("title"),       row.text("line_code"),
                      row.text("payee"),  row.money("amount_fen"), row.date("signed_on")};
    if (!row.is_null("service_from"))
        contract.service =
            MonthSpan{Month::parse(row.text("service_from")).value(), Month::parse(row.text("service_to")).value()};
    contract.place = row.text("place");
    contract.paid = row.money("paid_fen");
    contract.correction = row.text_if("correction_id").value_or("");
    return contract;
}

constexpr std::string_view select_lines = R"(
    SELECT code, name, kind, functional_code, economic_code, adjusted_fen, committed_fen, paid_fen,
           correction_id
      FROM budget_line
     WHERE org_id = :org_id AND fiscal_year = :fiscal_year)";

constexpr std::string_view select_contracts = R"(
    SELECT number, title, line_code, payee, amount_fen, paid_fen, signed_on, service_from, service_to, place,
           correction_id
      FROM budget_contract
     WHERE org_id = :org_id AND fiscal_year = :fiscal_year)";

}  // namespace

sql::Parameters BudgetStore::scoped(sql::Parameters more) const
{
    more.insert(more.begin(), {{"org_id", org_}, {"fiscal_year", year_.year}});
    return more;
}

std::vector<base::FiscalYear> BudgetStore::years(sql::Connection& db, const base::OrgId& org)
{
    constexpr std::string_view select =
        "SELECT fiscal_year FROM budget_year WHERE org_id = :org_id ORDER BY fiscal_year";
    std::vector<base::FiscalYear> found;
    for (const auto& row : db.query(select, {{"org_id", org}}))
        found.push_back({static_cast<int>(row.integer("fiscal_year"))});
    return found;
}

bool BudgetStore::has_year() const
{
    constexpr std::string_view select =
        "SELECT fiscal_year FROM budget_year WHERE org_id = :org_id AND fiscal_year = :fiscal_year";
    return !db_.query(select, scoped()).empty();
}

void BudgetStore::add_year(std::int64_t at_ms)
{
    constexpr std::string_view insert = R"(
        INSERT INTO budget_year (org_id, fiscal_year, opened_ms) VALUES (:org_id, :fiscal_year, :opened_ms))";
    db_.execute(insert, scoped({{"opened_ms", at_ms}}));
}

void BudgetStore::add_import(const ImportRecord& record, std::int64_t at_ms)
{
    constexpr std::string_view insert = R"(
        INSERT INTO budget_import (org_id, fiscal_year, id, kind, file_name, row_count, list_digest, imported_ms)
        VALUES (:org_id, :fiscal_year, :id, :kind, :file_name, :row_count, :list_digest, :imported_ms))";
    db_.execute(insert, scoped({{"id", record.id},
                                {"kind", record.kind},
                                {"file_name", record.file_name},
                                {"row_count", record.rows},
                                {"list_digest", record.list_digest},
                                {"imported_ms", at_ms}}));
}

void BudgetStore::add_line(const Line& line, const std::optional<std::string>& correction)
{
    constexpr std::string_view insert = R"(
        INSERT INTO budget_line (org_id, fiscal_year, code, position, name, kind, functional_code, economic_code,
                                 correction_id)
        SELECT :org_id, :fiscal_year, :code, COUNT(*) + 1, :name, :kind, :functional_code, :economic_code, :correction_id
          FROM budget_line
         WHERE org_id = :org_id AND fiscal_year = :fiscal_year)";
    db_.execute(insert, scoped({{"code", line.code},
                                {"name", line.name},
                                {"kind", to_text(line.kind)},
                                {"functional_code", line.functional_code},
                                {"economic_code", line.economic_code},
                                {"correction_id", correction}}));
}

std::vector<Line> BudgetStore::lines() const
{
    std::vector<Line> found;
    for (const auto& row : db_.query(std::string{select_lines} + " ORDER BY position, code", scoped()))
        found.push_back(line_of(row));
    return found;
}

std::optional<Line> BudgetStore::find_line(const std::string& code) const
{
    const auto rows = db_.query(std::string{select_lines} + " AND code = :code", scoped({{"code", code}}));
    if (rows.empty()) return std::nullopt;
    return line_of(rows.front());
}

bool BudgetStore::adjust_line(const std::string& code, base::Money amount)
{
    constexpr std::string_view update = R"(
        UPDATE budget_line SET adjusted_fen = adjusted_fen + :amount
         WHERE org_id = :org_id AND fiscal_year = :fiscal_year AND code = :code
           AND adjusted_fen - committed_fen - paid_fen + :amount >= 0)";
    return db_.execute(update, scoped({{"code", code}, {"amount", amount}})) == 1;
}

bool BudgetStore::commit_line(const std::string& code, base::Money amount)
{
    constexpr std::string_view update = R"(
        UPDATE budget_line SET committed_fen = committed_fen + :amount
         WHERE org_id = :org_id AND fiscal_year = :fiscal_year AND code = :code
           AND adjusted_fen - committed_fen - paid_fen >= :amount)";
    return db_.execute(update, scoped({{"code", code}, {"amount", amount}})) == 1;
}

void BudgetStore::add_document(const Document& document, const Origin& origin)
{
    constexpr std::string_view insert = R"(
        INSERT INTO budget_document (org_id, fiscal_year, number, kind, issued_on, reason, place, import_id,
                                     correction_id, recorded_ms)
        VALUES (:org_id, :fiscal_year, :number, :kind, :issued_on, :reason, :place, :import_id, :correction_id,
                :recorded_ms))";
    db_.execute(insert, scoped({{"number", document.number},
                                {"kind", to_text(document.kind)},
                                {"issued_on", document.issued_on},
                                {"reason", document.reason},
                                {"place", document.place},
                                {"import_id", origin.import_id},
                                {"correction_id", origin.correction},
                                {"recorded_ms", origin.at_ms}}));
    constexpr std::string_view insert_line = R"(
        INSERT INTO budget_document_line (org_id, fiscal_year, number, line_code, amount_fen)
        VALUES (:org_id, :fiscal_year, :number, :line_code, :amount_fen))";
    for (const DocumentLine& line : document.lines)
        db_.execute(insert_line,
                    scoped({{"number", document.number}, {"line_code", line.line}, {"amount_fen", line.amount}}));
}

std::vector<Document> BudgetStore::documents() const
{
    constexpr std::string_view select = R"(
        SELECT d.number, d.kind, d.issued_on, d.reason, d.place, d.correction_id, l.line_code, l.amount_fen
          FROM budget_document d
          JOIN budget_document_line l
            ON l.org_id = d.org_id AND l.fiscal_year = d.fiscal_year AND l.number = d.number
         WHERE d.org_id = :org_id AND d.fiscal_year = :fiscal_year
         ORDER BY d.issued_on, d.number, l.line_code)";
    std::vector<Document> found;
    for (const auto& row : db_.query(select, scoped())) {
        if (found.empty() || found.back().number != row.text("number"))
            found.push_back({row.text("number"),
                             row.date("issued_on"),
                             document_kind_of(row.text("kind")),
                             row.text("reason"),
                             {},
                             row.text("place"),
                             row.text_if("correction_id").value_or("")});
        found.back().lines.push_back({row.text("line_code"), row.money("amount_fen")});
    }
    return found;
}

bool BudgetStore::has_document(const std::string& number) const
{
    constexpr std::string_view select = R"(
        SELECT number FROM budget_document
         WHERE org_id = :org_id AND fiscal_year = :fiscal_year AND number = :number)";
    return !db_.query(select, scoped({{"number", number}})).empty();
}

void BudgetStore::add_contract(const Contract& contract, const Origin& origin)
{
    constexpr std::string_view insert = R"(
        INSERT INTO budget_contract (org_id, fiscal_year, number, title, line_code, payee, amount_fen, signed_on,
                                     service_from, service_to, place, import_id, correction_id, recorded_ms)
        VALUES (:org_id, :fiscal_year, :number, :title, :line_code, :payee, :amount_fen, :signed_on,
                :service_from, :service_to, :place, :import_id, :correction_id, :recorded_ms))";
    const auto month = [&](Month MonthSpan::*end) {
        return contract.service ? sql::Value{((*contract.service).*end).to_string()} : sql::Value{};
    };
    db_.execute(insert, scoped({{"number", contract.number},
                                {"title", contract.title},
                                {"line_code", contract.line},
                                {"payee", contract.payee},
                                {"amount_fen", contract.amount},
                                {"signed_on", contract.signed_on},
                                {"service_from", month(&MonthSpan::first)},
                                {"service_to", month(&MonthSpan::last)},
                                {"place", contract.place},
                                {"import_id", origin.import_id},
                                {"correction_id", origin.correction},
                                {"recorded_ms", origin.at_ms}}));
}

std::vector<Contract> BudgetStore::contracts() const
{
    std::vector<Contract> found;
    for (const auto& row : db_.query(std::string{select_contracts} + " ORDER BY number", scoped()))
        found.push_back(contract_of(row));
    return found;
}

std::optional<Contract> BudgetStore::find_contract(const std::string& number) const
{
    const auto rows = db_.query(std::string{select_contracts} + " AND number = :number", scoped({{"number", number}}));
    if (rows.empty()) return std::nullopt;
    return contract_of(rows.front());
}

}  // namespace budget
