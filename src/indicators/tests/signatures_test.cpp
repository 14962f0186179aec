// SPDX-License-Identifier: Apache-2.0
#include "indicators/signatures.h"

#include "indicators/tests/sample_office.h"

namespace indicators {
namespace {

class SignaturesTest : public SampleOffice {
protected:
    Signatures signatures() { return {*db, clock, data}; }
    static base::Result<void> agreeing(const indicators::Run&) { return {}; }
    std::string refusal_to_sign(const indicators::Run& run)
    {
        const auto signed_one = signatures().sign(actor, run.id, year.source(), agreeing);
        return signed_one ? "" : signed_one.error().code;
    }
    // A run with one error: somebody entered less than nothing.
    indicators::Run run_with_an_error()
    {
        evaluated();
        EXPECT_TRUE(facade().enter(actor, {2024}, {"C4", "-5%"}));
        return evaluated();
    }
    static std::int64_t error_of(const indicators::Run& run) { return open_errors(run, {}).at(0).number; }
};

TEST_P(SignaturesTest, ARunIsSignedOnce)
{
    const indicators::Run run = evaluated();
    const std::size_t before = audit().size();
    ASSERT_TRUE(signatures().sign(actor, run.id, year.source(), agreeing));
    EXPECT_EQ(audit().size(), before + 1);
    EXPECT_EQ(audit().back().change.action, "indicators.run.sign");
    EXPECT_EQ(audit().back().change.after_digest, run.digest);
    const auto signature = signatures().standing(actor.org, run.id).signature;
    ASSERT_TRUE(signature);
    EXPECT_EQ(signature->account, "tester");
    EXPECT_EQ(signature->digest, run.digest);
    EXPECT_EQ(refusal_to_sign(run), "indicators.run.signed");
    EXPECT_EQ(audit().size(), before + 1);
    EXPECT_EQ(signatures().all(actor.org).size(), 1U);
}

TEST_P(SignaturesTest, AnOpenErrorKeepsItFromBeingSigned)
{
    const indicators::Run run = run_with_an_error();
    EXPECT_EQ(refusal_to_sign(run), "indicators.run.open_errors");
    const std::size_t before = audit().size();
    ASSERT_TRUE(signatures().waive(actor, run.id, error_of(run), "系统外更正，见附件"));
    EXPECT_EQ(audit().size(), before + 1);
    EXPECT_EQ(refusal_to_sign(run), "");
    EXPECT_EQ(signatures().standing(actor.org, run.id).waivers.front().reason, "系统外更正，见附件");
}

TEST_P(SignaturesTest, AReportThatContradictsItselfKeepsItFromBeingSigned)
{
    const indicators::Run run = evaluated();
    const std::size_t before = audit().size();
    const auto contradicting = [](const indicators::Run&) -> base::Result<void> {
        return base::fail(base::ErrorKind::conflict, "test.contradiction");
    };
    const auto refused = signatures().sign(actor, run.id, year.source(), contradicting);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "test.contradiction");
    EXPECT_FALSE(signatures().standing(actor.org, run.id).signature);
    EXPECT_EQ(audit().size(), before);
    EXPECT_EQ(refusal_to_sign(run), "");
}

TEST_P(SignaturesTest, WhatChangedBehindItKeepsItFromBeingSigned)
{
    const indicators::Run run = evaluated();
    year.records["台账:会议台账"].rows[0].digest = "another";
    EXPECT_EQ(refusal_to_sign(run), "indicators.run.records_changed");
    year.records["台账:会议台账"].rows[0].digest = "digest m1";
    const Evidence kept = facade().add_evidence(actor, {2024}, "C3", file("a.txt", "示例")).value();
    std::filesystem::remove(facade().evidence_path(kept));
    EXPECT_EQ(refusal_to_sign(run), "indicators.run.records_changed");
    ASSERT_TRUE(facade().add_evidence(actor, {2024}, "C3", file("a.txt", "示例")));
    EXPECT_EQ(refusal_to_sign(run), "");
}

TEST_P(SignaturesTest, ACorrectedRunIsNotSigned)
{
    const indicators::Run first = evaluated();
    EvaluationRequest correction = SampleYear::request();
    correction.corrects = first.id;
    correction.why = "补录";
    const auto second = facade().evaluate(actor, correction, year.source(), hubei(), "d").value();
    EXPECT_EQ(refusal_to_sign(first), "indicators.run.corrected");
    EXPECT_EQ(signatures().standing(actor.org, first.id).corrected_by, second.id);
    EXPECT_EQ(refusal_to_sign(second), "");
}

TEST_P(SignaturesTest, RefusalsLeaveNothingBehind)
{
    const indicators::Run run = run_with_an_error();
    const std::size_t before = audit().size();
    const std::int64_t error = error_of(run);
    const auto code = [](const auto& result) { return result ? std::string{} : result.error().code; };
    EXPECT_EQ(code(signatures().sign(without("indicators.sign"), run.id, year.source(), agreeing)),
              "indicators.sign.forbidden");
    EXPECT_EQ(code(signatures().waive(without("indicators.edit"), run.id, error, "x")), "indicators.waiver.forbidden");
    EXPECT_EQ(code(signatures().waive(actor, run.id, error, "  ")), "indicators.waiver.reason_missing");
    EXPECT_EQ(code(signatures().waive(actor, RunId{"none"}, error, "x")), "indicators.run.unknown");
    EXPECT_EQ(code(signatures().waive(actor, run.id, 999, "x")), "indicators.finding.unknown");
    EXPECT_EQ(code(signatures().waive(actor, run.id, 0, "x")), "indicators.finding.unknown");
    const auto all = numbered_findings(run);
    const auto warning = std::find_if(
        all.begin(), all.end(), [](const NumberedFinding& one) { return one.finding.severity == Severity::warning; });
    ASSERT_NE(warning, all.end());
    EXPECT_EQ(code(signatures().waive(actor, run.id, warning->number, "x")), "indicators.finding.not_an_error");
    EXPECT_EQ(code(signatures().sign(actor, RunId{"none"}, year.source(), agreeing)), "indicators.run.unknown");
    EXPECT_EQ(audit().size(), before);
    EXPECT_TRUE(signatures().standing(actor.org, run.id).waivers.empty());

    ASSERT_TRUE(signatures().waive(actor, run.id, error, "x"));
    EXPECT_EQ(code(signatures().waive(actor, run.id, error, "y")), "indicators.finding.waived_already");
    ASSERT_TRUE(signatures().sign(actor, run.id, year.source(), agreeing));
    EXPECT_EQ(code(signatures().waive(actor, run.id, error, "y")), "indicators.run.signed");
}

TEST_P(SignaturesTest, WhatWasSignedStays)
{
    const indicators::Run run = run_with_an_error();
    ASSERT_TRUE(signatures().waive(actor, run.id, error_of(run), "x"));
    ASSERT_TRUE(signatures().sign(actor, run.id, year.source(), agreeing));
    for (const std::string table : {"waiver", "signature"}) {
        EXPECT_THROW(db->execute("UPDATE indicators_" + table + " SET account = 'another'"), sql::SqlError) << table;
        EXPECT_THROW(db->execute("DELETE FROM indicators_" + table), sql::SqlError) << table;
    }
}

TEST_P(SignaturesTest, FindingsKeepTheirNumbersInTheDatabase)
{
    const indicators::Run run = run_with_an_error();
    const indicators::Run stored = facade().find_run(actor.org, run.id).value();
    const auto before = numbered_findings(run);
    const auto after = numbered_findings(stored);
    ASSERT_EQ(before.size(), after.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        EXPECT_EQ(before[i].finding, after[i].finding);
        const auto row = db->query(
            "SELECT rule FROM indicators_run_finding WHERE org_id = :org_id AND run_id = :run_id AND position = "
            ":number",
            {{"org_id", actor.org}, {"run_id", run.id}, {"number", before[i].number}});
        ASSERT_EQ(row.size(), 1U);
        EXPECT_EQ(row.front().text("rule"), before[i].finding.rule);
    }
}

TEST_P(SignaturesTest, TwoRunsAreComparedRowByRow)
{
    const indicators::Run before = evaluated();
    ASSERT_TRUE(facade().enter(actor, {2024}, {"C4", "45%"}));
    ASSERT_TRUE(facade().note(actor, {2024}, {"C2", NoteKind::cause, "设备老化"}));
    indicators::Run after = evaluated();
    after.rows.erase(after.rows.begin());
    const auto rows = compare(before, after);
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows[0].parts, std::vector<std::string>{"note"});
    EXPECT_TRUE(rows[1].parts.empty());
    EXPECT_EQ(rows[2].parts, (std::vector<std::string>{"actual", "score"}));
    EXPECT_EQ(rows[3].code, "C1");
    EXPECT_EQ(rows[3].after, nullptr);
}

MINGJI_EACH_ENGINE(SignaturesTest);

}  // namespace
}  // namespace indicators
