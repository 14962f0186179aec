// SPDX-License-Identifier: Apache-2.0
// 单位编制: rows become units and units rows.
#include <map>

#include "allocations/workbook_tables.h"

namespace allocations {

namespace {

using premises::Area;

constexpr const char* high_rise = "高层";
constexpr const char* multi_storey = "多层";

std::string count_cell_of(std::int64_t count)
{
    return count == 0 ? std::string{} : std::to_string(count);
}

// Reads the cells of one row; what is wrong goes to the findings.
class UnitRowReader {
public:
    UnitRowReader(const ledgers::TableRows& rows, std::size_t at, ledgers::Findings& findings)
        : rows_{rows}, at_{at}, cells_{rows.cells(at)}, findings_{findings}
    {
    }

    const std::string& text(std::size_t column) const { return cells_[column]; }
    std::int64_t count(std::size_t column)
    {
        if (cells_[column].empty()) return 0;
        const auto number = base::Decimal::parse(cells_[column]);
        if (number && number->scale() == 0 && number->digits() >= 0) return number->digits();
        problem(column, {base::ErrorKind::invalid, "premises.standard.count_negative", {{"what", cells_[column]}}});
        return 0;
    }
    Area area(std::size_t column)
    {
        if (cells_[column].empty()) return {};
        const auto read = Area::parse(cells_[column]);
        if (read) return *read;
        problem(column, read.error());
        return {};
    }
    void problem(std::size_t column, base::Error error) { findings_.add(rows_.problem(at_, column, std::move(error))); }

private:
    const ledgers::TableRows& rows_;
    std::size_t at_;
    std::vector<std::string> cells_;
    ledgers::Findings& findings_;
};

Unit unit_of_row(UnitRowReader& row)
{
    Unit unit;
    premises::Establishment& of = unit.establishment;
    of.unit = row.text(UnitColumn::name);
    of.level = premises::of_chinese(premises::office_levels, row.text(UnitColumn::level))
                   .value_or(premises::OfficeLevel::county);
    if (const auto day = base::Date::parse(row.text(UnitColumn::valid_from)))
        unit.valid_from = *day;
    else
        row.problem(UnitColumn::valid_from, day.error());
    const std::string& rank = row.text(UnitColumn::rank);
    of.ranks.push_back({rank, row.count(UnitColumn::posts)});
    if (!row.text(UnitColumn::stated).empty()) unit.stated.emplace(rank, row.area(UnitColumn::stated));
    of.diners = row.count(UnitColumn::diners);
    of.car_spaces = row.count(UnitColumn::cars);
    of.bicycles = row.count(UnitColumn::bicycles);
    of.motorcycles = row.count(UnitColumn::motorcycles);
    of.guards = row.count(UnitColumn::guards);
    of.air_raid_shelter = row.area(UnitColumn::shelter);
    if (row.text(UnitColumn::building) == high_rise) of.storeys = premises::Storeys::high_rise;
    return unit;
}

// What the first row leaves empty a later one may say; what two say is the same.
template <class T>
bool taken_over(T& known, const T& said)
{
    if (said == T{} || said == known) return true;
    if (known != T{}) return false;
    known = said;
    return true;
}

bool is_joined(Unit& unit, const Unit& row)
{
    premises::Establishment& of = unit.establishment;
    const premises::Establishment& more = row.establishment;
    of.ranks.push_back(more.ranks.front());
    unit.stated.insert(row.stated.begin(), row.stated.end());
    return of.level == more.level && unit.valid_from == row.valid_from && taken_over(of.diners, more.diners) &&
           taken_over(of.car_spaces, more.car_spaces) && taken_over(of.bicycles, more.bicycles) &&
           taken_over(of.motorcycles, more.motorcycles) && taken_over(of.guards, more.guards) &&
           taken_over(of.air_raid_shelter, more.air_raid_shelter) && taken_over(of.storeys, more.storeys);
}

}  // namespace

std::vector<std::string> cells_of(const Unit& unit, const premises::RankPosts& rank)
{
    const premises::Establishment& of = unit.establishment;
    const auto stated = unit.stated.find(rank.rank);
    const bool has_shelter = of.air_raid_shelter != Area{};
    return {of.unit,
            std::string{premises::named(premises::office_levels, of.level).chinese},
            unit.valid_from.to_string(),
            rank.rank,
            std::to_string(rank.posts),
            stated == unit.stated.end() ? "" : stated->second.to_string(),
            count_cell_of(of.diners),
            count_cell_of(of.car_spaces),
            count_cell_of(of.bicycles),
            count_cell_of(of.motorcycles),
            count_cell_of(of.guards),
            has_shelter ? of.air_raid_shelter.to_string() : "",
            of.storeys == premises::Storeys::high_rise ? high_rise : multi_storey};
}

std::vector<ReadUnit> units_of(const ledgers::TableRows& rows, ledgers::Findings& findings)
{
    std::vector<ReadUnit> units;
    std::map<std::string, std::size_t> known;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        UnitRowReader row{rows, at, findings};
        Unit unit = unit_of_row(row);
        const auto [place, is_new] = known.try_emplace(unit.name(), units.size());
        if (is_new)
            units.push_back({std::move(unit), {}});
        else if (!is_joined(units[place->second].unit, unit))
            row.problem(UnitColumn::name,
                        {base::ErrorKind::invalid, "allocations.import.differs", {{"unit", unit.name()}}});
        units[place->second].rows.push_back(at);
    }
    return units;
}

std::size_t unit_column_of(const std::string& code)
{
    if (code == "premises.standard.superseded" || code == "premises.standard.above_limit") return UnitColumn::stated;
    if (code == "premises.standard.rank_unknown") return UnitColumn::rank;
    if (code == "premises.standard.count_negative") return UnitColumn::posts;
    if (code == "allocations.unit.in_future" || code == "allocations.unit.before_last") return UnitColumn::valid_from;
    return UnitColumn::name;
}

}  // namespace allocations
