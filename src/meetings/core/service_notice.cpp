// SPDX-License-Identifier: Apache-2.0
#include "meetings/core/service_notice.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/instant.h"

namespace meetings {

namespace {

constexpr std::array<std::string_view, 4> told{"moved", "cancelled", "refused", "changed"};
constexpr std::array<std::string_view, 4> seen_by_all{"room", "from", "until", "state"};

std::optional<std::string> text_if(std::string text)
{
    if (text.empty()) return std::nullopt;
    return text;
}

class Changes {
public:
    explicit Changes(bool is_confidential) : is_confidential_{is_confidential} {}

    void compare(const char* field, const std::string& before, const std::string& after)
    {
        if (before == after) return;
        const bool is_shown =
            !is_confidential_ || std::find(seen_by_all.begin(), seen_by_all.end(), field) != seen_by_all.end();
        found.push_back(is_shown ? FieldChange{field, text_if(before), text_if(after)} : FieldChange{field, {}, {}});
    }

    std::vector<FieldChange> found = {};

private:
    bool is_confidential_;
};

template <class T, class Text>
std::string joined(const std::vector<T>& all, const Text& text)
{
    std::string whole;
    for (const T& one : all) whole += (whole.empty() ? "" : "、") + text(one);
    return whole;
}

std::string texts(const std::vector<std::string>& all)
{
    return joined(all, [](const std::string& one) { return one; });
}

std::string cards(const ServiceSheet& sheet)
{
    return joined(sheet.place_cards,
                  [](const PlaceCard& one) { return one.name + (one.unit.empty() ? "" : "（" + one.unit + "）"); });
}

std::string refreshments(const ServiceSheet& sheet)
{
    return joined(sheet.refreshments,
                  [](const Refreshment& one) { return one.name + " " + std::to_string(one.quantity); });
}

std::string staff(const ServiceSheet& sheet)
{
    return joined(sheet.staff,
                  [](const ServiceStaff& one) { return one.name + (one.account ? "（" + *one.account + "）" : ""); });
}

}  // namespace

bool is_told(const std::string& action)
{
    return std::find(told.begin(), told.end(), action) != told.end();
}

std::vector<FieldChange> differences(const Booking& before, const Booking& after)
{
    Changes changes{before.is_confidential || after.is_confidential};
    changes.compare("room", before.room.value_or(before.venue), after.room.value_or(after.venue));
    changes.compare("from", base::instant_text(before.span.from * 1'000), base::instant_text(after.span.from * 1'000));
    changes.compare("until", base::instant_text(before.span.until * 1'000),
                    base::instant_text(after.span.until * 1'000));
    changes.compare("state", std::string{base::named(states, before.state).word},
                    std::string{base::named(states, after.state).word});
    changes.compare("reason", before.reason, after.reason);
    changes.compare("title", before.title, after.title);
    changes.compare("kind", before.kind, after.kind);
    changes.compare("host", before.host, after.host);
    changes.compare("attendees", std::to_string(before.attendees), std::to_string(after.attendees));
    changes.compare("layout", before.layout, after.layout);
    changes.compare("equipment", texts(before.equipment), texts(after.equipment));
    changes.compare("note", before.note, after.note);
    return changes.found;
}

std::vector<FieldChange> differences(const ServiceSheet& before, const ServiceSheet& after, bool is_confidential)
{
    Changes changes{is_confidential};
    changes.compare("banner", before.banner, after.banner);
    changes.compare("place_cards", cards(before), cards(after));
    changes.compare("refreshments", refreshments(before), refreshments(after));
    changes.compare("equipment", texts(before.equipment), texts(after.equipment));
    changes.compare("equipment_note", before.equipment_note, after.equipment_note);
    changes.compare("staff", staff(before), staff(after));
    changes.compare("requests", before.requests, after.requests);
    return changes.found;
}

std::set<std::string> concerned(const Booking& booking, const std::vector<ServiceSheet>& sheets,
                                const std::vector<std::string>& signers, const std::string& who_did_it)
{
    std::set<std::string> accounts{booking.asked_by};
    for (const ServiceSheet& sheet : sheets)
        for (const ServiceStaff& one : sheet.staff)
            if (one.account) accounts.insert(*one.account);
    accounts.insert(signers.begin(), signers.end());
    accounts.erase(who_did_it);
    return accounts;
}

}  // namespace meetings
