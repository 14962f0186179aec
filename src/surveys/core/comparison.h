// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "surveys/core/results.h"

namespace surveys {

// What two intervals say of the difference between two shares. Ends that meet overlap.
enum class Verdict { no_answers, overlap, higher, lower };
inline constexpr std::array verdicts{base::Named<Verdict>{Verdict::no_answers, "no_answers", "没有答卷"},
                                     base::Named<Verdict>{Verdict::overlap, "overlap", "区间重叠"},
                                     base::Named<Verdict>{Verdict::higher, "higher", "提高"},
                                     base::Named<Verdict>{Verdict::lower, "lower", "降低"}};

// A rating that both surveys ask, before and after.
struct ComparedQuestion {
    std::string text = {};
    bool is_main = false;  // of the later survey
    Tally before = {};
    Tally after = {};

    // Of the shares as they are printed, in percentage points; none where nobody answered one of them.
    std::optional<base::Decimal> difference() const;
    Verdict verdict() const;
};

// One questionnaire, asked twice.
struct Comparison {
    Survey before = {};
    Survey after = {};
    std::vector<ComparedQuestion> questions = {};  // in the order of the later survey
    std::vector<std::string> only_before = {};     // texts of ratings that the other does not ask
    std::vector<std::string> only_after = {};
};

// A survey and what was answered.
struct Asked {
    Survey survey = {};
    std::vector<RatingResult> ratings = {};
};
// The earlier one by its first day, then by its number, is before. Ratings are the same where their texts are; a text
// that stands several times is taken in order. Refuses surveys.comparison.same {number}.
base::Result<Comparison> compare(Asked one, Asked other);

}  // namespace surveys
