// SPDX-License-Identifier: Apache-2.0
// L46: the check digit of a unified social credit code (GB 32100-2015).
#include <array>

#include <re2/re2.h>

#include "check/core/rules/all.h"

namespace check {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";  // no I O S V Z
constexpr std::array<std::size_t, 17> weights{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

bool is_right(std::string_view code)
{
    if (code.size() != weights.size() + 1) return false;
    std::size_t sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const std::size_t value = alphabet.find(code[i]);
        if (value == std::string_view::npos) return false;
        sum += value * weights[i];
    }
    return alphabet[(alphabet.size() - sum % alphabet.size()) % alphabet.size()] == code.back();
}

}  // namespace

void find_wrong_credit_codes(const Material& material, Found& findings)
{
    static const RE2 named{"信用代码[^0-9A-Z。，；]{0,12}([0-9A-Z]{15,20})"};
    for (const Block& block : material.text.blocks) {
        re2::StringPiece rest{block.text};
        re2::StringPiece code;
        while (RE2::FindAndConsume(&rest, named, &code)) {
            if (is_right({code.data(), code.size()})) continue;
            const Place place = place_of(block, static_cast<std::size_t>(code.data() - block.text.data()), code.size());
            findings.push_back({"L46", "check.l46.digit", Severity::error, {{"text", place.quote}}, {place}, {}});
        }
    }
}

}  // namespace check
