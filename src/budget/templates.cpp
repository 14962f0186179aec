// SPDX-License-Identifier: Apache-2.0
#include "budget/templates.h"

#include <string>

#include "budget/core/document.h"
#include "budget/core/payment.h"

namespace budget {

using spreadsheet::Cell;
using spreadsheet::CellKind;
using spreadsheet::Column;
using spreadsheet::ColumnKind;
using spreadsheet::Need;
using spreadsheet::TableSheet;

namespace {

Cell text(std::string value)
{
    return {CellKind::text, std::move(value)};
}

Cell number(std::string value)
{
    return {CellKind::number, std::move(value)};
}

Cell date(base::FiscalYear year, const std::string& month_and_day)
{
    return {CellKind::date, std::to_string(year.year) + "-" + month_and_day};
}

template <class Kinds>
std::vector<std::string> words_of(const Kinds& kinds)
{
    std::vector<std::string> words;
    for (const auto kind : kinds) words.emplace_back(chinese(kind));
    return words;
}

Column line_column()
{
    return {.title = "项目编码", .width = 12, .note = "与“预算项目”表的编码一致。", .need = Need::required};
}

Column functional_column()
{
    return {.title = "功能科目编码", .width = 14, .note = "政府收支分类科目，3 到 7 位数字，例如 2010303。可以不填。"};
}

Column economic_column()
{
    return {.title = "经济科目编码", .width = 14, .note = "部门预算支出经济分类科目，例如 30209。可以不填。"};
}

Column amount_column(const std::string& title, const std::string& note)
{
    return {.title = title, .kind = ColumnKind::money, .width = 18, .note = note, .need = Need::required};
}

TableSheet line_sheet()
{
    TableSheet sheet{.name = "预算项目", .title = "预算项目（一行一个项目）"};
    sheet.columns = {{.title = "项目编码", .width = 12, .note = "同一年度不能重复，例如 P01。", .need = Need::required},
                     {.title = "项目名称", .width = 28, .need = Need::required},
                     {.title = "支出类别", .width = 12, .choices = words_of(line_kinds), .need = Need::required},
                     functional_column(),
                     economic_column()};
    sheet.example_rows = {{text("P01"), text("示例：物业服务经费"), text("项目支出"), text("2010303"), text("30209")}};
    return sheet;
}

TableSheet document_sheet(base::FiscalYear year)
{
    TableSheet sheet{.name = "预算文件", .title = "预算文件（一个文件涉及几个项目就写几行）"};
    sheet.columns = {
        {.title = "文号", .width = 22, .note = "同一文号的各行，日期和类型要一致。", .need = Need::required},
        {.title = "日期", .kind = ColumnKind::date, .note = "文件日期，例如 2024-01-10。", .need = Need::required},
        {.title = "类型", .width = 12, .choices = words_of(document_kinds), .need = Need::required},
        line_column(),
        amount_column("金额（元）", "追减写负数。调剂的各行相加应为零。"),
        {.title = "事由", .width = 36}};
    sheet.example_rows = {{text("示例预〔" + std::to_string(year.year) + "〕1号"), date(year, "01-10"),
                           text("年初批复"), text("P01"), number("1200000.00"), text("年初部门预算批复")}};
    return sheet;
}

TableSheet contract_sheet(base::FiscalYear year)
{
    TableSheet sheet{.name = "合同", .title = "合同（签订后占用预算，按合同支付）"};
    const std::string months = "按月付费的服务填写开始和结束，用来核对各月服务费是否支付；其他合同不填。";
    sheet.columns = {{.title = "合同编号", .width = 16, .note = "同一年度不能重复。", .need = Need::required},
                     {.title = "合同名称", .width = 28},
                     line_column(),
                     {.title = "供应商", .width = 28, .need = Need::required},
                     amount_column("合同金额（元）", "本年度应付的金额，不超过项目可用的预算。"),
                     {.title = "签订日期", .kind = ColumnKind::date, .need = Need::required},
                     {.title = "服务开始", .kind = ColumnKind::date, .note = months},
                     {.title = "服务结束", .kind = ColumnKind::date, .note = months}};
    sheet.example_rows = {{text("HT-01"), text("示例：物业服务合同"), text("P01"), text("示例物业服务公司"),
                           number("1200000.00"), date(year, "01-15"), date(year, "01-01"), date(year, "12-31")}};
    return sheet;
}

}  // namespace

std::vector<TableSheet> budget_template(base::FiscalYear year)
{
    return {line_sheet(), document_sheet(year), contract_sheet(year)};
}

std::vector<TableSheet> payments_template(base::FiscalYear year, const std::vector<Line>& lines,
                                          const std::vector<Contract>& contracts)
{
    TableSheet sheet{.name = "支付明细", .title = "支付明细（一行一笔；同一凭证有几笔就写几行）"};
    Column line = line_column();
    for (const Line& known : lines) line.choices.push_back(known.code);
    Column contract{.title = "合同编号", .width = 16, .note = "按合同支付的填写，其他不填。"};
    for (const Contract& known : contracts) contract.choices.push_back(known.number);
    const std::string months = "这一笔付的是哪几个月的服务费，例如 2024-01。起止都填或都不填。";
    sheet.columns = {
        {.title = "支付日期", .kind = ColumnKind::date, .need = Need::required},
        {.title = "凭证号", .note = "再次导入时按凭证号识别，已有的不会重复登记。", .need = Need::required},
        line,
        {.title = "收款方", .width = 28, .need = Need::required},
        contract,
        {.title = "服务起月", .width = 10, .note = months},
        {.title = "服务止月", .width = 10, .note = months},
        functional_column(),
        economic_column(),
        amount_column("金额（元）", "退款和红冲写负数。"),
        {.title = "类型", .width = 8, .choices = words_of(payment_kinds), .note = "不填就是支付。"},
        {.title = "原凭证号", .note = "退款和红冲写它对应的凭证号。它们自己的凭证号、更正后的凭证号都是新的。"},
        {.title = "摘要", .width = 36}};
    const std::string january = std::to_string(year.year) + "-01";
    sheet.example_rows = {{date(year, "01-31"),
                           text("记-0001"),
                           text(lines.empty() ? "P01" : lines.front().code),
                           text("示例物业服务公司"),
                           text(contracts.empty() ? "HT-01" : contracts.front().number),
                           text(january),
                           text(january),
                           text("2010303"),
                           text("30209"),
                           number("100000.00"),
                           text("支付"),
                           {},
                           text("示例：1 月物业服务费")}};
    return {sheet};
}

}  // namespace budget
