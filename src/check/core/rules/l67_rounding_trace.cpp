// SPDX-License-Identifier: Apache-2.0
// L67: the whole budget less the projects is the basic expenditure; where its printed execution passes its printed
// budget by a digit or two, that is a trace of rounding. By more it is an error.
#include "check/core/relations.h"
#include "check/core/rules/all.h"

namespace check {

namespace {

struct Pair {
    const Claim* plan = nullptr;
    const Claim* done = nullptr;
};

Pair pair_with(const Material& material, std::string_view word)
{
    for (std::size_t i = 0; i + 1 < material.claims.size(); ++i) {
        const Claim& plan = material.claims[i];
        const Claim& done = material.claims[i + 1];
        if (plan.label.find(word) != std::string::npos && plan.measure == Measure::money &&
            role_of(plan) == Role::plan && done.measure == Measure::money && role_of(done) == Role::done &&
            done.sentence == plan.sentence && done.block == plan.block)
            return {&plan, &done};
    }
    return {};
}

}  // namespace

void find_rounding_traces(const Material& material, Found& findings)
{
    const Pair whole = pair_with(material, "部门预算总额");
    const Pair projects = pair_with(material, "项目预算总额");
    if (!whole.plan || !projects.plan) return;
    const base::Ratio plan = exact(*whole.plan) - exact(*projects.plan);
    const base::Ratio done = exact(*whole.done) - exact(*projects.done);
    if (done <= plan) return;
    const base::Ratio allowed =
        half_digit(*whole.plan) + half_digit(*projects.plan) + half_digit(*whole.done) + half_digit(*projects.done);
    const bool is_trace = done - plan <= allowed;
    Finding finding{"L67",
                    is_trace ? "check.l67.trace" : "check.l67.beyond",
                    is_trace ? Severity::note : Severity::error,
                    {{"plan", shown_in_unit_of(*whole.plan, plan)}, {"done", shown_in_unit_of(*whole.done, done)}}};
    for (const Claim* const claim : {whole.plan, projects.plan, whole.done, projects.done}) {
        finding.places.push_back(place_with_label(material.text, *claim));
        finding.numbers.push_back(printed(*claim));
    }
    findings.push_back(std::move(finding));
}

}  // namespace check
