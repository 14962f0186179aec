// SPDX-License-Identifier: Apache-2.0
#include "premises/store/estate_store.h"

#include <algorithm>

namespace premises {

namespace {

constexpr std::string_view select_estates = R"(
    SELECT e.code, e.name, e.unit, e.address, e.title_status, e.title_reason, e.holder, e.certificate, e.unit_number,
           e.registered_on, e.note, e.land_use, e.acquired_by, e.parcel, e.structure, e.completed_on, e.floors_above,
           e.floors_below
      FROM premises_estate e
     WHERE e.org_id = :org_id AND e.kind = :kind)";

Estate estate_of(EstateKind kind, const sql::Row& row)
{
    Estate estate;
    estate.kind = kind;
    estate.code = row.text("code");
    estate.name = row.text("name");
    estate.unit = row.text("unit");
    estate.address = row.text("address");
    estate.title = {of_word(title_statuses, row.text("title_status")).value(),
                    row.text("title_reason"),
                    row.text("holder"),
                    row.text("certificate"),
                    row.text("unit_number"),
                    row.date_if("registered_on")};
    estate.note = row.text("note");
    estate.land_use = row.text("land_use");
    estate.acquired_by = row.text("acquired_by");
    estate.parcel = row.text_if("parcel").value_or("");
    estate.structure = row.text("structure");
    estate.completed_on = row.date_if("completed_on");
    estate.floors_above = row.integer_if("floors_above");
    estate.floors_below = row.integer_if("floors_below");
    return estate;
}

sql::Parameters values_of(const Estate& estate)
{
    return {{"code", estate.code},
            {"name", estate.name},
            {"unit", estate.unit},
            {"address", estate.address},
            {"title_status", named(title_statuses, estate.title.status).word},
            {"title_reason", estate.title.reason},
            {"holder", estate.title.holder},
            {"certificate", estate.title.certificate},
            {"unit_number", estate.title.unit_number},
            {"registered_on", estate.title.registered_on},
            {"note", estate.note},
            {"land_use", estate.land_use},
            {"acquired_by", estate.acquired_by},
            {"parcel_kind", estate.parcel.empty() ? sql::Value{} : sql::Value{"parcel"}},
            {"parcel", sql::text_or_null(estate.parcel)},
            {"structure", estate.structure},
            {"completed_on", estate.completed_on},
            {"floors_above", estate.floors_above},
            {"floors_below", estate.floors_below}};
}

}  // namespace

sql::Parameters EstateStore::scoped(EstateKind kind, sql::Parameters more) const
{
    more.insert(more.begin(), {{"org_id", org_}, {"kind", named(estate_kinds, kind).word}});
    return more;
}

sql::Where EstateStore::filtered(std::string_view select, EstateKind kind, const EstateFilter& filter) const
{
    sql::Where where{select, scoped(kind)};
    where.with_if(!filter.unit.empty(), "e.unit = :unit", {{"unit", filter.unit}});
    if (filter.title)
        where.with("e.title_status = :title_status", {{"title_status", named(title_statuses, *filter.title).word}});
    return where.with_if(!filter.text.empty(),
                         "(strpos(LOWER(e.code), LOWER(:part)) > 0 OR strpos(LOWER(e.name), LOWER(:part)) > 0 OR "
                         "strpos(LOWER(e.address), LOWER(:part)) > 0)",
                         {{"part", filter.text}});
}

bool EstateStore::has(EstateKind kind, const std::string& code) const
{
    constexpr std::string_view one =
        "SELECT code FROM premises_estate WHERE org_id = :org_id AND kind = :kind AND code = :code";
    return !db_.query(one, scoped(kind, {{"code", code}})).empty();
}

std::optional<Estate> EstateStore::find(EstateKind kind, const std::string& code) const
{
    sql::Where where{select_estates, scoped(kind)};
    where.with("e.code = :code", {{"code", code}});
    std::vector<Estate> found;
    for (const auto& row : db_.query(where.text(), where.parameters())) found.push_back(estate_of(kind, row));
    if (found.empty()) return std::nullopt;
    read_parts(kind, found);
    return std::move(found.front());
}

