// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "meetings/core/service_notice.h"
#include "sql/connection.h"

namespace meetings {

class NoticeStore {
public:
    NoticeStore(sql::Connection& db, base::OrgId org) : db_{db}, org_{std::move(org)} {}

    void add(const Notice& notice);
    // The latest first, those behind `before` where it names one, at most so many.
    enum class Which { open, all };
    std::vector<Notice> of(const std::string& account, Which which, const std::string& before, std::int64_t most) const;
    std::int64_t count(const std::string& account, Which which) const;
    std::optional<Notice> find(const std::string& account, const std::string& id) const;
    // False where it was acknowledged before.
    bool acknowledge(const std::string& id, std::int64_t at_ms);

private:
    std::vector<FieldChange> changes_of(const std::string& id) const;

    sql::Connection& db_;
    base::OrgId org_;
};

}  // namespace meetings
