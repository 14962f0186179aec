// SPDX-License-Identifier: Apache-2.0
#include "jobs/core/job.h"

#include <array>
#include <utility>

namespace jobs {

namespace {

constexpr std::array<std::pair<JobState, std::string_view>, 5> states{{{JobState::queued, "queued"},
                                                                       {JobState::running, "running"},
                                                                       {JobState::done, "done"},
                                                                       {JobState::failed, "failed"},
                                                                       {JobState::cancelled, "cancelled"}}};

}  // namespace

std::string_view to_text(JobState state)
{
    for (const auto& [known, text] : states)
        if (known == state) return text;
    return {};
}

std::optional<JobState> job_state_of(std::string_view text)
{
    for (const auto& [state, known] : states)
        if (known == text) return state;
    return std::nullopt;
}

bool may_see(const base::Actor& actor, const Job& job)
{
    if (actor.unrestricted) return true;
    if (!actor.person.empty() && job.starter.person == actor.person) return true;
    return actor.reach == base::Reach::organisation && actor.may(job.what.reads);
}

}  // namespace jobs
