// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "budget/core/document.h"
#include "budget/core/execution.h"
#include "budget/core/finding.h"
#include "budget/core/payment.h"
#include "budget/core/service.h"
#include "budget/tests/budget_fixture.h"

namespace budget {
namespace {

const base::FiscalYear year{2024};

Document document(DocumentKind kind, const std::string& on, std::vector<DocumentLine> lines)
{
    return {"示预〔2024〕1号", day(on), kind, "示例", std::move(lines)};
}

TEST(CheckDocument, TakesEachKindWithItsSign)
{
    const auto check = [](DocumentKind kind, const std::string& amount) {
        return code_of(check_document(document(kind, "2024-05-01", {{"P1", yuan(amount)}}), year));
    };
    EXPECT_EQ(check(DocumentKind::supplement, "0.01"), "done");
    EXPECT_EQ(check(DocumentKind::supplement, "0.00"), "budget.document.amount_zero");
    EXPECT_EQ(check(DocumentKind::supplement, "-0.01"), "budget.document.amount_sign");
    EXPECT_EQ(check(DocumentKind::reduction, "-0.01"), "done");
    EXPECT_EQ(check(DocumentKind::reduction, "0.01"), "budget.document.amount_sign");
    EXPECT_EQ(check(DocumentKind::carry_over, "1.00"), "done");
}

TEST(CheckDocument, ATransferComesOutEven)
{
    const auto check = [](const std::string& in) {
        return code_of(check_document(
            document(DocumentKind::transfer, "2024-05-01", {{"P1", yuan("-10.00")}, {"P2", yuan(in)}}), year));
    };
    EXPECT_EQ(check("10.00"), "done");
    EXPECT_EQ(check("10.01"), "budget.document.transfer_not_balanced");
    EXPECT_EQ(check("9.99"), "budget.document.transfer_not_balanced");
}

TEST(CheckDocument, ADocumentBelongsToItsYear)
{
    const auto check = [](DocumentKind kind, const std::string& on) {
        return code_of(check_document(document(kind, on, {{"P1", yuan("1.00")}}), year));
    };
    EXPECT_EQ(check(DocumentKind::initial, "2023-12-28"), "done");
    EXPECT_EQ(check(DocumentKind::supplement, "2023-12-31"), "budget.document.outside_year");
    EXPECT_EQ(check(DocumentKind::supplement, "2024-01-01"), "done");
    EXPECT_EQ(check(DocumentKind::supplement, "2024-12-31"), "done");
    EXPECT_EQ(check(DocumentKind::supplement, "2025-01-01"), "budget.document.outside_year");
    EXPECT_EQ(code_of(check_document(
                  document(DocumentKind::initial, "2024-01-01", {{"P1", yuan("1.00")}, {"P1", yuan("1.00")}}), year)),
              "budget.document.line_repeated");
}

TEST(Replay, CountsADocumentFromItsDay)
{
    const std::vector<Document> documents{document(DocumentKind::initial, "2024-01-10", {{"P1", yuan("100.00")}}),
                                          document(DocumentKind::supplement, "2024-06-30", {{"P1", yuan("20.00")}})};
    EXPECT_TRUE(replay(documents, day("2024-01-09")).empty());
    EXPECT_EQ(replay(documents, day("2024-06-29")).at("P1"), yuan("100.00"));
    EXPECT_EQ(replay(documents, day("2024-06-30")).at("P1"), yuan("120.00"));
}

// The published figures of the example year, as fen that round to them.
YearRecords small_year()
{
    YearRecords records{year};
    records.lines = {{"B1", "基本", LineKind::basic},
                     {"P1", "生活服务经费", LineKind::project},
                     {"P2", "物业服务经费", LineKind::project},
                     {"P3", "其他项目", LineKind::project}};
    records.documents = {document(DocumentKind::initial, "2024-01-10",
                                  {{"B1", yuan("8221349.00")},
                                   {"P1", yuan("6970000.00")},
                                   {"P2", yuan("11051600.00")},
                                   {"P3", yuan("10959800.00")}})};
    records.paid = {{"B1", "", day("2024-03-31"), yuan("8221349.00")},
                    {"P1", "", day("2024-04-01"), yuan("5810000.00")},
                    {"P2", "", day("2024-11-30"), yuan("9389000.00")},
                    {"P3", "", day("2024-12-31"), yuan("10586449.00")}};
    return records;
}

std::string percent(const Amounts& amounts)
{
    return amounts.rate()->percent(2).to_string();
}

TEST(ExecutionOfAYear, ComesOutOfThePayments)
{
    const Execution whole = execution(small_year(), day("2024-12-31"));
    EXPECT_EQ(percent(whole.whole), "91.41");
    EXPECT_EQ(percent(whole.project), "88.97");
    EXPECT_EQ(percent(whole.lines[1].amounts), "83.36");
    EXPECT_EQ(percent(whole.lines[2].amounts), "84.96");
    EXPECT_EQ(whole.whole.adjusted().wan_yuan().to_string(), "3720.27");
    EXPECT_EQ(whole.whole.paid.wan_yuan().to_string(), "3400.68");
    EXPECT_EQ(whole.basic.rate(), base::Ratio::whole(1));
}

TEST(ExecutionOfAYear, CountsByMonthUpToTheDay)
{
    const Execution spring = execution(small_year(), day("2024-03-31"));
    EXPECT_EQ(spring.whole.paid, yuan("8221349.00"));
    EXPECT_EQ(spring.months.size(), 3U);
    const Execution next_day = execution(small_year(), day("2024-04-01"));
    EXPECT_EQ(next_day.months.size(), 4U);
    EXPECT_EQ(next_day.months[2].basic, yuan("8221349.00"));
    EXPECT_EQ(next_day.months[3].project, yuan("5810000.00"));
    EXPECT_EQ(next_day.months[3].paid_so_far, yuan("14031349.00"));
    EXPECT_EQ(execution(small_year(), day("2026-01-01")).as_of, day("2024-12-31"));
    EXPECT_TRUE(execution(small_year(), day("2023-12-31")).months.empty());
}

TEST(ExecutionOfAYear, CountsADocumentFromItsDay)
{
    YearRecords records = small_year();
    records.documents.push_back(document(DocumentKind::supplement, "2024-07-01", {{"P1", yuan("0.01")}}));
    EXPECT_EQ(execution(records, day("2024-06-30")).whole.of(DocumentKind::supplement), yuan("0.00"));
    EXPECT_EQ(execution(records, day("2024-07-01")).whole.of(DocumentKind::supplement), yuan("0.01"));
    EXPECT_EQ(execution(records, day("2024-01-09")).whole.adjusted(), yuan("0.00"));
}

TEST(ExecutionOfAYear, ARateNeedsABudget)
{
    EXPECT_EQ(execution(YearRecords{year, {{"P1", "示例"}}}, day("2024-12-31")).whole.rate(), std::nullopt);
}

TEST(LightOf, ComparesWithTheElapsedMonths)
{
    const auto light = [](std::int64_t permille, unsigned month) {
        return light_of(base::Ratio{base::Decimal::whole(permille), base::Decimal::whole(1000)}, month);
    };
    EXPECT_EQ(light(600, 12), Light::yellow);
    EXPECT_EQ(light(599, 12), Light::red);
    EXPECT_EQ(light(800, 12), Light::green);
    EXPECT_EQ(light(799, 12), Light::yellow);
    EXPECT_EQ(light(400, 6), Light::green);
    EXPECT_EQ(light(399, 6), Light::yellow);
}

Contract monthly(const std::string& first, const std::string& last)
{
    return {"C1",
            "示例服务",
            "P1",
            "示例公司",
            yuan("120.00"),
            day("2024-01-02"),
            months(first, last),
            "预算.xlsx 合同!A2"};
}

TEST(Service, NamesTheMonthsThatAreOverAndUnpaid)
{
    const std::vector<ServicePayment> paid{{"C1", months("2024-01", "2024-10"), yuan("100.00")},
                                           {"C1", months("2024-11", "2024-11"), yuan("0.00")},
                                           {"C2", months("2024-12", "2024-12"), yuan("10.00")}};
    const auto coverage = service_coverage({monthly("2024-01", "2024-12")}, paid, year, day("2024-12-31"));
    ASSERT_EQ(coverage.size(), 1U);
    EXPECT_EQ(coverage[0].paid_months(), 10U);
    EXPECT_EQ(coverage[0].months.size(), 12U);
    EXPECT_EQ(coverage[0].unpaid_due(),
              (std::vector{Month::parse("2024-11").value(), Month::parse("2024-12").value()}));

    const auto day_before = service_coverage({monthly("2024-01", "2024-12")}, paid, year, day("2024-12-30"));
    EXPECT_EQ(day_before[0].unpaid_due(), std::vector{Month::parse("2024-11").value()});
}

TEST(Service, LooksAtTheMonthsOfTheYearOnly)
{
    const auto coverage = service_coverage({monthly("2023-07", "2025-02")}, {}, year, day("2024-12-31"));
    EXPECT_EQ(coverage[0].months.size(), 12U);
    EXPECT_EQ(coverage[0].months.front().month.to_string(), "2024-01");
    EXPECT_TRUE(service_coverage({monthly("2024-01", "2024-12")}, {}, year, day("2024-01-01")).empty());
}

std::vector<std::string> rules(const std::vector<Finding>& found)
{
    std::vector<std::string> names;
    for (const Finding& finding : found) names.push_back(finding.rule);
    return names;
}

TEST(Findings, SayThatTenOfTwelveMonthsWerePaid)
{
    const auto coverage =
        service_coverage({monthly("2024-01", "2024-12")}, {{"C1", months("2024-01", "2024-10"), yuan("100.00")}}, year,
                         day("2024-12-31"));
    const auto found = findings(execution(small_year(), day("2024-12-31")), coverage, {});
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0].rule, "budget.finding.service_months_unpaid");
    EXPECT_EQ(found[0].numbers, (std::vector<std::string>{"10", "12"}));
    EXPECT_EQ(found[0].places, std::vector<std::string>{"预算.xlsx 合同!A2"});
    EXPECT_EQ(found[0].args.back().second, "2024-11、2024-12");
}

