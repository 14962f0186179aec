// SPDX-License-Identifier: Apache-2.0
#include "identity/audit.h"

#include <fstream>

#include "base/sm3.h"
#include "identity/tests/signing_in.h"

namespace identity {
namespace {

class AuditTest : public SigningIn {
protected:
    AuditTrail trail() { return {*db, clock}; }
    CheckpointFile file() const { return CheckpointFile{folder}; }
    const base::OrgId& org() const { return operator_.org; }

    void add_records(int count)
    {
        sql::Transaction transaction{*db};
        for (int i = 0; i < count; ++i)
            record(*db, operator_, clock, {"budget.payment.add", "凭证 " + std::to_string(i), "1.00"});
        transaction.commit();
    }

    std::optional<Fault> fault() { return trail().verify(org(), file()).fault; }
};

TEST_P(AuditTest, SealsWhatWasRecordedOnceAndInOrder)
{
    add_records(2'500);  // more than is sealed in one go
    const auto expected = static_cast<std::int64_t>(records().size());
    EXPECT_EQ(trail().verify(org(), file()).unsealed, expected);
    EXPECT_EQ(trail().seal(), expected);
    EXPECT_EQ(trail().seal(), 0);
    const Verification result = trail().verify(org(), file());
    EXPECT_FALSE(result.fault);
    EXPECT_EQ(result.sealed, expected);
    EXPECT_EQ(result.unsealed, 0);
}

TEST_P(AuditTest, TheChainIsWhatItsDescriptionSays)
{
    add_records(1);
    trail().seal();
    std::string link = base::sm3("mingji audit chain of " + org().text());
    for (const auto& row : db->query("SELECT record_digest, chain_digest FROM identity_audit_seal ORDER BY sequence")) {
        link = base::sm3(link + row.text("record_digest"));
        EXPECT_EQ(row.text("chain_digest"), link);
    }
}

TEST_P(AuditTest, TheDatabaseKeepsTheChainAsItIs)
{
    trail().seal();
    for (const char* const table : {"identity_audit", "identity_audit_seal"}) {
        const std::string name = table;
        EXPECT_THROW(db->execute("UPDATE " + name + " SET org_id = org_id"), sql::SqlError);
        EXPECT_THROW(db->execute("DELETE FROM " + name), sql::SqlError);
        if (many_connections()) {
            EXPECT_THROW(db->execute("TRUNCATE " + name + " CASCADE"), sql::SqlError);
        }
    }
    EXPECT_FALSE(fault());
}

TEST_P(AuditTest, NotesTheEndOfTheChainOutsideTheDatabaseWhenItMoved)
{
    add_records(3);
    const auto first = trail().checkpoint(file());
    ASSERT_EQ(first.size(), 1U);
    EXPECT_EQ(first.front().sequence, static_cast<std::int64_t>(records().size()));
    EXPECT_TRUE(trail().checkpoint(file()).empty());
    add_records(1);
    EXPECT_EQ(trail().checkpoint(file()).size(), 1U);
    EXPECT_EQ(file().read().list.size(), 2U);
    EXPECT_EQ(trail().verify(org(), file()).checkpoints, 2);
    EXPECT_FALSE(fault());
}

TEST_P(AuditTest, RefusesACheckpointToWhoMayNotMakeOneAndRecordsOneThatWasAskedFor)
{
    base::Actor other = operator_;
    other.unrestricted = false;
    EXPECT_EQ(trail().checkpoint(other, file()).error().code, "identity.audit.forbidden");
    other.permissions = {"audit.checkpoint"};
    const auto before = records().size();
    EXPECT_EQ(trail().checkpoint(other, file())->front().sequence, static_cast<std::int64_t>(before + 1));
    EXPECT_EQ(records().size(), before + 1);
    EXPECT_EQ(last_action(), "identity.audit.checkpoint");
}

TEST_P(AuditTest, SeesALineOfTheCheckpointFileThatIsNotOurs)
{
    for (int i = 0; i < 3; ++i) {
        add_records(1);
        trail().checkpoint(file());
    }
    const auto path = folder / "audit" / "checkpoints.jsonl";
    std::vector<std::string> lines;
    std::ifstream written{path};
    for (std::string line; std::getline(written, line);) lines.push_back(line);
    ASSERT_EQ(lines.size(), 3U);
    const auto write = [&](const std::vector<std::string>& some) {
        std::ofstream out{path};
        for (const std::string& line : some) out << line << '\n';
    };
    const auto forged_line = [&] {
        const auto found = fault();
        return found && found->kind == FaultKind::checkpoint_forged ? found->sequence : 0;
    };
    EXPECT_EQ(forged_line(), 0);
    std::string changed = lines[1];
    const auto digit = changed.find("\"sequence\":") + 11;
    changed[digit] = changed[digit] == '9' ? '8' : static_cast<char>(changed[digit] + 1);
    write({lines[0], changed, lines[2]});
    EXPECT_EQ(forged_line(), 2);
    write({lines[0], lines[2]});  // one is missing
    EXPECT_EQ(forged_line(), 2);
    write({lines[1], lines[0], lines[2]});
    EXPECT_EQ(forged_line(), 1);
    write({lines[0], "", lines[1]});
    EXPECT_EQ(forged_line(), 2);
    add_records(1);
    trail().checkpoint(file());  // what comes behind a forged line does not hide it
    EXPECT_EQ(forged_line(), 2);
}

TEST_P(AuditTest, ListsNewestFirstInPagesWithFilters)
{
    add_records(5);
    clock.advance(86'400'000);
    base::Actor other = operator_;
    other.name = "li";
    {
        sql::Transaction transaction{*db};
        record(*db, other, clock, {"budget.paymentorder.add", "x", ""});
        record(*db, other, clock, {"budget.payment.add", "y", ""});
        transaction.commit();
    }
    AuditFilter filter;
    filter.action = "budget.payment";
    filter.most = 4;
    const auto first = trail().list(org(), filter);
    ASSERT_EQ(first.size(), 4U);
    EXPECT_EQ(first.front().change.subject, "y");
    filter.before_id = first.back().id;
    const auto second = trail().list(org(), filter);
    ASSERT_EQ(second.size(), 2U);
    EXPECT_EQ(second.back().change.subject, "凭证 0");
    AuditFilter of_li;
    of_li.actor = "li";
    EXPECT_EQ(trail().list(org(), of_li).size(), 2U);
    AuditFilter today;
    today.from_ms = clock.milliseconds_since_1970();
    EXPECT_EQ(trail().list(org(), today).size(), 2U);
    today.until_ms = today.from_ms;
    EXPECT_TRUE(trail().list(org(), today).empty());
    EXPECT_TRUE(trail().list(base::OrgId{"elsewhere"}, {}).empty());
}

TEST_P(AuditTest, ExportsWithoutFormulasAndRecordsIt)
{
    {
        sql::Transaction transaction{*db};
        record(*db, operator_, clock, {"budget.payment.add", "=HYPERLINK(\"x\")", "a,\"b\"\r\nc"});
        transaction.commit();
    }
    const std::string text = trail().export_csv(operator_, {}).value();
    EXPECT_NE(text.find(",\"'=HYPERLINK(\"\"x\"\")\","), std::string::npos) << text;
    EXPECT_NE(text.find("\"a,\"\"b\"\"\r\nc\""), std::string::npos);
    EXPECT_EQ(last_action(), "identity.audit.export");
    base::Actor other = operator_;
    other.unrestricted = false;
    EXPECT_EQ(trail().export_csv(other, {}).error().code, "identity.audit.forbidden");
}

// One field ends where the next begins: a change that moves text between fields is a change.
TEST_P(AuditTest, TheDigestCoversEveryField)
{
    const AuditRecord plain{"id", 1, "a", "b", {"c", "d", "e", "f", "g"}};
    std::vector<AuditRecord> others(10, plain);
    others[0].id = "ie";
    others[1].at_ms = 2;
    others[2].actor = "ab";
    others[2].origin = "";
    others[3].origin = "x";
    others[4].change.action = "x";
    others[5].change.subject = "x";
    others[6].change.detail = "x";
    others[7].change.before_digest = std::nullopt;
    others[8].change.after_digest = std::nullopt;
    others[9].change.before_digest = "";
    for (const AuditRecord& other : others) EXPECT_NE(digest_of(org(), other), digest_of(org(), plain));
    EXPECT_NE(digest_of(base::OrgId{"other"}, plain), digest_of(org(), plain));
    EXPECT_EQ(digest_of(org(), plain), digest_of(org(), AuditRecord{plain}));
}

TEST_P(AuditTest, ClockJumpsLeaveOrderAndChainAlone)
{
    std::string last;
    constexpr std::int64_t year = 31'536'000'000;
    const std::vector<std::int64_t> jumps{1'000,       -1'000, 3'600'000, -3'600'000, 86'400'000,
                                          -86'400'000, -year,  year,      -5};
    for (const std::int64_t jump : jumps) {
        clock.advance(jump);
        add_records(1);
        trail().seal();
        AuditFilter newest;
        newest.most = 1;
        const std::string id = trail().list(org(), newest).front().id;
        EXPECT_GT(id, last);
        last = id;
    }
    EXPECT_FALSE(fault());
    // A server that starts while the clock is wrong goes on behind what it finds.
    base::continue_after("0fffffff-ffff-7000-8000-000000000000");
    EXPECT_GT(base::new_uuid(clock), "0fffffff-ffff-7");
}

MINGJI_EACH_ENGINE(AuditTest);

}  // namespace
}  // namespace identity
