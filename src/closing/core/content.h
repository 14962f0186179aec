// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/money.h"
#include "base/sm3.h"
#include "closing/core/span.h"

namespace closing {

// What a closed month or year held of one kind of record: the records as they were before any correction, whose
// number, sum and digest (SM3 over them, in the order of their keys) can never change from then on.
struct Content {
    // Of a month: payments, documents, contracts, ledgers. Of a year: lines, targets, revisions, entries, notes,
    // evidence.
    std::string kind;
    std::int64_t count = 0;
    base::Money amount = {};
    std::string digest = {};
    std::string subject = {};  // of ledgers: which register

    friend bool operator==(const Content&, const Content&) = default;
};

// Puts a Content together, record by record in the order of their keys.
class Holding {
public:
    explicit Holding(std::string kind, std::string subject = {});

    void add(const std::vector<std::string>& fields, base::Money amount = {});
    Content finish();  // once

private:
    Content content_;
    base::Sm3 digest_;
};

// A kind of a closed month or year that is not what it was when it was closed, without any correction to explain it.
struct Unexplained {
    Span span;
    Content then;
    Content now;
};

// One that is missing in `now` holds nothing. One that is missing in `then` held nothing, if that kind was looked at:
// what was closed by an older program knows fewer kinds.
std::vector<Unexplained> unexplained(const Span& span, const std::vector<Content>& then,
                                     const std::vector<Content>& now);

}  // namespace closing
