// SPDX-License-Identifier: Apache-2.0
#include "check/words.h"

#include "base/instant.h"

namespace check {

std::string place_words(const Place& place, const Words& words)
{
    if (!place.spot.cell.empty()) return place.spot.sheet + "!" + place.spot.cell;
    return words.sentence("check.place",
                          {{"line", std::to_string(place.spot.line)}, {"column", std::to_string(place.spot.column)}});
}

std::string head_words(const Checked& checked, const Words& words)
{
    std::size_t counts[3] = {0, 0, 0};
    for (const Finding& finding : checked.findings) ++counts[static_cast<std::size_t>(finding.severity)];
    return words.sentence("check.head", {{"file", checked.text.file},
                                         {"errors", std::to_string(counts[0])},
                                         {"warnings", std::to_string(counts[1])},
                                         {"notes", std::to_string(counts[2])},
                                         {"claims", std::to_string(checked.claims.size())}});
}

std::string waiver_words(const Waiver& waiver, const Words& words)
{
    constexpr std::size_t day = 10;
    return words.sentence("check.waived", {{"reason", waiver.reason},
                                           {"account", waiver.account},
                                           {"date", base::instant_text(waiver.at_ms).substr(0, day)}});
}

}  // namespace check
