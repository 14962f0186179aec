// SPDX-License-Identifier: Apache-2.0
#pragma once

// A store test runs once per engine: TEST_P(MyTest, …) with `class MyTest : public sql::EachEngine` and
// MINGJI_EACH_ENGINE(MyTest). SQLite is a fresh file; PostgreSQL is a fresh schema in the server that TEST_POSTGRES
// names (./dev test starts one). Without TEST_POSTGRES the PostgreSQL half is skipped and says so; CI always sets it.

#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "sql/connection.h"
#include "sql/migration.h"

namespace sql {

class EachEngine : public testing::TestWithParam<const char*> {
protected:
    void SetUp() override
    {
        static std::atomic<int> counter{0};
        name_ = "t" + std::to_string(::getpid()) + "_" + std::to_string(++counter);
        if (std::string{GetParam()} == "sqlite") {
            path_ = std::filesystem::temp_directory_path() / (name_ + ".sqlite");
            target_ = path_.string();
        } else {
            const char* const server = std::getenv("TEST_POSTGRES");
            if (!server) GTEST_SKIP() << "TEST_POSTGRES is not set: nothing was tested on PostgreSQL";
            const auto admin = Connection::open(server);
            admin->script("CREATE SCHEMA " + name_);
            target_ = std::string{server} + " options='-csearch_path=" + name_ + "'";
        }
        db = open();
        for (const auto& result : {migrate(*db, slices())}) ASSERT_TRUE(result) << result.error().code;
    }

    void TearDown() override
    {
        db.reset();
        if (!path_.empty()) {
            for (const char* const suffix : {"", "-wal", "-shm", ".lock"})
                std::filesystem::remove(path_.string() + suffix);
        } else if (!target_.empty()) {
            Connection::open(std::getenv("TEST_POSTGRES"))->script("DROP SCHEMA " + name_ + " CASCADE");
        }
    }

    // The slices whose tables the test needs, referenced tables first.
    virtual std::vector<std::span<const Migration>> slices() const = 0;

    // One more connection (PostgreSQL only: an SQLite file has one owner).
    std::unique_ptr<Connection> open() const { return Connection::open(target_); }
    bool many_connections() const { return path_.empty(); }
    // For a Database; on SQLite `db` has to be closed first.
    const std::string& target() const { return target_; }

    std::unique_ptr<Connection> db;

private:
    std::string name_;
    std::string target_;
    std::filesystem::path path_;
};

}  // namespace sql

#define MINGJI_EACH_ENGINE(suite)                                                   \
    INSTANTIATE_TEST_SUITE_P(Engines, suite, testing::Values("sqlite", "postgres"), \
                             [](const auto& test) { return std::string{test.param}; })
