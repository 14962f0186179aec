// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/named.h"
#include "base/result.h"

namespace surveys {

enum class State { draft, open, closed };
inline constexpr std::array states{base::Named<State>{State::draft, "draft", "草稿"},
                                   base::Named<State>{State::open, "open", "收集中"},
                                   base::Named<State>{State::closed, "closed", "已结束"}};

enum class Source { cards, import };
inline constexpr std::array sources{base::Named<Source>{Source::cards, "cards", "扫码"},
                                    base::Named<Source>{Source::import, "import", "导入"}};

enum class Kind { rating, choice, text };
inline constexpr std::array kinds{base::Named<Kind>{Kind::rating, "rating", "满意度"},
                                  base::Named<Kind>{Kind::choice, "choice", "单选"},
                                  base::Named<Kind>{Kind::text, "text", "文字"}};

enum class Rating { satisfied, mostly, dissatisfied };
inline constexpr std::array ratings{base::Named<Rating>{Rating::satisfied, "satisfied", "满意"},
                                    base::Named<Rating>{Rating::mostly, "mostly", "基本满意"},
                                    base::Named<Rating>{Rating::dissatisfied, "dissatisfied", "不满意"}};

inline constexpr std::size_t most_questions = 20;
inline constexpr std::int64_t most_cards = 500;  // at once
inline constexpr std::size_t most_letters = 500;

struct Question {
    std::string code = {};
    std::string text = {};
    Kind kind = Kind::rating;
    std::vector<std::string> options = {};  // of a choice
    bool is_main = false;                   // the rating by which the survey is compared
};

struct Survey {
    std::string number = {};  // WJ2026-001, given by the store
    std::string title = {};
    std::string audience = {};
    std::string subject = {};
    base::Date from = {};
    base::Date until = {};
    std::vector<Question> questions = {};
    State state = State::draft;
    Source source = Source::cards;
    std::int64_t issued = 0;                  // cards
    std::optional<std::int64_t> stated = {};  // asked, as an import says
    std::int64_t version = 1;

    // How many were asked: none where nobody knows.
    std::optional<std::int64_t> asked() const;
    const Question* main() const;
    const Question* question(const std::string& code) const;
};

// Refuses surveys.survey.title_empty, .audience_empty, .subject_empty, .days_wrong (until before from), .one_main,
// .too_many_questions {most}, .code_twice {question}, .question_empty {question}, .options_few {question} (a choice has
// two different ones or more, each on one line; others have none).
base::Result<void> check(const Survey& survey);
// Refuse surveys.survey.wrong_state {number, state}.
base::Result<Survey> opened(Survey survey);
base::Result<Survey> closed(Survey survey);

// What one answer says of each question, by its code.
using Values = std::map<std::string, std::string>;

// Refuses surveys.answer.question_unknown {question}, .rating_missing {question}, .value_unknown {question},
// .text_too_long {question, most}, .empty {question}.
base::Result<void> check(const std::vector<Question>& questions, const Values& values);

enum class ActionState { open, done };
inline constexpr std::array action_states{base::Named<ActionState>{ActionState::open, "open", "待办"},
                                          base::Named<ActionState>{ActionState::done, "done", "已办结"}};

struct Action {
    std::string number = {};  // ZG2026-001, given by the store
    std::string survey = {};
    std::string survey_title = {};
    std::string subject = {};
    std::string question = {};  // its code
    std::string question_text = {};
    base::Date day = {};
    std::string comment = {};
    ActionState state = ActionState::open;
    std::string result = {};
    std::string done_by = {};
    std::optional<base::Date> done_on = {};
    std::int64_t version = 1;

    std::int64_t age_days(base::Date today) const;  // until it was done
};

// One for each rating that is low, with everything that the same answer says in words.
std::vector<Action> actions_of(const Survey& survey, const Values& values, base::Date day);
// Refuses surveys.action.wrong_state {number}, .result_empty, .day_wrong {from, until}.
base::Result<Action> done(Action action, const std::string& result, const std::string& by, base::Date on,
                          base::Date today);

}  // namespace surveys
