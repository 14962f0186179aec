// SPDX-License-Identifier: Apache-2.0
#include "closing/core/content.h"

#include <algorithm>

namespace closing {

Holding::Holding(std::string kind, std::string subject)
{
    content_.kind = std::move(kind);
    content_.subject = std::move(subject);
}

void Holding::add(const std::vector<std::string>& fields, base::Money amount)
{
    for (const std::string& field : fields) digest_.add_field(field);
    digest_.add_field(std::to_string(amount.fen()));
    content_.amount += amount;
    ++content_.count;
}

Content Holding::finish()
{
    content_.digest = digest_.finish();
    return std::move(content_);
}

std::vector<Unexplained> unexplained(const Span& span, const std::vector<Content>& then,
                                     const std::vector<Content>& now)
{
    const auto same_in = [](const std::vector<Content>& where, const Content& one) {
        return std::find_if(where.begin(), where.end(),
                            [&](const Content& c) { return c.kind == one.kind && c.subject == one.subject; });
    };
    const auto nothing_of = [](const Content& one) { return Holding{one.kind, one.subject}.finish(); };
    std::vector<Unexplained> found;
    for (const Content& kept : then) {
        const auto same = same_in(now, kept);
        const Content held = same == now.end() ? nothing_of(kept) : *same;
        if (held != kept) found.push_back({span, kept, held});
    }
    for (const Content& held : now) {
        const bool was_looked_at =
            std::any_of(then.begin(), then.end(), [&](const Content& c) { return c.kind == held.kind; });
        if (held.count > 0 && was_looked_at && same_in(then, held) == then.end())
            found.push_back({span, nothing_of(held), held});
    }
    return found;
}

}  // namespace closing
