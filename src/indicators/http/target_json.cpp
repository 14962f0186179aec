// SPDX-License-Identifier: Apache-2.0
#include "indicators/http/target_json.h"

#include <array>

#include "indicators/http/answers.h"

namespace indicators {

namespace {

struct Member {
    std::string_view title;
    std::string_view member;
};

constexpr std::array members{
    Member{"序号", "number"},
    Member{"绩效目标", "text"},
    Member{"占比", "share"},
    Member{"指标编码", "code"},
    Member{"目标序号", "goal"},
    Member{"一级指标", "level1"},
    Member{"二级指标", "level2"},
    Member{"三级指标", "name"},
    Member{"计算符号", "sign"},
    Member{"目标值", "target"},
    Member{"计量单位", "unit"},
    Member{"权重", "weight"},
    Member{"数据来源", "measure/source"},
    Member{"统计方式", "measure/method"},
    Member{"统计字段", "measure/field"},
    Member{"筛选条件", "measure/filter"},
    Member{"分子条件", "measure/numerator"},
    Member{"统计期间", "measure/period"},
    Member{"定义", "definition"},
    Member{"编码", "code"},
    Member{"名称", "name"},
    Member{"小数位", "decimals"},
    Member{"文号", "document"},
    Member{"日期", "date"},
    Member{"调整前", "before"},
    Member{"调整后", "after"},
};

std::string_view to_text(Comparison comparison)
{
    switch (comparison) {
        case Comparison::at_least: return "at_least";
        case Comparison::at_most: return "at_most";
        case Comparison::equal: return "equal";
        case Comparison::greater: return "greater";
        case Comparison::less: return "less";
        case Comparison::deadline: return "deadline";
        case Comparison::qualitative: return "qualitative";
        case Comparison::steps: return "steps";
        case Comparison::not_applicable: return "not_applicable";
        case Comparison::missing: return "missing";
    }
    return {};
}

std::string_view to_text(ActualKind kind)
{
    switch (kind) {
        case ActualKind::missing: return "missing";
        case ActualKind::number: return "number";
        case ActualKind::date: return "date";
        case ActualKind::words: return "words";
        case ActualKind::not_applicable: return "not_applicable";
        case ActualKind::other_unit: return "other_unit";
    }
    return {};
}

json::value deadline_json(const std::optional<chinese::Deadline>& deadline)
{
    return deadline ? json::value(deadline->last_day.to_string()) : json::value(nullptr);
}

// The words of finding.<rule> speak of a named row; here the row is what the reader just typed.
json::array warnings_json(const std::vector<std::string>& warnings, const std::string& target,
                          const std::string& actual, const http::Context& context)
{
    json::array list;
    for (const std::string& rule : warnings)
        list.push_back(json::object{
            {"rule", rule},
            {"message",
             words_of(context,
                      {base::ErrorKind::invalid,
                       "finding." + rule,
                       {{"name", target.empty() ? actual : target}, {"target", target}, {"actual", actual}}})}});
    return list;
}

json::value weight_json(const std::string& weight)
{
    return text_or_null(weight);
}

Goal goal_of(http::Fields& fields)
{
    Goal goal{fields.text("number", 60), fields.text("text", 1'000)};
    const auto written = fields.optional_text("share", 20);
    if (!written || written->empty()) return goal;
    const auto share = parse_share(*written);
    if (share)
        goal.share = *share;
    else
        fields.add("share", share.error());
    return goal;
}

IndicatorSetting setting_of(http::Fields& fields)
{
    IndicatorSetting setting;
    setting.code = fields.text("code", 60);
    setting.goal = fields.optional_text("goal", 60).value_or("");
    setting.level1 = fields.text("level1", 60);
    setting.level2 = fields.optional_text("level2", 60).value_or("");
    setting.name = fields.text("name", 200);
    setting.sign = fields.optional_text("sign", 20).value_or("");
    setting.target = fields.text("target", 500);
    setting.unit = fields.optional_text("unit", 40).value_or("");
    setting.weight = fields.optional_text("weight", 20).value_or("");
    setting.measure = measure_of(fields, "measure");
    setting.definition = fields.optional_text("definition", 2'000).value_or("");
    return setting;
}

SupportingMeasure support_of(http::Fields& fields)
{
    SupportingMeasure support;
    support.code = fields.text("code", 60);
    support.name = fields.text("name", 200);
    support.measure = measure_of(fields, "measure");
    support.definition = fields.optional_text("definition", 2'000).value_or("");
    support.unit = fields.optional_text("unit", 40).value_or("");
    const auto decimals = fields.optional_integer("decimals");
    if (!decimals) return support;
    const auto read = parse_decimals(std::to_string(*decimals));
    if (read)
        support.decimals = *read;
    else
        fields.add("decimals", read.error());
    return support;
}

}  // namespace

std::string member_of(const std::string& title)
{
    for (const Member& member : members)
        if (member.title == title) return std::string{member.member};
    return {};
}

http::FieldError field_error(const TargetProblem& problem)
{
    constexpr std::array<std::string_view, 4> lists{"/goals", "/indicators", "/supports", "/changes"};
    std::string pointer{lists.at(static_cast<std::size_t>(problem.list))};
    if (problem.row) pointer += "/" + std::to_string(*problem.row);
    if (const std::string member = member_of(problem.part); problem.row && !member.empty()) pointer += "/" + member;
    base::Error error = problem.error;
    // The workbook names a cell where the code stands first, a grid its row.
    if (problem.first)
        error = {
            base::ErrorKind::invalid, "indicators.targets.code_twice", {{"row", std::to_string(*problem.first + 1)}}};
    return {std::move(pointer), std::move(error)};
}

json::object reading_json(const Target& target, const http::Context& context)
{
    const bool is_number = is_numeric(target.comparison);
    return {{"comparison", to_text(target.comparison)},
            {"value", is_number ? json::value(target.quantity.value.to_string()) : json::value(nullptr)},
            {"unit", is_number ? text_or_null(target.quantity.unit) : json::value(nullptr)},
            {"deadline", deadline_json(target.deadline)},
            {"text", to_text(target)},
            {"warnings", warnings_json(target.warnings, target.text, {}, context)}};
}

json::object to_json(const Actual& actual, const http::Context& context)
{
    json::object object{{"kind", to_text(actual.kind)},
                        {"value", nullptr},
                        {"date", deadline_json(actual.date)},
                        {"warnings", warnings_json(actual.warnings, {}, actual.text, context)}};
    if (actual.kind == ActualKind::number) object["value"] = plain_text(actual.value);
    return object;
}

json::value to_json(const MeasureText& measure)
{
    if (measure.empty()) return nullptr;
    return json::object{{"source", measure.source}, {"method", measure.method},       {"field", measure.field},
                        {"filter", measure.filter}, {"numerator", measure.numerator}, {"period", measure.period}};
}

json::object to_json(const IndicatorSetting& setting)
{
    return {{"code", setting.code},
            {"goal", setting.goal},
            {"level1", setting.level1},
            {"level2", setting.level2},
            {"name", setting.name},
            {"sign", setting.sign},
            {"target", setting.target},
            {"unit", setting.unit},
            {"weight", weight_json(setting.weight)},
            {"measure", to_json(setting.measure)},
            {"definition", setting.definition}};
}

json::object to_json(const IndicatorInForce& indicator, base::FiscalYear year, const http::Context& context)
{
    const IndicatorSetting& setting = indicator.setting;
    json::object object = to_json(setting);
    object["version"] = indicator.version;
    object["documents"] = texts_json(indicator.documents);
    object["printed_target"] = printed_target(setting);
    object["understood"] = reading_json(parse_target({setting.target, setting.unit, setting.sign}, year.year), context);
    return object;
}

json::object to_json(const Goal& goal)
{
    return {{"number", goal.number}, {"text", goal.text}, {"share", to_json(goal.share)}};
}

json::object to_json(const SupportingMeasure& support)
{
    return {{"code", support.code},
            {"name", support.name},
            {"measure", to_json(support.measure)},
            {"definition", support.definition},
            {"unit", support.unit},
            {"decimals", support.decimals ? json::value(*support.decimals) : json::value(nullptr)}};
}

json::array to_json(const std::vector<RevisionChange>& revisions)
{
    json::array documents;
    for (const RevisionChange& change : revisions) {
        json::object line{{"kind", to_text(change.kind)}, {"code", change.code},   {"part", change.part},
                          {"before", change.before},      {"after", change.after}, {"reason", change.reason}};
        const auto same = [&](json::value& document) { return document.at("document").as_string() == change.document; };
        const auto known = std::find_if(documents.begin(), documents.end(), same);
        if (known != documents.end())
            known->at("changes").as_array().push_back(std::move(line));
        else
            documents.push_back(json::object{{"document", change.document},
                                             {"date", change.date.to_string()},
                                             {"changes", json::array{std::move(line)}}});
    }
    return documents;
}

MeasureText measure_of(http::Fields& fields, std::string_view name)
{
    MeasureText measure;
    auto inner = fields.object(name);
    if (!inner) return measure;
    measure.source = inner->text("source", 200);
    measure.method = inner->text("method", 20);
    measure.field = inner->optional_text("field", 200).value_or("");
    measure.filter = inner->optional_text("filter", 1'000).value_or("");
    measure.numerator = inner->optional_text("numerator", 1'000).value_or("");
    measure.period = inner->optional_text("period", 20).value_or("");
    return measure;
}

Targets targets_of(http::Fields& fields)
{
    Targets targets;
    for (http::Fields& row : fields.objects("goals")) targets.goals.push_back(goal_of(row));
    for (http::Fields& row : fields.objects("indicators")) targets.indicators.push_back(setting_of(row));
    for (http::Fields& row : fields.objects("supports")) targets.supports.push_back(support_of(row));
    return targets;
}

}  // namespace indicators
