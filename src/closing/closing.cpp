// SPDX-License-Identifier: Apache-2.0
#include "closing/closing.h"

#include "base/id.h"
#include "closing/store/closing_store.h"
#include "identity/identity.h"

namespace closing {

using base::ErrorKind;
using base::fail;

base::Result<std::vector<Span>> Closings::close(const base::Actor& actor, const Span& asked, std::int64_t open_items,
                                                const ContentOf& content)
{
    if (!actor.may("closing.close"))
        return fail(ErrorKind::forbidden, "closing.actor.not_permitted", {{"actor", actor.name}});
    sql::Transaction transaction{db_};
    ClosingStore store{db_, actor.org};
    store.lock_to_close();
    TRY_ASSIGN(std::vector<Span> spans, to_close(store.spans(asked.year), asked, clock_.today()));
    for (const Span& span : spans) {
        ClosedSpan closed{span, clock_.milliseconds_since_1970(), actor.name, span == asked ? open_items : 0};
        TRY_ASSIGN(closed.contents, content(span));
        store.add(closed);
        std::string held;
        for (const Content& one : closed.contents)
            held += (held.empty() ? "" : "; ") + one.kind + (one.subject.empty() ? "" : " " + one.subject) + " " +
                    std::to_string(one.count) + " " + one.amount.to_string() + " " + one.digest;
        identity::record(db_, actor, clock_, {"closing.period.close", span.to_string(), held});
    }
    transaction.commit();
    return spans;
}

base::Result<std::vector<Span>> Closings::would_close(const base::OrgId& org, const Span& asked) const
{
    return to_close(ClosingStore{db_, org}.spans(asked.year), asked, clock_.today());
}

bool Closings::is_closed(const base::OrgId& org, const Span& span) const
{
    return ClosingStore{db_, org}.is_closed(span);
}

std::vector<ClosedSpan> Closings::closed(const base::OrgId& org, base::FiscalYear year) const
{
    return ClosingStore{db_, org}.closed(year.year);
}

std::vector<MadeCorrection> Closings::corrections(const base::OrgId& org, base::FiscalYear year) const
{
    return ClosingStore{db_, org}.corrections(year.year);
}

base::Result<std::vector<Unexplained>> Closings::verify(const base::OrgId& org, base::FiscalYear year,
                                                        const ContentOf& content) const
{
    std::vector<Unexplained> found;
    for (const ClosedSpan& one : closed(org, year)) {
        TRY_ASSIGN(const std::vector<Content> now, content(one.span));
        for (Unexplained& change : unexplained(one.span, one.contents, now)) found.push_back(std::move(change));
    }
    return found;
}

void Gate::hold(const base::Actor& actor)
{
    if (!is_held_) ClosingStore{db_, actor.org}.lock_to_record();
    is_held_ = true;
}

base::Result<std::optional<std::string>> Gate::admit(const base::Actor& actor, const Span& span)
{
    ClosingStore store{db_, actor.org};
    const auto known = admitted_.find(span);
    if (known != admitted_.end()) return known->second ? std::optional{id_} : std::nullopt;
    hold(actor);
    if (!store.is_closed(span)) {
        admitted_[span] = false;
        return std::optional<std::string>{};
    }
    if (!correction_) return fail(ErrorKind::conflict, "closing.period.closed", {{"period", span.to_string()}});
    if (!actor.may("closing.correct"))
        return fail(ErrorKind::forbidden, "closing.correction.forbidden",
                    {{"actor", actor.name}, {"period", span.to_string()}});
    TRY(check_correction(*correction_));
    if (id_.empty()) {
        id_ = base::new_uuid(clock_);
        store.add_correction({id_, *correction_, actor.name, clock_.milliseconds_since_1970()});
    }
    store.add_span(id_, span);
    admitted_[span] = true;
    return std::optional{id_};
}

std::string Gate::note() const
{
    return id_.empty() ? "" : " 更正 " + id_ + "：" + correction_->reason;
}

}  // namespace closing
