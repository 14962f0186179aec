// SPDX-License-Identifier: Apache-2.0
#include "check/docx_anchors.h"

#include <algorithm>
#include <map>
#include <optional>

#include "spreadsheet/byte_source.h"

namespace check {

namespace {

using Stretch = spreadsheet::XmlHandler::Stretch;

// A run (w:r), and a text (w:t) that stands in it itself.
struct RunTag {
    Stretch tag;
    Stretch looks;  // w:rPr, if any
    std::size_t content = 0;
};
struct TextTag {
    Stretch tag;
    std::size_t end = 0;  // where its end tag begins
    std::size_t run = 0;
    bool is_text_alone = true;  // else it is no text of the format and is not divided
};

// Reads the lines, and beside them which run each text belongs to. Words in a text box are passed over: Word keeps no
// comments there.
class Runs : public DocxBody {
public:
    std::vector<RunTag> runs;
    std::vector<TextTag> texts;
    Stretch root;

    void start(std::string_view name, const spreadsheet::Attributes& attributes) override
    {
        if (names_.empty()) root = stretch();
        if (name == "txbxContent") ++boxes_;
        if (!names_.empty() && names_.back() == "t" && !texts.empty()) texts.back().is_text_alone = false;
        const bool in_run = !names_.empty() && names_.back() == "r";
        if (name == "r") {
            open_.push_back(runs.size());
            runs.push_back({stretch(), {}, stretch().end()});
        } else if (name == "rPr" && in_run) {
            runs[open_.back()].looks = stretch();
        } else if (name == "t" && in_run && boxes_ == 0) {
            texts.push_back({stretch(), stretch().end(), open_.back()});
        }
        names_.emplace_back(name);
        DocxBody::start(name, attributes);
    }

    void end(std::string_view name) override
    {
        names_.pop_back();
        const bool in_run = !names_.empty() && names_.back() == "r";
        if (name == "txbxContent") --boxes_;
        if (name == "r") {
            open_.pop_back();
        } else if (name == "rPr" && in_run) {
            RunTag& run = runs[open_.back()];
            run.looks.size = stretch().end() - run.looks.at;
            run.content = stretch().end();
        } else if (name == "t" && in_run && boxes_ == 0) {
            texts.back().end = stretch().at;
        }
        DocxBody::end(name);
    }

private:
    std::vector<std::string> names_;
    std::vector<std::size_t> open_;
    int boxes_ = 0;
};

// "w:r" of "<w:r w:rsidR=…>".
std::string_view name_in(std::string_view tag)
{
    tag.remove_prefix(1);
    return tag.substr(0, tag.find_first_of(" \t\r\n/>"));
}

std::string_view prefix_of(std::string_view name)
{
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? "" : name.substr(0, colon);
}

bool is_within_a_letter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::string mark(std::string_view prefix, std::string_view name, const std::string& comment)
{
    // An attribute has a namespace only by a prefix.
    const bool has_prefix = !prefix.empty();
    std::string text{"<"};
    if (has_prefix) text.append(prefix).append(":");
    text.append(name);
    if (!has_prefix) text.append(" xmlns:w=\"").append(word_namespace).append("\"");
    return text.append(" ").append(has_prefix ? prefix : "w").append(":id=\"").append(comment).append("\"/>");
}

class Divider {
public:
    explicit Divider(const std::string& xml) : xml_{xml} {}

    base::Result<void> read()
    {
        spreadsheet::MemorySource source{xml_};
        TRY(spreadsheet::read_xml(source, docx_body_part, runs_));
        // A text box begins and ends within a paragraph.
        pieces_ = runs_.pieces();
        std::stable_sort(pieces_.begin(), pieces_.end(),
                         [](const DocxPiece& a, const DocxPiece& b) { return a.paragraph < b.paragraph; });
        return {};
    }

    void add(const Anchor& anchor)
    {
        const auto words = words_of(anchor);
        if (!words) return;
        marks_[words->at].starts.push_back(anchor.comment);
        marks_[words->end()].ends.push_back(anchor.comment);
    }

    std::string divided() const
    {
        std::map<std::size_t, std::string> insertions;
        for (const auto& [at, marks] : marks_) insert(insertions, at, marks);
        std::string result;
        std::size_t done = 0;
        for (const auto& [at, text] : insertions) {
            result.append(xml_, done, at - done).append(text);
            done = at;
        }
        return result.append(xml_, done);
    }

private:
    struct Marks {
        std::vector<std::string> ends, starts;
    };

    const TextTag* text_at(std::size_t at) const
    {
        auto found = std::upper_bound(runs_.texts.begin(), runs_.texts.end(), at,
                                      [](std::size_t byte, const TextTag& text) { return byte < text.tag.end(); });
        if (found == runs_.texts.begin()) return nullptr;
        --found;
        return at <= found->end && found->is_text_alone ? &*found : nullptr;
    }

