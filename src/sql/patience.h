// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace sql {

// How long somebody waits for a PostgreSQL server that says nothing. Whoever answers a person gives up after
// `longest_silence`, and the server itself ends a statement that takes longer than `longest_statement`; whoever works
// in the background waits for as long as the server still answers others. SQLite works in this process.
enum class Patience { request, work };

constexpr std::chrono::seconds longest_silence{10};
constexpr std::chrono::seconds longest_statement{8};  // less, so that a server that is well answers first
constexpr std::chrono::seconds longest_connecting{3};

}  // namespace sql
