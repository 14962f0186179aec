// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include "base/sm3.h"
#include "identity/identity.h"
#include "jobs/jobs.h"
#include "jobs/queue.h"
#include "jobs/uploads.h"
#include "sql/tests/each_engine.h"

namespace jobs {

// An organisation, a person who may start jobs, and a folder, on each engine.
class JobsFixture : public sql::EachEngine {
protected:
    std::vector<std::span<const sql::Migration>> slices() const override
    {
        return {identity::migrations(), migrations()};
    }

    void SetUp() override
    {
        EachEngine::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        base::Actor admin{base::OrgId{}, "tester", "test", {}, true};
        actor.org = identity::Organisations{*db, clock}.create(admin, {{}, "示例中心", "420112", "示例区"})->id;
        actor.home = actor.org;
        folder = std::filesystem::temp_directory_path() / ("mingji-jobs-" + base::new_uuid(clock));
        std::filesystem::create_directories(folder / "incoming");
    }
    void TearDown() override
    {
        EachEngine::TearDown();
        std::filesystem::remove_all(folder);
    }

    base::Actor person(const std::string& id, std::set<std::string> permissions,
                       base::Reach reach = base::Reach::organisation)
    {
        return {actor.org, id, "127.0.0.1", std::move(permissions), false, id, actor.org, reach};
    }

    Jobs jobs() { return Jobs{*db, clock}; }
    Queue queue() { return Queue{*db, clock}; }
    Uploads uploads() { return Uploads{*db, clock, folder / "uploads"}; }

    Job start(const base::Actor& who, const std::string& title = "示例")
    {
        clock.advance(1);
        return jobs().start(who, {"test.kind", title, "budget.read", R"({"a":1})", "zh-CN"}).value();
    }
    JobState state_of(const Job& job) { return jobs().find(actor, job.id)->state; }

    Incoming incoming(const std::string& bytes)
    {
        const auto file = folder / "incoming" / base::new_uuid(clock);
        std::ofstream{file, std::ios::binary} << bytes;
        return {file, static_cast<std::int64_t>(bytes.size()), base::sm3(bytes)};
    }
    std::size_t audit_records() { return identity::Organisations{*db, clock}.audit(actor.org).size(); }

    base::FixedClock clock{1'704'067'200'000};
    base::Actor actor{base::OrgId{}, "jixiao", "127.0.0.1", {"jobs.start", "jobs.read", "budget.read"}, false, "p1"};
    std::filesystem::path folder;
};

// The code of a refusal, or "done".
template <class T>
std::string code_of(const base::Result<T>& result)
{
    return result ? "done" : result.error().code;
}

}  // namespace jobs
