// SPDX-License-Identifier: Apache-2.0
// Somebody who owns the database has taken its triggers and keys away and changes what was recorded. Ten thousand such
// changes are planted, one after the other, and verification must name each one's first bad row.
#include <functional>
#include <random>

#include "identity/audit.h"
#include "identity/tests/signing_in.h"

namespace identity {
namespace {

constexpr std::int64_t rows = 40;
constexpr std::int64_t between_checkpoints = 10;

// Where the first bad row is, and what may be said of it.
struct Planted {
    const char* what;
    std::int64_t first = 0;
    std::int64_t last = 0;
    std::set<FaultKind> kinds = {};
    std::string id = {};  // of a record outside the chain
};

class TamperingTest : public SigningIn {
protected:
    void SetUp() override
    {
        SigningIn::SetUp();
        if (IsSkipped()) return;
        org = operator_.org;
        for (std::int64_t at = 1; at <= rows; ++at) {
            if (at > 1) add_record(at);  // the first one is the organisation's own
            if (at % between_checkpoints == 0) AuditTrail(*db, clock).checkpoint(CheckpointFile{folder});
        }
        take_guards_away();
    }

    void add_record(std::int64_t at)
    {
        sql::Transaction transaction{*db};
        record(*db, operator_, clock,
               {"budget.payment.add", "凭证 " + std::to_string(at), "1.00", at % 2 ? std::optional{"b"} : std::nullopt,
                "a"});
        transaction.commit();
    }

    void take_guards_away()
    {
        if (many_connections()) {
            db->script(R"(
                DROP TRIGGER identity_audit_is_final ON identity_audit;
                DROP TRIGGER identity_audit_seal_is_final ON identity_audit_seal;
                ALTER TABLE identity_audit_seal DROP CONSTRAINT identity_audit_seal_org_id_audit_id_fkey;
                ALTER TABLE identity_audit_unsealed DROP CONSTRAINT identity_audit_unsealed_org_id_audit_id_fkey;)");
            return;
        }
        db->script(R"(
            PRAGMA foreign_keys = OFF;
            DROP TRIGGER identity_audit_no_update;
            DROP TRIGGER identity_audit_no_delete;
            DROP TRIGGER identity_audit_seal_no_update;
            DROP TRIGGER identity_audit_seal_no_delete;)");
    }

    std::int64_t any(std::int64_t from, std::int64_t to)
    {
        return std::uniform_int_distribution<std::int64_t>{from, to}(random);
    }
    std::string id_at(std::int64_t at)
    {
        return db->query("SELECT audit_id FROM identity_audit_seal WHERE sequence = :at", {{"at", at}})
            .front()
            .text("audit_id");
    }
    void move(std::int64_t from, std::int64_t to, std::int64_t by)
    {
        // In two steps, so that no number stands twice on the way.
        constexpr std::int64_t far = 1'000'000;
        db->execute("UPDATE identity_audit_seal SET sequence = sequence + :far WHERE sequence BETWEEN :a AND :b",
                    {{"far", far}, {"a", from}, {"b", to}});
        db->execute("UPDATE identity_audit_seal SET sequence = sequence - :far + :by WHERE sequence > :far",
                    {{"far", far}, {"by", by}});
    }
    void drop_record(std::int64_t at) { db->execute("DELETE FROM identity_audit WHERE id = :id", {{"id", id_at(at)}}); }
    void drop_seals(std::int64_t from, std::int64_t to)
    {
        db->execute("DELETE FROM identity_audit_seal WHERE sequence BETWEEN :a AND :b", {{"a", from}, {"b", to}});
    }
    std::string forge_record()
    {
        const std::string id = base::new_uuid(clock);
        constexpr std::string_view insert = R"(
            INSERT INTO identity_audit (org_id, id, at_ms, actor, origin, action, subject, detail, digest)
            VALUES (:org_id, :id, :at_ms, 'li', '127.0.0.1', 'budget.payment.add', '凭证 0', '', ''))";
        db->execute(insert, {{"org_id", org}, {"id", id}, {"at_ms", clock.milliseconds_since_1970()}});
        return id;
    }
    void put_seal(std::int64_t at, const std::string& id, const std::string& digest, const std::string& link)
    {
        constexpr std::string_view insert = R"(
            INSERT INTO identity_audit_seal (org_id, sequence, audit_id, record_digest, chain_digest)
            VALUES (:org_id, :at, :id, :digest, :link))";
        db->execute(insert, {{"org_id", org}, {"at", at}, {"id", id}, {"digest", digest}, {"link", link}});
    }
    std::string link_at(std::int64_t at)
    {
        if (at == 0) return first_link(org);
        return db->query("SELECT chain_digest FROM identity_audit_seal WHERE sequence = :at", {{"at", at}})
            .front()
            .text("chain_digest");
    }
    AuditRecord record_of(const std::string& id)
    {
        for (const AuditRecord& one : records())
            if (one.id == id) return one;
        return {};
    }
    // Everything from `from` on computed anew, as somebody would who knows how it is done.
    void rebuild(std::int64_t from, std::int64_t to)
    {
        std::string link = link_at(from - 1);
        for (std::int64_t at = from; at <= to; ++at) {
            const std::string digest = digest_of(org, record_of(id_at(at)));
            link = next_link(link, digest);
            db->execute("UPDATE identity_audit SET digest = :digest WHERE id = :id",
                        {{"digest", digest}, {"id", id_at(at)}});
            db->execute(
                "UPDATE identity_audit_seal SET record_digest = :digest, chain_digest = :link WHERE sequence = :at",
                {{"digest", digest}, {"link", link}, {"at", at}});
        }
    }
    std::int64_t last_checkpoint_before(std::int64_t at) const
    {
        return (at - 1) / between_checkpoints * between_checkpoints;
    }

