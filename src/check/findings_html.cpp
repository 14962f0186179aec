// SPDX-License-Identifier: Apache-2.0
#include "check/findings_html.h"

#include <algorithm>
#include <map>

#include "check/core/locate.h"
#include "chinese/letters.h"
#include "document/text.h"

namespace check {

namespace {

using document::escaped;

constexpr auto style = R"(
body{margin:0;font:16px/1.8 "Noto Serif CJK SC","SimSun",serif;color:#1f2329;background:#fff}
header{padding:12px 24px;border-bottom:1px solid #d0d3d9;font-weight:600}
main{display:grid;grid-template-columns:3fr 2fr;height:calc(100vh - 56px)}
article,section{overflow:auto;padding:12px 24px}
section{border-left:1px solid #d0d3d9;font-family:"Noto Sans CJK SC","Microsoft YaHei",sans-serif;font-size:14px}
article p{margin:.4em 0}
.row{font-family:monospace;white-space:pre-wrap}
mark{background:#fff3bf;border-bottom:2px solid #b8860b;color:inherit}
mark.error{background:#ffe3e3;border-color:#c92a2a}
mark.note{background:#e7f5ff;border-color:#1971c2}
:target{outline:3px solid #1f2329}
.finding{padding:8px 0;border-bottom:1px solid #eceef1}
.finding b.error{color:#c92a2a}.finding b.warning{color:#8a6100}.finding b.note{color:#1971c2}
.finding .waiver{margin:0;padding-left:8px;border-left:3px solid #2b8a3e}
.places{display:grid;grid-template-columns:repeat(auto-fit,minmax(13em,1fr));gap:8px;margin-top:4px}
.places a{display:block;padding:4px 8px;border:1px solid #d0d3d9;border-radius:4px;color:inherit;text-decoration:none}
.places b{display:block;color:#1554ad;font-weight:400}
@media print{main{display:block;height:auto}section{border:0}}
)";

struct Mark {
    std::size_t at = 0;
    std::size_t size = 0;
    std::string id;
    Severity severity = Severity::note;
};

using Marks = std::map<std::size_t, std::vector<Mark>>;  // by block

Marks marks_of(const Checked& checked)
{
    const Locator locator{checked.text};
    Marks marks;
    for (std::size_t f = 0; f < checked.findings.size(); ++f) {
        const Finding& finding = checked.findings[f];
        for (std::size_t p = 0; p < finding.places.size(); ++p)
            if (const auto found = locator.find(finding.places[p]))
                marks[found->block].push_back({found->at, finding.places[p].quote.size(),
                                               "f" + std::to_string(f) + "p" + std::to_string(p), finding.severity});
    }
    for (auto& [block, of_block] : marks)
        std::stable_sort(of_block.begin(), of_block.end(), [](const Mark& a, const Mark& b) { return a.at < b.at; });
    return marks;
}

void print_block(std::ostream& out, const Block& block, const std::vector<Mark>& marks)
{
    const std::string_view text = block.text;
    out << (block.kind == Block::Kind::row ? "<p class=\"row\">" : "<p>");
    std::size_t done = 0;
    for (const Mark& mark : marks) {
        // Two places may share words: the second is reached all the same.
        if (mark.at < done || mark.at + mark.size > text.size()) {
            out << "<a id=\"" << mark.id << "\"></a>";
            continue;
        }
        out << escaped(text.substr(done, mark.at - done)) << "<mark id=\"" << mark.id << "\" class=\""
            << to_string(mark.severity) << "\">" << escaped(text.substr(mark.at, mark.size)) << "</mark>";
        done = mark.at + mark.size;
    }
    out << escaped(text.substr(done)) << "</p>\n";
}

// The words of a place among those around them.
void print_excerpt(std::ostream& out, const Block& block, std::size_t at, std::size_t size, const std::string& severity)
{
    constexpr std::size_t letters_around = 14;
    const std::string_view text = block.text;
    const std::vector<chinese::Letter> before = chinese::letters(text.substr(0, at));
    const std::vector<chinese::Letter> behind = chinese::letters(text.substr(at + size));
    const std::size_t from = before.size() > letters_around ? before[before.size() - letters_around].at : 0;
    const std::size_t to =
        at + size + (behind.size() > letters_around ? behind[letters_around].at : text.size() - at - size);
    out << (from > 0 ? "…" : "") << escaped(text.substr(from, at - from)) << "<mark class=\"" << severity << "\">"
        << escaped(text.substr(at, size)) << "</mark>" << escaped(text.substr(at + size, to - at - size))
        << (to < text.size() ? "…" : "");
}

void print_places(std::ostream& out, const Checked& checked, std::size_t number, const Locator& locator,
                  const Words& words)
{
    const Finding& finding = checked.findings[number];
    out << "<div class=\"places\">";
    for (std::size_t p = 0; p < finding.places.size(); ++p) {
        const Place& place = finding.places[p];
        out << "<a href=\"#f" << number << 'p' << p << "\"><b>" << escaped(place_words(place, words)) << "</b>";
        if (const auto found = locator.find(place))
            print_excerpt(out, checked.text.blocks[found->block], found->at, place.quote.size(),
                          to_string(finding.severity));
        else
            out << escaped(place.quote);
        out << "</a>\n";
    }
    out << "</div>\n";
}

void print_finding(std::ostream& out, const Checked& checked, std::size_t number, const Locator& locator,
                   const Words& words)
{
    const Finding& finding = checked.findings[number];
    const std::string severity = to_string(finding.severity);
    out << "<div class=\"finding\"><b class=\"" << severity << "\">"
        << escaped(words.sentence("cli.severity." + severity, {})) << "</b> " << finding.rule << ' '
        << escaped(words.sentence(finding.code, finding.args)) << '\n';
    print_places(out, checked, number, locator, words);
    if (number < checked.waivers.size() && checked.waivers[number])
        out << "<p class=\"waiver\">" << escaped(waiver_words(*checked.waivers[number], words)) << "</p>\n";
    out << "</div>\n";
}

}  // namespace

void print_html(std::ostream& out, const Checked& checked, const Words& words)
{
    const std::string head = escaped(head_words(checked, words));
    out << "<!doctype html>\n<html lang=\"" << (words.language) << "\"><head><meta charset=\"utf-8\"><title>" << head
        << "</title><style>" << style;
    // Whoever goes to one place of a finding sees all of them.
    for (std::size_t f = 0; f < checked.findings.size(); ++f)
        out << "main:has([id^=f" << f << "p]:target) [id^=f" << f << "p]{outline:3px solid #1f2329}\n";
    out << "</style></head>\n<body><header>" << head << "</header>\n<main><article tabindex=\"0\">\n";
    const Marks marks = marks_of(checked);
    for (std::size_t i = 0; i < checked.text.blocks.size(); ++i) {
        const auto of_block = marks.find(i);
        print_block(out, checked.text.blocks[i], of_block == marks.end() ? std::vector<Mark>{} : of_block->second);
    }
    out << "</article>\n<section tabindex=\"0\">\n";
    for (const std::string& note : checked.notes) out << "<p>" << escaped(words.sentence(note, {})) << "</p>\n";
    const Locator locator{checked.text};
    for (std::size_t f = 0; f < checked.findings.size(); ++f) print_finding(out, checked, f, locator, words);
    if (checked.findings.empty()) out << "<p>" << escaped(words.sentence("check.none", {})) << "</p>\n";
    out << "</section></main></body></html>\n";
}

}  // namespace check
