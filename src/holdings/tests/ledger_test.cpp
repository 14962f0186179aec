// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "holdings/tests/holdings_fixture.h"

namespace holdings {
namespace {

// Units' own ledgers as a file of the test's own folder.
class LedgerTest : public HoldingsTest {
protected:
    base::Result<ledgers::TableImport> imported(const std::string& rows,
                                                ledgers::ImportMode mode = ledgers::ImportMode::store)
    {
        const std::filesystem::path folder =
            std::filesystem::temp_directory_path() / ("holdings_" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder);
        std::ofstream{folder / "分台账.csv"} << "使用单位,所属房屋,房间号,房间用途,房间使用面积（平方米）\n" << rows;
        auto outcome = holdings().import(actor, {folder / "分台账.csv", mode});
        std::filesystem::remove_all(folder);
        return outcome;
    }
    std::string differences()
    {
        const auto found = holdings().reconcile(actor.org, ReconciliationKind::ledger);
        if (!found) return found.error().code;
        std::string text;
        for (const ReconciliationLine& line : found->lines)
            text += line.number + " " + std::string{base::named(holdings::differences, line.reason).word} + ";";
        return text;
    }
};

TEST_P(LedgerTest, SaysWhatTheRegisterAndTheLedgersDifferIn)
{
    EXPECT_EQ(differences(), "holdings.reconciliation.no_ledger");
    ASSERT_EQ(code_of(imported("甲,FW-1,101,办公室,10.00\n")), "");
    EXPECT_EQ(differences(), "101 same;");  // 102 is nobody's, and no ledger names it
    ASSERT_EQ(code_of(imported("甲,FW-1,101,办公室,10.01\n乙,FW-1,101,,10\n乙,FW-1,102,,20.50\n乙,FW-9,1,,1\n")), "");
    EXPECT_EQ(differences(), "101 unit;101 area;102 unit;1 only_theirs;");
    ASSERT_EQ(code_of(imported("甲,FW-1,102,办公室,20.49\n")), "");
    EXPECT_EQ(differences(), "101 unit;102 unit;102 unit_and_area;1 only_theirs;");
    ASSERT_EQ(code_of(imported("乙,FW-9,1,,1\n")), "");
    EXPECT_EQ(differences(), "101 only_ours;102 unit_and_area;1 only_theirs;");
}

TEST_P(LedgerTest, TheSameLedgerTwiceChangesNothing)
{
    const std::string rows = "甲,FW-1,101,办公室,10.00\n乙,FW-1,102,,20.50\n";
    const std::int64_t before = audited();
    const auto tried = imported(rows, ledgers::ImportMode::dry_run);
    ASSERT_EQ(code_of(tried), "");
    EXPECT_EQ(tried->sheets.at(0).added, 2);
    EXPECT_FALSE(tried->is_stored);
    EXPECT_EQ(differences(), "holdings.reconciliation.no_ledger");
    const auto first = imported(rows);
    ASSERT_EQ(code_of(first), "");
    EXPECT_EQ(first->sheets.at(0).added, 2);
    const auto again = imported("甲,FW-1,101,办公室,10\n乙,FW-1,102,,20.5\n");
    ASSERT_EQ(code_of(again), "");
    EXPECT_EQ(again->stored_rows(), 0);
    EXPECT_EQ(again->sheets.at(0).unchanged, 2);
    EXPECT_EQ(audited(), before + 1);
    for (const char* const change : {"UPDATE holdings_ledger_room SET usable_dm2 = 0", "DELETE FROM holdings_ledger"})
        EXPECT_THROW(db->execute(change), sql::SqlError) << change;
}

TEST_P(LedgerTest, WhatAUnitNoLongerNamesGoesAndOtherUnitsStay)
{
    ASSERT_EQ(code_of(imported("甲,FW-1,101,办公室,10.00\n乙,FW-1,102,,20.50\n")), "");
    const auto other = imported("甲,FW-1,101,办公室,10.01\n甲,FW-1,103,,1\n");
    ASSERT_EQ(code_of(other), "");
    EXPECT_EQ(other->counts(), "分台账 rows=2 added=1 changed=1");
    ASSERT_EQ(other->changed.size(), 1U);
    EXPECT_EQ(other->changed[0].cells.at(0).before, "10.00");
    EXPECT_EQ(other->changed[0].cells.at(0).after, "10.01");
    const auto gone = imported("甲,FW-1,103,,1\n");
    ASSERT_EQ(code_of(gone), "");
    EXPECT_EQ(gone->counts(), "分台账 rows=1 added=0 changed=0 removed=1");
    EXPECT_EQ(gone->sheets.at(0).unchanged, 1);
    ASSERT_EQ(gone->changed.size(), 1U);
    EXPECT_NE(gone->changed[0].identity.find("101"), std::string::npos);
    EXPECT_EQ(gone->changed[0].cells.at(1).before, "10.01");
    EXPECT_EQ(gone->changed[0].cells.at(1).after, "");
    EXPECT_EQ(differences(), "101 only_ours;102 unit;103 only_theirs;");
}

TEST_P(LedgerTest, AWrongCellStoresNothingAndIsNamed)
{
    const std::int64_t before = audited();
    const auto wrong = imported("甲,FW-1,101,办公室,10.00\n甲,FW-1,102,办公室,-1\n");
    ASSERT_EQ(code_of(wrong), "");
    ASSERT_EQ(wrong->problem_count, 1U);
    EXPECT_EQ(wrong->problems[0].place, "分台账!E3");
    EXPECT_EQ(wrong->problems[0].error.code, "premises.area.malformed");
    const auto twice = imported("甲,FW-1,101,办公室,10.00\n甲,FW-1,101,办公室,10.00\n");
    ASSERT_EQ(code_of(twice), "");
    EXPECT_EQ(twice->problems.at(0).error.code, "ledgers.row.identity_twice");
    EXPECT_EQ(imported("甲,FW-1,101,没有的用途,10.00\n")->problem_count, 1U);
    EXPECT_EQ(imported(",FW-1,101,办公室,10.00\n")->problem_count, 1U);
    EXPECT_EQ(audited(), before);
    EXPECT_EQ(differences(), "holdings.reconciliation.no_ledger");
    EXPECT_EQ(code_of(holdings().import(actor, {SOURCE_FOLDER "/rules/holdings/limits.csv"})),
              "holdings.import.no_table");
    actor.unrestricted = false;
    EXPECT_EQ(code_of(imported("甲,FW-1,101,办公室,10.00\n")), "holdings.actor.not_permitted");
}

MINGJI_EACH_ENGINE(LedgerTest);

}  // namespace
}  // namespace holdings
