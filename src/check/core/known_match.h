// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/check/core: which figures of ours a report states.

#include "check/core/known.h"

namespace check {

struct Stated {
    const Claim* claim;
    // The figures that the words may mean; the claim is right when it agrees with one of them. The first is what the
    // words mean more often.
    std::vector<const KnownFigure*> figures;
};

std::vector<Stated> stated_by_name(const Material& material, const Known& known);
std::vector<Stated> stated_of_budget(const Material& material, const Known& known);

// A number of another year, a plan, a comparison, or one that is only about so.
bool is_something_else(const Known& known, const Claim& claim, std::string_view words);
// The words with each of the given ones taken out, punctuation and digits too.
std::string without_words(std::string text, std::span<const std::string_view> words);

}  // namespace check