std::vector<Estate> EstateStore::all(EstateKind kind, const EstateFilter& filter) const
{
    const sql::Where where = filtered(select_estates, kind, filter);
    std::vector<Estate> found;
    db_.each(where.text(" ORDER BY e.code"), where.parameters(),
             [&](const sql::Row& row) { found.push_back(estate_of(kind, row)); });
    read_parts(kind, found);
    return found;
}

std::set<std::string> EstateStore::codes(EstateKind kind) const
{
    constexpr std::string_view of_kind = "SELECT code FROM premises_estate WHERE org_id = :org_id AND kind = :kind";
    std::set<std::string> found;
    db_.each(of_kind, scoped(kind), [&](const sql::Row& row) { found.insert(row.text("code")); });
    return found;
}

std::vector<std::string> EstateStore::buildings_on(const std::string& parcel) const
{
    constexpr std::string_view standing = R"(
        SELECT code FROM premises_estate
         WHERE org_id = :org_id AND kind = :kind AND parcel = :parcel
         ORDER BY code)";
    std::vector<std::string> found;
    for (const auto& row : db_.query(standing, scoped(EstateKind::building, {{"parcel", parcel}})))
        found.push_back(row.text("code"));
    return found;
}

std::vector<Estate> EstateStore::some(EstateKind kind, const EstateFilter& filter, const std::string& after,
                                      std::size_t limit) const
{
    sql::Where where = filtered(select_estates, kind, filter);
    where.with("e.code > :after", {{"after", after}, {"limit", static_cast<std::int64_t>(limit)}});
    std::vector<Estate> found;
    for (const auto& row : db_.query(where.text(" ORDER BY e.code LIMIT :limit"), where.parameters()))
        found.push_back(estate_of(kind, row));
    read_parts(kind, found);
    return found;
}

std::int64_t EstateStore::count(EstateKind kind, const EstateFilter& filter) const
{
    const sql::Where where = filtered(
        "SELECT COUNT(*) AS estates FROM premises_estate e WHERE e.org_id = :org_id AND e.kind = :kind", kind, filter);
    return db_.query(where.text(), where.parameters()).front().integer("estates");
}

std::vector<SourceArea> EstateStore::sums(EstateKind kind, const EstateFilter& filter) const
{
    constexpr std::string_view by_source = R"(
        SELECT a.source, CAST(SUM(a.area_dm2) AS BIGINT) AS area_dm2
          FROM premises_estate e
          JOIN premises_area a ON a.org_id = e.org_id AND a.kind = e.kind AND a.code = e.code
         WHERE e.org_id = :org_id AND e.kind = :kind)";
    const sql::Where where = filtered(by_source, kind, filter);
    std::vector<SourceArea> found;
    for (const auto& row : db_.query(where.text(" GROUP BY a.source"), where.parameters()))
        found.push_back({of_word(area_sources, row.text("source")).value(), Area::from_dm2(row.integer("area_dm2"))});
    std::sort(found.begin(), found.end(), [](const SourceArea& a, const SourceArea& b) { return a.source < b.source; });
    return found;
}

// Estates stand by code; their parts are read between the first and the last of them.
void EstateStore::read_parts(EstateKind kind, std::vector<Estate>& estates) const
{
    if (estates.empty()) return;
    constexpr std::string_view areas = R"(
        SELECT code, source, area_dm2, measured_on, document FROM premises_area
         WHERE org_id = :org_id AND kind = :kind AND code >= :first AND code <= :last)";
    constexpr std::string_view papers = R"(
        SELECT code, paper, state, number, dated_on, note FROM premises_paper
         WHERE org_id = :org_id AND kind = :kind AND code >= :first AND code <= :last)";
    std::map<std::string_view, Estate*> by_code;
    for (Estate& estate : estates) by_code[estate.code] = &estate;
    const sql::Parameters range = scoped(kind, {{"first", estates.front().code}, {"last", estates.back().code}});
    db_.each(areas, range, [&](const sql::Row& row) {
        const auto estate = by_code.find(row.text("code"));
        if (estate == by_code.end()) return;
        estate->second->areas.push_back({of_word(area_sources, row.text("source")).value(),
                                         Area::from_dm2(row.integer("area_dm2")), row.date_if("measured_on"),
                                         row.text("document")});
    });
    db_.each(papers, range, [&](const sql::Row& row) {
        const auto estate = by_code.find(row.text("code"));
        if (estate == by_code.end()) return;
        estate->second->papers.push_back({of_word(paper_kinds, row.text("paper")).value(),
                                          of_word(paper_states, row.text("state")).value(), row.text("number"),
                                          row.date_if("dated_on"), row.text("note")});
    });
    for (Estate& estate : estates) in_order(estate);
}

