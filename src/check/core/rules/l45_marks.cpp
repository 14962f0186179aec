// SPDX-License-Identifier: Apache-2.0
// L45: marks of two widths in one report, and a blank before %; L49: units whose letters are wrong (M2, Km, KG).
// Matters of style: notes. A report that writes ASCII marks throughout is left alone.
#include <algorithm>
#include <array>

#include <re2/re2.h>

#include "check/core/rules/all.h"

namespace check {

namespace {

// Whether a text has one of some bytes, each looked up once: most blocks have none.
class AnyOf {
public:
    explicit AnyOf(std::string_view letters)
    {
        for (const char letter : letters) wanted_[static_cast<unsigned char>(letter)] = true;
    }
    bool are_in(std::string_view text) const
    {
        return std::any_of(text.begin(), text.end(),
                           [&](char letter) { return wanted_[static_cast<unsigned char>(letter)]; });
    }

private:
    std::array<bool, 256> wanted_{};
};

// Only blocks that have one of the letters are looked through.
std::size_t occurrences(const ReportText& report, const RE2& pattern, std::string_view letters)
{
    std::size_t count = 0;
    const AnyOf any{letters};
    for (const Block& block : report.blocks) {
        if (!any.are_in(block.text)) continue;
        re2::StringPiece rest{block.text};
        while (RE2::FindAndConsume(&rest, pattern)) ++count;
    }
    return count;
}

// ， ； ： in the whole report.
std::size_t wide_marks(const ReportText& report)
{
    std::size_t count = 0;
    for (const Block& block : report.blocks)
        for (const std::string_view mark : {"，", "；", "："})
            for (std::size_t at = block.text.find(mark); at != std::string::npos; at = block.text.find(mark, at + 3))
                ++count;
    return count;
}

void report_each(const Material& material, const RE2& pattern, std::string_view letters, const char* rule,
                 const char* code, Found& findings)
{
    const AnyOf any{letters};
    for (const Block& block : material.text.blocks) {
        if (!any.are_in(block.text)) continue;
        re2::StringPiece rest{block.text};
        re2::StringPiece words;
        while (RE2::FindAndConsume(&rest, pattern, &words)) {
            const Place place =
                place_of(block, static_cast<std::size_t>(words.data() - block.text.data()), words.size());
            findings.push_back({rule, code, Severity::note, {{"text", place.quote}}, {place}, {}});
        }
    }
}

}  // namespace

void find_wrong_marks(const Material& material, Found& findings)
{
    static const RE2 narrow{"[\\p{Han}%][,;:]\\p{Han}"};
    static const RE2 narrow_with_words{"([\\p{Han}%][,;:]\\p{Han})"};
    static const RE2 far_percent{"(\\d[ 　]+[%％])"};
    static const RE2 near_percent{"\\d[%％]"};
    static const RE2 unit{"(\\d\\s*(?:M2|M3|m2|m3|KM|Km|KG|Kg|MM|CM|Cm|kw|KW|Kw|kwh|KWH|KWh)\\b)"};
    constexpr std::string_view marks = ",;:";
    constexpr std::string_view per_cents = "%\xEF";  // ％ begins with EF
    // Few among many are slips; as many as the others are the writer's way.
    const std::size_t narrow_marks = occurrences(material.text, narrow, marks);
    if (narrow_marks > 0 && narrow_marks * 2 <= wide_marks(material.text))
        report_each(material, narrow_with_words, marks, "L45", "check.l45.narrow", findings);
    const std::size_t far_marks = occurrences(material.text, far_percent, per_cents);
    if (far_marks > 0 && far_marks <= occurrences(material.text, near_percent, per_cents))
        report_each(material, far_percent, per_cents, "L45", "check.l45.percent", findings);
    report_each(material, unit, "MmKkCc", "L49", "check.l49.unit", findings);
}

}  // namespace check
