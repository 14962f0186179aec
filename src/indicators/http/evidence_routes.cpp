// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "closing/http/correction_fields.h"
#include "indicators/http/answers.h"
#include "indicators/records_behind.h"

namespace indicators {

namespace {

constexpr std::size_t most_bytes = 50U << 20;

// What a browser may show without running anything of it.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> previewed{
    {{"pdf", "application/pdf"}, {"png", "image/png"}, {"jpg", "image/jpeg"}}};

std::string_view shown_as(std::string_view type)
{
    for (const auto& [known, content_type] : previewed)
        if (known == type) return content_type;
    return {};
}

class EvidenceList {
public:
    EvidenceList(const http::Context& context, const Surroundings& surroundings, base::FiscalYear year)
        : context_{context}, surroundings_{surroundings}, all_{indicators_of(context).evidence(context.actor.org, year)}
    {
        for (const Run& run : indicators_of(context).runs(context.actor.org))
            if (run.year == year) run_ = run.id;
        if (!run_) return;
        if (const auto facts = FactReader{context.db, context.clock}.facts(context.actor.org, *run_))
            for (const Fact& fact : *facts) facts_.push_back(fact.code);
    }

    json::array items(const std::string& code) const
    {
        json::array array;
        for (const Evidence& one : all_)
            if (code.empty() || one.code == code) array.push_back(item(one));
        return array;
    }

    json::object item(const Evidence& one) const
    {
        json::array indicators;
        json::array facts;
        for (const Evidence& other : all_) {
            if (other.digest != one.digest) continue;
            indicators.emplace_back(other.code);
            if (std::find(facts_.begin(), facts_.end(), other.code) != facts_.end()) facts.emplace_back(other.code);
        }
        const auto path = indicators_of(context_).evidence_path(one);
        const auto type =
            std::filesystem::exists(path) ? surroundings_.type_of(path) : base::Result<std::string>{std::string{}};
        const std::string word = type ? *type : std::string{};
        return {{"code", one.code},
                {"name", one.file_name},
                {"digest", one.digest},
                {"bytes", one.bytes},
                {"type", text_or_null(word)},
                {"preview", !shown_as(word).empty()},
                {"indicators", std::move(indicators)},
                {"run", run_ ? json::value(run_->text()) : json::value(nullptr)},
                {"facts", std::move(facts)}};
    }

private:
    const http::Context& context_;
    const Surroundings& surroundings_;
    std::vector<Evidence> all_;
    std::optional<RunId> run_ = {};  // the newest of the year
    std::vector<std::string> facts_;
};

http::Response list(http::Context& context, const Surroundings& surroundings, const std::string& code)
{
    const auto year = year_of(context);
    if (!year) return http::problem(year.error());
    http::Query query{context.request};
    if (auto problem = query.problem()) return *std::move(problem);
    return listed(EvidenceList{context, surroundings, *year}.items(code));
}

http::Response add(http::Context& context, const Surroundings& surroundings)
{
    const auto year = year_of(context);
    if (!year) return http::problem(year.error());
    http::Query query{context.request};
    const std::string name = query.text("name", 500);
    const auto correction = closing::correction_of(query);
    if (auto problem = query.problem()) return *std::move(problem);
    if (const auto allowed = surroundings.check_name(name); !allowed) return http::problem(allowed.error());
    const auto& upload = context.request.upload;
    if (!upload || upload->bytes == 0)
        return http::problem({base::ErrorKind::invalid, "indicators.evidence.empty", {{"file", name}}});
    if (const auto type = surroundings.type_of(upload->file); !type) return http::problem(415, type.error());
    const auto kept =
        indicators_of(context, correction).add_evidence(context.actor, *year, context.part("code"), upload->file, name);
    if (!kept && kept.error().code == "indicators.evidence.quota_exceeded") return http::problem(413, kept.error());
    if (!kept) return http::problem(kept.error());
    tell(context, "evidence", *year);
    return answer(201, EvidenceList{context, surroundings, *year}.item(*kept));
}

// What people sent is never a page of ours: it is saved, or shown as a picture or a PDF that cannot do anything.
http::Response download(http::Context& context, const Surroundings& surroundings)
{
    http::Query query{context.request};
    const std::string wanted = query.text("name", 500);
    const bool preview = query.word<bool>("preview", {{"true", true}, {"false", false}}).value_or(false);
    if (auto problem = query.problem()) return *std::move(problem);
    const auto uses = indicators_of(context).evidence_uses(context.actor.org, context.part("digest"));
    if (!uses) return http::problem(uses.error());
    const Evidence* evidence = &uses->front().evidence;
    for (const EvidenceUse& use : *uses)
        if (use.evidence.file_name == wanted) evidence = &use.evidence;
    const auto path = indicators_of(context).intact_evidence(*evidence);
    if (!path) return http::problem(path.error());
    http::Response response = http::attachment(*path, evidence->file_name);
    response.header("Content-Security-Policy",
                    "default-src 'none'; img-src 'self'; object-src 'none'; sandbox; "
                    "frame-ancestors 'self'");
    if (!preview) return response;
    const auto type = surroundings.type_of(*path);
    const std::string_view content_type = type ? shown_as(*type) : std::string_view{};
    if (content_type.empty())
        return http::problem(
            {base::ErrorKind::invalid, "indicators.evidence.no_preview", {{"file", evidence->file_name}}});
    response.content_type = content_type;
    constexpr std::string_view saved = "attachment";
    for (auto& [header, value] : response.headers)
        if (header == "Content-Disposition" && value.starts_with(saved)) value.replace(0, saved.size(), "inline");
    return response;
}

http::Response verify(http::Context& context)
{
    const auto year = year_of(context);
    if (!year) return http::problem(year.error());
    http::Query query{context.request};
    if (auto problem = query.problem()) return *std::move(problem);
    const Indicators indicators = indicators_of(context);
    json::array damaged;
    for (const DamagedEvidence& one : indicators.damaged_evidence(context.actor.org, *year))
        damaged.push_back(json::object{{"code", one.evidence.code},
                                       {"name", one.evidence.file_name},
                                       {"digest", one.evidence.digest},
                                       {"missing", one.missing}});
    return answer(200,
                  {{"files", indicators.evidence(context.actor.org, *year).size()}, {"damaged", std::move(damaged)}});
}

}  // namespace

