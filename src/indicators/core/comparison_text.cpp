// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/comparison_text.h"

#include <array>

#include "chinese/letters.h"

namespace indicators {

namespace {

struct Spelling {
    std::string_view written;
    Comparison comparison;
};

using enum Comparison;

// Longer spellings first, so that >= is not read as >.
constexpr std::array signs{
    Spelling{">=", at_least}, Spelling{"=>", at_least}, Spelling{"≥", at_least}, Spelling{"<=", at_most},
    Spelling{"=<", at_most},  Spelling{"≤", at_most},   Spelling{"==", equal},   Spelling{"=", equal},
    Spelling{">", greater},   Spelling{"<", less},
};

constexpr std::array comparison_words{
    Spelling{"大于等于", at_least},  Spelling{"大于或等于", at_least}, Spelling{"小于等于", at_most},
    Spelling{"小于或等于", at_most}, Spelling{"不低于", at_least},     Spelling{"不少于", at_least},
    Spelling{"不小于", at_least},    Spelling{"不得低于", at_least},   Spelling{"不得少于", at_least},
    Spelling{"至少", at_least},      Spelling{"保持在", at_least},     Spelling{"达到", at_least},
    Spelling{"达", at_least},        Spelling{"不超过", at_most},      Spelling{"不高于", at_most},
    Spelling{"不多于", at_most},     Spelling{"不大于", at_most},      Spelling{"不得超过", at_most},
    Spelling{"不得高于", at_most},   Spelling{"控制在", at_most},      Spelling{"至多", at_most},
    Spelling{"最多", at_most},       Spelling{"超过", greater},        Spelling{"高于", greater},
    Spelling{"大于", greater},       Spelling{"多于", greater},        Spelling{"低于", less},
    Spelling{"小于", less},          Spelling{"少于", less},           Spelling{"等于", equal},
};

constexpr std::array tails{
    Spelling{"(含)以上", at_least}, Spelling{"及以上", at_least},  Spelling{"以上", at_least},
    Spelling{"(含)以内", at_most},  Spelling{"(含)以下", at_most}, Spelling{"及以下", at_most},
    Spelling{"及以内", at_most},    Spelling{"之内", at_most},     Spelling{"以内", at_most},
    Spelling{"以下", at_most},      Spelling{"内", at_most},
};

constexpr std::array column_words{
    Spelling{"正向", at_least},    Spelling{"正向指标", at_least},
    Spelling{"反向", at_most},     Spelling{"反向指标", at_most},
    Spelling{"负向", at_most},     Spelling{"负向指标", at_most},
    Spelling{"逆向", at_most},     Spelling{"逆向指标", at_most},
    Spelling{"定性", qualitative}, Spelling{"定性指标", qualitative},
    Spelling{"1", equal},          Spelling{"2", greater},
    Spelling{"3", at_least},       Spelling{"4", less},
    Spelling{"5", at_most},        Spelling{"以上", at_least},
    Spelling{"以内", at_most},     Spelling{"以下", at_most},
};

}  // namespace

std::string_view sign_of(Comparison comparison)
{
    switch (comparison) {
        case at_least: return "≥";
        case at_most: return "≤";
        case equal: return "=";
        case greater: return ">";
        case less: return "<";
        default: return "";
    }
}

std::optional<Comparison> take_comparison(std::string_view& text)
{
    const auto take = [&](const auto& spellings) -> std::optional<Comparison> {
        for (const Spelling& spelling : spellings)
            if (text.starts_with(spelling.written)) {
                text.remove_prefix(spelling.written.size());
                return spelling.comparison;
            }
        return std::nullopt;
    };
    if (const auto sign = take(signs)) return sign;
    return take(comparison_words);
}

std::optional<Comparison> take_trailing_comparison(std::string_view& text)
{
    for (const Spelling& spelling : tails)
        if (text.ends_with(spelling.written) && text.size() > spelling.written.size()) {
            text.remove_suffix(spelling.written.size());
            return spelling.comparison;
        }
    return std::nullopt;
}

std::optional<Comparison> parse_sign(std::string_view cell)
{
    const std::string clean = chinese::compact(cell);
    for (const Spelling& spelling : column_words)
        if (clean == spelling.written) return spelling.comparison;
    std::string_view rest = clean;
    const auto comparison = take_comparison(rest);
    return rest.empty() ? comparison : std::nullopt;
}

}  // namespace indicators
