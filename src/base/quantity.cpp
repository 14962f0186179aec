// SPDX-License-Identifier: Apache-2.0
#include "base/quantity.h"

#include <array>

namespace base {

namespace {

struct Spelling {
    std::string_view written;
    std::string_view canonical;
};

// What people write for one unit. Both ASCII and full-width forms occur in published tables.
constexpr std::array spellings{
    Spelling{"㎡", "m²"},       Spelling{"m2", "m²"},      Spelling{"m^2", "m²"},    Spelling{"M2", "m²"},
    Spelling{"M²", "m²"},       Spelling{"平方米", "m²"},  Spelling{"平米", "m²"},   Spelling{"万㎡", "万m²"},
    Spelling{"万m2", "万m²"},   Spelling{"万m^2", "万m²"}, Spelling{"万M²", "万m²"}, Spelling{"万平方米", "万m²"},
    Spelling{"万平米", "万m²"}, Spelling{"％", "%"},       Spelling{"km", "公里"},   Spelling{"千米", "公里"},
    Spelling{"KM", "公里"},     Spelling{"m", "米"},       Spelling{"小時", "小时"}, Spelling{"个小时", "小时"},
    Spelling{"h", "小时"},      Spelling{"日", "天"},      Spelling{"分", "分钟"},   Spelling{"万", "万"},
    Spelling{"人民币元", "元"},
};

struct Scale {
    std::string_view unit;
    std::string_view family;
    std::int64_t times;  // of the family's smallest unit
};

constexpr std::array scales{
    Scale{"元", "money", 1},
    Scale{"万元", "money", 10'000},
    Scale{"亿元", "money", 100'000'000},
    Scale{"m²", "area", 1},
    Scale{"万m²", "area", 10'000},
    Scale{"米", "length", 1},
    Scale{"公里", "length", 1'000},
    Scale{"分钟", "time", 1},
    Scale{"小时", "time", 60},
    Scale{"天", "time", 1'440},
    Scale{"", "number", 1},
    Scale{"万", "number", 10'000},
    Scale{"亿", "number", 100'000'000},
};

const Scale* scale_of(std::string_view unit)
{
    for (const Scale& scale : scales)
        if (scale.unit == unit) return &scale;
    return nullptr;
}

}  // namespace

std::string unit_named(std::string_view written)
{
    for (const Spelling& spelling : spellings)
        if (spelling.written == written) return std::string{spelling.canonical};
    return std::string{written};
}

std::optional<Ratio> conversion(std::string_view from, std::string_view to)
{
    const std::string source = unit_named(from);
    const std::string target = unit_named(to);
    if (source == target) return Ratio::whole(1);
    const Scale* const a = scale_of(source);
    const Scale* const b = scale_of(target);
    if (!a || !b || a->family != b->family) return std::nullopt;
    return Ratio::reduced(a->times, b->times);
}

}  // namespace base
