// SPDX-License-Identifier: Apache-2.0
#include "app/backup/manifest.h"

#include <numeric>

#include <boost/json.hpp>

#include "base/instant.h"

namespace app {

namespace json = boost::json;

std::int64_t Manifest::rows() const
{
    return std::accumulate(tables.begin(), tables.end(), std::int64_t{0},
                           [](std::int64_t sum, const sql::DumpedTable& table) { return sum + table.rows; });
}

std::string to_text(const Manifest& manifest)
{
    json::array tables;
    for (const sql::DumpedTable& table : manifest.tables)
        tables.push_back(json::object{{"name", table.name}, {"rows", table.rows}, {"sm3", table.digest}});
    json::array files;
    for (const BackedUpFile& file : manifest.files)
        files.push_back(json::object{{"path", file.path}, {"bytes", file.bytes}, {"sm3", file.digest}});
    return json::serialize(
               json::object{{"format", 1},
                            {"name", manifest.name},
                            {"why", manifest.why},
                            {"made", base::instant_text(manifest.made_ms)},
                            {"made_ms", manifest.made_ms},
                            {"version", manifest.version},
                            {"dump", json::object{{"bytes", manifest.dump_bytes}, {"sm3", manifest.dump_digest}}},
                            {"tables", std::move(tables)},
                            {"files", std::move(files)}}) +
           "\n";
}

std::optional<Manifest> manifest_of(const std::string& text)
{
    try {
        const json::value value = json::parse(text);
        const auto word = [](const json::value& at) { return std::string{at.as_string()}; };
        Manifest manifest{word(value.at("name")),           word(value.at("why")),
                          value.at("made_ms").as_int64(),   word(value.at("version")),
                          word(value.at("dump").at("sm3")), value.at("dump").at("bytes").as_int64()};
        for (const json::value& table : value.at("tables").as_array())
            manifest.tables.push_back({word(table.at("name")), table.at("rows").as_int64(), word(table.at("sm3"))});
        for (const json::value& file : value.at("files").as_array())
            manifest.files.push_back({word(file.at("path")), file.at("bytes").as_int64(), word(file.at("sm3"))});
        return manifest;
    } catch (const std::exception&) {
        // Boost.JSON tells of a missing or misshaped member by exceptions of several kinds.
        return std::nullopt;
    }
}

}  // namespace app
