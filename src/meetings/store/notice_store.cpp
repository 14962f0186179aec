// SPDX-License-Identifier: Apache-2.0
#include "meetings/store/notice_store.h"

#include <map>

namespace meetings {

void NoticeStore::add(const Notice& notice)
{
    constexpr std::string_view insert = R"(
        INSERT INTO meetings_notice (org_id, id, number, account, what, by_whom, at_ms)
        VALUES (:org_id, :id, :number, :account, :what, :by_whom, :at_ms))";
    db_.execute(insert, {{"org_id", org_},
                         {"id", notice.id},
                         {"number", notice.number},
                         {"account", notice.account},
                         {"what", notice.what},
                         {"by_whom", notice.by},
                         {"at_ms", notice.at_ms}});
    constexpr std::string_view change = R"(
        INSERT INTO meetings_notice_change (org_id, id, place, field, was, is_now)
        VALUES (:org_id, :id, :place, :field, :was, :is_now))";
    std::int64_t place = 0;
    for (const FieldChange& one : notice.changes)
        db_.execute(change, {{"org_id", org_},
                             {"id", notice.id},
                             {"place", ++place},
                             {"field", one.field},
                             {"was", one.before},
                             {"is_now", one.after}});
}

std::vector<Notice> NoticeStore::read(std::string_view condition, sql::Parameters more) const
{
    more.insert(more.begin(), {"org_id", org_});
    constexpr std::string_view changes = R"(
        SELECT c.id, c.field, c.was, c.is_now
          FROM meetings_notice_change c
          JOIN meetings_notice n ON n.org_id = c.org_id AND n.id = c.id
         WHERE n.org_id = :org_id)";
    std::map<std::string, std::vector<FieldChange>> by_id;
    for (const auto& row : db_.query(std::string{changes} + std::string{condition} + " ORDER BY c.id, c.place", more))
        by_id[row.text("id")].push_back({row.text("field"), row.text_if("was"), row.text_if("is_now")});
    constexpr std::string_view notices = R"(
        SELECT n.id, n.number, n.account, n.what, n.by_whom, n.at_ms, n.acknowledged_ms
          FROM meetings_notice n
         WHERE n.org_id = :org_id)";
    std::vector<Notice> found;
    for (const auto& row : db_.query(std::string{notices} + std::string{condition} + " ORDER BY n.id DESC", more))
        found.push_back({row.text("id"), row.text("number"), row.text("account"), row.text("what"),
                         std::move(by_id[row.text("id")]), row.text("by_whom"), row.integer("at_ms"),
                         row.integer_if("acknowledged_ms")});
    return found;
}

std::vector<Notice> NoticeStore::of(const std::string& account, Which which) const
{
    return which == Which::open
               ? read(" AND n.account = :account AND n.acknowledged_ms IS NULL", {{"account", account}})
               : read(" AND n.account = :account", {{"account", account}});
}

std::optional<Notice> NoticeStore::find(const std::string& account, const std::string& id) const
{
    auto found = read(" AND n.account = :account AND n.id = :id", {{"account", account}, {"id", id}});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

bool NoticeStore::acknowledge(const std::string& id, std::int64_t at_ms)
{
    constexpr std::string_view update = R"(
        UPDATE meetings_notice SET acknowledged_ms = :at_ms
         WHERE org_id = :org_id AND id = :id AND acknowledged_ms IS NULL)";
    return db_.execute(update, {{"org_id", org_}, {"id", id}, {"at_ms", at_ms}}) == 1;
}

}  // namespace meetings
