// SPDX-License-Identifier: Apache-2.0
#include "indicators/signatures.h"

#include <algorithm>

#include "identity/identity.h"
#include "indicators/store/run_store.h"
#include "indicators/store/signature_store.h"

namespace indicators {

using base::ErrorKind;
using base::fail;

namespace {

std::string subject_of(const Run& run)
{
    return std::to_string(run.year.year) + " " + run.id.text();
}

base::Result<NumberedFinding> waivable(const Run& run, std::int64_t number)
{
    const base::ErrorArgs args{{"finding", std::to_string(number)}};
    for (NumberedFinding& one : numbered_findings(run)) {
        if (one.number != number) continue;
        if (one.finding.severity != Severity::error)
            return fail(ErrorKind::invalid, "indicators.finding.not_an_error", args);
        return one;
    }
    return fail(ErrorKind::not_found, "indicators.finding.unknown", args);
}

}  // namespace

base::Result<Waiver> Signatures::waive(const base::Actor& actor, const RunId& id, std::int64_t finding,
                                       const std::string& reason)
{
    if (!actor.may("indicators.edit"))
        return fail(ErrorKind::forbidden, "indicators.waiver.forbidden", {{"actor", actor.name}});
    if (without_outer_blanks(reason).empty()) return fail(ErrorKind::invalid, "indicators.waiver.reason_missing");
    sql::Transaction transaction{db_};
    TRY_ASSIGN(const Run run, RunStore{db_}.find(actor.org, id));
    SignatureStore store{db_};
    if (store.signature(actor.org, id)) return fail(ErrorKind::conflict, "indicators.run.signed", {{"id", id.text()}});
    TRY_ASSIGN(const NumberedFinding about, waivable(run, finding));
    const Waiver waiver{finding, reason, actor.name, clock_.milliseconds_since_1970()};
    if (!store.add(actor, id, waiver))
        return fail(ErrorKind::conflict, "indicators.finding.waived_already", {{"finding", std::to_string(finding)}});
    identity::record(db_, actor, clock_,
                     {"indicators.finding.waive", subject_of(run),
                      about.finding.rule + " " + about.code + ": " + waiver.reason, std::nullopt, run.digest});
    transaction.commit();
    return waiver;
}

base::Result<Signature> Signatures::sign(const base::Actor& actor, const RunId& id, const FactSource& source,
                                         const CheckReport& check_report)
{
    if (!actor.may("indicators.sign"))
        return fail(ErrorKind::forbidden, "indicators.sign.forbidden", {{"actor", actor.name}});
    sql::Transaction transaction{db_};
    TRY_ASSIGN(const Run run, RunStore{db_}.find(actor.org, id));
    const RunStanding now = standing(actor.org, id);
    if (now.signature) return fail(ErrorKind::conflict, "indicators.run.signed", {{"id", id.text()}});
    if (now.corrected_by)
        return fail(ErrorKind::conflict, "indicators.run.corrected", {{"by", now.corrected_by->text()}});
    if (const auto open = open_errors(run, now.waivers); !open.empty())
        return fail(ErrorKind::conflict, "indicators.run.open_errors", {{"count", std::to_string(open.size())}});
    TRY_ASSIGN(const Verification found, (Indicators{db_, clock_, data_}.verify(actor.org, id, source)));
    const std::size_t differences =
        found.changes.size() + found.unreadable.size() + found.evidence.size() + found.broken_seals.size();
    if (!found.clean())
        return fail(ErrorKind::conflict, "indicators.run.records_changed", {{"count", std::to_string(differences)}});
    TRY(check_report(run));
    const Signature signature{actor.name, run.digest, clock_.milliseconds_since_1970()};
    SignatureStore store{db_};
    if (!store.add(actor, id, signature))
        return fail(ErrorKind::conflict, "indicators.run.signed", {{"id", id.text()}});
    identity::record(
        db_, actor, clock_,
        {"indicators.run.sign", subject_of(run),
         "total " + (run.total ? run.total->to_string() : "null") + ", waivers " + std::to_string(now.waivers.size()),
         std::nullopt, run.digest});
    transaction.commit();
    return signature;
}

RunStanding Signatures::standing(const base::OrgId& org, const RunId& id) const
{
    const SignatureStore store{db_};
    RunStanding found{store.signature(org, id), store.waivers(org, id), std::nullopt};
    for (const Run& run : RunStore{db_}.all(org))
        if (run.corrects == id) found.corrected_by = run.id;
    return found;
}

std::map<RunId, Signature> Signatures::all(const base::OrgId& org) const
{
    return SignatureStore{db_}.signatures(org);
}

}  // namespace indicators
