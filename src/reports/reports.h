// SPDX-License-Identifier: Apache-2.0
#pragma once

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
base::Result<Rendered> render(const YearReport& report, const document::Fonts& fonts);

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

private:
    sql::Connection& db_;
    const base::Clock& clock_;
};

}  // namespace reports
