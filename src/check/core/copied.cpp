// SPDX-License-Identifier: Apache-2.0
#include "check/core/copied.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "check/core/written_number.h"
#include "chinese/letters.h"

namespace check {

namespace {

constexpr std::size_t shortest_paragraph = 30;  // letters: shorter ones are alike by chance
constexpr std::size_t run = 4;                  // letters
constexpr std::size_t most_paragraphs = 50;     // that a run may stand in; what stands everywhere says nothing

// Every run of four letters; a digit counts as any other digit.
std::set<std::u32string> runs_of(const Block& block)
{
    std::u32string letters;
    for (const chinese::Letter& letter : chinese::letters(chinese::compact(block.text)))
        letters += letter.code >= U'0' && letter.code <= U'9' ? U'0' : letter.code;
    std::set<std::u32string> runs;
    if (letters.size() < shortest_paragraph || block.kind == Block::Kind::row) return runs;
    for (std::size_t i = 0; i + run <= letters.size(); ++i) runs.insert(letters.substr(i, run));
    return runs;
}

using Index = std::unordered_map<std::u32string, std::vector<std::size_t>>;

Index index_of(const ReportText& report)
{
    Index index;
    for (std::size_t i = 0; i < report.blocks.size(); ++i)
        for (const std::u32string& one : runs_of(report.blocks[i])) index[one].push_back(i);
    return index;
}

bool has_figures(const Block& block)
{
    return std::any_of(block.text.begin(), block.text.end(), [](char letter) {
        return begins_with_digit(std::string_view{&letter, 1});
    });
}

}  // namespace

Findings copied_from(const ReportText& report, const ReportText& earlier)
{
    Findings findings;
    const Index index = index_of(earlier);
    for (const Block& block : report.blocks) {
        const std::set<std::u32string> runs = runs_of(block);
        std::map<std::size_t, std::size_t> shared;
        for (const std::u32string& one : runs) {
            const auto found = index.find(one);
            if (found == index.end() || found->second.size() > most_paragraphs) continue;
            for (const std::size_t paragraph : found->second) ++shared[paragraph];
        }
        const auto best = std::max_element(shared.begin(), shared.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        if (best == shared.end() || best->second * 5 < runs.size() * 4) continue;
        const Spot there =
            earlier.blocks[best->first].stretches.empty() ? Spot{} : earlier.blocks[best->first].stretches[0].spot;
        const Place place = place_of(block, 0, block.text.size());
        findings.push_back({"L26",
                            "check.l26.copied",
                            has_figures(block) ? Severity::warning : Severity::note,
                            {{"text", place.quote},
                             {"share", std::to_string(best->second * 100 / runs.size())},
                             {"line", std::to_string(there.line)}},
                            {place},
                            {}});
    }
    return findings;
}

}  // namespace check
