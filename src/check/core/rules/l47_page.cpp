// SPDX-License-Identifier: Apache-2.0
// L47: the page of a .docx file: A4, its margins 37 mm above and 28 mm at the binding (each ±1 mm), 22 lines of 28
// letters (GB/T 9704-2012). A report is no official document by itself, so that this is a note.
#include <cstdlib>

#include "check/core/rules/all.h"

namespace check {

namespace {

constexpr int allowed = 1;  // mm
constexpr int width = 210;
constexpr int height = 297;
constexpr int above = 37;
constexpr int at_binding = 28;
constexpr int lines = 22;
constexpr int letters = 28;

bool is_near(int measured, int wanted)
{
    return std::abs(measured - wanted) <= allowed;
}

void report(const Material& material, const char* code, base::ErrorArgs args, Found& findings)
{
    const Block& first = material.text.blocks.front();
    findings.push_back({"L47", code, Severity::note, std::move(args), {place_of(first, 0, first.text.size())}, {}});
}

}  // namespace

void find_wrong_pages(const Material& material, Found& findings)
{
    if (!material.text.page || material.text.blocks.empty()) return;
    const Page& page = *material.text.page;
    const bool is_upright = is_near(page.width_mm, width) && is_near(page.height_mm, height);
    const bool is_turned = is_near(page.width_mm, height) && is_near(page.height_mm, width);
    if (!is_upright && !is_turned)
        report(material, "check.l47.size",
               {{"width", std::to_string(page.width_mm)}, {"height", std::to_string(page.height_mm)}}, findings);
    // The margins of a page that lies are others.
    if (!is_upright) return;
    const bool has_lines = page.lines == 0 || page.lines == lines;
    const bool has_letters = page.letters == 0 || page.letters == letters;
    if (is_near(page.top_mm, above) && is_near(page.left_mm, at_binding) && has_lines && has_letters) return;
    report(material,
           page.letters > 0 ? "check.l47.letters"
           : page.lines > 0 ? "check.l47.grid"
                            : "check.l47.margins",
           {{"top", std::to_string(page.top_mm)},
            {"left", std::to_string(page.left_mm)},
            {"lines", std::to_string(page.lines)},
            {"letters", std::to_string(page.letters)}},
           findings);
}

}  // namespace check
