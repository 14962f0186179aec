// SPDX-License-Identifier: Apache-2.0
#include "indicators/store/signature_store.h"

namespace indicators {

bool SignatureStore::add(const base::Actor& actor, const RunId& run, const Waiver& waiver)
{
    constexpr std::string_view insert = R"(
        INSERT INTO indicators_waiver (org_id, run_id, position, reason, person, account, waived_ms)
        VALUES (:org_id, :run_id, :position, :reason, :person, :account, :waived_ms)
        ON CONFLICT (org_id, run_id, position) DO NOTHING)";
    return db_.execute(insert, {{"org_id", actor.org},
                                {"run_id", run},
                                {"position", waiver.finding},
                                {"reason", waiver.reason},
                                {"person", actor.person},
                                {"account", waiver.account},
                                {"waived_ms", waiver.at_ms}}) == 1;
}

bool SignatureStore::add(const base::Actor& actor, const RunId& run, const Signature& signature)
{
    constexpr std::string_view insert = R"(
        INSERT INTO indicators_signature (org_id, run_id, person, account, digest, signed_ms)
        VALUES (:org_id, :run_id, :person, :account, :digest, :signed_ms)
        ON CONFLICT (org_id, run_id) DO NOTHING)";
    return db_.execute(insert, {{"org_id", actor.org},
                                {"run_id", run},
                                {"person", actor.person},
                                {"account", signature.account},
                                {"digest", signature.digest},
                                {"signed_ms", signature.at_ms}}) == 1;
}

std::vector<Waiver> SignatureStore::waivers(const base::OrgId& org, const RunId& run) const
{
    constexpr std::string_view of_run = R"(
        SELECT position, reason, account, waived_ms
          FROM indicators_waiver
         WHERE org_id = :org_id AND run_id = :run_id
         ORDER BY position)";
    std::vector<Waiver> list;
    db_.each(of_run, {{"org_id", org}, {"run_id", run}}, [&](const sql::Row& row) {
        list.push_back({row.integer("position"), row.text("reason"), row.text("account"), row.integer("waived_ms")});
    });
    return list;
}

std::optional<Signature> SignatureStore::signature(const base::OrgId& org, const RunId& run) const
{
    constexpr std::string_view of_run = R"(
        SELECT account, digest, signed_ms FROM indicators_signature WHERE org_id = :org_id AND run_id = :run_id)";
    const auto found = db_.query(of_run, {{"org_id", org}, {"run_id", run}});
    if (found.empty()) return std::nullopt;
    const sql::Row& row = found.front();
    return Signature{row.text("account"), row.text("digest"), row.integer("signed_ms")};
}

std::map<RunId, Signature> SignatureStore::signatures(const base::OrgId& org) const
{
    constexpr std::string_view of_org = R"(
        SELECT run_id, account, digest, signed_ms FROM indicators_signature WHERE org_id = :org_id)";
    std::map<RunId, Signature> all;
    db_.each(of_org, {{"org_id", org}}, [&](const sql::Row& row) {
        all[RunId{row.text("run_id")}] = {row.text("account"), row.text("digest"), row.integer("signed_ms")};
    });
    return all;
}

}  // namespace indicators
