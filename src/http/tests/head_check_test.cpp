// SPDX-License-Identifier: Apache-2.0
#include "http/head_check.h"

#include <gtest/gtest.h>

namespace http {
namespace {

struct Case {
    const char* name;
    std::string head;
    HeadFault expected;
};

std::string many_fields(int count)
{
    std::string head = "GET / HTTP/1.1\r\nHost: a\r\n";
    for (int i = 1; i < count; ++i) head += "X-" + std::to_string(i) + ": 1\r\n";
    return head + "\r\n";
}

std::string long_target(std::size_t length)
{
    return "GET /" + std::string(length - 1, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n";
}

class CheckHead : public testing::TestWithParam<Case> {};

TEST_P(CheckHead, SeesWhatIsWrong)
{
    EXPECT_EQ(check_head(GetParam().head, HeadLimits{}), GetParam().expected);
}

using namespace std::string_literals;

INSTANTIATE_TEST_SUITE_P(
    Http, CheckHead,
    testing::Values(
        Case{"Plain", "GET /a?b=c HTTP/1.1\r\nHost: a\r\nAccept: */*\r\n\r\n", HeadFault::none},
        Case{"Http10WithoutHost", "GET / HTTP/1.0\r\n\r\n", HeadFault::none},
        Case{"Http11WithoutHost", "GET / HTTP/1.1\r\n\r\n", HeadFault::no_host},
        Case{"TwoHosts", "GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n", HeadFault::no_host},
        Case{"Length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n", HeadFault::none},
        Case{"LengthTwice", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\n",
             HeadFault::length_twice},
        Case{"LengthIsAList", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5, 5\r\n\r\n", HeadFault::length_twice},
        Case{"LengthIsSigned", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +5\r\n\r\n", HeadFault::length_twice},
        Case{"LengthIsEmpty", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length:\r\n\r\n", HeadFault::length_twice},
        Case{"Chunked", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", HeadFault::none},
        Case{"LengthAndChunked",
             "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
             HeadFault::length_and_chunked},
        Case{"OtherCoding", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
             HeadFault::coding_unknown},
        Case{"HiddenCoding",
             "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: \x0b"
             "chunked\r\n\r\n",
             HeadFault::malformed},
        Case{"BlankBeforeColon", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length : 5\r\n\r\n", HeadFault::malformed},
        Case{"FoldedLine", "GET / HTTP/1.1\r\nHost: a\r\nX: 1\r\n 2\r\n\r\n", HeadFault::malformed},
        Case{"BareLineFeed", "GET / HTTP/1.1\r\nHost: a\nX: 1\r\n\r\n", HeadFault::malformed},
        Case{"BareReturn", "GET / HTTP/1.1\r\nHost: a\rX: 1\r\n\r\n", HeadFault::malformed},
        Case{"NulInField", "GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n"s, HeadFault::malformed},
        Case{"NoName", "GET / HTTP/1.1\r\nHost: a\r\n: 1\r\n\r\n", HeadFault::malformed},
        Case{"BlankInTarget", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", HeadFault::malformed},
        Case{"TabInTarget", "GET /a\tb HTTP/1.1\r\nHost: a\r\n\r\n", HeadFault::malformed},
        Case{"NoTarget", "GET  HTTP/1.1\r\nHost: a\r\n\r\n", HeadFault::malformed},
        Case{"Http2", "PRI * HTTP/2.0\r\n\r\n", HeadFault::version_unknown},
        Case{"LowerCaseVersion", "GET / http/1.1\r\nHost: a\r\n\r\n", HeadFault::version_unknown},
        Case{"NoLine", "\r\n", HeadFault::malformed}, Case{"NoEnd", "GET / HTTP/1.1\r\nHost: a", HeadFault::malformed},
        Case{"MostFields", many_fields(100), HeadFault::none},
        Case{"OneFieldMore", many_fields(101), HeadFault::too_many_fields},
        Case{"LongestTarget", long_target(8 * 1024), HeadFault::none},
        Case{"OneLetterMore", long_target(8 * 1024 + 1), HeadFault::target_too_long}),
    [](const auto& test) { return std::string{test.param.name}; });

}  // namespace
}  // namespace http
