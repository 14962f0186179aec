// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace cli {

enum class Language { chinese, english };
enum class Format { table, json };

// A text in both languages of the product.
struct Text {
    std::string chinese;
    std::string english;

    const std::string& in(Language language) const { return language == Language::chinese ? chinese : english; }
};

// The sentence for a code, its {args} filled in, from src/cli/words. A code without words comes back as
// "code (name=value, …)", and tests/arch fails for it.
std::string sentence(Language language, const std::string& code, const base::ErrorArgs& args);
bool has_sentence(Language language, const std::string& code);

// Where a command writes: answers to `out`, messages to `err`.
struct Terminal {
    std::ostream& out;
    std::ostream& err;
    Format format = Format::table;
    Language language = Language::chinese;
    bool color = false;
    bool quiet = false;
    bool live = false;  // `err` is a screen on which a line can be written over

    std::string words(const std::string& code, const base::ErrorArgs& args = {}) const
    {
        return sentence(language, code, args);
    }
    std::string words(const base::Error& error) const { return sentence(language, error.code, error.args); }
    const std::string& say(const Text& text) const { return text.in(language); }
    void note(const std::string& line) const
    {
        if (!quiet) err << line << '\n';
    }
    void notes(const std::vector<std::string>& codes) const
    {
        for (const std::string& code : codes) note(words(code));
    }
};

enum class Side { left, right };

struct TableColumn {
    std::string title;
    Side side = Side::left;
};

// Aligned columns; a Chinese letter counts as two.
void print_table(std::ostream& out, const std::vector<TableColumn>& columns,
                 const std::vector<std::vector<std::string>>& rows);

int display_width(std::string_view utf8);

}  // namespace cli
