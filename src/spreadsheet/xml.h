// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "spreadsheet/byte_source.h"

namespace spreadsheet {

// The attributes of one element, names with their prefix cut off: r:id is found as "id" only by prefixed().
class Attributes {
public:
    explicit Attributes(const char** pairs) : pairs_{pairs} {}
    std::optional<std::string_view> find(std::string_view name) const;
    std::optional<std::string_view> prefixed(std::string_view local_name) const;

private:
    const char** pairs_;
};

// Told of each element and each piece of text, in order. A piece is not a whole text: append them.
// Prefixes are cut off: some programs write <x:row>.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void start(std::string_view name, const Attributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view piece) = 0;

    bool is_finished() const { return is_finished_; }
    const std::optional<base::Error>& refusal() const { return refusal_; }

    // Bytes of the document: a tag with its marks, or a piece of text as it is written there. The end of an element
    // without content (<w:br/>) has none, behind its tag.
    struct Stretch {
        std::size_t at = 0;
        std::size_t size = 0;
        std::size_t end() const { return at + size; }
    };
    void stand_at(Stretch stretch) { stretch_ = stretch; }

protected:
    Stretch stretch() const { return stretch_; }  // of what is being told
    void finish() { is_finished_ = true; }        // enough was seen; reading ends without error
    void refuse(base::Error error);

private:
    Stretch stretch_;
    bool is_finished_ = false;
    std::optional<base::Error> refusal_;
};

// Reads one XML document to its end or until the handler has enough; `part` is its name in refusals. Exceptions of
// the handler come out unchanged.
// Refuses spreadsheet.file.doctype (no DOCTYPE is ever read: it is the root of entity bombs and of reading foreign
// files), spreadsheet.file.bad_xml, and what the source or the handler refuses.
base::Result<void> read_xml(ByteSource& source, const std::string& part, XmlHandler& handler);

}  // namespace spreadsheet
