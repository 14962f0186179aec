// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/surveys: a workbook's answers held against what stands, and written.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/clock.h"
#include "surveys/import.h"
#include "surveys/store/answer_store.h"
#include "surveys/store/survey_store.h"
#include "surveys/workbook_tables.h"

namespace surveys {

class PaperImport {
public:
    PaperImport(sql::Connection& db, const base::OrgId& org, const base::Clock& clock, ImportOutcome& outcome);

    // Reads the rows and collects what is wrong in the outcome: surveys.import.in_future, .asked_too_few {answers},
    // .no_answers, .audience_missing, .year_wrong. Answers come first: surveys are of them.
    void take(const ledgers::TableRows& rows);
    // How many of each audience of the rows were asked, where no sheet says it. Refuses surveys.import.asked_too_few.
    base::Result<void> take_asked(std::int64_t asked);
    // Once all is taken: answers that came later may not be more than were asked. Refuses surveys.import.asked_too_few.
    base::Result<void> check_asked() const;
    bool is_changed() const;  // a survey, though no row is
    void store();

private:
    struct Paper {
        Survey survey = {};
        bool is_new = false;
        bool is_changed = false;
        bool is_stated = false;  // by a sheet
        std::int64_t answers = 0;
    };
    Paper& paper_of(const SurveyKey& key, base::Date day);
    void take_answers(const ledgers::TableRows& rows);
    void take_surveys(const ledgers::TableRows& rows);
    void state(Paper& paper, std::int64_t asked, const std::string& title);

    ImportOutcome& outcome_;
    base::Date today_;
    SurveyStore surveys_;
    AnswerStore answers_;
    std::map<SurveyKey, Paper> papers_;
    std::map<std::string, SurveyKey> keys_;  // of the numbers of surveys that stand
    std::map<std::string, Answer> known_;    // by 问卷编号
    std::set<SurveyKey> named_;              // of all rows, also those that say nothing new
    struct Row {
        Answer answer = {};
        SurveyKey key = {};
        bool is_new = false;
        bool is_work = false;  // for somebody, since this import
    };
    bool is_work(const Answer& answer, const SurveyKey& key) const;
    std::vector<Row> rows_;
};

}  // namespace surveys
