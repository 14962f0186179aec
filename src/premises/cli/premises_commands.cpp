// SPDX-License-Identifier: Apache-2.0
#include "premises/cli/premises_commands.h"

#include <boost/json.hpp>

#include "base/grouped.h"
#include "cli/json.h"
#include "premises/exports.h"
#include "premises/premises.h"
#include "premises/record_json.h"

namespace premises {

namespace {

base::Result<EstateKind> kind_of(const std::string& word)
{
    if (word == "buildings" || word == "building") return EstateKind::building;
    if (word == "parcels" || word == "parcel") return EstateKind::parcel;
    return base::fail(base::ErrorKind::not_found, "premises.cli.unknown_kind", {{"text", word}});
}

std::string area_text(const Estate& estate, AreaSource source)
{
    const auto area = estate.area(source);
    return area ? base::grouped(area->to_string()) : std::string{};
}

void print_estates(const std::vector<Estate>& estates, cli::Terminal& terminal)
{
    std::vector<std::vector<std::string>> rows;
    for (const Estate& estate : estates)
        rows.push_back({estate.code, estate.name, estate.unit,
                        std::string{named(title_statuses, estate.title.status).chinese},
                        area_text(estate, AreaSource::certificate), area_text(estate, AreaSource::survey),
                        std::to_string(estate.missing_papers().size())});
    cli::print_table(terminal.out,
                     {{terminal.say({"编码", "code"})},
                      {terminal.say({"名称", "name"})},
                      {terminal.say({"使用单位", "unit"})},
                      {terminal.say({"权属", "title"})},
                      {terminal.say({"证载面积 m²", "certificate m²"}), cli::Side::right},
                      {terminal.say({"测绘面积 m²", "survey m²"}), cli::Side::right},
                      {terminal.say({"缺少材料", "missing papers"}), cli::Side::right}},
                     rows);
}

cli::Exit list_campaigns(const cli::Office& office, cli::Terminal& terminal)
{
    const std::vector<CampaignFile> files = Premises{office.db, office.clock}.campaigns(office.actor.org);
    if (terminal.format == cli::Format::json) {
        boost::json::array items;
        for (const CampaignFile& file : files) items.push_back(row_json(file));
        cli::print_json(terminal.out, boost::json::object{{"items", std::move(items)}});
        return cli::Exit::done;
    }
    std::vector<std::vector<std::string>> rows;
    for (const CampaignFile& file : files) {
        const Share& all = file.progress.all;
        rows.push_back({file.campaign.code, file.campaign.name,
                        std::to_string(all.units_done) + "/" + std::to_string(all.units_total)});
    }
    cli::print_table(terminal.out,
                     {{terminal.say({"编码", "code"})},
                      {terminal.say({"登记活动", "campaign"})},
                      {terminal.say({"完成/单位", "done/units"}), cli::Side::right}},
                     rows);
    return cli::Exit::done;
}

cli::Exit list(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    const std::string word = input.text_or("KIND", "buildings");
    const bool is_campaigns = word == "campaigns";
    const auto kind = is_campaigns ? base::Result<EstateKind>{EstateKind::building} : kind_of(word);
    if (!kind) return refuse(terminal, kind.error());
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    if (is_campaigns) return list_campaigns(*office, terminal);
    const Premises premises{office->db, office->clock};
    const base::OrgId& org = office->actor.org;
    const std::vector<Estate> estates = premises.estates(org, *kind, {input.text("--unit"), {}, input.text("--find")});
    if (terminal.format != cli::Format::json) {
        print_estates(estates, terminal);
        return cli::Exit::done;
    }
    const auto outlined = premises.outlined(org, *kind);
    boost::json::array items;
    for (const Estate& estate : estates) items.push_back(row_json(estate, outlined.contains(estate.code)));
    cli::print_json(terminal.out, boost::json::object{{"items", std::move(items)}});
    return cli::Exit::done;
}

void print_file(const EstateFile& file, cli::Terminal& terminal)
{
    const Estate& estate = file.estate;
    const auto& columns =
        definition_of(estate.kind == EstateKind::parcel ? RegisterSheet::parcels : RegisterSheet::buildings).columns;
    const std::vector<std::string> cells = cells_of(estate);
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (!cells[i].empty()) terminal.out << columns[i].title << "：" << cells[i] << '\n';
    for (const StatedArea& stated : estate.areas)
        terminal.out << named(area_sources, stated.source).chinese << "：" << base::grouped(stated.area.to_string())
                     << " m²" << (stated.document.empty() ? "" : "  " + stated.document) << '\n';
    if (file.comparison)
        for (const AreaLimit& limit : file.comparison->limits)
            terminal.out << terminal.words(limit.is_within ? "premises.cli.within" : "premises.cli.beyond",
                                           {{"grade", std::to_string(limit.grade)},
                                            {"difference", file.comparison->difference.to_string()},
                                            {"limit", limit.limit.to_string()}})
                         << '\n';
    for (const Room& room : file.rooms)
        terminal.out << "  " << room.floor << "  " << room.number << "  " << named(room_uses, room.use).chinese << "  "
                     << room.usable.to_string() << " m²  " << room.unit << '\n';
}

cli::Exit show(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    const auto kind = kind_of(input.text("KIND"));
    if (!kind) return refuse(terminal, kind.error());
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    const auto file = Premises{office->db, office->clock}.file(office->actor.org, *kind, input.text("CODE"));
    if (!file) return refuse(terminal, file.error());
    if (terminal.format == cli::Format::json)
        cli::print_json(terminal.out, json_of(*file));
    else
        print_file(*file, terminal);
    return cli::Exit::done;
}

std::string percent_text(const std::optional<base::Decimal>& rate)
{
    return rate ? rate->to_string() + "%" : std::string{};
}

std::vector<std::string> share_row(const std::string& name, const Share& share)
{
    return {name,
            std::to_string(share.units_done) + "/" + std::to_string(share.units_total),
            percent_text(share.units_rate()),
            base::grouped(share.area_done.to_string()),
            base::grouped(share.area_total.to_string()),
            percent_text(share.area_rate())};
}

cli::Exit progress(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    const auto file = Premises{office->db, office->clock}.campaign(office->actor.org, input.text("CAMPAIGN"));
    if (!file) return refuse(terminal, file.error());
    if (terminal.format == cli::Format::json) {
        cli::print_json(terminal.out, json_of(*file));
        return cli::Exit::done;
    }
    std::vector<std::vector<std::string>> rows;
    for (const auto& [category, share] : file->progress.by_category)
        rows.push_back(share_row(std::string{named(categories, category).chinese}, share));
    rows.push_back(share_row(terminal.say({"合计", "all"}), file->progress.all));
    cli::print_table(terminal.out,
                     {{terminal.say({"单位类别", "category"})},
                      {terminal.say({"完成/单位", "done/units"}), cli::Side::right},
                      {terminal.say({"按家数", "by count"}), cli::Side::right},
                      {terminal.say({"完成面积 m²", "done m²"}), cli::Side::right},
                      {terminal.say({"总面积 m²", "all m²"}), cli::Side::right},
                      {terminal.say({"按面积", "by area"}), cli::Side::right}},
                     rows);
    return cli::Exit::done;
}

cli::Exit export_all(const cli::OpenOffice& open, const cli::Input& input, cli::Terminal& terminal)
{
    auto office = open(input);
    if (!office) return refuse(terminal, office.error());
    const std::filesystem::path file = input.text("FILE");
    if (const auto is_new = spreadsheet::refuse_existing(file); !is_new) return refuse(terminal, is_new.error());
    const auto written = export_register({office->db, office->clock}, office->actor.org, {}, file);
    return written ? cli::Exit::done : refuse(terminal, written.error());
}

}  // namespace

void add_commands(cli::Program& program, const cli::OpenOffice& open)
{
    using Run = cli::Exit (*)(const cli::OpenOffice&, const cli::Input&, cli::Terminal&);
    const auto running = [&open](Run run) {
        return [run, open](const cli::Input& input, cli::Terminal& terminal) { return run(open, input, terminal); };
    };
    add_import_command(program, open);
    program.add(
        {.path = {"premises", "list"},
         .summary = {"列出房屋、土地或登记活动", "list buildings, parcels of land or campaigns"},
         .examples = {"mingji premises list", "mingji premises list parcels --format json"},
         .arguments = {{"KIND",
                        {"buildings（默认）、parcels 或 campaigns", "buildings (default), parcels or campaigns"},
                        false}},
         .options = {{"--unit", {"只列这个使用单位的", "used by this unit"}, "NAME"},
                     {"--find", {"编码、名称或坐落中的文字", "text in code, name or address"}, "TEXT"}},
         .run = running(list)});
    program.add({.path = {"premises", "show"},
                 .summary = {"查看一处房屋或一宗土地", "show a building or a parcel"},
                 .examples = {"mingji premises show building FW-001"},
                 .arguments = {{"KIND", {"building 或 parcel", "building or parcel"}}, {"CODE", {"编码", "its code"}}},
                 .run = running(show)});
    program.add({.path = {"premises", "progress"},
                 .summary = {"权属统一登记的进度（按家数和按面积）", "progress of unified registration"},
                 .examples = {"mingji premises progress TY2024"},
                 .arguments = {{"CAMPAIGN", {"活动编码", "code of the campaign"}}},
                 .run = running(progress)});
    program.add({.path = {"premises", "export"},
                 .summary = {"把办公用房台账写成可以再导入的工作簿", "write the register as a workbook"},
                 .examples = {"mingji premises export 办公用房.xlsx"},
                 .arguments = {{"FILE", {"要写的工作簿", "workbook to write"}}},
                 .run = running(export_all)});
}

}  // namespace premises
