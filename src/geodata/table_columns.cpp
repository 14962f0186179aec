// SPDX-License-Identifier: Apache-2.0
#include "geodata/table_columns.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "chinese/letters.h"

namespace geodata {

namespace {

template <std::size_t count>
bool is_one_of(const std::array<std::string_view, count>& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

// X坐标(m), Ｘ, 纵坐标 X（米） without what says nothing.
std::string bare(std::string_view text)
{
    std::string bare = chinese::compact(text);
    for (char& c : bare)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    for (const std::string_view filler : {"坐标", "(M)", "(米)", "(", ")", "/M", "值", "_"})
        for (std::size_t at = bare.find(filler); at != std::string::npos; at = bare.find(filler))
            bare.erase(at, filler.size());
    return bare;
}

constexpr std::array<std::string_view, 15> north_names{
    "X", "纵", "纵X", "X纵", "北", "北X", "X北", "纵轴", "N", "NORTH", "NORTHING", "纬度", "LAT", "LATITUDE", "B"};
constexpr std::array<std::string_view, 16> east_names{"Y", "横",   "横Y",     "Y横",  "东",  "东Y", "Y东",       "横轴",
                                                      "E", "EAST", "EASTING", "经度", "LON", "LNG", "LONGITUDE", "L"};
constexpr std::array<std::string_view, 7> point_names{"点号",     "界址点号", "界址点", "拐点号",
                                                      "拐点编号", "点名",     "POINT"};
constexpr std::array<std::string_view, 20> code_names{
    "宗地代码", "宗地编号", "宗地号", "地块编号",     "地块号",         "图斑编号", "房屋编号",
    "房产编号", "楼栋编号", "幢号",   "不动产单元号", "不动产单元代码", "代码",     "ZDDM",
    "ZDH",      "BDCDYH",   "FWBH",   "DKBH",         "CODE",           "BH"};
constexpr std::array<std::string_view, 9> name_names{"名称", "宗地名称", "地块名称", "房屋名称", "建筑名称",
                                                     "坐落", "NAME",     "MC",       "DKMC"};
constexpr std::array<std::string_view, 5> ring_names{"圈号", "地块圈号", "环号", "圈", "RING"};

}  // namespace

std::optional<TableColumns> header_of(const spreadsheet::Row& row)
{
    TableColumns columns;
    std::optional<std::uint32_t> north;
    std::optional<std::uint32_t> east;
    for (std::uint32_t column = 0; column < row.cells.size(); ++column) {
        const std::string name = bare(row.cells[column].text);
        const auto take = [column](std::optional<std::uint32_t>& place) {
            if (!place) place = column;
        };
        if (is_one_of(north_names, name))
            take(north);
        else if (is_one_of(east_names, name))
            take(east);
        else if (is_one_of(point_names, name))
            take(columns.point);
        else if (is_one_of(code_names, name))
            take(columns.code);
        else if (name == "编号")
            take(columns.number);
        else if (is_one_of(name_names, name))
            take(columns.name);
        else if (is_one_of(ring_names, name))
            take(columns.ring);
    }
    if (!north || !east) return std::nullopt;
    columns.north = *north;
    columns.east = *east;
    return columns;
}

bool is_code_name(std::string_view attribute)
{
    const std::string name = bare(attribute);
    return is_one_of(code_names, name) || name == "编号";
}

bool is_name_name(std::string_view attribute)
{
    return is_one_of(name_names, bare(attribute));
}

}  // namespace geodata
