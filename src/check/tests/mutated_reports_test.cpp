// SPDX-License-Identifier: Apache-2.0
// Reports of the corpus with letters changed, lost, doubled and moved, the same ones on every run: whatever is read, no
// rule breaks down, and every quote is a piece of its line.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "check/tests/check_text.h"
#include "chinese/letters.h"

namespace check {
namespace {

std::vector<std::string> reports_of_corpus()
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::directory_iterator{std::filesystem::path{SOURCE_FOLDER} / "tests/check/corpus"})
        if (entry.path().extension() != ".json") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<std::string> texts;
    for (const std::filesystem::path& file : files) {
        std::ifstream in{file};
        texts.emplace_back(std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{});
    }
    return texts;
}

std::string mutated(std::mt19937& random, const std::string& text, const std::string& other)
{
    std::vector<std::string> letters;
    for (const chinese::Letter& letter : chinese::letters(text)) letters.push_back(text.substr(letter.at, letter.size));
    const std::vector<chinese::Letter> foreign = chinese::letters(other);
    const std::array<std::string, 14> marks{"9", "０",   ".",  "，",   "|",  "\n", "（",
                                            "%", "万元", "：", "其中", "\f", "≥",  "年"};
    for (std::size_t changes = 1 + random() % 12; changes > 0 && letters.size() > 2; --changes) {
        const std::size_t at = random() % letters.size();
        const chinese::Letter& letter = foreign[random() % foreign.size()];
        switch (random() % 5) {
            case 0: letters.erase(letters.begin() + static_cast<std::ptrdiff_t>(at)); break;
            case 1: letters[at] = marks[random() % marks.size()]; break;
            case 2: letters[at] += letters[at]; break;
            case 3: letters[at] = other.substr(letter.at, letter.size); break;
            default: std::swap(letters[at], letters[random() % letters.size()]);
        }
    }
    std::string joined;
    for (const std::string& letter : letters) joined += letter;
    return joined;
}

// What fuzzing asks, too: a quote stands in its line, from its column on.
void expect_quotes_in_their_lines(const std::string& text)
{
    std::vector<std::string> lines(1);
    for (const char letter : text) {
        if (letter == '\n')
            lines.emplace_back();
        else
            lines.back() += letter;
    }
    const CheckedText checked{text};
    for (const Finding& finding : checked.findings())
        for (const Place& place : finding.places) {
            ASSERT_GE(place.spot.line, 1U) << finding.rule << '\n' << text;
            ASSERT_LE(place.spot.line, lines.size()) << finding.rule << '\n' << text;
            ASSERT_NE(lines[place.spot.line - 1].find(place.quote), std::string::npos)
                << finding.rule << " «" << place.quote << "»\n"
                << text;
        }
}

TEST(MutatedReports, TenThousandBreakNothing)
{
    const std::vector<std::string> texts = reports_of_corpus();
    ASSERT_GE(texts.size(), 180U);
    std::mt19937 random{20241231};
    for (int round = 0; round < 10'000 && !testing::Test::HasFatalFailure(); ++round) {
        const std::string& text = texts[random() % texts.size()];
        expect_quotes_in_their_lines(mutated(random, text, texts[random() % texts.size()]));
    }
}

}  // namespace
}  // namespace check
