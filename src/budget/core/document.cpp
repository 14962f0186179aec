// SPDX-License-Identifier: Apache-2.0
#include "budget/core/document.h"

#include <array>
#include <set>

namespace budget {

using base::ErrorKind;
using base::fail;
using base::Money;

namespace {

struct KindWord {
    DocumentKind kind;
    std::string_view text;
    std::string_view chinese;
};

constexpr std::array words{
    KindWord{DocumentKind::initial, "initial", "年初批复"}, KindWord{DocumentKind::supplement, "supplement", "追加"},
    KindWord{DocumentKind::reduction, "reduction", "追减"}, KindWord{DocumentKind::transfer, "transfer", "调剂"},
    KindWord{DocumentKind::carry_over, "carry_over", "上年结转"}};

base::Result<void> check_amount(const Document& document, const DocumentLine& line)
{
    const base::ErrorArgs args{{"number", document.number}, {"line", line.line}, {"amount", line.amount.to_string()}};
    if (line.amount == Money{}) return fail(ErrorKind::invalid, "budget.document.amount_zero", args);
    const bool negative = line.amount < Money{};
    const bool free_sign = document.kind == DocumentKind::transfer;
    if (!free_sign && negative != (document.kind == DocumentKind::reduction))
        return fail(ErrorKind::invalid, "budget.document.amount_sign", args);
    return {};
}

}  // namespace

std::string_view to_text(DocumentKind kind)
{
    return words.at(static_cast<std::size_t>(kind)).text;
}

std::string_view chinese(DocumentKind kind)
{
    return words.at(static_cast<std::size_t>(kind)).chinese;
}

DocumentKind document_kind_of(std::string_view text)
{
    for (const KindWord& word : words)
        if (word.text == text) return word.kind;
    throw std::logic_error("no such kind of document: " + std::string{text});
}

base::Result<void> check_document(const Document& document, base::FiscalYear year)
{
    const base::ErrorArgs named{{"number", document.number}, {"date", document.issued_on.to_string()}};
    if (document.number.empty()) return fail(ErrorKind::invalid, "budget.document.number_empty");
    if (document.lines.empty()) return fail(ErrorKind::invalid, "budget.document.no_lines", named);
    const bool may_be_older = document.kind == DocumentKind::initial || document.kind == DocumentKind::carry_over;
    if (document.issued_on > year.last_day() || (document.issued_on < year.first_day() && !may_be_older))
        return fail(ErrorKind::invalid, "budget.document.outside_year", named);

    std::set<std::string_view> seen;
    Money sum;
    for (const DocumentLine& line : document.lines) {
        TRY(check_amount(document, line));
        if (!seen.insert(line.line).second)
            return fail(ErrorKind::invalid, "budget.document.line_repeated",
                        {{"number", document.number}, {"line", line.line}});
        sum += line.amount;
    }
    if (document.kind == DocumentKind::transfer && sum != Money{})
        return fail(ErrorKind::invalid, "budget.document.transfer_not_balanced",
                    {{"number", document.number}, {"sum", sum.to_string()}});
    return {};
}

std::map<std::string, Money> replay(const std::vector<Document>& documents, base::Date as_of)
{
    std::map<std::string, Money> adjusted;
    for (const Document& document : documents) {
        if (document.issued_on > as_of) continue;
        for (const DocumentLine& line : document.lines) adjusted[line.line] += line.amount;
    }
    return adjusted;
}

}  // namespace budget
