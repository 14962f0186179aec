// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/backup/backups.h"
#include "base/result.h"

namespace app {

// What a restoration did.
struct Restored {
    Manifest backup;
    std::string restore_point;  // the backup of what was there before; empty where there was nothing
};

// Puts a backup in the place of the data. First the backup is read to its end, then what is there is backed up (the
// restore point), then the new database is built beside and takes the place of the old one in one step: on SQLite the
// file is renamed, on PostgreSQL all of it is one transaction. Nobody else may use the data meanwhile. Refuses as
// Backups::restore_into(); then everything is as it was.
base::Result<Restored> restore(Backups& backups, const std::string& target, const std::string& name);

}  // namespace app
