// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/text_source.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "base/utf8.h"

namespace spreadsheet {

using base::ErrorKind;
using base::fail;

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view utf16_little_mark = "\xFF\xFE";
constexpr std::string_view utf16_big_mark = "\xFE\xFF";

const char* iconv_name(Encoding encoding)
{
    switch (encoding) {
        case Encoding::utf16_little: return "UTF-16LE";
        case Encoding::utf16_big: return "UTF-16BE";
        default: return "GB18030";
    }
}

std::string encoding_name(Encoding encoding)
{
    return encoding == Encoding::utf8 ? "UTF-8" : iconv_name(encoding);
}

tl::unexpected<base::Error> bad_encoding(Encoding encoding, std::uint64_t line)
{
    return fail(ErrorKind::invalid, "spreadsheet.csv.bad_encoding",
                {{"encoding", encoding_name(encoding)}, {"line", std::to_string(line)}});
}

class Iconv : public ByteSource {
public:
    Iconv(std::unique_ptr<ByteSource> source, Encoding encoding)
        : source_{std::move(source)}, encoding_{encoding}, converter_{iconv_open("UTF-8", iconv_name(encoding))}
    {
        // iconv reports failure as (iconv_t)-1.
        if (converter_ == reinterpret_cast<iconv_t>(-1))
            throw std::system_error(errno, std::generic_category(), "iconv");
    }
    ~Iconv() override { iconv_close(converter_); }
    Iconv(const Iconv&) = delete;
    Iconv& operator=(const Iconv&) = delete;

    base::Result<std::size_t> read(char* buffer, std::size_t size) override
    {
        std::size_t written = 0;
        while (written == 0) {
            if (is_at_end_ && pending_.empty()) return 0;
            if (!is_at_end_ && needs_more_) TRY(take_chunk());
            TRY_ASSIGN(written, convert(buffer, size));
        }
        line_ += static_cast<std::uint64_t>(std::count(buffer, buffer + written, '\n'));
        return written;
    }

private:
    base::Result<void> take_chunk()
    {
        const std::size_t kept = pending_.size();
        pending_.resize(kept + chunk_bytes);
        TRY_ASSIGN(const std::size_t count, source_->read(pending_.data() + kept, chunk_bytes));
        pending_.resize(kept + count);
        is_at_end_ = count == 0;
        return {};
    }

    base::Result<std::size_t> convert(char* buffer, std::size_t size)
    {
        char* in = pending_.data();
        std::size_t in_left = pending_.size();
        char* out = buffer;
        std::size_t out_left = size;
        const std::size_t outcome = iconv(converter_, &in, &in_left, &out, &out_left);
        const int reason = outcome == static_cast<std::size_t>(-1) ? errno : 0;
        const std::size_t written = size - out_left;
        pending_.erase(0, pending_.size() - in_left);
        needs_more_ = reason != E2BIG;
        const bool is_cut_off = reason == EINVAL && is_at_end_;
        if (written == 0 && (reason == EILSEQ || is_cut_off || reason == E2BIG)) return bad_encoding(encoding_, line_);
        return written;
    }

    std::unique_ptr<ByteSource> source_;
    Encoding encoding_;
    iconv_t converter_;
    std::string pending_;  // bytes not converted yet: at most a chunk and a letter
    bool needs_more_ = true;
    bool is_at_end_ = false;
    std::uint64_t line_ = 1;
};

// Cuts a mark off the front; what is read after it passes untouched.
class WithoutMark : public ByteSource {
public:
    WithoutMark(std::unique_ptr<ByteSource> source, std::string_view mark) : source_{std::move(source)}, mark_{mark} {}

    base::Result<std::size_t> read(char* buffer, std::size_t size) override
    {
        while (!is_past_front_) TRY(look_at_front());
        if (front_.empty()) return source_->read(buffer, size);
        const std::size_t count = front_.copy(buffer, size);
        front_.erase(0, count);
        return count;
    }

private:
    base::Result<void> look_at_front()
    {
        std::array<char, 3> piece{};
        TRY_ASSIGN(const std::size_t count, source_->read(piece.data(), mark_.size() - front_.size()));
        front_.append(piece.data(), count);
        if (count > 0 && front_.size() < mark_.size()) return {};
        is_past_front_ = true;
        if (front_ == mark_) front_.clear();
        return {};
    }

    std::unique_ptr<ByteSource> source_;
    std::string_view mark_;
    std::string front_;
    bool is_past_front_ = false;
};

}  // namespace

base::Result<Encoding> detect_encoding(ByteSource& source)
{
    std::string buffer(chunk_bytes, '\0');
    std::string front;
    base::Utf8Check check;
    while (true) {
        TRY_ASSIGN(const std::size_t count, source.read(buffer.data(), buffer.size()));
        if (count == 0) break;
        const std::string_view piece{buffer.data(), count};
        if (front.size() < utf8_mark.size()) front += piece.substr(0, utf8_mark.size());
        if (front.starts_with(utf16_little_mark)) return Encoding::utf16_little;
        if (front.starts_with(utf16_big_mark)) return Encoding::utf16_big;
        check.feed(piece);
        if (std::memchr(piece.data(), 0, piece.size()))
            return fail(ErrorKind::invalid, "spreadsheet.csv.not_text", {{"line", std::to_string(check.line())}});
    }
    if (check.is_complete()) return Encoding::utf8;
    if (front.starts_with(utf8_mark)) return bad_encoding(Encoding::utf8, check.line());
    return Encoding::gb18030;
}

std::unique_ptr<ByteSource> decoded(std::unique_ptr<ByteSource> source, Encoding encoding)
{
    switch (encoding) {
        case Encoding::utf8: return std::make_unique<WithoutMark>(std::move(source), utf8_mark);
        case Encoding::utf16_little:
            source = std::make_unique<WithoutMark>(std::move(source), utf16_little_mark);
            break;
        case Encoding::utf16_big: source = std::make_unique<WithoutMark>(std::move(source), utf16_big_mark); break;
        case Encoding::gb18030: break;
    }
    return std::make_unique<Iconv>(std::move(source), encoding);
}

}  // namespace spreadsheet
