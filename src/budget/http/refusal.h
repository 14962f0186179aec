// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/budget/http: a refusal that is about one member of the body names it.

#include <string>

#include "base/result.h"
#include "budget/core/document.h"
#include "http/router.h"

namespace budget {

// As http::problem(), with the member of a line, payment or contract at which the form shows it: /amount where money is
// short, /voucher where it is taken. `subjects` are the codes that the body gave: which of them is no code, only they
// tell.
struct Subjects {
    std::string functional_code = {};
    std::string economic_code = {};
};
http::Response refused(const base::Error& error, const Subjects& subjects = {});

// Of a document: /number, or the row that it is about, /lines/2/amount.
http::Response refused(const base::Error& error, const Document& document);

}  // namespace budget
