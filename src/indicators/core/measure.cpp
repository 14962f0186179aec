// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/measure.h"

#include <array>

#include "base/quantity.h"

namespace indicators {

namespace {

struct OperatorSpelling {
    std::string_view written;
    ConditionOperator op;
};

// The first spelling of an operator is the one we print. Two-letter forms stand before their first letter.
constexpr std::array operator_spellings{
    OperatorSpelling{"≥", ConditionOperator::at_least}, OperatorSpelling{"≤", ConditionOperator::at_most},
    OperatorSpelling{"≠", ConditionOperator::unequal},  OperatorSpelling{">=", ConditionOperator::at_least},
    OperatorSpelling{"<=", ConditionOperator::at_most}, OperatorSpelling{"<>", ConditionOperator::unequal},
    OperatorSpelling{"!=", ConditionOperator::unequal}, OperatorSpelling{"≧", ConditionOperator::at_least},
    OperatorSpelling{"≦", ConditionOperator::at_most},  OperatorSpelling{"=", ConditionOperator::equal},
    OperatorSpelling{">", ConditionOperator::greater},  OperatorSpelling{"<", ConditionOperator::less},
    OperatorSpelling{"＝", ConditionOperator::equal},   OperatorSpelling{"＞", ConditionOperator::greater},
    OperatorSpelling{"＜", ConditionOperator::less},    OperatorSpelling{"包含", ConditionOperator::contains},
};

struct MethodName {
    std::string_view written;
    MeasureMethod method;
};

constexpr std::array method_names{
    MethodName{"计数", MeasureMethod::count},        MethodName{"求和", MeasureMethod::sum},
    MethodName{"平均", MeasureMethod::average},      MethodName{"最大", MeasureMethod::maximum},
    MethodName{"占比", MeasureMethod::share},        MethodName{"限内占比", MeasureMethod::within_limit},
    MethodName{"去重计数", MeasureMethod::distinct},
};

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

std::vector<std::string> split(const std::string& text, char separator)
{
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t at = text.find(separator); at != std::string::npos; at = text.find(separator, begin)) {
        parts.push_back(without_outer_blanks(std::string_view{text}.substr(begin, at - begin)));
        begin = at + 1;
    }
    parts.push_back(without_outer_blanks(std::string_view{text}.substr(begin)));
    return parts;
}

auto refuse(std::string_view reason, const std::string& text)
{
    return base::fail(base::ErrorKind::invalid, "indicators.measure." + std::string{reason}, {{"text", text}});
}

base::Result<Condition> parse_condition(const std::string& text)
{
    const auto found = first_operator(text);
    if (!found) return refuse("condition_malformed", text);
    Condition condition{without_outer_blanks(std::string_view{text}.substr(0, found->at)), found->op,
                        split(replaced(text.substr(found->at + found->length), "｜", "|"), '|')};
    bool complete = !condition.column.empty();
    for (const std::string& alternative : condition.alternatives) complete = complete && !alternative.empty();
    if (!complete) return refuse("condition_malformed", text);
    return condition;
}

// ≤24小时, ≥90%, ≤0天.
base::Result<MeasureLimit> parse_limit(const std::string& text)
{
    const auto found = first_operator(text);
    const bool an_order =
        found && found->at == 0 && found->op != ConditionOperator::unequal && found->op != ConditionOperator::contains;
    if (!an_order) return refuse("limit_malformed", text);
    const std::string rest = without_outer_blanks(std::string_view{text}.substr(found->length));
    const std::size_t digits = std::min(rest.find_first_not_of("0123456789.-"), rest.size());
    const auto value = base::Decimal::parse(rest.substr(0, digits));
    if (!value) return refuse("limit_malformed", text);
    return MeasureLimit{found->op, *value,
                        base::unit_named(without_outer_blanks(std::string_view{rest}.substr(digits)))};
}

bool needs_field(MeasureMethod method)
{
    return method != MeasureMethod::count && method != MeasureMethod::share;
}

// Collects the mistakes of one declaration, so that an import can name all of them.
class Parser {
public:
    explicit Parser(const MeasureText& text) { measure_.text = text; }

    tl::expected<Measure, std::vector<MeasureProblem>> parse()
    {
        source();
        method();
        conditions(MeasurePart::filter, measure_.text.filter, measure_.filter);
        period();
        if (!problems_.empty()) return tl::unexpected(problems_);
        return measure_;
    }

private:
    void add(MeasurePart part, base::Error error) { problems_.push_back({part, std::move(error)}); }
    void add(MeasurePart part, std::string_view reason, const std::string& text)
    {
        add(part, refuse(reason, text).value());
    }

