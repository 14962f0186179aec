// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/named.h"
#include "meetings/core/booking.h"

namespace meetings {

enum class Stage { before, secrecy, during, after };
inline constexpr std::array stages{
    base::Named<Stage>{Stage::before, "before", "会前检查"}, base::Named<Stage>{Stage::secrecy, "secrecy", "保密检查"},
    base::Named<Stage>{Stage::during, "during", "会中巡查"}, base::Named<Stage>{Stage::after, "after", "会后整理"}};

enum class Outcome { done, failed, not_needed };
inline constexpr std::array outcomes{base::Named<Outcome>{Outcome::done, "done", "完成"},
                                     base::Named<Outcome>{Outcome::failed, "failed", "未通过"},
                                     base::Named<Outcome>{Outcome::not_needed, "not_needed", "不需要"}};

struct ChecklistItem {
    std::string code = {};
    std::string says = {};
    std::string mark = {};    // E: the subject is named by a standard of which an excerpt was seen; ours
    std::string source = {};  // that standard and where in it
};

// rules/meetings/checklists.json: our own list, patterned on the subjects that regional standards name.
struct Checklist {
    std::string id = {};
    std::string title = {};
    base::Date valid_from = {};
    std::map<Stage, std::vector<ChecklistItem>> items = {};
};

// The one in force on a day; of days before the first, the first.
const Checklist& checklist_on(const std::vector<Checklist>& lists, base::Date day);

// A tick: only ever added, the last one counts. One after the signature is an addition and changes nothing of it.
struct Answer {
    Stage stage = Stage::before;
    std::string item = {};
    std::int64_t number = 1;  // of this item's answers, whatever their round
    Outcome outcome = Outcome::done;
    std::string note = {};
    std::string by = {};
    std::int64_t answered_ms = 0;  // when it was ticked, by the device that was there
    std::int64_t recorded_ms = 0;
    bool is_addition = false;
    std::int64_t round = 1;
};

struct SignOff {
    Stage stage = Stage::before;
    std::string by = {};
    std::int64_t at_ms = 0;
    std::optional<Second> due = {};  // as it stood then, and so the rest
    std::int64_t round = 1;
    std::string place = {};  // the room's name, or the venue
    Span span = {};
};

struct ItemFile {
    ChecklistItem item = {};
    std::vector<Answer> answers = {};    // before the signature, the last one counts
    std::vector<Answer> additions = {};  // after it
    std::vector<Answer> outdated = {};   // before the meeting was moved

    std::int64_t version() const
    {
        return static_cast<std::int64_t>(answers.size() + additions.size() + outdated.size());
    }
};

// A stage of a meeting as it stands.
struct StageFile {
    Stage stage = Stage::before;
    std::vector<ItemFile> items = {};
    std::int64_t round = 1;
    std::optional<SignOff> signed_off = {};
    std::vector<SignOff> outdated = {};  // of a room or beginning that the meeting was moved from, the last one last
    std::optional<Second> due = {};
    bool is_late = false;
    std::int64_t answered = 0;
    std::int64_t failed = 0;
    std::int64_t version = 0;  // how many answers it has, with those that are outdated
};

// The stages of a meeting: 保密检查 only of a confidential one.
std::vector<Stage> stages_of(const Booking& booking);
// What is looked at before a meeting is due at its beginning.
std::optional<Second> due_of(Stage stage, const Booking& booking);
// What is looked at before a meeting is of its room and beginning: once it is moved, the stage is open again. Other
// stages stay as they are.
std::int64_t round_of(Stage stage, const Booking& booking);
// Later than due by a whole second or more.
bool is_late(std::optional<Second> due, std::int64_t at_ms);

std::vector<StageFile> stage_files(const Booking& booking, const Checklist& list, const std::vector<Answer>& answers,
                                   const std::vector<SignOff>& signatures, std::int64_t now_ms);

// What somebody ticks, and which answer they saw.
struct NewAnswer {
    std::string item = {};
    std::int64_t version = 0;
    std::optional<std::int64_t> round = {};  // where they say it
    Outcome outcome = Outcome::done;
    std::string note = {};
    std::optional<std::int64_t> answered_ms = {};  // none: now
    bool is_addition = false;
};

// Refuses meetings.service.not_standing {number, state}, .not_begun {stage} (patrol and tidying), .item_unknown
// {item}, .note_missing, .answered_in_future (beyond five minutes: clocks of telephones differ), .moved_meanwhile
// {stage} (another round), .signed_off {stage, by, at}, .not_signed_off {stage}, .answered_meanwhile {item, by, at}.
base::Result<Answer> answered(const Booking& booking, const StageFile& stage, const NewAnswer& asked,
                              const std::string& by, std::int64_t now_ms);
// Refuses .not_standing, .not_begun, .signed_off, .changed {stage} (another version), .unanswered {stage, items}.
base::Result<SignOff> signed_off(const Booking& booking, const std::string& place, const StageFile& stage,
                                 std::int64_t version, const std::string& by, std::int64_t now_ms);

}  // namespace meetings