TEST(Findings, TellARoundingTraceFromOverspending)
{
    const auto found = findings(execution(small_year(), day("2024-12-31")), {}, {});
    ASSERT_EQ(rules(found), std::vector<std::string>{"budget.finding.rounding_only"});
    EXPECT_EQ(found[0].numbers, (std::vector<std::string>{"822.13", "822.14"}));

    YearRecords even = small_year();
    even.paid[0].amount = yuan("8221300.00");
    EXPECT_TRUE(findings(execution(even, day("2024-12-31")), {}, {}).empty());
}

TEST(Findings, WarnOfAYearBehindItsSchedule)
{
    YearRecords late = small_year();
    late.paid.clear();
    EXPECT_EQ(rules(findings(execution(late, day("2024-06-30")), {}, {})),
              std::vector<std::string>{"budget.finding.far_behind"});
    late.documents.clear();
    EXPECT_EQ(rules(findings(execution(late, day("2024-06-30")), {}, {})),
              std::vector<std::string>{"budget.finding.no_budget"});
}

TEST(Shortfalls, NameTheDayThatCameBeforeTheMoney)
{
    YearRecords records{year, {{"P1", "示例"}}};
    records.documents = {document(DocumentKind::initial, "2024-01-10", {{"P1", yuan("100.00")}}),
                         document(DocumentKind::supplement, "2024-06-30", {{"P1", yuan("50.00")}})};
    records.contracts = {{"C1", "示例", "P1", "示例公司", yuan("60.00"), day("2024-02-01")}};
    records.paid = {{"P1", "C1", day("2024-03-01"), yuan("30.00")}, {"P1", "", day("2024-06-29"), yuan("40.00")}};
    EXPECT_TRUE(shortfalls(records, day("2024-12-31")).empty());
    records.paid[1].amount = yuan("40.01");
    const auto found = shortfalls(records, day("2024-12-31"));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].first_day, day("2024-06-29"));
    EXPECT_EQ(found[0].largest, yuan("0.01"));
    records.paid[1].day = day("2024-06-30");
    EXPECT_TRUE(shortfalls(records, day("2024-12-31")).empty());
}

