// SPDX-License-Identifier: Apache-2.0
// L21: a number of things and the names behind it: 6个乡镇，分别为 and five names. 等, 包括 and a list with numbers in
// it name only some, or are counted otherwise: silent.
#include <algorithm>

#include <re2/re2.h>

#include "check/core/relations.h"
#include "check/core/rules/all.h"
#include "check/core/written_number.h"
#include "chinese/letters.h"

namespace check {

namespace {

constexpr std::size_t longest_name = 14;  // letters

std::vector<std::string> split(std::string_view list, std::initializer_list<std::string_view> marks)
{
    std::vector<std::string> names(1);
    while (!list.empty()) {
        const auto mark =
            std::find_if(marks.begin(), marks.end(), [&](std::string_view one) { return list.starts_with(one); });
        if (mark != marks.end()) {
            names.emplace_back();
            list.remove_prefix(mark->size());
        } else {
            names.back() += list.front();
            list.remove_prefix(1);
        }
    }
    return names;
}

bool are_names(const std::vector<std::string>& names)
{
    return names.size() >= 2 && std::all_of(names.begin(), names.end(), [](const std::string& name) {
               const std::size_t size = chinese::letter_count(name);
               return size >= 2 && size <= longest_name;
           });
}

// 东风、和平 cut at 和 would leave nothing before it: no name is one letter.
bool are_whole(const std::vector<std::string>& names)
{
    return std::all_of(names.begin(), names.end(),
                       [](const std::string& name) { return chinese::letter_count(name) >= 2; });
}

// Every way of counting the names: only by 、, by 和 and 及 as well, by commas as well.
bool some_count_is(int count, std::string_view list)
{
    for (const auto& names : {split(list, {"、"}), split(list, {"、", "以及", "和", "及", "与"}),
                              split(list, {"、", "，", ","}), split(list, {"、", "，", ",", "以及", "和", "及", "与"})})
        if (static_cast<int>(names.size()) == count && are_whole(names)) return true;
    return false;
}

// 可回收物、有害垃圾、厨余垃圾、其他垃圾五类: the names stand before their number. With other measure words the number
// may be the last name's alone (停车场3个).
void look_before(const Block& block, Found& findings)
{
    static const RE2 counted{
        "((\\p{Han}{2,14}(?:、\\p{Han}{1,10})+)([二两三四五六七八九十]{1,3})(?:大类|类|种|大|个方面))"};
    re2::StringPiece rest{block.text};
    re2::StringPiece whole;
    re2::StringPiece list;
    std::string number;
    while (RE2::FindAndConsume(&rest, counted, &whole, &list, &number)) {
        const std::string_view names{list.data(), list.size()};
        const int count = count_of(number);
        if (names.ends_with("等") || some_count_is(count, names)) continue;
        const std::size_t last = names.rfind("、") + std::string_view{"、"}.size();
        const std::size_t at = static_cast<std::size_t>(whole.data() - block.text.data()) + last;
        findings.push_back({"L21",
                            "check.l21.names",
                            Severity::error,
                            {{"count", std::to_string(count)}, {"named", std::to_string(split(names, {"、"}).size())}},
                            {place_of(block, at, whole.size() - last)},
                            {number}});
    }
}

void judge(const Block& block, re2::StringPiece whole, int count, std::string_view list, Found& findings,
           Severity severity = Severity::error)
{
    // Behind the last name the sentence may go on: 、滨河路，整治后通行效率提高.
    const std::string_view names = list.substr(0, list.find("，"));
    static const RE2 counted{"[一二两三四五六七八九十](?:个|项|类|家|条|处|所|座|种|人|名|次|场)(?:、|和|及|$)"};
    // 甲类五项、乙类四项: figures in words.
    if (RE2::PartialMatch(re2::StringPiece{names.data(), names.size()}, counted)) return;
    const bool is_some =
        contains_any(list, {"等", "其他", "另", "一是", "主要", "：", ":"}) ||
        std::any_of(names.begin(), names.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
    if (is_some || count < 2 || count > 20 || !are_names(split(names, {"、"})) || some_count_is(count, names) ||
        some_count_is(count, list))
        return;
    const auto at = static_cast<std::size_t>(whole.data() - block.text.data());
    findings.push_back(
        {"L21",
         "check.l21.names",
         severity,
         {{"count", std::to_string(count)}, {"named", std::to_string(split(names, {"、", "以及", "和", "与"}).size())}},
         {place_of(block, at, static_cast<std::size_t>(names.data() + names.size() - whole.data()))},
         {std::to_string(count)}});
}

// 共计五个食堂，包括东、西、南、北四处: 包括 may name some of them, so that this is a warning.
void look_for_included(const Block& block, Found& findings)
{
    static const RE2 included{
        "(共(?:计|有|设)?(?:立|置)?(\\d{1,2}|[一二三四五六七八九十两]{1,3})\\s*(?:个|项|家|处|所|座)[\\p{Han}]{1,8}[，,"
        "]包括"
        "([^。；;）)！？\\n，,]+))(?:[。；;]|$)"};
    re2::StringPiece rest{block.text};
    re2::StringPiece whole;
    std::string count;
    re2::StringPiece list;
    while (RE2::FindAndConsume(&rest, included, &whole, &count, &list))
        judge(block, whole, count_of(count), {list.data(), list.size()}, findings, Severity::warning);
}

}  // namespace

void find_wrong_list_counts(const Material& material, Found& findings)
{
    static const RE2 listed{
        "((\\d{1,2}|[一二三四五六七八九十两]{1,3})\\s*(?:个|项|类|家|条|处|所|座|种|大)([\\p{Han}]{0,10})(?:[，,]?(?:"
        "分别)(?"
        ":为|是|有|位于)?[："
        ":]?|[，,]即|[：:]|[（(])([^。；;）)！？\\n]+))(?:[。；;）)]|$)"};
    for (const Block& block : material.text.blocks) {
        if (block.kind == Block::Kind::row) continue;
        look_before(block, findings);
        look_for_included(block, findings);
        re2::StringPiece rest{block.text};
        re2::StringPiece whole;
        std::string count;
        std::string counted;
        re2::StringPiece list;
        while (RE2::FindAndConsume(&rest, listed, &whole, &count, &counted, &list)) {
            // 包括A和B in brackets, and 项目包括三项内容：, which names all.
            if (list.starts_with("含") || list.starts_with("包括") || list.starts_with("其中") ||
                contains_any(counted, {"左右", "以上"}))
                continue;
            judge(block, whole, count_of(count), {list.data(), list.size()}, findings);
        }
    }
}

}  // namespace check
