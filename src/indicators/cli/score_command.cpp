// SPDX-License-Identifier: Apache-2.0
#include "indicators/cli/score_command.h"

#include <algorithm>

#include "base/quantity.h"
#include "cli/json.h"
#include "indicators/cli/evaluation_json.h"
#include "indicators/cli/evaluation_table.h"
#include "indicators/cli/form_table.h"
#include "indicators/rule_sets.h"
#include "spreadsheet/workbook.h"

namespace indicators {

namespace {

using ::cli::Exit;

// A form has tens of rows; a sheet with more than this is something else.
constexpr std::size_t most_form_rows = 20'000;

// A text table has one sheet; its places name the file: form.csv!D5.
std::string sheet_name(const std::filesystem::path& path, const spreadsheet::Workbook& workbook, std::size_t index)
{
    const std::string extension = path.extension().string();
    const bool text_table = extension == ".csv" || extension == ".tsv" || extension == ".txt";
    return text_table ? path.filename().string() : workbook.sheets()[index];
}

base::Result<FormSheet> read_sheet(spreadsheet::Workbook& workbook, std::size_t index, std::string name)
{
    FormSheet sheet{std::move(name)};
    TRY(workbook.each_row(index, [&](const spreadsheet::Row& row) {
        sheet.rows.push_back(row);
        return sheet.rows.size() < most_form_rows ? spreadsheet::Visit::go_on : spreadsheet::Visit::stop;
    }));
    return sheet;
}

// The first sheet of the workbook in which `read` finds its table; the refusal of the first sheet where none has one.
template <class Read>
auto read_first(const std::string& path, Read read, std::vector<std::string>& file_notes) -> decltype(read(FormSheet{}))
{
    if (!std::filesystem::exists(path))
        return base::fail(base::ErrorKind::not_found, "indicators.form.no_file", {{"file", path}});
    TRY_ASSIGN(spreadsheet::Workbook workbook, spreadsheet::Workbook::open(path));
    if (file_notes.empty()) file_notes = workbook.notes();
    decltype(read(FormSheet{})) first =
        base::fail(base::ErrorKind::invalid, "indicators.form.empty", {{"sheet", path}});
    for (std::size_t i = 0; i < workbook.sheets().size(); ++i) {
        TRY_ASSIGN(const FormSheet sheet, read_sheet(workbook, i, sheet_name(path, workbook, i)));
        auto result = read(sheet);
        if (result) return result;
        if (i == 0) first = std::move(result);
    }
    return first;
}

base::Result<std::optional<base::Money>> amount(const ::cli::Input& input, const std::string& option,
                                                const std::string& unit)
{
    if (!input.has(option)) return std::optional<base::Money>{};
    const std::string text = input.text(option);
    const auto refuse = [&] {
        return base::fail(base::ErrorKind::not_found, "indicators.score.amount_impossible",
                          {{"option", option}, {"text", text}});
    };
    const auto value = base::Decimal::parse(text);
    const auto yuan_per_unit = base::conversion(unit, "元");
    if (!value || value->is_negative() || !yuan_per_unit || *value > base::Decimal::whole(1'000'000'000'000))
        return refuse();
    const base::Ratio fen = base::Ratio::of(*value) * *yuan_per_unit * base::Ratio::whole(100);
    if (fen.denominator() != 1 || fen.numerator() > 9'000'000'000'000'000'000) return refuse();
    return std::optional{base::Money::from_fen(static_cast<std::int64_t>(fen.numerator()))};
}

base::Result<ExecutionInput> execution_of(const ::cli::Input& input)
{
    const std::string unit = input.text_or("--unit", "万元");
    if (unit != "万元" && unit != "元" && unit != "亿元")
        return base::fail(base::ErrorKind::not_found, "indicators.score.unit_unknown", {{"unit", unit}});
    ExecutionInput execution;
    TRY_ASSIGN(execution.adjusted, amount(input, "--budget", unit));
    TRY_ASSIGN(execution.executed, amount(input, "--executed", unit));
    return execution;
}

struct Scored {
    RuleSet rules;
    Form form;
    ScoredForm result;
    std::vector<std::string> file_notes = {};  // spreadsheet::Workbook::notes(), each once
};

base::Result<Scored> score(const ::cli::Input& input)
{
    TRY_ASSIGN(const ExecutionInput execution, execution_of(input));
    Scored scored;
    TRY_ASSIGN(scored.rules, load_rule_set(input.text_or("--rule-set", "hubei-2020")));
    TRY_ASSIGN(scored.form, read_first(input.text("FILE"), read_form, scored.file_notes));
    Findings about_weights;
    if (input.has("--weights")) {
        TRY_ASSIGN(const WeightsByName weights, read_first(input.text("--weights"), read_weights, scored.file_notes));
        about_weights = fill_weights(scored.form, weights);
    }
    scored.result = score_form(scored.rules, scored.form, execution);
    Findings& findings = scored.result.evaluation.findings;
    findings.insert(findings.end(), about_weights.begin(), about_weights.end());
    return scored;
}

bool has_errors(const Evaluation& evaluation)
{
    return has_errors(evaluation.findings) || std::any_of(evaluation.rows.begin(), evaluation.rows.end(),
                                                          [](const RowScore& row) { return has_errors(row.findings); });
}

Exit run(const ::cli::Input& input, ::cli::Terminal& terminal)
{
    const auto scored = score(input);
    if (!scored) {
        terminal.err << terminal.words(scored.error()) << '\n';
        return ::cli::exit_for(scored.error());
    }
    terminal.notes(scored->file_notes);
    if (terminal.format == ::cli::Format::json) {
        ::cli::print_json(terminal.out, to_json(scored->rules, scored->form, scored->result, terminal.language));
    } else {
        print_evaluation(scored->rules, scored->form, scored->result, terminal);
        print_outcome(scored->rules, scored->result, terminal);
    }
    return has_errors(scored->result.evaluation) ? Exit::errors_found : Exit::done;
}

}  // namespace

::cli::Command score_command()
{
    ::cli::Command command;
    command.path = {"score"};
    command.summary = {"给一张填好的自评表算分，不需要数据库",
                       "Score a filled self-evaluation form without a database"};
    command.examples = {
        "mingji score 自评表.xlsx --rule-set hubei-2020 --budget 3720.27 --executed 3400.68 --unit 万元",
        "mingji score 自评表.csv --weights 权重.csv --format json"};
    command.arguments = {{"FILE", {"自评表（.xlsx .xls .ods .csv）", "The form (.xlsx .xls .ods .csv)"}}};
    command.options = {
        {"--rule-set",
         {"评分规则的编号或规则文件，默认 hubei-2020", "Rule set id or file, hubei-2020 by default"},
         "ID|FILE"},
        {"--budget", {"调整后的全年预算数（含上年结转）", "Adjusted budget of the year, with carry-over"}, "AMOUNT"},
        {"--executed", {"全年执行数", "Amount executed"}, "AMOUNT"},
        {"--unit", {"金额单位：万元（默认）、元或亿元", "Unit of the amounts: 万元 (default), 元 or 亿元"}, "UNIT"},
        {"--weights",
         {"权重表（三级指标、权重两列），用于没有权重列的自评表", "Weights for a form without a weight column"},
         "FILE"},
    };
    command.run = run;
    return command;
}

}  // namespace indicators
