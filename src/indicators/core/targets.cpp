// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/targets.h"

#include <array>

#include "base/sm3.h"

namespace indicators {

namespace {

struct NoteName {
    std::string_view stored;
    std::string_view written;
    NoteKind kind;
};

constexpr std::array note_names{
    NoteName{"cause", "偏差原因", NoteKind::cause},
    NoteName{"excess", "超额说明", NoteKind::excess},
    NoteName{"measure", "改进措施", NoteKind::measure},
};

void add(base::Sm3& digest, const MeasureText& measure)
{
    for (const std::string* const part :
         {&measure.source, &measure.method, &measure.field, &measure.filter, &measure.numerator, &measure.period})
        digest.add_field(*part);
}

void add(base::Sm3& digest, IndicatorSetting setting)
{
    digest.add_field(setting.code);
    for (const SettingPart& part : setting_parts()) digest.add_field(part.of(setting));
}

}  // namespace

std::string_view to_text(NoteKind kind)
{
    for (const NoteName& name : note_names)
        if (name.kind == kind) return name.stored;
    return {};
}

std::string_view chinese(NoteKind kind)
{
    for (const NoteName& name : note_names)
        if (name.kind == kind) return name.written;
    return {};
}

base::Result<NoteKind> parse_note_kind(std::string_view text)
{
    for (const NoteName& name : note_names)
        if (name.stored == text || name.written == text) return name.kind;
    return base::fail(base::ErrorKind::invalid, "indicators.note.kind_unknown", {{"text", std::string{text}}});
}

std::string digest_of(const Targets& targets)
{
    base::Sm3 digest;
    for (const Goal& goal : targets.goals) {
        digest.add_field(goal.number);
        digest.add_field(goal.text);
        digest.add_field(goal.share ? goal.share->to_string() : "");
    }
    for (const IndicatorSetting& setting : targets.indicators) add(digest, setting);
    for (const SupportingMeasure& support : targets.supports) {
        for (const std::string* const part : {&support.code, &support.name, &support.definition, &support.unit})
            digest.add_field(*part);
        add(digest, support.measure);
        digest.add_field(support.decimals ? std::to_string(*support.decimals) : "");
    }
    for (const RevisionChange& change : targets.revisions)
        for (const std::string& part : {change.document, change.date.to_string(), std::string{to_text(change.kind)},
                                        change.code, change.part, change.before, change.after, change.reason})
            digest.add_field(part);
    return digest.finish();
}

base::Result<std::int64_t> parse_hundredths(const std::string& text)
{
    constexpr int scale = 2;
    const auto number = base::Decimal::parse(text);
    const bool fits = number && number->without_trailing_zeros().scale() <= scale && !number->is_negative() &&
                      *number <= base::Decimal::whole(100);
    if (!fits) return base::fail(base::ErrorKind::invalid, "indicators.weight.malformed", {{"text", text}});
    return number->rounded(scale).digits();
}

std::string hundredths_text(std::int64_t hundredths)
{
    return base::Decimal{hundredths, 2}.without_trailing_zeros().to_string();
}

}  // namespace indicators
