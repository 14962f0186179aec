// SPDX-License-Identifier: Apache-2.0
#include "closing/core/content.h"

#include <algorithm>

namespace closing {

std::vector<Unexplained> unexplained(const Span& span, const std::vector<Content>& then,
                                     const std::vector<Content>& now)
{
    std::vector<Unexplained> found;
    for (const Content& kept : then) {
        const auto same = std::find_if(now.begin(), now.end(), [&](const Content& c) { return c.kind == kept.kind; });
        const Content held = same == now.end() ? Content{kept.kind} : *same;
        if (held != kept) found.push_back({span, kept, held});
    }
    return found;
}

}  // namespace closing