void add_evidence_routes(http::Router& router, const Surroundings& surroundings)
{
    using http::Body;
    using http::Guard;
    using http::Method;
    const std::string of_year = "/api/v1/indicators/years/{year}/evidence";
    router.add({.path = of_year,
                .operation = "listEvidence",
                .permission = "indicators.read",
                .handle = [surroundings](http::Context& context) { return list(context, surroundings, {}); }});
    router.add({.path = of_year + "/{code}",
                .operation = "listEvidenceOfIndicator",
                .permission = "indicators.read",
                .handle = [surroundings](http::Context& context) {
                    return list(context, surroundings, context.part("code"));
                }});
    router.add({.method = Method::post,
                .path = of_year + "/{code}",
                .operation = "addEvidence",
                .permission = "indicators.edit",
                .body = Body::file,
                .body_limit = most_bytes,
                .guard = Guard::idempotency_key,
                .handle = [surroundings](http::Context& context) { return add(context, surroundings); }});
    router.add({.path = "/api/v1/indicators/years/{year}/evidence-verification",
                .operation = "verifyEvidence",
                .permission = "indicators.read",
                .handle = verify});
    router.add({.path = "/api/v1/indicators/evidence/{digest}",
                .operation = "getEvidence",
                .permission = "indicators.read",
                .handle = [surroundings](http::Context& context) { return download(context, surroundings); }});
}

void add_indicator_routes(http::Router& router, const Surroundings& surroundings)
{
    add_target_routes(router, surroundings);
    add_entry_routes(router);
    add_evidence_routes(router, surroundings);
    add_measure_routes(router, surroundings);
    add_run_routes(router, surroundings);
    add_fact_routes(router, surroundings);
}

}  // namespace indicators
