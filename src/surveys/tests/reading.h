// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/result.h"
#include "surveys/core/survey.h"

namespace surveys {

template <class T>
std::string code_of(const base::Result<T>& result)
{
    return result ? std::string{} : result.error().code;
}

inline base::Date day(const char* text)
{
    return base::Date::parse(text).value();
}

// A rating, a choice and a text.
inline Survey sample()
{
    Survey survey;
    survey.title = "示例问卷";
    survey.audience = "用餐人员";
    survey.subject = "示例食堂";
    survey.from = day("2026-01-01");
    survey.until = day("2026-01-31");
    survey.questions = {{"Q1", "总体", Kind::rating, {}, true},
                        {"Q2", "时段", Kind::choice, {"早", "午"}},
                        {"Q3", "意见", Kind::text, {}}};
    return survey;
}

}  // namespace surveys
