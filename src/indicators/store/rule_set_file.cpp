// SPDX-License-Identifier: Apache-2.0
#include "indicators/store/rule_set_file.h"

#include <algorithm>

#include "indicators/store/json_fields.h"

namespace indicators {

namespace json = boost::json;
using base::Decimal;

namespace {

std::string at(const std::string& path, std::size_t index)
{
    return path + "[" + std::to_string(index) + "]";
}

class Loader {
public:
    base::Result<RuleSet> load(const json::value& value)
    {
        JsonFields fields{value, "", error_};
        RuleSet rules;
        read_head(fields, rules);
        read_execution(fields.member("execution"), rules);
        read_quantitative(fields.member("quantitative"), rules.quantitative);
        read_qualitative(fields.member("qualitative"), rules.bands);
        read_rounding(fields.member("rounding"), rules.rounding);
        rules.not_applicable = fields.word<NotApplicable>(
            "not_applicable", {{"full", NotApplicable::full}, {"rescale", NotApplicable::rescale}});
        read_grades(fields.member("grades"), rules);
        read_weights(fields.member("weights"), rules.weights);
        read_warnings(fields.member("warnings"), rules.warnings);
        read_tables(fields.optional_member("tables"), rules.tables);
        fields.no_other_keys();
        if (error_) return tl::unexpected<base::Error>{*error_};
        check_grades(rules);
        if (error_) return tl::unexpected<base::Error>{*error_};
        return rules;
    }

private:
    void refuse(const char* code, const std::string& path, const std::string& value = {})
    {
        if (!error_) error_ = base::Error{base::ErrorKind::invalid, code, {{"path", path}, {"value", value}}};
    }

    void impossible(const std::string& path, const json::value& value)
    {
        refuse("indicators.rule_set.value_impossible", path, json::serialize(value));
    }

    // The elements of an array; empty, with a refusal, for anything else.
    const json::array& elements(const json::value& value, const std::string& path)
    {
        static const json::array none;
        const json::array* const array = value.if_array();
        if (!array) impossible(path, value);
        return array ? *array : none;
    }

    std::string text_of(const json::value& value, const std::string& path)
    {
        const json::string* const string = value.if_string();
        if (string && !string->empty()) return std::string{*string};
        impossible(path, value);
        return {};
    }

    Decimal number_of(const json::value& value, const std::string& path)
    {
        const auto decimal = decimal_of(value);
        if (!decimal) impossible(path, value);
        return decimal.value_or(Decimal{});
    }

    std::vector<std::string> texts_of(const json::value& value, const std::string& path)
    {
        std::vector<std::string> texts;
        const json::array& array = elements(value, path);
        for (std::size_t i = 0; i < array.size(); ++i) texts.push_back(text_of(array[i], at(path, i)));
        return texts;
    }

    void read_head(JsonFields& fields, RuleSet& rules)
    {
        rules.id = fields.text("id");
        rules.title = fields.text("title");
        rules.region = fields.text("region");
        const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
        if (rules.region.size() != 6 || !std::all_of(rules.region.begin(), rules.region.end(), is_digit))
            fields.impossible("region", rules.region);
        rules.valid_from = fields.date("valid_from");
        rules.valid_to = fields.optional_date("valid_to");
        if (rules.valid_to && *rules.valid_to < rules.valid_from)
            fields.impossible("valid_to", rules.valid_to->to_string());
        rules.source = fields.text("source");
        rules.certainty = fields.word<Certainty>(
            "certainty", {{"V", Certainty::verified}, {"C", Certainty::practice}, {"U", Certainty::unconfirmed}});
    }

