// SPDX-License-Identifier: Apache-2.0
#include "indicators/store/monitoring_file.h"

#include "indicators/store/json_fields.h"

namespace indicators {

namespace json = boost::json;

namespace {

const std::vector<std::pair<std::string_view, Certainty>> certainties{
    {"V", Certainty::verified}, {"C", Certainty::practice}, {"U", Certainty::unconfirmed}};

class Loader {
public:
    base::Result<Monitoring> load(const json::value& value)
    {
        JsonFields fields{value, "", error_};
        Monitoring rules;
        rules.id = fields.text("id");
        rules.title = fields.text("title");
        rules.valid_from = fields.date("valid_from");
        rules.source = fields.text("source");
        rules.certainty = fields.word("certainty", certainties);
        read_execution(fields.member("execution"), rules);
        read_indicator(fields.member("indicator"), rules);
        read_forecast(fields.member("forecast"), rules.forecast);
        read_missing(fields.member("missing"), rules);
        fields.no_other_keys();
        if (error_) return tl::unexpected<base::Error>{*error_};
        return rules;
    }

private:
    static void read_limits(JsonFields& fields, LightLimits& limits)
    {
        limits.red_below = fields.decimal("red_below");
        limits.yellow_below = fields.decimal("yellow_below");
        limits.blue_from = fields.optional_decimal("blue_from");
        if (limits.yellow_below < limits.red_below) fields.refuse("indicators.rule_set.out_of_order", "yellow_below");
    }

    void read_execution(const json::value& value, Monitoring& rules)
    {
        JsonFields fields{value, "execution", error_};
        read_limits(fields, rules.execution);
        fields.no_other_keys();
    }

    void read_indicator(const json::value& value, Monitoring& rules)
    {
        JsonFields fields{value, "indicator", error_};
        read_limits(fields, rules.indicator);
        rules.all_year = texts_of(fields, "all_year");
        fields.no_other_keys();
    }

    void read_forecast(const json::value& value, ForecastRule& rule)
    {
        JsonFields fields{value, "forecast", error_};
        rule.early_margin = fields.decimal("early_margin");
        if (rule.early_margin > base::Decimal::whole(1))
            fields.impossible("early_margin", rule.early_margin.to_string());
        rule.settled_months = fields.optional_count("settled_months", 12).value_or(rule.settled_months);
        rule.payment_lag_months = fields.optional_count("payment_lag_months", 12).value_or(rule.payment_lag_months);
        rule.planned_words = texts_of(fields, "planned_words");
        fields.no_other_keys();
    }

    void read_missing(const json::value& value, Monitoring& rules)
    {
        const json::object* const object = value.if_object();
        JsonFields fields{value, "missing", error_};
        if (!object) return;
        for (const auto& member : *object) {
            const std::string name{member.key()};
            JsonFields inner{fields.member(name), "missing." + name, error_};
            MissingBasis& basis = rules.missing[name];
            if (!inner.optional_member("basis").is_null()) basis.text = inner.text("basis");
            basis.certainty = inner.word("certainty", certainties);
            inner.no_other_keys();
        }
    }

    static std::vector<std::string> texts_of(JsonFields& fields, std::string_view key)
    {
        const json::value& value = fields.member(key);
        std::vector<std::string> texts;
        const json::array* const array = value.if_array();
        if (!array) fields.impossible(key, json::serialize(value));
        for (const json::value& text : array ? *array : json::array{}) {
            if (text.is_string())
                texts.emplace_back(text.as_string());
            else
                fields.impossible(key, json::serialize(text));
        }
        return texts;
    }

    std::optional<base::Error> error_;
};

}  // namespace

base::Result<Monitoring> parse_monitoring(std::string_view text)
{
    boost::system::error_code failed;
    const json::value value = json::parse(text, failed);
    if (failed)
        return base::fail(base::ErrorKind::invalid, "indicators.rule_set.not_json", {{"what", failed.message()}});
    return Loader{}.load(value);
}

}  // namespace indicators
