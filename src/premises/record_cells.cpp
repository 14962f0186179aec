// SPDX-License-Identifier: Apache-2.0
// Records as the cells of their sheet, and back.
#include <charconv>

#include "premises/core/unit_number.h"
#include "premises/register_tables.h"

namespace premises {

namespace {

constexpr std::string_view between_names = "、";

std::string text_of(const std::optional<base::Date>& day)
{
    return day ? day->to_string() : std::string{};
}

std::string text_of(const std::optional<std::int64_t>& number)
{
    return number ? std::to_string(*number) : std::string{};
}

// As a cell has it: no zeros at the end.
std::string text_of(Area area)
{
    return area.m2().without_trailing_zeros().to_string();
}

std::string papers_that_are(PaperState state, const Estate& estate)
{
    std::string text;
    for (const Paper& paper : estate.papers)
        if (paper.state == state)
            text += (text.empty() ? std::string{} : std::string{between_names}) +
                    std::string{named(paper_kinds, paper.kind).chinese};
    return text;
}

std::vector<std::string> names_in(std::string_view text)
{
    std::vector<std::string> names;
    while (!text.empty()) {
        const auto end = text.find(between_names);
        if (end != 0) names.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + between_names.size());
    }
    return names;
}

// Takes one cell after the other.
class CellReader {
public:
    CellReader(const std::vector<std::string>& cells, std::vector<CellFault>& faults) : cells_{cells}, faults_{faults}
    {
    }

    std::string text() { return next_ < cells_.size() ? cells_[next_++] : (++next_, std::string{}); }
    std::optional<base::Date> day()
    {
        const std::string written = text();
        if (written.empty()) return std::nullopt;
        return parsed(base::Date::parse(written));
    }
    std::optional<Area> area()
    {
        const std::string written = text();
        if (written.empty()) return std::nullopt;
        return parsed(Area::parse(written));
    }
    std::optional<std::int64_t> number(std::int64_t least, std::int64_t most)
    {
        const std::string written = text();
        if (written.empty()) return std::nullopt;
        std::int64_t value = 0;
        const char* const end = written.data() + written.size();
        const bool is_number = std::from_chars(written.data(), end, value) == std::from_chars_result{end, {}};
        if (is_number && value >= least && value <= most) return value;
        refuse({base::ErrorKind::invalid,
                "premises.import.number_out_of_range",
                {{"text", written}, {"least", std::to_string(least)}, {"most", std::to_string(most)}}});
        return std::nullopt;
    }
    std::string unit_number() { return parsed(parse_unit_number(text())).value_or(""); }
    // A choice was checked when the sheet was read; a cell that could not be read is empty.
    template <class Names>
    auto word(const Names& names)
    {
        return of_chinese(names, text()).value_or(names.front().value);
    }
    void papers(PaperState state, std::vector<Paper>& into)
    {
        for (const std::string& name : names_in(text())) {
            const auto kind = of_chinese(paper_kinds, name);
            if (kind)
                into.push_back({*kind, state});
            else
                refuse({base::ErrorKind::invalid,
                        "premises.import.unknown_paper",
                        {{"text", name}, {"papers", all_papers()}}});
        }
    }
    void refuse(base::Error error) { faults_.push_back({next_ - 1, std::move(error)}); }

private:
    static std::string all_papers()
    {
        std::string text;
        for (const auto& kind : paper_kinds)
            text += (text.empty() ? std::string{} : std::string{between_names}) + std::string{kind.chinese};
        return text;
    }
    template <class T>
    std::optional<T> parsed(base::Result<T> result)
    {
        if (result) return *std::move(result);
        refuse(std::move(result).error());
        return std::nullopt;
    }

    const std::vector<std::string>& cells_;
    std::vector<CellFault>& faults_;
    std::size_t next_ = 0;
};

}  // namespace

std::vector<std::string> cells_of(const Estate& estate)
{
    std::vector<std::string> cells{estate.code, estate.name, estate.unit, estate.address};
    if (estate.kind == EstateKind::parcel)
        cells.insert(cells.end(), {estate.land_use, estate.acquired_by});
    else
        cells.insert(cells.end(), {estate.parcel, estate.structure, text_of(estate.completed_on),
                                   text_of(estate.floors_above), text_of(estate.floors_below)});
    const Title& title = estate.title;
    cells.insert(cells.end(), {std::string{named(title_statuses, title.status).chinese}, title.reason, title.holder,
                               title.certificate, title.unit_number, text_of(title.registered_on),
                               papers_that_are(PaperState::held, estate), papers_that_are(PaperState::missing, estate),
                               estate.note});
    return cells;
}

