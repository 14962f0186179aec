// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/backup/backups.h"
#include "base/actor.h"
#include "base/result.h"

namespace app {

// What a restoration did.
struct Restored {
    Manifest backup;
    std::string restore_point;  // the backup of what was there before; empty where there was nothing
};

// Whose act it is, for the one audit record in the restored database.
struct Restorer {
    base::Actor actor;             // an organisation that is not in the backup stands for the first one that is
    std::string approved_by = {};  // the account of the second administrator; empty on the command line
};

// Puts a backup in the place of the data. First the backup is read to its end, then what is there is backed up (the
// restore point), then the new database is built beside and takes the place of the old one in one step: on SQLite the
// file is renamed, on PostgreSQL all of it is one transaction. The audit record stands in the new database before it
// takes the place, and every session of it is ended: they are from another time. Nobody else may use the data
// meanwhile. Refuses as Backups::restore_into(); then everything is as it was.
base::Result<Restored> restore(Backups& backups, const std::string& target, const std::string& name,
                               const Restorer& restorer, const base::Clock& clock);

}  // namespace app
