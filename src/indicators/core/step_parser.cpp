// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "chinese/letters.h"
#include "chinese/number.h"
#include "indicators/core/comparison_text.h"
#include "indicators/core/steps.h"

namespace indicators {

namespace {

using base::Decimal;

bool take(std::string_view& text, std::string_view word)
{
    if (!text.starts_with(word)) return false;
    text.remove_prefix(word.size());
    return true;
}

bool take_any(std::string_view& text, std::initializer_list<std::string_view> words)
{
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return take(text, word); });
}

// A number with the unit all numbers of the table share. A bare number beside 90% is a percentage too (0-10%).
struct TableReader {
    std::string unit = {};
    bool unit_clash = false;

    std::optional<Decimal> take_value(std::string_view& text)
    {
        const auto number = chinese::number_at_start(text);
        if (!number) return std::nullopt;
        text.remove_prefix(number->size);
        if (number->per_cent || take(text, "%"))
            note("%");
        else
            for (const std::string_view word : {"小时", "万元", "元", "天", "个", "次", "起", "人", "项", "家"})
                if (take(text, word)) {
                    note(word);
                    break;
                }
        return number->value;
    }

    void note(std::string_view found)
    {
        if (!unit.empty() && unit != found) unit_clash = true;
        unit = found;
    }
};

std::optional<Decimal> take_points(std::string_view& text)
{
    if (take_any(text, {"不得分", "不计分", "得零分"})) return Decimal{};
    if (!take_any(text, {"计", "得", "给", ":"})) return std::nullopt;
    const auto number = chinese::number_at_start(text);
    if (!number || number->per_cent) return std::nullopt;
    text.remove_prefix(number->size);
    if (!take(text, "分")) return std::nullopt;
    return number->value;
}

// "满意度≥90%": a name in front of the first sign or number is a label.
void drop_step_label(std::string_view& text)
{
    constexpr std::array<std::string_view, 5> signs{"≥", "≤", "=", ">", "<"};
    std::size_t first = text.npos;
    for (const std::string_view sign : signs) first = std::min(first, text.find(sign));
    if (first == text.npos || first == 0) return;
    const std::string_view label = text.substr(0, first);
    if (label.find_first_of("0123456789%") == label.npos) text.remove_prefix(first);
}

std::optional<Step> parse_step(std::string_view text, TableReader& reader)
{
    drop_step_label(text);
    Step step;
    std::string_view rest = text;
    const auto comparison = take_comparison(rest);
    const auto first = reader.take_value(rest);
    if (!first) return std::nullopt;
    const bool first_included = take(rest, "(含)");
    if (comparison) {
        const bool included =
            first_included || *comparison == Comparison::at_least || *comparison == Comparison::at_most;
        if (*comparison == Comparison::at_least || *comparison == Comparison::greater)
            step.from = Bound{*first, included};
        if (*comparison == Comparison::at_most || *comparison == Comparison::less) step.to = Bound{*first, included};
        if (*comparison == Comparison::equal) step.from = step.to = Bound{*first, true};
    } else if (take_any(rest, {"-", "~", "至", "到"})) {
        const auto second = reader.take_value(rest);
        if (!second || *second <= *first) return std::nullopt;
        step.from = Bound{*first, first_included};
        step.to = Bound{*second, take(rest, "(含)")};
    } else if (take_any(rest, {"以上", "及以上"})) {
        step.from = Bound{*first, true};
    } else if (take_any(rest, {"以下", "及以下", "以内"})) {
        step.to = Bound{*first, true};
    } else {
        return std::nullopt;
    }
    take(rest, "(含)");
    take_any(rest, {",", "的", "时"});
    const auto points = take_points(rest);
    if (!points || points->is_negative() || !rest.empty()) return std::nullopt;
    step.points = *points;
    return step;
}

// 每超过一个百分点扣0.5分, 每降低1%扣1分, 每超过2小时扣0.5分.
std::optional<Deduction> parse_deduction(std::string_view text, TableReader& reader)
{
    if (!take(text, "每")) return std::nullopt;
    Deduction deduction;
    if (take_any(text, {"低于", "降低", "下降", "减少", "少"}))
        deduction.beyond = Beyond::below;
    else if (!take_any(text, {"超过", "超出", "超", "高于", "增加", "高", "多"}))
        return std::nullopt;
    const auto size = chinese::number_at_start(text);
    if (!size || size->value <= Decimal{}) return std::nullopt;
    text.remove_prefix(size->size);
    if (take_any(text, {"个百分点", "百分点", "%"})) {
        reader.note("%");
    } else {
        const std::size_t end = text.find("扣");
        if (end == text.npos || end == 0) return std::nullopt;
        const std::string_view unit = text.substr(0, end);
        if (unit != reader.unit && !(unit == "个" && reader.unit.empty())) return std::nullopt;
        text.remove_prefix(end);
    }
    if (!take(text, "扣")) return std::nullopt;
    const auto points = chinese::number_at_start(text);
    if (!points || points->value.is_negative()) return std::nullopt;
    text.remove_prefix(points->size);
    if (!take(text, "分") || !text.empty()) return std::nullopt;
    deduction.unit_size = size->value;
    deduction.points = points->value;
    return deduction;
}

std::vector<std::string_view> parts_of(std::string_view text)
{
    std::vector<std::string_view> parts;
    std::size_t start = 0;
    const auto add = [&](std::size_t end) {
        if (end > start) parts.push_back(text.substr(start, end - start));
    };
    for (std::size_t at = 0; at < text.size(); ++at)
        if (text[at] == ';') {
            add(at);
            start = at + 1;
        }
    add(text.size());
    return parts;
}

// One spelling of what separates the parts: 。 and ， before 每, a number or 扣完 all end a part.
std::string with_separators(std::string_view text)
{
    std::string out = chinese::compact(text);
    const auto replace = [&](std::string_view from, std::string_view to) {
        for (std::size_t at = out.find(from); at != out.npos; at = out.find(from, at + to.size()))
            out.replace(at, from.size(), to);
    };
    replace("。", ";");
    replace("、", ",");
    replace("分,", "分;");
    replace(",每", ";每");
    return out;
}

}  // namespace

std::optional<StepTable> parse_steps(std::string_view text)
{
    const std::string clean = with_separators(text);
    if (clean.find("分") == clean.npos) return std::nullopt;
    StepTable table;
    TableReader reader;
    for (const std::string_view part : parts_of(clean)) {
        if (part == "扣完为止" || part == "直至扣完" || part == "扣完该项分为止") continue;
        if (auto deduction = parse_deduction(part, reader)) {
            if (table.deduction) return std::nullopt;
            table.deduction = *deduction;
            continue;
        }
        const auto step = parse_step(part, reader);
        if (!step) return std::nullopt;
        table.steps.push_back(*step);
    }
    if (table.steps.empty() || reader.unit_clash) return std::nullopt;
    table.unit = reader.unit;
    if (table.deduction) {
        // The deduction counts from the edge of the step that earns the most.
        const Step& best = *std::max_element(table.steps.begin(), table.steps.end(),
                                             [](const Step& a, const Step& b) { return a.points < b.points; });
        const auto& edge = table.deduction->beyond == Beyond::above ? best.to : best.from;
        if (!edge) return std::nullopt;
        table.deduction->limit = edge->value;
    }
    return table;
}

}  // namespace indicators
