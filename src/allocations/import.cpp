// SPDX-License-Identifier: Apache-2.0
#include "allocations/import.h"

#include "ledgers/templates.h"

namespace allocations {

namespace {

using ledgers::Column;
using ledgers::ColumnType;
using premises::Area;

// In the order of the sheet.
enum Place : std::size_t {
    unit_name,
    level,
    valid_from,
    rank,
    posts,
    stated,
    diners,
    cars,
    bicycles,
    motorcycles,
    guards,
    shelter,
    building_kind,
    columns
};

constexpr const char* high_rise = "高层";

Column column(std::string title, ColumnType type, bool is_required = false, std::string unit = {})
{
    Column made{std::move(title), type, std::move(unit)};
    made.is_required = is_required;
    return made;
}

ledgers::Definition declared()
{
    ledgers::Definition sheet{
        "单位编制",
        {column("使用单位", ColumnType::text, true), column("机关级别", ColumnType::choice, true),
         column("生效日期", ColumnType::date, true), column("职级", ColumnType::text, true),
         column("编制数", ColumnType::integer, true), column("执行标准", ColumnType::decimal, false, "平方米"),
         column("就餐人数", ColumnType::integer), column("汽车位", ColumnType::integer),
         column("自行车", ColumnType::integer), column("电动车和摩托车", ColumnType::integer),
         column("警卫人数", ColumnType::integer), column("人防面积", ColumnType::decimal, false, "平方米"),
         column("建筑", ColumnType::choice)}};
    sheet.columns[unit_name].is_identity = sheet.columns[rank].is_identity = true;
    sheet.columns[level].choices = premises::chinese_words_of(premises::office_levels);
    sheet.columns[building_kind].choices = {"多层", high_rise};
    return ledgers::declared_table(std::move(sheet));
}

const ledgers::Definition& unit_sheet()
{
    static const ledgers::Definition sheet = declared();
    return sheet;
}

// Reads the cells of one row; what is wrong goes to the outcome.
class RowReader {
public:
    RowReader(std::vector<std::string> cells, std::string place, ImportOutcome& outcome)
        : cells_{std::move(cells)}, place_{std::move(place)}, outcome_{outcome}
    {
        cells_.resize(columns);
    }

    const std::string& text(Place at) const { return cells_[at]; }
    std::int64_t count(Place at)
    {
        if (cells_[at].empty()) return 0;
        const auto number = base::Decimal::parse(cells_[at]);
        if (number && number->scale() == 0 && number->digits() >= 0) return number->digits();
        problem(at, {base::ErrorKind::invalid, "premises.standard.count_negative", {{"what", cells_[at]}}});
        return 0;
    }
    Area area(Place at)
    {
        if (cells_[at].empty()) return {};
        const auto read = Area::parse(cells_[at]);
        if (read) return *read;
        problem(at, read.error());
        return {};
    }
    void problem(Place at, base::Error error)
    {
        ++outcome_.problem_count;
        outcome_.problems.push_back({place_, unit_sheet().columns[at].title, std::move(error), {}});
    }

private:
    std::vector<std::string> cells_;
    std::string place_;
    ImportOutcome& outcome_;
};

Unit unit_of_row(RowReader& row)
{
    Unit unit;
    premises::Establishment& of = unit.establishment;
    of.unit = row.text(unit_name);
    of.level = premises::of_chinese(premises::office_levels, row.text(level)).value_or(premises::OfficeLevel::county);
    if (const auto day = base::Date::parse(row.text(valid_from)))
        unit.valid_from = *day;
    else
        row.problem(valid_from, day.error());
    of.ranks.push_back({row.text(rank), row.count(posts)});
    if (!row.text(stated).empty()) unit.stated.emplace(row.text(rank), row.area(stated));
    of.diners = row.count(diners);
    of.car_spaces = row.count(cars);
    of.bicycles = row.count(bicycles);
    of.motorcycles = row.count(motorcycles);
    of.guards = row.count(guards);
    of.air_raid_shelter = row.area(shelter);
    if (row.text(building_kind) == high_rise) of.storeys = premises::Storeys::high_rise;
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

std::vector<spreadsheet::TableSheet> allocations_template()
{
    return {ledgers::template_of(unit_sheet(), {"示例单位", "县级机关", "2024-01-01", "科级以下", "20", "9", "20", "2",
                                                "", "", "", "", "多层"})};
}

base::Result<std::vector<ReadUnit>> read_units(const std::filesystem::path& file, ImportOutcome& outcome)
{
    TRY_ASSIGN(const ledgers::Reading reading, ledgers::read_register({file}, unit_sheet(), {}));
    outcome.rows = static_cast<std::int64_t>(reading.records.size());
    outcome.examples = reading.examples;
    for (const ledgers::Problem& problem : reading.problems)
        outcome.problems.push_back({problem.place, problem.column, problem.error, {}});
    outcome.problem_count = reading.problem_count;
    std::vector<ReadUnit> units;
    std::map<std::string, std::size_t> at;
    for (const ledgers::NewRecord& record : reading.records) {
        const std::string place = reading.place_of(record);
        RowReader row{ledgers::split_cells(record.cells), place, outcome};
        Unit unit = unit_of_row(row);
        const auto [known, is_new] = at.try_emplace(unit.name(), units.size());
        if (is_new)
            units.push_back({std::move(unit), place});
        else if (!is_joined(units[known->second].unit, unit))
            row.problem(unit_name, {base::ErrorKind::invalid, "allocations.import.differs", {{"unit", unit.name()}}});
    }
    return units;
}

}  // namespace allocations
