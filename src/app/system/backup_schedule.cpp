// SPDX-License-Identifier: Apache-2.0
#include "app/system/backup_schedule.h"

#include <fmt/format.h>

#include "app/backup/backups.h"
#include "app/serve/log.h"
#include "base/digit.h"

namespace app {

using base::is_digit;

namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t hour_ms = 60 * minute_ms;
constexpr std::int64_t day_ms = 24 * hour_ms;
constexpr std::int64_t office_offset_ms = 8 * hour_ms;
constexpr std::int64_t pause_after_trouble_ms = 10 * minute_ms;
constexpr auto between_looks = std::chrono::seconds{20};

// The latest moment, until now, at which the office's clock showed that minute.
std::int64_t latest(int minute_of_day, std::int64_t now_ms)
{
    const std::int64_t local = now_ms + office_offset_ms;
    const std::int64_t today = local / day_ms * day_ms + minute_of_day * minute_ms;
    return (today <= local ? today : today - day_ms) - office_offset_ms;
}

}  // namespace

base::Result<BackupTime> backup_time_of(const std::string& text)
{
    if (text == "off") return BackupTime{};
    const bool is_shaped = text.size() == 5 && text[2] == ':' && is_digit(text[0]) && is_digit(text[1]) &&
                           is_digit(text[3]) && is_digit(text[4]);
    const auto number = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
    if (!is_shaped || number(0) > 23 || number(3) > 59)
        return base::fail(base::ErrorKind::invalid, "app.serve.backup_time_malformed", {{"time", text}});
    return BackupTime{number(0) * 60 + number(3)};
}

std::string to_text(const BackupTime& time)
{
    return time ? fmt::format("{:02}:{:02}", *time / 60, *time % 60) : "off";
}

bool is_backup_due(int minute_of_day, std::int64_t now_ms, std::optional<std::int64_t> newest_ms,
                   std::int64_t started_ms)
{
    const std::int64_t due_ms = latest(minute_of_day, now_ms);
    if (newest_ms) return *newest_ms < due_ms;
    return due_ms >= started_ms || now_ms - started_ms >= hour_ms;
}

BackupSchedule::BackupSchedule(Parts parts)
    : parts_{std::move(parts)}, started_ms_{parts_.clock.milliseconds_since_1970()}
{
    if (parts_.time) thread_ = std::thread{[this] { run(); }};
}

BackupSchedule::~BackupSchedule()
{
    {
        const std::lock_guard lock{mutex_};
        is_ending_ = true;
    }
    ending_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void BackupSchedule::run()
{
    std::unique_lock lock{mutex_};
    while (!ending_.wait_for(lock, between_looks, [this] { return is_ending_; })) {
        lock.unlock();
        run_if_due(*parts_.time);
        lock.lock();
    }
}

void BackupSchedule::run_if_due(int minute_of_day)
{
    const std::int64_t now = parts_.clock.milliseconds_since_1970();
    if (now < try_again_ms_) return;
    try {
        const auto newest = Backups{parts_.data, parts_.data / "backups", parts_.clock}.newest(now);
        const auto newest_ms = newest ? std::optional{newest->made_ms} : std::nullopt;
        if (!is_backup_due(minute_of_day, now, newest_ms, started_ms_)) return;
        make();
        parts_.trouble.set({});
    } catch (const std::exception& error) {
        log(parts_.clock, Level::error, "backup", {{"error", error.what()}});
        parts_.trouble.set(base::Error{base::ErrorKind::conflict, "app.backup.broken"});
        try_again_ms_ = now + pause_after_trouble_ms;
    }
}

void BackupSchedule::make()
{
    Backups backups{parts_.data, parts_.data / "backups", parts_.clock};
    const auto lease = parts_.database.lease();
    const Manifest made = backups.create(*lease, "schedule", [this](std::int64_t, std::int64_t) {
        const std::lock_guard lock{mutex_};
        if (is_ending_) throw base::Cancelled{};
    });
    const auto removed = backups.prune();
    log(parts_.clock, Level::info, "backup",
        {{"name", made.name}, {"rows", made.rows()}, {"files", made.files.size()}, {"removed", removed.size()}});
}

}  // namespace app