std::vector<std::string> cells_of(const AreaRow& row)
{
    return {std::string{named(estate_kinds, row.kind).chinese},
            row.code,
            std::string{named(area_sources, row.stated.source).chinese},
            text_of(row.stated.area),
            text_of(row.stated.measured_on),
            row.stated.document};
}

std::vector<std::string> cells_of(const RoomRow& row)
{
    const Room& room = row.room;
    return {room.building,
            room.number,
            std::to_string(room.floor),
            room.name,
            std::string{named(room_uses, room.use).chinese},
            text_of(room.usable),
            room.unit,
            text_of(row.since),
            room.note};
}

std::vector<std::string> cells_of(const MemberRow& row)
{
    const Member& member = row.member;
    std::string buildings;
    for (const std::string& building : member.buildings)
        buildings += (buildings.empty() ? std::string{} : std::string{between_names}) + building;
    const TakenStep* const last = member.taken.empty() ? nullptr : &member.taken.back();
    return {row.campaign,
            row.campaign_name,
            member.code,
            member.unit,
            std::string{named(categories, member.category).chinese},
            member.stated_area ? text_of(*member.stated_area) : "",
            buildings,
            std::string{named(steps, member.step()).chinese},
            last ? last->taken_on.to_string() : "",
            last ? last->document : "",
            member.note};
}

Estate estate_of(EstateKind kind, const std::vector<std::string>& cells, std::vector<CellFault>& faults)
{
    constexpr std::int64_t highest_floor = 200;
    constexpr std::int64_t lowest_floor = 20;
    CellReader reader{cells, faults};
    Estate estate;
    estate.kind = kind;
    estate.code = reader.text();
    estate.name = reader.text();
    estate.unit = reader.text();
    estate.address = reader.text();
    if (kind == EstateKind::parcel) {
        estate.land_use = reader.text();
        estate.acquired_by = reader.text();
    } else {
        estate.parcel = reader.text();
        estate.structure = reader.text();
        estate.completed_on = reader.day();
        estate.floors_above = reader.number(0, highest_floor);
        estate.floors_below = reader.number(0, lowest_floor);
    }
    estate.title.status = reader.word(title_statuses);
    estate.title.reason = reader.text();
    estate.title.holder = reader.text();
    estate.title.certificate = reader.text();
    estate.title.unit_number = reader.unit_number();
    estate.title.registered_on = reader.day();
    reader.papers(PaperState::held, estate.papers);
    reader.papers(PaperState::missing, estate.papers);
    estate.note = reader.text();
    in_order(estate);
    return estate;
}

AreaRow area_row_of(const std::vector<std::string>& cells, std::vector<CellFault>& faults)
{
    CellReader reader{cells, faults};
    AreaRow row;
    row.kind = reader.word(estate_kinds);
    row.code = reader.text();
    row.stated.source = reader.word(area_sources);
    row.stated.area = reader.area().value_or(Area{});
    row.stated.measured_on = reader.day();
    row.stated.document = reader.text();
    return row;
}

RoomRow room_row_of(const std::vector<std::string>& cells, std::vector<CellFault>& faults)
{
    constexpr std::int64_t highest_floor = 200;
    constexpr std::int64_t lowest_floor = -20;
    CellReader reader{cells, faults};
    RoomRow row;
    Room& room = row.room;
    room.building = reader.text();
    room.number = reader.text();
    room.floor = reader.number(lowest_floor, highest_floor).value_or(1);
    room.name = reader.text();
    room.use = reader.word(room_uses);
    room.usable = reader.area().value_or(Area{});
    room.unit = reader.text();
    row.since = reader.day();
    room.note = reader.text();
    return row;
}

MemberRow member_row_of(const std::vector<std::string>& cells, std::vector<CellFault>& faults)
{
    CellReader reader{cells, faults};
    MemberRow row;
    row.campaign = reader.text();
    row.campaign_name = reader.text();
    row.member.code = reader.text();
    row.member.unit = reader.text();
    row.member.category = reader.word(categories);
    row.member.stated_area = reader.area();
    row.member.buildings = names_in(reader.text());
    const Step step = reader.word(steps);
    const auto taken_on = reader.day();
    if (step != Step::not_started && !taken_on)
        reader.refuse({base::ErrorKind::invalid, "premises.import.step_without_date"});
    TakenStep taken{step, taken_on.value_or(base::Date{})};
    taken.document = reader.text();
    if (taken_on) row.member.taken.push_back(std::move(taken));
    row.member.note = reader.text();
    return row;
}

}  // namespace premises
