// SPDX-License-Identifier: Apache-2.0
#include "premises/survey.h"

#include "premises/tests/premises_fixture.h"

namespace premises {
namespace {

class SurveyTest : public PremisesFixture {
protected:
    // A square of 100 m by 100 m in zone 38, its corners moved east by so many metres.
    std::filesystem::path square(const std::string& code, int moved_m = 0, const std::string& name = "界址点.csv")
    {
        const auto row = [&](const char* point, int north, int east) {
            return code + "," + point + "," + std::to_string(3'386'000 + north) + ".000,38" +
                   std::to_string(525'000 + east + moved_m) + ".000\n";
        };
        return folder.text(name, "宗地代码,点号,X坐标,Y坐标\n" + row("J1", 0, 0) + row("J2", 0, 100) +
                                     row("J3", 100, 100) + row("J4", 100, 0));
    }

    void SetUp() override
    {
        PremisesFixture::SetUp();
        if (IsSkipped()) return;
        Estate land = parcel("TD-1");
        land.areas = {{AreaSource::certificate, square_metres("10007")}};
        ASSERT_EQ(code_of(premises().record(actor, land)), "");
    }

    SurveyFile of_land(std::filesystem::path path)
    {
        SurveyFile file{std::move(path)};
        file.kind = EstateKind::parcel;
        return file;
    }
};

TEST_P(SurveyTest, GivesAParcelItsOutlineAndComparesItsArea)
{
    const std::int64_t before = audit_records();
    const auto outcome = premises().survey(actor, of_land(square("TD-1")));
    ASSERT_TRUE(outcome) << outcome.error().code;
    ASSERT_TRUE(outcome->is_stored);
    EXPECT_EQ(outcome->epsg, 4547);
    ASSERT_EQ(outcome->outlines.size(), 1U);
    EXPECT_EQ(outcome->outlines[0].area.to_string(), "10000.00");
    EXPECT_EQ(outcome->outlines[0].comparison->difference.to_string(), "-7.00");
    EXPECT_TRUE(outcome->outlines[0].comparison->limits[0].is_within);  // 0.02 × 100.03… + 0.0006 × 10007 = 8.00…
    EXPECT_EQ(audit_records(), before + 1);
    const auto file = premises().file(actor.org, EstateKind::parcel, "TD-1");
    ASSERT_TRUE(file->shape);
    EXPECT_EQ(file->shape->polygons[0][0].size(), 4U);
    EXPECT_EQ(file->shape->polygons[0][0][0], (OutlinePoint{3'386'000'000, 525'000'000}));
    EXPECT_EQ(file->shape->file_name, "界址点.csv");
    EXPECT_EQ(premises().outlined(actor.org, EstateKind::parcel), std::set<std::string>{"TD-1"});
    EXPECT_EQ(file->estate.areas.size(), 1U);
}

// 900 m² of ground below 6,000 m² of floors differ by nothing that a tolerance is about.
TEST_P(SurveyTest, DoesNotCompareTheGroundBelowABuildingWithItsFloors)
{
    ASSERT_EQ(code_of(premises().record(actor, building("FW-1", "60000"))), "");
    const auto outcome = premises().survey(actor, {square("FW-1")});
    ASSERT_TRUE(outcome);
    ASSERT_EQ(outcome->outlines.size(), 1U);
    EXPECT_EQ(outcome->outlines[0].area.to_string(), "10000.00");
    EXPECT_FALSE(outcome->outlines[0].comparison);
}

TEST_P(SurveyTest, TheSameAgainIsNoChangeAndADryRunStoresNothing)
{
    SurveyFile file = of_land(square("TD-1"));
    file.mode = ImportMode::dry_run;
    EXPECT_FALSE(premises().survey(actor, file)->is_stored);
    EXPECT_TRUE(premises().shapes(actor.org, EstateKind::parcel).empty());
    file.mode = ImportMode::store;
    ASSERT_TRUE(premises().survey(actor, file)->is_stored);
    const std::int64_t before = audit_records();
    EXPECT_EQ(premises().survey(actor, file)->outlines[0].change, OutlineChange::unchanged);
    EXPECT_EQ(audit_records(), before);
    EXPECT_EQ(premises().survey(actor, of_land(square("TD-1", 1)))->outlines[0].change, OutlineChange::changed);
    EXPECT_EQ(audit_records(), before + 1);
    EXPECT_EQ(premises().shapes(actor.org, EstateKind::parcel).size(), 1U);
}

TEST_P(SurveyTest, RefusesWhatHasNoPlaceInTheRegister)
{
    const auto unknown = premises().survey(actor, of_land(square("TD-9")));
    ASSERT_TRUE(unknown);
    EXPECT_FALSE(unknown->is_stored);
    ASSERT_EQ(unknown->problems.size(), 1U);
    EXPECT_EQ(unknown->problems[0].error.code, "premises.parcel.unknown");
    const auto house = premises().survey(actor, {square("TD-1")});
    ASSERT_TRUE(house);
    EXPECT_EQ(house->problems[0].error.code, "premises.building.unknown");
    const auto nameless = premises().survey(actor, of_land(square("")));
    ASSERT_TRUE(nameless) << nameless.error().code;
    EXPECT_EQ(nameless->problems[0].error.code, "premises.survey.code_missing");
    EXPECT_TRUE(premises().shapes(actor.org, EstateKind::parcel).empty());
}

TEST_P(SurveyTest, KnowsTheZonesOfChinaAlone)
{
    SurveyFile file = of_land(square("TD-1"));
    for (const std::int64_t epsg : {4512, 4555, 4490, 0, -1}) {
        file.epsg = epsg;
        EXPECT_EQ(code_of(premises().survey(actor, file)), "premises.survey.epsg_unknown") << epsg;
    }
    for (const std::int64_t epsg : {4526, 4547}) {
        file.epsg = epsg;
        EXPECT_EQ(code_of(premises().survey(actor, file)), "") << epsg;
    }
    file.epsg = 4548;
    EXPECT_EQ(code_of(premises().survey(actor, file)), "geodata.plane.contradicts");
}

TEST_P(SurveyTest, ReadsATextByTheNameItsSenderGaveIt)
{
    const std::string json = R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"编号":"TD-1"},
        "geometry":{"type":"Polygon","coordinates":[[[525000,3386000],[525100,3386000],[525100,3386100],[525000,3386000]]]}}]})";
    SurveyFile file = of_land(folder.text("宗地.csv", json));
    file.name = "宗地.geojson";
    file.epsg = 4547;
    const auto outcome = premises().survey(actor, file);
    ASSERT_TRUE(outcome) << outcome.error().code;
    EXPECT_EQ(outcome->outlines[0].area.to_string(), "5000.00");
    EXPECT_EQ(premises().file(actor.org, EstateKind::parcel, "TD-1")->shape->file_name, "宗地.geojson");
}

MINGJI_EACH_ENGINE(SurveyTest);

}  // namespace
}  // namespace premises
