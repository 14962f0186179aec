// SPDX-License-Identifier: Apache-2.0
#include "allocations/store/publication_store.h"

namespace allocations {

std::vector<Publication> PublicationStore::all() const
{
    constexpr std::string_view select = R"(
        SELECT year, published_on, place, document, recorded_by
          FROM allocations_publication
         WHERE org_id = :org_id
         ORDER BY year DESC)";
    std::vector<Publication> found;
    for (const auto& row : db_.query(select, {{"org_id", org_}}))
        found.push_back({row.integer("year"), row.date("published_on"), row.text("place"), row.text("document"),
                         row.text("recorded_by")});
    return found;
}

bool PublicationStore::add(const Publication& publication)
{
    constexpr std::string_view insert = R"(
        INSERT INTO allocations_publication (org_id, year, published_on, place, document, recorded_by)
        VALUES (:org_id, :year, :published_on, :place, :document, :recorded_by))";
    try {
        db_.execute(insert, {{"org_id", org_},
                             {"year", publication.year},
                             {"published_on", publication.published_on},
                             {"place", publication.place},
                             {"document", publication.document},
                             {"recorded_by", publication.recorded_by}});
    } catch (const sql::SqlError& error) {
        if (error.violation() != sql::Violation::unique) throw;
        return false;
    }
    return true;
}

}  // namespace allocations
