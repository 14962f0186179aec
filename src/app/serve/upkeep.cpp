// SPDX-License-Identifier: Apache-2.0
#include "app/serve/upkeep.h"

#include "app/serve/log.h"
#include "identity/audit.h"
#include "identity/replays.h"
#include "identity/sign_in.h"

namespace app {

namespace {

using std::chrono::steady_clock;
constexpr auto between_seals = std::chrono::milliseconds{500};
constexpr auto between_checkpoints = std::chrono::minutes{1};
constexpr auto between_forgettings = std::chrono::hours{1};

}  // namespace

Upkeep::Upkeep(sql::Database& database, const base::Clock& clock, std::filesystem::path data)
    : database_{database},
      clock_{clock},
      data_{std::move(data)},
      next_checkpoint_{steady_clock::now() + between_checkpoints},
      next_forgetting_{steady_clock::now()},
      thread_{[this] { run(); }}
{
}

Upkeep::~Upkeep()
{
    {
        const std::lock_guard lock{mutex_};
        is_ending_ = true;
    }
    ending_.notify_all();
    thread_.join();
}

bool Upkeep::wait()
{
    std::unique_lock lock{mutex_};
    return !ending_.wait_for(lock, between_seals, [this] { return is_ending_; });
}

void Upkeep::run()
{
    for (bool goes_on = true; goes_on;) {
        goes_on = wait();
        try {
            const auto lease = database_.lease();
            seal(*lease);
            if (!goes_on || steady_clock::now() >= next_checkpoint_) checkpoint(*lease);
            if (goes_on && steady_clock::now() >= next_forgetting_) forget(*lease);
        } catch (const std::exception& error) {
            log(clock_, Level::error, "upkeep", {{"error", error.what()}});
        }
    }
}

void Upkeep::seal(sql::Connection& db)
{
    identity::AuditTrail{db, clock_}.seal();
}

void Upkeep::checkpoint(sql::Connection& db)
{
    next_checkpoint_ = steady_clock::now() + between_checkpoints;
    identity::AuditTrail{db, clock_}.checkpoint(identity::CheckpointFile{data_});
}

void Upkeep::forget(sql::Connection& db)
{
    next_forgetting_ = steady_clock::now() + between_forgettings;
    sql::Transaction transaction{db};
    identity::Replays{db, clock_}.forget_old();
    identity::TryCounter{db, clock_}.forget_old();
    transaction.commit();
}

}  // namespace app