    // A formula (m:r) has its own runs, which no comment may divide.
    bool can_hold(const DocxPiece& piece) const
    {
        const TextTag* const text = text_at(piece.in_file.at);
        if (!text) return false;
        const std::string_view xml = xml_;
        const Stretch& run = runs_.runs[text->run].tag;
        return prefix_of(name_in(xml.substr(run.at, run.size))) ==
               prefix_of(name_in(xml.substr(runs_.root.at, runs_.root.size)));
    }

    // From the first to behind the last letter in the file. A piece that is not written as it reads (&amp;) is whole.
    std::optional<Stretch> words_of(const Anchor& anchor) const
    {
        const auto less = [](const DocxPiece& piece, std::size_t number) { return piece.paragraph < number; };
        const auto first = std::lower_bound(pieces_.begin(), pieces_.end(), anchor.paragraph, less);
        std::optional<Stretch> words;
        for (auto piece = first; piece != pieces_.end() && piece->paragraph == anchor.paragraph; ++piece) {
            const bool is_plain = piece->size == piece->in_file.size;
            const std::size_t from = std::max(anchor.at, piece->at);
            const std::size_t to = std::min(anchor.at + anchor.size, piece->at + piece->size);
            if (from >= to || !can_hold(*piece)) continue;
            std::size_t begin = piece->in_file.at + (is_plain ? from - piece->at : 0);
            std::size_t end = is_plain ? piece->in_file.at + (to - piece->at) : piece->in_file.end();
            while (begin > piece->in_file.at && is_within_a_letter(xml_[begin])) --begin;
            while (end < piece->in_file.end() && is_within_a_letter(xml_[end])) ++end;
            if (!words) words = {begin, 0};
            words->size = end - words->at;
        }
        if (words) return words;
        // Nothing to be marked there: the nearest words behind it, or the first ones.
        for (auto piece = first; piece != pieces_.end(); ++piece)
            if (can_hold(*piece)) return piece->in_file;
        for (const DocxPiece& piece : pieces_)
            if (can_hold(piece)) return piece.in_file;
        return std::nullopt;
    }

    void insert(std::map<std::size_t, std::string>& insertions, std::size_t at, const Marks& marks) const
    {
        const TextTag& text = *text_at(at);
        const RunTag& run = runs_.runs[text.run];
        const std::string_view xml = xml_;
        const std::string_view run_name = name_in(xml.substr(run.tag.at, run.tag.size));
        const std::string_view text_name = name_in(xml.substr(text.tag.at, text.tag.size));
        const std::string_view prefix = prefix_of(run_name);
        const std::string looks{xml.substr(run.looks.at, run.looks.size)};
        const std::string run_end = "</" + std::string{run_name} + ">";
        const std::string text_end = "</" + std::string{text_name} + ">";

        std::string between;
        for (const std::string& comment : marks.ends) {
            between += mark(prefix, "commentRangeEnd", comment);
            between += "<" + std::string{run_name} + ">" + mark(prefix, "commentReference", comment) + run_end;
        }
        for (const std::string& comment : marks.starts) between += mark(prefix, "commentRangeStart", comment);

        // Where a run begins or ends with the words it need not be divided.
        if (at == text.tag.end() && text.tag.at == run.content) {
            insertions[run.tag.at] += between;
        } else if (xml.substr(at).starts_with(text_end + run_end)) {
            insertions[at + text_end.size() + run_end.size()] += between;
        } else {
            // A blank where the words are divided is one of theirs.
            const std::string_view tag = xml.substr(text.tag.at, text.tag.size);
            if (tag.find("xml:space") == std::string_view::npos)
                insertions[text.tag.end() - 1] = " xml:space=\"preserve\"";
            insertions[at] += text_end + run_end + between + "<" + std::string{run_name} + ">" + looks + "<" +
                              std::string{text_name} + " xml:space=\"preserve\">";
        }
    }

    const std::string& xml_;
    Runs runs_;
    std::vector<DocxPiece> pieces_;       // by paragraph
    std::map<std::size_t, Marks> marks_;  // by the byte before which they stand
};

}  // namespace

base::Result<DocxPlaces> docx_places(const std::string& document_xml, DocxStyles styles)
{
    DocxBody body{std::move(styles)};
    spreadsheet::MemorySource source{document_xml};
    TRY(spreadsheet::read_xml(source, docx_body_part, body));
    return DocxPlaces{body.lines(), body.pieces()};
}

bool can_hold_anchors(const std::string& document_xml)
{
    return document_xml.find("<![CDATA[") == std::string::npos &&
           document_xml.find(word_namespace) != std::string::npos;
}

base::Result<std::string> with_anchors(const std::string& document_xml, const std::vector<Anchor>& anchors)
{
    if (!can_hold_anchors(document_xml)) return document_xml;
    Divider divider{document_xml};
    TRY(divider.read());
    for (const Anchor& anchor : anchors) divider.add(anchor);
    return divider.divided();
}

}  // namespace check
