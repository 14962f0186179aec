// SPDX-License-Identifier: Apache-2.0
#include "premises/establishment_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace premises {
namespace {

class PostsFile {
public:
    explicit PostsFile(const std::string& text)
        : path_{std::filesystem::temp_directory_path() / ("posts-" + std::to_string(::getpid()) + ".csv")}
    {
        std::ofstream{path_} << text;
    }
    ~PostsFile() { std::filesystem::remove(path_); }
    PostsFile(const PostsFile&) = delete;
    PostsFile& operator=(const PostsFile&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

const std::string head = "示例单位编制,\n项目,数量\n单位,示例单位\n机关级别,县级机关\n";

std::string posts_refusal(const std::string& text)
{
    const PostsFile file{text};
    const auto unit = read_establishment(file.path());
    return unit ? "" : unit.error().code;
}

TEST(EstablishmentFile, IsRead)
{
    const PostsFile file{
        head +
        "县级正职,1\n科 级 以 下,116\n就餐人数,120\n汽车位,40\n自行车,30\n电动车和摩托车,10\n警卫人数,2\n"
        "人防面积,12.5\n建筑,高层\n"};
    const auto unit = read_establishment(file.path());
    ASSERT_TRUE(unit) << unit.error().code;
    EXPECT_EQ(unit->unit, "示例单位");
    EXPECT_EQ(unit->level, OfficeLevel::county);
    ASSERT_EQ(unit->ranks.size(), 2u);
    EXPECT_EQ(unit->ranks[1].rank, "科级以下");
    EXPECT_EQ(unit->ranks[1].posts, 116);
    EXPECT_EQ(unit->diners, 120);
    EXPECT_EQ(unit->car_spaces, 40);
    EXPECT_EQ(unit->bicycles, 30);
    EXPECT_EQ(unit->motorcycles, 10);
    EXPECT_EQ(unit->guards, 2);
    EXPECT_EQ(unit->air_raid_shelter.to_string(), "12.50");
    EXPECT_EQ(unit->storeys, Storeys::high_rise);
}

TEST(EstablishmentFile, RefusesWhatItCannotRead)
{
    EXPECT_EQ(posts_refusal(head), "");
    EXPECT_EQ(posts_refusal("a,b\n"), "premises.standard.table_missing");
    EXPECT_EQ(posts_refusal("项目,数量\n单位,甲\n"), "premises.standard.level_missing");
    EXPECT_EQ(posts_refusal(head + "县级正职,1\n县级正职,2\n"), "premises.standard.row_twice");
    for (const char* const row : {"县级正职,", "县级正职,-1", "县级正职,1.5", "县级正职,一", "县级正职,100001", ",1",
                                  "机关级别2,县级机关", "建筑,平房", "人防面积,1.005", "汽车位,x"})
        EXPECT_EQ(posts_refusal(head + row + "\n"), "premises.standard.row_unreadable") << row;
    EXPECT_EQ(posts_refusal("项目,数量\n机关级别,村级\n"), "premises.standard.row_unreadable");
    EXPECT_EQ(posts_refusal(head + "县级正职,100000\n"), "");
    EXPECT_EQ(read_establishment("/nowhere/a.csv").error().code, "spreadsheet.file.not_found");
}

}  // namespace
}  // namespace premises
