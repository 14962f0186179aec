// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>

#include "cli/json.h"
#include "holdings/cli/holdings_commands.h"
#include "holdings/holdings.h"
#include "holdings/reconciliation_sheet.h"
#include "holdings/record_json.h"

namespace holdings {

namespace {

void print_sheet(const spreadsheet::TableSheet& sheet, cli::Terminal& terminal)
{
    std::vector<cli::TableColumn> columns;
    for (const spreadsheet::Column& column : sheet.columns)
        columns.push_back(
            {column.title, column.kind == spreadsheet::ColumnKind::number ? cli::Side::right : cli::Side::left});
    std::vector<std::vector<std::string>> rows;
    for (const std::vector<spreadsheet::Cell>& cells : sheet.rows) {
        rows.emplace_back();
        for (const spreadsheet::Cell& cell : cells) rows.back().push_back(cell.text);
    }
    cli::print_table(terminal.out, columns, rows);
}

cli::Exit run_reconcile(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    const std::string word = input.text("KIND");
    const auto kind = base::of_word(reconciliation_kinds, word);
    if (!kind)
        return refuse(terminal, {base::ErrorKind::not_found, "holdings.reconciliation.unknown_kind", {{"kind", word}}});
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    const auto found = Holdings{office->db, office->clock}.reconcile(office->actor.org, *kind);
    if (!found) return refuse(terminal, found.error());
    const spreadsheet::TableSheet sheet = sheet_of(*found, *kind, input.has("--differing"));
    if (input.has("--output")) {
        const std::filesystem::path file = input.text("--output");
        if (const auto is_new = spreadsheet::refuse_existing(file); !is_new) return refuse(terminal, is_new.error());
        const auto written = spreadsheet::write_workbook(file, {sheet});
        return written ? cli::Exit::done : refuse(terminal, written.error());
    }
    if (terminal.format == cli::Format::json)
        cli::print_json(terminal.out, json_of(*found));
    else
        print_sheet(sheet, terminal);
    return cli::Exit::done;
}

}  // namespace

void add_reconcile_command(cli::Program& program, const cli::OpenOffice& open)
{
    program.add(
        {.path = {"holdings", "reconcile"},
         .summary = {"三账核对：总台账与分台账、最近一次盘点或权证", "the register against ledgers, stock or titles"},
         .examples = {"mingji holdings reconcile ledger --differing",
                      "mingji holdings reconcile title --output 账证.xlsx"},
         .arguments = {{"KIND", {"ledger（账账）、stock（账实）或 title（账证）", "ledger, stock or title"}}},
         .options = {{"--differing", {"只列不相符的（json 总是全部）", "only what differs (json has all)"}},
                     {"--output", {"写成工作簿", "write a workbook"}, "FILE"}},
         .run = [open](const cli::Input& input, cli::Terminal& terminal) {
             return run_reconcile(open, input, terminal);
         }});
}

}  // namespace holdings
