// SPDX-License-Identifier: Apache-2.0
#include "app/year/closing_json.h"

#include "base/instant.h"

namespace app {

namespace {

namespace json = boost::json;

json::object to_json(const closing::Content& content)
{
    return {{"kind", content.kind},
            {"subject", content.subject.empty() ? json::value(nullptr) : json::value(content.subject)},
            {"count", content.count},
            {"amount", content.amount.to_string()},
            {"digest", content.digest}};
}

json::object span_json(const closing::Span& span, const closing::ClosedSpan* closed, base::Date today)
{
    json::object object{{"period", span.to_string()},
                        {"state", closed                    ? "closed"
                                  : today > span.last_day() ? "over"
                                                            : "running"},
                        {"closed_at", nullptr},
                        {"account", nullptr},
                        {"open_items", 0},
                        {"corrections", 0},
                        {"contents", json::array{}}};
    if (!closed) return object;
    object["closed_at"] = base::instant_text(closed->closed_ms);
    object["account"] = closed->account;
    object["open_items"] = closed->open_items;
    object["corrections"] = closed->corrections;
    for (const closing::Content& content : closed->contents) object["contents"].as_array().push_back(to_json(content));
    return object;
}

json::object to_json(const closing::MadeCorrection& made)
{
    json::array periods;
    for (const closing::Span& span : made.spans) periods.emplace_back(span.to_string());
    return {
        {"id", made.id},
        {"reason", made.correction.reason},
        {"document", made.correction.document.empty() ? json::value(nullptr) : json::value(made.correction.document)},
        {"account", made.account},
        {"made_at", base::instant_text(made.made_ms)},
        {"periods", std::move(periods)}};
}

}  // namespace

json::object closing_year_json(const closing::Closings& closings, const base::OrgId& org, base::FiscalYear year,
                               base::Date today)
{
    const std::vector<closing::ClosedSpan> closed = closings.closed(org, year);
    const auto one = [&](int month) {
        const closing::Span span{year.year, month};
        const closing::ClosedSpan* found = nullptr;
        for (const closing::ClosedSpan& known : closed)
            if (known.span == span) found = &known;
        return span_json(span, found, today);
    };
    json::array months;
    for (int month = 1; month <= 12; ++month) months.push_back(one(month));
    json::array corrections;
    for (const closing::MadeCorrection& made : closings.corrections(org, year)) corrections.push_back(to_json(made));
    return {
        {"year", year.year}, {"whole", one(0)}, {"months", std::move(months)}, {"corrections", std::move(corrections)}};
}

json::array open_items_json(const std::vector<OpenItem>& items, const Words& words)
{
    json::array array;
    for (const OpenItem& item : items)
        array.push_back(
            json::object{{"severity", item.severity}, {"code", item.what.code}, {"message", words(item.what)}});
    return array;
}

json::array unexplained_json(const std::vector<closing::Unexplained>& found)
{
    json::array array;
    for (const closing::Unexplained& one : found)
        array.push_back(json::object{{"period", one.span.to_string()},
                                     {"kind", one.then.kind},
                                     {"subject", to_json(one.then).at("subject")},
                                     {"then", to_json(one.then)},
                                     {"now", to_json(one.now)}});
    return array;
}

}  // namespace app
