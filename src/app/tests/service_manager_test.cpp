// SPDX-License-Identifier: Apache-2.0
#include "app/serve/service_manager.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "base/file_descriptor.h"
#include "base/random.h"

namespace app {
namespace {

// What a service manager at the address hears; nothing where nobody speaks to it.
std::string heard_at(const std::string& address, std::size_t length, const std::string& named)
{
    const base::FileDescriptor ear{::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)};
    sockaddr_un place{};
    place.sun_family = AF_UNIX;
    std::memcpy(place.sun_path, address.data(), length);
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + length);
    EXPECT_EQ(::bind(ear.number(), reinterpret_cast<const sockaddr*>(&place), size), 0);
    ::setenv("NOTIFY_SOCKET", named.c_str(), 1);
    tell_service_manager("READY=1");
    ::unsetenv("NOTIFY_SOCKET");
    std::array<char, 64> word{};
    const ssize_t count = ::recv(ear.number(), word.data(), word.size(), 0);
    return count < 0 ? "" : std::string{word.data(), static_cast<std::size_t>(count)};
}

TEST(ServiceManager, HearsThatTheServerIsReady)
{
    const std::string file = std::filesystem::temp_directory_path() / ("notify" + base::random_hex(4));
    EXPECT_EQ(heard_at(file, file.size(), file), "READY=1");
    std::filesystem::remove(file);
}

TEST(ServiceManager, HearsItUnderANameThatIsNoFile)
{
    const std::string name = "mingji" + base::random_hex(8);
    EXPECT_EQ(heard_at(std::string(1, '\0') + name, name.size() + 1, "@" + name), "READY=1");
}

// 107 letters fit beside the closing zero; one more would have to be cut off, and is left alone.
TEST(ServiceManager, IsNotTheAddressThatDoesNotFit)
{
    const std::string name = "mingji" + base::random_hex(50) + "a";  // 107
    EXPECT_EQ(heard_at(std::string(1, '\0') + name.substr(1), 107, "@" + name.substr(1)), "READY=1");
    EXPECT_EQ(heard_at(std::string(1, '\0') + name.substr(1), 107, "@" + name), "");
}

TEST(ServiceManager, IsNotMissedWhereThereIsNone)
{
    ::unsetenv("NOTIFY_SOCKET");
    tell_service_manager("READY=1");
    ::setenv("NOTIFY_SOCKET", "/nowhere/at/all", 1);
    tell_service_manager("READY=1");
    ::unsetenv("NOTIFY_SOCKET");
    SUCCEED();
}

}  // namespace
}  // namespace app
