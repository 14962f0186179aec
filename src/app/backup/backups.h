// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/content_store.h"
#include "base/progress.h"
#include "base/result.h"
#include "sql/connection.h"
#include "sql/dump.h"

namespace app {

// A file of the data folder as a backup holds it; its bytes lie once in the pool of all backups.
struct BackedUpFile {
    std::string path;  // relative to the data folder
    std::int64_t bytes = 0;
    std::string digest;  // SM3
};

struct Manifest {
    std::string name;      // 20261124-020000-1f2e3d
    std::string why = {};  // schedule, demand, before_restore, before_migration
    std::int64_t made_ms = 0;
    std::string version = {};      // of the program
    std::string dump_digest = {};  // SM3 of the packed dump
    std::int64_t dump_bytes = 0;
    std::vector<sql::DumpedTable> tables = {};
    std::vector<BackedUpFile> files = {};

    std::int64_t rows() const;
};

// Something in a backup that is not as it was written.
struct BackupFault {
    std::string file;
    base::Error error;
};

// The backups of one data folder, in <data>/backups or wherever they are wanted:
//   <name>/manifest.json, manifest.seal   what there is; its SM3, and its HMAC-SM3 with a key of the data folder
//   <name>/dump.gz                        the database (sql/dump.h), the same on both engines
//   files/<2>/<SM3>                       evidence, audit checkpoints and keys, shared by all backups
// The database comes first and the files second: a file too many does no harm, a row without its file would.
class Backups {
public:
    Backups(std::filesystem::path data, std::filesystem::path folder, const base::Clock& clock)
        : data_{std::move(data)}, folder_{std::move(folder)}, clock_{clock}
    {
    }

    // While others work: the rows are those of one moment. `progress` hears of rows. Throws std::system_error when the
    // folder cannot be written; a backup that was not finished is not there.
    Manifest create(sql::Connection& db, const std::string& why, const base::Progress& progress = {});
    // Newest first. A folder whose manifest cannot be read is listed by its name alone.
    std::vector<Manifest> list() const;
    // The newest one until then whose manifest can be read.
    std::optional<Manifest> newest(std::int64_t until_ms = INT64_MAX) const;
    // Refuses backup.unknown {name} and backup.manifest_damaged {name}.
    base::Result<Manifest> find(const std::string& name) const;

    // Reads everything back, and restores it on trial into a database of its own. `progress` hears of files, the dump
    // and the trial among them. Refuses as find().
    base::Result<std::vector<BackupFault>> verify(const std::string& name, const base::Progress& progress = {}) const;
    // Puts the rows into an empty database and the files where they were. Refuses as find() and sql::load(),
    // and backup.damaged {name, file}: nothing was changed then.
    base::Result<void> restore_into(sql::Connection& db, const std::string& name) const;

    // Keeps 14 daily, 8 weekly and 12 monthly ones and what was made on demand in the last month; the names removed. Of
    // the files in the pool those go that no backup names any more, unless one of the manifests cannot be read.
    std::vector<std::string> prune();

private:
    std::filesystem::path folder_of(const std::string& name) const { return folder_ / name; }
    std::vector<std::string> names() const;  // newest first
    Manifest written(sql::Connection& db, const std::string& why, const base::Progress& progress);
    base::ContentStore pool() const { return base::ContentStore{folder_ / "files"}; }
    std::vector<BackedUpFile> keep_files(std::span<const char* const> folders) const;
    void sweep_pool() const;
    void write_manifest(const Manifest& manifest, const std::filesystem::path& folder) const;
    std::string seal_of(const std::string& text) const;
    bool is_sealed(const std::string& text, const std::string& seal) const;

    std::filesystem::path data_;
    std::filesystem::path folder_;
    const base::Clock& clock_;
};

}  // namespace app
