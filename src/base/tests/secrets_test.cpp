// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "base/hmac.h"
#include "base/key_file.h"
#include "base/password_hash.h"
#include "base/random.h"
#include "base/seal.h"

namespace base {
namespace {

// RFC 2202, test cases 1 and 2.
TEST(Hmac, Sha1FollowsRfc2202)
{
    EXPECT_EQ(hex(hmac_sha1(std::string(20, '\x0b'), "Hi There")), "b617318655057264e28bc0b6fb378c8ef146be00");
    EXPECT_EQ(hex(hmac_sha1("Jefe", "what do ya want for nothing?")), "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
}

// As `openssl dgst -sm3 -hmac KEY` gives it: the chain over audit records can be checked without this program.
TEST(Hmac, Sm3IsWhatOpensslSays)
{
    EXPECT_EQ(hmac_sm3("key", "message"), "34c90b291a80b7fd7f2be43d683935bab9d149164666c4ef8857c815cf2ef832");
}

TEST(Hex, GoesBothWaysAndRefusesAnythingElse)
{
    const std::string bytes{"\x00\x7f\xff\x10", 4};
    EXPECT_EQ(bytes_of_hex(hex(bytes)), bytes);
    EXPECT_EQ(bytes_of_hex(""), "");
    EXPECT_FALSE(bytes_of_hex("0"));
    EXPECT_FALSE(bytes_of_hex("0g"));
    EXPECT_FALSE(bytes_of_hex("-1"));
    EXPECT_FALSE(bytes_of_hex(" 1"));
}

TEST(SealKey, OpensOnlyForItsPlaceAndItsKey)
{
    const SealKey key{random_bytes(32)};
    const std::string sealed = key.seal("秘密", "person/a/secret");
    EXPECT_EQ(key.open(sealed, "person/a/secret"), "秘密");
    EXPECT_FALSE(key.open(sealed, "person/b/secret"));
    EXPECT_FALSE(SealKey{random_bytes(32)}.open(sealed, "person/a/secret"));
    EXPECT_EQ(sealed.find("秘密"), std::string::npos);
    EXPECT_EQ(key.open(key.seal("", "x"), "x"), "");
}

TEST(SealKey, NoticesEveryChangedLetter)
{
    const SealKey key{random_bytes(32)};
    const std::string sealed = key.seal("12345678901234567890", "x");
    for (std::size_t at = 0; at < sealed.size(); ++at) {
        std::string changed = sealed;
        changed[at] = changed[at] == '0' ? '1' : '0';
        if (changed != sealed) {
            EXPECT_FALSE(key.open(changed, "x")) << at;
        }
    }
    EXPECT_FALSE(key.open(sealed.substr(0, sealed.size() - 2), "x"));
    EXPECT_FALSE(key.open("", "x"));
}

TEST(SealKey, NeverSealsTwiceAlike)
{
    const SealKey key{random_bytes(32)};
    std::set<std::string> all;
    for (int i = 0; i < 10'000; ++i) all.insert(key.seal("same", "x"));
    EXPECT_EQ(all.size(), 10'000U);
}

class KeyFileTest : public testing::Test {
protected:
    void TearDown() override { std::filesystem::remove_all(folder); }

    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("keys" + std::to_string(::getpid()) + random_hex(4));
    std::filesystem::path file = folder / "one.key";
};

TEST_F(KeyFileTest, IsMadeOnceAndReadableByItsOwnerAlone)
{
    const std::string key = key_from(file);
    EXPECT_EQ(key.size(), 32U);
    EXPECT_EQ(key_from(file), key);
    struct stat about = {};
    ASSERT_EQ(::stat(file.c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777U, 0600U);
    ASSERT_EQ(::stat(folder.c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777U, 0700U);
    EXPECT_NE(key_from(folder / "other.key"), key);
}

TEST_F(KeyFileTest, IsRefusedWhenOthersMayReadItOrItIsCut)
{
    key_from(file);
    ASSERT_EQ(::chmod(file.c_str(), 0640), 0);
    EXPECT_THROW(key_from(file), std::runtime_error);
    ASSERT_EQ(::chmod(file.c_str(), 0600), 0);
    std::filesystem::resize_file(file, 31);
    EXPECT_THROW(key_from(file), std::runtime_error);
    std::filesystem::resize_file(file, 33);
    EXPECT_THROW(key_from(file), std::runtime_error);
}

constexpr HashCost cheap{.memory_kib = 64, .passes = 1};

// From the test vectors of the reference implementation (PHC, version 0x13).
TEST(PasswordHash, ReadsTheReferenceVector)
{
    const std::string hash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    EXPECT_TRUE(password_matches("password", hash));
    EXPECT_FALSE(password_matches("passwore", hash));
    EXPECT_TRUE(is_made_with(hash, HashCost{}));
}

TEST(PasswordHash, SaysWhatItWasMadeWithAndNeverRepeats)
{
    const std::string hash = password_hash("一二三 a", cheap);
    EXPECT_TRUE(password_matches("一二三 a", hash));
    EXPECT_FALSE(password_matches("一二三 A", hash));
    EXPECT_NE(password_hash("一二三 a", cheap), hash);
    EXPECT_TRUE(is_made_with(hash, cheap));
    EXPECT_FALSE(is_made_with(hash, {.memory_kib = 64, .passes = 2}));
    EXPECT_FALSE(is_made_with(hash, {.memory_kib = 640, .passes = 1}));
    EXPECT_FALSE(password_matches("x", "not a hash"));
    EXPECT_FALSE(password_matches("", ""));
}

}  // namespace
}  // namespace base