    void source()
    {
        const std::string text = replaced(without_outer_blanks(measure_.text.source), "：", ":");
        const std::size_t colon = text.find(':');
        if (text.empty())
            add(MeasurePart::source, "source_missing", text);
        else if (colon == std::string::npos || colon == 0 || colon + 1 == text.size())
            add(MeasurePart::source, "source_malformed", text);
        measure_.text.source = text;
    }

    void method()
    {
        const std::string written = without_outer_blanks(measure_.text.method);
        const auto* found = method_names.begin();
        while (found != method_names.end() && found->written != written) ++found;
        if (found == method_names.end()) return add(MeasurePart::method, "method_unknown", written);
        measure_.method = found->method;
        measure_.text.method = written;
        measure_.text.field = without_outer_blanks(measure_.text.field);
        if (needs_field(found->method) && measure_.text.field.empty())
            add(MeasurePart::field, "field_missing", written);
        numerator(written);
    }

    void numerator(const std::string& method_name)
    {
        const std::string text = without_outer_blanks(measure_.text.numerator);
        const bool wanted = measure_.method == MeasureMethod::share || measure_.method == MeasureMethod::within_limit;
        if (wanted && text.empty()) return add(MeasurePart::numerator, "numerator_missing", method_name);
        if (!wanted && !text.empty()) return add(MeasurePart::numerator, "numerator_unused", text);
        if (measure_.method == MeasureMethod::share)
            return conditions(MeasurePart::numerator, text, measure_.numerator);
        if (measure_.method != MeasureMethod::within_limit) return;
        auto limit = parse_limit(text);
        if (!limit) return add(MeasurePart::numerator, limit.error());
        measure_.limit = *limit;
    }

    void conditions(MeasurePart part, const std::string& text, std::vector<Condition>& into)
    {
        auto parsed = parse_conditions(text);
        if (!parsed) return add(part, parsed.error());
        into = *std::move(parsed);
    }

    void period()
    {
        const std::string text = without_outer_blanks(measure_.text.period);
        measure_.all_time = text == "全部";
        if (text.empty() || measure_.all_time) return;
        const auto period = base::Period::parse(text);
        if (!period) return add(MeasurePart::period, "period_malformed", text);
        measure_.period = *period;
    }

    Measure measure_;
    std::vector<MeasureProblem> problems_;
};

}  // namespace

std::string without_outer_blanks(std::string_view text)
{
    constexpr std::string_view wide_blank = "　";
    const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    for (bool again = true; again;) {
        again = true;
        if (!text.empty() && is_blank(text.front()))
            text.remove_prefix(1);
        else if (!text.empty() && is_blank(text.back()))
            text.remove_suffix(1);
        else if (text.starts_with(wide_blank))
            text.remove_prefix(wide_blank.size());
        else if (text.ends_with(wide_blank))
            text.remove_suffix(wide_blank.size());
        else
            again = false;
    }
    return std::string{text};
}

std::optional<FoundOperator> first_operator(std::string_view text)
{
    std::optional<FoundOperator> first;
    for (const OperatorSpelling& spelling : operator_spellings) {
        const std::size_t at = text.find(spelling.written);
        if (at == std::string_view::npos || (first && at >= first->at)) continue;
        first = FoundOperator{at, spelling.written.size(), spelling.op};
    }
    return first;
}

std::string_view to_text(ConditionOperator op)
{
    for (const OperatorSpelling& spelling : operator_spellings)
        if (spelling.op == op) return spelling.written;
    return {};
}

std::string to_text(const Condition& condition)
{
    std::string text = condition.column + std::string{to_text(condition.op)};
    for (std::size_t i = 0; i < condition.alternatives.size(); ++i)
        text += (i == 0 ? "" : "|") + condition.alternatives[i];
    return text;
}

base::Result<std::vector<Condition>> parse_conditions(const std::string& text)
{
    std::vector<Condition> conditions;
    for (const std::string& part : split(replaced(text, "；", ";"), ';')) {
        if (part.empty()) continue;
        TRY_ASSIGN(Condition condition, parse_condition(part));
        conditions.push_back(std::move(condition));
    }
    return conditions;
}

tl::expected<Measure, std::vector<MeasureProblem>> parse_measure(const MeasureText& text)
{
    return Parser{text}.parse();
}

}  // namespace indicators
