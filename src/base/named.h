// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace base {

// One value of an enum, its word in SQL and JSON, and the word that people write in workbooks.
template <class E>
struct Named {
    E value;
    std::string_view word;
    std::string_view chinese;
};

template <class E, std::size_t N>
const Named<E>& named(const std::array<Named<E>, N>& all, E value)
{
    for (const Named<E>& one : all)
        if (one.value == value) return one;
    throw std::logic_error("a value without a name");
}

template <class E, std::size_t N>
std::optional<E> of_word(const std::array<Named<E>, N>& all, std::string_view word)
{
    for (const Named<E>& one : all)
        if (one.word == word) return one.value;
    return std::nullopt;
}

template <class E, std::size_t N>
std::optional<E> of_chinese(const std::array<Named<E>, N>& all, std::string_view word)
{
    for (const Named<E>& one : all)
        if (one.chinese == word) return one.value;
    return std::nullopt;
}

// Word and value of each, as requests are read.
template <class E, std::size_t N>
std::vector<std::pair<std::string_view, E>> words_of(const std::array<Named<E>, N>& all)
{
    std::vector<std::pair<std::string_view, E>> words;
    for (const Named<E>& one : all) words.emplace_back(one.word, one.value);
    return words;
}

// What a workbook offers to choose from.
template <class E, std::size_t N>
std::vector<std::string> chinese_words_of(const std::array<Named<E>, N>& all)
{
    std::vector<std::string> words;
    for (const Named<E>& one : all) words.emplace_back(one.chinese);
    return words;
}

}  // namespace base