TEST(CheckPayment, LooksAtDateSignAndSubjects)
{
    Payment paid = payment("V1", "2024-12-31", "P1", "1.00");
    EXPECT_EQ(code_of(check_payment(view_of(paid), nullptr, year)), "done");
    paid.paid_on = day("2025-01-01");
    EXPECT_EQ(code_of(check_payment(view_of(paid), nullptr, year)), "budget.payment.outside_year");
    paid = payment("V1", "2024-01-01", "P1", "-1.00");
    EXPECT_EQ(code_of(check_payment(view_of(paid), nullptr, year)), "budget.payment.amount_not_positive");
    paid.kind = PaymentKind::refund;
    EXPECT_EQ(code_of(check_payment(view_of(paid), nullptr, year)), "done");
    paid.amount = yuan("1.00");
    EXPECT_EQ(code_of(check_payment(view_of(paid), nullptr, year)), "budget.payment.refund_not_negative");
    paid.kind = PaymentKind::payment;
    paid.economic_code = "30209A";
    EXPECT_EQ(code_of(check_payment(view_of(paid), nullptr, year)), "budget.subject.not_digits");
    paid.economic_code = "30209";
    paid.payee.clear();
    EXPECT_EQ(code_of(check_payment(view_of(paid), nullptr, year)), "budget.payment.payee_empty");
}

}  // namespace
}  // namespace budget
