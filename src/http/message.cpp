// SPDX-License-Identifier: Apache-2.0
#include "http/message.h"

#include <array>

#include "base/random.h"
#include "base/utf8.h"

namespace http {

namespace {

constexpr std::array<std::pair<Method, std::string_view>, 6> methods{{{Method::get, "GET"},
                                                                      {Method::head, "HEAD"},
                                                                      {Method::post, "POST"},
                                                                      {Method::put, "PUT"},
                                                                      {Method::patch, "PATCH"},
                                                                      {Method::del, "DELETE"}}};

int hex_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

std::string_view to_text(Method method)
{
    for (const auto& [known, text] : methods)
        if (known == method) return text;
    return {};
}

std::optional<Method> method_of(std::string_view text)
{
    for (const auto& [method, known] : methods)
        if (known == text) return method;
    return std::nullopt;
}

std::string_view Headers::get(std::string_view name) const
{
    const auto found = fields_.find(name);
    return found == fields_.end() ? std::string_view{} : std::string_view{found->second};
}

TemporaryFile::~TemporaryFile()
{
    std::error_code gone;
    std::filesystem::remove(file, gone);  // not there any more when it was moved to its place
}

std::string Request::query_text(std::string_view name) const
{
    for (const auto& [known, value] : query)
        if (known == name) return value;
    return {};
}

bool Request::has_query(std::string_view name) const
{
    for (const auto& [known, value] : query)
        if (known == name) return true;
    return false;
}

std::string_view reason(int status)
{
    constexpr std::array<std::pair<int, std::string_view>, 26> reasons{{{200, "OK"},
                                                                        {201, "Created"},
                                                                        {202, "Accepted"},
                                                                        {204, "No Content"},
                                                                        {206, "Partial Content"},
                                                                        {207, "Multi-Status"},
                                                                        {304, "Not Modified"},
                                                                        {400, "Bad Request"},
                                                                        {401, "Unauthorized"},
                                                                        {403, "Forbidden"},
                                                                        {404, "Not Found"},
                                                                        {405, "Method Not Allowed"},
                                                                        {406, "Not Acceptable"},
                                                                        {408, "Request Timeout"},
                                                                        {409, "Conflict"},
                                                                        {412, "Precondition Failed"},
                                                                        {413, "Content Too Large"},
                                                                        {414, "URI Too Long"},
                                                                        {415, "Unsupported Media Type"},
                                                                        {422, "Unprocessable Content"},
                                                                        {428, "Precondition Required"},
                                                                        {429, "Too Many Requests"},
                                                                        {431, "Request Header Fields Too Large"},
                                                                        {500, "Internal Server Error"},
                                                                        {503, "Service Unavailable"},
                                                                        {507, "Insufficient Storage"}}};
    for (const auto& [known, text] : reasons)
        if (known == status) return text;
    return "Unknown";
}

Response problem(int status, const base::Error& error)
{
    Response response;
    response.status = status;
    response.problem = Problem{error};
    return response;
}

Response problem(const base::Error& error)
{
    switch (error.kind) {
        case base::ErrorKind::invalid: return problem(422, error);
        case base::ErrorKind::not_found: return problem(404, error);
        case base::ErrorKind::forbidden: return problem(403, error);
        case base::ErrorKind::conflict: return problem(409, error);
    }
    return problem(500, error);
}

namespace {

// RFC 6266 and RFC 8187: the name for programs that read no UTF-8, and the name as it is.
std::string disposition_of(std::string_view name)
{
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string simple;
    std::string encoded;
    for (const char c : name) {
        const bool is_plain = plain.find(c) != std::string_view::npos;
        simple += is_plain ? c : '_';
        if (is_plain) {
            encoded += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        encoded += {'%', digits[byte >> 4], digits[byte & 0xF]};
    }
    return "attachment; filename=\"" + simple + "\"; filename*=UTF-8''" + encoded;
}

}  // namespace

std::string content_type_of(const std::filesystem::path& name)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> types{
        {{".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
         {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
         {".csv", "text/csv; charset=utf-8"},
         {".pdf", "application/pdf"},
         {".zip", "application/zip"},
         {".json", "application/json"}}};
    for (const auto& [end, type] : types)
        if (name.extension() == end) return std::string{type};
    return "application/octet-stream";
}

std::shared_ptr<const TemporaryFile> temporary_file(const std::filesystem::path& folder, const std::string& end)
{
    std::filesystem::create_directories(folder);
    return std::make_shared<TemporaryFile>(folder / (base::random_hex(16) + end));
}

Response attachment(const std::filesystem::path& file, const std::string& name)
{
    Response response{.content_type = content_type_of(name)};
    response.header("Content-Disposition", disposition_of(name));
    response.file = FileBody{file, static_cast<std::int64_t>(std::filesystem::file_size(file))};
    return response;
}

Response attachment(std::shared_ptr<const TemporaryFile> file, const std::string& name)
{
    Response response = attachment(file->file, name);
    response.file->made_for_this = std::move(file);
    return response;
}

std::optional<std::string> percent_decoded(std::string_view text, bool is_query)
{
    std::string decoded;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '+' && is_query) {
            decoded += ' ';
            continue;
        }
        if (text[at] != '%') {
            decoded += text[at];
            continue;
        }
        if (at + 2 >= text.size()) return std::nullopt;
        const int high = hex_digit(text[at + 1]);
        const int low = hex_digit(text[at + 2]);
        if (high < 0 || low < 0 || (high == 0 && low == 0)) return std::nullopt;
        decoded += static_cast<char>(high * 16 + low);
        at += 2;
    }
    if (!base::is_utf8(decoded)) return std::nullopt;
    return decoded;
}

bool read_target(std::string_view target, Request& request)
{
    if (!target.starts_with('/')) return false;
    const auto mark = target.find('?');
    request.path = target.substr(0, mark);
    if (!percent_decoded(request.path)) return false;
    std::string_view rest = mark == std::string_view::npos ? std::string_view{} : target.substr(mark + 1);
    while (!rest.empty()) {
        const auto end = rest.find('&');
        const std::string_view pair = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        if (pair.empty()) continue;
        const auto equals = pair.find('=');
        auto name = percent_decoded(pair.substr(0, equals), true);
        auto value = equals == std::string_view::npos ? std::optional<std::string>{""}
                                                      : percent_decoded(pair.substr(equals + 1), true);
        if (!name || !value) return false;
        request.query.emplace_back(*std::move(name), *std::move(value));
    }
    return true;
}

}  // namespace http
