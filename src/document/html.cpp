// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/sm3.h"
#include "document/html_page.h"
#include "document/text.h"

namespace document {

namespace {

constexpr std::size_t longest_name = 100;

bool stays(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
           c == '-';
}

}  // namespace

std::string fact_name(std::string_view id)
{
    std::string name;
    for (const char c : id) {
        // A leading dot would hide the file.
        if (stays(c) && !(c == '.' && name.empty()))
            name += c;
        else
            name += fmt::format("~{:02x}", static_cast<unsigned char>(c));
    }
    if (name.empty() || name.size() > longest_name) return "~sm3-" + base::sm3(id);
    return name;
}

std::string fact_page_path(const FactSheet& fact, std::size_t page)
{
    const std::string name = fact_name(fact.id);
    return page == 0 ? fmt::format("facts/{}.html", name) : fmt::format("facts/{}~p{}.html", name, page + 1);
}

std::string html_page(std::string_view title, std::string_view to_root, std::string_view body)
{
    return fmt::format(R"(<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{}</title>
<link rel="stylesheet" href="{}style.css">
</head>
<body>
{}</body>
</html>
)",
                       escaped(title), to_root, body);
}

std::vector<File> html(const Document& document)
{
    std::vector<File> files{{"index.html", html_page(document.title, "", html_report(document))},
                            {"style.css", html_style()}};
    std::set<std::string> named;
    for (const FactSheet& fact : document.facts)
        if (named.insert(fact.id).second) append_fact_pages(files, document, fact);
    return files;
}

}  // namespace document
