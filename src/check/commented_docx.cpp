// SPDX-License-Identifier: Apache-2.0
#include "check/commented_docx.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "base/utf8.h"
#include "check/core/locate.h"
#include "check/docx_anchors.h"
#include "check/docx_comments.h"
#include "check/extension.h"
#include "document/text.h"
#include "spreadsheet/archive.h"

namespace check {

namespace {

// No table of Word has more columns.
constexpr std::size_t most_columns = 63;

std::string joined(const std::vector<std::string>& texts)
{
    std::string all;
    for (const std::string& text : texts) all += (all.empty() ? "" : "、") + text;
    return all;
}

std::vector<std::string> lines_of(const Checked& checked, std::size_t number, std::size_t place, const Words& words)
{
    const Finding& finding = checked.findings[number];
    std::vector<std::string> lines{
        words.sentence(std::string{"cli.severity."} + to_string(finding.severity), {}) + " " + finding.rule,
        words.sentence(finding.code, finding.args)};
    if (!finding.numbers.empty())
        lines.push_back(words.sentence("check.comment.numbers", {{"numbers", joined(finding.numbers)}}));
    for (std::size_t i = 0; i < finding.places.size(); ++i)
        if (i != place)
            lines.push_back(words.sentence("check.comment.other", {{"place", place_words(finding.places[i], words)},
                                                                   {"quote", finding.places[i].quote}}));
    if (number < checked.waivers.size() && checked.waivers[number])
        lines.push_back(waiver_words(*checked.waivers[number], words));
    return lines;
}

// Every place of every finding; one that points nowhere stands at the beginning.
template <class Where>
std::vector<Comment> comments_of(const Checked& checked, const Words& words, Where where)
{
    std::vector<Comment> comments;
    for (std::size_t f = 0; f < checked.findings.size(); ++f) {
        const std::vector<Place>& places = checked.findings[f].places;
        for (std::size_t p = 0; p < std::max<std::size_t>(places.size(), 1); ++p) {
            Comment comment{lines_of(checked, f, p, words)};
            if (p < places.size()) where(places[p], comment);
            comment.size = std::max<std::size_t>(comment.size, 1);
            comments.push_back(std::move(comment));
        }
    }
    return comments;
}

// What a document can print, as many bytes as before: places are counted in them.
std::string printable(std::string_view text)
{
    std::string kept;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const auto letter = base::next_letter(text, at);
        const bool is_kept = letter && *letter != '\n' && *letter != '\t' && document::is_printable(*letter);
        if (is_kept)
            kept += text.substr(start, at - start);
        else
            kept.append(at - start, ' ');
    }
    return kept;
}

// The document, and which of its paragraphs each piece of each block is.
class Copy {
public:
    explicit Copy(const ReportText& text)
    {
        for (std::size_t i = 0; i < text.blocks.size();) {
            if (text.blocks[i].kind != Block::Kind::row) {
                add_paragraph(text.blocks[i], i);
                ++i;
                continue;
            }
            std::size_t end = i;
            while (end < text.blocks.size() && text.blocks[end].kind == Block::Kind::row &&
                   text.blocks[end].table == text.blocks[i].table)
                ++end;
            add_table(text, i, end);
            i = end;
        }
    }

    const document::Document& document() const { return document_; }

    void find(const Located& located, Comment& comment) const
    {
        const auto& parts = parts_.at(located.block);
        const Part* found = parts.empty() ? nullptr : &parts.front();
        for (const Part& part : parts)
            if (part.at <= located.at) found = &part;
        if (!found) return;
        comment.paragraph = found->paragraph;
        comment.at = located.at - std::min(located.at, found->at);
    }

private:
    struct Part {
        std::size_t at = 0;  // bytes of the block's text
        std::size_t paragraph = 0;
    };

    void add_paragraph(const Block& block, std::size_t index)
    {
        parts_[index].push_back({0, paragraph_count_++});
        document::Run run{printable(block.text)};
        run.bold = block.kind == Block::Kind::heading;
        document_.blocks.emplace_back(document::Paragraph{{std::move(run)}});
    }

