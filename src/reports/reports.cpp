// SPDX-License-Identifier: Apache-2.0
#include "reports/reports.h"

#include <algorithm>
#include <sstream>

#include "base/sm3.h"
#include "identity/identity.h"
#include "reports/documents/compose.h"
#include "reports/store/narrative_store.h"

namespace reports {

namespace {

std::vector<std::string> paragraphs_of(const std::string& text)
{
    std::vector<std::string> paragraphs;
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
        const auto first = line.find_first_not_of(" \t\r");
        if (first == std::string::npos) continue;
        paragraphs.push_back(line.substr(first, line.find_last_not_of(" \t\r") - first + 1));
    }
    return paragraphs;
}

}  // namespace

base::Result<Rendered> render(const YearReport& report, const document::Fonts& fonts,
                              const std::function<void(int)>& step)
{
    int done = 0;
    const auto next = [&] {
        if (step) step(done++);
    };
    const document::Document document = compose(report);
    Rendered rendered;
    next();
    TRY_ASSIGN(rendered.docx, document::docx(document));
    next();
    TRY_ASSIGN(rendered.pdf, document::pdf(document, fonts));
    next();
    TRY_ASSIGN(rendered.xlsx, document::xlsx(workbook(report)));
    next();
    rendered.html = document::html(document);
    next();
    std::vector<document::File> packed = rendered.html;
    packed.push_back({"report.docx", rendered.docx});
    packed.push_back({"report.pdf", rendered.pdf});
    packed.push_back({"report.xlsx", rendered.xlsx});
    TRY_ASSIGN(rendered.package, document::review_package(packed));
    return rendered;
}

base::Result<std::int64_t> Narratives::write(const base::Actor& actor, base::FiscalYear year,
                                             const std::string& section, const std::string& text)
{
    if (!actor.may("reports.text")) return base::fail(base::ErrorKind::forbidden, "reports.text.forbidden");
    const auto known = [&](const Section& one) { return one.name == section; };
    if (std::none_of(sections().begin(), sections().end(), known))
        return base::fail(base::ErrorKind::not_found, "reports.section.unknown", {{"section", section}});

    sql::Transaction transaction{db_};
    NarrativeStore store{db_};
    const std::int64_t version = store.newest_version(actor.org, year, section) + 1;
    TRY(store.add(actor, year, section, version, text, clock_.milliseconds_since_1970()));
    identity::record(db_, actor, clock_,
                     {"reports.text.write", std::to_string(year.year) + " " + section,
                      "version " + std::to_string(version), std::nullopt, base::sm3(text)});
    transaction.commit();
    return version;
}

std::map<std::string, std::vector<std::string>> Narratives::read(const base::OrgId& org, base::FiscalYear year) const
{
    std::map<std::string, std::vector<std::string>> narrative;
    for (const auto& [section, newest] : NarrativeStore{db_}.newest_versions(org, year)) {
        std::vector<std::string> paragraphs = paragraphs_of(newest.paragraphs);
        if (!paragraphs.empty()) narrative.emplace(section, std::move(paragraphs));
    }
    return narrative;
}

base::Result<SectionText> Narratives::find(const base::OrgId& org, base::FiscalYear year,
                                           const std::string& section) const
{
    for (SectionText& one : all(org, year))
        if (one.section == section) return std::move(one);
    return base::fail(base::ErrorKind::not_found, "reports.section.unknown", {{"section", section}});
}

std::vector<SectionText> Narratives::all(const base::OrgId& org, base::FiscalYear year) const
{
    const auto written = NarrativeStore{db_}.newest_versions(org, year);
    std::vector<SectionText> texts;
    for (const Section& section : sections()) {
        SectionText text{std::string{section.name}, std::string{section.title}};
        const auto found = written.find(text.section);
        if (found != written.end()) {
            text.text = found->second.paragraphs;
            text.version = found->second.version;
            text.account = found->second.actor;
            text.at_ms = found->second.at_ms;
        }
        texts.push_back(std::move(text));
    }
    return texts;
}

}  // namespace reports
