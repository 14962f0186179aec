// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "sql/value.h"

namespace sql {

// A statement that grows by the conditions somebody asked for: the only place where its text depends on a question.
// Conditions are fixed texts of ours; whatever comes from outside is bound.
class Where {
public:
    // `statement` has a WHERE already: every question names its organisation.
    Where(std::string_view statement, Parameters parameters) : text_{statement}, parameters_{std::move(parameters)} {}

    Where& with(std::string_view condition, const Parameters& parameters);
    Where& with_if(bool is_asked, std::string_view condition, const Parameters& parameters)
    {
        return is_asked ? with(condition, parameters) : *this;
    }

    std::string text(std::string_view end = {}) const { return text_ + std::string{end}; }
    const Parameters& parameters() const { return parameters_; }

private:
    std::string text_;
    Parameters parameters_;
};

}  // namespace sql
