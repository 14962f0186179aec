// SPDX-License-Identifier: Apache-2.0
#include "jobs/core/upload.h"

#include <algorithm>
#include <array>
#include <utility>

#include "chinese/letters.h"

namespace jobs {

namespace {

constexpr std::array<std::pair<FileType, std::string_view>, 11> types{{{FileType::xlsx, "xlsx"},
                                                                       {FileType::ods, "ods"},
                                                                       {FileType::docx, "docx"},
                                                                       {FileType::ofd, "ofd"},
                                                                       {FileType::zip, "zip"},
                                                                       {FileType::xls, "xls"},
                                                                       {FileType::doc, "doc"},
                                                                       {FileType::csv, "csv"},
                                                                       {FileType::pdf, "pdf"},
                                                                       {FileType::png, "png"},
                                                                       {FileType::jpg, "jpg"}}};

constexpr std::size_t longest_name = 120;   // letters
constexpr std::size_t longest_bytes = 240;  // what a file system takes, with room for another end

auto refuse(const char* reason, base::ErrorArgs args = {})
{
    return base::fail(base::ErrorKind::invalid, std::string{"jobs.upload."} + reason, std::move(args));
}

bool is_shown_as_it_is(const chinese::Letter& letter)
{
    const char32_t c = letter.code;
    const bool is_control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool turns_direction =
        (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
    return !is_control && !turns_direction && c != U'/' && c != U'\\' && c != 0xFFFD && c != 0x2028 && c != 0x2029;
}

}  // namespace

std::string_view to_text(FileType type)
{
    for (const auto& [known, text] : types)
        if (known == type) return text;
    return {};
}

std::optional<FileType> file_type_of(std::string_view text)
{
    for (const auto& [type, known] : types)
        if (known == text) return type;
    return std::nullopt;
}

base::Result<void> check_name(std::string_view name)
{
    if (name.empty() || name == "." || name == "..") return refuse("name_empty");
    const std::vector<chinese::Letter> letters = chinese::letters(name);
    if (letters.size() > longest_name || name.size() > longest_bytes)
        return refuse("name_too_long", {{"most", std::to_string(longest_name)}});
    if (!std::all_of(letters.begin(), letters.end(), is_shown_as_it_is)) return refuse("name_not_allowed");
    return {};
}

std::string name_by_type(std::string_view name, FileType type)
{
    const auto dot = name.rfind('.');
    const bool has_end = dot != std::string_view::npos && dot > 0 && name.size() - dot <= 5;
    return std::string{has_end ? name.substr(0, dot) : name} + "." + std::string{to_text(type)};
}

}  // namespace jobs
