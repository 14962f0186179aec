// SPDX-License-Identifier: Apache-2.0
#include "app/report_output.h"

#include <unistd.h>

#include <fstream>
#include <sstream>

#include "app/run_form.h"
#include "cli/json.h"
#include "indicators/cli/evaluation_json.h"

namespace app {

namespace fs = std::filesystem;

base::Result<indicators::Run> run_to_report(const cli::Office& office, base::FiscalYear year, const std::string& id)
{
    const indicators::Indicators indicators{office.db, office.clock, office.data};
    if (!id.empty()) {
        TRY_ASSIGN(indicators::Run named, indicators.find_run(office.actor.org, indicators::RunId{id}));
        if (named.year == year) return named;
        return base::fail(base::ErrorKind::not_found, "indicators.run.unknown", {{"id", id}});
    }
    const auto runs = indicators.runs(office.actor.org);
    for (auto run = runs.rbegin(); run != runs.rend(); ++run)
        if (run->year == year) return indicators.find_run(office.actor.org, run->id);
    return base::fail(base::ErrorKind::not_found, "app.report.no_run", {{"year", std::to_string(year.year)}});
}

document::Fonts report_fonts()
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

void write_file(const std::filesystem::path& path, const std::string& bytes)
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

}  // namespace app
