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
    static const RE2 already{"(以经|己经)"};
    static const RE2 strict{"(严历)"};
    // 己 and 末 stand for 已 and 未; 自己 and 年末 are words of their own.
    static const RE2 done{
        "(?:^|[^自知异利律克舍各为由])(己(?:完成|全部|拨付|支付|到位|建成|发放|执行|落实|实现|投入|达到|使用|验收|按|"
        "于|开工|竣工|下达))"};
    static const RE2 not_done{
        "(?:^|[^年期月季周始本学岁度微])(末(?:完成|支付|到位|发生|执行|使用|达到|超出|超过|开展|实施|发现|列入|拨付|能)"
        ")"};
    static const RE2 receive{"(接侍|接代费)"};
    static const RE2 budget{"(予算|预祘|决祘)"};
    static const RE2 rate{"((?:执行|完成|合格|覆盖|到位|支付|达标|知晓|及时)律)(?:[为达到是，。、；：:\\d]|$)"};
    static const RE2 satisfied{"(满易度|满意渡|满义度)"};
    static const RE2 guard{"(防犯)"};
    static const RE2 drought{"(抗早)(?:减灾|工作|保|救灾|物资|应急|设施)"};
    static const RE2 carried_out{"(贯切落实|惯彻|贯彻落时)"};
    static const RE2 since{"(即然)"};
    static const RE2 especially{"(由其是)"};
    static const RE2 according{"(跟据|根剧|安照)"};
    static const RE2 finished{"(园满完成|元满完成|完膳)"};
    static const RE2 complete{"(键全|建全(?:各项|内部|财务|管理|相关|完善|制度|机制|规章))"};
    static const RE2 account{"(拨负|支负)"};
    static const RE2 help{"(帮付|帮抚)"};
    static const RE2 base{"(基楚)"};
    static const RE2 again{"(在接再厉|再接再励)"};
    static const RE2 as_ever{"(一如继往)"};
    static const RE2 pass{"(渡过难关)"};
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
                                Slip{strict, "严厉"},
                                Slip{done, "已"},
                                Slip{not_done, "未"},
                                Slip{receive, "接待"},
                                Slip{budget, "预算、决算"},
                                Slip{rate, "率"},
                                Slip{satisfied, "满意度"},
                                Slip{guard, "防范"},
                                Slip{drought, "抗旱"},
                                Slip{carried_out, "贯彻"},
                                Slip{since, "既然"},
                                Slip{especially, "尤其是"},
                                Slip{according, "根据、按照"},
                                Slip{finished, "圆满、完善"},
                                Slip{complete, "健全"},
                                Slip{account, "拨付、支付"},
                                Slip{help, "帮扶"},
                                Slip{base, "基础"},
                                Slip{again, "再接再厉"},
                                Slip{as_ever, "一如既往"},
                                Slip{pass, "度过难关"}};
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
