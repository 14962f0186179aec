// SPDX-License-Identifier: Apache-2.0
// Many runners at once: each job runs once.
#include <map>
#include <mutex>
#include <thread>

#include "jobs/tests/jobs_fixture.h"
#include "sql/database.h"

namespace jobs {
namespace {

class ClaimRaceTest : public JobsFixture {};

TEST_P(ClaimRaceTest, SixteenRunnersAtOnceRunEachJobOnce)
{
    constexpr int threads = 16;
    for (int i = 0; i < 50; ++i) start(actor);
    const std::string waiting_copies = R"(
        INSERT INTO jobs_job (org_id, id, kind, title, reads, params, language, state, home_org, person, account, origin,
                              created_ms)
        SELECT org_id, id || :mark, kind, title, reads, params, language, state, home_org, person, account, origin,
               created_ms
          FROM jobs_job WHERE id NOT LIKE '%x_')";
    for (const char* const mark : {"xa", "xb", "xc"}) db->execute(waiting_copies, {{"mark", mark}});
    db.reset();

    const auto database = sql::Database::open(target(), threads);
    std::mutex mutex;
    std::map<std::string, int> runs;
    std::map<std::string, int> ends;
    std::vector<std::thread> runners;
    for (int i = 0; i < threads; ++i)
        runners.emplace_back([&] {
            base::SystemClock time;
            const auto lease = database->lease();
            Queue mine{*lease, time};
            while (const auto job = mine.claim()) {
                const bool ended = mine.finish(*job, "{}");
                const std::lock_guard lock{mutex};
                ++runs[job->id.text()];
                ends[job->id.text()] += ended ? 1 : 0;
            }
        });
    for (std::thread& runner : runners) runner.join();
    EXPECT_EQ(runs.size(), 200U);
    for (const auto& [id, count] : runs) EXPECT_EQ(count, 1) << id;
    for (const auto& [id, count] : ends) EXPECT_EQ(count, 1) << id;
}

MINGJI_EACH_ENGINE(ClaimRaceTest);

}  // namespace
}  // namespace jobs
