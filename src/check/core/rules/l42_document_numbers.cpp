// SPDX-License-Identifier: Apache-2.0
// L42: the number of an official document is 机关代字〔year〕n号: hexagonal brackets, no leading zero, no 第
// (GB/T 9704-2012).
#include <re2/re2.h>

#include "check/core/rules/all.h"

namespace check {

void find_wrong_document_numbers(const Material& material, Found& findings)
{
    static const RE2 number{
        "(\\p{Han}{2,8}\\s*([〔（(\\[【［])\\s*20\\d\\d\\s*年?\\s*([〕）)\\]】］])\\s*(第?)\\s*(0*)\\d{1,4}\\s*号)"};
    for (const Block& block : material.text.blocks) {
        re2::StringPiece rest{block.text};
        re2::StringPiece words;
        std::string open;
        std::string close;
        std::string ordinal;
        std::string zeros;
        while (RE2::FindAndConsume(&rest, number, &words, &open, &close, &ordinal, &zeros)) {
            if (open == "〔" && close == "〕" && ordinal.empty() && zeros.empty()) continue;
            const Place place =
                place_of(block, static_cast<std::size_t>(words.data() - block.text.data()), words.size());
            findings.push_back({"L42", "check.l42.number", Severity::note, {{"text", place.quote}}, {place}, {}});
        }
    }
}

}  // namespace check
