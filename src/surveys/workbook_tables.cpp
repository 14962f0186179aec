// SPDX-License-Identifier: Apache-2.0
#include "surveys/workbook_tables.h"

#include "ledgers/templates.h"
#include "surveys/import.h"

namespace surveys {

namespace {

using ledgers::Column;
using ledgers::ColumnType;

enum class Need { identity, required, optional };

Column column(std::string title, ColumnType type, Need need, std::vector<std::string> choices = {})
{
    Column made{std::move(title), type};
    made.choices = std::move(choices);
    made.is_identity = need == Need::identity;
    made.is_required = need != Need::optional;
    return made;
}

ledgers::Definition answer_sheet()
{
    ledgers::Definition sheet{
        "答卷",
        {column("问卷编号", ColumnType::text, Need::identity), column("调查对象", ColumnType::text, Need::required),
         column("主题", ColumnType::text, Need::optional), column("日期", ColumnType::date, Need::required),
         column("评价", ColumnType::choice, Need::required, base::chinese_words_of(ratings))}};
    sheet.columns[AnswerColumn::day].is_period = true;
    return sheet;
}

// 调查对象 is not required in the sense of registers: a column that both sheets require would not tell them apart.
ledgers::Definition survey_sheet()
{
    return {"调查",
            {column("问卷", ColumnType::text, Need::identity), column("年度", ColumnType::integer, Need::required),
             column("调查对象", ColumnType::text, Need::optional), column("主题", ColumnType::text, Need::optional),
             column("发放数", ColumnType::integer, Need::required)}};
}

}  // namespace

const ledgers::Definition& definition_of(Table table)
{
    static const ledgers::Definition answers = ledgers::declared_table(answer_sheet());
    static const ledgers::Definition surveys = ledgers::declared_table(survey_sheet());
    return table == Table::answers ? answers : surveys;
}

std::vector<const ledgers::Definition*> all_definitions()
{
    return {&definition_of(Table::answers), &definition_of(Table::surveys)};
}

SurveyKey key_of(int year, const std::string& audience, const std::string& subject)
{
    return {year, audience, subject.empty() ? audience : subject};
}

SurveyKey key_of(const Survey& survey)
{
    return {survey.from.year(), survey.audience, survey.subject};
}

std::vector<spreadsheet::TableSheet> surveys_template()
{
    return {ledgers::template_of(definition_of(Table::answers),
                                 {"DJ-0001", "示例：用餐人员", "示例食堂", "2024-07-01", "满意"}),
            ledgers::template_of(definition_of(Table::surveys),
                                 {"示例：食堂满意度", "2024", "示例：用餐人员", "示例食堂", "200"})};
}

}  // namespace surveys