    Planted edit_record();
    Planted edit_seal();
    Planted delete_record();
    Planted delete_seal();
    Planted delete_both_and_close_up();
    Planted cut_tail();
    Planted insert_record();
    Planted insert_link();
    Planted swap_links();
    Planted swap_records();
    Planted edit_and_rebuild();
    Planted delete_and_rebuild();

    Planted plant(std::size_t kind)
    {
        using Plant = Planted (TamperingTest::*)();
        constexpr std::array<Plant, 12> plants{
            &TamperingTest::edit_record,   &TamperingTest::edit_seal,        &TamperingTest::delete_record,
            &TamperingTest::delete_seal,   &TamperingTest::cut_tail,         &TamperingTest::delete_both_and_close_up,
            &TamperingTest::insert_record, &TamperingTest::insert_link,      &TamperingTest::swap_links,
            &TamperingTest::swap_records,  &TamperingTest::edit_and_rebuild, &TamperingTest::delete_and_rebuild};
        return (this->*plants[kind % plants.size()])();
    }

    base::OrgId org;
    std::mt19937_64 random{20'261'124};
};

Planted TamperingTest::edit_record()
{
    const std::int64_t at = any(1, rows);
    const std::vector<std::string> texts{"actor",  "origin",        "action",       "subject",
                                         "detail", "before_digest", "after_digest", "digest"};
    const auto which = static_cast<std::size_t>(any(0, static_cast<std::int64_t>(texts.size())));
    const std::string column = which == texts.size() ? "at_ms" : texts[which];
    const std::string value = column == "at_ms" ? "at_ms + 1" : "COALESCE(" + column + ", '') || 'x'";
    db->execute("UPDATE identity_audit SET " + column + " = " + value + " WHERE id = :id", {{"id", id_at(at)}});
    return {"edit_record", at, at, {FaultKind::edited}};
}

Planted TamperingTest::edit_seal()
{
    const std::int64_t at = any(1, rows);
    const std::vector<std::string> columns{"record_digest", "chain_digest", "audit_id"};
    const std::string column = columns[static_cast<std::size_t>(any(0, 2))];
    db->execute("UPDATE identity_audit_seal SET " + column + " = " + column + " || 'x' WHERE sequence = :at",
                {{"at", at}});
    const FaultKind kind = column == "audit_id" ? FaultKind::deleted : FaultKind::edited;
    return {"edit_seal", at, at, {kind}};
}

Planted TamperingTest::delete_record()
{
    const std::int64_t at = any(1, rows);
    drop_record(at);
    return {"delete_record", at, at, {FaultKind::deleted}};
}

Planted TamperingTest::delete_seal()
{
    const std::int64_t at = any(1, rows);
    drop_seals(at, at);
    return {"delete_seal", at, at, {at == rows ? FaultKind::tail_cut : FaultKind::deleted}};
}

Planted TamperingTest::delete_both_and_close_up()
{
    const std::int64_t at = any(1, rows);
    drop_record(at);
    drop_seals(at, at);
    move(at + 1, rows, -1);
    // Of the last two there is nothing behind them that could tell.
    const FaultKind kind = at == rows ? FaultKind::tail_cut : at == rows - 1 ? FaultKind::edited : FaultKind::deleted;
    return {"delete_both_and_close_up", at, at, {kind}};
}

Planted TamperingTest::cut_tail()
{
    const std::int64_t at = any(1, rows);
    for (std::int64_t row = at; row <= rows; ++row) drop_record(row);
    drop_seals(at, rows);
    return {"cut_tail", at, at, {FaultKind::tail_cut}};
}

Planted TamperingTest::insert_record()
{
    const std::string id = forge_record();
    return {"insert_record", 0, 0, {FaultKind::inserted}, id};
}

