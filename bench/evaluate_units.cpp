// SPDX-License-Identifier: Apache-2.0
// Evaluates 1,000 units × 60 indicators from frozen facts in the database to stored, digested runs, five times, on
// SQLite, and on PostgreSQL where TEST_POSTGRES names a server. Target: 0.5 s. Arguments: units, indicators.
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include <fmt/format.h>

#include "identity/identity.h"
#include "indicators/batch.h"
#include "indicators/indicators.h"
#include "indicators/store/fact_store.h"
#include "indicators/store/rule_set_file.h"
#include "indicators/store/target_store.h"

namespace {

using namespace indicators;

constexpr base::FiscalYear year{2024};

struct Size {
    int units = 1'000;
    int indicators = 60;
};

// Every unit has the same indicators with its own targets, as one form filled in by many; some are not reached.
IndicatorSetting setting(int unit, int number, const Size& size)
{
    const bool output = number < size.indicators / 2;
    const std::string code = fmt::format("C{:02}", number + 1);
    IndicatorSetting made{code, "1", output ? "产出指标" : "效益指标", "数量指标", "示例指标" + code, "", "", "", ""};
    switch (number % 5) {
        case 0: made.target = fmt::format("≥{}%", 80 + unit % 15); break;
        case 1: made.target = fmt::format("{}次", 100 + unit); break;
        case 2: made.target = "≤24小时"; break;
        case 3: made.target = fmt::format("{}.{}万m²", 3 + unit % 10, unit % 10); break;
        default: made.target = "0起"; break;
    }
    made.weight = hundredths_text(8'000 / size.indicators);
    return made;
}

Fact fact(int unit, int number)
{
    Fact made;
    made.code = fmt::format("C{:02}", number + 1);
    made.name = "示例指标" + made.code;
    made.formula = "记录数；来源：台账:示例台账；期间：2024";
    made.source = "台账:示例台账";
    made.period = "2024";
    switch (number % 5) {
        case 0: made.value = base::Ratio::reduced(9'000 + unit * 7 % 900, 97), made.unit = "%"; break;
        case 1: made.value = base::Ratio::whole(100 + unit - (number % 3 == 0 ? 5 : 0)), made.unit = "次"; break;
        case 2: made.value = base::Ratio::reduced(1'300 + unit % 200, 60), made.unit = "小时"; break;
        case 3: made.value = base::Ratio::whole((3 + unit % 10) * 10'000 + 9'000 + unit), made.unit = "m²"; break;
        default: made.value = base::Ratio::whole(0), made.unit = "起"; break;
    }
    return made;
}

Fact money(std::string_view code, std::int64_t yuan)
{
    Fact made;
    made.kind = FactKind::execution;
    made.code = std::string{code};
    made.name = made.code;
    made.value = base::Ratio::whole(yuan);
    made.unit = "元";
    return made;
}

void prepare(sql::Connection& db, const base::Clock& clock, base::Actor actor, const Size& size)
{
    for (int unit = 0; unit < size.units; ++unit) {
        identity::Organisations organisations{db, clock};
        actor.org = organisations.create(actor, {{}, fmt::format("示例单位{}", unit), "420112", "示例区"})->id;
        Targets targets;
        targets.goals = {{"1", "示例目标", {}}};
        std::vector<Fact> facts{money(adjusted_budget_fact, 1'000'000 + unit), money(executed_budget_fact, 900'000)};
        for (int number = 0; number < size.indicators; ++number) {
            targets.indicators.push_back(setting(unit, number, size));
            facts.push_back(fact(unit, number));
        }
        sql::Transaction transaction{db};
        TargetStore{db}.replace(actor.org, year, targets);
        FactStore{db, clock}.add(actor.org, year, year.last_day(), std::move(facts));
        transaction.commit();
    }
}

void measure(const std::string& name, sql::Connection& db, const Size& size)
{
    const base::SystemClock clock;
    const base::Actor actor{base::OrgId{}, "bench", "bench", {}, true};
    if (!sql::migrate(db, {identity::migrations(), closing::migrations(), migrations()})) std::exit(1);
    prepare(db, clock, actor, size);
    const RuleSet rules = load_rule_set("hubei-2020").value();
    std::vector<double> seconds;
    std::size_t runs = 0;
    base::Decimal sum;
    for (int round = 0; round < 5; ++round) {
        const auto begin = std::chrono::steady_clock::now();
        const auto stored = evaluate_frozen(db, clock, actor, year, rules, "bench");
        seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
        runs = stored->size();
        for (const auto& [org, run] : *stored) sum = sum + run.total.value();
    }
    std::sort(seconds.begin(), seconds.end());
    struct rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    fmt::print(
        "{}: {} units x {} indicators, median {:.3f} s, best {:.3f} s, {:.0f} indicators/s, peak {} MiB, sum {}\n",
        name, runs, size.indicators, seconds[2], seconds[0], size.units * size.indicators / seconds[2],
        usage.ru_maxrss / 1024, sum.to_string());
}

}  // namespace

int main(int argc, char** argv)
{
    Size size;
    if (argc > 1) size.units = std::atoi(argv[1]);
    if (argc > 2) size.indicators = std::atoi(argv[2]);
    const std::string name = "bench_" + std::to_string(::getpid());
    const std::filesystem::path file = std::filesystem::temp_directory_path() / (name + ".sqlite");
    measure("SQLite", *sql::Connection::open(file.string()), size);
    for (const char* const suffix : {"", "-wal", "-shm", ".lock"}) std::filesystem::remove(file.string() + suffix);

    const char* const server = std::getenv("TEST_POSTGRES");
    if (!server) return 0;
    const auto admin = sql::Connection::open(server);
    admin->script("CREATE SCHEMA " + name);
    measure("PostgreSQL", *sql::Connection::open(std::string{server} + " options='-csearch_path=" + name + "'"), size);
    admin->script("DROP SCHEMA " + name + " CASCADE");
    return 0;
}
