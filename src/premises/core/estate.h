// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "premises/core/area.h"
#include "premises/core/named.h"

namespace premises {

// What can be registered (不动产): a parcel of land or a building.
enum class EstateKind { parcel, building };
inline constexpr std::array estate_kinds{Named<EstateKind>{EstateKind::parcel, "parcel", "土地"},
                                         Named<EstateKind>{EstateKind::building, "building", "房屋"}};

// How far a title is (党政机关办公用房管理办法, 2017: registered to the office of affairs; approved exceptions to the
// unit that uses it; recorded where papers are missing or the right is unclear).
enum class TitleStatus { registered, approved_to_user, recorded, unregistered };
inline constexpr std::array title_statuses{
    Named<TitleStatus>{TitleStatus::registered, "registered", "已登记"},
    Named<TitleStatus>{TitleStatus::approved_to_user, "approved_to_user", "核准登记在使用单位"},
    Named<TitleStatus>{TitleStatus::recorded, "recorded", "权属备案"},
    Named<TitleStatus>{TitleStatus::unregistered, "unregistered", "未登记"}};

struct Title {
    TitleStatus status = TitleStatus::unregistered;
    std::string reason = {};
    std::string holder = {};
    std::string certificate = {};
    std::string unit_number = {};  // unit_number.h
    std::optional<base::Date> registered_on = {};

    friend bool operator==(const Title&, const Title&) = default;
};

// Who says how large something is. The first three count gross floor area, or land; the last usable floor area.
enum class AreaSource { certificate, survey, drawing, usable };
inline constexpr std::array area_sources{Named<AreaSource>{AreaSource::certificate, "certificate", "证载"},
                                         Named<AreaSource>{AreaSource::survey, "survey", "测绘"},
                                         Named<AreaSource>{AreaSource::drawing, "drawing", "图纸"},
                                         Named<AreaSource>{AreaSource::usable, "usable", "使用面积"}};

struct StatedArea {
    AreaSource source = AreaSource::certificate;
    Area area = {};
    std::optional<base::Date> measured_on = {};
    std::string document = {};

    friend bool operator==(const StatedArea&, const StatedArea&) = default;
};

// The papers that a file of a building or a parcel needs for its registration.
enum class PaperKind { land_source, planning, completion, survey_report, tax, title_certificate, transfer, other };
inline constexpr std::array paper_kinds{Named<PaperKind>{PaperKind::land_source, "land_source", "土地权属来源材料"},
                                        Named<PaperKind>{PaperKind::planning, "planning", "规划许可材料"},
                                        Named<PaperKind>{PaperKind::completion, "completion", "竣工验收材料"},
                                        Named<PaperKind>{PaperKind::survey_report, "survey_report", "测绘报告"},
                                        Named<PaperKind>{PaperKind::tax, "tax", "税费凭证"},
                                        Named<PaperKind>{PaperKind::title_certificate, "title_certificate", "权属证书"},
                                        Named<PaperKind>{PaperKind::transfer, "transfer", "移交接收材料"},
                                        Named<PaperKind>{PaperKind::other, "other", "其他材料"}};

enum class PaperState { held, missing, not_needed };
inline constexpr std::array paper_states{Named<PaperState>{PaperState::held, "held", "已有"},
                                         Named<PaperState>{PaperState::missing, "missing", "缺少"},
                                         Named<PaperState>{PaperState::not_needed, "not_needed", "不需要"}};

struct Paper {
    PaperKind kind = PaperKind::other;
    PaperState state = PaperState::held;
    std::string number = {};
    std::optional<base::Date> dated_on = {};
    std::string note = {};

    friend bool operator==(const Paper&, const Paper&) = default;
};

// A parcel or a building as the register has it.
struct Estate {
    EstateKind kind = EstateKind::building;
    std::string code = {};
    std::string name = {};
    std::string unit = {};  // who uses it
    std::string address = {};
    Title title = {};
    std::string note = {};
    // Of a parcel.
    std::string land_use = {};
    std::string acquired_by = {};
    // Of a building.
    std::string parcel = {};  // code of the one it stands on
    std::string structure = {};
    std::optional<base::Date> completed_on = {};
    std::optional<std::int64_t> floors_above = {};
    std::optional<std::int64_t> floors_below = {};
    std::vector<StatedArea> areas = {};  // each source at most once
    std::vector<Paper> papers = {};      // each kind at most once

    std::optional<Area> area(AreaSource source) const;
    std::vector<PaperKind> missing_papers() const;
    friend bool operator==(const Estate&, const Estate&) = default;
};

// Areas and papers in the order in which their words are listed.
void in_order(Estate& estate);

// How large a building is as far as anybody knows: certified, else surveyed, else drawn gross floor area.
std::optional<Area> gross_area(const Estate& estate);

// What can be told without looking at other records. Refuses premises.estate.code_empty, .name_empty,
// premises.title.reason_missing (why nothing is registered has to be said), .registered_without_title (a day or a
// certificate of what is not registered), premises.area.not_positive {source}, .source_twice {source},
// .usable_of_land, premises.paper.kind_twice {kind}.
base::Result<void> check(const Estate& estate);

}  // namespace premises
