// SPDX-License-Identifier: Apache-2.0
#include "budget/http/refusal.h"

#include <array>
#include <utility>

namespace budget {

namespace {

constexpr std::array<std::pair<std::string_view, const char*>, 26> members{{
    {"budget.contract.amount_not_positive", "/amount"},
    {"budget.contract.exceeds_available", "/amount"},
    {"budget.contract.number_empty", "/number"},
    {"budget.contract.number_taken", "/number"},
    {"budget.contract.payee_empty", "/payee"},
    {"budget.contract.service_outside_year", "/service_from"},
    {"budget.contract.service_reversed", "/service_to"},
    {"budget.contract.signed_after_year", "/signed_on"},
    {"budget.contract.unknown", "/contract"},
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

}  // namespace

http::Response refused(const base::Error& error)
{
    http::Response response = http::problem(error);
    for (const auto& [code, member] : members)
        if (code == error.code) response.problem->fields.push_back({member, error});
    return response;
}

}  // namespace budget
