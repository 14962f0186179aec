// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "app/commands.h"
#include "app/report_output.h"
#include "base/grouped.h"
#include "cli/json.h"
#include "premises/area_standard_files.h"
#include "premises/documents/approval_document.h"
#include "premises/establishment_file.h"
#include "premises/premises.h"
#include "spreadsheet/write.h"

namespace app {

namespace {

namespace fs = std::filesystem;

base::Result<std::string> rendered_approval(const document::Document& document, const fs::path& file)
{
    const std::string extension = file.extension().string();
    if (extension == ".docx") return document::docx(document);
    if (extension == ".xlsx") return document::xlsx(document);
    if (extension == ".pdf") return document::pdf(document, report_fonts());
    return base::fail(base::ErrorKind::invalid, "premises.standard.format_unknown", {{"file", file.string()}});
}

// Rooms of the unit in the register: only where the register is asked for.
base::Result<void> add_comparison(Desk& desk, const cli::Input& input, premises::ApprovalDocumentInput& of)
{
    if (!input.has("--compare")) return {};
    auto office = desk.open(input);
    if (!office) return tl::unexpected<base::Error>{office.error()};
    std::vector<premises::Room> rooms;
    for (premises::Room& room : premises::Premises{office->db, office->clock}.all_rooms(office->actor.org))
        if (room.unit == of.approved.establishment.unit) rooms.push_back(std::move(room));
    of.comparison = premises::compare(of.approved, rooms);
    return {};
}

std::string square_metres(const base::Ratio& ratio)
{
    return ratio.rounded(2).to_string();
}

void print_approval(const premises::ApprovalDocumentInput& of, cli::Terminal& terminal)
{
    const premises::ApprovedArea& approved = of.approved;
    const std::pair<cli::Text, base::Ratio> lines[] = {{{"办公室 A", "offices A"}, approved.offices},
                                                       {{"服务用房 B", "service rooms B"}, approved.service},
                                                       {{"设备用房", "equipment rooms"}, approved.equipment},
                                                       {{"使用面积合计", "usable in all"}, approved.usable()},
                                                       {{"附属用房 C", "ancillary rooms C"}, approved.ancillary},
                                                       {{"总建筑面积 S", "gross floor area S"}, approved.gross}};
    std::vector<std::vector<std::string>> rows;
    for (const auto& [name, area] : lines) rows.push_back({terminal.say(name), base::grouped(square_metres(area))});
    cli::print_table(
        terminal.out,
        {{terminal.say({"核定面积", "approved area"})}, {terminal.say({"平方米", "m²"}), cli::Side::right}}, rows);
    terminal.note(of.standards.title + "  " + of.standards.document + "  " + of.standards.id);
}

boost::json::object as_json(const premises::ApprovalDocumentInput& of)
{
    const premises::ApprovedArea& approved = of.approved;
    boost::json::object json{{"unit", approved.establishment.unit},
                             {"standard", approved.standard_id},
                             {"document", approved.document},
                             {"posts", approved.posts},
                             {"office_m2", square_metres(approved.offices)},
                             {"service_m2", square_metres(approved.service)},
                             {"equipment_m2", square_metres(approved.equipment)},
                             {"ancillary_m2", square_metres(approved.ancillary)},
                             {"gross_m2", square_metres(approved.gross)}};
    if (!of.comparison) return json;
    json["actual_m2"] = of.comparison->actual.to_string();
    json["is_over"] = of.comparison->is_over;
    boost::json::array uses;
    for (const premises::UseComparison& use : of.comparison->uses)
        uses.push_back(boost::json::object{{"use", premises::named(premises::room_uses, use.use).word},
                                           {"actual_m2", use.actual.to_string()},
                                           {"is_over", use.is_over},
                                           {"over_m2", square_metres(use.over)}});
    json["uses"] = std::move(uses);
    return json;
}

base::Result<premises::ApprovalDocumentInput> calculated(Desk& desk, const cli::Input& input)
{
    TRY_ASSIGN(const base::Date day, base::Date::parse(input.text("--date")));
    premises::ApprovalDocumentInput of;
    TRY_ASSIGN(const premises::Establishment unit, premises::read_establishment(input.text("FILE")));
    TRY_ASSIGN(of.standards, premises::area_standards_on(day));
    TRY_ASSIGN(of.approved, premises::approve(unit, of.standards));
    of.organisation = input.text("--by");
    of.date = printed_date(day);
    TRY(add_comparison(desk, input, of));
    if (!input.has("--output")) return of;
    const fs::path file = input.text("--output");
    TRY(spreadsheet::refuse_existing(file));
    TRY_ASSIGN(const std::string bytes, rendered_approval(premises::approval_document(of), file));
    write_file(fs::absolute(file), bytes);
    return of;
}

cli::Exit run_standard(Desk& desk, const cli::Input& input, cli::Terminal& terminal)
{
    const auto of = calculated(desk, input);
    if (!of) return refuse(terminal, of.error());
    if (terminal.format == cli::Format::json)
        cli::print_json(terminal.out, as_json(*of));
    else
        print_approval(*of, terminal);
    return cli::Exit::done;
}

}  // namespace

void add_standard_command(cli::Program& program, Desk& desk)
{
    program.add(
        {.path = {"premises", "standard"},
         .summary = {"按编制和标准核定办公用房面积，可打印计算书", "approve office space by posts and standard"},
         .examples = {"mingji premises standard 编制.xlsx --date 2024-07-01 --output 核定面积计算书.docx"},
         .arguments = {{"FILE", {"“项目、数量”两列的表", "table with the columns 项目 and 数量"}}},
         .options = {{"--date", {"核定日期，决定用哪一版标准", "day of approval: which standard holds"}, "DATE", true},
                     {"--output", {"写出计算书（.docx .pdf .xlsx）", "write the calculation"}, "FILE"},
                     {"--by", {"核定单位，落款用", "who approves, for the signature"}, "NAME"},
                     {"--compare", {"与台账中本单位的房间对照", "compare with the unit's rooms in the register"}}},
         .run = [&desk](const cli::Input& input, cli::Terminal& terminal) {
             return run_standard(desk, input, terminal);
         }});
}

}  // namespace app
