// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/shared_strings.h"

#include <charconv>

#include "base/utf8.h"
#include "spreadsheet/xml.h"

namespace spreadsheet {

using base::ErrorKind;

namespace {

class SharedStringsHandler : public XmlHandler {
public:
    explicit SharedStringsHandler(const Limits& limits) : limits_{limits} {}

    void start(std::string_view name, const Attributes&) override
    {
        if (name == "si") text_.clear();
        if (name == "rPh") ++phonetic_;
        takes_text_ = name == "t" && phonetic_ == 0;
    }
    void end(std::string_view name) override
    {
        takes_text_ = false;
        if (name == "rPh") --phonetic_;
        if (name != "si") return;
        unescape(text_);
        strings.add(text_);
        if (strings.bytes() > limits_.shared_text_bytes)
            refuse({ErrorKind::invalid, "spreadsheet.file.too_much_text", {}});
    }
    void text(std::string_view piece) override
    {
        if (!takes_text_) return;
        text_ += piece;
        if (text_.size() > limits_.cell_bytes)
            refuse({ErrorKind::invalid, "spreadsheet.cell.too_long", {{"place", "sharedStrings.xml"}}});
    }

    SharedStrings strings;

private:
    const Limits& limits_;
    std::string text_;
    int phonetic_ = 0;
    bool takes_text_ = false;
};

// The value of "_xHHHH_" at the front of `text`, or -1.
long escaped_unit(std::string_view text)
{
    if (text.size() < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_') return -1;
    long unit = 0;
    const auto [end, error] = std::from_chars(text.data() + 2, text.data() + 6, unit, 16);
    const bool is_surrogate = unit >= 0xD800 && unit <= 0xDFFF;
    return error == std::errc{} && end == text.data() + 6 && unit >= 0 && !is_surrogate ? unit : -1;
}

}  // namespace

std::optional<std::string_view> SharedStrings::find(std::uint64_t index) const
{
    if (index >= ends_.size()) return std::nullopt;
    const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
    return std::string_view{texts_}.substr(begin, ends_[index] - begin);
}

void SharedStrings::add(std::string_view text)
{
    texts_ += text;
    ends_.push_back(static_cast<std::uint32_t>(texts_.size()));
}

base::Result<SharedStrings> read_shared_strings(ByteSource& source, const std::string& part, const Limits& limits)
{
    SharedStringsHandler handler{limits};
    TRY(read_xml(source, part, handler));
    return std::move(handler.strings);
}

void unescape(std::string& text)
{
    std::size_t at = text.find("_x");
    if (at == std::string::npos) return;
    std::string plain = text.substr(0, at);
    while (at < text.size()) {
        const long unit = text[at] == '_' ? escaped_unit(std::string_view{text}.substr(at)) : -1;
        if (unit >= 0)
            base::append_utf8(plain, static_cast<char32_t>(unit));
        else
            plain += text[at];
        at += unit >= 0 ? 7 : 1;
    }
    text = std::move(plain);
}

}  // namespace spreadsheet
