// SPDX-License-Identifier: Apache-2.0
#include "app/own_report.h"

#include "app/report_output.h"
#include "app/year_report.h"
#include "base/sm3.h"
#include "check/read_document.h"
#include "reports/documents/compose.h"

namespace app {

namespace {

constexpr std::size_t most_named = 3;

}  // namespace

base::Result<OwnReport> own_report(const cli::Office& office, const indicators::Run& run)
{
    TRY_ASSIGN(reports::YearReport report,
               year_report(office, run, printed_date(run.as_of), cli::Language::chinese, RecordLists::figures_alone));
    report.signed_by.clear();
    const document::Document document = reports::compose(report);
    const std::string text = check::text_of(document);
    OwnReport own{{document.title, base::sm3(text), static_cast<std::int64_t>(text.size()), run.id.text()},
                  check::check_text(check::read_document(document))};
    return own;
}

base::Result<void> check_before_signing(const cli::Office& office, const indicators::Run& run, cli::Language language)
{
    TRY_ASSIGN(const OwnReport own, own_report(office, run));
    const check::CheckedReports kept{office.db, office.clock};
    const check::Findings open =
        check::open_errors(own.checked.findings, kept.waivers(office.actor.org, own.file.digest));
    if (open.empty()) return {};
    std::string named;
    for (std::size_t i = 0; i < std::min(open.size(), most_named); ++i)
        named += (named.empty() ? "" : " ") + open[i].rule + " " + cli::sentence(language, open[i].code, open[i].args);
    return base::fail(base::ErrorKind::conflict, "app.report.open_errors",
                      {{"count", std::to_string(open.size())}, {"findings", named}});
}

}  // namespace app
