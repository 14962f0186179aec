// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "base/actor.h"
#include "base/clock.h"
#include "base/period.h"
#include "base/result.h"
#include "document/document.h"
#include "reports/core/year_report.h"
#include "sql/connection.h"
#include "sql/migration.h"

namespace reports {

std::span<const sql::Migration> migrations();

// One report in its four renderings, and the package for a reviewer.
struct Rendered {
    std::string docx, pdf, xlsx, package;
    std::vector<document::File> html;
};

// Composes and renders: the same report and fonts give the same bytes. Refuses what the renderers of document/ refuse.
// `step` hears how many of the five parts are done, and may throw to end it.
inline constexpr int render_steps = 5;
base::Result<Rendered> render(const YearReport& report, const document::Fonts& fonts,
                              const std::function<void(int)>& step = {});

// What somebody wrote into a section, as they wrote it; version 0: nobody did.
struct SectionText {
    std::string section;
    std::string title;
    std::string text = {};
    std::int64_t version = 0;
    std::string account = {};
    std::int64_t at_ms = 0;
};

// What people write into the sections of a year's report. It survives every re-generation.
class Narratives {
public:
    Narratives(sql::Connection& db, const base::Clock& clock) : db_{db}, clock_{clock} {}

    // Paragraphs are separated by line ends; an empty text takes the section's text back. Figures are written as
    // {code or title of a fact}. Refuses reports.section.unknown, reports.text.forbidden,
    // reports.text.changed_meanwhile.
    base::Result<std::int64_t> write(const base::Actor& actor, base::FiscalYear year, const std::string& section,
                                     const std::string& text);
    std::map<std::string, std::vector<std::string>> read(const base::OrgId& org, base::FiscalYear year) const;
    // In the order of the report. find() refuses reports.section.unknown.
    std::vector<SectionText> all(const base::OrgId& org, base::FiscalYear year) const;
    base::Result<SectionText> find(const base::OrgId& org, base::FiscalYear year, const std::string& section) const;

private:
    sql::Connection& db_;
    const base::Clock& clock_;
};

}  // namespace reports
