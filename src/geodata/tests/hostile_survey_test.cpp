// SPDX-License-Identifier: Apache-2.0
// Files that want more than to be read. Somebody listens on the loopback, and a file with a secret lies outside: nobody
// may call, and nothing of the secret may come back. The same bytes are also given to ogr2ogr past our own checks, as
// if these had a hole.
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <fstream>

#include <fmt/format.h>

#include "base/file_descriptor.h"
#include "geodata/geojson.h"
#include "geodata/ogr.h"
#include "geodata/shapefile.h"
#include "geodata/tests/built_files.h"

namespace geodata {
namespace {

using namespace std::chrono_literals;

using testing::built_dxf;
using testing::built_geojson;
using testing::BuiltShapefile;
using testing::Corners;
using testing::refusal_of;
using testing::square;
using testing::square_text;
using testing::zipped;

// A listener whom nobody may call.
class Canary {
public:
    Canary() : listening_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)}
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        auto* const any = reinterpret_cast<sockaddr*>(&address);
        if (::bind(listening_.number(), any, length) != 0 || ::listen(listening_.number(), 8) != 0 ||
            ::getsockname(listening_.number(), any, &length) != 0)
            throw std::runtime_error("no listener");
        port_ = ntohs(address.sin_port);
    }
    std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/x.geojson"; }
    bool was_called() const
    {
        pollfd caller{listening_.number(), POLLIN, 0};
        return ::poll(&caller, 1, 0) != 0;
    }

private:
    base::FileDescriptor listening_;
    int port_ = 0;
};

// A whole GeoJSON outside of the child's folder.
class Secret {
public:
    Secret()
        : path_{std::filesystem::temp_directory_path() / ("geodata-secret-" + std::to_string(::getpid()) + ".geojson")}
    {
        std::ofstream{path_} << built_geojson(square_text());
    }
    ~Secret() { std::filesystem::remove(path_); }
    std::string path() const { return path_.string(); }

private:
    std::filesystem::path path_;
};

std::string vrt(const std::string& source)
{
    return "<OGRVRTDataSource><OGRVRTLayer name=\"x\"><SrcDataSource>" + source +
           "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
}

std::string raster_vrt(const std::string& source)
{
    return "<VRTDataset rasterXSize=\"9\" rasterYSize=\"9\"><VRTRasterBand dataType=\"Byte\" band=\"1\" "
           "subClass=\"VRTRawRasterBand\"><SourceFilename>" +
           source + "</SourceFilename></VRTRasterBand></VRTDataset>";
}

std::string laughs()
{
    std::string text = "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a0 \"ha\">";
    for (int level = 1; level < 12; ++level) {
        text += fmt::format("<!ENTITY a{} \"", level);
        for (int time = 0; time < 10; ++time) text += fmt::format("&a{};", level - 1);
        text += "\">";
    }
    return text + "]><OGRVRTDataSource>&a11;</OGRVRTDataSource>";
}

const Canary& canary()
{
    static const Canary one;
    return one;
}

const Secret& secret()
{
    static const Secret one;
    return one;
}

