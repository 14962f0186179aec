// SPDX-License-Identifier: Apache-2.0
// L65: words that are always a slip of the pen: 与上年下降, 拔入, 初目标值, 我高度重视. Each entry names the right
// word. What is a slip only beside certain words (以经 but for 以经济…) says so in its pattern.
#include <array>
#include <memory>
#include <vector>

#include <re2/re2.h>

#include "check/core/rules/all.h"

namespace check {

namespace {

struct Slip {
    const char* pattern;  // one group: the wrong words
    const char* right;
    Severity severity = Severity::warning;
};

constexpr std::array slips{
    Slip{"(与(?:上年|去年|上一年|20\\d\\d年)(?:度|同期)?(?:决算数?|预算数?)?(?:增长|下降|增加|减少|降低|上升))", "比"},
    Slip{"(?:^|[^选提海挺])(拔(?:入|付|款|给|到位|出(?:资金|经费)))", "拨"},
    Slip{"(?:^|[^年期])(初目标值|初指标值|初预算数)", "年初"},
    Slip{"(?:^|[，,。；;])(我(?:高度重视|认真|严格|积极|按照|根据|组织|成立|全面))", "我单位"},
    Slip{"(截止(?:目前|到?20\\d\\d年|\\d{1,2}月))", "截至", Severity::note},
    Slip{"(布署)", "部署"},
    Slip{"(因由于)", "由于"},
    Slip{"(既使)[^又也]{0,40}(?:[。；]|$)", "即使"},
    Slip{"(做为)[^民人了]", "作为"},
    Slip{"(按装)(?:[^机配修备饰车订卸箱]|$)", "安装"},
    Slip{"((?:以经|己经)(?:完成|全部|拨付|支付|到位|建成|达到|是|成为|发放))", "已经"},
    Slip{"(严历(?:打击|查处|处罚))", "严厉"},
    Slip{"(?:^|[^自知异利律克舍各为由])(己(?:完成|全部|拨付|支付|到位|建成|发放|执行|落实|实现|投入|达到|使用|验收|"
         "按|于|开工|竣工|下达))",
         "已"},
    Slip{"(?:^|[^年期月季周始本学岁度微粉])(末(?:完成|支付|到位|发生|执行|使用|达到|超出|超过|开展|实施|发现|列入|"
         "拨付|能))",
         "未"},
    Slip{"(接侍|接代费)", "接待"},
    Slip{"(予算|预祘|决祘)", "预算、决算"},
    Slip{"((?:执行|完成|合格|覆盖|到位|支付|达标|知晓|及时)律)(?:[为达到是，。、；：:\\d]|$)", "率"},
    Slip{"(满易度|满意渡|满义度)", "满意度"},
    Slip{"(防犯)(?:[^罪]|$)", "防范"},
    Slip{"(抗早)(?:减灾|工作|保|救灾|物资|应急|设施)", "抗旱"},
    Slip{"(贯切落实|惯彻|贯彻落时)", "贯彻落实"},
    Slip{"(即然)", "既然"},
    Slip{"(由其是)[^否]", "尤其是"},
    Slip{"(跟据|根剧)", "根据"},
    Slip{"(安照(?:规定|要求|计划|标准|程序|年度))", "按照"},
    Slip{"(园满完成|元满完成)", "圆满"},
    Slip{"(完膳)", "完善"},
    Slip{"(键全|建全(?:各项|内部|财务|管理|相关|完善|制度|机制|规章))", "健全"},
    Slip{"((?:拨负|支负)(?:资金|到位|率))", "拨付、支付"},
    Slip{"(帮抚)", "帮扶"},
    Slip{"(基楚)", "基础"},
    Slip{"(在接再厉|再接再励)", "再接再厉"},
    Slip{"(一如继往)", "一如既往"}};

// Most paragraphs have none: all patterns are looked for at once.
const RE2& any_slip()
{
    static const RE2 any{[] {
        std::string joined;
        for (const Slip& slip : slips) joined += (joined.empty() ? "(?:" : "|(?:") + std::string{slip.pattern} + ")";
        return joined;
    }()};
    return any;
}

const RE2& pattern_of(std::size_t slip)
{
    static const std::vector<std::unique_ptr<RE2>> all = [] {
        std::vector<std::unique_ptr<RE2>> made;
        for (const Slip& one : slips) made.push_back(std::make_unique<RE2>(one.pattern));
        return made;
    }();
    return *all[slip];
}

void look_for(const Block& block, std::size_t slip, Found& findings)
{
    re2::StringPiece rest{block.text};
    re2::StringPiece words;
    while (RE2::FindAndConsume(&rest, pattern_of(slip), &words)) {
        const Place place = place_of(block, static_cast<std::size_t>(words.data() - block.text.data()), words.size());
        findings.push_back({"L65",
                            "check.l65.slip",
                            slips[slip].severity,
                            {{"text", place.quote}, {"right", slips[slip].right}},
                            {place},
                            {}});
    }
}

}  // namespace

void find_slips(const Material& material, Found& findings)
{
    for (const Block& block : material.text.blocks) {
        if (!RE2::PartialMatch(block.text, any_slip())) continue;
        for (std::size_t slip = 0; slip < slips.size(); ++slip) look_for(block, slip, findings);
    }
}

}  // namespace check
