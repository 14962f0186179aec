// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/surveys: the sheets 答卷 and 调查, their cells and what they say.

#include <string>
#include <vector>

#include "ledgers/table_import.h"
#include "surveys/core/survey.h"

namespace surveys {

enum class Table : std::size_t { answers, surveys };
const ledgers::Definition& definition_of(Table table);
std::vector<const ledgers::Definition*> all_definitions();

struct AnswerColumn {
    enum : std::size_t { number, audience, subject, day, rating };
};
struct SurveyColumn {
    enum : std::size_t { title, year, audience, subject, asked };
};

// The survey that rows belong to: of one year, audience and subject.
struct SurveyKey {
    int year = 0;
    std::string audience = {};
    std::string subject = {};

    friend auto operator<=>(const SurveyKey&, const SurveyKey&) = default;
};
// Without a subject it is what the audience is asked about.
SurveyKey key_of(int year, const std::string& audience, const std::string& subject);
SurveyKey key_of(const Survey& survey);

}  // namespace surveys
