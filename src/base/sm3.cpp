// SPDX-License-Identifier: Apache-2.0
#include "base/sm3.h"

#include <array>
#include <stdexcept>

#include <openssl/evp.h>

namespace base {

namespace {

// Fetching an algorithm costs more than hashing a short record, so it is fetched once.
const EVP_MD* algorithm()
{
    static EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SM3", nullptr);
    if (!fetched) throw std::runtime_error("this OpenSSL has no SM3");
    return fetched;
}

void require(int openssl_result)
{
    if (openssl_result != 1) throw std::runtime_error("SM3 failed");
}

std::string hexadecimal(const std::array<unsigned char, 32>& bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(64);
    for (const unsigned char byte : bytes) {
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

}  // namespace

struct Sm3::State {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

Sm3::Sm3() : state_{std::make_unique<State>()}
{
    require(EVP_DigestInit_ex(state_->context.get(), algorithm(), nullptr));
}

Sm3::~Sm3() = default;

void Sm3::add(std::string_view bytes)
{
    require(EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()));
}

void Sm3::add_field(std::string_view field)
{
    add(std::to_string(field.size()) + ":");
    add(field);
}

std::string Sm3::finish()
{
    std::array<unsigned char, 32> bytes{};
    require(EVP_DigestFinal_ex(state_->context.get(), bytes.data(), nullptr));
    return hexadecimal(bytes);
}

std::string sm3(std::string_view bytes)
{
    Sm3 digest;
    digest.add(bytes);
    return digest.finish();
}

}  // namespace base