    void add_table(const ReportText& text, std::size_t first, std::size_t end)
    {
        std::size_t columns = 0;
        for (std::size_t i = first; i < end; ++i)
            for (const TableCell& cell : text.blocks[i].cells) columns = std::max(columns, cell.column + 1);
        if (columns == 0 || columns > most_columns) {
            for (std::size_t i = first; i < end; ++i) add_paragraph(text.blocks[i], i);
            return;
        }
        // Two tables that touch have an empty paragraph between them.
        if (!document_.blocks.empty() && std::holds_alternative<document::Table>(document_.blocks.back()))
            ++paragraph_count_;
        document::Table table;
        table.header_rows = 0;
        table.widths.assign(columns, 1);
        for (std::size_t i = first; i < end; ++i) {
            std::vector<document::TableCell> cells(columns);
            for (const TableCell& cell : text.blocks[i].cells) {
                cells[cell.column].runs = {{printable(text.blocks[i].cell(cell))}};
                parts_[i].push_back({cell.at, paragraph_count_ + cell.column});
            }
            paragraph_count_ += columns;
            table.rows.push_back(std::move(cells));
        }
        document_.blocks.emplace_back(std::move(table));
    }

    document::Document document_;
    std::map<std::size_t, std::vector<Part>> parts_;  // by block
    std::size_t paragraph_count_ = 0;
};

// Where a place of the lines stands in the file.
class Lines {
public:
    explicit Lines(const DocxPlaces& places) : places_{places}
    {
        for (std::size_t at = 0; at < places.lines.size(); at = places.lines.find('\n', at) + 1) {
            beginnings_.push_back(at);
            if (places.lines.find('\n', at) == std::string::npos) break;
        }
    }

    void find(const Place& place, Comment& comment) const
    {
        if (place.spot.line == 0 || place.spot.line > beginnings_.size()) return;
        std::size_t at = beginnings_[place.spot.line - 1];
        for (std::size_t column = 1; column < place.spot.column; ++column) base::next_letter(places_.lines, at);
        // The last piece that begins before the place, or the first one of its line.
        const auto behind =
            std::upper_bound(places_.pieces.begin(), places_.pieces.end(), at,
                             [](std::size_t byte, const DocxPiece& piece) { return byte < piece.line_at; });
        if (behind == places_.pieces.begin()) return;
        const DocxPiece& piece = *(behind - 1);
        comment.paragraph = piece.paragraph;
        comment.at = piece.at + (at - piece.line_at);
        comment.size = place.quote.size();
    }

private:
    const DocxPlaces& places_;
    std::vector<std::size_t> beginnings_;
};

base::Result<std::string> bytes_of(const std::filesystem::path& file)
{
    std::ifstream in{file, std::ios::binary};
    std::string bytes{std::istreambuf_iterator<char>{in}, {}};
    if (!in.good() && !in.eof())
        return base::fail(base::ErrorKind::not_found, "check.file.not_found", {{"file", file.string()}});
    return bytes;
}

base::Result<std::string> body_of(spreadsheet::Archive& archive)
{
    TRY_ASSIGN(const auto source, archive.open_part(docx_body_part));
    return spreadsheet::all_of(*source);
}

}  // namespace

base::Result<std::string> commented_docx(const Checked& checked, const Words& words)
{
    const Copy copy{checked.text};
    const Locator locator{checked.text};
    TRY_ASSIGN(const std::string plain, document::docx(copy.document()));
    return with_comments(plain, comments_of(checked, words, [&](const Place& place, Comment& comment) {
                             comment.size = place.quote.size();
                             if (const auto located = locator.find(place)) copy.find(*located, comment);
                         }));
}

base::Result<std::string> commented_docx(const std::filesystem::path& file, const Checked& checked, const Words& words)
{
    return extension_of(file) == ".docx" ? commented_original(file, checked, words) : commented_docx(checked, words);
}

base::Result<std::string> commented_original(const std::filesystem::path& file, const Checked& checked,
                                             const Words& words)
{
    TRY_ASSIGN(const std::string docx, bytes_of(file));
    TRY_ASSIGN(spreadsheet::Archive archive, spreadsheet::Archive::from_bytes(docx, spreadsheet::Limits{}));
    TRY_ASSIGN(const std::string body, body_of(archive));
    if (!can_hold_anchors(body)) return commented_docx(checked, words);
    TRY_ASSIGN(DocxStyles styles, docx_styles(archive));
    TRY_ASSIGN(const DocxPlaces places, docx_places(body, std::move(styles)));
    const Lines lines{places};
    return with_comments(
        docx, comments_of(checked, words, [&](const Place& place, Comment& comment) { lines.find(place, comment); }));
}

}  // namespace check
