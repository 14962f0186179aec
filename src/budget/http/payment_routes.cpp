// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "budget/http/answers.h"
#include "budget/http/budget_routes.h"
#include "budget/http/payment_filter.h"
#include "budget/http/refusal.h"

namespace budget {

PaymentFilter payment_filter(http::Query& query)
{
    PaymentFilter filter;
    filter.line = query.text("line");
    filter.contract = query.text("contract");
    filter.month = month_of(query, "month", query.text("month"));
    filter.kind = query.word<LineKind>("line_kind", {{"basic", LineKind::basic}, {"project", LineKind::project}});
    filter.until = query.date("until");
    filter.text = query.text("q");
    return filter;
}

namespace {

std::optional<std::int64_t> entry_number(const std::string& text)
{
    std::int64_t number = 0;
    const char* const end = text.data() + text.size();
    const bool is_number = std::from_chars(text.data(), end, number) == std::from_chars_result{end, {}};
    return is_number && number > 0 ? std::optional{number} : std::nullopt;
}

std::optional<PaymentPlace> place_of(http::Query& query)
{
    const auto cursor = query.cursor(3);
    if (!cursor) return std::nullopt;
    const auto day = base::Date::parse((*cursor)[0]);
    const auto entry = entry_number((*cursor)[2]);
    if (day && entry) return PaymentPlace{*day, {(*cursor)[1], *entry}};
    query.add("cursor", {base::ErrorKind::invalid, "request.cursor_malformed"});
    return std::nullopt;
}

http::Response list(http::Context& context)
{
    const auto year = year_of(context);
    if (!year) return http::problem(year.error());
    http::Query query{context.request};
    const PaymentFilter filter = payment_filter(query);
    const std::size_t limit = query.limit();
    const auto behind = place_of(query);
    if (auto problem = query.problem()) return *std::move(problem);
    const auto page = budgets_of(context).payment_page(context.actor.org, *year, filter, behind, limit);
    if (!page) return http::problem(page.error());
    boost::json::array items;
    for (const Payment& payment : page->payments) {
        boost::json::object item = json_of(payment);
        item["corrected_by"] = json_of(payment.corrected_by);
        items.push_back(std::move(item));
    }
    boost::json::object json{
        {"items", std::move(items)}, {"next", nullptr}, {"total", page->count}, {"amount", page->amount.to_string()}};
    if (page->has_next) {
        const Payment& last = page->payments.back();
        json["next"] = http::cursor_of({last.paid_on.to_string(), last.key.voucher, std::to_string(last.key.entry)});
    }
    return answer(200, json);
}

http::Response booked(http::Context& context, base::FiscalYear year, const base::Result<Payment>& payment,
                      const Subjects& subjects = {})
{
    if (!payment) return refused(payment.error(), subjects);
    tell(context, "payments", year);
    return answer(201, json_of(*payment));
}

http::Response pay(http::Context& context)
{
    const auto year = year_of(context);
    if (!year) return http::problem(year.error());
    http::Fields fields{context.request};
    Payment payment;
    payment.key.voucher = fields.text("voucher", 100);
    payment.key.entry = fields.optional_integer("entry").value_or(1);
    payment.paid_on = fields.date("paid_on");
    payment.line = fields.text("line", 60);
    payment.payee = fields.text("payee", 200);
    payment.contract = fields.optional_text("contract", 100).value_or("");
    payment.service = service_of(fields);
    payment.functional_code = fields.optional_text("functional_code", 10).value_or("");
    payment.economic_code = fields.optional_text("economic_code", 10).value_or("");
    payment.amount = fields.money("amount");
    payment.note = fields.optional_text("note", 500).value_or("");
    const auto closed = closing::correction_of(fields);
    if (auto problem = fields.problem()) return *std::move(problem);
    return booked(context, *year, budgets_of(context, closed).pay(context.actor, *year, payment),
                  {payment.functional_code, payment.economic_code});
}

using Correct = base::Result<Payment> (Budgets::*)(const base::Actor&, base::FiscalYear, const EntryKey&,
                                                   const Correction&);

// A refund says how much came back; a reversal takes all of it.
http::Response correct(http::Context& context, Correct act, bool has_amount)
{
    const auto year = year_of(context);
    if (!year) return http::problem(year.error());
    const auto entry = entry_number(context.part("entry"));
    const EntryKey original{context.part("voucher"), entry.value_or(0)};
    if (!entry)
        return http::problem({base::ErrorKind::not_found,
                              "budget.payment.unknown",
                              {{"voucher", original.voucher + "/" + context.part("entry")}}});
    http::Fields fields{context.request};
    Correction correction;
    correction.key.voucher = fields.text("voucher", 100);
    correction.key.entry = fields.optional_integer("entry").value_or(1);
    correction.on = fields.date("paid_on");
    if (has_amount) correction.amount = fields.money("amount");
    correction.note = fields.optional_text("note", 500).value_or("");
    const auto closed = closing::correction_of(fields);
    if (auto problem = fields.problem()) return *std::move(problem);
    Budgets budgets = budgets_of(context, closed);
    return booked(context, *year, (budgets.*act)(context.actor, *year, original, correction));
}

}  // namespace

void add_payment_routes(http::Router& router)
{
    const auto write = [&router](const char* path, const char* operation, http::Handler handle) {
        router.add({.method = http::Method::post,
                    .path = path,
                    .operation = operation,
                    .permission = "budget.pay",
                    .body = http::Body::json,
                    .guard = http::Guard::idempotency_key,
                    .handle = std::move(handle)});
    };
    router.add({.path = "/api/v1/budget/years/{year}/payments",
                .operation = "listPayments",
                .permission = "budget.read",
                .handle = list});
    write("/api/v1/budget/years/{year}/payments", "recordPayment", pay);
    write("/api/v1/budget/years/{year}/payments/{voucher}/{entry}/refund", "refundPayment",
          [](http::Context& context) { return correct(context, &Budgets::refund, true); });
    write("/api/v1/budget/years/{year}/payments/{voucher}/{entry}/reversal", "reversePayment",
          [](http::Context& context) { return correct(context, &Budgets::reverse, false); });
}

}  // namespace budget
