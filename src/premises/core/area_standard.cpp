// SPDX-License-Identifier: Apache-2.0
#include "premises/core/area_standard.h"

#include <algorithm>

namespace premises {

using base::ErrorKind;
using base::fail;
using base::Ratio;

namespace {

std::string word_of(OfficeLevel level)
{
    return std::string{named(office_levels, level).chinese};
}

base::Result<void> check_ranks(const LevelStandard& level)
{
    for (std::size_t at = 0; at < level.ranks.size(); ++at) {
        const RankStandard& rank = level.ranks[at];
        const auto is_same = [&](const RankStandard& other) { return other.rank == rank.rank; };
        if (std::count_if(level.ranks.begin(), level.ranks.end(), is_same) > 1)
            return fail(ErrorKind::invalid, "premises.standard.rank_twice",
                        {{"rank", rank.rank}, {"level", word_of(level.level)}});
        const bool is_in_order = at == 0 || rank.office < level.ranks[at - 1].office;
        if (!is_in_order || rank.office <= Area{})
            return fail(ErrorKind::invalid, "premises.standard.rank_order",
                        {{"rank", rank.rank}, {"level", word_of(level.level)}});
    }
    return {};
}

Ratio between(const ServiceStandard& standard, std::int64_t posts)
{
    return Ratio{base::Decimal::whole(standard.from - posts), base::Decimal::whole(standard.divisor)};
}

base::Result<void> check_service(const LevelStandard& level)
{
    const ServiceStandard& service = level.service;
    const auto jumps = [&](std::int64_t posts) {
        return fail(ErrorKind::invalid, "premises.standard.service_jumps",
                    {{"level", word_of(level.level)}, {"posts", std::to_string(posts)}});
    };
    if (service.divisor <= 0 || service.low_posts >= service.high_posts) return jumps(service.low_posts);
    if (service.low == service.high) return {};  // nothing is between
    if (between(service, service.low_posts) != Ratio::of(service.low)) return jumps(service.low_posts);
    if (between(service, service.high_posts) != Ratio::of(service.high)) return jumps(service.high_posts);
    return {};
}

bool is_share(base::Decimal value)
{
    return value > base::Decimal{} && value < base::Decimal::whole(1);
}

}  // namespace

base::Result<LevelStandard> level_of(const AreaStandards& standards, OfficeLevel level)
{
    for (const LevelStandard& known : standards.levels)
        if (known.level == level) return known;
    return fail(ErrorKind::not_found, "premises.standard.level_unknown", {{"level", word_of(level)}});
}

base::Result<RankStandard> rank_of(const LevelStandard& level, const std::string& rank)
{
    for (const RankStandard& known : level.ranks)
        if (known.rank == rank) return known;
    return fail(ErrorKind::not_found, "premises.standard.rank_unknown",
                {{"rank", rank}, {"level", word_of(level.level)}});
}

Ratio service_per_post(const ServiceStandard& standard, std::int64_t posts)
{
    if (posts <= standard.low_posts) return Ratio::of(standard.low);
    if (posts >= standard.high_posts) return Ratio::of(standard.high);
    return between(standard, posts);
}

Ratio stepped(const SteppedStandard& standard, std::int64_t count)
{
    const std::int64_t first = std::min(count, standard.upto);
    return Ratio::of(standard.first.m2()) * Ratio::whole(first) +
           Ratio::of(standard.beyond.m2()) * Ratio::whole(count - first);
}

base::Result<void> check(const AreaStandards& standards)
{
    for (const LevelStandard& level : standards.levels) {
        const auto is_same = [&](const LevelStandard& other) { return other.level == level.level; };
        if (std::count_if(standards.levels.begin(), standards.levels.end(), is_same) > 1)
            return fail(ErrorKind::invalid, "premises.standard.level_twice", {{"level", word_of(level.level)}});
        TRY(check_ranks(level));
        TRY(check_service(level));
    }
    for (const MarkedShare& share : {standards.equipment, standards.multi_storey, standards.high_rise})
        if (!is_share(share.share))
            return fail(ErrorKind::invalid, "premises.standard.share_impossible", {{"share", share.share.to_string()}});
    return {};
}

base::Result<void> check_stated(const AreaStandards& standards, const SupersededStandard& superseded, OfficeLevel level,
                                const std::string& rank, Area stated)
{
    TRY_ASSIGN(const LevelStandard of_level, level_of(standards, level));
    TRY_ASSIGN(const RankStandard valid, rank_of(of_level, rank));
    if (stated == valid.office) return {};
    for (const SupersededStandard::Value& old : superseded.offices)
        if (old.level == level && old.rank == rank && old.office == stated)
            return fail(ErrorKind::invalid, "premises.standard.superseded",
                        {{"rank", rank},
                         {"stated", stated.to_string()},
                         {"valid", valid.office.to_string()},
                         {"document", superseded.document},
                         {"replaced_by", superseded.replaced_by}});
    if (stated > valid.office)
        return fail(ErrorKind::invalid, "premises.standard.above_limit",
                    {{"rank", rank},
                     {"stated", stated.to_string()},
                     {"valid", valid.office.to_string()},
                     {"document", of_level.basis}});
    return {};
}

base::Result<void> check_stated(const AreaStandards& standards, const SupersededStandard& superseded, Storeys storeys,
                                base::Decimal stated)
{
    const bool is_low = storeys == Storeys::multi_storey;
    const base::Decimal valid = (is_low ? standards.multi_storey : standards.high_rise).share;
    const base::Decimal old = is_low ? superseded.multi_storey : superseded.high_rise;
    if (stated >= valid && stated < base::Decimal::whole(1)) return {};
    if (stated == old)
        return fail(ErrorKind::invalid, "premises.standard.coefficient_superseded",
                    {{"stated", stated.to_string()},
                     {"valid", valid.to_string()},
                     {"document", superseded.document},
                     {"replaced_by", superseded.replaced_by}});
    return fail(ErrorKind::invalid, "premises.standard.coefficient_below",
                {{"stated", stated.to_string()}, {"valid", valid.to_string()}, {"document", standards.document}});
}

}  // namespace premises
