// SPDX-License-Identifier: Apache-2.0
#include "base/seal.h"

#include <memory>
#include <stdexcept>

#include <openssl/evp.h>

#include "base/random.h"
#include "base/sm3.h"

namespace base {

namespace {

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

constexpr std::size_t key_bytes = 32;
constexpr std::size_t nonce_bytes = 12;
constexpr std::size_t tag_bytes = 16;

const unsigned char* bytes_of(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytes_of(std::string& text)
{
    return reinterpret_cast<unsigned char*>(text.data());
}

void sealing_did(int openssl_result)
{
    if (openssl_result != 1) throw std::runtime_error("AES-256-GCM failed");
}

}  // namespace

SealKey::SealKey(std::string key) : key_{std::move(key)}, id_{sm3(key_).substr(0, 8)}
{
    if (key_.size() != key_bytes) throw std::invalid_argument("a key to seal with has 32 bytes");
}

std::string SealKey::seal(std::string_view plain, std::string_view place) const
{
    const Cipher cipher{EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free};
    const std::string nonce = random_bytes(nonce_bytes);
    std::string text(plain.size(), '\0');
    std::string tag(tag_bytes, '\0');
    int length = 0;
    sealing_did(EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytes_of(key_), bytes_of(nonce)));
    sealing_did(EVP_EncryptUpdate(cipher.get(), nullptr, &length, bytes_of(place), static_cast<int>(place.size())));
    sealing_did(
        EVP_EncryptUpdate(cipher.get(), bytes_of(text), &length, bytes_of(plain), static_cast<int>(plain.size())));
    sealing_did(EVP_EncryptFinal_ex(cipher.get(), nullptr, &length));
    sealing_did(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, int{tag_bytes}, tag.data()));
    return "1." + id_ + "." + hex(nonce + text + tag);
}

std::optional<std::string> SealKey::open(std::string_view sealed, std::string_view place) const
{
    const std::string head = "1." + id_ + ".";
    if (!sealed.starts_with(head)) return std::nullopt;
    const auto bytes = bytes_of_hex(sealed.substr(head.size()));
    if (!bytes || bytes->size() < nonce_bytes + tag_bytes) return std::nullopt;
    const std::string nonce = bytes->substr(0, nonce_bytes);
    const std::string text = bytes->substr(nonce_bytes, bytes->size() - nonce_bytes - tag_bytes);
    std::string tag = bytes->substr(bytes->size() - tag_bytes);
    std::string plain(text.size(), '\0');
    const Cipher cipher{EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free};
    int length = 0;
    sealing_did(EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytes_of(key_), bytes_of(nonce)));
    sealing_did(EVP_DecryptUpdate(cipher.get(), nullptr, &length, bytes_of(place), static_cast<int>(place.size())));
    sealing_did(
        EVP_DecryptUpdate(cipher.get(), bytes_of(plain), &length, bytes_of(text), static_cast<int>(text.size())));
    sealing_did(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, int{tag_bytes}, tag.data()));
    if (EVP_DecryptFinal_ex(cipher.get(), nullptr, &length) != 1) return std::nullopt;
    return plain;
}

}  // namespace base
