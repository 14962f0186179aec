// SPDX-License-Identifier: Apache-2.0
#include "check/core/waiver.h"

#include "base/sm3.h"

namespace check {

namespace {

// Each part with its length before it, so that no two lists of parts read the same.
void append(std::string& text, const std::string& part)
{
    text += std::to_string(part.size()) + ":" + part;
}

std::string identity_of(const Finding& finding)
{
    std::string text;
    append(text, finding.rule);
    append(text, finding.code);
    for (const Place& place : finding.places) append(text, place.quote);
    text += '|';
    for (const std::string& number : finding.numbers) append(text, number);
    return text;
}

}  // namespace

std::vector<std::string> keys_of(const Findings& findings)
{
    std::map<std::string, std::size_t> seen;
    std::vector<std::string> keys;
    for (const Finding& finding : findings) {
        std::string text = identity_of(finding);
        const std::size_t before = seen[text]++;
        if (before > 0) text += "#" + std::to_string(before + 1);
        keys.push_back(base::sm3(text));
    }
    return keys;
}

std::vector<std::optional<Waiver>> waivers_beside(const Findings& findings, const Waivers& waivers)
{
    std::vector<std::optional<Waiver>> beside;
    for (const std::string& key : keys_of(findings)) {
        const auto found = waivers.find(key);
        beside.push_back(found == waivers.end() ? std::nullopt : std::optional{found->second});
    }
    return beside;
}

Findings open_errors(const Findings& findings, const Waivers& waivers)
{
    const std::vector<std::optional<Waiver>> beside = waivers_beside(findings, waivers);
    Findings open;
    for (std::size_t i = 0; i < findings.size(); ++i)
        if (findings[i].severity == Severity::error && !beside[i]) open.push_back(findings[i]);
    return open;
}

}  // namespace check
