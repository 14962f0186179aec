// SPDX-License-Identifier: Apache-2.0
#include "meetings/store/notice_store.h"

namespace meetings {

namespace {

Notice notice_of(const sql::Row& row)
{
    Notice notice;
    notice.id = row.text("id");
    notice.number = row.text("number");
    notice.account = row.text("account");
    notice.what = row.text("what");
    notice.by = row.text("by_whom");
    notice.at_ms = row.integer("at_ms");
    notice.acknowledged_ms = row.integer_if("acknowledged_ms");
    return notice;
}

}  // namespace

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

std::vector<FieldChange> NoticeStore::changes_of(const std::string& id) const
{
    constexpr std::string_view of_one = R"(
        SELECT field, was, is_now FROM meetings_notice_change WHERE org_id = :org_id AND id = :id ORDER BY place)";
    std::vector<FieldChange> changes;
    for (const auto& row : db_.query(of_one, {{"org_id", org_}, {"id", id}}))
        changes.push_back({row.text("field"), row.text_if("was"), row.text_if("is_now")});
    return changes;
}

std::vector<Notice> NoticeStore::of(const std::string& account, Which which, const std::string& before,
                                    std::int64_t most) const
{
    constexpr std::string_view page = R"(
        SELECT id, number, account, what, by_whom, at_ms, acknowledged_ms
          FROM meetings_notice
         WHERE org_id = :org_id AND account = :account AND (:before = '' OR id < :before)
           AND (:with_seen = 1 OR acknowledged_ms IS NULL)
         ORDER BY id DESC
         LIMIT :most)";
    std::vector<Notice> found;
    for (const auto& row : db_.query(page, {{"org_id", org_},
                                            {"account", account},
                                            {"before", before},
                                            {"with_seen", which == Which::all ? 1 : 0},
                                            {"most", most}}))
        found.push_back(notice_of(row));
    for (Notice& notice : found) notice.changes = changes_of(notice.id);
    return found;
}

std::int64_t NoticeStore::count(const std::string& account, Which which) const
{
    constexpr std::string_view all = R"(
        SELECT COUNT(*) AS n FROM meetings_notice
         WHERE org_id = :org_id AND account = :account AND (:with_seen = 1 OR acknowledged_ms IS NULL))";
    return db_.query(all, {{"org_id", org_}, {"account", account}, {"with_seen", which == Which::all ? 1 : 0}})
        .front()
        .integer("n");
}

std::optional<Notice> NoticeStore::find(const std::string& account, const std::string& id) const
{
    constexpr std::string_view one = R"(
        SELECT id, number, account, what, by_whom, at_ms, acknowledged_ms
          FROM meetings_notice WHERE org_id = :org_id AND account = :account AND id = :id)";
    const auto rows = db_.query(one, {{"org_id", org_}, {"account", account}, {"id", id}});
    if (rows.empty()) return std::nullopt;
    Notice notice = notice_of(rows.front());
    notice.changes = changes_of(id);
    return notice;
}

bool NoticeStore::acknowledge(const std::string& id, std::int64_t at_ms)
{
    constexpr std::string_view update = R"(
        UPDATE meetings_notice SET acknowledged_ms = :at_ms
         WHERE org_id = :org_id AND id = :id AND acknowledged_ms IS NULL)";
    return db_.execute(update, {{"org_id", org_}, {"id", id}, {"at_ms", at_ms}}) == 1;
}

}  // namespace meetings
