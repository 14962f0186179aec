// SPDX-License-Identifier: Apache-2.0
#include "ledgers/store/ledger_store.h"

#include <algorithm>

#include "chinese/letters.h"
#include "ledgers/core/difference.h"

namespace ledgers {

namespace {

Column column_of(const sql::Row& row)
{
    Column column{row.text("title"), type_of_word(row.text("type")).value(), row.text("unit")};
    // Choices are kept like the cells of a record: joined by a character that none of them can hold.
    if (!row.text("choices").empty()) column.choices = split_cells(row.text("choices"));
    column.is_required = row.integer("is_required") == 1;
    column.is_identity = row.integer("is_identity") == 1;
    column.is_period = row.integer("is_period") == 1;
    return column;
}

Ledger ledger_of(const sql::Row& row)
{
    return {LedgerId{row.text("id")},
            row.integer("version"),
            {row.text("name"), {}},
            row.text_if("section_id").value_or("")};
}

}  // namespace

std::optional<Ledger> LedgerStore::find(const base::OrgId& org, const std::string& name) const
{
    constexpr std::string_view by_name = R"(
        SELECT id, version, name, section_id FROM ledgers_ledger WHERE org_id = :org_id AND name = :name)";
    const auto rows = db_.query(by_name, {{"org_id", org}, {"name", name}});
    if (rows.empty()) return std::nullopt;
    Ledger ledger = ledger_of(rows.front());
    ledger.definition.columns = columns(org, ledger.id);
    return ledger;
}

std::vector<Ledger> LedgerStore::all(const base::OrgId& org) const
{
    constexpr std::string_view of_org =
        "SELECT id, version, name, section_id FROM ledgers_ledger WHERE org_id = :org_id";
    std::vector<Ledger> found;
    for (const sql::Row& row : db_.query(of_org, {{"org_id", org}})) found.push_back(ledger_of(row));
    for (Ledger& ledger : found) ledger.definition.columns = columns(org, ledger.id);
    // Sorted here: the two engines do not agree on the order of Chinese text.
    std::sort(found.begin(), found.end(),
              [](const Ledger& a, const Ledger& b) { return a.definition.name < b.definition.name; });
    return found;
}

std::vector<Column> LedgerStore::columns(const base::OrgId& org, const LedgerId& ledger) const
{
    constexpr std::string_view of_ledger = R"(
        SELECT title, type, unit, is_required, is_identity, is_period, choices
          FROM ledgers_column
         WHERE org_id = :org_id AND ledger_id = :ledger_id
         ORDER BY position)";
    std::vector<Column> found;
    for (const sql::Row& row : db_.query(of_ledger, {{"org_id", org}, {"ledger_id", ledger}}))
        found.push_back(column_of(row));
    return found;
}

void LedgerStore::add(const base::OrgId& org, const Ledger& ledger, std::int64_t at_ms)
{
    constexpr std::string_view insert = R"(
        INSERT INTO ledgers_ledger (org_id, id, name, version, created_ms, section_id)
        VALUES (:org_id, :id, :name, 1, :created_ms, :section_id))";
    db_.execute(insert, {{"org_id", org},
                         {"id", ledger.id},
                         {"name", ledger.definition.name},
                         {"created_ms", at_ms},
                         {"section_id", sql::text_or_null(ledger.section)}});
    add_columns(org, ledger);
}

void LedgerStore::add_columns(const base::OrgId& org, const Ledger& ledger)
{
    constexpr std::string_view insert = R"(
        INSERT INTO ledgers_column (org_id, ledger_id, position, title, type, unit, is_required, is_identity, is_period,
                                    choices)
        VALUES (:org_id, :ledger_id, :position, :title, :type, :unit, :is_required, :is_identity, :is_period,
                :choices))";
    std::int64_t position = 0;
    for (const Column& column : ledger.definition.columns)
        db_.execute(insert, {{"org_id", org},
                             {"ledger_id", ledger.id},
                             {"position", position++},
                             {"title", column.title},
                             {"type", word_of(column.type)},
                             {"unit", column.unit},
                             {"is_required", column.is_required ? 1 : 0},
                             {"is_identity", column.is_identity ? 1 : 0},
                             {"is_period", column.is_period ? 1 : 0},
                             {"choices", join_cells(column.choices)}});
}

void LedgerStore::replace_columns(const base::OrgId& org, const Ledger& ledger)
{
    constexpr std::string_view remove = "DELETE FROM ledgers_column WHERE org_id = :org_id AND ledger_id = :ledger_id";
    db_.execute(remove, {{"org_id", org}, {"ledger_id", ledger.id}});
    add_columns(org, ledger);
}

void LedgerStore::set_section(const base::OrgId& org, const Ledger& ledger)
{
    constexpr std::string_view update =
        "UPDATE ledgers_ledger SET section_id = :section_id WHERE org_id = :org_id AND id = :id";
    db_.execute(update, {{"org_id", org}, {"id", ledger.id}, {"section_id", sql::text_or_null(ledger.section)}});
}

bool LedgerStore::claim(const base::OrgId& org, const Ledger& ledger)
{
    constexpr std::string_view count_up = R"(
        UPDATE ledgers_ledger SET version = version + 1
         WHERE org_id = :org_id AND id = :id AND version = :version)";
    return db_.execute(count_up, {{"org_id", org}, {"id", ledger.id}, {"version", ledger.version}}) == 1;
}

Mapping LedgerStore::mapping(const base::OrgId& org, const LedgerId& ledger) const
{
    constexpr std::string_view of_ledger = R"(
        SELECT header, title FROM ledgers_mapping WHERE org_id = :org_id AND ledger_id = :ledger_id)";
    Mapping mapping;
    for (const sql::Row& row : db_.query(of_ledger, {{"org_id", org}, {"ledger_id", ledger}}))
        mapping[row.text("header")] = row.text("title");
    return mapping;
}

void LedgerStore::map(const base::OrgId& org, const LedgerId& ledger, const std::string& header,
                      const std::string& title)
{
    constexpr std::string_view upsert = R"(
        INSERT INTO ledgers_mapping (org_id, ledger_id, header, title)
        VALUES (:org_id, :ledger_id, :header, :title)
        ON CONFLICT (org_id, ledger_id, header) DO UPDATE SET title = excluded.title)";
    db_.execute(upsert,
                {{"org_id", org}, {"ledger_id", ledger}, {"header", chinese::compact(header)}, {"title", title}});
}

void LedgerStore::unmap_all(const base::OrgId& org, const LedgerId& ledger)
{
    db_.execute("DELETE FROM ledgers_mapping WHERE org_id = :org_id AND ledger_id = :ledger_id",
                {{"org_id", org}, {"ledger_id", ledger}});
}

}  // namespace ledgers
