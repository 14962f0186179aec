// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/actor.h"
#include "base/clock.h"
#include "base/records.h"
#include "base/result.h"
#include "sql/connection.h"
#include "sql/migration.h"
#include "surveys/core/comparison.h"
#include "surveys/core/results.h"
#include "surveys/import.h"
#include "surveys/store/survey_store.h"

namespace surveys {

std::span<const sql::Migration> migrations();

// A survey and how it stands.
struct Standing {
    Survey survey = {};
    std::int64_t n = 0;     // answers
    std::int64_t left = 0;  // cards that were not used
    Tally main = {};        // of the main question
};

struct StatisticsQuery {
    base::Date from = {};
    base::Date until = {};
    std::string subject = {};
    std::string audience = {};
};

// Questionnaires that are answered without a name, and what is mended because of low answers. Permissions:
// surveys.read, .edit, .follow_up. Every change is one audit record in its transaction; an answer leaves none.
class Surveys {
public:
    Surveys(sql::Connection& db, const base::Clock& clock) : db_{db}, clock_{clock} {}

    std::vector<Standing> list(const base::OrgId& org, const SurveyQuery& query) const;    // the latest first
    base::Result<Standing> find(const base::OrgId& org, const std::string& number) const;  // surveys.survey.unknown
    base::Result<Results> results(const base::OrgId& org, const std::string& number) const;
    // Refuses surveys.survey.unknown and what compare() refuses.
    base::Result<Comparison> compare(const base::OrgId& org, const std::string& one, const std::string& other) const;
    Statistics statistics(const base::OrgId& org, const StatisticsQuery& query) const;

    // Refuse surveys.actor.not_permitted, what check(Survey) refuses, .survey.unknown, .wrong_state, .changed {number}:
    // surveys are named as they were seen.
    base::Result<Survey> record(const base::Actor& actor, Survey survey);
    base::Result<void> change(const base::Actor& actor, Survey survey);
    base::Result<void> open(const base::Actor& actor, const std::string& number, std::int64_t version);
    base::Result<void> close(const base::Actor& actor, const std::string& number, std::int64_t version);
    // The texts of new cards, <organisation>.<32 digits>; only here, only now. Also refuses
    // surveys.card.count_out_of_range {most}.
    base::Result<std::vector<std::string>> issue(const base::Actor& actor, const std::string& number,
                                                 std::int64_t version, std::int64_t count);

    std::vector<Action> actions(const base::OrgId& org, const ActionQuery& query) const;   // the latest first
    base::Result<Action> action(const base::OrgId& org, const std::string& number) const;  // surveys.action.unknown
    // Refuses surveys.actor.not_permitted, .action.unknown, .changed {number}, and what done() refuses.
    base::Result<void> finish(const base::Actor& actor, const std::string& number, std::int64_t version,
                              const std::string& result, base::Date on);

    // All or nothing. Refuses surveys.actor.not_permitted, .import.no_table {file}, and what reading refuses.
    base::Result<ImportOutcome> import(const base::Actor& actor, const ImportRequest& request);
    base::Result<std::size_t> write_failed(const base::Actor& actor, const ImportRequest& request,
                                           const spreadsheet::FailedRows& failed);
    // For measures: 答卷 (README.md). Refuses surveys.records.unknown_collection and .nothing_recorded.
    base::Result<base::Records> records(const base::OrgId& org, const std::string& collection) const;

private:
    base::Result<Survey> to_change(const base::Actor& actor, const std::string& number, std::int64_t version) const;
    base::Result<void> put(const base::Actor& actor, const Survey& before, const Survey& survey, const char* action);

    sql::Connection& db_;
    const base::Clock& clock_;
};

// For the command line and for jobs; `asked` as in ImportRequest.
ledgers::TableImporter importer_of(Surveys surveys, const base::Actor& actor, std::optional<std::int64_t> asked);

// What one phone says, once.
struct PublicAnswer {
    std::string token = {};  // of the card
    std::string id = {};     // 128 random bits of the phone's making: sent again, the answer stays one
    Values values = {};
};

// Without signing in, with a card. Refuse surveys.card.used_or_unknown for whatever is no unused card of ours, always
// the same, and surveys.card.closed where no answers are collected.
base::Result<Survey> asked_by(sql::Connection& db, const std::string& token);
// The card is gone when the answer stands, in one transaction. Also refuses surveys.answer.id_malformed, .id_taken (the
// same id with other content), and what check(questions, values) refuses. Leaves no audit record, no time, no address.
base::Result<void> answer_by_card(sql::Connection& db, const base::Clock& clock, const PublicAnswer& said);
// Whose card it is; none where that cannot be one.
std::optional<base::OrgId> org_of_card(const std::string& token);

}  // namespace surveys