Planted TamperingTest::insert_link()
{
    const std::int64_t at = any(1, rows - 1);
    const std::string id = forge_record();
    const std::string digest = digest_of(org, record_of(id));
    const bool is_made_well = any(0, 1) == 1;
    const std::string link = is_made_well ? next_link(link_at(at - 1), digest) : digest;
    move(at, rows, 1);
    put_seal(at, id, digest, link);
    // It agrees with everything before it but a checkpoint at its own place.
    if (is_made_well && at % between_checkpoints == 0)
        return {"insert_link", last_checkpoint_before(at) + 1, at, {FaultKind::chain_rebuilt}};
    return {"insert_link", at, at, {FaultKind::inserted}};
}

Planted TamperingTest::swap_links()
{
    const std::int64_t a = any(1, rows - 1);
    const std::int64_t b = any(a + 1, rows);
    constexpr std::int64_t aside = 500'000;
    const auto renumber = [&](std::int64_t from, std::int64_t to) {
        db->execute("UPDATE identity_audit_seal SET sequence = :to WHERE sequence = :from",
                    {{"to", to}, {"from", from}});
    };
    renumber(a, aside);
    renumber(b, a);
    renumber(aside, b);
    return {"swap_links", a, a, {FaultKind::swapped}};
}

Planted TamperingTest::swap_records()
{
    const std::int64_t a = any(1, rows - 1);
    const std::int64_t b = any(a + 1, rows);
    const std::string first = id_at(a);
    const std::string second = id_at(b);
    const auto rename = [&](const std::string& from, const std::string& to) {
        db->execute("UPDATE identity_audit SET id = :to WHERE id = :from", {{"to", to}, {"from", from}});
    };
    rename(first, "aside");
    rename(second, first);
    rename("aside", second);
    return {"swap_records", a, a, {FaultKind::edited}};
}

Planted TamperingTest::edit_and_rebuild()
{
    const std::int64_t at = any(1, rows);
    db->execute("UPDATE identity_audit SET detail = '2.00' WHERE id = :id", {{"id", id_at(at)}});
    rebuild(at, rows);
    return {"edit_and_rebuild", last_checkpoint_before(at) + 1, at, {FaultKind::chain_rebuilt}};
}

Planted TamperingTest::delete_and_rebuild()
{
    const std::int64_t at = any(1, rows);
    drop_record(at);
    drop_seals(at, at);
    move(at + 1, rows, -1);
    if (at < rows) rebuild(at, rows - 1);
    const bool is_behind_all_but_the_last = at > rows - between_checkpoints;
    if (is_behind_all_but_the_last) return {"delete_and_rebuild", at, rows, {FaultKind::tail_cut}};
    return {"delete_and_rebuild", last_checkpoint_before(at) + 1, at, {FaultKind::chain_rebuilt}};
}

TEST_P(TamperingTest, EveryPlantedChangeIsFoundAndItsFirstBadRowNamed)
{
    const CheckpointFile file{folder};
    ASSERT_FALSE(AuditTrail(*db, clock).verify(org, file).fault);
    const int plants = many_connections() ? 1'000 : 10'000;
    int found = 0;
    for (int i = 0; i < plants; ++i) {
        sql::Transaction undone{*db};
        const Planted planted = plant(static_cast<std::size_t>(i));
        const auto fault = AuditTrail(*db, clock).verify(org, file).fault;
        ASSERT_TRUE(fault) << planted.what << " at " << planted.first << " was not found, plant " << i;
        EXPECT_GE(fault->sequence, planted.first) << planted.what << ", plant " << i;
        EXPECT_LE(fault->sequence, planted.last) << planted.what << ", plant " << i;
        EXPECT_TRUE(planted.kinds.contains(fault->kind)) << planted.what << " is not " << to_text(fault->kind);
        if (!planted.id.empty()) {
            EXPECT_EQ(fault->audit_id, planted.id);
        }
        if (HasFailure()) return;
        ++found;
    }
    EXPECT_EQ(found, plants);
    EXPECT_FALSE(AuditTrail(*db, clock).verify(org, file).fault);
}

// The saboteur: a verification that looks at each record alone, as if there were no chain and no checkpoint. It must
// miss what the test above finds, or that test would prove nothing.
TEST_P(TamperingTest, ALookAtEachRecordAloneMissesDeletionsSwapsAndRebuiltChains)
{
    const auto finds_something = [&] {
        for (const auto& row : db->query("SELECT id, digest FROM identity_audit"))
            if (digest_of(org, record_of(row.text("id"))) != row.text("digest")) return true;
        return false;
    };
    ASSERT_FALSE(finds_something());
    std::set<std::string> missed;
    for (std::size_t i = 0; i < 24; ++i) {
        sql::Transaction undone{*db};
        const Planted planted = plant(i);
        if (!finds_something()) missed.insert(planted.what);
    }
    for (const char* const what : {"delete_record", "delete_seal", "cut_tail", "swap_links", "edit_and_rebuild"})
        EXPECT_TRUE(missed.contains(what)) << what;
}

MINGJI_EACH_ENGINE(TamperingTest);

}  // namespace
}  // namespace identity
