// SPDX-License-Identifier: Apache-2.0
#include "budget/stored_difference.h"

#include <algorithm>
#include <string>

namespace budget {

using base::ErrorKind;

namespace {

// Compares cell by cell what one record says.
class Comparison {
public:
    Comparison(ImportJob& job, const std::string& name) : job_{job}, name_{name} {}

    bool is_same() const { return is_same_; }

    void cell(const CellAt& at, const std::string& before, const std::string& after)
    {
        if (before == after) return;
        refuse(at, "stored_differs", {{"column", std::string{at.title}}, {"before", before}, {"after", after}});
    }

    void line(const CellAt& at, const std::string& rule, const DocumentLine& line)
    {
        refuse(at, rule, {{"line", line.line}, {"amount", line.amount.to_string()}});
    }

private:
    void refuse(const CellAt& at, const std::string& rule, base::ErrorArgs args)
    {
        args.emplace_back("name", name_);
        job_.refuse(at, {ErrorKind::conflict, "budget.import." + rule, std::move(args)});
        is_same_ = false;
    }

    ImportJob& job_;
    const std::string& name_;
    bool is_same_ = true;
};

std::string months(const std::optional<MonthSpan>& service)
{
    return service ? service->first.to_string() + "～" + service->last.to_string() : std::string{};
}

std::string yuan(base::Money amount)
{
    return amount.to_string() + "元";  // whatever the sheet counts in
}

const DocumentLine* find_line(const Document& document, const std::string& code)
{
    const auto found = std::find_if(document.lines.begin(), document.lines.end(),
                                    [&](const DocumentLine& line) { return line.line == code; });
    return found == document.lines.end() ? nullptr : &*found;
}

}  // namespace

bool says_the_same(ImportJob& job, const Line& stored, const Placed<Line>& said)
{
    const auto& [line, row] = said;
    Comparison comparison{job, stored.code};
    comparison.cell(row.cell(LineColumn::name), stored.name, line.name);
    comparison.cell(row.cell(LineColumn::kind), std::string{chinese(stored.kind)}, std::string{chinese(line.kind)});
    comparison.cell(row.cell(LineColumn::functional), stored.functional_code, line.functional_code);
    comparison.cell(row.cell(LineColumn::economic), stored.economic_code, line.economic_code);
    return comparison.is_same();
}

bool says_the_same(ImportJob& job, const Document& stored, const PlacedDocument& said)
{
    const Document& document = said.value;
    const RowPlace& first = said.rows.front();
    Comparison comparison{job, stored.number};
    comparison.cell(first.cell(DocumentColumn::issued_on), stored.issued_on.to_string(),
                    document.issued_on.to_string());
    comparison.cell(first.cell(DocumentColumn::kind), std::string{chinese(stored.kind)},
                    std::string{chinese(document.kind)});
    comparison.cell(first.cell(DocumentColumn::reason), stored.reason, document.reason);
    for (std::size_t i = 0; i < document.lines.size(); ++i) {
        const DocumentLine& line = document.lines[i];
        const DocumentLine* const before = find_line(stored, line.line);
        if (before)
            comparison.cell(said.rows[i].cell(DocumentColumn::amount), yuan(before->amount), yuan(line.amount));
        else
            comparison.line(said.rows[i].cell(DocumentColumn::line), "stored_lacks_line", line);
    }
    for (const DocumentLine& line : stored.lines)
        if (!find_line(document, line.line)) comparison.line(first.cell(DocumentColumn::line), "stored_has_line", line);
    return comparison.is_same();
}

bool says_the_same(ImportJob& job, const Contract& stored, const Placed<Contract>& said)
{
    const auto& [contract, row] = said;
    Comparison comparison{job, stored.number};
    comparison.cell(row.cell(ContractColumn::title), stored.title, contract.title);
    comparison.cell(row.cell(ContractColumn::line), stored.line, contract.line);
    comparison.cell(row.cell(ContractColumn::payee), stored.payee, contract.payee);
    comparison.cell(row.cell(ContractColumn::amount), yuan(stored.amount), yuan(contract.amount));
    comparison.cell(row.cell(ContractColumn::signed_on), stored.signed_on.to_string(), contract.signed_on.to_string());
    comparison.cell(row.cell(ContractColumn::service_from), months(stored.service), months(contract.service));
    return comparison.is_same();
}

}  // namespace budget
