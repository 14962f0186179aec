// SPDX-License-Identifier: Apache-2.0
#include "check/checked_reports.h"

#include "check/core/locate.h"
#include "check/core/read_text.h"
#include "check/store/content.h"
#include "identity/identity.h"
#include "sql/tests/each_engine.h"

namespace check {
namespace {

constexpr std::string_view report_text =
    "2024年度自评报告\n\n年初预算3000万元，追加预算720万元，全年预算数3720万元，执行数3400万元，预算执行率98.5%。\n\n"
    "| 项目 | 金额 |\n| 会议 | 120万元 |\n";

class CheckedReportsTest : public sql::EachEngine {
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
        identity::Organisations organisations{*db, clock};
        officer.org = organisations.create(admin, {{}, "示例中心", "420112", "示例区"})->id;
        other = officer;
        other.org = organisations.create(admin, {{}, "另一中心", "420112", "示例区"})->id;
    }

    CheckedReports reports() { return {*db, clock}; }
    base::Actor without(const std::string& permission) const
    {
        base::Actor actor = officer;
        actor.permissions.erase(permission);
        return actor;
    }
    ReportSummary add(const std::string& digest = "d1", std::string_view text = report_text)
    {
        clock.advance(1);
        return reports().add(officer, {"自评.txt", digest, 100}, check_text(read_text(text))).value();
    }
    std::string key_of_error(const ReportSummary& report)
    {
        const auto kept = reports().find(officer.org, report.id);
        const std::vector<std::string> keys = keys_of(kept->checked.findings);
        for (std::size_t i = 0; i < keys.size(); ++i)
            if (kept->checked.findings[i].severity == Severity::error) return keys[i];
        return {};
    }
    std::size_t records() { return identity::Organisations{*db, clock}.audit(officer.org).size(); }
    template <class T>
    static std::string code(const base::Result<T>& result)
    {
        return result ? "" : result.error().code;
    }

