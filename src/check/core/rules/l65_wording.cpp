// SPDX-License-Identifier: Apache-2.0
// L65: words that are always a slip of the pen: 与上年下降, 拔入, 初目标值, 我高度重视. Each entry names the right
// word.
#include <array>

#include <re2/re2.h>

#include "check/core/rules/all.h"

namespace check {

namespace {

struct Slip {
    const RE2& pattern;  // one group: the wrong words
    const char* right;
    Severity severity = Severity::warning;
};

std::span<const Slip> slips()
{
    static const RE2 compared{
        "(与(?:上年|去年|上一年|20\\d\\d年)(?:度|同期)?(?:决算数?|预算数?)?(?:增长|下降|增加|减少|降低|上升))"};
    static const RE2 paid{"(拔(?:入|付|款|出|给|到位))"};
    static const RE2 initial{"(?:^|[^年期])(初目标值|初指标值|初预算数)"};
    static const RE2 missing_body{"(?:^|[，,。；;])(我(?:高度重视|认真|严格|积极|按照|根据|组织|成立|全面))"};
    static const RE2 until{"(截止(?:目前|到?20\\d\\d年|\\d{1,2}月))"};
    static const RE2 deploy{"(布署)"};
    static const RE2 even_if{"(既使)"};
    static const RE2 regard{"(做为)"};
    static const RE2 install{"(按装)"};
    static const RE2 already{"(以经)"};
    static const RE2 strict{"(严历)"};
    static const std::array all{Slip{compared, "比"},
                                Slip{paid, "拨"},
                                Slip{initial, "年初"},
                                Slip{missing_body, "我单位"},
                                Slip{until, "截至", Severity::note},
                                Slip{deploy, "部署"},
                                Slip{even_if, "即使"},
                                Slip{regard, "作为"},
                                Slip{install, "安装"},
                                Slip{already, "已经"},
                                Slip{strict, "严厉"}};
    return all;
}

}  // namespace

void find_slips(const Material& material, Findings& findings)
{
    for (const Block& block : material.text.blocks)
        for (const Slip& slip : slips()) {
            re2::StringPiece rest{block.text};
            re2::StringPiece words;
            while (RE2::FindAndConsume(&rest, slip.pattern, &words)) {
                const Place place =
                    place_of(block, static_cast<std::size_t>(words.data() - block.text.data()), words.size());
                findings.push_back({"L65",
                                    "check.l65.slip",
                                    slip.severity,
                                    {{"text", place.quote}, {"right", slip.right}},
                                    {place},
                                    {}});
            }
        }
}

}  // namespace check
