// SPDX-License-Identifier: Apache-2.0
#include "closing/cli/correction_options.h"

namespace closing {

std::vector<cli::Option> correction_options()
{
    return {{"--correction", {"更正原因：月份或年度已结账时必须写", "why something closed changes"}, "REASON"},
            {"--correction-document", {"更正依据的文号", "number of the paper it rests on"}, "NUMBER"}};
}

std::vector<cli::Option> with_correction(std::vector<cli::Option> options)
{
    for (cli::Option& option : correction_options()) options.push_back(std::move(option));
    return options;
}

std::optional<Correction> correction_of(const cli::Input& input)
{
    if (!input.has("--correction") && !input.has("--correction-document")) return std::nullopt;
    return Correction{input.text("--correction"), input.text("--correction-document")};
}

}  // namespace closing
