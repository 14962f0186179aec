// SPDX-License-Identifier: Apache-2.0
#include "ledgers/store/row_changes.h"

#include "ledgers/tests/ledgers_fixture.h"

namespace ledgers {
namespace {

class RowChangesTest : public LedgersFixture {
protected:
    void SetUp() override
    {
        LedgersFixture::SetUp();
        if (IsSkipped()) return;
        declare();
        import("会议", "1,甲\n2,乙\n3,丙\n");
    }

    void declare()
    {
        Column number{"编号"};
        number.is_identity = true;
        for (const char* const name : {"会议", "维修"})
            ASSERT_TRUE(ledgers().declare(actor, {{name, {number, {"说明"}}}}));
    }

    ImportReport import(const std::string& ledger, const std::string& rows, Missing missing = Missing::keep)
    {
        clock.advance(1000);
        auto report =
            ledgers().import(actor, ledger, {folder.text(ledger + ".csv", "编号,说明\n" + rows)}, {{}, missing});
        EXPECT_TRUE(report && report->is_stored);
        return report ? *std::move(report) : ImportReport{};
    }

    LedgerId ledger(const std::string& name) { return LedgerStore{*db}.find(actor.org, name)->id; }

    std::vector<KnownRecord> known(const std::string& name)
    {
        std::vector<KnownRecord> records;
        RowStore{*db, actor.org, ledger(name)}.each_known(
            [&](KnownRecord record) { records.push_back(std::move(record)); });
        return records;
    }

    // What stands and what stood, in every table of the register.
    std::vector<std::string> state()
    {
        std::vector<std::string> lines;
        for (const KnownRecord& record : known("会议"))
            for (const auto& version : RowStore{*db, actor.org, ledger("会议")}.versions(record.identity))
                lines.push_back(record.identity + "|" + version.row.cells + "|" + std::to_string(version.row.version) +
                                "|" + version.ended_how + (record.is_removed ? "|removed" : ""));
        return lines;
    }

    // One more import that does `work` with its changes; true when it went through.
    template <class Work>
    bool changes(const std::string& name, Work work)
    {
        const ImportEntry entry{base::new_id<ImportTag>(clock), "a.csv", "d", "l", 0, 0, 0, 0, 3, 3, 7};
        sql::Transaction transaction{*db};
        RowStore{*db, actor.org, ledger(name)}.add_import(entry);
        RowChanges changes{*db, actor.org, ledger(name), entry};
        try {
            work(changes);
        } catch (const std::logic_error&) {
            return false;
        }
        transaction.commit();
        return true;
    }

