// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/revision.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "base/decimal.h"

namespace indicators {

namespace {

struct KindName {
    std::string_view stored;
    std::string_view written;
    RevisionKind kind;
};

constexpr std::array kind_names{
    KindName{"add", "新增", RevisionKind::add},
    KindName{"change", "修改", RevisionKind::change},
    KindName{"remove", "删除", RevisionKind::remove},
};

// "10" and "10.00" are the same weight, and blanks around a cell say nothing.
bool same_text(const std::string& a, const std::string& b)
{
    const std::string left = without_outer_blanks(a);
    const std::string right = without_outer_blanks(b);
    if (left == right) return true;
    const auto x = base::Decimal::parse(left);
    const auto y = base::Decimal::parse(right);
    return x && y && *x == *y;
}

class Replay {
public:
    explicit Replay(const std::vector<IndicatorSetting>& first)
    {
        for (const IndicatorSetting& setting : first) in_force_.push_back({setting});
    }

    base::Result<bool> apply(const RevisionChange& change)
    {
        switch (change.kind) {
            case RevisionKind::add: return add(change);
            case RevisionKind::change: return alter(change);
            case RevisionKind::remove: return remove(change);
        }
        return true;
    }

    std::vector<IndicatorInForce> result() { return std::move(in_force_); }

private:
    static auto refuse(std::string_view reason, const RevisionChange& change, base::ErrorArgs more = {})
    {
        base::ErrorArgs args{{"document", change.document}, {"indicator", change.code}, {"part", change.part}};
        args.insert(args.end(), more.begin(), more.end());
        return base::fail(base::ErrorKind::invalid, "indicators.revision." + std::string{reason}, std::move(args));
    }

    std::vector<IndicatorInForce>::iterator find(const std::string& code)
    {
        return std::find_if(in_force_.begin(), in_force_.end(),
                            [&](const IndicatorInForce& indicator) { return indicator.setting.code == code; });
    }

    base::Result<bool> add(const RevisionChange& change)
    {
        auto indicator = find(change.code);
        if (indicator == in_force_.end()) {
            IndicatorSetting setting;
            setting.code = change.code;
            indicator = in_force_.insert(in_force_.end(), {setting, 1, {change.document}});
        } else if (indicator->documents != std::vector{change.document} || indicator->version != 1) {
            return refuse("code_taken", change);
        }
        std::string* const part = part_of(indicator->setting, change.part);
        if (!part) return refuse("part_unknown", change);
        *part = change.after;
        return true;
    }

    base::Result<bool> alter(const RevisionChange& change)
    {
        const auto indicator = find(change.code);
        if (indicator == in_force_.end()) return refuse("code_unknown", change);
        std::string* const part = part_of(indicator->setting, change.part);
        if (!part) return refuse("part_unknown", change);
        if (!same_text(*part, change.before))
            return refuse("before_differs", change, {{"before", change.before}, {"in_force", *part}});
        if (same_text(change.before, change.after)) return refuse("nothing_changed", change);
        *part = change.after;
        if (indicator->documents.empty() || indicator->documents.back() != change.document) {
            indicator->documents.push_back(change.document);
            ++indicator->version;
        }
        return true;
    }

    base::Result<bool> remove(const RevisionChange& change)
    {
        const auto indicator = find(change.code);
        if (indicator == in_force_.end()) return refuse("code_unknown", change);
        in_force_.erase(indicator);
        return true;
    }

    std::vector<IndicatorInForce> in_force_;
};

}  // namespace

const std::vector<SettingPart>& setting_parts()
{
    using Setting = IndicatorSetting;
    static const std::vector<SettingPart> parts{
        {"目标序号", [](Setting& s) -> std::string& { return s.goal; }},
        {"一级指标", [](Setting& s) -> std::string& { return s.level1; }},
        {"二级指标", [](Setting& s) -> std::string& { return s.level2; }},
        {"三级指标", [](Setting& s) -> std::string& { return s.name; }},
        {"计算符号", [](Setting& s) -> std::string& { return s.sign; }},
        {"目标值", [](Setting& s) -> std::string& { return s.target; }},
        {"计量单位", [](Setting& s) -> std::string& { return s.unit; }},
        {"权重", [](Setting& s) -> std::string& { return s.weight; }},
        {"数据来源", [](Setting& s) -> std::string& { return s.measure.source; }},
        {"统计方式", [](Setting& s) -> std::string& { return s.measure.method; }},
        {"统计字段", [](Setting& s) -> std::string& { return s.measure.field; }},
        {"筛选条件", [](Setting& s) -> std::string& { return s.measure.filter; }},
        {"分子条件", [](Setting& s) -> std::string& { return s.measure.numerator; }},
        {"统计期间", [](Setting& s) -> std::string& { return s.measure.period; }},
        {"定义", [](Setting& s) -> std::string& { return s.definition; }},
    };
    return parts;
}

std::string* part_of(IndicatorSetting& setting, std::string_view title)
{
    for (const SettingPart& part : setting_parts())
        if (part.title == title) return &part.of(setting);
    return nullptr;
}

tl::expected<std::vector<IndicatorInForce>, std::vector<RevisionProblem>> replay(
    const std::vector<IndicatorSetting>& first, const std::vector<RevisionChange>& changes, base::Date as_of)
{
    std::vector<std::size_t> order(changes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return changes[a].date < changes[b].date; });

    Replay state{first};
    std::vector<RevisionProblem> problems;
    for (const std::size_t position : order) {
        if (changes[position].date > as_of) break;
        if (const auto outcome = state.apply(changes[position]); !outcome)
            problems.push_back({position, outcome.error()});
    }
    if (!problems.empty()) return tl::unexpected(std::move(problems));
    return state.result();
}

std::string_view to_text(RevisionKind kind)
{
    for (const KindName& name : kind_names)
        if (name.kind == kind) return name.stored;
    return {};
}

base::Result<RevisionKind> parse_revision_kind(std::string_view text)
{
    for (const KindName& name : kind_names)
        if (name.stored == text || name.written == text) return name.kind;
    return base::fail(base::ErrorKind::invalid, "indicators.revision.kind_unknown", {{"text", std::string{text}}});
}

}  // namespace indicators
