// SPDX-License-Identifier: Apache-2.0
#include "jobs/store/upload_store.h"

namespace jobs {

namespace {

Upload upload_of(const sql::Row& row)
{
    return {UploadId{row.text("id")}, row.text("file_name"),    file_type_of(row.text("type")).value(),
            row.integer("bytes"),     row.text("digest"),       row.text("person"),
            row.text("account"),      row.integer("created_ms")};
}

}  // namespace

void UploadStore::add(const base::OrgId& org, const Upload& upload)
{
    constexpr std::string_view insert = R"(
        INSERT INTO jobs_upload (org_id, id, file_name, type, bytes, digest, person, account, created_ms)
        VALUES (:org_id, :id, :file_name, :type, :bytes, :digest, :person, :account, :created_ms))";
    db_.execute(insert, {{"org_id", org},
                         {"id", upload.id},
                         {"file_name", upload.name},
                         {"type", to_text(upload.type)},
                         {"bytes", upload.bytes},
                         {"digest", upload.digest},
                         {"person", upload.person},
                         {"account", upload.account},
                         {"created_ms", upload.created_ms}});
}

std::optional<Upload> UploadStore::find(const base::OrgId& org, const UploadId& id) const
{
    constexpr std::string_view one = R"(
        SELECT id, file_name, type, bytes, digest, person, account, created_ms
          FROM jobs_upload
         WHERE org_id = :org_id AND id = :id)";
    const auto rows = db_.query(one, {{"org_id", org}, {"id", id}});
    return rows.empty() ? std::nullopt : std::optional{upload_of(rows.front())};
}

std::int64_t UploadStore::bytes_of(const base::OrgId& org) const
{
    constexpr std::string_view sum =
        "SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT) AS bytes FROM jobs_upload WHERE org_id = :org_id";
    return db_.query(sum, {{"org_id", org}}).front().integer("bytes");
}

std::vector<Upload> UploadStore::take_unused(std::int64_t before_ms)
{
    constexpr std::string_view unused = R"(
        SELECT u.org_id, u.id, u.file_name, u.type, u.bytes, u.digest, u.person, u.account, u.created_ms
          FROM jobs_upload u
         WHERE u.created_ms < :before_ms
           AND NOT EXISTS (SELECT 1 FROM jobs_job j WHERE j.org_id = u.org_id AND j.upload_id = u.id))";
    std::vector<Upload> taken;
    for (const sql::Row& row : db_.query(unused, {{"before_ms", before_ms}})) {
        db_.execute("DELETE FROM jobs_upload WHERE org_id = :org_id AND id = :id",
                    {{"org_id", row.text("org_id")}, {"id", row.text("id")}});
        taken.push_back(upload_of(row));
    }
    return taken;
}

bool UploadStore::has(const UploadId& id) const
{
    return !db_.query("SELECT id FROM jobs_upload WHERE id = :id", {{"id", id}}).empty();
}

}  // namespace jobs
