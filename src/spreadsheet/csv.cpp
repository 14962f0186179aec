// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/csv.h"

#include <algorithm>
#include <array>
#include <optional>

namespace spreadsheet {

using base::ErrorKind;
using base::fail;

namespace {

// Takes the text in pieces of any size; where a piece ends makes no difference.
class Reader {
public:
    Reader(const std::string& sheet, const Limits& limits, const RowVisitor& visit, char separator)
        : sheet_{sheet}, limits_{limits}, visit_{visit}, separator_{separator}
    {
    }

    base::Result<Visit> feed(std::string_view piece)
    {
        for (std::size_t at = 0; at < piece.size();) {
            at += take_plain(piece.substr(at));
            if (at < piece.size()) take(piece[at++]);
            if (refusal_) return tl::unexpected<base::Error>(*refusal_);
            if (is_stopped_) return Visit::stop;
        }
        return Visit::go_on;
    }

    base::Result<Visit> finish()
    {
        if (state_ == State::quoted)
            return fail(ErrorKind::invalid, "spreadsheet.csv.quote_never_closed",
                        {{"sheet", sheet_}, {"line", std::to_string(quote_line_)}});
        if (!row_.cells.empty() || !field_.empty() || state_ != State::start) end_row();
        if (refusal_) return tl::unexpected<base::Error>(*refusal_);
        return Visit::stop;
    }

private:
    enum class State { start, plain, quoted, after_quote };

    // Most letters mean nothing but themselves: takes a run of them at once and says how many.
    std::size_t take_plain(std::string_view piece)
    {
        if (state_ != State::plain && state_ != State::quoted) return 0;
        std::size_t end = 0;
        if (state_ == State::quoted)
            end = std::min(piece.find_first_of(std::string_view{"\"\n"}), piece.size());
        else
            while (end < piece.size() && piece[end] != separator_ && piece[end] != '\n' && piece[end] != '\r') ++end;
        append(piece.substr(0, end));
        return end;
    }

    void take(char c)
    {
        if (was_return_ && c == '\n') {  // the second half of a CR LF
            was_return_ = false;
            ++line_;
            return;
        }
        was_return_ = false;
        if (state_ == State::quoted) return take_quoted(c);
        if (state_ == State::start && c == '"') {
            state_ = State::quoted;
            quote_line_ = line_;
        } else if (state_ == State::after_quote && c == '"') {
            state_ = State::quoted;  // "" inside quotes is one quote
            append("\"");
        } else if (c == separator_) {
            end_field();
        } else if (c == '\n' || c == '\r') {
            end_row();
            was_return_ = c == '\r';
            if (c == '\n') ++line_;
        } else {
            state_ = State::plain;
            append({&c, 1});
        }
    }

    void take_quoted(char c)
    {
        if (c == '"') {
            state_ = State::after_quote;
            return;
        }
        ++line_;
        append({&c, 1});
    }

    void append(std::string_view letters)
    {
        field_ += letters;
        if (field_.size() > limits_.cell_bytes) refuse("spreadsheet.cell.too_long", limits_.cell_bytes);
    }

    void end_field()
    {
        const bool is_empty = field_.empty();
        if (!is_empty && column_ >= limits_.columns) refuse("spreadsheet.sheet.too_many_columns", limits_.columns);
        if (!is_empty && !refusal_) {
            row_.cells.resize(column_);
            row_.cells.push_back({CellKind::text, field_});
        }
        ++column_;
        field_.clear();
        state_ = State::start;
    }

    void end_row()
    {
        if (row_.number > limits_.rows) return refuse("spreadsheet.sheet.too_many_rows", limits_.rows);
        end_field();
        if (!row_.cells.empty() && !refusal_) is_stopped_ = visit_(row_) == Visit::stop;
        row_.cells.clear();
        ++row_.number;
        column_ = 0;
    }

    void refuse(const char* code, std::uint64_t limit)
    {
        if (refusal_) return;
        refusal_ = base::Error{ErrorKind::invalid,
                               code,
                               {{"sheet", sheet_},
                                {"place", place(sheet_, row_.number, column_)},
                                {"line", std::to_string(line_)},
                                {"limit", std::to_string(limit)}}};
    }

    const std::string& sheet_;
    const Limits& limits_;
    const RowVisitor& visit_;
    char separator_;
    State state_ = State::start;
    Row row_{1};  // at hand
    std::string field_;
    std::uint32_t column_ = 0;
    std::uint64_t line_ = 1;  // of the text, counting the ones inside quotes
    std::uint64_t quote_line_ = 1;
    bool was_return_ = false;
    bool is_stopped_ = false;
    std::optional<base::Error> refusal_;
};

// As much of the beginning as decides the separator.
base::Result<std::string> read_front(ByteSource& source)
{
    std::string front;
    while (front.size() < chunk_bytes) {
        const std::size_t before = front.size();
        front.resize(before + chunk_bytes);
        TRY_ASSIGN(const std::size_t count, source.read(front.data() + before, chunk_bytes));
        front.resize(before + count);
        if (count == 0) break;
    }
    return front;
}

}  // namespace

char detect_separator(std::string_view text)
{
    constexpr std::string_view candidates = ",;\t";
    std::array<std::size_t, 3> counts{};
    bool is_quoted = false;
    for (const char c : text) {
        if (c == '"') is_quoted = !is_quoted;
        if (is_quoted) continue;
        const bool is_any = std::any_of(counts.begin(), counts.end(), [](std::size_t count) { return count > 0; });
        if (c == '\n' && is_any) break;
        if (const std::size_t which = candidates.find(c); which != std::string_view::npos) ++counts[which];
    }
    return candidates[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

base::Result<void> read_csv(ByteSource& source, const std::string& sheet, const Limits& limits, const RowVisitor& visit)
{
    TRY_ASSIGN(std::string buffer, read_front(source));
    Reader reader{sheet, limits, visit, detect_separator(buffer)};
    TRY_ASSIGN(Visit next, reader.feed(buffer));
    buffer.resize(chunk_bytes);
    while (next == Visit::go_on) {
        TRY_ASSIGN(const std::size_t count, source.read(buffer.data(), buffer.size()));
        TRY_ASSIGN(next, count > 0 ? reader.feed({buffer.data(), count}) : reader.finish());
    }
    return {};
}

}  // namespace spreadsheet
