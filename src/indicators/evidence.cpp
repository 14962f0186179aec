// SPDX-License-Identifier: Apache-2.0
#include "identity/identity.h"
#include "indicators/indicators.h"
#include "indicators/store/entry_store.h"
#include "indicators/store/evidence_files.h"
#include "indicators/use_case.h"

namespace indicators {

namespace {

// What one unit's evidence may take up on the disk.
constexpr std::int64_t most_unit_bytes = std::int64_t{20} << 30;

}  // namespace

base::Result<Evidence> Indicators::add_evidence(const base::Actor& actor, base::FiscalYear year,
                                                const std::string& code, const std::filesystem::path& file,
                                                const std::string& name)
{
    TRY(may_edit(actor));
    TRY(require_indicator(actor.org, year, code));
    // The file comes first and the row after it: a file that no row names does no harm, a row without its file would.
    TRY_ASSIGN(const base::ContentStore::Kept kept, evidence_files(data_).keep(file, most_evidence_bytes));
    const Evidence evidence{code, name.empty() ? file.filename().string() : name, kept.digest, kept.bytes};
    sql::Transaction transaction{db_};
    closing::Gate gate{db_, clock_, correction_};
    TRY_ASSIGN(const auto correction, gate.admit(actor, closing::Span::of_year(year)));
    db_.lock_until_commit(actor.org.text() + " evidence");
    EntryStore store{db_, clock_, correction};
    if (store.evidence_with(actor.org, kept.digest).empty() &&
        store.evidence_bytes(actor.org) + kept.bytes > most_unit_bytes)
        return base::fail(base::ErrorKind::conflict, "indicators.evidence.quota_exceeded",
                          {{"most", std::to_string(most_unit_bytes >> 30) + " GB"}});
    if (!store.add(actor.org, year, evidence)) return evidence;
    identity::record(db_, actor, clock_,
                     {"indicators.evidence.add", std::to_string(year.year) + " " + code,
                      evidence.file_name + gate.note(), std::nullopt, evidence.digest});
    transaction.commit();
    return evidence;
}

std::vector<Evidence> Indicators::evidence(const base::OrgId& org, base::FiscalYear year) const
{
    return EntryStore{db_, clock_}.evidence(org, year);
}

std::filesystem::path Indicators::evidence_path(const Evidence& evidence) const
{
    return evidence_files(data_).path_of(evidence.digest);
}

base::Result<std::filesystem::path> Indicators::intact_evidence(const Evidence& evidence) const
{
    const base::ContentStore files = evidence_files(data_);
    if (files.state_of(evidence.digest) == base::FileState::intact) return files.path_of(evidence.digest);
    return base::fail(base::ErrorKind::conflict, "indicators.evidence.damaged", {{"file", evidence.file_name}});
}

base::Result<std::vector<EvidenceUse>> Indicators::evidence_uses(const base::OrgId& org,
                                                                 const std::string& digest) const
{
    std::vector<EvidenceUse> uses;
    for (EntryStore::YearEvidence& use : EntryStore{db_, clock_}.evidence_with(org, digest))
        uses.push_back({use.year, std::move(use.evidence)});
    if (uses.empty())
        return base::fail(base::ErrorKind::not_found, "indicators.evidence.unknown", {{"digest", digest}});
    return uses;
}

std::vector<DamagedEvidence> Indicators::damaged_evidence(const base::OrgId& org, base::FiscalYear year) const
{
    const base::ContentStore files = evidence_files(data_);
    std::vector<DamagedEvidence> damaged;
    for (Evidence& one : evidence(org, year)) {
        const base::FileState state = files.state_of(one.digest);
        if (state != base::FileState::intact) damaged.push_back({std::move(one), state == base::FileState::missing});
    }
    return damaged;
}

}  // namespace indicators
