// SPDX-License-Identifier: Apache-2.0
#include "app/year/month_end.h"

#include <algorithm>

#include "base/instant.h"
#include "budget/budget.h"
#include "identity/notes.h"
#include "indicators/signatures.h"
#include "ledgers/ledgers.h"

namespace app {

namespace {

using base::ErrorKind;

void add_budget(const cli::Office& office, const closing::Span& span, std::vector<OpenItem>& items)
{
    const budget::Budgets budgets{office.db, office.clock};
    const auto found = budgets.findings(office.actor.org, {span.year}, span.last_day());
    if (!found) return;  // a year without a budget has nothing open in it
    for (const budget::Finding& finding : *found)
        items.push_back({std::string{to_text(finding.severity)}, {ErrorKind::invalid, finding.rule, finding.args}});
}

void add_evaluation(const cli::Office& office, const closing::Span& span, std::vector<OpenItem>& items)
{
    const indicators::Indicators known{office.db, office.clock, office.data};
    const base::FiscalYear year{span.year};
    if (known.targets(office.actor.org, year).empty()) return;
    std::optional<indicators::RunId> newest;
    for (const indicators::Run& run : known.runs(office.actor.org))
        if (run.year == year) newest = run.id;
    if (!newest) {
        items.push_back({"error", {ErrorKind::invalid, "app.closing.never_evaluated", {{"year", span.to_string()}}}});
        return;
    }
    const auto run = known.find_run(office.actor.org, *newest);
    const indicators::RunStanding standing =
        indicators::Signatures{office.db, office.clock, office.data}.standing(office.actor.org, *newest);
    if (!standing.signature)
        items.push_back({"error", {ErrorKind::invalid, "app.closing.run_unsigned", {{"year", span.to_string()}}}});
    const std::size_t errors = run ? open_errors(*run, standing.waivers).size() : 0;
    if (errors > 0)
        items.push_back({"error", {ErrorKind::invalid, "app.closing.run_errors", {{"count", std::to_string(errors)}}}});
}

// The names that the pages give their drafts, and the code of the words for each.
struct DraftName {
    std::string begin;
    const char* code;
};

// Something typed and never sent is no record: the month would be closed without it. Which month it is for, only the
// person knows.
void add_drafts(const cli::Office& office, const closing::Span& span, std::vector<OpenItem>& items)
{
    const std::string year = std::to_string(span.year);
    std::vector<DraftName> names{{"budget.payment." + year, "app.closing.draft_payment"},
                                 {"budget.document." + year, "app.closing.draft_document"},
                                 {"budget.contract." + year, "app.closing.draft_contract"}};
    if (span.is_year()) {
        names.push_back({"indicators.grid." + year, "app.closing.draft_targets"});
        names.push_back({"indicators.revision", "app.closing.draft_revision"});
        names.push_back({"indicators." + year + ".", "app.closing.draft_indicator"});
        names.push_back({"reports." + year + ".", "app.closing.draft_report"});
    }
    for (const identity::KnownDraft& draft : identity::Notes{office.db, office.clock}.drafts(office.actor.org))
        for (const DraftName& name : names)
            if (draft.name == name.begin || (name.begin.ends_with('.') && draft.name.starts_with(name.begin)))
                items.push_back({"warning",
                                 {ErrorKind::invalid,
                                  name.code,
                                  {{"account", draft.account},
                                   {"saved", base::instant_text(draft.saved_ms).substr(0, 16)},
                                   {"subject", draft.name.substr(name.begin.size())}}}});
}

closing::ContentOf contents_of(const cli::Office& office)
{
    return [&office](const closing::Span& span) -> base::Result<std::vector<closing::Content>> {
        const base::OrgId& org = office.actor.org;
        std::vector<closing::Content> all = budget::Budgets{office.db, office.clock}.contents(org, span);
        const std::vector<closing::Content> more =
            span.is_year() ? indicators::Indicators{office.db, office.clock, office.data}.contents(org, {span.year})
                           : ledgers::Ledgers{office.db, office.clock}.contents(org, span);
        all.insert(all.end(), more.begin(), more.end());
        return all;
    };
}

}  // namespace

std::vector<OpenItem> open_items(const cli::Office& office, const closing::Span& span)
{
    std::vector<OpenItem> items;
    add_budget(office, span, items);
    if (span.is_year()) add_evaluation(office, span, items);
    add_drafts(office, span, items);
    const auto weight = [](const OpenItem& item) {
        return item.severity == "error" ? 0 : item.severity == "warning" ? 1 : 2;
    };
    std::stable_sort(items.begin(), items.end(),
                     [&](const OpenItem& a, const OpenItem& b) { return weight(a) < weight(b); });
    return items;
}

base::Result<Closed> close(const cli::Office& office, const closing::Span& span, bool accepts_open)
{
    closing::Closings closings{office.db, office.clock};
    TRY(closings.would_close(office.actor.org, span));
    Closed closed;
    closed.open = open_items(office, span);
    const auto errors = std::count_if(closed.open.begin(), closed.open.end(),
                                      [](const OpenItem& item) { return item.severity == "error"; });
    if (errors > 0 && !accepts_open)
        return base::fail(ErrorKind::conflict, "closing.period.open_items",
                          {{"period", span.to_string()}, {"count", std::to_string(errors)}});
    TRY_ASSIGN(closed.spans,
               closings.close(office.actor, span, static_cast<std::int64_t>(errors), contents_of(office)));
    return closed;
}

base::Result<std::vector<closing::Unexplained>> verify(const cli::Office& office, base::FiscalYear year)
{
    return closing::Closings{office.db, office.clock}.verify(office.actor.org, year, contents_of(office));
}

}  // namespace app
