// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/budget/http: a refusal that is about one member of the body names it.

#include "base/result.h"
#include "http/router.h"

namespace budget {

// As http::problem(), with the member of a payment or a contract at which the form shows it: /amount where money is
// short, /voucher where it is taken.
http::Response refused(const base::Error& error);

}  // namespace budget
