// SPDX-License-Identifier: Apache-2.0
// What stands with a request: the unit's areas and posts when it asked, and the rooms that an agreement gave it.
#include <algorithm>
#include <map>

#include "allocations/allocations.h"
#include "allocations/requests.h"
#include "allocations/store/agreement_store.h"
#include "allocations/store/request_store.h"
#include "allocations/store/room_use_store.h"
#include "allocations/use_case.h"
#include "premises/area_standard_files.h"
#include "premises/premises.h"

namespace allocations {

using base::ErrorKind;

namespace {

constexpr int area_decimals = 2;

const premises::UseComparison& comparison_of(const UnitFile& file, premises::RoomUse use)
{
    return *std::find_if(file.comparison.uses.begin(), file.comparison.uses.end(),
                         [&](const premises::UseComparison& one) { return one.use == use; });
}

// Never more than what is approved: a request that fits what is kept fits what was approved.
premises::Area rounded_down(const base::Ratio& area)
{
    const base::Decimal near = area.rounded(area_decimals);
    const std::int64_t dm2 = static_cast<std::int64_t>(near.digits_at(area_decimals));
    return premises::Area::from_dm2(base::Ratio::of(near) > area ? dm2 - 1 : dm2);
}

AskedArea area_of(const UnitFile& file, premises::RoomUse use, const Request& asked, const std::vector<Request>& open)
{
    AskedArea area{use};
    if (const AskedArea* const said = asked.area(use)) {
        area.rooms = said->rooms;
        area.asked = said->asked;
    }
    const premises::UseComparison& now = comparison_of(file, use);
    area.approved = rounded_down(now.approved);
    area.actual = now.actual;
    for (const Request& other : open)
        if (const AskedArea* const theirs = other.area(use)) area.pending += theirs->asked;
    return area;
}

base::Result<std::vector<AskedRank>> ranks_of(const UnitFile& file, const std::vector<RoomUse>& uses, base::Date today)
{
    std::map<std::string, std::int64_t> persons;
    for (const RoomUse& use : uses)
        if (use.unit == file.unit.name() && !use.ended_on) ++persons[use.rank];
    std::vector<AskedRank> ranks;
    for (const premises::RankLine& line : file.approved.ranks) {
        ranks.push_back({line.rank, line.posts, persons[line.rank], line.standard});
        persons.erase(line.rank);
    }
    if (persons.empty()) return ranks;
    TRY_ASSIGN(const premises::AreaStandards standards, premises::area_standards_on(today));
    TRY_ASSIGN(const premises::LevelStandard level, premises::level_of(standards, file.unit.establishment.level));
    for (const auto& [rank, count] : persons) {
        TRY_ASSIGN(const premises::RankStandard standard, premises::rank_of(level, rank));
        ranks.push_back({rank, 0, count, standard.office});
    }
    return ranks;
}

}  // namespace

base::Result<Request> Requests::stated(const base::OrgId& org, Request asked) const
{
    auto file = Allocations{db_, clock_}.unit(org, asked.unit);
    if (!file) {
        base::Error error = std::move(file).error();
        error.kind = ErrorKind::invalid;  // named in a body: a rule about a value, not a page that is missing
        return tl::unexpected<base::Error>(std::move(error));
    }
    const std::vector<Request> open = RequestStore{db_, org}.open_of(asked.unit);
    std::vector<AskedArea> areas;
    for (const premises::RoomUse use : {premises::RoomUse::office, premises::RoomUse::service})
        areas.push_back(area_of(*file, use, asked, open));
    asked.areas = std::move(areas);
    for (const AskedArea& area : asked.areas) TRY(check_within_approved(area));
    TRY(check_within_total(asked, file->comparison.approved, file->comparison.actual));
    TRY_ASSIGN(asked.ranks, ranks_of(*file, RoomUseStore{db_, org}.all(), clock_.today()));
    asked.standard = file->approved.standard_id;
    asked.standard_document = file->approved.document;
    return asked;
}

base::Result<void> Requests::take_areas_of_agreement(const base::OrgId& org, const Request& request,
                                                     Settlement& settlement) const
{
    if (settlement.reference.empty()) return {};  // refused with the rest
    if (settlement.office != premises::Area{} || settlement.service != premises::Area{})
        return base::fail(ErrorKind::invalid, "allocations.settlement.unexpected");
    const auto agreement = AgreementStore{db_, org}.find(settlement.reference);
    if (!agreement)
        return base::fail(ErrorKind::invalid, "allocations.agreement.unknown", {{"number", settlement.reference}});
    if (agreement->unit != request.unit)
        return base::fail(ErrorKind::invalid, "allocations.settlement.agreement_of_other",
                          {{"number", agreement->number}, {"unit", agreement->unit}});
    if (agreement->ended_on)
        return base::fail(ErrorKind::conflict, "allocations.agreement.ended",
                          {{"number", agreement->number}, {"date", agreement->ended_on->to_string()}});
    if (agreement->signed_on < request.asked_on)
        return base::fail(ErrorKind::invalid, "allocations.settlement.agreement_before_request",
                          {{"number", agreement->number}, {"date", request.asked_on.to_string()}});
    if (const std::string other = RequestStore{db_, org}.satisfied_by(agreement->number); !other.empty())
        return base::fail(ErrorKind::conflict, "allocations.settlement.agreement_taken",
                          {{"number", agreement->number}, {"request", other}});
    std::map<AgreedRoom, premises::Room> rooms;
    for (premises::Room& room : premises::Premises{db_, clock_}.all_rooms(org))
        rooms.emplace(AgreedRoom{room.building, room.number}, std::move(room));
    for (const AgreedRoom& agreed : agreement->rooms) {
        const auto room = rooms.find(agreed);
        if (room == rooms.end()) continue;
        if (room->second.use == premises::RoomUse::office) settlement.office += room->second.usable;
        if (room->second.use == premises::RoomUse::service) settlement.service += room->second.usable;
    }
    return {};
}

}  // namespace allocations
