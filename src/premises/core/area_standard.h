// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ratio.h"
#include "base/result.h"
#include "premises/core/area.h"
#include "premises/core/named.h"

namespace premises {

// Which column of the standard holds for a unit. It is a property of the unit and never of the place: a district is in
// the county's column, but a district of a municipality under the State Council has higher ranks.
enum class OfficeLevel { central, province, city, county, township };
inline constexpr std::array office_levels{Named<OfficeLevel>{OfficeLevel::central, "central", "中央机关"},
                                          Named<OfficeLevel>{OfficeLevel::province, "province", "省级机关"},
                                          Named<OfficeLevel>{OfficeLevel::city, "city", "市级机关"},
                                          Named<OfficeLevel>{OfficeLevel::county, "county", "县级机关"},
                                          Named<OfficeLevel>{OfficeLevel::township, "township", "乡级机关"}};

// The usable floor area of an office, at most, for a rank. `mark` says how sure we are of a value: E an excerpt on a
// public page was seen, K from general knowledge and to be checked against the official text.
struct RankStandard {
    std::string rank = {};
    Area office = {};
    std::string mark = {};
};

// Usable m² of service rooms per post: `low` for few posts, `high` for many, (from − posts) ÷ divisor between.
struct ServiceStandard {
    std::int64_t low_posts = 0;
    std::int64_t high_posts = 0;
    base::Decimal low = {};
    base::Decimal high = {};
    std::int64_t from = 0;
    std::int64_t divisor = 1;
    std::string mark = {};
};

struct LevelStandard {
    OfficeLevel level = OfficeLevel::county;
    std::string basis = {};  // the document; a township's is its province's
    std::vector<RankStandard> ranks = {};
    ServiceStandard service = {};
};

// Gross m² each: `first` for the first `upto`, `beyond` for each further one.
struct SteppedStandard {
    std::int64_t upto = 0;
    Area first = {};
    Area beyond = {};
    std::string mark = {};
};

struct MarkedArea {
    Area area = {};
    std::string mark = {};
};

struct MarkedShare {
    base::Decimal share = {};
    std::string mark = {};
};

// One version of the parameters.
struct AreaStandards {
    std::string id = {};
    std::string title = {};
    std::string document = {};
    base::Date valid_from = {};
    std::optional<base::Date> valid_to = {};
    std::string dates_mark = {};
    std::vector<std::string> sources = {};
    std::vector<LevelStandard> levels = {};
    MarkedShare equipment = {};  // of offices and service rooms together
    SteppedStandard canteen = {};
    SteppedStandard garage = {};
    MarkedArea bicycle = {};
    MarkedArea motorcycle = {};
    MarkedArea guard = {};
    // Usable ÷ gross floor area, at least.
    MarkedShare multi_storey = {};
    MarkedShare high_rise = {};
};

// Values of a standard that was replaced and that many pages still publish as the one in force.
struct SupersededStandard {
    struct Value {
        OfficeLevel level = OfficeLevel::county;
        std::string rank = {};
        Area office = {};
    };
    std::string document = {};
    std::string replaced_by = {};
    std::vector<Value> offices = {};
    base::Decimal multi_storey = {};
    base::Decimal high_rise = {};
};

// Refuses premises.standard.level_unknown {level}.
base::Result<LevelStandard> level_of(const AreaStandards& standards, OfficeLevel level);
// Refuses premises.standard.rank_unknown {rank, level}.
base::Result<RankStandard> rank_of(const LevelStandard& level, const std::string& rank);

// Exact; both ends meet the formula between them.
base::Ratio service_per_post(const ServiceStandard& standard, std::int64_t posts);
base::Ratio stepped(const SteppedStandard& standard, std::int64_t count);

// A set of parameters that fits together: every level once, its ranks once and from the highest down, the formulas of
// service rooms without a jump. Refuses premises.standard.level_twice, .rank_twice, .rank_order, .service_jumps {level,
// posts}, .share_impossible.
base::Result<void> check(const AreaStandards& standards);

// What somebody states as the standard of a rank, held against the one in force. A smaller one is an office's own
// decision. Refuses premises.standard.superseded {rank, stated, valid, document, replaced_by} for a value of the
// standard that was replaced, .above_limit {rank, stated, valid, document} for more than is allowed, .rank_unknown.
base::Result<void> check_stated(const AreaStandards& standards, const SupersededStandard& superseded, OfficeLevel level,
                                const std::string& rank, Area stated);
enum class Storeys { multi_storey, high_rise };
// The same for the coefficient of usable area: less than the standard's enlarges a building.
// Refuses premises.standard.coefficient_superseded and .coefficient_below {stated, valid, document …}.
base::Result<void> check_stated(const AreaStandards& standards, const SupersededStandard& superseded, Storeys storeys,
                                base::Decimal stated);

}  // namespace premises
