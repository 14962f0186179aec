// SPDX-License-Identifier: Apache-2.0
#include "surveys/paper_import.h"

#include <algorithm>

#include "base/sm3.h"

namespace surveys {

using base::ErrorKind;

namespace {

constexpr std::size_t digits_of_id = 32;
constexpr const char* main_code = "Q1";

Survey survey_of(const SurveyKey& key, base::Date day)
{
    Survey survey;
    survey.title = key.subject + "满意度（" + std::to_string(key.year) + "年）";
    survey.audience = key.audience;
    survey.subject = key.subject;
    survey.from = survey.until = day;
    survey.questions = {{main_code, "总体评价", Kind::rating, {}, true}};
    survey.source = Source::import;
    return survey;
}

std::string rating_text(const Answer& answer)
{
    return std::string{base::named(ratings, base::of_word(ratings, answer.values.at(main_code)).value()).chinese};
}

std::vector<std::string> cells_of(const Answer& answer, const SurveyKey& key)
{
    return {answer.row_number, key.audience, key.subject, answer.day.to_string(), rating_text(answer)};
}

std::int64_t whole_number(const std::string& text)
{
    const auto number = base::Decimal::parse(text);
    return number && number->scale() == 0 ? number->digits() : -1;
}

}  // namespace

PaperImport::PaperImport(sql::Connection& db, const base::OrgId& org, const base::Clock& clock, ImportOutcome& outcome)
    : outcome_{outcome}, today_{clock.today()}, surveys_{db, org}, answers_{db, org}
{
    for (Survey& survey : surveys_.list({})) {
        if (survey.source != Source::import) continue;
        const SurveyKey key = key_of(survey);
        keys_.emplace(survey.number, key);
        papers_[key].survey = std::move(survey);
    }
    for (Answer& answer : answers_.imported()) {
        ++papers_.at(keys_.at(answer.survey)).answers;
        std::string number = answer.row_number;
        known_.emplace(std::move(number), std::move(answer));
    }
}

void PaperImport::take(const ledgers::TableRows& rows)
{
    if (rows.table() == static_cast<std::size_t>(Table::answers))
        take_answers(rows);
    else
        take_surveys(rows);
}

PaperImport::Paper& PaperImport::paper_of(const SurveyKey& key, base::Date day)
{
    const auto [found, is_new] = papers_.try_emplace(key);
    Paper& paper = found->second;
    if (is_new) {
        paper.survey = survey_of(key, day);
        paper.is_new = true;
    }
    if (day < paper.survey.from || paper.survey.until < day) paper.is_changed = true;
    paper.survey.from = std::min(paper.survey.from, day);
    paper.survey.until = std::max(paper.survey.until, day);
    return paper;
}

void PaperImport::take_answers(const ledgers::TableRows& rows)
{
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const std::vector<std::string> cells = rows.cells(at);
        const base::Date day = base::Date::parse(cells[AnswerColumn::day]).value_or(today_);
        if (today_ < day)
            outcome_.add(rows.problem(at, AnswerColumn::day, {ErrorKind::invalid, "surveys.import.in_future"}));
        Row row;
        row.key = key_of(day.year(), cells[AnswerColumn::audience], cells[AnswerColumn::subject]);
        named_.insert(row.key);
        const Rating rating = base::of_chinese(ratings, cells[AnswerColumn::rating]).value_or(Rating::satisfied);
        row.answer.row_number = cells[AnswerColumn::number];
        row.answer.id = base::sm3("答卷 " + row.answer.row_number).substr(0, digits_of_id);
        row.answer.day = day;
        row.answer.values = {{main_code, std::string{base::named(ratings, rating).word}}};
        const auto known = known_.find(row.answer.row_number);
        row.is_new = known == known_.end();
        const auto before =
            row.is_new ? std::nullopt : std::optional{cells_of(known->second, keys_.at(known->second.survey))};
        if (!outcome_.is_to_store(rows, at, before, cells_of(row.answer, row.key))) continue;
        row.is_work =
            is_work(row.answer, row.key) && (row.is_new || !is_work(known->second, keys_.at(known->second.survey)));
        if (!row.is_new) --papers_.at(keys_.at(known->second.survey)).answers;
        ++paper_of(row.key, day).answers;
        rows_.push_back(std::move(row));
    }
}