    static StoredRow after(const Changed& changed)
    {
        return {changed.before.id, changed.before.identity, {}, changed.before.identity + "\x1f新", "digest", "place"};
    }
    static std::vector<Changed> all(const std::vector<KnownRecord>& records)
    {
        std::vector<Changed> changed;
        for (const KnownRecord& record : records) changed.push_back({0, record, {}});
        return changed;
    }
};

using Lines = std::vector<std::string>;

TEST_P(RowChangesTest, ChangesRemovesAndRestoresManyAtOnce)
{
    ASSERT_TRUE(changes("会议", [&](RowChanges& changes) { changes.change(all(known("会议")), after); }));
    EXPECT_EQ(state(), (Lines{"1|1\x1f甲|1|changed", "1|1\x1f新|2|", "2|2\x1f乙|1|changed", "2|2\x1f新|2|",
                              "3|3\x1f丙|1|changed", "3|3\x1f新|2|"}));
    auto most = known("会议");
    most.pop_back();
    ASSERT_TRUE(changes("会议", [&](RowChanges& changes) { changes.remove(most); }));
    EXPECT_EQ(RowStore(*db, actor.org, ledger("会议")).count(), 1);
    most = known("会议");
    ASSERT_TRUE(most.front().is_removed);
    ASSERT_TRUE(changes("会议", [&](RowChanges& changes) { changes.change({{0, most.front(), {}}}, after); }));
    EXPECT_EQ(state(), (Lines{"1|1\x1f甲|1|changed", "1|1\x1f新|2|removed", "1|1\x1f新|3|restored", "1|1\x1f新|4|",
                              "2|2\x1f乙|1|changed|removed", "2|2\x1f新|2|removed|removed", "2|2\x1f新|3||removed",
                              "3|3\x1f丙|1|changed", "3|3\x1f新|2|"}));
}

TEST_P(RowChangesTest, OneRecordThatIsNotWhatStandsLeavesAllAsItWas)
{
    const Lines before = state();
    auto records = known("会议");
    records[1].version = 2;
    EXPECT_FALSE(changes("会议", [&](RowChanges& changes) { changes.change(all(records), after); }));
    EXPECT_EQ(state(), before);
    EXPECT_FALSE(changes("会议", [&](RowChanges& changes) { changes.remove(records); }));
    EXPECT_EQ(state(), before);
    records[1].version = 1;
    records[1].id = "nobody";
    EXPECT_FALSE(changes("会议", [&](RowChanges& changes) { changes.change(all(records), after); }));
    EXPECT_EQ(state(), before);
    // Nothing of the refused ones stays in the connection.
    EXPECT_TRUE(changes("会议", [&](RowChanges& changes) { changes.change(all(known("会议")), after); }));
}

TEST_P(RowChangesTest, ARecordIsRemovedOnce)
{
    const auto first = known("会议");
    ASSERT_TRUE(changes("会议", [&](RowChanges& changes) { changes.remove({first[0]}); }));
    const Lines before = state();
    EXPECT_FALSE(changes("会议", [&](RowChanges& changes) { changes.remove({first[0]}); }));
    EXPECT_FALSE(changes("会议", [&](RowChanges& changes) { changes.remove({known("会议")[0]}); }));
    EXPECT_EQ(state(), before);
}

TEST_P(RowChangesTest, RecordsOfAnotherRegisterOrOrganisationAreOutOfReach)
{
    const Lines before = state();
    const auto records = known("会议");
    EXPECT_FALSE(changes("维修", [&](RowChanges& changes) { changes.change(all(records), after); }));
    const base::OrgId ours = actor.org;
    actor.org = organisation("另一示例中心");
    declare();
    EXPECT_FALSE(changes("会议", [&](RowChanges& changes) { changes.change(all(records), after); }));
    EXPECT_FALSE(changes("会议", [&](RowChanges& changes) { changes.remove(records); }));
    actor.org = ours;
    EXPECT_EQ(state(), before);
}

TEST_P(RowChangesTest, AReimportOfManyRecordsSaysTheSameAsTheFile)
{
    const auto rows = [](int first, int last, const std::string& text) {
        std::string lines;
        for (int i = first; i <= last; ++i) lines += std::to_string(i) + "," + text + std::to_string(i % 7) + "\n";
        return lines;
    };
    import("维修", rows(1, 2'000, "一"));
    const ImportReport report = import("维修", rows(501, 1'500, "二") + rows(2'001, 2'100, "一"), Missing::remove);
    EXPECT_EQ(report.difference.changed.size(), 1'000u);
    EXPECT_EQ(report.removed, 1'000u);
    EXPECT_EQ(report.difference.added.size(), 100u);
    const auto records = ledgers().records(actor.org, "维修").value();
    ASSERT_EQ(records.rows.size(), 1'100u);
    for (const base::Record& record : records.rows) {
        const int number = std::stoi(std::get<std::string>(record.cells[0]));
        EXPECT_EQ(std::get<std::string>(record.cells[1]), (number > 2'000 ? "一" : "二") + std::to_string(number % 7));
    }
    const auto back = import("维修", rows(1, 2'000, "一"));
    EXPECT_EQ(back.difference.changed.size(), 1'000u);
    EXPECT_EQ(back.difference.restored.size(), 1'000u);
    const auto history = ledgers().history(actor, "维修", "700").value().versions;
    ASSERT_EQ(history.size(), 3u);
    EXPECT_EQ(history[1].cells[1], "二0");
    EXPECT_EQ(history[2].cells[1], "一0");
}

MINGJI_EACH_ENGINE(RowChangesTest);

}  // namespace
}  // namespace ledgers
