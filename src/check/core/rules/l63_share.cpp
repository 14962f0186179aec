// SPDX-License-Identifier: Apache-2.0
// L63: 占 x %: of several shares of one list each is a share of the same total; none is more than everything.
#include <algorithm>

#include <re2/re2.h>

#include "check/core/relations.h"
#include "check/core/rules/all.h"

namespace check {

namespace {

constexpr std::size_t paragraphs_back = 2;
// Nobody lists more in a paragraph; whoever does makes the check slow and means no list.
constexpr std::size_t most_shares = 40;
constexpr std::size_t most_totals = 100;

// 占94.37%, 占比5.63%: no words between say of what.
bool is_share(const Claim& claim)
{
    return claim.measure == Measure::per_cent &&
           (claim.label == "占" || claim.label == "占比" || claim.label == "占比为" || claim.label == "占总数的" ||
            claim.label == "占总额的");
}

struct PartOfTotal {
    const Claim* part;
    const Claim* rate;
    const Claim* total = nullptr;  // that fits
};

// What the shares may be of: every like amount of the paragraph and of those shortly before.
std::vector<const Claim*> totals_for(const Material& material, const PartOfTotal& share)
{
    std::vector<const Claim*> totals;
    const std::size_t block = share.part->block;
    for (std::size_t i = block - std::min(block, paragraphs_back); i <= block; ++i)
        for (const Claim& claim : material.of_block(i))
            if (totals.size() < most_totals && are_alike(claim, *share.part) && role_of(claim) != Role::plan)
                totals.push_back(&claim);
    return totals;
}

const Claim* total_that_fits(const Material& material, const PartOfTotal& share)
{
    for (const Claim* const total : totals_for(material, share))
        if (total != share.part && share_fit(*share.part, *total, *share.rate) == Fit::agrees) return total;
    return nullptr;
}

std::vector<PartOfTotal> shares_of(const Material& material, std::span<const Claim> claims)
{
    std::vector<PartOfTotal> shares;
    for (std::size_t i = 1; i < claims.size() && shares.size() < most_shares; ++i) {
        if (!is_share(claims[i]) || claims[i - 1].part != claims[i].part || claims[i - 1].measure == Measure::per_cent)
            continue;
        shares.push_back({&claims[i - 1], &claims[i]});
        shares.back().total = total_that_fits(material, shares.back());
    }
    return shares;
}

void judge(const Material& material, const std::vector<PartOfTotal>& shares, Found& findings)
{
    for (const PartOfTotal& share : shares) {
        if (share.total) continue;
        // Another share of the list says of what.
        for (const PartOfTotal& other : shares) {
            const Claim* const total = other.total;
            if (!total || !are_alike(*other.part, *share.part)) continue;
            const Fit fit = share_fit(*share.part, *total, *share.rate);
            findings.push_back({"L63",
                                "check.l63.share",
                                severity_of(fit),
                                {{"part", printed(*share.part)},
                                 {"total", printed(*total)},
                                 {"computed", shown_rate(exact(*share.part), exact(*total), *share.rate)},
                                 {"printed", printed(*share.rate)}},
                                {place_with_label(material.text, *share.rate),
                                 place_with_label(material.text, *share.part), place_with_label(material.text, *total)},
                                {printed(*share.rate), printed(*share.part), printed(*total)}});
            break;
        }
    }
}

// A part that is all there is, 6.28 of 6.28, is no third of it.
void judge_whole(const Material& material, const PartOfTotal& share, Found& findings)
{
    if (share.part->value.is_zero() || share.total) return;
    for (const Claim* const total : totals_for(material, share)) {
        const bool is_total =
            contains_any(total->label, {"合计", "总额", "总计", "支出决算", "总数"}) && total->at != share.part->at;
        if (!is_total || exact(*total) != exact(*share.part) || total->block == share.part->block) continue;
        findings.push_back({"L63",
                            "check.l63.share",
                            Severity::error,
                            {{"part", printed(*share.part)},
                             {"total", printed(*total)},
                             {"computed", "100.00%"},
                             {"printed", printed(*share.rate)}},
                            {place_with_label(material.text, *share.rate), place_with_label(material.text, *share.part),
                             place_with_label(material.text, *total)},
                            {printed(*share.rate), printed(*share.part), printed(*total)}});
        return;
    }
}

bool cannot_pass_hundred(const Claim& claim)
{
    static const RE2 share{"(?:满意度|满意率|合格率|覆盖率|准确率|达标率|普及率|入学率|占比)(?:为|达到?|约)?$"};
    return claim.measure == Measure::per_cent && claim.value > base::Decimal::whole(100) &&
           (is_share(claim) || claim.label.find("占比") != std::string::npos || RE2::PartialMatch(claim.label, share));
}

}  // namespace

void find_wrong_shares(const Material& material, Found& findings)
{
    for (std::size_t block = 0; block < material.text.blocks.size(); ++block) {
        const std::vector<PartOfTotal> shares = shares_of(material, material.of_block(block));
        judge(material, shares, findings);
        for (const PartOfTotal& share : shares) judge_whole(material, share, findings);
    }
    for (const Claim& claim : material.claims)
        if (cannot_pass_hundred(claim))
            findings.push_back({"L13",
                                "check.l13.beyond",
                                Severity::error,
                                {{"printed", printed(claim)}},
                                {place_with_label(material.text, claim)},
                                {printed(claim)}});
}

}  // namespace check
