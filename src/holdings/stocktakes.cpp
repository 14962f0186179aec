// SPDX-License-Identifier: Apache-2.0
// 盘点: opened from the register, counted on phones, closed with its result.
#include "base/sm3.h"
#include "holdings/holdings.h"
#include "holdings/store/stocktake_store.h"
#include "holdings/use_case.h"
#include "identity/identity.h"
#include "premises/premises.h"

namespace holdings {

using base::ErrorKind;
using base::fail;

namespace {

base::Result<Stocktake> found_in(const StocktakeStore& store, const std::string& code)
{
    auto found = store.find(code);
    if (!found) return fail(ErrorKind::not_found, "holdings.stocktake.unknown", {{"stocktake", code}});
    return *std::move(found);
}

base::Result<Stocktake> open_in(const StocktakeStore& store, const std::string& code)
{
    TRY_ASSIGN(Stocktake stocktake, found_in(store, code));
    if (stocktake.closed_on) return fail(ErrorKind::conflict, "holdings.stocktake.closed", {{"stocktake", code}});
    return stocktake;
}

std::string digest_of_lines(const std::vector<StocktakeLine>& lines)
{
    base::Sm3 digest;
    for (const StocktakeLine& line : lines)
        for (const std::string& cell :
             {line.building, line.number, std::string{base::named(outcomes, line.outcome).word}, line.expected_unit,
              line.seen ? line.seen->id : std::string{}})
            digest.add_field(cell);
    return digest.finish();
}

// What is wrong with one entry; added where it is new and right.
std::optional<base::Error> take(StocktakeStore& store, const std::string& code, const Entry& entry, std::int64_t& added)
{
    if (const auto checked = check(entry); !checked) return checked.error();
    if (const auto before = store.entry(code, entry.id)) {
        if (before->says_what(entry)) return std::nullopt;
        return base::Error{ErrorKind::conflict, "holdings.entry.id_taken", {{"id", entry.id}}};
    }
    store.add(code, entry);
    ++added;
    return std::nullopt;
}

}  // namespace

std::vector<Stocktake> Holdings::stocktakes(const base::OrgId& org) const
{
    return StocktakeStore{db_, org}.all();
}

base::Result<StocktakeFile> Holdings::stocktake(const base::OrgId& org, const std::string& code) const
{
    const StocktakeStore store{db_, org};
    StocktakeFile file;
    TRY_ASSIGN(file.stocktake, found_in(store, code));
    file.lines = file.stocktake.closed_on ? store.lines(code) : judge(store.expected(code), store.entries(code));
    file.sums = sums_of(file.lines);
    return file;
}

base::Result<std::vector<ExpectedRoom>> Holdings::expected_rooms(const base::OrgId& org, const std::string& code) const
{
    const StocktakeStore store{db_, org};
    TRY(found_in(store, code));
    return store.expected(code);
}

base::Result<void> Holdings::open(const base::Actor& actor, const Stocktake& stocktake)
{
    TRY(require_permission(actor, "holdings.edit"));
    TRY(check(stocktake, clock_.today()));
    sql::Transaction transaction{db_};
    lock_holdings(db_, actor.org);
    StocktakeStore store{db_, actor.org};
    if (store.find(stocktake.code))
        return fail(ErrorKind::conflict, "holdings.stocktake.code_taken", {{"stocktake", stocktake.code}});
    const premises::Premises premises{db_, clock_};
    std::vector<ExpectedRoom> expected;
    for (const std::string& building : stocktake.buildings) {
        const auto file = premises.file(actor.org, premises::EstateKind::building, building);
        if (!file) return fail(ErrorKind::invalid, "holdings.stocktake.building_unknown", {{"building", building}});
        for (const premises::Room& room : file->rooms)
            expected.push_back({building, file->estate.name, room.number, room.floor, room.unit, room.usable.dm2()});
    }
    if (expected.empty()) return fail(ErrorKind::invalid, "holdings.stocktake.no_rooms");
    store.open(stocktake, expected);
    identity::record(
        db_, actor, clock_,
        {"holdings.stocktake.open", stocktake.code, stocktake.name + " rooms=" + std::to_string(expected.size())});
    transaction.commit();
    return {};
}

base::Result<std::vector<Verdict>> Holdings::count(const base::Actor& actor, const std::string& code,
                                                   const std::vector<Entry>& entries)
{
    TRY(require_permission(actor, "holdings.count"));
    sql::Transaction transaction{db_};
    lock_holdings(db_, actor.org);
    StocktakeStore store{db_, actor.org};
    TRY(open_in(store, code));
    std::vector<Verdict> verdicts;
    std::int64_t added = 0;
    for (Entry entry : entries) {
        entry.counted_by = actor.name;
        verdicts.push_back({entry.id, take(store, code, entry, added)});
    }
    if (added == 0) return verdicts;  // nothing new, nothing to record
    identity::record(db_, actor, clock_, {"holdings.stocktake.count", code, "entries=" + std::to_string(added)});
    transaction.commit();
    return verdicts;
}

base::Result<void> Holdings::close(const base::Actor& actor, const std::string& code)
{
    TRY(require_permission(actor, "holdings.edit"));
    sql::Transaction transaction{db_};
    lock_holdings(db_, actor.org);
    StocktakeStore store{db_, actor.org};
    TRY(open_in(store, code));
    const auto lines = judge(store.expected(code), store.entries(code));
    store.close(code, clock_.today(), lines);
    identity::record(db_, actor, clock_,
                     {"holdings.stocktake.close", code, "lines=" + std::to_string(lines.size()), std::nullopt,
                      digest_of_lines(lines)});
    transaction.commit();
    return {};
}

}  // namespace holdings
