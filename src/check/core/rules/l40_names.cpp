// SPDX-License-Identifier: Apache-2.0
// L40: the reporting body under two names: one office, two regions (东湖高新区机关事务服务中心 and
// 东西湖区机关事务服务中心), or a name with letters too many or other letters. L66: a report on one project that speaks
// of another.
#include <algorithm>
#include <map>

#include <re2/re2.h>

#include "check/core/relations.h"
#include "check/core/rules/all.h"
#include "chinese/letters.h"

namespace check {

namespace {

constexpr std::size_t lines_of_a_title = 3;

struct Name {
    std::string region;  // 武汉市东西湖区
    std::string office;  // 机关事务服务中心
    std::size_t block = 0;
    std::size_t at = 0;
    std::size_t size = 0;
};

// The name that a title begins with.
bool read_name(const Material& material, std::size_t index, Name& name)
{
    static const RE2 titled{
        "(?:^|[：:，。、#\\s])((?:[\\p{Han}]{2,7}?(?:省|自治区|市|州))?(?:[\\p{Han}]{1,7}?(?:新区|开发区|市|区|县|旗|"
        "镇|乡|街道))?)"
        "([\\p{Han}]{2,16}?(?:中心|管理局|局|委员会|办公室|学校|幼儿园|医院|法院|检察院))\\s*\\d{4}\\s*年"};
    const std::string& text = material.text.blocks[index].text;
    if (!contains_any(text, {"中心", "局", "会", "办公室", "学校", "幼儿园", "院"})) return false;
    re2::StringPiece region;
    re2::StringPiece office;
    if (!RE2::PartialMatch(text, titled, &region, &office) || region.empty()) return false;
    name = {region.as_string(), office.as_string(), index, static_cast<std::size_t>(region.data() - text.data()),
            region.size() + office.size()};
    return true;
}

void report(const Material& material, const Name& a, const Name& b, Found& findings)
{
    const Place first = place_of(material.text.blocks[a.block], a.at, a.size);
    const Place second = place_of(material.text.blocks[b.block], b.at, b.size);
    findings.push_back({"L40",
                        "check.l40.region",
                        Severity::error,
                        {{"first", a.region + a.office}, {"second", b.region + b.office}},
                        {first, second},
                        {}});
}

void find_two_regions(const Material& material, Found& findings)
{
    constexpr std::size_t most_regions = 10;         // of one office: more say nothing new
    std::map<std::string, std::vector<Name>> names;  // by office
    for (std::size_t i = 0; i < material.text.blocks.size(); ++i) {
        Name name;
        if (!read_name(material, i, name)) continue;
        std::vector<Name>& known = names[name.office];
        const auto other = std::find_if(known.begin(), known.end(), [&](const Name& one) {
            return !one.region.ends_with(name.region) && !name.region.ends_with(one.region);
        });
        if (other != known.end()) report(material, *other, name, findings);
        const bool is_new =
            std::none_of(known.begin(), known.end(), [&](const Name& one) { return one.region == name.region; });
        if (is_new && known.size() < most_regions) known.push_back(name);
    }
}

// 主管部门:某局部门 — the form's own word slipped into the name.
void find_slipped_words(const Material& material, Found& findings)
{
    static const RE2 slipped{
        "(?:主管部门|实施单位|单位名称)[^：:|]{0,6}[：:|]\\s*([\\p{Han}]{4,24}(?:局|委员会|中心|办公室)(?:部门|单位))(?"
        ":"
        "\\s|[，。；,;]|$)"};
    for (const Block& block : material.text.blocks) {
        re2::StringPiece name;
        if (!RE2::PartialMatch(block.text, slipped, &name)) continue;
        const Place place = place_of(block, static_cast<std::size_t>(name.data() - block.text.data()), name.size());
        findings.push_back({"L40", "check.l40.slipped", Severity::warning, {{"name", place.quote}}, {place}, {}});
    }
}

}  // namespace

void find_mixed_names(const Material& material, Found& findings)
{
    find_two_regions(material, findings);
    find_slipped_words(material, findings);
}

// 关于农村厕所革命建设项目的绩效自评报告 … 玄马村乡村振兴示范村建设项目预算资金
void find_other_projects(const Material& material, Found& findings)
{
    static const RE2 titled{"关于([\\p{Han}“”]{4,30}?项目)(?:支出|资金)?(?:的)?(?:绩效)?(?:自评|评价)"};
    static const RE2 named{"(?:对|^|[，。：:、])([\\p{Han}]{6,24}项目)(?:预算|开展|资金|支出|总投资|实施)"};
    std::string own;
    std::size_t title = 0;
    for (std::size_t i = 0; i < std::min(material.text.blocks.size(), lines_of_a_title) && own.empty(); ++i, ++title)
        static_cast<void>(RE2::PartialMatch(material.text.blocks[i].text, titled, &own));
    if (own.empty()) return;
    const Block& head = material.text.blocks[title - 1];
    const Place place = place_of(head, head.text.find(own), own.size());
    std::map<std::string, std::vector<Place>> others;
    for (std::size_t i = title; i < material.text.blocks.size(); ++i) {
        const Block& block = material.text.blocks[i];
        re2::StringPiece rest{block.text};
        re2::StringPiece name;
        while (RE2::FindAndConsume(&rest, named, &name)) {
            // 按规定对某项目开展: what the work is done to begins behind 对.
            if (const std::size_t to = name.rfind("对"); to != re2::StringPiece::npos)
                name.remove_prefix(to + std::string_view{"对"}.size());
            std::string other = name.as_string();
            // 某镇某项目 is the same project with its place in front.
            const std::string shared =
                own.substr(own.size() - std::min(own.size(), std::string_view{"革命建设项目"}.size()));
            if (other.ends_with(shared) || own.find(other) != std::string::npos) continue;
            others[other].push_back(
                place_of(block, static_cast<std::size_t>(name.data() - block.text.data()), name.size()));
        }
    }
    for (const auto& [other, places] : others) {
        if (places.size() < 2) continue;
        Finding finding{"L66", "check.l66.project", Severity::error, {{"title", own}, {"other", other}}, {place}};
        finding.places.insert(finding.places.end(), places.begin(), places.end());
        findings.push_back(std::move(finding));
    }
}

}  // namespace check
