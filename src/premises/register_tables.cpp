// SPDX-License-Identifier: Apache-2.0
#include "premises/register_tables.h"

#include "ledgers/table_import.h"
#include "ledgers/templates.h"

namespace premises {

namespace {

using ledgers::Column;
using ledgers::ColumnType;
using ledgers::Definition;

enum class Role { identity, required, optional };

Column column(std::string title, ColumnType type, Role role)
{
    Column made{std::move(title), type};
    made.is_identity = role == Role::identity;
    made.is_required = role != Role::optional;
    return made;
}

Column text(std::string title, Role role = Role::optional)
{
    return column(std::move(title), ColumnType::text, role);
}

Column day(std::string title)
{
    return column(std::move(title), ColumnType::date, Role::optional);
}

Column square_metres(std::string title, Role role)
{
    Column made = column(std::move(title), ColumnType::decimal, role);
    made.unit = "平方米";
    return made;
}

template <class Names>
Column choice(std::string title, const Names& names, Role role)
{
    Column made = column(std::move(title), ColumnType::choice, role);
    made.choices = chinese_words_of(names);
    return made;
}

std::vector<Column> title_columns(std::string status)
{
    return {choice(std::move(status), title_statuses, Role::required),
            text("未登记或备案原因"),
            text("权利人"),
            text("证书编号"),
            text("不动产单元号"),
            day("登记日期"),
            text("已有材料"),
            text("缺少材料"),
            text("备注")};
}

Definition parcel_sheet()
{
    Definition sheet{"土地",
                     {text("土地编码", Role::identity), text("土地名称", Role::required), text("使用单位"),
                      text("坐落"), text("土地用途"), text("权利性质")}};
    for (Column& one : title_columns("土地权属")) sheet.columns.push_back(std::move(one));
    return sheet;
}

Definition building_sheet()
{
    Definition sheet{
        "房屋",
        {text("房屋编码", Role::identity), text("房屋名称", Role::required), text("使用单位"), text("坐落"),
         text("所在土地"), text("结构"), day("竣工日期"), column("地上层数", ColumnType::integer, Role::optional),
         column("地下层数", ColumnType::integer, Role::optional)}};
    for (Column& one : title_columns("房屋权属")) sheet.columns.push_back(std::move(one));
    return sheet;
}

Definition area_sheet()
{
    return {"面积",
            {choice("不动产类别", estate_kinds, Role::identity), text("不动产编码", Role::identity),
             choice("面积来源", area_sources, Role::identity), square_metres("面积", Role::required), day("测量日期"),
             text("依据文件")}};
}

Definition room_sheet()
{
    return {"房间",
            {text("所属房屋", Role::identity), text("房间号", Role::identity),
             column("楼层", ColumnType::integer, Role::required), text("房间名称"),
             choice("房间用途", room_uses, Role::required), square_metres("房间使用面积", Role::required),
             text("使用单位"), day("使用起始日期"), text("备注")}};
}

Definition registration_sheet()
{
    return {"权属登记",
            {text("活动编码", Role::identity), text("活动名称"), text("单位编号", Role::identity),
             text("单位名称", Role::required), choice("单位类别", categories, Role::required),
             square_metres("建筑面积", Role::optional), text("涉及房屋"), choice("登记步骤", steps, Role::required),
             day("步骤日期"), text("依据文件"), text("备注")}};
}

std::vector<Definition> all_sheets()
{
    std::vector<Definition> sheets;
    for (Definition& sheet :
         std::vector<Definition>{parcel_sheet(), building_sheet(), area_sheet(), room_sheet(), registration_sheet()}) {
        sheets.push_back(ledgers::declared_table(std::move(sheet)));
    }
    return sheets;
}

// Marked as an example, and passed over by an import.
std::vector<std::string> example_of(RegisterSheet sheet)
{
    switch (sheet) {
        case RegisterSheet::parcels:
            return {"TD-001",       "示例：一号宗地", "示例单位", "示例路 1 号",
                    "机关团体用地", "划拨",           "未登记",   "缺少土地来源材料"};
        case RegisterSheet::buildings:
            return {"FW-001",
                    "示例：一号办公楼",
                    "示例单位",
                    "示例路 1 号",
                    "TD-001",
                    "框架",
                    "2001-06-30",
                    "6",
                    "1",
                    "已登记",
                    "",
                    "示例机关事务服务中心",
                    "示例（2020）不动产权第0000001号",
                    "",
                    "2020-05-20",
                    "测绘报告、权属证书",
                    "",
                    ""};
        case RegisterSheet::areas:
            return {"房屋", "FW-001", "证载", "5210.35", "2020-05-20", "示例（2020）不动产权第0000001号"};
        case RegisterSheet::rooms:
            return {"FW-001", "301", "3", "示例：综合科", "办公室", "21.6", "示例单位", "2023-03-01", ""};
        case RegisterSheet::registration: break;
    }
    return {"TY2024", "示例：权属统一登记", "DW-01", "示例单位", "党政机关", "5210.35", "FW-001",
            "已登记", "2024-06-30",         "",      ""};
}

}  // namespace

const ledgers::Definition& definition_of(RegisterSheet sheet)
{
    static const std::vector<Definition> sheets = all_sheets();
    return sheets.at(static_cast<std::size_t>(sheet));
}

std::vector<spreadsheet::TableSheet> premises_template()
{
    std::vector<spreadsheet::TableSheet> sheets;
    for (const auto& known : register_sheets) {
        const Definition& definition = definition_of(known.value);
        sheets.push_back(ledgers::template_of(definition, example_of(known.value)));
    }
    return sheets;
}

}  // namespace premises
