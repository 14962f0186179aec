// SPDX-License-Identifier: Apache-2.0
#include "surveys/cli/surveys_commands.h"

#include <boost/json.hpp>

#include "cli/json.h"
#include "surveys/surveys.h"

namespace surveys {

namespace {

std::string share_text(const std::optional<base::Decimal>& share)
{
    return share ? share->to_string() : "";
}

boost::json::value number_json(const std::optional<std::int64_t>& number)
{
    return number ? boost::json::value(*number) : boost::json::value{};
}

boost::json::object json_of(const Tally& tally)
{
    const auto interval = tally.interval();
    return {{"n", tally.n()},
            {"satisfied", tally.satisfied},
            {"mostly", tally.mostly},
            {"dissatisfied", tally.dissatisfied},
            {"share", share_text(tally.share())},
            {"low", interval ? interval->low.to_string() : ""},
            {"high", interval ? interval->high.to_string() : ""}};
}

std::string interval_text(const Tally& tally)
{
    const auto interval = tally.interval();
    return interval ? interval->low.to_string() + "–" + interval->high.to_string() : "";
}

cli::Exit list(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    boost::json::array items;
    std::vector<std::vector<std::string>> rows;
    for (const Standing& one : Surveys{office->db, office->clock}.list(office->actor.org, {})) {
        const Survey& survey = one.survey;
        boost::json::object json{{"number", survey.number},
                                 {"title", survey.title},
                                 {"audience", survey.audience},
                                 {"subject", survey.subject},
                                 {"state", base::named(states, survey.state).word},
                                 {"asked", number_json(survey.asked())},
                                 {"left", one.left}};
        for (const auto& pair : json_of(one.main)) json[pair.key()] = pair.value();
        items.push_back(std::move(json));
        rows.push_back({survey.number, survey.title, survey.audience,
                        std::string{base::named(states, survey.state).chinese},
                        survey.asked() ? std::to_string(*survey.asked()) : "", std::to_string(one.n),
                        share_text(one.main.share()), interval_text(one.main)});
    }
    if (terminal.format == cli::Format::json)
        cli::print_json(terminal.out, boost::json::object{{"items", std::move(items)}});
    else
        cli::print_table(terminal.out,
                         {{terminal.say({"编号", "number"})},
                          {terminal.say({"名称", "title"})},
                          {terminal.say({"调查对象", "asked whom"})},
                          {terminal.say({"状态", "state"})},
                          {terminal.say({"发放数", "asked"}), cli::Side::right},
                          {terminal.say({"答卷数", "answers"}), cli::Side::right},
                          {terminal.say({"满意率（%）", "satisfied (%)"}), cli::Side::right},
                          {terminal.say({"95%区间", "95% interval"}), cli::Side::right}},
                         rows);
    return cli::Exit::done;
}

cli::Exit show_results(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    const auto results = Surveys{office->db, office->clock}.results(office->actor.org, input.text("SURVEY"));
    if (!results) return refuse(terminal, results.error());
    boost::json::array ratings_json;
    std::vector<std::vector<std::string>> rows;
    for (const RatingResult& one : results->ratings) {
        boost::json::object json{{"text", one.question.text}, {"is_main", one.question.is_main}};
        for (const auto& pair : json_of(one.tally)) json[pair.key()] = pair.value();
        ratings_json.push_back(std::move(json));
        rows.push_back({one.question.text, std::to_string(one.tally.n()), std::to_string(one.tally.satisfied),
                        std::to_string(one.tally.mostly), std::to_string(one.tally.dissatisfied),
                        share_text(one.tally.share()), interval_text(one.tally)});
    }
    boost::json::array warnings;
    for (const Warning& one : results->warnings) warnings.emplace_back(base::named(warning_kinds, one.kind).word);
    if (terminal.format == cli::Format::json) {
        cli::print_json(terminal.out, boost::json::object{{"n", results->n},
                                                          {"asked", number_json(results->asked)},
                                                          {"ratings", std::move(ratings_json)},
                                                          {"warnings", std::move(warnings)}});
        return cli::Exit::done;
    }
    cli::print_table(terminal.out,
                     {{terminal.say({"题目", "question"})},
                      {terminal.say({"答卷数", "answers"}), cli::Side::right},
                      {terminal.say({"满意", "satisfied"}), cli::Side::right},
                      {terminal.say({"基本满意", "mostly"}), cli::Side::right},
                      {terminal.say({"不满意", "not"}), cli::Side::right},
                      {terminal.say({"满意率（%）", "satisfied (%)"}), cli::Side::right},
                      {terminal.say({"95%区间", "95% interval"}), cli::Side::right}},
                     rows);
    return cli::Exit::done;
}

}  // namespace

void add_commands(cli::Program& program, const cli::OpenOffice& open)
{
    add_import_command(program, open);
    program.add(
        {.path = {"surveys", "list"},
         .summary = {"列出满意度问卷及其答卷数和满意率", "list surveys with their answers and shares"},
         .examples = {"mingji surveys list"},
         .run = [open](const cli::Input& input, cli::Terminal& terminal) { return list(open, input, terminal); }});
    program.add({.path = {"surveys", "results"},
                 .summary = {"一份问卷的结果和95%区间", "what was answered, with the 95% interval"},
                 .examples = {"mingji surveys results WJ2026-001"},
                 .arguments = {{"SURVEY", {"问卷编号", "number of the survey"}}},
                 .run = [open](const cli::Input& input, cli::Terminal& terminal) {
                     return show_results(open, input, terminal);
                 }});
}

}  // namespace surveys
