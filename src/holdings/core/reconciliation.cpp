// SPDX-License-Identifier: Apache-2.0
#include "holdings/core/reconciliation.h"

#include <map>
#include <utility>

namespace holdings {

namespace {

Difference difference_of(const Side* ours, const Side* theirs)
{
    if (!theirs) return Difference::only_ours;
    if (!ours) return Difference::only_theirs;
    const bool is_other_unit = ours->unit != theirs->unit;
    const bool is_other_area = ours->area_dm2 && theirs->area_dm2 && *ours->area_dm2 != *theirs->area_dm2;
    if (is_other_unit && is_other_area) return Difference::unit_and_area;
    if (is_other_unit) return Difference::unit;
    return is_other_area ? Difference::area : Difference::same;
}

ReconciliationLine line_of(const Side* ours, const Side* theirs)
{
    const Side& either = ours ? *ours : *theirs;
    ReconciliationLine line{either.building, either.number};
    if (ours) {
        line.ours = ours->unit;
        line.ours_dm2 = ours->area_dm2;
    }
    if (theirs) {
        line.theirs = theirs->unit;
        line.theirs_dm2 = theirs->area_dm2;
    }
    line.reason = difference_of(ours, theirs);
    return line;
}

}  // namespace

std::optional<std::int64_t> ReconciliationLine::difference_dm2() const
{
    if (!ours_dm2 || !theirs_dm2) return std::nullopt;
    return *theirs_dm2 - *ours_dm2;
}

std::vector<ReconciliationLine> compare_rooms(const std::vector<Side>& ours, const std::vector<Side>& theirs)
{
    struct Both {
        const Side* ours = nullptr;
        std::vector<const Side*> theirs = {};
    };
    std::map<std::pair<std::string, std::string>, Both> rooms;
    for (const Side& side : ours) rooms[{side.building, side.number}].ours = &side;
    for (const Side& side : theirs) rooms[{side.building, side.number}].theirs.push_back(&side);
    std::vector<ReconciliationLine> lines;
    for (const auto& [place, both] : rooms) {
        if (both.theirs.empty()) lines.push_back(line_of(both.ours, nullptr));
        for (const Side* one : both.theirs) lines.push_back(line_of(both.ours, one));
    }
    return lines;
}

std::vector<ReconciliationLine> compare_titles(const std::vector<TitledBuilding>& buildings)
{
    std::vector<ReconciliationLine> lines;
    for (const TitledBuilding& one : buildings) {
        ReconciliationLine line{one.building, {}, one.unit, one.holder, one.measured_dm2, one.certified_dm2};
        if (!one.certificate.empty()) line.theirs += (line.theirs.empty() ? "" : " ") + one.certificate;
        if (!one.is_registered)
            line.reason = Difference::untitled;
        else if (one.holder.empty() || one.certificate.empty())
            line.reason = Difference::holder;
        else if (!one.certified_dm2 || (one.measured_dm2 && *one.measured_dm2 != *one.certified_dm2))
            line.reason = Difference::area;
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace holdings
