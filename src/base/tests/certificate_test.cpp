// SPDX-License-Identifier: Apache-2.0
#include "base/certificate.h"

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>

#include <gtest/gtest.h>

namespace base {
namespace {

constexpr std::int64_t now = 1'795'000'000;

std::shared_ptr<X509> read(const std::string& pem)
{
    BIO* const text = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
    X509* const certificate = PEM_read_bio_X509(text, nullptr, nullptr, nullptr);
    BIO_free(text);
    return {certificate, X509_free};
}

TEST(Certificate, IsGoodForItsNamesAndForNoOther)
{
    const auto made = self_signed({"mingji.example.lan", "jixiao", "10.1.2.3", "fd00::1"}, now, 825).value();
    const auto certificate = read(made.certificate);
    ASSERT_TRUE(certificate);
    const auto fits = [&](const char* host) { return X509_check_host(certificate.get(), host, 0, 0, nullptr) == 1; };
    EXPECT_TRUE(fits("mingji.example.lan"));
    EXPECT_TRUE(fits("jixiao"));
    EXPECT_FALSE(fits("example.lan"));
    EXPECT_FALSE(fits("other.example.lan"));
    EXPECT_EQ(X509_check_ip_asc(certificate.get(), "10.1.2.3", 0), 1);
    EXPECT_EQ(X509_check_ip_asc(certificate.get(), "fd00::1", 0), 1);
    EXPECT_EQ(X509_check_ip_asc(certificate.get(), "10.1.2.4", 0), 0);
    EXPECT_EQ(X509_verify(certificate.get(), X509_get0_pubkey(certificate.get())), 1);
    EXPECT_EQ(X509_check_ca(certificate.get()), 0);
    EXPECT_EQ(X509_check_purpose(certificate.get(), X509_PURPOSE_SSL_SERVER, 0), 1);
    EXPECT_EQ(X509_check_purpose(certificate.get(), X509_PURPOSE_SSL_CLIENT, 0), 0);
    EXPECT_EQ(made.fingerprint.size(), 32U * 3 - 1);
}

TEST(Certificate, EndsAfterItsDays)
{
    const auto certificate = read(self_signed({"x"}, now, 1).value().certificate);
    const auto compare = [&](const ASN1_TIME* when, std::int64_t seconds) {
        return ASN1_TIME_cmp_time_t(when, static_cast<time_t>(seconds));
    };
    EXPECT_EQ(compare(X509_get0_notBefore(certificate.get()), now), 0);
    EXPECT_EQ(compare(X509_get0_notAfter(certificate.get()), now + 86'400), 0);
}

TEST(Certificate, NoTwoAreAlike)
{
    const auto one = self_signed({"x"}, now, 1).value();
    const auto other = self_signed({"x"}, now, 1).value();
    EXPECT_NE(one.key, other.key);
    EXPECT_NE(X509_cmp(read(one.certificate).get(), read(other.certificate).get()), 0);
}

TEST(Certificate, WhatIsNoHostIsRefused)
{
    EXPECT_EQ(self_signed({}, now, 1).error().code, "certificate.host.missing");
    for (const char* const wrong :
         {"", ".", "a..b", "-a", "a-", "a b", "a,DNS:evil", "*.lan", "https://a", "明绩", "a_b"})
        EXPECT_EQ(self_signed({wrong}, now, 1).error().code, "certificate.host.malformed") << wrong;
    EXPECT_TRUE(is_host(std::string(63, 'a') + ".lan"));
    EXPECT_FALSE(is_host(std::string(64, 'a') + ".lan"));
    for (const std::int64_t days : {0, 3651, -1})
        EXPECT_EQ(self_signed({"x"}, now, days).error().code, "certificate.days.out_of_range");
    EXPECT_TRUE(self_signed({"x"}, now, 3650));
}

}  // namespace
}  // namespace base
