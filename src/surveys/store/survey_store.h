// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/id.h"
#include "sql/connection.h"
#include "surveys/core/survey.h"

namespace surveys {

// What is asked for of surveys; nothing asked for is all.
struct SurveyQuery {
    std::optional<State> state = {};
    std::string subject = {};
    std::string audience = {};
};
struct ActionQuery {
    std::optional<ActionState> state = {};
    std::string survey = {};
};

// Surveys with their questions, and what is to be mended, of one organisation.
class SurveyStore {
public:
    SurveyStore(sql::Connection& db, base::OrgId org) : db_{db}, org_{std::move(org)} {}

    std::vector<Survey> list(const SurveyQuery& query) const;  // the latest first
    std::optional<Survey> find(const std::string& number) const;
    Survey add(Survey survey, int year);  // with its number
    // With its questions while it was a draft. False where it is another version by now.
    bool change(const Survey& survey);
    // The same with other questions: of a draft.
    bool rewrite(const Survey& survey);

    std::vector<Action> actions(const ActionQuery& query) const;  // the latest first
    std::optional<Action> action(const std::string& number) const;
    Action add(Action action);  // with its number
    bool change(const Action& action);

private:
    sql::Parameters parameters_of(const Survey& survey) const;
    std::vector<Survey> read(const std::string& text, const sql::Parameters& parameters) const;
    void put_questions(const Survey& survey);
    std::int64_t next_serial(std::string_view select, int year) const;

    sql::Connection& db_;
    base::OrgId org_;
};

}  // namespace surveys
