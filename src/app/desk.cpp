// SPDX-License-Identifier: Apache-2.0
#include "app/desk.h"

#include <pwd.h>
#include <unistd.h>

#include <cstdlib>

#include "allocations/allocations.h"
#include "app/backup/backups.h"
#include "app/schema.h"
#include "identity/identity.h"
#include "sql/tables.h"

namespace app {

namespace {

std::string user_name()
{
    const passwd* const user = ::getpwuid(::geteuid());
    return user ? user->pw_name : "uid " + std::to_string(::geteuid());
}

// The organisation that is called so, or the only one there is: sections are part of theirs.
base::Result<base::OrgId> pick(const std::vector<identity::Organisation>& organisations, const std::string& wanted)
{
    std::vector<base::OrgId> found;
    for (const auto& organisation : organisations) {
        if (organisation.id.text() == wanted) return organisation.id;
        const bool fits =
            wanted.empty() ? organisation.kind != identity::OrgKind::section : organisation.name == wanted;
        if (fits) found.push_back(organisation.id);
    }
    if (organisations.empty()) return base::fail(base::ErrorKind::not_found, "app.org.none");
    if (found.empty()) return base::fail(base::ErrorKind::not_found, "identity.org.unknown", {{"id", wanted}});
    if (found.size() > 1)
        return base::fail(base::ErrorKind::invalid, "app.org.ambiguous", {{"count", std::to_string(found.size())}});
    return found.front();
}

// What an older version recorded did not hold its rooms.
base::Result<void> hold_rooms(sql::Connection& db, const base::Clock& clock)
{
    for (const identity::Organisation& one : identity::Organisations{db, clock}.all()) {
        base::Actor actor = command_line_actor();
        actor.org = one.id;
        TRY(allocations::Allocations(db, clock).hold_what_is_given(actor));
    }
    return {};
}

// Brings the schema to the newest step. What was there before a change is backed up first.
base::Result<int> bring_up_to_date(sql::Connection& db, const std::filesystem::path& data, const base::Clock& clock)
{
    const bool is_change = sql::pending(db, schema()) > 0 && !sql::tables(db).empty();
    if (is_change) Backups{data, data / "backups", clock}.create(db, "before_migration");
    TRY_ASSIGN(const int steps, sql::migrate(db, schema()));
    if (steps > 0) TRY(hold_rooms(db, clock));
    return steps;
}

// What is in it concerns nobody else on this machine. A folder that was there before keeps its permissions.
void make(const std::filesystem::path& data)
{
    if (std::filesystem::create_directories(data))
        std::filesystem::permissions(data, std::filesystem::perms::owner_all);
}

}  // namespace

base::Actor command_line_actor()
{
    return {base::OrgId{}, user_name(), "cli", {}, true};
}

std::filesystem::path data_folder(const cli::Input& input)
{
    return input.text_or("--data", "mingji-data");
}

std::string database_in(const std::filesystem::path& data)
{
    return (data / "mingji.sqlite").string();
}

std::string database_of(const std::filesystem::path& data)
{
    const char* const named = std::getenv("MINGJI_DATABASE");
    return named && *named ? named : database_in(data);
}

Desk::Desk() : clock_{std::make_unique<base::SystemClock>()} {}

Desk::~Desk() = default;

base::Result<cli::Office> Desk::connect(const cli::Input& input)
{
    const auto data = data_folder(input);
    if (!db_) db_ = sql::Connection::open(database_of(data));
    TRY(bring_up_to_date(*db_, data, *clock_));
    return cli::Office{*db_, command_line_actor(), *clock_, data};
}

base::Result<cli::Office> Desk::create(const cli::Input& input)
{
    make(data_folder(input));
    return connect(input);
}

base::Result<cli::Office> Desk::open(const cli::Input& input)
{
    const auto data = data_folder(input);
    const std::string target = database_of(data);
    if (!sql::is_server(target) && !std::filesystem::exists(target))
        return base::fail(base::ErrorKind::not_found, "app.data.missing", {{"folder", data.string()}});
    make(data);
    TRY_ASSIGN(cli::Office office, connect(input));
    const identity::Organisations organisations{*db_, *clock_};
    TRY_ASSIGN(office.actor.org, pick(organisations.all(), input.text("--org")));
    return office;
}

base::Result<cli::Office> Desk::open_to_read(const cli::Input& input)
{
    const auto data = data_folder(input);
    const std::string target = database_of(data);
    if (!sql::is_server(target) && !std::filesystem::exists(target))
        return base::fail(base::ErrorKind::not_found, "app.data.missing", {{"folder", data.string()}});
    make(data);
    db_ = sql::Connection::open_to_read(target);
    return cli::Office{*db_, command_line_actor(), *clock_, data};
}

base::Result<House> Desk::open_for_server(const cli::Input& input, std::size_t connections)
{
    const auto data = data_folder(input);
    make(data);
    const std::string target = database_of(data);
    {
        const auto owner = sql::Connection::open(target);
        TRY(bring_up_to_date(*owner, data, *clock_));
        TRY(hold_rooms(*owner, *clock_));  // a restored copy was brought up to date as it was read
    }
    auto database = sql::Database::open(target, connections);
    return House{std::move(database), *clock_, data};
}

}  // namespace app
