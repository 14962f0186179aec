// SPDX-License-Identifier: Apache-2.0
// Premises::survey(): outlines of a survey file become those of parcels or buildings.
#include "premises/survey.h"

#include <array>
#include <fstream>
#include <iterator>
#include <set>

#include "base/sm3.h"
#include "geodata/area.h"
#include "geodata/plane.h"
#include "geodata/read_survey.h"
#include "identity/identity.h"
#include "premises/premises.h"
#include "premises/store/estate_store.h"
#include "premises/store/room_store.h"
#include "premises/tolerances.h"
#include "premises/use_case.h"

namespace premises {

namespace {

// A number of a 3° zone, with the zone in the east value or without: 4526 and 4547 are both zone 38.
base::Result<int> zone_of(const std::optional<std::int64_t>& epsg)
{
    constexpr std::int64_t first_with_zone = 4513;
    constexpr std::int64_t zones = geodata::last_zone - geodata::first_zone + 1;
    if (!epsg) return 0;
    const std::int64_t behind = *epsg - first_with_zone;
    if (behind >= 0 && behind < 2 * zones) return static_cast<int>(geodata::first_zone + behind % zones);
    return base::fail(base::ErrorKind::invalid, "premises.survey.epsg_unknown", {{"epsg", std::to_string(*epsg)}});
}

std::string digest_of_file(const std::filesystem::path& path)
{
    std::ifstream in{path, std::ios::binary};
    std::array<char, 1 << 16> buffer;
    base::Sm3 digest;
    while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0)
        digest.add({buffer.data(), static_cast<std::size_t>(in.gcount())});
    return digest.finish();
}

// An upload that is any text lies on disk as .csv: its sender's name says which kind it is.
base::Result<geodata::Survey> read_outlines(const SurveyFile& file, int zone)
{
    const std::filesystem::path name{file.name};
    if (file.name.empty() || name.extension() == file.path.extension()) return geodata::read_survey(file.path, zone);
    std::ifstream in{file.path, std::ios::binary};
    std::string bytes{std::istreambuf_iterator<char>{in}, {}};
    return geodata::read_survey_bytes(std::move(bytes), name, zone);
}

OutlineRing ring_of(const geodata::Ring& ring)
{
    OutlineRing points;
    for (const geodata::Point& point : ring) points.push_back({point.north_mm, point.east_mm});
    return points;
}

Polygons polygons_of(const geodata::Outline& outline)
{
    Polygons polygons;
    for (const geodata::Polygon& polygon : outline) {
        OutlinePolygon rings{ring_of(polygon.outer)};
        for (const geodata::Ring& hole : polygon.holes) rings.push_back(ring_of(hole));
        polygons.push_back(std::move(rings));
    }
    return polygons;
}

// One survey on its way into the register.
class SurveyTaking {
public:
    SurveyTaking(sql::Connection& db, const base::OrgId& org, const SurveyFile& file, SurveyedShape shape,
                 SurveyOutcome& outcome)
        : estates_{db, org}, shapes_{db, org}, file_{file}, shape_{std::move(shape)}, outcome_{outcome}
    {
    }

    void take(const geodata::Shape& drawn)
    {
        const auto estate = estate_for(drawn);
        if (!estate) return;
        const auto area = geodata::area_dm2(drawn.outline);
        if (!area) return refuse(drawn, area.error());
        shape_.code = drawn.code;
        shape_.polygons = polygons_of(drawn.outline);
        shape_.area = Area::from_dm2(*area);
        const auto before = shapes_.find(file_.kind, drawn.code);
        const bool is_same = before && before->epsg == shape_.epsg && before->polygons == shape_.polygons;
        SurveyedOutline taken{drawn.code, before ? OutlineChange::changed : OutlineChange::added, shape_.area};
        if (is_same) taken.change = OutlineChange::unchanged;
        // A building's outline is the ground that it covers, its certificate says the area of all floors.
        const bool is_land = file_.kind == EstateKind::parcel;
        if (const auto certified = is_land ? estate->area(AreaSource::certificate) : std::nullopt)
            taken.comparison = compare(*certified, shape_.area, tolerances());
        outcome_.outlines.push_back(std::move(taken));
        if (!is_same) shapes_.put(shape_);
    }

private:
    std::optional<Estate> estate_for(const geodata::Shape& drawn)
    {
        if (drawn.code.empty()) {
            refuse(drawn, {base::ErrorKind::invalid, "premises.survey.code_missing"});
            return std::nullopt;
        }
        auto estate = estates_.find(file_.kind, drawn.code);
        if (!estate) refuse(drawn, named_unknown(file_.kind, drawn.code));
        return estate;
    }
    void refuse(const geodata::Shape& drawn, base::Error error)
    {
        outcome_.problems.push_back({drawn.place, drawn.code, std::move(error)});
    }

    EstateStore estates_;
    ShapeStore shapes_;
    const SurveyFile& file_;
    SurveyedShape shape_;
    SurveyOutcome& outcome_;
};

std::size_t count_of_new(const SurveyOutcome& outcome)
{
    std::size_t count = 0;
    for (const SurveyedOutline& outline : outcome.outlines)
        if (outline.change != OutlineChange::unchanged) ++count;
    return count;
}

}  // namespace

base::Result<SurveyOutcome> Premises::survey(const base::Actor& actor, const SurveyFile& file)
{
    TRY(require(actor, "premises.import"));
    TRY_ASSIGN(const int zone, zone_of(file.epsg));
    TRY_ASSIGN(const geodata::Survey survey, read_outlines(file, zone));
    SurveyOutcome outcome;
    outcome.epsg = survey.epsg;
    outcome.notes = survey.notes;
    SurveyedShape shape;
    shape.kind = file.kind;
    shape.epsg = survey.epsg;
    shape.file_name = file.name.empty() ? file.path.filename().string() : file.name;
    shape.file_digest = digest_of_file(file.path);
    shape.imported_ms = clock_.milliseconds_since_1970();
    shape.account = actor.name;

    sql::Transaction transaction{db_};
    lock_register(db_, actor.org);
    SurveyTaking taking{db_, actor.org, file, shape, outcome};
    for (const geodata::Shape& drawn : survey.shapes) taking.take(drawn);
    if (!outcome.problems.empty() || file.mode == ImportMode::dry_run) return outcome;
    outcome.is_stored = true;
    const std::size_t changed = count_of_new(outcome);
    if (changed == 0) return outcome;
    identity::record(db_, actor, clock_,
                     {"premises.survey", shape.file_name,
                      std::string{named(estate_kinds, file.kind).chinese} + " " + std::to_string(changed), std::nullopt,
                      shape.file_digest});
    transaction.commit();
    return outcome;
}

}  // namespace premises
