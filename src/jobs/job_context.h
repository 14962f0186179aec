// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include <boost/json/object.hpp>

#include "base/actor.h"
#include "base/clock.h"
#include "base/result.h"
#include "sql/connection.h"

namespace jobs {

// What a job's function works with, inside one unit of work: what it stores stands together with the job's end, or
// not at all. It never commits by itself beyond the transactions of the use cases it calls.
struct JobContext {
    sql::Connection& db;
    base::Actor actor;  // with the rights that its starter has now
    const base::Clock& clock;
    std::filesystem::path data;
    boost::json::object params;
    std::string language;          // of messages: zh-CN or en
    std::filesystem::path upload;  // the file it reads, under the name its sender gave it; or empty
    std::filesystem::path files;   // a folder for what it makes; see made()
    // Tells how far it is. Throws base::Cancelled when nobody wants it any more.
    std::function<void(std::int64_t done, std::int64_t total, const std::string& note)> progress;
};

// Answers with the result as people and programs read it, or with why it could not be done. What lies in `files` then
// can be fetched by its name.
using Run = std::function<base::Result<boost::json::object>(JobContext&)>;

// By kind.
struct Kind {
    std::string permission;  // without which nobody starts it, and its starter does not have it done
    Run run;
};
using Kinds = std::map<std::string, Kind>;

}  // namespace jobs
