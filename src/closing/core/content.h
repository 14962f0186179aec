// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/money.h"
#include "closing/core/span.h"

namespace closing {

// What a closed month held of one kind of record: the records that name no correction, whose number, sum and digest
// (SM3 over them, in the order of their keys) can never change from then on.
struct Content {
    std::string kind;  // payments, documents, contracts, ledgers
    std::int64_t count = 0;
    base::Money amount = {};
    std::string digest = {};

    friend bool operator==(const Content&, const Content&) = default;
};

// A kind of a closed month that is not what it was when it was closed, without any correction to explain it.
struct Unexplained {
    Span span;
    Content then;
    Content now;
};

// `now` has the same kinds; one that is missing there holds nothing.
std::vector<Unexplained> unexplained(const Span& span, const std::vector<Content>& then,
                                     const std::vector<Content>& now);

}  // namespace closing
