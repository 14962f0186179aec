// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace http {

enum class Method { get, head, post, put, patch, del };

std::string_view to_text(Method method);  // GET, …, DELETE
std::optional<Method> method_of(std::string_view text);
// What a request may do twice without doing it twice, and what changes nothing.
constexpr bool is_safe(Method method)
{
    return method == Method::get || method == Method::head;
}

// Header fields by lower-case name. A name stands once: a repeated one is refused or joined by the parser.
class Headers {
public:
    std::string_view get(std::string_view name) const;  // empty when it is not there
    bool has(std::string_view name) const { return fields_.find(name) != fields_.end(); }
    void set(std::string name, std::string value) { fields_[std::move(name)] = std::move(value); }
    auto begin() const { return fields_.begin(); }
    auto end() const { return fields_.end(); }

private:
    std::map<std::string, std::string, std::less<>> fields_;
};

// A file that is removed with this object unless somebody moved it.
struct TemporaryFile {
    std::filesystem::path file;

    explicit TemporaryFile(std::filesystem::path path) : file{std::move(path)} {}
    ~TemporaryFile();
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
};

// An upload that was written to disk while it came in.
struct Upload : TemporaryFile {
    std::int64_t bytes = 0;
    std::string digest;  // SM3

    Upload(std::filesystem::path path, std::int64_t size, std::string sm3)
        : TemporaryFile{std::move(path)}, bytes{size}, digest{std::move(sm3)}
    {
    }
};

struct Request {
    Method method = Method::get;
    std::string path;  // as it was sent, begins with '/'; every segment of it can be decoded
    std::vector<std::pair<std::string, std::string>> query;  // decoded, in order
    Headers headers;
    std::string body;                               // of routes that take JSON
    std::shared_ptr<Upload> upload;                 // of routes that take a file
    std::string route;                              // the path of the route it met: /api/v1/budget/years/{year}/lines
    std::map<std::string, std::string> parameters;  // {year} of the route's path
    std::string remote;                             // address of the peer, without port
    std::string trace_id;                           // 32 hexadecimal digits
    bool is_anonymous = false;                      // of its route: nothing is logged that tells who asks

    std::string query_text(std::string_view name) const;  // the first value, or empty
    bool has_query(std::string_view name) const;
};

// A file that is sent as it lies there, in pieces.
struct FileBody {
    std::filesystem::path file;
    std::int64_t bytes = 0;
    std::shared_ptr<const TemporaryFile> made_for_this = {};  // removed when it is sent
};

class Subscription;  // events.h

// What is wrong with one field of a body: where, as a JSON pointer, and why.
struct FieldError {
    std::string pointer;  // /amount, /lines/2/code
    base::Error error;
};

// A refusal on its way out. Words, trace id and the rest of RFC 9457 are put around it at the very end.
struct Problem {
    base::Error error;
    std::vector<FieldError> fields = {};
};

struct Response {
    int status = 200;
    std::string content_type = "application/json";
    std::string body = {};
    std::vector<std::pair<std::string, std::string>> headers = {};
    std::string_view constant = {};             // instead of body: bytes that live as long as the program
    std::optional<FileBody> file = {};          // instead of body
    std::shared_ptr<Subscription> events = {};  // a stream of events after the head
    std::optional<Problem> problem = {};        // instead of body: a refusal
    bool is_replayed = false;                   // given before to the same request

    void header(std::string name, std::string value) { headers.emplace_back(std::move(name), std::move(value)); }
};

std::string_view reason(int status);

// invalid 422, not_found 404, forbidden 403, conflict 409.
Response problem(const base::Error& error);
Response problem(int status, const base::Error& error);

// By the end of a file's name: .xlsx, .csv, …; application/octet-stream for what we do not make.
std::string content_type_of(const std::filesystem::path& name);
// A file of its own in that folder, to be written and to be gone when nobody needs it.
std::shared_ptr<const TemporaryFile> temporary_file(const std::filesystem::path& folder, const std::string& end);

// A file to be saved, never to be shown: what users sent is never a page of ours. The bytes are those it has now.
Response attachment(const std::filesystem::path& file, const std::string& name);
// The same of a file that is only there to be sent.
Response attachment(std::shared_ptr<const TemporaryFile> file, const std::string& name);

// "a%20b" -> "a b". Refuses (none) a broken escape, a NUL and what is not UTF-8. '+' stays unless it is in a query.
std::optional<std::string> percent_decoded(std::string_view text, bool is_query = false);
// "/a/b?x=1" into request.path and request.query; false when it cannot be read.
bool read_target(std::string_view target, Request& request);

}  // namespace http
