// SPDX-License-Identifier: Apache-2.0
// The sheets are declared like registers, so that they are read and checked in the same way.
#include "allocations/workbook_tables.h"

#include "allocations/import.h"
#include "ledgers/templates.h"

namespace allocations {

namespace {

using ledgers::Column;
using ledgers::ColumnType;

Column column_of(std::string title, ColumnType type, bool is_required = false, std::string unit = {})
{
    Column made{std::move(title), type, std::move(unit)};
    made.is_required = is_required;
    return made;
}

ledgers::Definition declared_units()
{
    ledgers::Definition sheet{
        "单位编制",
        {column_of("使用单位", ColumnType::text, true), column_of("机关级别", ColumnType::choice, true),
         column_of("生效日期", ColumnType::date, true), column_of("职级", ColumnType::text, true),
         column_of("编制数", ColumnType::integer, true), column_of("执行标准", ColumnType::decimal, false, "平方米"),
         column_of("就餐人数", ColumnType::integer), column_of("汽车位", ColumnType::integer),
         column_of("自行车", ColumnType::integer), column_of("电动车和摩托车", ColumnType::integer),
         column_of("警卫人数", ColumnType::integer), column_of("人防面积", ColumnType::decimal, false, "平方米"),
         column_of("建筑", ColumnType::choice)}};
    sheet.columns[UnitColumn::name].is_identity = sheet.columns[UnitColumn::rank].is_identity = true;
    sheet.columns[UnitColumn::level].choices = premises::chinese_words_of(premises::office_levels);
    sheet.columns[UnitColumn::building].choices = {"多层", "高层"};
    return ledgers::declared_table(std::move(sheet));
}

ledgers::Definition declared_persons()
{
    ledgers::Definition sheet{
        "人员用房",
        {column_of("人员编号", ColumnType::text, true), column_of("职级", ColumnType::text, true),
         column_of("使用单位", ColumnType::text, true), column_of("任职", ColumnType::choice),
         column_of("所属房屋", ColumnType::text, true), column_of("房间号", ColumnType::text, true),
         column_of("开始使用日期", ColumnType::date, true), column_of("审批文号", ColumnType::text)}};
    for (const std::size_t column : {PersonColumn::person, PersonColumn::building, PersonColumn::room})
        sheet.columns[column].is_identity = true;
    sheet.columns[PersonColumn::post].choices = premises::chinese_words_of(post_kinds);
    return ledgers::declared_table(std::move(sheet));
}

}  // namespace

const ledgers::Definition& definition_of(Table table)
{
    static const ledgers::Definition units = declared_units();
    static const ledgers::Definition persons = declared_persons();
    return table == Table::units ? units : persons;
}

std::vector<const ledgers::Definition*> all_definitions()
{
    return {&definition_of(Table::units), &definition_of(Table::persons)};
}

std::vector<spreadsheet::TableSheet> allocations_template()
{
    return {ledgers::template_of(definition_of(Table::units), {"示例单位", "县级机关", "2024-01-01", "科级以下", "20",
                                                               "9", "20", "2", "", "", "", "", "多层"}),
            ledgers::template_of(definition_of(Table::persons),
                                 {"R-001", "科级以下", "示例单位", "主要任职", "FW-001", "301", "2024-01-02"})};
}

std::vector<std::string> cells_of(const RoomUse& use)
{
    return {use.person,
            use.rank,
            use.unit,
            std::string{premises::named(post_kinds, use.post).chinese},
            use.building,
            use.room,
            use.started_on.to_string(),
            use.approval};
}

RoomUse use_of_row(const ledgers::TableRows& rows, std::size_t at)
{
    const std::vector<std::string> cells = rows.cells(at);
    RoomUse use{0, cells[PersonColumn::person], cells[PersonColumn::rank], cells[PersonColumn::unit]};
    use.approval = cells[PersonColumn::approval];
    use.post = premises::of_chinese(post_kinds, cells[PersonColumn::post])
                   .value_or(use.approval.empty() ? PostKind::main : PostKind::concurrent);
    use.building = cells[PersonColumn::building];
    use.room = cells[PersonColumn::room];
    use.started_on = base::Date::parse(cells[PersonColumn::started_on]).value();  // a date, or the row is not sound
    return use;
}

std::size_t person_column_of(const std::string& code)
{
    if (code == "premises.standard.rank_unknown") return PersonColumn::rank;
    if (code == "allocations.unit.unknown") return PersonColumn::unit;
    if (code == "allocations.use.approval_without_post") return PersonColumn::post;
    if (code == "premises.building.unknown") return PersonColumn::building;
    if (code == "allocations.use.second_not_smaller" || code.starts_with("allocations.room."))
        return PersonColumn::room;
    if (code == "allocations.use.in_future") return PersonColumn::started_on;
    if (code == "allocations.use.approval_missing") return PersonColumn::approval;
    return PersonColumn::person;
}

}  // namespace allocations
