// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"

// A report as data, and its renderings. A slice's documents/ fills a Document; everything about looks stands here:
// page, fonts and numbering of the official form (GB/T 9704-2012). All text is UTF-8. Every renderer is a function of
// its arguments alone: no clock, no random number, so the same document gives the same bytes.
namespace document {

enum class Align { left, center, right };

struct Run {
    std::string text;
    std::string fact = {};  // FactSheet::id; the HTML makes it a link
    bool bold = false;
    bool missing = false;  // a sentence whose fact is absent; shown so that nobody overlooks it
};

// Level 1 to 4. The numbers 一、 （一） 1. （1） are made by the renderers (real numbering in .docx), never typed.
struct Heading {
    int level;
    std::string text;
    std::string name = {};  // of the part below it, for whoever edits that part; never printed
};

enum class ParagraphStyle { body, note, caption, list };

struct Paragraph {
    std::vector<Run> runs;
    ParagraphStyle style = ParagraphStyle::body;
};

struct TableCell {
    std::vector<Run> runs;
    int column_span = 1;
    int row_span = 1;
    Align align = Align::left;
    bool header = false;
    std::string number = {};         // exact decimal text: .xlsx writes a number cell
    std::string number_format = {};  // as in spreadsheets: "0.00", "0.00%"
    // .xlsx only; {row,column}, both from 0 and inside this table, stands for a cell of the same table:
    // "=ROUND({2,4}*{2,5}/{2,3},2)". `number` is its cached value.
    std::string formula = {};
};

// A cell covered by a span of another is left out of its row.
struct Table {
    std::string caption = {};
    std::string sheet = {};        // name of the .xlsx sheet; empty: not in the workbook
    std::vector<int> widths = {};  // relative, one per column
    int header_rows = 1;
    std::vector<std::vector<TableCell>> rows = {};
    // The rows from `first` to before `end` stand on one page where one can hold them: a total with the last rows it
    // sums.
    struct Together {
        int first = 0, end = 0;
    } together = {};
};

struct PageBreak {};

// Organisation and date. Where no block says so they stand at the end; what belongs behind them (附表) comes after it.
// They never stand alone on a page: the end of the paragraph above goes along.
struct Signature {};

// What a scanner reads from the paper, and the words below the picture; dark on light whatever surrounds it. Not in the
// workbook.
struct QrCode {
    std::string text;
    std::string label;
};

using Block = std::variant<Heading, Paragraph, Table, PageBreak, Signature, QrCode>;

// Where a figure comes from, told to a reader.
struct FactSheet {
    std::string id = {}, title = {};
    std::string value = {};  // with unit, as printed
    std::string formula = {}, period = {}, digest = {}, definition = {};
    std::size_t record_count = 0;
    std::string records = {};            // key into Document::records; empty: no list
    std::vector<std::size_t> rows = {};  // indices of the records that count
};

// The records behind facts. `digests` and `places` ("会议台账.xlsx 第 12 行") have one entry per row, or are empty.
struct RecordSheet {
    std::vector<std::string> columns = {};
    std::vector<std::vector<std::string>> rows = {};
    std::vector<std::string> digests = {}, places = {};
};

struct Document {
    std::string title = {};
    std::string organisation = {};
    std::string date = {};  // 成文日期 as printed
    std::vector<Block> blocks = {};
    std::vector<FactSheet> facts = {};
    std::map<std::string, RecordSheet> records = {};
    std::string mark = {};  // at the head of every page of .docx and .pdf: who printed it, and when
};

// The fonts of the .pdf: the files of `folder` (*.otf, *.ttf, *.ttc) and the installed ones, but only of the families
// named here, so that a report looks the same whatever else is installed. A family that is not there gives way to the
// next of its list; a glyph missing in it is taken from `fallback`.
struct Fonts {
    std::filesystem::path folder = {};
    std::vector<std::string> title = {"方正小标宋简体", "FZXiaoBiaoSong-B05S", "FandolSong"};
    std::vector<std::string> body = {"FandolFang R", "仿宋_GB2312"};
    std::vector<std::string> heading = {"FandolHei", "黑体"};
    std::vector<std::string> subheading = {"FandolKai", "楷体_GB2312"};
    std::vector<std::string> song = {"FandolSong", "宋体"};
    std::string fallback = "Noto Serif CJK SC";
};

// The blocks as they are printed: with the signature, wherever it stands.
std::vector<const Block*> printed_blocks(const Document& document);

struct File {
    std::string path;  // relative, ASCII, with '/'
    std::string bytes;
};

// The four renderings. All refuse a table that does not fit together (`document.table.misshaped` {table, row}) and text
// that cannot be printed: `document.text.not_printable` {text} (control characters, invalid UTF-8), and
// `document.code.too_long` {text} (2,331 bytes fit into a QR code).
base::Result<std::string> docx(const Document& document);
// Refuses `document.glyph.unknown` {character, code_point, text} where no font has a character, and
// `document.font.missing` {family} where not even the fallback is installed.
base::Result<std::string> pdf(const Document& document, const Fonts& fonts);
// Refuses also `document.sheet.bad_name` {sheet}, `document.sheet.duplicate` {sheet}, `document.number.malformed`
// {number} and `document.formula.bad_reference` {formula, reference}, `document.cell.too_long` {text} (32,767
// characters), and `document.sheet.none` where no table has a sheet.
base::Result<std::string> xlsx(const Document& document);
// index.html, style.css, facts/<name>.html: a folder that any browser opens without a network.
std::vector<File> html(const Document& document);

// One zip of the files with `manifest.sm3`: a line per file, "digest  size  path", sorted by path.
// Refuses `document.package.bad_path` {path} (absolute, "..", not ASCII) and `document.package.duplicate_path` {path}.
base::Result<std::string> review_package(const std::vector<File>& files);

}  // namespace document
