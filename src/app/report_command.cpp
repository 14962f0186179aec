// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>

#include "app/commands.h"
#include "app/report_output.h"
#include "app/year_report.h"
#include "cli/progress.h"
#include "indicators/rule_sets.h"
#include "reports/reports.h"

namespace app {

namespace {

namespace fs = std::filesystem;

struct Written {
    indicators::Run run;
    std::vector<reports::FindingRow> findings;
    std::vector<fs::path> files;
};

base::Result<Written> write_report(const cli::Office& office, const cli::Input& input, const cli::Terminal& terminal)
{
    TRY_ASSIGN(const base::FiscalYear year, year_of(input));
    const cli::Progress progress{terminal, "cli.progress.report", {{"year", std::to_string(year.year)}}};
    TRY_ASSIGN(indicators::Run run, run_to_report(office, year, input.text("--run")));
    base::Date date = office.clock.today();
    if (input.has("--date")) {
        TRY_ASSIGN(date, base::Date::parse(input.text("--date")));
    }
    TRY_ASSIGN(const indicators::RuleSet rules, indicators::load_rule_set(run.rule_set.id));
    TRY_ASSIGN(const reports::YearReport report, year_report(office, run, printed_date(date), terminal.language));
    TRY_ASSIGN(const reports::Rendered rendered, reports::render(report, report_fonts()));
    TRY_ASSIGN(const std::string scores, score_json(run, rules, terminal.language));

    const fs::path out = input.text_or("--output", "out");
    fs::remove_all(out / "report/facts");  // pages of an earlier run; a folder may hold other files of the unit's
    for (const document::File& file : rendered.html) write_file(out / "report" / file.path, file.bytes);
    write_file(out / "score.json", scores);
    write_file(out / "report.docx", rendered.docx);
    write_file(out / "report.pdf", rendered.pdf);
    write_file(out / "report.xlsx", rendered.xlsx);
    write_file(out / "report.zip", rendered.package);
    return Written{std::move(run),
                   report.findings,
                   {out / "score.json", out / "report.docx", out / "report.pdf", out / "report.xlsx",
                    out / "report/index.html", out / "report.zip"}};
}

// What the budget and the check of the records say, besides the findings of the evaluation.
void print_further_findings(const Written& written, cli::Terminal& terminal)
{
    for (const reports::FindingRow& finding : written.findings)
        if (!finding.rule.starts_with("finding."))
            terminal.out << "  " << finding.severity_text << ' ' << finding.message
                         << (finding.places.empty() ? "" : " [" + finding.places + "]") << '\n';
}

bool has_errors(const Written& written)
{
    return indicators::has_errors(written.run) ||
           std::any_of(written.findings.begin(), written.findings.end(),
                       [](const auto& finding) { return finding.severity == "error"; });
}

cli::Exit run(Desk& desk, const cli::Input& input, cli::Terminal& terminal)
{
    const auto office = desk.open(input);
    if (!office) return refuse(terminal, office.error());
    const auto written = write_report(*office, input, terminal);
    if (!written) return refuse(terminal, written.error());
    const cli::Exit exit = print_scores(*office, written->run, written->run.rule_set.id, terminal);
    if (terminal.format == cli::Format::table) print_further_findings(*written, terminal);
    for (const fs::path& file : written->files) terminal.note(file.string());
    return exit == cli::Exit::done && has_errors(*written) ? cli::Exit::errors_found : exit;
}

}  // namespace

void add_report_command(cli::Program& program, Desk& desk)
{
    program.add(
        {.path = {"report"},
         .summary = {"生成自评报告（docx、pdf、xlsx、html 和复核包）", "write the report in all formats"},
         .examples = {"mingji report --year 2024 --output out"},
         .options = {{"--year", {"年度", "fiscal year"}, "YEAR", true},
                     {"--output", {"输出目录（默认 out）", "output folder (default out)"}, "DIR"},
                     {"--run", {"用哪一次评价（默认最近一次）", "which run (default: the newest)"}, "RUN"},
                     {"--date", {"成文日期（默认今天）", "date on the report (default: today)"}, "DATE"}},
         .run = [&desk](const cli::Input& input, cli::Terminal& terminal) { return run(desk, input, terminal); }});
}

}  // namespace app
