// SPDX-License-Identifier: Apache-2.0
#include "app/desk.h"

#include <pwd.h>
#include <unistd.h>

#include <cstdlib>

#include "app/schema.h"
#include "identity/identity.h"

namespace app {

namespace {

std::string database_of(const std::filesystem::path& data)
{
    const char* const named = std::getenv("MINGJI_DATABASE");
    return named && *named ? named : (data / "mingji.sqlite").string();
}

std::string user_name()
{
    const passwd* const user = ::getpwuid(::geteuid());
    return user ? user->pw_name : "uid " + std::to_string(::geteuid());
}

base::Result<base::OrgId> pick(const std::vector<identity::Organisation>& organisations, const std::string& wanted)
{
    if (organisations.empty()) return base::fail(base::ErrorKind::not_found, "app.org.none");
    for (const auto& organisation : organisations)
        if (organisation.name == wanted || organisation.id.text() == wanted) return organisation.id;
    if (!wanted.empty()) return base::fail(base::ErrorKind::not_found, "identity.org.unknown", {{"id", wanted}});
    if (organisations.size() > 1)
        return base::fail(base::ErrorKind::invalid, "app.org.ambiguous",
                          {{"count", std::to_string(organisations.size())}});
    return organisations.front().id;
}

}  // namespace

std::filesystem::path data_folder(const cli::Input& input)
{
    return input.text_or("--data", "mingji-data");
}

Desk::Desk() : clock_{std::make_unique<base::SystemClock>()} {}

Desk::~Desk() = default;

base::Result<cli::Office> Desk::connect(const cli::Input& input)
{
    const auto data = data_folder(input);
    if (!db_) db_ = sql::Connection::open(database_of(data));
    TRY(sql::migrate(*db_, schema()));
    // The command line acts for the operating-system user who started it: whoever may read the data folder.
    return cli::Office{*db_, base::Actor{base::OrgId{}, user_name(), "cli", {}, true}, *clock_, data};
}

base::Result<cli::Office> Desk::create(const cli::Input& input)
{
    std::filesystem::create_directories(data_folder(input));
    return connect(input);
}

base::Result<cli::Office> Desk::open(const cli::Input& input)
{
    const auto data = data_folder(input);
    const bool elsewhere = std::getenv("MINGJI_DATABASE") != nullptr;
    if (!elsewhere && !std::filesystem::exists(data / "mingji.sqlite"))
        return base::fail(base::ErrorKind::not_found, "app.data.missing", {{"folder", data.string()}});
    std::filesystem::create_directories(data);
    TRY_ASSIGN(cli::Office office, connect(input));
    const identity::Organisations organisations{*db_, *clock_};
    TRY_ASSIGN(office.actor.org, pick(organisations.all(), input.text("--org")));
    return office;
}

base::Result<House> Desk::open_for_server(const cli::Input& input, std::size_t connections)
{
    const auto data = data_folder(input);
    std::filesystem::create_directories(data);
    auto database = sql::Database::open(database_of(data), connections);
    TRY(sql::migrate(*database->lease(), schema()));
    return House{std::move(database), *clock_, data};
}

}  // namespace app