    void read_execution(const json::value& value, RuleSet& rules)
    {
        if (value.is_null()) return;
        JsonFields fields{value, "execution", error_};
        ExecutionRule& rule = rules.execution.emplace();
        rule.weight = fields.decimal("weight");
        if (rule.weight.is_zero() || rule.weight.scale() > 2) fields.impossible("weight", rule.weight.to_string());
        rule.budget =
            fields.word<BudgetBase>("base", {{"adjusted", BudgetBase::adjusted}, {"initial", BudgetBase::initial}});
        rule.formula = fields.word<ExecutionFormula>(
            "formula", {{"linear", ExecutionFormula::linear}, {"steps", ExecutionFormula::steps}});
        rule.capped = fields.flag("cap");
        rule.rate_decimals = fields.optional_count("rate_rounding", 4);
        rule.reason_required_below = fields.optional_decimal("reason_required_below");
        const json::value& steps = fields.optional_member("steps");
        if ((rule.formula == ExecutionFormula::steps) != steps.is_array())
            fields.impossible("steps", json::serialize(steps));
        if (steps.is_array()) read_execution_steps(steps, rule);
        fields.no_other_keys();
    }

    void read_execution_steps(const json::value& value, ExecutionRule& rule)
    {
        const std::string path = "execution.steps";
        const json::array& steps = elements(value, path);
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const json::array& pair = elements(steps[i], at(path, i));
            if (pair.size() != 2) return impossible(at(path, i), steps[i]);
            const ExecutionStep step{number_of(pair[0], at(path, i)), number_of(pair[1], at(path, i))};
            if (step.points > rule.weight) return impossible(at(path, i), steps[i]);
            if (!rule.steps.empty() && step.from >= rule.steps.back().from)
                return refuse("indicators.rule_set.out_of_order", at(path, i));
            rule.steps.push_back(step);
        }
        if (rule.steps.empty()) impossible(path, value);
    }

    void read_quantitative(const json::value& value, QuantitativeRule& rule)
    {
        JsonFields fields{value, "quantitative", error_};
        rule.positive = fields.word<PositiveFormula>(
            "positive", {{"ratio", PositiveFormula::ratio}, {"coefficient", PositiveFormula::coefficient}});
        rule.negative = fields.word<NegativeFormula>("negative", {{"inverse_ratio", NegativeFormula::inverse_ratio},
                                                                  {"excess_share", NegativeFormula::excess_share}});
        rule.zero_target = fields.word<ZeroTarget>("zero_target", {{"all_or_nothing", ZeroTarget::all_or_nothing}});
        rule.capped = fields.flag("cap");
        rule.over_target =
            fields.word<OverTarget>("over_target", {{"remark", OverTarget::remark}, {"cut", OverTarget::cut}});
        rule.remark_at = fields.decimal("over_target_remark_at");
        if (rule.remark_at < Decimal::whole(1)) fields.impossible("over_target_remark_at", rule.remark_at.to_string());
        rule.reason_required_below = fields.decimal("reason_required_below");
        if (rule.reason_required_below > Decimal::whole(1))
            fields.impossible("reason_required_below", rule.reason_required_below.to_string());
        fields.no_other_keys();
    }

    // Bands run from 1 down to 0 without a gap.
    void read_qualitative(const json::value& value, std::vector<Band>& bands)
    {
        JsonFields fields{value, "qualitative", error_};
        const json::array& list = elements(fields.member("bands"), "qualitative.bands");
        Decimal upper = Decimal::whole(1);
        for (std::size_t i = 0; i < list.size(); ++i) {
            const std::string path = at("qualitative.bands", i);
            const json::array& band = elements(list[i], path);
            if (band.size() < 3 || band.size() > 4) return impossible(path, list[i]);
            bands.push_back({text_of(band[0], path), number_of(band[1], path), number_of(band[2], path)});
            if (band.size() == 4) bands.back().also = texts_of(band[3], path);
            if (bands.back().upper != upper || bands.back().lower >= upper)
                return refuse("indicators.rule_set.out_of_order", path);
            upper = bands.back().lower;
        }
        if (!bands.empty() && !upper.is_zero()) refuse("indicators.rule_set.out_of_order", "qualitative.bands");
        fields.no_other_keys();
    }

