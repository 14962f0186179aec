// SPDX-License-Identifier: Apache-2.0
#include "budget/http/refusal.h"

#include <array>
#include <optional>
#include <utility>

namespace budget {

namespace {

constexpr std::array<std::pair<std::string_view, const char*>, 29> members{{
    {"budget.contract.amount_not_positive", "/amount"},
    {"budget.contract.exceeds_available", "/amount"},
    {"budget.contract.number_empty", "/number"},
    {"budget.contract.number_taken", "/number"},
    {"budget.contract.payee_empty", "/payee"},
    {"budget.contract.service_outside_year", "/service_from"},
    {"budget.contract.service_reversed", "/service_to"},
    {"budget.contract.signed_after_year", "/signed_on"},
    {"budget.contract.unknown", "/contract"},
    {"budget.line.already_there", "/code"},
    {"budget.line.code_empty", "/code"},
    {"budget.line.name_empty", "/name"},
    {"budget.line.unknown", "/line"},
    {"budget.payment.amount_not_positive", "/amount"},
    {"budget.payment.amount_zero", "/amount"},
    {"budget.payment.before_original", "/paid_on"},
    {"budget.payment.entry_not_positive", "/entry"},
    {"budget.payment.exceeds_available", "/amount"},
    {"budget.payment.exceeds_contract", "/amount"},
    {"budget.payment.outside_contract", "/contract"},
    {"budget.payment.outside_service", "/service_from"},
    {"budget.payment.outside_year", "/paid_on"},
    {"budget.payment.payee_empty", "/payee"},
    {"budget.payment.refund_not_negative", "/amount"},
    {"budget.payment.service_reversed", "/service_to"},
    {"budget.payment.voucher_empty", "/voucher"},
    {"budget.payment.voucher_taken", "/voucher"},
    {"budget.refund.amount_not_positive", "/amount"},
    {"budget.refund.exceeds_paid", "/amount"},
}};

constexpr std::array<std::pair<std::string_view, const char*>, 5> members_of_document{{
    {"budget.document.no_lines", "/lines"},
    {"budget.document.number_empty", "/number"},
    {"budget.document.number_taken", "/number"},
    {"budget.document.outside_year", "/issued_on"},
    {"budget.document.transfer_not_balanced", "/lines"},
}};

// What is wrong with a row: the code of its line is among the arguments.
constexpr std::array<std::pair<std::string_view, const char*>, 5> members_of_row{{
    {"budget.document.amount_sign", "amount"},
    {"budget.document.amount_zero", "amount"},
    {"budget.document.exceeds_available", "amount"},
    {"budget.document.line_repeated", "line"},
    {"budget.line.unknown", "line"},
}};

std::string argument(const base::Error& error, std::string_view name)
{
    for (const auto& [known, value] : error.args)
        if (known == name) return value;
    return {};
}

// The first row of the line, or the last one: the repetition is what has to go.
std::optional<std::size_t> row_of(const base::Error& error, const Document& document)
{
    const std::string code = argument(error, "line");
    const bool is_amount = error.code == "budget.document.amount_sign" || error.code == "budget.document.amount_zero";
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < document.lines.size(); ++i) {
        if (document.lines[i].line != code) continue;
        if (is_amount && document.lines[i].amount.to_string() != argument(error, "amount")) continue;
        if (found && error.code != "budget.document.line_repeated") break;
        found = i;
    }
    return found;
}

}  // namespace

http::Response refused(const base::Error& error, const Subjects& subjects)
{
    http::Response response = http::problem(error);
    for (const auto& [code, member] : members)
        if (code == error.code) response.problem->fields.push_back({member, error});
    if (error.code != "budget.subject.not_digits") return response;
    const std::string code = argument(error, "code");
    if (code == subjects.functional_code) response.problem->fields.push_back({"/functional_code", error});
    if (code == subjects.economic_code) response.problem->fields.push_back({"/economic_code", error});
    return response;
}

http::Response refused(const base::Error& error, const Document& document)
{
    http::Response response = http::problem(error);
    for (const auto& [code, member] : members_of_document)
        if (code == error.code) response.problem->fields.push_back({member, error});
    for (const auto& [code, member] : members_of_row)
        if (const auto row = row_of(error, document); code == error.code && row)
            response.problem->fields.push_back({"/lines/" + std::to_string(*row) + "/" + member, error});
    return response;
}

}  // namespace budget
