// SPDX-License-Identifier: Apache-2.0
#include "allocations/workbook_import.h"

#include <tuple>

#include "allocations/use_case.h"
#include "identity/identity.h"
#include "premises/area_standard_files.h"

namespace allocations {

using base::ErrorKind;

namespace {

// A refusal of a whole unit is about one of its ranks where it names one.
std::size_t row_of_refusal(const ledgers::TableRows& rows, const ReadUnit& read, const base::Error& error)
{
    for (const auto& [name, value] : error.args)
        for (const std::size_t at : read.rows)
            if (name == "rank" && rows.cells(at)[UnitColumn::rank] == value) return at;
    return read.rows.front();
}

}  // namespace

bool WorkbookImport::is_sound(const ledgers::TableRows& rows, const ReadUnit& read, const Unit* before,
                              const premises::AreaStandards& standards)
{
    auto sound = check(read.unit, standards, premises::superseded_standard(), clock_.today());
    if (sound && before) sound = check_follows(read.unit, *before);
    if (sound) return true;
    const std::size_t column = unit_column_of(sound.error().code);
    outcome_.add(rows.problem(row_of_refusal(rows, read, sound.error()), column, sound.error()));
    refused_.insert(read.unit.name());
    return false;
}

// Row by row, then the ranks that the unit no longer has.
bool WorkbookImport::is_to_store(const ledgers::TableRows& rows, const ReadUnit& read, const Unit* before)
{
    Ranks known;
    if (before)
        for (const premises::RankPosts& rank : before->establishment.ranks)
            known.emplace(rank.rank, cells_of(*before, rank));
    bool is_other = false;
    for (std::size_t i = 0; i < read.rows.size(); ++i) {
        const premises::RankPosts& rank = read.unit.establishment.ranks[i];
        const auto cells = known.extract(rank.rank);
        const auto said = cells ? std::optional{cells.mapped()} : std::nullopt;
        is_other = outcome_.is_to_store(rows, read.rows[i], said, cells_of(read.unit, rank)) || is_other;
    }
    for (const auto& [rank, cells] : known) outcome_.goes(rows.definition(), cells);
    return is_other || !known.empty();
}

base::Result<void> WorkbookImport::take_units(const ledgers::TableRows& rows)
{
    TRY_ASSIGN(const premises::AreaStandards standards, premises::area_standards_on(clock_.today()));
    UnitStore store{db_, actor_.org};
    std::map<std::string, Unit> known;
    for (Unit& unit : store.latest()) known.emplace(std::string{unit.name()}, std::move(unit));
    for (const ReadUnit& read : units_of(rows, outcome_)) {
        const auto found = known.find(read.unit.name());
        const Unit* const before = found == known.end() ? nullptr : &found->second;
        if (is_sound(rows, read, before, standards) && is_to_store(rows, read, before)) store.save(read.unit);
    }
    return {};
}

void WorkbookImport::compare(const ledgers::TableRows& rows, std::size_t at, const RoomUse& known, const RoomUse& said)
{
    if (known.ended_on)
        return outcome_.add(rows.problem(at, PersonColumn::started_on,
                                         {ErrorKind::conflict,
                                          "allocations.import.given_back",
                                          {{"person", said.person}, {"date", known.ended_on->to_string()}}}));
    const std::vector<std::string> before = cells_of(known);
    const std::vector<std::string> after = cells_of(said);
    for (std::size_t column = 0; column < before.size(); ++column)
        if (before[column] != after[column])
            return outcome_.add(rows.problem(
                at, column, {ErrorKind::conflict, "allocations.import.use_differs", {{"person", said.person}}}));
    outcome_.is_to_store(rows, at, before, after);
}

void WorkbookImport::take_persons(const ledgers::TableRows& rows)
{
    Allocations allocations{db_, clock_};
    const auto key = [](const RoomUse& use) { return std::tuple{use.person, use.building, use.room, use.started_on}; };
    std::map<std::tuple<std::string, std::string, std::string, base::Date>, RoomUse> known;
    for (RoomUse& use : allocations.room_uses(actor_.org)) known.insert_or_assign(key(use), std::move(use));
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const RoomUse use = use_of_row(rows, at);
        if (refused_.contains(use.unit)) continue;
        if (const auto found = known.find(key(use)); found != known.end()) {
            compare(rows, at, found->second, use);
            continue;
        }
        outcome_.is_to_store(rows, at, std::nullopt, cells_of(use));
        if (const auto given = allocations.give(actor_, use); !given)
            outcome_.add(rows.problem(at, person_column_of(given.error().code), given.error()));
    }
}

base::Result<ledgers::TableImport> Allocations::import(const base::Actor& actor, const ledgers::ImportFile& file)
{
    TRY(require(actor, "premises.import"));
    ledgers::TableImport outcome;
    TRY_ASSIGN(const std::vector<ledgers::TableRows> tables, ledgers::read_tables(file, all_definitions(), outcome));
    const std::string name = file.path.filename().string();
    if (tables.empty()) return base::fail(ErrorKind::invalid, "allocations.import.no_table", {{"file", name}});
    if (outcome.problem_count > 0) return outcome;
    sql::Transaction transaction{db_};
    lock(db_, actor.org);
    WorkbookImport workbook{db_, actor, clock_, outcome};
    for (const ledgers::TableRows& rows : tables) {
        if (rows.table() == static_cast<std::size_t>(Table::units)) {
            TRY(workbook.take_units(rows));
        } else if (rows.size() > 0) {
            TRY(require(actor, "premises.edit"));  // as for the single form
            workbook.take_persons(rows);
        }
    }
    if (outcome.problem_count > 0 || file.mode == ledgers::ImportMode::dry_run) return outcome;
    outcome.is_stored = true;
    if (outcome.stored_rows() == 0) return outcome;  // nothing changed, nothing to record
    identity::record(db_, actor, clock_,
                     {"allocations.import", name, outcome.counts(), std::nullopt, ledgers::digest_of(tables)});
    transaction.commit();
    return outcome;
}

base::Result<std::size_t> Allocations::write_failed(const base::Actor& actor, const std::filesystem::path& file,
                                                    const spreadsheet::FailedRows& failed)
{
    TRY_ASSIGN(const ledgers::TableImport outcome, import(actor, {file, ledgers::ImportMode::dry_run}));
    return ledgers::write_failed_tables(file, all_definitions(), outcome, failed);
}

}  // namespace allocations
