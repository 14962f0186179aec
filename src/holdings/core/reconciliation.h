// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/named.h"

namespace holdings {

// 账账: the register against the units' own ledgers; 账实: against the last closed stocktake; 账证: against titles.
enum class ReconciliationKind { ledger, stock, title };
inline constexpr std::array reconciliation_kinds{
    base::Named<ReconciliationKind>{ReconciliationKind::ledger, "ledger", "账账"},
    base::Named<ReconciliationKind>{ReconciliationKind::stock, "stock", "账实"},
    base::Named<ReconciliationKind>{ReconciliationKind::title, "title", "账证"}};

// What one side says of a room or a building.
struct Side {
    std::string building = {};
    std::string number = {};  // of a room
    std::string unit = {};
    std::optional<std::int64_t> area_dm2 = {};  // none where the side says no area
};

enum class Difference { same, unit, area, unit_and_area, only_ours, only_theirs, untitled, holder };
inline constexpr std::array differences{
    base::Named<Difference>{Difference::same, "same", "相符"},
    base::Named<Difference>{Difference::unit, "unit", "使用单位不符"},
    base::Named<Difference>{Difference::area, "area", "面积不符"},
    base::Named<Difference>{Difference::unit_and_area, "unit_and_area", "使用单位和面积不符"},
    base::Named<Difference>{Difference::only_ours, "only_ours", "只有总台账有"},
    base::Named<Difference>{Difference::only_theirs, "only_theirs", "总台账没有"},
    base::Named<Difference>{Difference::untitled, "untitled", "没有权属登记"},
    base::Named<Difference>{Difference::holder, "holder", "权利人或证书编号缺失"}};

struct ReconciliationLine {
    std::string building = {};
    std::string number = {};
    std::string ours = {};
    std::string theirs = {};
    std::optional<std::int64_t> ours_dm2 = {};
    std::optional<std::int64_t> theirs_dm2 = {};
    Difference reason = Difference::same;

    std::optional<std::int64_t> difference_dm2() const;  // theirs less ours, where both say an area
    std::int64_t area_dm2() const { return ours_dm2 ? *ours_dm2 : theirs_dm2.value_or(0); }
};

// Every room that either side has, by building and number; one that two of theirs say has a line for each. Areas are
// compared where both sides say one.
std::vector<ReconciliationLine> compare_rooms(const std::vector<Side>& ours, const std::vector<Side>& theirs);

// A building of the register beside its title.
struct TitledBuilding {
    std::string building = {};
    std::string unit = {};
    bool is_registered = false;
    std::string holder = {};
    std::string certificate = {};
    std::optional<std::int64_t> certified_dm2 = {};
    std::optional<std::int64_t> measured_dm2 = {};  // surveyed, else drawn
};

// The first that holds: no title; a title without holder or certificate; an area that differs from the certified one.
std::vector<ReconciliationLine> compare_titles(const std::vector<TitledBuilding>& buildings);

}  // namespace holdings
