// SPDX-License-Identifier: Apache-2.0
#include "premises/establishment_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "chinese/letters.h"
#include "spreadsheet/workbook.h"

namespace premises {

using base::ErrorKind;
using base::fail;

namespace {

constexpr std::array storeys_words{Named<Storeys>{Storeys::multi_storey, "multi_storey", "多层"},
                                   Named<Storeys>{Storeys::high_rise, "high_rise", "高层"}};

struct CountItem {
    std::string_view name;
    std::int64_t Establishment::*count;
};
constexpr std::array count_items{
    CountItem{"就餐人数", &Establishment::diners}, CountItem{"汽车位", &Establishment::car_spaces},
    CountItem{"自行车", &Establishment::bicycles}, CountItem{"电动车和摩托车", &Establishment::motorcycles},
    CountItem{"警卫人数", &Establishment::guards}};

std::optional<std::int64_t> count_of(const std::string& text)
{
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc{} || end != text.data() + text.size() || count < 0 || count > 100'000) return std::nullopt;
    return count;
}

class EstablishmentReader {
public:
    explicit EstablishmentReader(std::string sheet) : sheet_{std::move(sheet)} {}

    base::Result<void> take(const spreadsheet::Row& row)
    {
        const std::string item = cell(row, 0);
        const std::string value = cell(row, 1);
        if (!has_header_) {
            has_header_ = item == "项目" && value == "数量";
            return {};
        }
        if (item.empty() && value.empty()) return {};
        if (!seen_.insert(item).second)
            return fail(ErrorKind::invalid, "premises.standard.row_twice",
                        {{"place", spreadsheet::place(sheet_, row.number, 0)}, {"item", item}});
        if (put(item, value)) return {};
        return fail(ErrorKind::invalid, "premises.standard.row_unreadable",
                    {{"place", spreadsheet::place(sheet_, row.number, 1)}, {"text", value.empty() ? "—" : value}});
    }

    base::Result<Establishment> result() const
    {
        if (!has_header_) return fail(ErrorKind::invalid, "premises.standard.table_missing");
        if (!has_level_) return fail(ErrorKind::invalid, "premises.standard.level_missing");
        return unit_;
    }

private:
    static std::string cell(const spreadsheet::Row& row, std::size_t column)
    {
        return column < row.cells.size() ? chinese::compact(row.cells[column].text) : std::string{};
    }

    bool put(const std::string& item, const std::string& value)
    {
        if (item == "单位") {
            unit_.unit = value;
            return !value.empty();
        }
        if (item == "机关级别") return put_level(value);
        if (item == "建筑") {
            const auto storeys = of_chinese(storeys_words, value);
            unit_.storeys = storeys.value_or(Storeys::multi_storey);
            return storeys.has_value();
        }
        if (item == "人防面积") {
            const auto area = Area::parse(value);
            unit_.air_raid_shelter = area.value_or(Area{});
            return area.has_value();
        }
        const auto count = count_of(value);
        if (!count || item.empty()) return false;
        for (const CountItem& known : count_items)
            if (known.name == item) {
                unit_.*known.count = *count;
                return true;
            }
        unit_.ranks.push_back({item, *count});  // whether there is such a rank, its level knows
        return true;
    }

    bool put_level(const std::string& value)
    {
        const auto level = of_chinese(office_levels, value);
        if (!level) return false;
        unit_.level = *level;
        has_level_ = true;
        return true;
    }

    std::string sheet_;
    bool has_header_ = false;
    bool has_level_ = false;
    std::set<std::string> seen_;
    Establishment unit_;
};

base::Result<Establishment> read_first_sheet(spreadsheet::Workbook& workbook)
{
    EstablishmentReader reader{workbook.sheets().front()};
    base::Result<void> outcome;
    TRY(workbook.each_row(0, [&](const spreadsheet::Row& row) {
        outcome = reader.take(row);
        return outcome ? spreadsheet::Visit::go_on : spreadsheet::Visit::stop;
    }));
    TRY(outcome);
    return reader.result();
}

}  // namespace

base::Result<Establishment> read_establishment(const std::filesystem::path& path)
{
    TRY_ASSIGN(auto workbook, spreadsheet::Workbook::open(path));
    auto unit = read_first_sheet(workbook);
    if (unit) return unit;
    base::Error error = unit.error();
    const auto is_file = [](const auto& argument) { return argument.first == "file"; };
    if (std::none_of(error.args.begin(), error.args.end(), is_file))
        error.args.emplace_back("file", path.filename().string());
    return tl::unexpected<base::Error>{std::move(error)};
}

}  // namespace premises
