// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace holdings {

// One value of an enum and its word in SQL and JSON, and in Chinese.
template <class E>
struct Word {
    E value;
    std::string_view word;
    std::string_view chinese;
};

template <class E, std::size_t N>
std::string word_of(const std::array<Word<E>, N>& all, E value)
{
    for (const Word<E>& one : all)
        if (one.value == value) return std::string{one.word};
    throw std::logic_error("a value without a word");
}

template <class E, std::size_t N>
std::string chinese_of(const std::array<Word<E>, N>& all, E value)
{
    for (const Word<E>& one : all)
        if (one.value == value) return std::string{one.chinese};
    throw std::logic_error("a value without a word");
}

template <class E, std::size_t N>
std::optional<E> value_of(const std::array<Word<E>, N>& all, std::string_view word)
{
    for (const Word<E>& one : all)
        if (one.word == word) return one.value;
    return std::nullopt;
}

// Word and value of each, as requests are read.
template <class E, std::size_t N>
std::vector<std::pair<std::string_view, E>> words_in(const std::array<Word<E>, N>& all)
{
    std::vector<std::pair<std::string_view, E>> words;
    for (const Word<E>& one : all) words.emplace_back(one.word, one.value);
    return words;
}

}  // namespace holdings
