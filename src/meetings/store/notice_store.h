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
    // The latest first.
    enum class Which { open, all };
    std::vector<Notice> of(const std::string& account, Which which) const;
    std::optional<Notice> find(const std::string& account, const std::string& id) const;
    // False where it was acknowledged before.
    bool acknowledge(const std::string& id, std::int64_t at_ms);

private:
    std::vector<Notice> read(std::string_view condition, sql::Parameters more) const;

    sql::Connection& db_;
    base::OrgId org_;
};

}  // namespace meetings
