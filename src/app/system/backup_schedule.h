// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "base/clock.h"
#include "base/result.h"
#include "sql/database.h"

namespace app {

// The minute of the office's day (China Standard Time) at which a backup is made; none: never by itself.
using BackupTime = std::optional<int>;

// "02:00", or "off". Refuses app.serve.backup_time_malformed {time}.
base::Result<BackupTime> backup_time_of(const std::string& text);
std::string to_text(const BackupTime& time);

// Whether the daily backup is to be made now. One that was missed because the server did not run is made up for. On a
// new installation the first one waits for its time or for an hour, whichever comes first.
bool is_backup_due(int minute_of_day, std::int64_t now_ms, std::optional<std::int64_t> newest_ms,
                   std::int64_t started_ms);

// How the last backup by schedule went, for whoever looks; any thread may ask.
class BackupTrouble {
public:
    void set(std::optional<base::Error> error)
    {
        const std::lock_guard lock{mutex_};
        error_ = std::move(error);
    }
    std::optional<base::Error> get() const
    {
        const std::lock_guard lock{mutex_};
        return error_;
    }

private:
    mutable std::mutex mutex_;
    std::optional<base::Error> error_;
};

// Backs up once a day for as long as it lives and removes backups that have had their time (Backups::prune). One that
// failed is tried again after ten minutes.
class BackupSchedule {
public:
    struct Parts {
        sql::Database& database;  // of which one connection
        const base::Clock& clock;
        std::filesystem::path data;
        BackupTime time;
        BackupTrouble& trouble;
    };
    explicit BackupSchedule(Parts parts);
    ~BackupSchedule();
    BackupSchedule(const BackupSchedule&) = delete;
    BackupSchedule& operator=(const BackupSchedule&) = delete;

    // Makes the backup if it is due; what its thread does every few seconds. Throws nothing.
    void run_if_due(int minute_of_day);

private:
    void run();
    void make();

    Parts parts_;
    std::int64_t started_ms_;
    std::int64_t try_again_ms_ = 0;
    std::mutex mutex_;
    std::condition_variable ending_;
    bool is_ending_ = false;
    std::thread thread_;
};

}  // namespace app
