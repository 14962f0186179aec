// SPDX-License-Identifier: Apache-2.0
#include "check/core/written_unit.h"

#include <algorithm>
#include <array>

namespace check {

namespace {

// Longer spellings stand before what they begin with.
constexpr std::array units{WrittenUnit{"亿元", Measure::money},     WrittenUnit{"万元", Measure::money},
                           WrittenUnit{"千元", Measure::money},     WrittenUnit{"百元", Measure::money},
                           WrittenUnit{"元", Measure::money},       WrittenUnit{"万平方米", Measure::area},
                           WrittenUnit{"万平米", Measure::area},    WrittenUnit{"平方米", Measure::area},
                           WrittenUnit{"平米", Measure::area},      WrittenUnit{"万㎡", Measure::area},
                           WrittenUnit{"万m²", Measure::area},      WrittenUnit{"万 m²", Measure::area},
                           WrittenUnit{"万m^2", Measure::area},     WrittenUnit{"万 m^2", Measure::area},
                           WrittenUnit{"万m2", Measure::area},      WrittenUnit{"万 m2", Measure::area},
                           WrittenUnit{"㎡", Measure::area},        WrittenUnit{"m²", Measure::area},
                           WrittenUnit{"m^2", Measure::area},       WrittenUnit{"m2", Measure::area},
                           WrittenUnit{"%", Measure::per_cent},     WrittenUnit{"％", Measure::per_cent},
                           WrittenUnit{"个百分点", Measure::count}, WrittenUnit{"个工作日", Measure::time},
                           WrittenUnit{"个小时", Measure::time},    WrittenUnit{"个月", Measure::time},
                           WrittenUnit{"小时", Measure::time},      WrittenUnit{"分钟", Measure::time},
                           WrittenUnit{"天", Measure::time},        WrittenUnit{"年", Measure::time},
                           WrittenUnit{"月", Measure::time},        WrittenUnit{"日", Measure::time},
                           WrittenUnit{"号", Measure::time},        WrittenUnit{"时", Measure::time},
                           WrittenUnit{"分", Measure::points},      WrittenUnit{"台（套）", Measure::count},
                           WrittenUnit{"台(套)", Measure::count},   WrittenUnit{"立方米", Measure::count},
                           WrittenUnit{"人次", Measure::count},     WrittenUnit{"人天", Measure::count},
                           WrittenUnit{"批次", Measure::count},     WrittenUnit{"件次", Measure::count},
                           WrittenUnit{"车次", Measure::count},     WrittenUnit{"万亩", Measure::count},
                           WrittenUnit{"万吨", Measure::count},     WrittenUnit{"万人次", Measure::count},
                           WrittenUnit{"万人", Measure::count},     WrittenUnit{"公里", Measure::count},
                           WrittenUnit{"公顷", Measure::count},     WrittenUnit{"项目", Measure::count},
                           WrittenUnit{"亩", Measure::count},       WrittenUnit{"吨", Measure::count},
                           WrittenUnit{"米", Measure::count},       WrittenUnit{"个", Measure::count},
                           WrittenUnit{"次", Measure::count},       WrittenUnit{"场", Measure::count},
                           WrittenUnit{"家", Measure::count},       WrittenUnit{"处", Measure::count},
                           WrittenUnit{"套", Measure::count},       WrittenUnit{"台", Measure::count},
                           WrittenUnit{"辆", Measure::count},       WrittenUnit{"人", Measure::count},
                           WrittenUnit{"名", Measure::count},       WrittenUnit{"批", Measure::count},
                           WrittenUnit{"所", Measure::count},       WrittenUnit{"件", Measure::count},
                           WrittenUnit{"起", Measure::count},       WrittenUnit{"项", Measure::count},
                           WrittenUnit{"期", Measure::count},       WrittenUnit{"户", Measure::count},
                           WrittenUnit{"座", Measure::count},       WrittenUnit{"间", Measure::count},
                           WrittenUnit{"条", Measure::count},       WrittenUnit{"份", Measure::count},
                           WrittenUnit{"篇", Measure::count},       WrittenUnit{"册", Measure::count},
                           WrittenUnit{"卷", Measure::count},       WrittenUnit{"张", Measure::count},
                           WrittenUnit{"栋", Measure::count},       WrittenUnit{"幢", Measure::count},
                           WrittenUnit{"宗", Measure::count},       WrittenUnit{"桌", Measure::count},
                           WrittenUnit{"例", Measure::count},       WrittenUnit{"只", Measure::count},
                           WrittenUnit{"组", Measure::count},       WrittenUnit{"门", Measure::count},
                           WrittenUnit{"株", Measure::count},       WrittenUnit{"轮", Measure::count},
                           WrittenUnit{"支", Measure::count},       WrittenUnit{"班", Measure::count},
                           WrittenUnit{"棵", Measure::count},       WrittenUnit{"盏", Measure::count},
                           WrittenUnit{"块", Measure::count},       WrittenUnit{"处", Measure::count},
                           WrittenUnit{"套", Measure::count},       WrittenUnit{"课时", Measure::count},
                           WrittenUnit{"万", Measure::money},       WrittenUnit{"亿", Measure::money}};

}  // namespace

const WrittenUnit* unit_at_start(std::string_view text)
{
    const auto found = std::find_if(units.begin(), units.end(),
                                    [text](const WrittenUnit& known) { return text.starts_with(known.written); });
    return found == units.end() ? nullptr : &*found;
}

}  // namespace check
