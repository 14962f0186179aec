// SPDX-License-Identifier: Apache-2.0
// Ledgers::preview() and Ledgers::import(): read the files, compare, and store the difference.
#include <set>

#include "chinese/letters.h"
#include "identity/identity.h"
#include "ledgers/core/reach.h"
#include "ledgers/ledgers.h"
#include "ledgers/standard.h"
#include "ledgers/store/row_changes.h"
#include "ledgers/store/row_store.h"

namespace ledgers {

struct Ledgers::Job {
    const std::string& name;
    const std::vector<std::filesystem::path>& files;
    const ImportOptions& options;
    Keep keep;
};

struct Ledgers::Found {
    Ledger ledger;
    Mapping mapping;
    bool is_new = false;     // a standard register, not declared yet
    Importer importer = {};  // whose records alone may be changed
};

namespace {

std::string names_of(const std::vector<std::filesystem::path>& files)
{
    std::string names;
    for (const auto& file : files) names += (names.empty() ? "" : "、") + file.filename().string();
    return names;
}

base::Result<Mapping> whole_mapping(Mapping saved, const Definition& definition, const ImportOptions& options)
{
    for (const auto& [header, title] : options.mapping) {
        if (!title.empty() && !definition.column(title))
            return base::fail(base::ErrorKind::invalid, "ledgers.map.column_unknown",
                              {{"column", title}, {"ledger", definition.name}});
        saved[chinese::compact(header)] = title;
    }
    return saved;
}

// Tells how many records are read, every thousand.
Visitors counting(const base::Progress& progress)
{
    constexpr std::int64_t records_between_signs = 1'000;
    if (!progress) return {};
    return {[&progress, read = std::int64_t{0}](const Header&, const spreadsheet::Row&) mutable {
        if (++read % records_between_signs == 1) progress(read, 0);
    }};
}

base::Result<Difference> difference_of(const RowStore& rows, const Definition& definition,
                                       const std::vector<NewRecord>& records, const Importer& importer)
{
    Comparison comparison{definition, records, importer};
    rows.each_known([&](KnownRecord record) { comparison.known(std::move(record)); });
    Difference difference = comparison.finish();
    if (difference.foreign.empty()) return difference;
    return base::fail(base::ErrorKind::conflict, "ledgers.import.foreign_records",
                      {{"ledger", definition.name},
                       {"count", std::to_string(difference.foreign.size())},
                       {"identity", shown_identity(difference.foreign.front())}});
}

StoredRow stored_row(const ImportReport& report, const Definition& definition, std::size_t at, std::string id)
{
    const NewRecord& record = report.reading.records[at];
    return {std::move(id),
            record.identity,
            record.occurred_on,
            record.cells,
            digest_of(definition, record.cells),
            report.reading.place_of(record)};
}

ImportEntry entry_of(const ImportReport& report, const std::string& files, const std::string& person,
                     const base::Clock& clock)
{
    const Difference& difference = report.difference;
    return {base::new_id<ImportTag>(clock),  files,
            report.reading.file_digest,      report.reading.list_digest,
            report.reading.records.size(),   difference.added.size() + difference.restored.size(),
            difference.changed.size(),       difference.unchanged,
            difference.missing.size(),       report.removed,
            clock.milliseconds_since_1970(), person};
}

void store_new_and_changed(RowStore& rows, RowChanges changes, const ImportReport& report, const Definition& definition,
                           const ImportEntry& entry, const base::Clock& clock)
{
    const Difference& difference = report.difference;
    rows.add(
        difference.added, [&](std::size_t at) { return stored_row(report, definition, at, base::new_uuid(clock)); },
        entry);
    const auto after = [&](const Changed& changed) {
        return stored_row(report, definition, changed.record, changed.before.id);
    };
    changes.change(difference.changed, after);
    changes.change(difference.restored, after);
}

// The months of what the import would leave or found otherwise.
std::set<closing::Span> months_of(const ImportReport& report, bool removes)
{
    std::set<closing::Span> months;
    const auto add = [&](const std::optional<base::Date>& day) {
        if (day) months.insert(closing::Span::of_month(*day));
    };
    const Difference& difference = report.difference;
    for (const std::size_t at : difference.added) add(report.reading.records[at].occurred_on);
    for (const auto* const list : {&difference.changed, &difference.restored})
        for (const Changed& changed : *list) {
            add(changed.before.occurred_on);
            add(report.reading.records[changed.record].occurred_on);
        }
    if (removes)
        for (const KnownRecord& record : difference.missing) add(record.occurred_on);
    return months;
}

base::Result<std::optional<std::string>> admit(closing::Gate& gate, const base::Actor& actor,
                                               const std::set<closing::Span>& months)
{
    std::optional<std::string> correction;
    for (const closing::Span& month : months) {
        TRY_ASSIGN(const auto named, gate.admit(actor, month));
        if (named) correction = named;
    }
    return correction;
}

std::string audit_detail(const ImportEntry& entry)
{
    const auto part = [](const char* name, std::size_t count) { return std::string{name} + std::to_string(count); };
    return entry.file_name + part(" records=", entry.records) + part(" added=", entry.added) +
           part(" changed=", entry.changed) + part(" unchanged=", entry.unchanged) + part(" missing=", entry.missing) +
           part(" removed=", entry.removed) + " list=" + entry.list_digest;
}

}  // namespace

base::Result<ImportReport> Ledgers::preview(const base::Actor& actor, const std::string& name,
                                            const std::vector<std::filesystem::path>& files,
                                            const ImportOptions& options)
{
    return run(actor, {name, files, options, Keep::no});
}

base::Result<ImportReport> Ledgers::import(const base::Actor& actor, const std::string& name,
                                           const std::vector<std::filesystem::path>& files,
                                           const ImportOptions& options)
{
    return run(actor, {name, files, options, Keep::yes});
}

base::Result<Ledgers::Found> Ledgers::found_for_import(const base::Actor& actor, const std::string& name,
                                                       const ImportOptions& options) const
{
    if (!actor.may("ledgers.import")) return base::fail(base::ErrorKind::forbidden, "ledgers.import.forbidden");
    const LedgerStore store{db_};
    Found found;
    auto ledger = store.find(actor.org, name);
    const Reached how = reached(actor, ledger ? ledger->section : "");
    auto standard = ledger || how != Reached::all ? std::nullopt : standard_ledger(name);
    if (ledger && how != Reached::nothing) {
        found.ledger = *std::move(ledger);
        if (how == Reached::own) found.importer = actor.person;
    } else {
        if (!standard) return base::fail(base::ErrorKind::not_found, "ledgers.ledger.unknown", {{"ledger", name}});
        found.ledger = Ledger{base::new_id<LedgerTag>(clock_), 1, *std::move(standard)};
        found.is_new = true;
    }
    TRY_ASSIGN(found.mapping,
               whole_mapping(store.mapping(actor.org, found.ledger.id), found.ledger.definition, options));
    return found;
}

base::Result<Definition> Ledgers::find_for_import(const base::Actor& actor, const std::string& name) const
{
    TRY_ASSIGN(Found found, found_for_import(actor, name, {}));
    return std::move(found.ledger.definition);
}

base::Result<ImportReport> Ledgers::run(const base::Actor& actor, const Job& job)
{
    TRY_ASSIGN(const Found found, found_for_import(actor, job.name, job.options));
    const Definition& definition = found.ledger.definition;
    ImportReport report;
    report.ledger = job.name;
    report.was_declared = found.is_new;
    report.definition = definition;
    TRY_ASSIGN(report.reading, read_register(job.files, definition, found.mapping, counting(job.options.progress)));
    if (!report.reading.is_clean()) return report;
    if (job.keep == Keep::yes) return keep(actor, job, found, std::move(report));

    TRY_ASSIGN(report.difference,
               difference_of({db_, actor.org, found.ledger.id}, definition, report.reading.records, found.importer));
    // What the import would refuse, the preview refuses; the correction that it writes is taken back with it.
    sql::Transaction transaction{db_};
    closing::Gate gate{db_, clock_, correction_};
    TRY(admit(gate, actor, months_of(report, job.options.missing == Missing::remove)));
    return report;
}

base::Result<std::size_t> Ledgers::write_failed(const base::Actor& actor, const std::string& name,
                                                const std::vector<std::filesystem::path>& files,
                                                const ImportOptions& options, const spreadsheet::FailedRows& failed)
{
    TRY_ASSIGN(const Found found, found_for_import(actor, name, options));
    return write_failed_rows(files, found.ledger.definition, found.mapping, failed);
}

base::Result<ImportReport> Ledgers::keep(const base::Actor& actor, const Job& job, const Found& found,
                                         ImportReport report)
{
    const Ledger& ledger = found.ledger;
    const auto lost_race = [&] {
        return base::fail(base::ErrorKind::conflict, "ledgers.ledger.changed_meanwhile", {{"ledger", job.name}});
    };
    LedgerStore store{db_};
    RowStore rows{db_, actor.org, ledger.id};
    sql::Transaction transaction{db_};
    closing::Gate gate{db_, clock_, correction_};
    gate.hold(actor);
    if (report.was_declared) {
        if (store.find(actor.org, job.name)) return lost_race();
        store.add(actor.org, ledger, clock_.milliseconds_since_1970());
        identity::record(db_, actor, clock_, {"ledgers.declare", job.name, "standard"});
    }
    if (!store.claim(actor.org, ledger)) return lost_race();
    const Mapping saved = store.mapping(actor.org, ledger.id);
    for (const auto& [header, title] : job.options.mapping) {
        const auto known = saved.find(chinese::compact(header));
        if (known != saved.end() && known->second == title) continue;
        store.map(actor.org, ledger.id, header, title);
        identity::record(db_, actor, clock_, {"ledgers.map", job.name, header + "=" + title});
    }
    TRY_ASSIGN(report.difference, difference_of(rows, ledger.definition, report.reading.records, found.importer));
    if (job.options.missing == Missing::remove) report.removed = report.difference.missing.size();
    ImportEntry entry = entry_of(report, names_of(job.files), actor.person, clock_);
    TRY_ASSIGN(entry.correction, admit(gate, actor, months_of(report, report.removed > 0)));
    rows.add_import(entry);
    RowChanges changes{db_, actor.org, ledger.id, entry};
    store_new_and_changed(rows, changes, report, ledger.definition, entry, clock_);
    if (report.removed > 0) changes.remove(report.difference.missing);
    identity::record(db_, actor, clock_,
                     {"ledgers.import", job.name, audit_detail(entry) + gate.note(), std::nullopt, entry.list_digest});
    transaction.commit();
    report.is_stored = true;
    return report;
}

}  // namespace ledgers
