// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/id.h"
#include "sql/connection.h"
#include "surveys/core/results.h"

namespace surveys {

struct Answer {
    std::string id = {};  // 32 digits, of the phone's making; of a row of a workbook from its number
    std::string survey = {};
    base::Date day = {};
    std::string row_number = {};  // 问卷编号 in a workbook
    Values values = {};
};

// One survey's cards and answers.
struct Balance {
    std::int64_t issued = 0;
    std::int64_t left = 0;
    std::int64_t answers = 0;

    bool is_even() const { return left + answers == issued; }
};

// Cards that were not used, by the digest of their text, and answers, of one organisation. Nothing joins the two.
class AnswerStore {
public:
    AnswerStore(sql::Connection& db, base::OrgId org) : db_{db}, org_{std::move(org)} {}

    void add_cards(const std::string& survey, std::vector<std::string> hashes);
    std::optional<std::string> survey_of_card(const std::string& hash) const;  // its number
    bool use_card(const std::string& hash);                                    // false where it is gone
    Balance balance(const std::string& survey) const;
    std::map<std::string, std::int64_t> cards_left() const;  // by survey

    void add(const Answer& answer);
    void change(const Answer& answer);  // of a row of a workbook
    std::optional<Answer> find(const std::string& id) const;
    std::vector<Answer> imported() const;
    std::map<std::string, std::int64_t> counts() const;                       // of answers, by survey
    std::vector<ValueCount> values(const std::string& survey) const;          // by question and value
    std::map<std::string, std::map<base::Date, Tally>> main_tallies() const;  // by survey
    // Of every answer what it says of the main question: by day and id.
    std::vector<Answer> main_answers() const;

private:
    void put_values(const Answer& answer);

    sql::Connection& db_;
    base::OrgId org_;
};

}  // namespace surveys
