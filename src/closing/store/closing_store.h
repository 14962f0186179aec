// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/actor.h"
#include "closing/closing.h"
#include "sql/connection.h"

namespace closing {

// The only code that writes the closing_* tables; triggers of the records' tables read them.
class ClosingStore {
public:
    ClosingStore(sql::Connection& db, base::OrgId org) : db_{db}, org_{std::move(org)} {}

    // Inside a transaction: recording and closing keep each other out.
    void lock_to_record();
    void lock_to_close();

    std::set<Span> spans(int year) const;
    bool is_closed(const Span& span) const;
    void add(const ClosedSpan& closed);
    std::vector<ClosedSpan> closed(int year) const;

    void add_correction(const MadeCorrection& made);
    void add_span(const std::string& correction, const Span& span);
    std::vector<MadeCorrection> corrections(int year) const;

private:
    sql::Parameters scoped(sql::Parameters more = {}) const;

    sql::Connection& db_;
    base::OrgId org_;
};

}  // namespace closing