// An action is of the year of its answer: what was low in years that are over is no work of today.
bool PaperImport::is_work(const Answer& answer, const SurveyKey& key) const
{
    return answer.day.year() == today_.year() &&
           !actions_of(survey_of(key, answer.day), answer.values, answer.day).empty();
}

void PaperImport::state(Paper& paper, std::int64_t asked, const std::string& title)
{
    paper.is_stated = true;
    if (paper.survey.stated == asked && paper.survey.title == title) return;
    paper.survey.stated = asked;
    paper.survey.title = title;
    paper.is_changed = true;
}

void PaperImport::take_surveys(const ledgers::TableRows& rows)
{
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const std::vector<std::string> cells = rows.cells(at);
        const auto wrong = [&](std::size_t column, const char* code, base::ErrorArgs args = {}) {
            outcome_.add(rows.problem(at, column, {ErrorKind::invalid, code, std::move(args)}));
        };
        const std::int64_t year = whole_number(cells[SurveyColumn::year]);
        const std::int64_t asked = whole_number(cells[SurveyColumn::asked]);
        if (cells[SurveyColumn::audience].empty()) {
            wrong(SurveyColumn::audience, "surveys.import.audience_missing");
            continue;
        }
        const auto found =
            papers_.find(key_of(static_cast<int>(year), cells[SurveyColumn::audience], cells[SurveyColumn::subject]));
        if (found == papers_.end()) {
            wrong(SurveyColumn::title, "surveys.import.no_answers");
            continue;
        }
        Paper& paper = found->second;
        if (asked < paper.answers)
            wrong(SurveyColumn::asked, "surveys.import.asked_too_few", {{"answers", std::to_string(paper.answers)}});
        const Survey& before = paper.survey;
        const bool is_known = before.stated.has_value();
        const auto cells_before =
            is_known ? std::optional{std::vector<std::string>{before.title, std::to_string(year), before.audience,
                                                              before.subject, std::to_string(*before.stated)}}
                     : std::nullopt;
        const std::vector<std::string> after{cells[SurveyColumn::title], std::to_string(year), before.audience,
                                             before.subject, std::to_string(asked)};
        if (outcome_.is_to_store(rows, at, cells_before, after)) state(paper, asked, cells[SurveyColumn::title]);
    }
}

base::Result<void> PaperImport::take_asked(std::int64_t asked)
{
    for (const SurveyKey& key : named_) {
        const auto found = papers_.find(key);
        if (found == papers_.end() || found->second.is_stated) continue;
        Paper& paper = found->second;
        if (asked < paper.answers)
            return base::fail(ErrorKind::invalid, "surveys.import.asked_too_few",
                              {{"answers", std::to_string(paper.answers)}});
        state(paper, asked, paper.survey.title);
    }
    return {};
}

base::Result<void> PaperImport::check_asked() const
{
    for (const SurveyKey& key : named_) {
        const auto found = papers_.find(key);
        if (found == papers_.end() ||
            found->second.survey.stated.value_or(found->second.answers) >= found->second.answers)
            continue;
        return base::fail(ErrorKind::invalid, "surveys.import.asked_too_few",
                          {{"answers", std::to_string(found->second.answers)}});
    }
    return {};
}

bool PaperImport::is_changed() const
{
    return std::any_of(papers_.begin(), papers_.end(), [](const auto& one) { return one.second.is_changed; });
}

void PaperImport::store()
{
    for (auto& [key, paper] : papers_) {
        if (paper.is_new) {
            paper.survey = surveys_.add(std::move(paper.survey), key.year);
            paper.survey.state = State::closed;  // once its question stands
        }
        if (paper.is_new || paper.is_changed) surveys_.change(paper.survey);
    }
    for (Row& row : rows_) {
        const Survey& survey = papers_.at(row.key).survey;
        row.answer.survey = survey.number;
        if (row.is_new)
            answers_.add(row.answer);
        else
            answers_.change(row.answer);
        if (row.is_work)
            for (const Action& action : actions_of(survey, row.answer.values, row.answer.day)) surveys_.add(action);
    }
}

}  // namespace surveys
