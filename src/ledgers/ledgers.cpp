// SPDX-License-Identifier: Apache-2.0
#include "ledgers/ledgers.h"

#include <set>

#include "chinese/letters.h"
#include "identity/identity.h"
#include "ledgers/core/cell.h"
#include "ledgers/core/reach.h"
#include "ledgers/reached_ledger.h"
#include "ledgers/standard.h"
#include "ledgers/store/row_store.h"

namespace ledgers {

namespace {

auto unknown(const std::string& name)
{
    return base::fail(base::ErrorKind::not_found, "ledgers.ledger.unknown", {{"ledger", name}});
}

base::Record record_of(const Definition& definition, const StoredRow& row)
{
    std::vector<std::string> texts = split_cells(row.cells);
    texts.resize(definition.columns.size());
    base::Record record{row.id, row.digest, row.place, {}};
    record.cells.reserve(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) record.cells.push_back(typed(definition.columns[i].type, texts[i]));
    return record;
}

// "一号楼 / 301" as it is kept, for a register with several identity columns.
std::string kept_identity(const Definition& definition, const std::string& shown)
{
    if (definition.identity_columns().size() == 1) return chinese::compact(shown);
    constexpr std::string_view between = " / ";
    std::vector<std::string> parts;
    for (std::size_t at = 0;;) {
        const auto end = std::min(shown.find(between, at), shown.size());
        parts.push_back(chinese::compact(shown.substr(at, end - at)));
        if (end == shown.size()) return join_cells(parts);
        at = end + between.size();
    }
}

base::Result<void> check_mapped(const Definition& definition, const std::string& title)
{
    if (title.empty() || definition.column(title)) return {};
    return base::fail(base::ErrorKind::invalid, "ledgers.map.column_unknown",
                      {{"column", title}, {"ledger", definition.name}});
}

}  // namespace

base::Result<std::vector<Declared>> Ledgers::declare(const base::Actor& actor,
                                                     const std::vector<Definition>& definitions)
{
    if (!actor.may("ledgers.declare")) return base::fail(base::ErrorKind::forbidden, "ledgers.declare.forbidden");
    std::set<std::string> names;
    std::vector<Declared> outcome;
    sql::Transaction transaction{db_};
    for (const Definition& written : definitions) {
        TRY_ASSIGN(Definition definition, checked(written));
        if (!names.insert(definition.name).second)
            return base::fail(base::ErrorKind::invalid, "ledgers.definition.ledger_twice",
                              {{"ledger", definition.name}});
        TRY_ASSIGN(const DeclaredAs as, declare_one(actor, definition));
        outcome.push_back({definition.name, as});
    }
    transaction.commit();
    return outcome;
}

base::Result<DeclaredAs> Ledgers::declare_one(const base::Actor& actor, const Definition& definition,
                                              const std::optional<std::string>& section)
{
    LedgerStore store{db_};
    const auto columns = std::to_string(definition.columns.size());
    const auto existing = store.find(actor.org, definition.name);
    if (!existing) {
        store.add(actor.org, {base::new_id<LedgerTag>(clock_), 1, definition, section.value_or("")},
                  clock_.milliseconds_since_1970());
        identity::record(db_, actor, clock_, {"ledgers.declare", definition.name, "columns=" + columns});
        return DeclaredAs::created;
    }
    Ledger after = *existing;
    after.definition = definition;
    after.section = section.value_or(existing->section);
    if (RowStore{db_, actor.org, existing->id}.has_any()) {
        TRY_ASSIGN(after.definition, extended(existing->definition, definition));
    }
    if (after.definition == existing->definition && after.section == existing->section) return DeclaredAs::unchanged;
    if (!store.claim(actor.org, *existing))
        return base::fail(base::ErrorKind::conflict, "ledgers.ledger.changed_meanwhile", {{"ledger", definition.name}});
    store.replace_columns(actor.org, after);
    store.set_section(actor.org, after);
    identity::record(db_, actor, clock_, {"ledgers.redeclare", definition.name, "columns=" + columns});
    return DeclaredAs::changed;
}

base::Result<void> Ledgers::check_section(const base::Actor& actor, const std::string& section) const
{
    if (!actor.may("ledgers.declare")) return base::fail(base::ErrorKind::forbidden, "ledgers.declare.forbidden");
    if (reached(actor, section) != Reached::all)
        return base::fail(base::ErrorKind::forbidden, "ledgers.declare.out_of_reach");
    if (section.empty()) return {};
    const auto known = identity::Organisations{db_, clock_}.find(base::OrgId{section});
    if (known && known->kind == identity::OrgKind::section && known->parent == actor.org) return {};
    return base::fail(base::ErrorKind::invalid, "ledgers.section.unknown", {{"section", section}});
}

base::Result<void> Ledgers::create(const base::Actor& actor, const Register& declared)
{
    TRY(check_section(actor, declared.section));
    TRY_ASSIGN(const Definition definition, checked(declared.definition));
    sql::Transaction transaction{db_};
    if (LedgerStore{db_}.find(actor.org, definition.name))
        return base::fail(base::ErrorKind::conflict, "ledgers.ledger.already_there", {{"ledger", definition.name}});
    TRY(declare_one(actor, definition, declared.section));
    transaction.commit();
    return {};
}

base::Result<void> Ledgers::change(const base::Actor& actor, const Register& declared)
{
    TRY(check_section(actor, declared.section));
    TRY_ASSIGN(const Definition definition, checked(declared.definition));
    sql::Transaction transaction{db_};
    TRY_ASSIGN(const ReachedLedger found, reached_ledger(db_, actor, definition.name));
    if (found.importer) return base::fail(base::ErrorKind::forbidden, "ledgers.declare.out_of_reach");
    TRY(declare_one(actor, definition, declared.section));
    transaction.commit();
    return {};
}

std::vector<Summary> Ledgers::list(const base::Actor& actor) const
{
    std::vector<Summary> summaries;
    for (const Ledger& ledger : LedgerStore{db_}.all(actor.org)) {
        const Reached how = reached(actor, ledger.section);
        if (how == Reached::nothing) continue;
        const RowStore rows{db_, actor.org, ledger.id};
        const ImportCount imports = rows.imports();
        summaries.push_back({ledger.definition.name, ledger.section, ledger.definition.columns.size(),
                             rows.count(how == Reached::own ? Importer{actor.person} : Importer{}), imports.imports,
                             imports.last_ms});
    }
    return summaries;
}

base::Result<Register> Ledgers::find(const base::Actor& actor, const std::string& name) const
{
    TRY_ASSIGN(ReachedLedger found, reached_ledger(db_, actor, name));
    return Register{std::move(found.ledger.definition), found.ledger.section};
}

base::Result<void> Ledgers::map_column(const base::Actor& actor, const std::string& name, const std::string& header,
                                       const std::string& title)
{
    if (!actor.may("ledgers.map")) return base::fail(base::ErrorKind::forbidden, "ledgers.map.forbidden");
    sql::Transaction transaction{db_};
    TRY_ASSIGN(const ReachedLedger found, reached_ledger(db_, actor, name));
    TRY(check_mapped(found.ledger.definition, title));
    LedgerStore{db_}.map(actor.org, found.ledger.id, header, title);
    identity::record(db_, actor, clock_, {"ledgers.map", name, header + "=" + title});
    transaction.commit();
    return {};
}

base::Result<std::vector<std::pair<std::string, std::string>>> Ledgers::mapping(const base::Actor& actor,
                                                                                const std::string& name) const
{
    TRY_ASSIGN(const ReachedLedger found, reached_ledger(db_, actor, name));
    const Mapping mapping = LedgerStore{db_}.mapping(actor.org, found.ledger.id);
    return std::vector<std::pair<std::string, std::string>>{mapping.begin(), mapping.end()};
}

base::Result<void> Ledgers::map_all(const base::Actor& actor, const std::string& name,
                                    const std::vector<std::pair<std::string, std::string>>& mapping)
{
    if (!actor.may("ledgers.map")) return base::fail(base::ErrorKind::forbidden, "ledgers.map.forbidden");
    sql::Transaction transaction{db_};
    TRY_ASSIGN(const ReachedLedger found, reached_ledger(db_, actor, name));
    LedgerStore store{db_};
    store.unmap_all(actor.org, found.ledger.id);
    std::string said;
    for (const auto& [header, title] : mapping) {
        TRY(check_mapped(found.ledger.definition, title));
        store.map(actor.org, found.ledger.id, header, title);
        said += (said.empty() ? "" : "；") + header + "=" + title;
    }
    identity::record(db_, actor, clock_, {"ledgers.map", name, said});
    transaction.commit();
    return {};
}

base::Result<base::Records> Ledgers::records(const base::OrgId& org, const std::string& name,
                                             const std::optional<base::Period>& period) const
{
    const auto never_imported = [&] {
        return base::fail(base::ErrorKind::not_found, "ledgers.ledger.never_imported", {{"ledger", name}});
    };
    const auto ledger = LedgerStore{db_}.find(org, name);
    if (!ledger && standard_ledger(name)) return never_imported();  // its first import would declare it
    if (!ledger) return unknown(name);
    const Definition& definition = ledger->definition;
    const RowStore rows{db_, org, ledger->id};
    if (rows.imports().imports == 0) return never_imported();
    if (period && !definition.period_column())
        return base::fail(base::ErrorKind::invalid, "ledgers.ledger.no_period_column", {{"ledger", name}});

    base::Records records{"台账:" + name, {}, {}, definition.period_column()};
    for (const Column& column : definition.columns)
        records.columns.push_back({column.title, cell_type(column.type), column.unit});
    rows.each_standing(period, [&](const StoredRow& row) { records.rows.push_back(record_of(definition, row)); });
    return records;
}

base::Result<RecordHistory> Ledgers::history(const base::Actor& actor, const std::string& name,
                                             const std::string& identity) const
{
    TRY_ASSIGN(const ReachedLedger found, reached_ledger(db_, actor, name));
    const Ledger* const ledger = &found.ledger;
    const RowStore rows{db_, actor.org, ledger->id};
    const std::string kept = kept_identity(ledger->definition, identity);
    const auto versions = rows.versions(kept);
    if (versions.empty() || (found.importer && !rows.is_imported_by(kept, *found.importer)))
        return base::fail(base::ErrorKind::not_found, "ledgers.row.unknown",
                          {{"ledger", name}, {"identity", identity}});
    RecordHistory history{ledger->definition, {}};
    for (const RowStore::Version& version : versions) {
        auto cells = split_cells(version.row.cells);
        cells.resize(ledger->definition.columns.size());
        history.versions.push_back(
            {version.row.version, std::move(cells), version.row.place, version.ended_how, version.ended_ms});
    }
    return history;
}

}  // namespace ledgers
