// SPDX-License-Identifier: Apache-2.0
#include "meetings/core/service_checklist.h"

#include <algorithm>
#include <stdexcept>

#include "meetings/core/service.h"

namespace meetings {

using base::ErrorKind;
using base::fail;

namespace {

// Clocks of telephones differ from the server's.
constexpr std::int64_t clocks_differ_ms = 5 * 60 * 1'000;

std::string name_of(Stage stage)
{
    return std::string{base::named(stages, stage).chinese};
}

base::Result<void> require_begun(const Booking& booking, Stage stage, std::int64_t now_ms)
{
    TRY(require_served(booking));
    if (booking.is_open())
        return fail(ErrorKind::conflict, "meetings.service.not_standing",
                    {{"number", booking.number}, {"state", std::string{base::named(states, booking.state).chinese}}});
    const bool needs_beginning = stage == Stage::during || stage == Stage::after;
    if (needs_beginning && now_ms / 1'000 < booking.span.from)
        return fail(ErrorKind::conflict, "meetings.service.not_begun", {{"stage", name_of(stage)}});
    return {};
}

tl::unexpected<base::Error> signed_before(const StageFile& stage)
{
    const SignOff& signature = *stage.signed_off;
    return fail(ErrorKind::conflict, "meetings.service.signed_off",
                {{"stage", name_of(stage.stage)}, {"by", signature.by}, {"at", clock_text(signature.at_ms / 1'000)}});
}

const Answer* last_of(const ItemFile& item)
{
    for (const auto* const all : {&item.additions, &item.answers, &item.outdated})
        if (!all->empty()) return &all->back();
    return nullptr;
}

ItemFile item_file(const ChecklistItem& item, const StageFile& stage, const std::vector<Answer>& answers)
{
    ItemFile file{item, {}, {}, {}};
    for (const Answer& one : answers) {
        if (one.stage != stage.stage || one.item != item.code) continue;
        if (one.round != stage.round)
            file.outdated.push_back(one);
        else
            (one.is_addition ? file.additions : file.answers).push_back(one);
    }
    return file;
}

}  // namespace

const Checklist& checklist_on(const std::vector<Checklist>& lists, base::Date day)
{
    if (lists.empty()) throw std::logic_error("no checklist is shipped");
    const Checklist* found = &lists.front();
    for (const Checklist& list : lists)
        if (list.valid_from <= day) found = &list;
    return *found;
}

std::vector<Stage> stages_of(const Booking& booking)
{
    if (booking.is_confidential) return {Stage::before, Stage::secrecy, Stage::during, Stage::after};
    return {Stage::before, Stage::during, Stage::after};
}

std::optional<Second> due_of(Stage stage, const Booking& booking)
{
    if (stage == Stage::before || stage == Stage::secrecy) return booking.span.from;
    return std::nullopt;
}

std::int64_t round_of(Stage stage, const Booking& booking)
{
    return due_of(stage, booking) ? booking.round : 1;
}

bool is_late(std::optional<Second> due, std::int64_t at_ms)
{
    return due && at_ms / 1'000 > *due;
}

std::vector<StageFile> stage_files(const Booking& booking, const Checklist& list, const std::vector<Answer>& answers,
                                   const std::vector<SignOff>& signatures, std::int64_t now_ms)
{
    std::vector<StageFile> files;
    for (const Stage stage : stages_of(booking)) {
        StageFile file{.stage = stage, .round = round_of(stage, booking), .due = due_of(stage, booking)};
        for (const SignOff& one : signatures) {
            if (one.stage != stage) continue;
            if (one.round == file.round)
                file.signed_off = one;
            else
                file.outdated.push_back(one);
        }
        if (file.signed_off) file.due = file.signed_off->due;
        file.is_late = is_late(file.due, file.signed_off ? file.signed_off->at_ms : now_ms);
        for (const ChecklistItem& item : list.items.at(stage)) {
            ItemFile entry = item_file(item, file, answers);
            if (!entry.answers.empty()) ++file.answered;
            if (!entry.answers.empty() && entry.answers.back().outcome == Outcome::failed) ++file.failed;
            file.version += entry.version();
            file.items.push_back(std::move(entry));
        }
        files.push_back(std::move(file));
    }
    return files;
}

base::Result<Answer> answered(const Booking& booking, const StageFile& stage, const NewAnswer& asked,
                              const std::string& by, std::int64_t now_ms)
{
    TRY(require_begun(booking, stage.stage, now_ms));
    const auto item = std::find_if(stage.items.begin(), stage.items.end(),
                                   [&](const ItemFile& one) { return one.item.code == asked.item; });
    if (item == stage.items.end())
        return fail(ErrorKind::invalid, "meetings.service.item_unknown", {{"item", asked.item}});
    if (asked.outcome == Outcome::failed && asked.note.empty())
        return fail(ErrorKind::invalid, "meetings.service.note_missing");
    if (asked.answered_ms.value_or(now_ms) > now_ms + clocks_differ_ms)
        return fail(ErrorKind::invalid, "meetings.service.answered_in_future");
    if (asked.round.value_or(stage.round) != stage.round)
        return fail(ErrorKind::conflict, "meetings.service.moved_meanwhile", {{"stage", name_of(stage.stage)}});
    if (stage.signed_off && !asked.is_addition) return signed_before(stage);
    if (!stage.signed_off && asked.is_addition)
        return fail(ErrorKind::conflict, "meetings.service.not_signed_off", {{"stage", name_of(stage.stage)}});
    if (item->version() != asked.version) {
        const Answer* const last = last_of(*item);
        return fail(ErrorKind::conflict, "meetings.service.answered_meanwhile",
                    {{"item", item->item.says},
                     {"by", last ? last->by : ""},
                     {"at", last ? clock_text(last->answered_ms / 1'000) : ""}});
    }
    return Answer{stage.stage,
                  asked.item,
                  asked.version + 1,
                  asked.outcome,
                  asked.note,
                  by,
                  asked.answered_ms.value_or(now_ms),
                  now_ms,
                  asked.is_addition,
                  stage.round};
}

base::Result<SignOff> signed_off(const Booking& booking, const std::string& place, const StageFile& stage,
                                 std::int64_t version, const std::string& by, std::int64_t now_ms)
{
    TRY(require_begun(booking, stage.stage, now_ms));
    if (stage.signed_off) return signed_before(stage);
    if (stage.version != version)
        return fail(ErrorKind::conflict, "meetings.service.changed", {{"stage", name_of(stage.stage)}});
    std::string missing;
    for (const ItemFile& one : stage.items)
        if (one.answers.empty()) missing += (missing.empty() ? "" : "；") + one.item.says;
    if (!missing.empty())
        return fail(ErrorKind::conflict, "meetings.service.unanswered",
                    {{"stage", name_of(stage.stage)}, {"items", missing}});
    return SignOff{stage.stage, by, now_ms, stage.due, stage.round, place, booking.span};
}

}  // namespace meetings
