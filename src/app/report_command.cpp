// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/commands.h"
#include "app/run_form.h"
#include "app/year_report.h"
#include "cli/json.h"
#include "indicators/cli/evaluation_json.h"
#include "indicators/rule_sets.h"
#include "reports/reports.h"

namespace app {

namespace {

namespace fs = std::filesystem;

// The run that is reported: the one asked for, or the newest of the year.
base::Result<indicators::Run> run_of(const cli::Office& office, base::FiscalYear year, const cli::Input& input)
{
    const indicators::Indicators indicators{office.db, office.clock, office.data};
    if (input.has("--run")) return indicators.find_run(office.actor.org, indicators::RunId{input.text("--run")});
    const auto runs = indicators.runs(office.actor.org);
    for (auto run = runs.rbegin(); run != runs.rend(); ++run)
        if (run->year == year) return indicators.find_run(office.actor.org, run->id);
    return base::fail(base::ErrorKind::not_found, "app.report.no_run", {{"year", std::to_string(year.year)}});
}

// The fonts beside the program (share/fonts of the release, build/share/fonts of a checkout), or MINGJI_FONTS.
document::Fonts fonts()
{
    document::Fonts found;
    if (const char* const named = std::getenv("MINGJI_FONTS")) {
        found.folder = named;
        return found;
    }
    const fs::path program = fs::read_symlink("/proc/self/exe").parent_path();
    for (const fs::path& folder :
         {program / "share/fonts", program / "../share/fonts", fs::path{"/usr/share/mingji/fonts"}})
        if (fs::exists(folder)) found.folder = fs::weakly_canonical(folder);
    return found;
}

// Whole or not at all: a reader never sees half a file under its name.
void write_file(const fs::path& path, const std::string& bytes)
{
    fs::create_directories(path.parent_path());
    fs::path part = path;
    part += ".part";
    std::ofstream file{part, std::ios::binary | std::ios::trunc};
    file.exceptions(std::ios::failbit | std::ios::badbit);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    fs::rename(part, path);
}

std::string printed_date(base::Date date)
{
    return std::to_string(date.year()) + "年" + std::to_string(date.month()) + "月" + std::to_string(date.day()) + "日";
}

base::Result<std::string> score_json(const indicators::Run& run, const indicators::RuleSet& rules,
                                     cli::Language language)
{
    const RunAsForm shown = as_form(run);
    std::ostringstream text;
    cli::print_json(text, indicators::to_json(rules, shown.form, shown.scored, language));
    return text.str();
}

struct Written {
    indicators::Run run;
    std::vector<reports::FindingRow> findings;
    std::vector<fs::path> files;
};

base::Result<Written> write_report(const cli::Office& office, const cli::Input& input, cli::Language language)
{
    TRY_ASSIGN(const base::FiscalYear year, year_of(input));
    TRY_ASSIGN(indicators::Run run, run_of(office, year, input));
    base::Date date = office.clock.today();
    if (input.has("--date")) {
        TRY_ASSIGN(date, base::Date::parse(input.text("--date")));
    }
    TRY_ASSIGN(const indicators::RuleSet rules, indicators::load_rule_set(run.rule_set.id));
    TRY_ASSIGN(const reports::YearReport report, year_report(office, run, printed_date(date), language));
    TRY_ASSIGN(const reports::Rendered rendered, reports::render(report, fonts()));
    TRY_ASSIGN(const std::string scores, score_json(run, rules, language));

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
            terminal.out << "  " << finding.severity << ' ' << finding.message
                         << (finding.places.empty() ? "" : " [" + finding.places + "]") << '\n';
}

cli::Exit run(Desk& desk, const cli::Input& input, cli::Terminal& terminal)
{
    const auto office = desk.open(input);
    if (!office) return refuse(terminal, office.error());
    const auto written = write_report(*office, input, terminal.language);
    if (!written) return refuse(terminal, written.error());
    const cli::Exit exit = print_scores(*office, written->run, written->run.rule_set.id, terminal);
    if (terminal.format == cli::Format::table) print_further_findings(*written, terminal);
    for (const fs::path& file : written->files) terminal.note(file.string());
    return exit;
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
