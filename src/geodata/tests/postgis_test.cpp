// SPDX-License-Identifier: Apache-2.0
// An independent answer: PostGIS, in a database of its own on the server that TEST_POSTGRES names.
#include <gtest/gtest.h>
#include <libpq-fe.h>
#include <unistd.h>

#include <cmath>
#include <cstdlib>
#include <memory>
#include <numbers>
#include <random>

#include <fmt/format.h>

#include "geodata/area.h"
#include "geodata/validity.h"

namespace geodata {
namespace {

using Link = std::unique_ptr<PGconn, void (*)(PGconn*)>;
using Answer = std::unique_ptr<PGresult, void (*)(PGresult*)>;

Link connect(const std::string& target)
{
    Link link{PQconnectdb(target.c_str()), PQfinish};
    if (PQstatus(link.get()) != CONNECTION_OK) throw std::runtime_error(PQerrorMessage(link.get()));
    return link;
}

Answer ask(const Link& link, const std::string& statement)
{
    Answer answer{PQexec(link.get(), statement.c_str()), PQclear};
    const auto status = PQresultStatus(answer.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) throw std::runtime_error(PQerrorMessage(link.get()));
    return answer;
}

class PostGis {
public:
    PostGis() : server_{connect(std::getenv("TEST_POSTGRES"))}, name_{"geodata_" + std::to_string(::getpid())}
    {
        ask(server_, "CREATE DATABASE " + name_);
        database_ = connect(std::getenv("TEST_POSTGRES") + (" dbname=" + name_));
        ask(database_, "SET client_min_messages = warning");
        ask(database_, "CREATE EXTENSION postgis");
    }
    ~PostGis()
    {
        database_.reset();
        ask(server_, "DROP DATABASE " + name_);
    }
    PostGis(const PostGis&) = delete;
    PostGis& operator=(const PostGis&) = delete;

    double area_m2(const std::string& wkt) const
    {
        return std::stod(PQgetvalue(ask(database_, "SELECT ST_Area('" + wkt + "'::geometry)").get(), 0, 0));
    }
    bool is_valid(const std::string& wkt) const
    {
        return PQgetvalue(ask(database_, "SELECT ST_IsValid('" + wkt + "'::geometry)").get(), 0, 0)[0] == 't';
    }

private:
    Link server_;
    Link database_{nullptr, PQfinish};
    std::string name_;
};

std::string metres(std::int64_t millimetres)
{
    return fmt::format("{}.{:03}", millimetres / 1'000, millimetres % 1'000);
}

std::string wkt_of(const Ring& ring)
{
    std::string text = "(";
    for (const Point& point : ring) text += metres(point.east_mm) + " " + metres(point.north_mm) + ",";
    return text + metres(ring.front().east_mm) + " " + metres(ring.front().north_mm) + ")";
}

std::string wkt_of(const Polygon& polygon)
{
    std::string text = "POLYGON(" + wkt_of(polygon.outer);
    for (const Ring& hole : polygon.holes) text += "," + wkt_of(hole);
    return text + ")";
}

// A star around a centre: its corners go round once, at any distance.
Ring star(std::mt19937& random, Point centre, double least_m, double most_m)
{
    std::uniform_real_distribution<double> distance{least_m * 1'000, most_m * 1'000};
    const int corners = std::uniform_int_distribution<int>{3, 40}(random);
    Ring ring;
    for (int at = 0; at < corners; ++at) {
        const double angle = 2 * std::numbers::pi * at / corners;
        const double far = distance(random);
        ring.push_back({centre.north_mm + std::llround(far * std::cos(angle)),
                        centre.east_mm + std::llround(far * std::sin(angle))});
    }
    return ring;
}

Polygon random_polygon(std::mt19937& random)
{
    std::uniform_int_distribution<std::int64_t> north{2'000'000'000, 5'900'000'000};
    std::uniform_int_distribution<std::int64_t> east{200'000'000, 800'000'000};
    const Point centre{north(random), east(random)};
    Polygon polygon{star(random, centre, 200, 2'000), {}};
    // A triangle's sides come as near as half of its corners' distance.
    if (random() % 2 == 0) polygon.holes.push_back(star(random, centre, 20, 90));
    return polygon;
}

TEST(PostGisArea, AThousandRandomPolygonsAgree)
{
    if (!std::getenv("TEST_POSTGRES")) GTEST_SKIP() << "TEST_POSTGRES is not set: no area was compared with PostGIS's";
    const PostGis postgis;
    std::mt19937 random{20241125};
    for (int round = 0; round < 1'000; ++round) {
        const Polygon polygon = random_polygon(random);
        const std::string wkt = wkt_of(polygon);
        const double theirs = postgis.area_m2(wkt);
        const double ours = static_cast<double>(area_dm2({polygon}).value()) / 100;
        ASSERT_LT(std::abs(ours - theirs) / theirs, 1e-6) << wkt;
        ASSERT_TRUE(check_outline({"", "", {polygon}, "#1"})) << wkt;
    }
}

// Corners shuffled cross each other more often than not: the verdicts are the same.
TEST(PostGisArea, VerdictsOnShuffledCornersAgree)
{
    if (!std::getenv("TEST_POSTGRES"))
        GTEST_SKIP() << "TEST_POSTGRES is not set: no verdict was compared with PostGIS's";
    const PostGis postgis;
    std::mt19937 random{7};
    int valid = 0;
    for (int round = 0; round < 300; ++round) {
        Polygon polygon = random_polygon(random);
        polygon.holes.clear();
        if (polygon.outer.size() > 6) polygon.outer.resize(6);
        std::shuffle(polygon.outer.begin(), polygon.outer.end(), random);
        const bool ours = check_outline({"", "", {polygon}, "#1"}).has_value();
        ASSERT_EQ(ours, postgis.is_valid(wkt_of(polygon))) << wkt_of(polygon);
        valid += ours ? 1 : 0;
    }
    EXPECT_GT(valid, 30);
    EXPECT_LT(valid, 270);
}

}  // namespace
}  // namespace geodata
