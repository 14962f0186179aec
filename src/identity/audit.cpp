// SPDX-License-Identifier: Apache-2.0
#include "identity/audit.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/instant.h"
#include "identity/identity.h"
#include "identity/store/audit_store.h"
#include "identity/store/organisation_store.h"
#include "spreadsheet/write.h"

namespace identity {

using base::ErrorKind;

namespace {

constexpr std::size_t most_exported = 50'000;
constexpr int most_sealed_at_once = 1'000;

std::vector<spreadsheet::Cell> texts(const std::vector<std::string>& row)
{
    std::vector<spreadsheet::Cell> cells;
    for (const std::string& text : row) cells.push_back({spreadsheet::CellKind::text, text});
    return cells;
}

}  // namespace

std::vector<AuditRecord> AuditTrail::list(const base::OrgId& org, const AuditFilter& filter) const
{
    return AuditStore{db_}.list(org, filter);
}

std::string AuditTrail::newest_id() const
{
    return AuditStore{db_}.newest_id();
}

base::Result<std::string> AuditTrail::export_csv(const base::Actor& actor, AuditFilter filter)
{
    if (!actor.may("audit.read")) return base::fail(ErrorKind::forbidden, "identity.audit.forbidden");
    filter.most = most_exported + 1;
    auto records = AuditStore{db_}.list(actor.org, filter);
    if (records.size() > most_exported)
        return base::fail(ErrorKind::invalid, "identity.audit.too_many", {{"most", std::to_string(most_exported)}});
    std::reverse(records.begin(), records.end());
    std::vector<std::vector<spreadsheet::Cell>> rows{
        texts({"时间", "账号", "来源", "动作", "对象", "说明", "变更前摘要", "变更后摘要", "编号"})};
    for (const AuditRecord& one : records)
        rows.push_back(texts({base::instant_text(one.at_ms), one.actor, one.origin, one.change.action,
                              one.change.subject, one.change.detail, one.change.before_digest.value_or(""),
                              one.change.after_digest.value_or(""), one.id}));
    sql::Transaction transaction{db_};
    record(db_, actor, clock_, {"identity.audit.export", "csv", std::to_string(records.size())});
    transaction.commit();
    return spreadsheet::csv_text(rows);
}

std::int64_t AuditTrail::seal()
{
    std::int64_t sealed = 0;
    for (const base::OrgId& org : AuditStore{db_}.with_unsealed()) sealed += seal(org);
    return sealed;
}

std::int64_t AuditTrail::seal(const base::OrgId& org)
{
    AuditStore store{db_};
    std::int64_t sealed = 0;
    for (bool is_more = true; is_more;) {
        sql::Transaction transaction{db_};
        db_.lock_until_commit("identity.audit.seal/" + org.text());
        Checkpoint end = store.end_of_chain(org).value_or(Checkpoint{org, 0, first_link(org)});
        std::vector<SealedRecord> links;
        for (const UnsealedRecord& row : store.waiting(org, most_sealed_at_once)) {
            // The digest that was written with the record: one that was changed since shows when it is verified.
            const std::string digest = row.own_digest.empty() ? digest_of(org, row.record) : row.own_digest;
            end.link = next_link(end.link, digest);
            links.push_back({++end.sequence, row.record.id, digest, end.link});
        }
        store.seal(org, links);
        transaction.commit();
        sealed += static_cast<std::int64_t>(links.size());
        is_more = links.size() == std::size_t{most_sealed_at_once};
    }
    return sealed;
}

// The chain from its beginning, and at a broken link what comes behind it.
std::optional<Fault> AuditTrail::sealed_fault(const base::OrgId& org, ChainReader& reader) const
{
    const AuditStore store{db_};
    store.each_sealed(org, 1, [&](const SealedRecord& row) { reader.read(row); });
    reader.close();
    std::optional<Fault> fault = reader.fault();
    if (fault && reader.is_broken_link()) {
        BreakReader behind{org, reader};
        store.each_sealed(org, fault->sequence, [&](const SealedRecord& row) { behind.read(row); });
        fault = behind.fault();
    }
    if (fault && fault->audit_id.empty()) fault->audit_id = store.id_at(org, fault->sequence);
    return fault;
}

std::optional<Fault> AuditTrail::unsealed_fault(const base::OrgId& org, std::int64_t& unsealed) const
{
    const AuditStore store{db_};
    std::optional<Fault> fault;
    store.each_unsealed(org, [&](const UnsealedRecord& row) {
        ++unsealed;
        if (!fault) fault = fault_in(org, row);
    });
    if (fault) return fault;
    const auto gone = store.waiting_without_record(org);
    if (gone.empty()) return std::nullopt;
    return Fault{FaultKind::deleted, 0, gone.front()};
}

Verification AuditTrail::verify(const base::OrgId& org, const Checkpoints& known) const
{
    std::vector<Checkpoint> mine;
    for (const Checkpoint& checkpoint : known.list)
        if (checkpoint.org == org) mine.push_back(checkpoint);
    Verification result{org};
    result.checkpoints = static_cast<std::int64_t>(mine.size());
    ChainReader reader{org, std::move(mine)};
    result.fault = sealed_fault(org, reader);
    result.sealed = reader.read_rows();
    auto outside = unsealed_fault(org, result.unsealed);
    if (!result.fault) result.fault = std::move(outside);
    if (!result.fault && known.forged_line > 0) result.fault = Fault{FaultKind::checkpoint_forged, known.forged_line};
    return result;
}

// Checkpoints are read first: those that are written meanwhile speak of rows that this reading may not see.
Verification AuditTrail::verify(const base::OrgId& org, const CheckpointFile& file) const
{
    return verify(org, file.read());
}

std::vector<Verification> AuditTrail::verify_all(const CheckpointFile& file) const
{
    const Checkpoints known = file.read();
    std::set<base::OrgId> orgs;
    for (const Organisation& organisation : OrganisationStore{db_}.all()) orgs.insert(organisation.id);
    for (const Checkpoint& checkpoint : known.list) orgs.insert(checkpoint.org);
    std::vector<Verification> results;
    for (const base::OrgId& org : orgs) results.push_back(verify(org, known));
    return results;
}

std::vector<Checkpoint> AuditTrail::checkpoint(const CheckpointFile& file)
{
    seal();
    std::map<base::OrgId, std::int64_t> noted;
    for (const Checkpoint& checkpoint : file.read().list) noted[checkpoint.org] = checkpoint.sequence;
    std::vector<Checkpoint> fresh;
    for (const Organisation& organisation : OrganisationStore{db_}.all()) {
        auto end = AuditStore{db_}.end_of_chain(organisation.id);
        if (!end || end->sequence <= noted[organisation.id]) continue;
        end->at_ms = clock_.milliseconds_since_1970();
        fresh.push_back(*end);
    }
    file.append(fresh);
    return fresh;
}

base::Result<std::vector<Checkpoint>> AuditTrail::checkpoint(const base::Actor& actor, const CheckpointFile& file)
{
    if (!actor.may("audit.checkpoint")) return base::fail(ErrorKind::forbidden, "identity.audit.forbidden");
    {
        sql::Transaction transaction{db_};
        record(db_, actor, clock_, {"identity.audit.checkpoint", "checkpoints.jsonl", ""});
        transaction.commit();
    }
    return checkpoint(file);
}

}  // namespace identity
