// SPDX-License-Identifier: Apache-2.0
#include "premises/core/estate.h"

#include <algorithm>
#include <set>

namespace premises {

namespace {

base::Result<void> check_title(const Title& title)
{
    if (title.status != TitleStatus::unregistered) return {};
    if (title.reason.empty()) return base::fail(base::ErrorKind::invalid, "premises.title.reason_missing");
    if (title.registered_on || !title.certificate.empty())
        return base::fail(base::ErrorKind::invalid, "premises.title.registered_without_title");
    return {};
}

base::Result<void> check_areas(const Estate& estate)
{
    std::set<AreaSource> met;
    for (const StatedArea& stated : estate.areas) {
        const base::ErrorArgs source{{"source", std::string{named(area_sources, stated.source).chinese}}};
        if (stated.area <= Area{}) return base::fail(base::ErrorKind::invalid, "premises.area.not_positive", source);
        if (!met.insert(stated.source).second)
            return base::fail(base::ErrorKind::invalid, "premises.area.source_twice", source);
        if (stated.source == AreaSource::usable && estate.kind == EstateKind::parcel)
            return base::fail(base::ErrorKind::invalid, "premises.area.usable_of_land");
    }
    return {};
}

}  // namespace

std::optional<Area> Estate::area(AreaSource source) const
{
    for (const StatedArea& stated : areas)
        if (stated.source == source) return stated.area;
    return std::nullopt;
}

std::vector<PaperKind> Estate::missing_papers() const
{
    std::vector<PaperKind> missing;
    for (const Paper& paper : papers)
        if (paper.state == PaperState::missing) missing.push_back(paper.kind);
    return missing;
}

void in_order(Estate& estate)
{
    std::sort(estate.areas.begin(), estate.areas.end(),
              [](const StatedArea& a, const StatedArea& b) { return a.source < b.source; });
    std::sort(estate.papers.begin(), estate.papers.end(),
              [](const Paper& a, const Paper& b) { return a.kind < b.kind; });
}

std::optional<Area> gross_area(const Estate& estate)
{
    for (const AreaSource source : {AreaSource::certificate, AreaSource::survey, AreaSource::drawing})
        if (const auto area = estate.area(source)) return area;
    return std::nullopt;
}

base::Result<void> check(const Estate& estate)
{
    if (estate.code.empty()) return base::fail(base::ErrorKind::invalid, "premises.estate.code_empty");
    if (estate.name.empty())
        return base::fail(base::ErrorKind::invalid, "premises.estate.name_empty", {{"code", estate.code}});
    TRY(check_title(estate.title));
    TRY(check_areas(estate));
    std::set<PaperKind> met;
    for (const Paper& paper : estate.papers)
        if (!met.insert(paper.kind).second)
            return base::fail(base::ErrorKind::invalid, "premises.paper.kind_twice",
                              {{"kind", std::string{named(paper_kinds, paper.kind).chinese}}});
    return {};
}

}  // namespace premises
