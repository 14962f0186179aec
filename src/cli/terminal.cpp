// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal.h"

#include <algorithm>
#include <map>

#include "base/grouped.h"
#include "cli/words.h"

namespace cli {

namespace {

using Catalogue = std::map<std::string, std::string, std::less<>>;

Catalogue parsed(std::string_view folder)
{
    Catalogue catalogue;
    for (const WordsFile& file : words_files()) {
        if (file.folder != folder) continue;
        std::string_view rest = file.text;
        while (!rest.empty()) {
            const auto end = std::min(rest.find('\n'), rest.size());
            const std::string_view line = rest.substr(0, end);
            rest.remove_prefix(std::min(end + 1, rest.size()));
            const auto equals = line.find(" = ");
            if (line.empty() || line.front() == '#' || equals == std::string_view::npos) continue;
            catalogue.emplace(line.substr(0, equals), line.substr(equals + 3));
        }
    }
    return catalogue;
}

const Catalogue& catalogue_of(Language language)
{
    static const Catalogue chinese = parsed("zh-CN");
    static const Catalogue english = parsed("en");
    return language == Language::chinese ? chinese : english;
}

void put(std::string& text, const std::string& mark, const std::string& value)
{
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
        text.replace(at, mark.size(), value);
}

// {amount:grouped} is an amount as people read it.
std::string filled(std::string text, const base::ErrorArgs& args)
{
    for (const auto& [name, value] : args) {
        put(text, "{" + name + "}", value);
        put(text, "{" + name + ":grouped}", base::grouped(value));
    }
    return text;
}

}  // namespace

bool has_sentence(Language language, const std::string& code)
{
    return catalogue_of(language).contains(code);
}

std::string sentence(Language language, const std::string& code, const base::ErrorArgs& args)
{
    const auto& catalogue = catalogue_of(language);
    const auto found = catalogue.find(code);
    if (found != catalogue.end()) return filled(found->second, args);
    std::string bare = code;
    for (const auto& [name, value] : args) bare += " " + name + "=" + value;
    return bare;
}

int display_width(std::string_view utf8)
{
    int width = 0;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        if ((byte & 0xC0U) == 0x80U) continue;
        // From U+1100 on (three bytes, E1 84 80) letters of our texts are wide, but for punctuation such as … — “ ”.
        const bool narrow_punctuation = byte == 0xE2;
        width += byte >= 0xE1 && !narrow_punctuation ? 2 : 1;
    }
    return width;
}

void print_table(std::ostream& out, const std::vector<TableColumn>& columns,
                 const std::vector<std::vector<std::string>>& rows)
{
    std::vector<int> widths;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        int width = display_width(columns[c].title);
        for (const auto& row : rows)
            if (c < row.size()) width = std::max(width, display_width(row[c]));
        widths.push_back(width);
    }
    const auto print_row = [&](const std::vector<std::string>& cells) {
        std::string line;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const std::string text = c < cells.size() ? cells[c] : std::string{};
            const std::string gap(static_cast<std::size_t>(widths[c] - display_width(text)), ' ');
            if (c > 0) line += "  ";
            line += columns[c].side == Side::left ? text + gap : gap + text;
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out << line << '\n';
    };
    std::vector<std::string> titles;
    std::vector<std::string> rules;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        titles.push_back(columns[c].title);
        rules.emplace_back(static_cast<std::size_t>(widths[c]), '-');
    }
    print_row(titles);
    print_row(rules);
    for (const auto& row : rows) print_row(row);
}

}  // namespace cli
