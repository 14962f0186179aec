// SPDX-License-Identifier: Apache-2.0
#include "identity/core/password.h"

#include <algorithm>
#include <array>

#include "base/digit.h"
#include "chinese/letters.h"

namespace identity {

using base::is_digit;

namespace {

// A longer decoration is a secret of its own.
constexpr std::size_t most_decoration = 8;
// The alphabet, and a keyboard from left to right and from top to bottom.
constexpr std::array<std::string_view, 14> rows{"abcdefghijklmnopqrstuvwxyz",
                                                "1234567890",
                                                "qwertyuiop",
                                                "asdfghjkl",
                                                "zxcvbnm",
                                                "1qaz",
                                                "2wsx",
                                                "3edc",
                                                "4rfv",
                                                "5tgb",
                                                "6yhn",
                                                "7ujm",
                                                "8ik",
                                                "9ol"};

bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

std::string in_small_letters(std::string_view text)
{
    std::string small{text};
    for (char& c : small)
        if (is_capital(c)) c = static_cast<char>(c - 'A' + 'a');
    return small;
}

// Where people put a sign or a digit for a letter.
std::string look_alikes_undone(std::string text)
{
    constexpr std::array<std::pair<char, char>, 9> pairs{
        {{'@', 'a'}, {'4', 'a'}, {'0', 'o'}, {'1', 'l'}, {'!', 'i'}, {'3', 'e'}, {'5', 's'}, {'$', 's'}, {'7', 't'}}};
    for (char& c : text)
        for (const auto& [sign, letter] : pairs)
            if (c == sign) c = letter;
    return text;
}

int classes_of(std::string_view text)
{
    bool has_small = false;
    bool has_capital = false;
    bool has_digit = false;
    bool has_other = false;
    for (const char c : text) {
        has_small = has_small || is_small(c);
        has_capital = has_capital || is_capital(c);
        has_digit = has_digit || is_digit(c);
        has_other = has_other || (!is_small(c) && !is_capital(c) && !is_digit(c));
    }
    return int{has_small} + int{has_capital} + int{has_digit} + int{has_other};
}

// The key under a sign that is typed with Shift.
char key_of(char c)
{
    constexpr std::string_view shifted = ")!@#$%^&*(";
    const auto digit = shifted.find(c);
    return digit == std::string_view::npos ? c : static_cast<char>('0' + digit);
}

bool are_neighbours(char a, char b)
{
    if (a == b) return true;
    for (const std::string_view row : rows) {
        const auto here = row.find(a);
        const auto there = row.find(b);
        if (here == std::string_view::npos || there == std::string_view::npos) continue;
        if (here + 1 == there || there + 1 == here) return true;
    }
    return false;
}

// How often the next letter is not the neighbour of the one before.
std::size_t surprises_in(std::string_view small)
{
    std::size_t surprises = 0;
    for (std::size_t i = 1; i < small.size(); ++i)
        if (!are_neighbours(key_of(small[i - 1]), key_of(small[i]))) ++surprises;
    return surprises;
}

bool is_word_in_decoration(const CommonPasswords& common, const std::string& text)
{
    if (common.contains(text)) return true;
    const auto first = std::find_if(text.begin(), text.end(), is_small);
    const auto last = std::find_if(text.rbegin(), text.rend(), is_small).base();
    if (first >= last) return false;
    const std::string word{first, last};
    return text.size() - word.size() <= most_decoration && common.contains(word);
}

// Any run of `length` letters of the account.
bool holds_piece(std::string_view small, std::string_view account, std::size_t length)
{
    if (length == 0 || account.size() < length) return false;
    for (std::size_t at = 0; at + length <= account.size(); ++at)
        if (small.find(account.substr(at, length)) != std::string_view::npos) return true;
    return false;
}

tl::unexpected<base::Error> refused(const char* reason, base::ErrorArgs args = {})
{
    return base::fail(base::ErrorKind::invalid, std::string{"identity.password."} + reason, std::move(args));
}

}  // namespace

bool is_common(const CommonPasswords& common, std::string_view password)
{
    const std::string small = in_small_letters(password);
    constexpr std::size_t least_surprises = 3;
    if (surprises_in(small) < least_surprises) return true;
    if (std::set<char>(small.begin(), small.end()).size() < 5) return true;
    // Decoration first: the digits behind a word are no letters of it. Then what stands for letters inside it.
    if (is_word_in_decoration(common, small)) return true;
    const auto first = std::find_if(small.begin(), small.end(), is_small);
    const auto last = std::find_if(small.rbegin(), small.rend(), is_small).base();
    if (first < last && is_word_in_decoration(common, look_alikes_undone({first, last}))) return true;
    return is_word_in_decoration(common, look_alikes_undone(small));
}

base::Result<void> check_password(const PasswordProfile& profile, const CommonPasswords& common,
                                  const PasswordOwner& owner, std::string_view password)
{
    const std::size_t letters = chinese::letter_count(password);
    const std::size_t least =
        owner.has_second_factor ? profile.least_letters_with_second_factor : profile.least_letters;
    if (letters < least) return refused("too_short", {{"least", std::to_string(least)}});
    if (letters > profile.most_letters) return refused("too_long", {{"most", std::to_string(profile.most_letters)}});
    if (classes_of(password) < profile.least_classes)
        return refused("too_few_classes", {{"least", std::to_string(profile.least_classes)}});
    const std::string small = in_small_letters(password);
    if (holds_piece(small, in_small_letters(owner.account), profile.account_piece))
        return refused("holds_account", {{"piece", std::to_string(profile.account_piece)}});
    std::vector<std::string> words{"mingji", "明绩"};
    words.insert(words.end(), owner.words.begin(), owner.words.end());
    words.push_back(owner.account);
    for (const std::string& word : words) {
        const bool says_something = word.size() >= 4;  // four Latin letters or two Chinese ones
        if (says_something && small.find(in_small_letters(word)) != std::string::npos)
            return refused("holds_context", {{"word", word}});
    }
    if (is_common(common, password)) return refused("common");
    return {};
}

}  // namespace identity
