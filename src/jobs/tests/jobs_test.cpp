// SPDX-License-Identifier: Apache-2.0
#include "jobs/tests/jobs_fixture.h"

namespace jobs {
namespace {

class JobsTest : public JobsFixture {
protected:
    Live live;
};

TEST_P(JobsTest, AJobIsStartedRunAndDone)
{
    const std::size_t before = audit_records();
    const Job started = start(actor);
    EXPECT_EQ(audit_records(), before + 1);
    EXPECT_EQ(started.state, JobState::queued);
    const auto mine = queue().claim();
    ASSERT_TRUE(mine);
    EXPECT_EQ(mine->id, started.id);
    EXPECT_EQ(mine->attempts, 1);
    EXPECT_EQ(mine->what.params, R"({"a":1})");
    EXPECT_FALSE(queue().claim());
    EXPECT_TRUE(queue().finish(*mine, R"({"rows":3})"));
    const auto done = jobs().find(actor, started.id);
    EXPECT_EQ(done->state, JobState::done);
    EXPECT_EQ(done->result, R"({"rows":3})");
    EXPECT_TRUE(done->ended_ms);
    EXPECT_FALSE(queue().finish(*mine, "{}"));  // once
}

TEST_P(JobsTest, TheOldestComesFirst)
{
    const Job first = start(actor);
    const Job second = start(actor);
    EXPECT_EQ(queue().claim()->id, first.id);
    EXPECT_EQ(queue().claim()->id, second.id);
}

TEST_P(JobsTest, AFailureKeepsItsCodeAndArguments)
{
    start(actor);
    const auto mine = queue().claim();
    queue().fail(*mine, {base::ErrorKind::invalid, "budget.year.unknown", {{"year", "2024"}}});
    const auto failed = jobs().find(actor, mine->id);
    EXPECT_EQ(failed->state, JobState::failed);
    EXPECT_EQ(failed->error->code, "budget.year.unknown");
    EXPECT_EQ(failed->error->args, (base::ErrorArgs{{"year", "2024"}}));
}

TEST_P(JobsTest, AQueuedJobIsCancelledAtOnce)
{
    const Job job = start(actor);
    EXPECT_EQ(jobs().cancel(actor, job.id, live)->state, JobState::cancelled);
    EXPECT_FALSE(queue().claim());
    EXPECT_EQ(code_of(jobs().cancel(actor, job.id, live)), "jobs.job.ended");
}

TEST_P(JobsTest, ARunningJobThatIsToBeCancelledCannotFinish)
{
    const Job job = start(actor);
    const auto mine = queue().claim();
    live.begin(job.id);
    EXPECT_EQ(jobs().cancel(actor, job.id, live)->state, JobState::running);
    EXPECT_TRUE(live.is_cancelled(job.id));
    EXPECT_TRUE(queue().is_to_be_cancelled(*mine));
    EXPECT_TRUE(queue().beat(*mine));
    EXPECT_FALSE(queue().finish(*mine, "{}"));
    queue().cancel(*mine);
    EXPECT_EQ(state_of(job), JobState::cancelled);
}

TEST_P(JobsTest, WhatRanWhenTheServerDiedRunsAgainAndOnlyItsLastRunCounts)
{
    const Job job = start(actor);
    const auto dead = queue().claim();
    EXPECT_TRUE(queue().take_over(60'000).empty());  // it was heard of just now
    clock.advance(60'000);
    EXPECT_EQ(queue().take_over(60'000).size(), 1U);
    const auto again = queue().claim();
    EXPECT_EQ(again->attempts, 2);
    EXPECT_FALSE(queue().finish(*dead, "{}"));
    queue().fail(*dead, {base::ErrorKind::invalid, "jobs.job.broken"});
    EXPECT_EQ(state_of(job), JobState::running);
    EXPECT_TRUE(queue().finish(*again, "{}"));
}

TEST_P(JobsTest, ASignOfLifeKeepsAJob)
{
    start(actor);
    const auto mine = queue().claim();
    clock.advance(10'000);
    EXPECT_FALSE(queue().beat(*mine));
    EXPECT_TRUE(queue().take_over(5'000).empty());
    clock.advance(-30'000);  // a clock that was set back
    EXPECT_EQ(queue().take_over({}).size(), 1U);
}

TEST_P(JobsTest, AJobThatNeverEndsIsGivenUp)
{
    const Job job = start(actor);
    for (std::int64_t attempt = 1; attempt <= most_attempts; ++attempt) {
        ASSERT_TRUE(queue().claim());
        queue().take_over({});
    }
    EXPECT_FALSE(queue().claim());
    EXPECT_EQ(jobs().find(actor, job.id)->error->code, "jobs.job.given_up");
}

TEST_P(JobsTest, AnOrderlyStopDoesNotCountAsAnAttempt)
{
    start(actor);
    for (int stop = 0; stop < 5; ++stop) queue().release(*queue().claim());
    EXPECT_EQ(queue().claim()->attempts, 1);
}

TEST_P(JobsTest, OthersSeeAJobOnlyWhereTheyMayReadWhatItIsAbout)
{
    const Job job = start(person("p2", {"jobs.start", "jobs.read"}));
    EXPECT_EQ(code_of(jobs().find(person("p2", {"jobs.read"}), job.id)), "done");
    EXPECT_EQ(code_of(jobs().find(actor, job.id)), "done");
    const auto no_budget = person("p3", {"jobs.read", "ledgers.read"});
    EXPECT_EQ(code_of(jobs().find(no_budget, job.id)), "jobs.job.unknown");
    const auto own_only = person("p3", {"jobs.read", "jobs.start", "budget.read"}, base::Reach::own);
    EXPECT_EQ(code_of(jobs().find(own_only, job.id)), "jobs.job.unknown");
    EXPECT_EQ(code_of(jobs().cancel(own_only, job.id, live)), "jobs.job.unknown");
    EXPECT_TRUE(jobs().page(own_only, {}, 10).jobs.empty());
    base::Actor elsewhere = actor;
    elsewhere.org = base::OrgId{"another"};
    EXPECT_EQ(code_of(jobs().find(elsewhere, job.id)), "jobs.job.unknown");
}

TEST_P(JobsTest, PagesThroughWhatOneMaySeeWithoutGapsOrRepeats)
{
    for (int i = 0; i < 7; ++i) {
        start(actor, "甲" + std::to_string(i));
        start(person("p2", {"jobs.start"}), "乙" + std::to_string(i));
    }
    const auto only_own = person("p2", {"jobs.read"}, base::Reach::own);
    std::vector<std::string> titles;
    JobFilter filter;
    do {
        const JobPage page = jobs().page(only_own, filter, 3);
        for (const Job& job : page.jobs) titles.push_back(job.what.title);
        filter.before = page.next;
    } while (!filter.before.empty());
    EXPECT_EQ(titles, (std::vector<std::string>{"乙6", "乙5", "乙4", "乙3", "乙2", "乙1", "乙0"}));
    EXPECT_EQ(jobs().page(actor, {JobState::running}, 10).jobs.size(), 0U);
    EXPECT_EQ(jobs().page(actor, {{}, "other.kind"}, 10).jobs.size(), 0U);
}

TEST_P(JobsTest, RefusesWhoMayNotStartAndLeavesNothingBehind)
{
    const std::size_t before = audit_records();
    EXPECT_EQ(code_of(jobs().start(person("p2", {"jobs.read"}), {"test.kind", "示例", "budget.read"})),
              "jobs.start.forbidden");
    NewJob with_file{"test.kind", "示例", "budget.read"};
    with_file.upload = UploadId{"nothing"};
    EXPECT_EQ(code_of(jobs().start(actor, with_file)), "jobs.upload.unknown");
    EXPECT_TRUE(jobs().page(actor, {}, 10).jobs.empty());
    EXPECT_EQ(audit_records(), before);
}

TEST_P(JobsTest, AUnitHasSoManyOpenJobsAndNoMore)
{
    for (int i = 0; i < 50; ++i) start(actor);
    const NewJob one_more{"test.kind", "示例", "budget.read", "{}", "zh-CN"};
    EXPECT_EQ(code_of(jobs().start(actor, one_more)), "jobs.start.too_many");
    EXPECT_TRUE(queue().finish(*queue().claim(), "{}"));
    EXPECT_EQ(code_of(jobs().start(actor, one_more)), "done");
}

TEST_P(JobsTest, TheDatabaseRefusesAStateThatCannotBe)
{
    start(actor);
    for (const char* const change :
         {"UPDATE jobs_job SET state = 'done', ended_ms = 1", "UPDATE jobs_job SET state = 'sleeping'",
          "UPDATE jobs_job SET result = '{}'", "UPDATE jobs_job SET state = 'failed', ended_ms = 1",
          "UPDATE jobs_job SET ended_ms = 1"})
        EXPECT_THROW(db->execute(change), sql::SqlError) << change;
}

TEST_P(JobsTest, OldJobsAreForgottenAndOpenOnesNever)
{
    const Job old = start(actor);
    const Job open = start(actor);
    EXPECT_TRUE(queue().finish(*queue().claim(), "{}"));
    clock.advance(std::int64_t{91} * 24 * 3600 * 1000);
    EXPECT_EQ(queue().forget_old(), std::vector<JobId>{old.id});
    EXPECT_EQ(state_of(open), JobState::queued);
}

MINGJI_EACH_ENGINE(JobsTest);

}  // namespace
}  // namespace jobs
