// SPDX-License-Identifier: Apache-2.0
#include "jobs/tests/jobs_fixture.h"
#include "spreadsheet/write.h"

namespace jobs {
namespace {

class UploadsTest : public JobsFixture {
protected:
    std::string type_of(const std::string& bytes)
    {
        const auto added = uploads().add(actor, "示例", incoming(bytes));
        return added ? std::string{to_text(added->type)} : added.error().code;
    }
    std::size_t files() const
    {
        const auto place = folder / "uploads";
        if (!std::filesystem::exists(place)) return 0;
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{place}, {}));
    }
    std::int64_t rows() { return db->query("SELECT COUNT(*) AS n FROM jobs_upload").front().integer("n"); }
};

std::string wide(const std::string& text)
{
    std::string found;
    for (const char c : text) found += {c, '\0'};
    return found;
}

const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0');

TEST_P(UploadsTest, AFileLiesUnderItsIdAndIsRecordedOnce)
{
    const std::size_t before = audit_records();
    const auto added = uploads().add(actor, "支付 1.csv", incoming("a,b\n1,2\n"));
    ASSERT_TRUE(added) << added.error().code;
    EXPECT_EQ(audit_records(), before + 1);
    EXPECT_EQ(added->digest, base::sm3("a,b\n1,2\n"));
    const auto file = uploads().file_of(*added);
    EXPECT_EQ(file.filename(), added->id.text() + ".csv");
    EXPECT_TRUE(std::filesystem::exists(file));
    EXPECT_EQ(uploads().find(actor, added->id)->name, "支付 1.csv");
    EXPECT_EQ(code_of(uploads().find(person("p2", {"jobs.start"}), added->id)), "jobs.upload.unknown");
}

