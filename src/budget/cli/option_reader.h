// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "budget/core/document.h"
#include "budget/core/month.h"
#include "budget/import_cells.h"
#include "cli/program.h"

namespace budget {

// Reads what was written behind the options of a command, in the forms that workbooks may have too. Says every mistake
// at once, each behind its option; the value that could not be read is an empty one.
class OptionReader {
public:
    OptionReader(const cli::Input& input, cli::Terminal& terminal);

    bool is_readable() const { return is_readable_; }  // so far
    base::FiscalYear year() const { return year_; }    // --year
    std::string text(const std::string& name) const;   // without blanks around it
    base::Date date(const std::string& name);
    base::Money amount(const std::string& name);               // in --unit, 元 or 万元
    std::optional<Month> month(const std::string& name);       // none where the option is not there
    std::optional<MonthSpan> months();                         // --from and --to: both or none
    std::int64_t entry(const std::string& name);               // 1 where the option is not there
    std::vector<DocumentLine> lines(const std::string& name);  // each P01=5000.00, in --unit
    // By its Chinese word or the one in JSON. Refuses budget.cli.kind_unknown.
    template <class Kinds>
    typename Kinds::value_type kind(const std::string& name, const Kinds& kinds)
    {
        std::string choices;
        for (const auto known : kinds) {
            if (text(name) == chinese(known) || text(name) == to_text(known)) return known;
            choices += (choices.empty() ? "" : "、") + std::string{chinese(known)};
        }
        refuse(name,
               {base::ErrorKind::invalid, "budget.cli.kind_unknown", {{"text", text(name)}, {"choices", choices}}});
        return kinds.front();
    }

private:
    template <class T>
    T parsed(const std::string& name, base::Result<T> result)
    {
        if (result) return *result;
        refuse(name, result.error());
        return T{};
    }
    void refuse(const std::string& name, const base::Error& error);
    void read_unit();

    const cli::Input& input_;
    cli::Terminal& terminal_;
    base::FiscalYear year_;
    AmountUnit unit_ = AmountUnit::yuan;
    bool is_readable_ = true;
};

}  // namespace budget
