// SPDX-License-Identifier: Apache-2.0
#include "base/certificate.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>

#include <fmt/format.h>

namespace base {

namespace {

template <class T, void (*Free)(T*)>
struct Freed {
    void operator()(T* thing) const { Free(thing); }
};
void free_bio(BIO* bio)
{
    BIO_free_all(bio);
}
void free_names(GENERAL_NAMES* names)
{
    GENERAL_NAMES_free(names);
}
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY, EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509, X509_free>>;
using Names = std::unique_ptr<GENERAL_NAMES, Freed<GENERAL_NAMES, free_names>>;
using Text = std::unique_ptr<BIO, Freed<BIO, free_bio>>;

// OpenSSL refuses only for want of memory, or of entropy.
void must(bool is_done, const char* what)
{
    if (!is_done) throw std::runtime_error(std::string{"OpenSSL: "} + what);
}

bool is_address(const std::string& name)
{
    ASN1_OCTET_STRING* const address = a2i_IPADDRESS(name.c_str());
    ASN1_OCTET_STRING_free(address);
    return address != nullptr;
}

bool is_label(std::string_view label)
{
    constexpr std::size_t most = 63;  // RFC 1035, 2.3.4
    const auto is_letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    };
    return !label.empty() && label.size() <= most && label.front() != '-' && label.back() != '-' &&
           std::all_of(label.begin(), label.end(), is_letter);
}

Names names_of(const std::vector<std::string>& hosts)
{
    Names names{GENERAL_NAMES_new()};
    must(names != nullptr, "names");
    for (const std::string& host : hosts) {
        GENERAL_NAME* const name = GENERAL_NAME_new();
        must(name && sk_GENERAL_NAME_push(names.get(), name) > 0, "name");
        if (ASN1_OCTET_STRING* const address = a2i_IPADDRESS(host.c_str())) {
            GENERAL_NAME_set0_value(name, GEN_IPADD, address);
            continue;
        }
        ASN1_IA5STRING* const text = ASN1_IA5STRING_new();
        must(text && ASN1_STRING_set(text, host.data(), static_cast<int>(host.size())) == 1, "host");
        GENERAL_NAME_set0_value(name, GEN_DNS, text);
    }
    return names;
}

void add_extension(X509* certificate, int kind, const char* value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* const extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
    const bool is_added = extension && X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    must(is_added, "extension");
}

void set_serial(X509* certificate)
{
    std::array<unsigned char, 16> bytes{};
    must(RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) == 1, "random");
    bytes[0] = static_cast<unsigned char>((bytes[0] & 0x7FU) | 0x40U);  // positive, and never shorter
    BIGNUM* const number = BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr);
    const bool is_set = number && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate));
    BN_free(number);
    must(is_set, "serial number");
}

void set_name_and_time(X509* certificate, const std::string& host, std::int64_t now_seconds, std::int64_t days)
{
    constexpr std::size_t most = 64;  // of a common name: X.520, ub-common-name
    constexpr std::int64_t day_seconds = 86'400;
    X509_NAME* const name = X509_get_subject_name(certificate);
    const std::string common = host.substr(0, most);
    must(X509_NAME_add_entry_by_NID(name, NID_commonName, MBSTRING_ASC,
                                    reinterpret_cast<const unsigned char*>(common.data()),
                                    static_cast<int>(common.size()), -1, 0) == 1 &&
             X509_set_issuer_name(certificate, name) == 1,
         "subject");
    must(ASN1_TIME_set(X509_getm_notBefore(certificate), static_cast<time_t>(now_seconds)) &&
             ASN1_TIME_set(X509_getm_notAfter(certificate), static_cast<time_t>(now_seconds + days * day_seconds)),
         "validity");
}

std::string text_of(BIO* text)
{
    char* bytes = nullptr;
    const long size = BIO_get_mem_data(text, &bytes);
    return {bytes, static_cast<std::size_t>(size)};
}

std::string fingerprint_of(X509* certificate)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    must(X509_digest(certificate, EVP_sha256(), digest.data(), &size) == 1, "fingerprint");
    std::string text;
    for (unsigned i = 0; i < size; ++i) text += fmt::format("{}{:02X}", i == 0 ? "" : ":", digest.at(i));
    return text;
}

}  // namespace

bool is_host(const std::string& name)
{
    constexpr std::size_t most = 253;
    if (is_address(name)) return true;
    if (name.size() > most) return false;
    std::string_view rest = name;
    while (true) {
        const auto dot = rest.find('.');
        if (!is_label(rest.substr(0, dot))) return false;
        if (dot == std::string_view::npos) return true;
        rest.remove_prefix(dot + 1);
    }
}

Result<SelfSigned> self_signed(const std::vector<std::string>& hosts, std::int64_t now_seconds, std::int64_t days)
{
    constexpr std::int64_t most_days = 3650;
    if (hosts.empty()) return fail(ErrorKind::invalid, "certificate.host.missing");
    for (const std::string& host : hosts)
        if (!is_host(host)) return fail(ErrorKind::invalid, "certificate.host.malformed", {{"host", host}});
    if (days < 1 || days > most_days)
        return fail(ErrorKind::invalid, "certificate.days.out_of_range", {{"most", std::to_string(most_days)}});
    const Key key{EVP_EC_gen("P-256")};
    const Certificate certificate{X509_new()};
    must(key && certificate && X509_set_version(certificate.get(), X509_VERSION_3) == 1 &&
             X509_set_pubkey(certificate.get(), key.get()) == 1,
         "key");
    set_serial(certificate.get());
    set_name_and_time(certificate.get(), hosts.front(), now_seconds, days);
    add_extension(certificate.get(), NID_basic_constraints, "critical,CA:FALSE");
    add_extension(certificate.get(), NID_key_usage, "critical,digitalSignature");
    add_extension(certificate.get(), NID_ext_key_usage, "serverAuth");
    add_extension(certificate.get(), NID_subject_key_identifier, "hash");
    must(X509_add1_ext_i2d(certificate.get(), NID_subject_alt_name, names_of(hosts).get(), 0, 0) == 1, "names");
    must(X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0, "signature");
    const Text key_text{BIO_new(BIO_s_mem())};
    const Text certificate_text{BIO_new(BIO_s_mem())};
    must(PEM_write_bio_PrivateKey(key_text.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1 &&
             PEM_write_bio_X509(certificate_text.get(), certificate.get()) == 1,
         "PEM");
    return SelfSigned{text_of(key_text.get()), text_of(certificate_text.get()), fingerprint_of(certificate.get())};
}

}  // namespace base