void EstateStore::add(const Estate& estate)
{
    constexpr std::string_view insert = R"(
        INSERT INTO premises_estate (org_id, kind, code, name, unit, address, title_status, title_reason, holder,
                                     certificate, unit_number, registered_on, note, land_use, acquired_by, parcel_kind,
                                     parcel, structure, completed_on, floors_above, floors_below)
        VALUES (:org_id, :kind, :code, :name, :unit, :address, :title_status, :title_reason, :holder, :certificate,
                :unit_number, :registered_on, :note, :land_use, :acquired_by, :parcel_kind, :parcel, :structure,
                :completed_on, :floors_above, :floors_below))";
    db_.execute(insert, scoped(estate.kind, values_of(estate)));
    for (const StatedArea& stated : estate.areas) put_area(estate.kind, estate.code, stated);
    write_papers(estate);
}

void EstateStore::change(const Estate& estate)
{
    constexpr std::string_view update = R"(
        UPDATE premises_estate
           SET name = :name, unit = :unit, address = :address, title_status = :title_status,
               title_reason = :title_reason, holder = :holder, certificate = :certificate, unit_number = :unit_number,
               registered_on = :registered_on, note = :note, land_use = :land_use, acquired_by = :acquired_by,
               parcel_kind = :parcel_kind, parcel = :parcel, structure = :structure, completed_on = :completed_on,
               floors_above = :floors_above, floors_below = :floors_below
         WHERE org_id = :org_id AND kind = :kind AND code = :code)";
    constexpr std::string_view delete_papers =
        "DELETE FROM premises_paper WHERE org_id = :org_id AND kind = :kind AND code = :code";
    constexpr std::string_view delete_areas =
        "DELETE FROM premises_area WHERE org_id = :org_id AND kind = :kind AND code = :code";
    db_.execute(update, scoped(estate.kind, values_of(estate)));
    db_.execute(delete_papers, scoped(estate.kind, {{"code", estate.code}}));
    db_.execute(delete_areas, scoped(estate.kind, {{"code", estate.code}}));
    for (const StatedArea& stated : estate.areas) put_area(estate.kind, estate.code, stated);
    write_papers(estate);
}

void EstateStore::put_area(EstateKind kind, const std::string& code, const StatedArea& stated)
{
    constexpr std::string_view upsert = R"(
        INSERT INTO premises_area (org_id, kind, code, source, area_dm2, measured_on, document)
        VALUES (:org_id, :kind, :code, :source, :area_dm2, :measured_on, :document)
        ON CONFLICT (org_id, kind, code, source) DO UPDATE
           SET area_dm2 = excluded.area_dm2, measured_on = excluded.measured_on, document = excluded.document)";
    db_.execute(upsert, scoped(kind, {{"code", code},
                                      {"source", named(area_sources, stated.source).word},
                                      {"area_dm2", stated.area.dm2()},
                                      {"measured_on", stated.measured_on},
                                      {"document", stated.document}}));
}

void EstateStore::write_papers(const Estate& estate)
{
    constexpr std::string_view insert = R"(
        INSERT INTO premises_paper (org_id, kind, code, paper, state, number, dated_on, note)
        VALUES (:org_id, :kind, :code, :paper, :state, :number, :dated_on, :note))";
    for (const Paper& paper : estate.papers)
        db_.execute(insert, scoped(estate.kind, {{"code", estate.code},
                                                 {"paper", named(paper_kinds, paper.kind).word},
                                                 {"state", named(paper_states, paper.state).word},
                                                 {"number", paper.number},
                                                 {"dated_on", paper.dated_on},
                                                 {"note", paper.note}}));
}

}  // namespace premises
