// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace base {

enum class ErrorKind { invalid, not_found, forbidden, conflict };

using ErrorArgs = std::vector<std::pair<std::string, std::string>>;

// An outcome the caller is expected to handle. `code` is stable and machine-readable; the words people read are
// looked up from it at the edge (cli/words), so that the core stays free of language.
struct Error {
    ErrorKind kind;
    std::string code;
    ErrorArgs args = {};
};

// tl::expected is not [[nodiscard]] by itself; a Result that nobody looks at must not compile.
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
    using tl::expected<T, Error>::expected;
};

inline tl::unexpected<Error> fail(ErrorKind kind, std::string code, ErrorArgs args = {})
{
    return tl::unexpected<Error>(Error{kind, std::move(code), std::move(args)});
}

}  // namespace base

// TRY_ASSIGN(auto plan, plans.find(id));   returns the error to the caller, or binds the value
#define TRY_NAME_JOIN(a, b) a##b
#define TRY_NAME(a, b) TRY_NAME_JOIN(a, b)
#define TRY_ASSIGN(declaration, expression) TRY_ASSIGN_AS(declaration, expression, TRY_NAME(try_result_, __LINE__))
#define TRY_ASSIGN_AS(declaration, expression, result)                            \
    auto result = (expression);                                                   \
    if (!result) return tl::unexpected<::base::Error>(std::move(result).error()); \
    declaration = *std::move(result)
// TRY(check(x));   returns the error to the caller, or goes on
#define TRY(expression) TRY_AS(expression, TRY_NAME(try_result_, __LINE__))
#define TRY_AS(expression, result) \
    if (auto result = (expression); !result) return tl::unexpected<::base::Error>(std::move(result).error())