    base::FixedClock clock{1'704'067'200'000};
    base::Actor officer{base::OrgId{}, "tester", "test", {"check.run", "check.waive"}, false};
    base::Actor other;
};

TEST_P(CheckedReportsTest, WhatWasReadAndFoundComesBackAsItWas)
{
    const Checked checked = check_text(read_text(report_text));
    const std::size_t before = records();
    const ReportSummary summary = add();
    EXPECT_EQ(records(), before + 1);
    EXPECT_EQ(summary.errors, 1);
    EXPECT_EQ(summary.open_errors, 1);
    EXPECT_EQ(static_cast<std::size_t>(summary.claims), checked.claims.size());
    const auto kept = reports().find(officer.org, summary.id);
    ASSERT_TRUE(kept);
    ASSERT_EQ(kept->checked.text.blocks.size(), checked.text.blocks.size());
    for (std::size_t i = 0; i < checked.text.blocks.size(); ++i) {
        EXPECT_EQ(kept->checked.text.blocks[i].text, checked.text.blocks[i].text);
        EXPECT_EQ(kept->checked.text.blocks[i].kind, checked.text.blocks[i].kind);
        EXPECT_EQ(kept->checked.text.blocks[i].cells.size(), checked.text.blocks[i].cells.size());
    }
    ASSERT_EQ(kept->checked.claims.size(), checked.claims.size());
    for (std::size_t i = 0; i < checked.claims.size(); ++i) {
        EXPECT_EQ(printed(kept->checked.claims[i]), printed(checked.claims[i]));
        EXPECT_EQ(place_of(kept->checked.text, kept->checked.claims[i]), place_of(checked.text, checked.claims[i]));
    }
    ASSERT_EQ(kept->checked.findings.size(), checked.findings.size());
    for (std::size_t i = 0; i < checked.findings.size(); ++i) {
        EXPECT_EQ(kept->checked.findings[i].code, checked.findings[i].code);
        EXPECT_EQ(kept->checked.findings[i].args, checked.findings[i].args);
        EXPECT_EQ(kept->checked.findings[i].places, checked.findings[i].places);
        EXPECT_EQ(kept->checked.findings[i].numbers, checked.findings[i].numbers);
    }
}

TEST_P(CheckedReportsTest, NotesAreKeptAndWhatWasKeptWithoutThemIsReadStill)
{
    Checked checked = check_text(read_text(report_text));
    checked.notes = {"check.findings.stopped"};
    const ReportSummary summary = reports().add(officer, {"自评.txt", "d1", 100}, checked).value();
    EXPECT_EQ(reports().find(officer.org, summary.id)->checked.notes, checked.notes);
    const Checked before = from_content(R"({"blocks":[],"claims":[],"findings":[]})");
    EXPECT_TRUE(before.notes.empty());
}

TEST_P(CheckedReportsTest, AWaiverBelongsToTheFileAndCountsUntilItIsWithdrawn)
{
    const ReportSummary first = add();
    const std::string key = key_of_error(first);
    const std::size_t before = records();
    ASSERT_TRUE(reports().waive(officer, first.id, key, "口径不同"));
    EXPECT_EQ(records(), before + 1);
    EXPECT_EQ(reports().find(officer.org, first.id)->summary.open_errors, 0);
    // The same file again has it; a file that differs in one letter has not.
    EXPECT_EQ(add().open_errors, 0);
    EXPECT_EQ(add("d2").open_errors, 1);
    EXPECT_EQ(code(reports().waive(officer, first.id, key, "x")), "check.finding.waived_already");
    ASSERT_TRUE(reports().withdraw(officer, first.id, key, "写错了"));
    EXPECT_EQ(records(), before + 4);  // two checks between
    EXPECT_EQ(reports().find(officer.org, first.id)->summary.open_errors, 1);
    EXPECT_EQ(code(reports().withdraw(officer, first.id, key, "x")), "check.finding.not_waived");
    ASSERT_TRUE(reports().waive(officer, first.id, key, "再次核对"));
    EXPECT_EQ(reports().waivers(officer.org, "d1").at(key).reason, "再次核对");
}

TEST_P(CheckedReportsTest, RefusalsLeaveNothingBehind)
{
    const ReportSummary report = add();
    const std::string key = key_of_error(report);
    const std::size_t before = records();
    EXPECT_EQ(code(reports().add(without("check.run"), {"a", "d", 1}, check_text(read_text(report_text)))),
              "check.report.forbidden");
    EXPECT_EQ(code(reports().waive(without("check.waive"), report.id, key, "x")), "check.waiver.forbidden");
    EXPECT_EQ(code(reports().waive(officer, report.id, key, " \n")), "check.waiver.reason_missing");
    EXPECT_EQ(code(reports().waive(officer, report.id, "none", "x")), "check.finding.unknown");
    EXPECT_EQ(code(reports().waive(officer, ReportId{"none"}, key, "x")), "check.report.unknown");
    // Another unit sees and waives nothing of it.
    EXPECT_EQ(code(reports().waive(other, report.id, key, "x")), "check.report.unknown");
    EXPECT_EQ(code(reports().find(other.org, report.id)), "check.report.unknown");
    EXPECT_TRUE(reports().page(other.org, "", 10).reports.empty());
    EXPECT_EQ(records(), before);
}

TEST_P(CheckedReportsTest, WhatIsTooLongForAPageIsRefused)
{
    std::string longest;
    while (longest.size() < (std::size_t{16} << 20)) longest += "这一段文字没有数据。\n\n";
    Checked checked;
    checked.text = read_text(longest);
    EXPECT_EQ(code(reports().add(officer, {"长.txt", "d", 1}, checked)), "check.report.too_long");
}

TEST_P(CheckedReportsTest, TheListGoesOnWhereThePageEnds)
{
    for (int i = 0; i < 3; ++i) add();
    const ReportPage first = reports().page(officer.org, "", 2);
    ASSERT_EQ(first.reports.size(), 2U);
    ASSERT_FALSE(first.next.empty());
    const ReportPage second = reports().page(officer.org, first.next, 2);
    ASSERT_EQ(second.reports.size(), 1U);
    EXPECT_TRUE(second.next.empty());
    EXPECT_GT(first.reports.back().id, second.reports.front().id);
    // A page that is full to the last row has no next one.
    EXPECT_TRUE(reports().page(officer.org, "", 3).next.empty());
}

TEST_P(CheckedReportsTest, WhatIsKeptStays)
{
    const ReportSummary report = add();
    ASSERT_TRUE(reports().waive(officer, report.id, key_of_error(report), "口径不同"));
    for (const char* const statement : {"DELETE FROM check_waiver", "UPDATE check_finding SET severity = 'note'",
                                        "DELETE FROM check_report", "UPDATE check_report SET claims = 0"})
        EXPECT_THROW(db->execute(statement), sql::SqlError) << statement;
}

MINGJI_EACH_ENGINE(CheckedReportsTest);

TEST(FindingKeys, AreTheSameForTheSameWordsAndOthersForOthers)
{
    const Findings found = check_text(read_text(report_text)).findings;
    EXPECT_EQ(keys_of(found), keys_of(check_text(read_text(report_text)).findings));
    Findings twice{found.front(), found.front()};
    const std::vector<std::string> keys = keys_of(twice);
    EXPECT_NE(keys[0], keys[1]);
    EXPECT_EQ(keys[0], keys_of(found).front());
    twice[1].numbers.emplace_back("1");
    EXPECT_NE(keys_of(twice)[1], keys[0]);
}

}  // namespace
}  // namespace check