    void read_rounding(const json::value& value, Rounding& rounding)
    {
        JsonFields fields{value, "rounding", error_};
        rounding.row = fields.optional_count("row", 2);
        rounding.execution = fields.optional_count("execution", 2);
        const auto total = fields.optional_count("total", 2);
        if (!total) fields.refuse("indicators.rule_set.key_missing", "total");
        rounding.total = total.value_or(2);
        if (const std::string mode = fields.text("mode"); mode != "half_up") fields.impossible("mode", mode);
        fields.no_other_keys();
    }

    void read_grades(const json::value& value, RuleSet& rules)
    {
        const json::array& list = elements(value, "grades");
        for (std::size_t i = 0; i < list.size(); ++i) {
            const std::string path = at("grades", i);
            const json::array& grade = elements(list[i], path);
            if (grade.size() != 2) return impossible(path, list[i]);
            rules.grades.push_back({text_of(grade[0], path), number_of(grade[1], path)});
        }
    }

    // The lowest grade starts at 0, the highest within full marks.
    void check_grades(const RuleSet& rules)
    {
        if (rules.grades.empty()) return;
        const auto descending = [](const Grade& a, const Grade& b) { return a.from <= b.from; };
        if (std::adjacent_find(rules.grades.begin(), rules.grades.end(), descending) != rules.grades.end() ||
            !rules.grades.back().from.is_zero() || rules.grades.front().from > full_marks(rules))
            refuse("indicators.rule_set.out_of_order", "grades");
    }

    void read_weights(const json::value& value, WeightRule& weights)
    {
        JsonFields fields{value, "weights", error_};
        weights.total = fields.decimal("total");
        if (weights.total.is_zero() || weights.total.scale() > 2) fields.impossible("total", weights.total.to_string());
        const json::array& layouts = elements(fields.member("level1"), "weights.level1");
        for (std::size_t i = 0; i < layouts.size(); ++i) read_layout(layouts[i], at("weights.level1", i), weights);
        fields.no_other_keys();
    }

    void read_layout(const json::value& value, const std::string& path, WeightRule& weights)
    {
        JsonFields fields{value, path, error_};
        WeightLayout& layout = weights.layouts.emplace_back();
        if (!fields.optional_member("needs").is_null()) layout.needs = fields.text("needs");
        const json::array& groups = elements(fields.member("groups"), path + ".groups");
        Decimal sum;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            const std::string here = at(path + ".groups", i);
            const json::array& group = elements(groups[i], here);
            if (group.size() != 2) return impossible(here, groups[i]);
            layout.groups.push_back({texts_of(group[0], here), number_of(group[1], here)});
            sum = sum + layout.groups.back().points;
        }
        if (sum != weights.total) fields.impossible("groups", sum.to_string());
        fields.no_other_keys();
    }

    void read_warnings(const json::value& value, WarningRule& warnings)
    {
        JsonFields fields{value, "warnings", error_};
        warnings.red_gap = fields.optional_decimal("red_gap");
        warnings.yellow_unspent = fields.optional_decimal("yellow_unspent");
        warnings.longest_text = fields.optional_count("longest_text", 100'000);
        fields.no_other_keys();
    }

    void read_tables(const json::value& value, std::vector<NamedTable>& tables)
    {
        if (value.is_null()) return;
        const json::array& list = elements(value, "tables");
        for (std::size_t i = 0; i < list.size(); ++i) {
            const std::string path = at("tables", i);
            const json::array& pair = elements(list[i], path);
            if (pair.size() != 2) return impossible(path, list[i]);
            NamedTable table{text_of(pair[0], path), parse_target({text_of(pair[1], path)})};
            if (table.target.comparison != Comparison::steps) return impossible(path, pair[1]);
            tables.push_back(std::move(table));
        }
    }

    std::optional<base::Error> error_ = {};
};

}  // namespace

base::Result<RuleSet> parse_rule_set(std::string_view text)
{
    boost::system::error_code failure;
    const json::value value = json::parse(text, failure);
    if (failure)
        return base::fail(base::ErrorKind::invalid, "indicators.rule_set.not_json", {{"what", failure.message()}});
    return Loader{}.load(value);
}

}  // namespace indicators
