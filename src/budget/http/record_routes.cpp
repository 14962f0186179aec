// SPDX-License-Identifier: Apache-2.0
// Years, lines, documents and contracts.
#include <stdexcept>

#include "budget/http/answers.h"
#include "budget/http/budget_routes.h"
#include "budget/http/refusal.h"

namespace budget {

namespace {

// The record as it stands now: by the field that names it.
template <class Record>
http::Response recorded(const base::Result<std::vector<Record>>& all, const std::string& name,
                        std::string Record::*named)
{
    if (!all) return http::problem(all.error());
    for (const Record& record : *all)
        if (record.*named == name) return answer(201, json_of(record));
    throw std::logic_error("what was recorded is not there: " + name);
}

http::Response years(http::Context& context)
{
    boost::json::array items;
    for (const base::FiscalYear year : budgets_of(context).years(context.actor.org))
        items.push_back(boost::json::object{{"year", year.year}});
    return answer(200, {{"items", std::move(items)}, {"next", nullptr}});
}

http::Response open_year(http::Context& context)
{
    http::Fields fields{context.request};
    const std::int64_t written = fields.integer("year");
    if (auto problem = fields.problem()) return *std::move(problem);
    const bool fits = written >= 0 && written <= 9'999;
    const base::FiscalYear year{fits ? static_cast<int>(written) : 0};
    const auto opened = budgets_of(context).open_year(context.actor, year);
    if (!opened) return http::problem(opened.error());
    tell(context, "years", year);
    return answer(201, {{"year", year.year}});
}

http::Response add_line(http::Context& context)
{
    const auto year = year_of(context);
    if (!year) return http::problem(year.error());
    http::Fields fields{context.request};
    Line line;
    line.code = fields.text("code", 60);
    line.name = fields.text("name", 200);
    line.kind = fields.word<LineKind>("kind", {{"basic", LineKind::basic}, {"project", LineKind::project}});
    line.functional_code = fields.optional_text("functional_code", 10).value_or("");
    line.economic_code = fields.optional_text("economic_code", 10).value_or("");
    const auto correction = closing::correction_of(fields);
    if (auto problem = fields.problem()) return *std::move(problem);
    Budgets budgets = budgets_of(context, correction);
    const auto added = budgets.add_lines(context.actor, *year, {line});
    if (!added) return refused(added.error(), Subjects{line.functional_code, line.economic_code});
    tell(context, "lines", *year);
    return recorded(budgets.lines(context.actor.org, *year), line.code, &Line::code);
}

http::Response issue(http::Context& context)
{
    const auto year = year_of(context);
    if (!year) return http::problem(year.error());
    http::Fields fields{context.request};
    Document document;
    document.number = fields.text("number", 100);
    document.issued_on = fields.date("issued_on");
    document.kind = fields.word<DocumentKind>("kind", {{"initial", DocumentKind::initial},
                                                       {"supplement", DocumentKind::supplement},
                                                       {"reduction", DocumentKind::reduction},
                                                       {"transfer", DocumentKind::transfer},
                                                       {"carry_over", DocumentKind::carry_over}});
    document.reason = fields.optional_text("reason", 500).value_or("");
    for (http::Fields& line : fields.objects("lines"))
        document.lines.push_back({line.text("line", 60), line.money("amount")});
    const auto correction = closing::correction_of(fields);
    if (auto problem = fields.problem()) return *std::move(problem);
    Budgets budgets = budgets_of(context, correction);
    const auto issued = budgets.issue(context.actor, *year, document);
    if (!issued) return refused(issued.error(), document);
    tell(context, "documents", *year);
    return recorded(budgets.documents(context.actor.org, *year), document.number, &Document::number);
}

http::Response sign(http::Context& context)
{
    const auto year = year_of(context);
    if (!year) return http::problem(year.error());
    http::Fields fields{context.request};
    Contract contract;
    contract.number = fields.text("number", 100);
    contract.title = fields.optional_text("title", 200).value_or("");
    contract.line = fields.text("line", 60);
    contract.payee = fields.text("payee", 200);
    contract.amount = fields.money("amount");
    contract.signed_on = fields.date("signed_on");
    contract.service = service_of(fields);
    const auto correction = closing::correction_of(fields);
    if (auto problem = fields.problem()) return *std::move(problem);
    Budgets budgets = budgets_of(context, correction);
    const auto done = budgets.sign(context.actor, *year, contract);
    if (!done) return refused(done.error());
    tell(context, "contracts", *year);
    return recorded(budgets.contracts(context.actor.org, *year), contract.number, &Contract::number);
}

template <class Record>
http::Handler listing(base::Result<std::vector<Record>> (Budgets::*question)(const base::OrgId&, base::FiscalYear)
                          const)
{
    return [question](http::Context& context) {
        const auto year = year_of(context);
        if (!year) return http::problem(year.error());
        return listed((budgets_of(context).*question)(context.actor.org, *year));
    };
}

}  // namespace

void add_record_routes(http::Router& router)
{
    const auto read = [&router](const char* path, const char* operation, http::Handler handle) {
        router.add({.path = path, .operation = operation, .permission = "budget.read", .handle = std::move(handle)});
    };
    const auto write = [&router](const char* path, const char* operation, http::Handler handle) {
        router.add({.method = http::Method::post,
                    .path = path,
                    .operation = operation,
                    .permission = "budget.edit",
                    .body = http::Body::json,
                    .guard = http::Guard::idempotency_key,
                    .handle = std::move(handle)});
    };
    read("/api/v1/budget/years", "listBudgetYears", years);
    write("/api/v1/budget/years", "openBudgetYear", open_year);
    read("/api/v1/budget/years/{year}/lines", "listBudgetLines", listing(&Budgets::lines));
    write("/api/v1/budget/years/{year}/lines", "addBudgetLine", add_line);
    read("/api/v1/budget/years/{year}/documents", "listBudgetDocuments", listing(&Budgets::documents));
    write("/api/v1/budget/years/{year}/documents", "issueBudgetDocument", issue);
    read("/api/v1/budget/years/{year}/contracts", "listContracts", listing(&Budgets::contracts));
    write("/api/v1/budget/years/{year}/contracts", "signContract", sign);
}

void add_budget_routes(http::Router& router)
{
    add_record_routes(router);
    add_payment_routes(router);
    add_report_routes(router);
}

}  // namespace budget
