// SPDX-License-Identifier: Apache-2.0
#include "check/http/report_json.h"

#include <array>

#include <boost/json.hpp>

#include "base/instant.h"
#include "check/core/locate.h"
#include "check/findings_json.h"

namespace check {

namespace json = boost::json;

namespace {

constexpr std::array<std::string_view, 3> kinds{"heading", "paragraph", "row"};
constexpr std::array<std::string_view, 6> measures{"money", "area", "per_cent", "points", "count", "time"};

json::value text_or_null(const std::string& text)
{
    return text.empty() ? json::value(nullptr) : json::value(text);
}

// From bytes to code points, of each block once.
class Letters {
public:
    explicit Letters(const ReportText& text) : text_{text}, before_(text.blocks.size()) {}

    // The letters before that byte.
    std::int64_t before(std::size_t block, std::size_t byte)
    {
        std::vector<std::int64_t>& counted = before_[block];
        const std::string& text = text_.blocks[block].text;
        if (counted.empty()) {
            counted.push_back(0);
            for (const char one : text)
                counted.push_back(counted.back() + ((static_cast<unsigned char>(one) & 0xC0U) != 0x80U ? 1 : 0));
        }
        return counted[std::min(byte, text.size())];
    }
    void put(json::object& object, std::size_t block, std::size_t at, std::size_t size)
    {
        object["block"] = block;
        object["at"] = before(block, at);
        object["size"] = before(block, at + size) - before(block, at);
    }

private:
    const ReportText& text_;
    std::vector<std::vector<std::int64_t>> before_;
};

json::object block_json(const Block& block, std::size_t index, Letters& letters)
{
    const Spot first = block.stretches.empty() ? Spot{} : block.stretches.front().spot;
    json::array cells;
    for (const TableCell& cell : block.cells) {
        json::object one{{"column", cell.column}};
        letters.put(one, index, cell.at, cell.size);
        one.erase("block");
        cells.push_back(std::move(one));
    }
    return {{"kind", kinds[static_cast<std::size_t>(block.kind)]},
            {"text", block.text},
            {"line", first.line},
            {"page", first.page},
            {"sheet", text_or_null(first.sheet)},
            {"table", block.table},
            {"cells", std::move(cells)}};
}

json::object claim_json(const Claim& claim, Letters& letters)
{
    json::object object{{"value", claim.value.to_string()},
                        {"unit", text_or_null(claim.unit)},
                        {"measure", measures[static_cast<std::size_t>(claim.measure)]},
                        {"sign", text_or_null(claim.sign)},
                        {"about", claim.is_about},
                        {"label", text_or_null(claim.label)}};
    letters.put(object, claim.block, claim.at, claim.size);
    return object;
}

json::array places_json(const Finding& finding, const Locator& locator, Letters& letters, const Words& words)
{
    json::array places;
    for (const Place& place : finding.places) {
        json::object one = to_json(place);
        one["words"] = place_words(place, words);
        one["block"] = one["at"] = one["size"] = nullptr;
        if (const auto found = locator.find(place)) letters.put(one, found->block, found->at, place.quote.size());
        places.push_back(std::move(one));
    }
    return places;
}

json::array findings_json(const Checked& checked, Letters& letters, const Words& words)
{
    const Locator locator{checked.text};
    const std::vector<std::string> keys = keys_of(checked.findings);
    json::array findings;
    for (std::size_t i = 0; i < checked.findings.size(); ++i) {
        const Finding& finding = checked.findings[i];
        json::array numbers;
        for (const std::string& number : finding.numbers) numbers.emplace_back(number);
        const auto& waiver = checked.waivers[i];
        findings.push_back(
            json::object{{"finding", keys[i]},
                         {"rule", finding.rule},
                         {"severity", to_string(finding.severity)},
                         {"message", words.sentence(finding.code, finding.args)},
                         {"places", places_json(finding, locator, letters, words)},
                         {"numbers", std::move(numbers)},
                         {"fact", finding.fact ? json::value(to_json(*finding.fact)) : json::value(nullptr)},
                         {"waiver", waiver ? json::value(to_json(*waiver)) : json::value(nullptr)}});
    }
    return findings;
}

}  // namespace

json::object to_json(const ReportSummary& summary)
{
    return {{"report", summary.id.text()},
            {"name", summary.file.name},
            {"digest", summary.file.digest},
            {"bytes", summary.file.bytes},
            {"run", summary.file.run ? json::value(*summary.file.run) : json::value(nullptr)},
            {"claims_count", summary.claims},
            {"errors", summary.errors},
            {"warnings", summary.warnings},
            {"notes", summary.notes},
            {"open_errors", summary.open_errors},
            {"account", summary.account},
            {"checked_at", base::instant_text(summary.checked_ms)}};
}

json::object to_json(const KeptReport& kept, const Words& words)
{
    const ReportText& text = kept.checked.text;
    Letters letters{text};
    json::array blocks;
    for (std::size_t i = 0; i < text.blocks.size(); ++i) blocks.push_back(block_json(text.blocks[i], i, letters));
    json::array claims;
    for (const Claim& claim : kept.checked.claims) claims.push_back(claim_json(claim, letters));
    json::object object = to_json(kept.summary);
    object["blocks"] = std::move(blocks);
    object["claims"] = std::move(claims);
    object["findings"] = findings_json(kept.checked, letters, words);
    json::array remarks;  // "notes" counts the findings of that severity
    for (const std::string& note : kept.checked.notes) remarks.emplace_back(words.sentence(note, {}));
    object["remarks"] = std::move(remarks);
    return object;
}

}  // namespace check
