// SPDX-License-Identifier: Apache-2.0
#include "jobs/live.h"

namespace jobs {

void Live::begin(const JobId& id)
{
    const std::lock_guard lock{mutex_};
    running_[id] = {};
}

void Live::end(const JobId& id)
{
    const std::lock_guard lock{mutex_};
    running_.erase(id);
}

void Live::set(const JobId& id, Stage stage)
{
    const std::lock_guard lock{mutex_};
    if (const auto found = running_.find(id); found != running_.end()) found->second.stage = std::move(stage);
}

std::optional<Stage> Live::of(const JobId& id) const
{
    const std::lock_guard lock{mutex_};
    const auto found = running_.find(id);
    return found == running_.end() ? std::nullopt : std::optional{found->second.stage};
}

void Live::cancel(const JobId& id)
{
    const std::lock_guard lock{mutex_};
    if (const auto found = running_.find(id); found != running_.end()) found->second.is_cancelled = true;
}

bool Live::is_cancelled(const JobId& id) const
{
    const std::lock_guard lock{mutex_};
    const auto found = running_.find(id);
    return found != running_.end() && found->second.is_cancelled;
}

}  // namespace jobs