// What GDAL would follow if it looked at the bytes and had its drivers.
std::vector<std::string> baits()
{
    return {vrt("/vsicurl/" + canary().url()),
            vrt(secret().path()),
            vrt("/etc/passwd"),
            raster_vrt("/etc/passwd"),
            raster_vrt("/vsicurl/" + canary().url()),
            "<VRTDataset rasterXSize=\"9\" rasterYSize=\"9\"><VRTRasterBand dataType=\"Byte\" band=\"1\"><SimpleSource>"
            "<SourceFilename>MEM:::DATAPOINTER=4096,PIXELS=9,LINES=9</SourceFilename></SimpleSource></VRTRasterBand>"
            "</VRTDataset>",
            "<GDALTileIndexDataset><IndexDataset>" + secret().path() + "</IndexDataset></GDALTileIndexDataset>",
            "<GDAL_WMS><Service name=\"TMS\"><ServerUrl>" + canary().url() + "</ServerUrl></Service></GDAL_WMS>",
            "<OGRWFSDataSource><URL>" + canary().url() + "</URL></OGRWFSDataSource>",
            laughs(),
            "<?xml version=\"1.0\"?><!DOCTYPE kml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><kml>&x;</kml>",
            "/vsicurl/" + canary().url(),
            "MEM:::DATAPOINTER=4096,PIXELS=9,LINES=9",
            "SQLite format 3" + std::string(1'000, '\0'),
            "\x89HDF\r\n\x1a\n" + std::string(1'000, '\0'),
            "II*" + std::string(1'000, '\0'),
            "PG:host=127.0.0.1",
            "{\"type\":\"Topology\",\"objects\":{}}",
            "{\"stac_version\":\"1.0.0\",\"type\":\"FeatureCollection\",\"features\":[{\"assets\":{\"a\":{\"href\":\"" +
                canary().url() + "\"}}}]}"};
}

TEST(HostileSurvey, BaitsUnderEveryNameAreRefusedAndNobodyIsCalled)
{
    for (const std::string& bait : baits())
        for (const char* const name : {"a.geojson", "a.json", "a.dxf", "a.zip", "a.tif", "a.shp", "a.csv", "a.xlsx",
                                       "/vsicurl/a.geojson", "MEM:::a.dxf"})
            EXPECT_NE(refusal_of(bait, name, 38), "") << name << ": " << bait.substr(0, 60);
    EXPECT_FALSE(canary().was_called());
}

// As if a bait had passed: the program has no driver for it, no network and no sight of the file.
TEST(HostileSurvey, BaitsGivenToTheProgramItselfCatchNothing)
{
    for (const std::string& bait : baits())
        for (const char* const name : {"in.geojson", "in.dxf", "in.shp"}) {
            const auto answer = run_ogr2ogr({{{name, bait}}, name, {}}, {});
            if (answer) {
                EXPECT_EQ(answer->geojson.find("P1"), std::string::npos) << bait.substr(0, 60);
                EXPECT_EQ(answer->geojson.find("root:"), std::string::npos) << bait.substr(0, 60);
                EXPECT_TRUE(answer->notes.empty());
            }
        }
    EXPECT_FALSE(canary().was_called());
}

TEST(HostileSurvey, TheSecretWouldBeReadWhereItWasGiven)
{
    EXPECT_EQ(refusal_of(built_geojson(square_text()), "a.geojson"), "");
    const std::ifstream file{secret().path()};
    EXPECT_TRUE(file.good());
}

struct Broken {
    const char* name;
    std::string bytes;
    const char* file;
    const char* expected;
};

std::string changed(std::string bytes, std::size_t at, const std::string& with)
{
    return bytes.replace(at, with.size(), with);
}

std::string shape_zip(const std::string& shp, const std::string& dbf)
{
    return zipped({{"a.shp", shp}, {"a.dbf", dbf}});
}

std::vector<Broken> broken_shapefiles()
{
    const BuiltShapefile good{5, {{square()}, {square(501'000)}}};
    const std::string shp = good.shp();
    const std::string dbf = good.dbf();
    const std::string not_a_number("\0\0\0\0\0\0\xF8\x7F", 8);
    const std::string infinite("\0\0\0\0\0\0\xF0\x7F", 8);
    const std::string huge("\xA0\xC8\xEB\x85\xF3\xCC\xE1\x7F", 8);  // 1e308
    const std::string all(4, '\xFF');
    constexpr std::size_t parts_at = 108 + 36;
    constexpr std::size_t points_at = 108 + 40;
    constexpr std::size_t first_start = 108 + 44;
    constexpr std::size_t first_point = 108 + 48;
    return {
        {"Whole", shape_zip(shp, dbf), "a.zip", ""},
        {"Truncated", shape_zip(shp.substr(0, shp.size() - 20), dbf), "a.zip", "geodata.shp.damaged"},
        {"TruncatedInTheHead", shape_zip(shp.substr(0, 60), dbf), "a.zip", "geodata.shp.damaged"},
        {"Empty", shape_zip("", dbf), "a.zip", "geodata.shp.damaged"},
        {"LongerThanItSays", shape_zip(shp + "xx", dbf), "a.zip", "geodata.shp.damaged"},
        {"AnotherMagic", shape_zip(changed(shp, 0, all), dbf), "a.zip", "geodata.shp.damaged"},
        {"AnotherVersion", shape_zip(changed(shp, 28, all), dbf), "a.zip", "geodata.shp.damaged"},
        {"RecordBeyondTheEnd", shape_zip(changed(shp, 104, all), dbf), "a.zip", "geodata.shp.damaged"},
        {"RecordWithoutItsNumber", shape_zip(changed(shp, 100, all), dbf), "a.zip", "geodata.shp.damaged"},
        {"ManyParts", shape_zip(changed(shp, parts_at, all), dbf), "a.zip", "geodata.shp.damaged"},
        {"ManyPoints", shape_zip(changed(shp, points_at, all), dbf), "a.zip", "geodata.shp.damaged"},
        {"PartBeyondThePoints", shape_zip(changed(shp, first_start, all), dbf), "a.zip", "geodata.shp.damaged"},
        {"NotANumber", shape_zip(changed(shp, first_point, not_a_number), dbf), "a.zip", "geodata.point.not_a_number"},
        {"Infinite", shape_zip(changed(shp, first_point, infinite), dbf), "a.zip", "geodata.point.not_a_number"},
        {"Huge", shape_zip(changed(shp, first_point, huge), dbf), "a.zip", "geodata.point.out_of_range"},
        {"Points", shape_zip(changed(shp, 32, "\x01"), dbf), "a.zip", "geodata.feature.no_area"},
        {"MultiPatch", shape_zip(changed(shp, 32, "\x1F"), dbf), "a.zip", "geodata.feature.no_area"},
        {"NullShape", shape_zip(changed(shp, 108, std::string(1, '\0')), dbf), "a.zip", "geodata.feature.no_area"},
        {"DbfWithFewerRows", shape_zip(shp, changed(dbf, 4, "\x01")), "a.zip", "geodata.shp.damaged"},
        {"DbfWithManyRows", shape_zip(shp, changed(dbf, 4, all)), "a.zip", "geodata.shp.damaged"},
        {"DbfWithALongHead", shape_zip(shp, changed(dbf, 8, all.substr(2))), "a.zip", "geodata.shp.damaged"},
        {"DbfWithShortRows", shape_zip(shp, changed(dbf, 10, "\x02")), "a.zip", "geodata.shp.damaged"},
        {"DbfWithWideFields", shape_zip(shp, changed(dbf, 48, "\xFF")), "a.zip", "geodata.shp.damaged"},
        {"DbfTruncated", shape_zip(shp, dbf.substr(0, dbf.size() - 9)), "a.zip", "geodata.shp.damaged"},
        {"DbfWithADeletedRow", shape_zip(shp, changed(dbf, 65, "*")), "a.zip", "geodata.shp.damaged"},
        {"NoDbf", zipped({{"a.shp", shp}}), "a.zip", "geodata.zip.part_missing"},
        {"TwoShapefiles", zipped({{"a.shp", shp}, {"a.dbf", dbf}, {"b.shp", shp}}), "a.zip",
         "geodata.zip.many_shapefiles"},
        {"NoShapefile", zipped({{"a.vrt", vrt("/etc/passwd")}}), "a.zip", "geodata.zip.no_shapefile"},
        {"NamesThatClimbOut", zipped({{"../../etc/x.shp", shp}, {"../../etc/x.dbf", dbf}}), "a.zip", ""},
        {"AVrtInsteadOfShp", shape_zip(vrt("/vsicurl/" + canary().url()), dbf), "a.zip", "geodata.shp.damaged"},
        {"AVrtAsPrj", zipped({{"a.shp", shp}, {"a.dbf", dbf}, {"a.prj", vrt("/etc/passwd")}}), "a.zip",
         "geodata.plane.unknown"},
        {"ABomb", shape_zip(std::string(40 << 20, '\0'), dbf), "a.zip", "spreadsheet.file.inflates_too_much"},
        {"NoZip", "PK\x03\x04 and then nothing", "a.zip", "spreadsheet.file.damaged"},
    };
}

std::vector<Broken> broken_texts()
{
    const std::string deep = R"({"type":"FeatureCollection","a":)" + std::string(100'000, '[');
    const std::string dxf = built_dxf(square());
    const std::string vertices = "  0\nLWPOLYLINE\n 10\n1e308\n 20\nnan\n";
    return {
        {"DeepNesting", deep, "a.geojson", "geodata.json.too_deep"},
        {"HalfGeojson", built_geojson(square_text()).substr(0, 200), "a.geojson", "geodata.json.bad"},
        {"HugeNumbers", built_geojson("[[[1e308,1],[1,1],[1,2]]]"), "a.geojson", "geodata.point.not_a_number"},
        {"NotANumberInJson", built_geojson("[[[NaN,1],[1,1],[1,2]]]"), "a.geojson", "geodata.json.bad"},
        {"ZipNamedGeojson", "PK\x03\x04", "a.geojson", "geodata.file.looks_different"},
        {"GeojsonNamedDxf", built_geojson(square_text()), "a.dxf", "geodata.file.looks_different"},
        {"BinaryDxf", "AutoCAD Binary DXF\r\n\x1a", "a.dxf", "geodata.file.looks_different"},
        {"Dwg", "AC1027" + std::string(100, '\0'), "a.dxf", "geodata.file.looks_different"},
        {"HalfDxf", dxf.substr(0, dxf.size() - 30), "a.dxf", "geodata.dxf.damaged"},
        {"DxfOfNumbersOnly", "0\n0\n0\n0\n", "a.dxf", "geodata.dxf.not_text_form"},
        {"DxfWithNoNumbers", "0\nSECTION\nx\ny\n", "a.dxf", "geodata.dxf.damaged"},
        {"DxfWithNothingInIt", "0\nSECTION\n2\nENTITIES\n0\nENDSEC\n0\nEOF\n", "a.dxf", "geodata.file.no_shapes"},
        {"TableOfAnotherKind", "X,Y\n<x>,y\n", "a.csv", "geodata.point.not_a_number"},
        {"TableWithFormula", "X,Y\n=WEBSERVICE(\"" + canary().url() + "\"),1\n", "a.csv", "geodata.point.not_a_number"},
        {"DxfWithHugeNumbers", built_dxf(square(), vertices), "a.dxf", ""},  // not closed: passed over
        {"EmptyGeojson", "", "a.geojson", "geodata.file.looks_different"},
    };
}

TEST(HostileSurvey, BrokenFilesAreRefusedByName)
{
    std::vector<Broken> files = broken_shapefiles();
    const std::vector<Broken> texts = broken_texts();
    files.insert(files.end(), texts.begin(), texts.end());
    EXPECT_GE(files.size(), 30u);
    for (const Broken& broken : files) {
        const auto begin = std::chrono::steady_clock::now();
        EXPECT_EQ(refusal_of(broken.bytes, broken.file, 38), broken.expected) << broken.name;
        EXPECT_LT(std::chrono::steady_clock::now() - begin, 35s) << broken.name;
    }
    EXPECT_FALSE(canary().was_called());
}

// Every byte of the heads, flipped: refused or the same shapes, and never a crash.
TEST(HostileSurvey, FlippedBytesOfAShapefileNeverGiveAnotherNumberOfShapes)
{
    const BuiltShapefile good{5, {{square()}, {square(501'000)}}};
    const std::string shp = good.shp();
    const std::string dbf = good.dbf();
    int refused = 0;
    for (std::size_t at = 0; at < shp.size(); ++at) {
        const auto records = check_shp(changed(shp, at, std::string(1, static_cast<char>(~shp[at]))), {});
        refused += records ? 0 : 1;
        EXPECT_EQ(records.value_or(2), 2u) << at;
    }
    EXPECT_GT(refused, 60);
    for (std::size_t length = 0; length < shp.size(); ++length) EXPECT_FALSE(check_shp(shp.substr(0, length), {}));
    for (std::size_t length = 0; length < dbf.size(); ++length) EXPECT_FALSE(check_dbf(dbf.substr(0, length), 2));
}

TEST(HostileSurvey, AMillionPointsAreRefusedEarly)
{
    std::string ring;
    for (int at = 0; at < 1'000'000; ++at) ring += fmt::format("[{},3386000],", 400'000 + at % 100'000);
    ring.pop_back();
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(refusal_of(built_geojson("[[" + ring + "]]"), "a.geojson"), "geodata.file.too_many_points");
    std::string table = "X,Y\n";
    for (int at = 0; at < 1'000'000; ++at) table += "3386000,500000\n";
    EXPECT_EQ(refusal_of(table, "a.csv", 38), "geodata.file.too_many_points");
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 20s);
}

// The most points that are taken, on a spiral that a quadratic check would not finish.
TEST(HostileSurvey, TheMostPointsAreJudgedInTime)
{
    std::string table = "点号,X,Y\n";
    for (int at = 0; at < 199'998; ++at)
        table += fmt::format("{},{}.{:03},50{:04}.000\n", at, 3'386'000 + at / 20, at % 20 * 50,
                             at % 2 == 0 ? 0 : 9'000 - at / 1'000);
    table += "a,3396500,510000\nb,3386000,510000\n";
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(refusal_of(table, "a.csv", 38), "");
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 30s);
}

}  // namespace
}  // namespace geodata
