// SPDX-License-Identifier: Apache-2.0
#include "geodata/dxf.h"

#include <charconv>
#include <string>
#include <string_view>
#include <system_error>

#include "geodata/geojson.h"
#include "geodata/ogr.h"

namespace geodata {

using base::ErrorKind;
using base::fail;

namespace {

std::string_view without_blanks(std::string_view text)
{
    const std::size_t from = text.find_first_not_of(" \t\r");
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(" \t\r") - from + 1);
}

// The pairs of a DXF text one after the other.
class DxfPairs {
public:
    explicit DxfPairs(std::string_view bytes) : rest_{bytes} {}

    // False at the end and where no pair is.
    bool next()
    {
        if (rest_.empty()) return false;
        const std::string_view number = line();
        value = line();
        const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), group);
        is_sound_ = error == std::errc{} && end == number.data() + number.size();
        ++count;
        return is_sound_;
    }
    bool is_sound() const { return is_sound_; }

    int group = 0;
    std::string_view value = {};
    std::size_t count = 0;

private:
    std::string_view line()
    {
        const std::size_t end = rest_.find('\n');
        const std::string_view found = rest_.substr(0, end);
        rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
        return without_blanks(found);
    }

    std::string_view rest_;
    bool is_sound_ = true;
};

bool is_zero(std::string_view number)
{
    for (const char c : number) {
        if (c == 'e' || c == 'E') return true;
        if (c >= '1' && c <= '9') return false;
    }
    return true;
}

}  // namespace

base::Result<void> check_dxf(std::string_view bytes)
{
    constexpr int of_name = 0;
    constexpr int of_comment = 999;
    constexpr int of_bulge = 42;
    DxfPairs pairs{bytes};
    bool has_section = false;
    bool is_polyline = false;
    while (pairs.next()) {
        if (!has_section) {
            if (pairs.group == of_comment) continue;
            has_section = pairs.group == of_name && pairs.value == "SECTION";
            if (!has_section) return fail(ErrorKind::invalid, "geodata.dxf.not_text_form");
        }
        if (pairs.group == of_name) {
            if (pairs.value == "EOF") return {};
            is_polyline = pairs.value == "LWPOLYLINE" || pairs.value == "VERTEX";
        }
        if (is_polyline && pairs.group == of_bulge && !is_zero(pairs.value))
            return fail(ErrorKind::invalid, "geodata.dxf.curved", {{"line", std::to_string(pairs.count * 2)}});
    }
    if (!has_section) return fail(ErrorKind::invalid, "geodata.dxf.not_text_form");
    return fail(ErrorKind::invalid, "geodata.dxf.damaged", {{"line", std::to_string(pairs.count * 2)}});
}

base::Result<Drawing> read_dxf(const std::string& bytes, const SurveyLimits& limits)
{
    TRY(check_dxf(bytes));
    TRY_ASSIGN(const OgrAnswer answer, run_ogr2ogr({{{"in.dxf", bytes}}, "in.dxf", {}}, limits));
    TRY_ASSIGN(Drawing drawing, read_geojson(answer.geojson, Lines::closed_are_areas, limits));
    drawing.plane = std::nullopt;  // a drawing says nothing of it
    drawing.notes.insert(drawing.notes.end(), answer.notes.begin(), answer.notes.end());
    return drawing;
}

}  // namespace geodata
