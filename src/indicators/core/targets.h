// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "indicators/core/measured.h"
#include "indicators/core/revision.h"

namespace indicators {

struct Goal {
    std::string number = {};  // 目标序号, as written
    std::string text = {};
    std::optional<base::Decimal> share = {};  // per cent of the indicators' points

    friend bool operator==(const Goal&, const Goal&) = default;
};

// A figure the report needs beside the indicators, with its definition (支撑数据).
struct SupportingMeasure {
    std::string code = {};
    std::string name = {};
    MeasureText measure = {};
    std::string definition = {};
    std::string unit = {};
    std::optional<int> decimals = {};

    friend bool operator==(const SupportingMeasure&, const SupportingMeasure&) = default;
};

// Written into 实际完成值 or 内容, it takes back what was entered before. Nothing that was entered is deleted.
inline constexpr std::string_view take_back_word = "撤回";

// What a person enters for an indicator (人工填报): an actual value where nothing measures it, the band of a
// qualitative indicator, the score as it was published. An entry that says nothing takes the one before back.
struct Entry {
    std::string code = {};
    std::string actual = {};
    std::string band = {};
    std::string published = {};
    std::string remark = {};

    bool is_taken_back() const { return actual.empty() && band.empty() && published.empty() && remark.empty(); }
    friend bool operator==(const Entry&, const Entry&) = default;
};

enum class NoteKind { cause, excess, measure };  // 偏差原因 超额说明 改进措施

struct Note {
    std::string code = {};
    NoteKind kind = NoteKind::cause;
    std::string text = {};

    bool is_taken_back() const { return text.empty(); }
    friend bool operator==(const Note&, const Note&) = default;
};

// A file kept in the data folder under its digest.
struct Evidence {
    std::string code = {};
    std::string file_name = {};
    std::string digest = {};
    std::int64_t bytes = 0;

    friend bool operator==(const Evidence&, const Evidence&) = default;
};

// What a year is evaluated by: as first set, and what changed it.
struct Targets {
    std::vector<Goal> goals = {};
    std::vector<IndicatorSetting> indicators = {};
    std::vector<SupportingMeasure> supports = {};
    std::vector<RevisionChange> revisions = {};

    bool empty() const { return indicators.empty(); }
    friend bool operator==(const Targets&, const Targets&) = default;
};

std::string_view to_text(NoteKind kind);  // cause, excess, measure
std::string_view chinese(NoteKind kind);
base::Result<NoteKind> parse_note_kind(std::string_view text);  // the same words, or the Chinese ones of the workbook

// SM3 over all of it: what the audit record names as before and after.
std::string digest_of(const Targets& targets);

// The text of a weight in hundredths of a point and back: "5", "7.5". Refuses indicators.weight.malformed (no number
// between 0 and 100 with at most two decimals).
base::Result<std::int64_t> parse_hundredths(const std::string& text);
std::string hundredths_text(std::int64_t hundredths);

}  // namespace indicators
