// SPDX-License-Identifier: Apache-2.0
#include "ledgers/cli/definition_output.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "cli/json.h"

namespace ledgers {

namespace {

std::string joined(const std::vector<std::string>& choices)
{
    std::string text;
    for (const std::string& choice : choices) text += (text.empty() ? "" : "、") + choice;
    return text;
}

void print_as_json(const Definition& definition, cli::Terminal& terminal)
{
    boost::json::array columns;
    for (const Column& column : definition.columns)
        columns.push_back(
            boost::json::object{{"title", column.title},
                                {"type", word_of(column.type)},
                                {"unit", column.unit},
                                {"required", column.is_required},
                                {"identity", column.is_identity},
                                {"period", column.is_period},
                                {"choices", boost::json::array(column.choices.begin(), column.choices.end())}});
    cli::print_json(terminal.out, boost::json::object{{"ledger", definition.name}, {"columns", std::move(columns)}});
}

}  // namespace

void print(const Definition& definition, cli::Terminal& terminal)
{
    if (terminal.format == cli::Format::json) return print_as_json(definition, terminal);
    const auto yes = [&](bool is_so) { return is_so ? terminal.say({"是", "yes"}) : std::string{}; };
    std::vector<std::vector<std::string>> rows;
    for (const Column& column : definition.columns) {
        const std::string type = terminal.say({chinese_of(column.type), word_of(column.type)});
        rows.push_back({column.title, type, column.unit, yes(column.is_required), yes(column.is_identity),
                        yes(column.is_period), joined(column.choices)});
    }
    cli::print_table(terminal.out,
                     {{terminal.say({"列名", "column"})},
                      {terminal.say({"类型", "type"})},
                      {terminal.say({"计量单位", "unit"})},
                      {terminal.say({"必填", "required"})},
                      {terminal.say({"标识列", "identity"})},
                      {terminal.say({"期间列", "period"})},
                      {terminal.say({"选项", "choices"})}},
                     rows);
}

}  // namespace ledgers
