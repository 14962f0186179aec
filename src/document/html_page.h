// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "document/document.h"

namespace document {

// A whole page around `body`, both HTML; `title` is text and `to_root` leads to the folder of style.css ("" or "../").
// A strict content security policy stands in every page: no script, nothing from elsewhere.
std::string html_page(std::string_view title, std::string_view to_root, std::string_view body);

std::string html_style();

// A file name for a fact: letters, digits, '.', '_' and '-' of its id as they are, the rest as ~xx; a digest instead of
// what would be longer than file systems like. Different ids have different names.
std::string fact_name(std::string_view id);

// The first page of a fact is facts/NAME.html, the following ones facts/NAME~p2.html …; rows of the list on each.
constexpr std::size_t records_on_page = 2000;
std::string fact_page_path(const FactSheet& fact, std::size_t page);

// All pages of a fact, from `document.records`.
void append_fact_pages(std::vector<File>& files, const Document& document, const FactSheet& fact);

// The body of index.html.
std::string html_report(const Document& document);

// Runs as HTML. A run of a fact in `linked` becomes a link; the first one to a fact is where its page leads back to.
class HtmlRuns {
public:
    explicit HtmlRuns(const Document& document);
    std::string operator()(const std::vector<Run>& runs);

private:
    std::string linked(const Run& run, const std::string& text);

    std::set<std::string, std::less<>> known_;
    std::set<std::string, std::less<>> seen_;
};

std::string html_table(const Table& table, HtmlRuns& runs);

}  // namespace document