TEST_P(UploadsTest, TheContentSaysWhatAFileIs)
{
    EXPECT_EQ(type_of("名称,金额\n会议,1\n"), "csv");
    EXPECT_EQ(type_of("\xC3\xFB\xB3\xC6,\xBD\xF0\xB6\xEE\n"), "csv");  // 名称,金额 in GB18030
    EXPECT_EQ(type_of("%PDF-1.7\n"), "pdf");
    EXPECT_EQ(type_of("\x89PNG\r\n\x1A\n...."), "png");
    EXPECT_EQ(type_of("\xFF\xD8\xFF\xE0...."), "jpg");
    EXPECT_EQ(type_of(ole + wide("Workbook")), "xls");
    EXPECT_EQ(type_of(ole + std::string(65'500, ' ') + wide("WordDocument")), "doc");
    const auto book = folder / "a.xlsx";
    ASSERT_TRUE(spreadsheet::write_workbook(book, {{"表", "", {{"列"}}, {}, {}}}));
    std::ifstream file{book, std::ios::binary};
    EXPECT_EQ(type_of({std::istreambuf_iterator<char>{file}, {}}), "xlsx");
}

TEST_P(UploadsTest, RefusesWhatItDoesNotTakeAndLeavesNothingBehind)
{
    const std::size_t before = audit_records();
    EXPECT_EQ(type_of(std::string("\x7F"
                                  "ELF\x02\x01\x01\0\0\0",
                                  10)),
              "jobs.upload.type_refused");
    EXPECT_EQ(type_of("text with a NUL" + std::string(1, '\0')), "jobs.upload.type_refused");
    EXPECT_EQ(type_of("\xEF\xBB\xBF marked as UTF-8 \xFF"), "jobs.upload.type_refused");
    EXPECT_EQ(type_of("neither UTF-8 nor GB18030 \xFF\xFF"), "jobs.upload.type_refused");
    EXPECT_EQ(type_of(ole + wide("Picture")), "jobs.upload.type_refused");
    EXPECT_EQ(type_of(ole + wide("EncryptedPackage")), "jobs.upload.has_password");
    EXPECT_EQ(type_of("PK\x03\x04 and no more"), "spreadsheet.file.damaged");
    EXPECT_EQ(type_of(""), "jobs.upload.empty");
    Incoming large = incoming("a");
    large.bytes = most_upload_bytes + 1;
    EXPECT_EQ(code_of(uploads().add(actor, "a.csv", large)), "jobs.upload.too_large");
    EXPECT_EQ(code_of(uploads().add(person("p2", {}), "a.csv", incoming("a"))), "jobs.upload.forbidden");
    EXPECT_EQ(files(), 0U);
    EXPECT_EQ(rows(), 0);
    EXPECT_EQ(audit_records(), before);
}

TEST_P(UploadsTest, RefusesNamesThatArePathsOrPretend)
{
    for (const char* const name : {"../a.csv", "a/b.csv", "C:\\a.csv", "a\r\nb.csv", "fdp.\u202Efdp.exe", "a\x1Bm.csv"})
        EXPECT_EQ(code_of(uploads().add(actor, name, incoming("a"))), "jobs.upload.name_not_allowed") << name;
    for (const char* const name : {"", ".", ".."})
        EXPECT_EQ(code_of(uploads().add(actor, name, incoming("a"))), "jobs.upload.name_empty") << name;
    EXPECT_EQ(code_of(uploads().add(actor, std::string(121, 'a'), incoming("a"))), "jobs.upload.name_too_long");
    EXPECT_EQ(code_of(uploads().add(actor, std::string(120, 'a'), incoming("a"))), "done");
}

TEST(UploadName, EndsAsItsContentDoes)
{
    EXPECT_EQ(name_by_type("支付.xls", FileType::xlsx), "支付.xlsx");
    EXPECT_EQ(name_by_type("支付.xlsx", FileType::xlsx), "支付.xlsx");
    EXPECT_EQ(name_by_type("支付", FileType::csv), "支付.csv");
    EXPECT_EQ(name_by_type("2024.01 的支付", FileType::csv), "2024.01 的支付.csv");
    EXPECT_EQ(name_by_type(".csv", FileType::csv), ".csv.csv");
}

TEST_P(UploadsTest, AUnitHasSoMuchRoomAndNoMore)
{
    ASSERT_TRUE(uploads().add(actor, "a.csv", incoming("12345")));
    db->execute("UPDATE jobs_upload SET bytes = :bytes", {{"bytes", most_unit_bytes - 5}});
    EXPECT_EQ(code_of(uploads().add(actor, "b.csv", incoming("123456"))), "jobs.upload.quota_exceeded");
    EXPECT_EQ(files(), 1U);
    EXPECT_EQ(code_of(uploads().add(actor, "c.csv", incoming("12345"))), "done");
}

TEST_P(UploadsTest, WhatNoJobNamesGoesAfterAWeek)
{
    const auto named = uploads().add(actor, "a.csv", incoming("a"));
    const auto unnamed = uploads().add(actor, "b.csv", incoming("b"));
    NewJob job{"test.kind", "示例", "budget.read", "{}", "zh-CN"};
    job.upload = named->id;
    ASSERT_TRUE(jobs().start(actor, job));
    clock.advance(std::int64_t{7} * 24 * 3600 * 1000);
    uploads().sweep();
    EXPECT_EQ(files(), 2U);
    clock.advance(1);
    uploads().sweep();
    EXPECT_EQ(code_of(uploads().find(actor, named->id)), "done");
    EXPECT_EQ(code_of(uploads().find(actor, unnamed->id)), "jobs.upload.unknown");
    EXPECT_EQ(files(), 1U);
}

TEST_P(UploadsTest, AFileWithoutARowGoesAfterADay)
{
    const auto kept = uploads().add(actor, "a.csv", incoming("a"));
    const auto fresh = folder / "uploads" / "0190-fresh.csv";
    const auto stale = folder / "uploads" / "0190-stale.csv";
    for (const auto& file : {fresh, stale}) std::ofstream{file} << "x";
    const auto long_ago = std::filesystem::file_time_type::clock::now() - std::chrono::hours{25};
    for (const auto& file : {stale, uploads().file_of(*kept)}) std::filesystem::last_write_time(file, long_ago);
    uploads().sweep();
    EXPECT_TRUE(std::filesystem::exists(fresh));
    EXPECT_FALSE(std::filesystem::exists(stale));
    EXPECT_TRUE(std::filesystem::exists(uploads().file_of(*kept)));
}

MINGJI_EACH_ENGINE(UploadsTest);

}  // namespace
}  // namespace jobs
