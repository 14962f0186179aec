// SPDX-License-Identifier: Apache-2.0
#include "document/check.h"

#include <cassert>

#include "base/utf8.h"
#include "document/grid.h"
#include "document/qr.h"
#include "document/text.h"

namespace document {

namespace {

base::Result<bool> check_text(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto code_point = base::next_letter(text, at);
        if (!code_point || !is_printable(*code_point))
            return base::fail(base::ErrorKind::invalid, "document.text.not_printable", {{"text", beginning(text)}});
    }
    return true;
}

base::Result<bool> check_runs(const std::vector<Run>& runs)
{
    for (const Run& run : runs) TRY(check_text(run.text));
    return true;
}

struct BlockCheck {
    base::Result<bool> operator()(const Heading& heading) const
    {
        assert(heading.level >= 1 && heading.level <= 4);
        return check_text(heading.text);
    }
    base::Result<bool> operator()(const Paragraph& paragraph) const { return check_runs(paragraph.runs); }
    base::Result<bool> operator()(const Table& table) const
    {
        TRY(check_text(table.caption));
        TRY_ASSIGN(const Grid grid, place_cells(table));
        for (const Placed& placed : grid.cells) TRY(check_runs(placed.cell->runs));
        return true;
    }
    base::Result<bool> operator()(const PageBreak&) const { return true; }
    base::Result<bool> operator()(const Signature&) const { return true; }
    base::Result<bool> operator()(const QrCode& code) const
    {
        TRY(check_text(code.text));
        TRY(check_text(code.label));
        TRY(modules_of(code));
        return true;
    }
};

}  // namespace

std::string beginning(std::string_view text)
{
    constexpr int longest = 20;
    std::size_t end = 0;
    for (int count = 0; count < longest && end < text.size(); ++count) base::next_letter(text, end);
    return cleaned(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

base::Result<bool> check(const Document& document)
{
    for (const std::string* text : {&document.title, &document.organisation, &document.date, &document.mark})
        TRY(check_text(*text));
    for (const Block& block : document.blocks) TRY(std::visit(BlockCheck{}, block));
    return true;
}

std::vector<const Block*> printed_blocks(const Document& document)
{
    static const Block signature = Signature{};
    std::vector<const Block*> blocks;
    bool is_signed = false;
    for (const Block& block : document.blocks) {
        blocks.push_back(&block);
        is_signed = is_signed || std::holds_alternative<Signature>(block);
    }
    if (!is_signed) blocks.push_back(&signature);
    return blocks;
}

}  // namespace document
