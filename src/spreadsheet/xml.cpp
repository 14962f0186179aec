// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/xml.h"

#include <expat.h>

#include <exception>
#include <memory>

namespace spreadsheet {

using base::ErrorKind;
using base::fail;

namespace {

constexpr int deepest_nesting = 128;
// One tag or one entity may not be longer: expat keeps an unfinished one in memory and reads it again with each chunk.
constexpr XML_Index longest_token_bytes = 4 << 20;

std::string_view local(std::string_view name)
{
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// The callbacks below are called by C code: what a handler throws waits here until expat has returned.
class Reading {
public:
    Reading(XML_Parser parser, XmlHandler& handler) : parser_{parser}, handler_{handler} {}

    template <class Deed>
    void run(Deed deed) noexcept
    {
        if (is_stopped_) return;  // expat may deliver one more event after it was stopped
        try {
            handler_.stand_at({static_cast<std::size_t>(XML_GetCurrentByteIndex(parser_)),
                               static_cast<std::size_t>(XML_GetCurrentByteCount(parser_))});
            deed(handler_);
        } catch (...) {
            thrown_ = std::current_exception();
        }
        if (thrown_ || handler_.is_finished() || handler_.refusal()) stop();
    }
    void enter()
    {
        if (++depth_ > deepest_nesting) stop();
    }
    void leave() { --depth_; }
    void meet_doctype()
    {
        has_doctype_ = true;
        stop();
    }

    bool is_stopped() const { return is_stopped_; }
    base::Result<void> outcome(const std::string& part) const
    {
        if (thrown_) std::rethrow_exception(thrown_);
        if (has_doctype_) return fail(ErrorKind::invalid, "spreadsheet.file.doctype", {{"part", part}});
        if (handler_.refusal()) return tl::unexpected<base::Error>(*handler_.refusal());
        if (handler_.is_finished()) return {};
        return bad_xml(part);
    }
    base::Result<void> bad_xml(const std::string& part) const
    {
        return fail(ErrorKind::invalid, "spreadsheet.file.bad_xml",
                    {{"part", part}, {"line", std::to_string(XML_GetCurrentLineNumber(parser_))}});
    }

private:
    void stop()
    {
        is_stopped_ = true;
        XML_StopParser(parser_, XML_FALSE);
    }

    XML_Parser parser_;
    XmlHandler& handler_;
    std::exception_ptr thrown_;
    int depth_ = 0;
    bool has_doctype_ = false;
    bool is_stopped_ = false;
};

Reading& reading_of(void* data)
{
    return *static_cast<Reading*>(data);
}

void on_start(void* data, const char* name, const char** attributes)
{
    reading_of(data).enter();
    reading_of(data).run([&](XmlHandler& handler) { handler.start(local(name), Attributes{attributes}); });
}

void on_end(void* data, const char* name)
{
    reading_of(data).leave();
    reading_of(data).run([&](XmlHandler& handler) { handler.end(local(name)); });
}

void on_text(void* data, const char* piece, int length)
{
    const std::string_view text{piece, static_cast<std::size_t>(length)};
    reading_of(data).run([&](XmlHandler& handler) { handler.text(text); });
}

void on_doctype(void* data, const char*, const char*, const char*, int)
{
    reading_of(data).meet_doctype();
}

}  // namespace

std::optional<std::string_view> Attributes::find(std::string_view name) const
{
    for (const char** pair = pairs_; *pair; pair += 2)
        if (name == *pair) return pair[1];
    return std::nullopt;
}

std::optional<std::string_view> Attributes::prefixed(std::string_view local_name) const
{
    for (const char** pair = pairs_; *pair; pair += 2) {
        const std::string_view name{*pair};
        if (name.size() > local_name.size() && local(name) == local_name) return pair[1];
    }
    return std::nullopt;
}

void XmlHandler::refuse(base::Error error)
{
    if (!refusal_) refusal_ = std::move(error);
}

base::Result<void> read_xml(ByteSource& source, const std::string& part, XmlHandler& handler)
{
    const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser{XML_ParserCreate(nullptr),
                                                                              &XML_ParserFree};
    if (!parser) throw std::bad_alloc{};
    Reading reading{parser.get(), handler};
    XML_SetUserData(parser.get(), &reading);
    XML_SetElementHandler(parser.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);

    XML_Index fed = 0;
    while (true) {
        void* const buffer = XML_GetBuffer(parser.get(), static_cast<int>(chunk_bytes));
        if (!buffer) throw std::bad_alloc{};
        TRY_ASSIGN(const std::size_t count, source.read(static_cast<char*>(buffer), chunk_bytes));
        fed += static_cast<XML_Index>(count);
        const XML_Status status = XML_ParseBuffer(parser.get(), static_cast<int>(count), count == 0);
        if (reading.is_stopped()) return reading.outcome(part);
        if (status != XML_STATUS_OK || fed - XML_GetCurrentByteIndex(parser.get()) > longest_token_bytes)
            return reading.bad_xml(part);
        if (count == 0) return {};
    }
}

}  // namespace spreadsheet
