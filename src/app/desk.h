// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "cli/program.h"
#include "sql/connection.h"
#include "sql/database.h"

namespace app {

// What a server works on: every connection to the data, the clock and the folder.
struct House {
    std::unique_ptr<sql::Database> database;
    const base::Clock& clock;
    std::filesystem::path data;
};

// The data folder that a command works on: opened once, migrated, with the organisation and the actor picked.
class Desk {
public:
    Desk();
    ~Desk();
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    // Refuses app.data.missing (run init first), app.org.none, app.org.ambiguous and identity.org.unknown.
    base::Result<cli::Office> open(const cli::Input& input);
    // The same without an organisation; makes the folder when it is not there.
    base::Result<cli::Office> create(const cli::Input& input);

    // Only to read, for any organisation: also while a server holds the folder.
    base::Result<cli::Office> open_to_read(const cli::Input& input);
    // The folder for a server: made and migrated when it is not there.
    base::Result<House> open_for_server(const cli::Input& input, std::size_t connections);

private:
    base::Result<cli::Office> connect(const cli::Input& input);

    std::unique_ptr<base::Clock> clock_;
    std::unique_ptr<sql::Connection> db_;
};

// The command line acts for the operating-system user who started it: whoever may read the data folder.
base::Actor command_line_actor();
std::filesystem::path data_folder(const cli::Input& input);
// What MINGJI_DATABASE names, or the file in the data folder.
std::string database_of(const std::filesystem::path& data);
std::string database_in(const std::filesystem::path& data);

}  // namespace app
