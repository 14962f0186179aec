// SPDX-License-Identifier: Apache-2.0
#include "check/core/claims.h"

#include <algorithm>
#include <array>

#include <re2/re2.h>

#include "base/quantity.h"
#include "check/core/amount_columns.h"
#include "check/core/written_number.h"
#include "check/core/written_unit.h"
#include "chinese/letters.h"

namespace check {

namespace {

std::size_t blanks(std::string_view text)
{
    const std::size_t found = text.find_first_not_of(' ');
    return found == std::string_view::npos ? text.size() : found;
}

// What ends a clause, and how much: 1 a clause, 2 a part, 3 a sentence; 0 no mark.
int mark_at(std::string_view rest, std::size_t& size)
{
    struct Mark {
        std::string_view text;
        int level;
    };
    static constexpr std::array marks{Mark{"。", 3}, Mark{"！", 3}, Mark{"？", 3}, Mark{"；", 2}, Mark{";", 2},
                                      Mark{"，", 1}, Mark{",", 1},  Mark{"：", 1}, Mark{":", 1},  Mark{"|", 1},
                                      Mark{"、", 1}, Mark{"（", 1}, Mark{"）", 1}, Mark{"(", 1},  Mark{")", 1},
                                      Mark{"“", 1},  Mark{"”", 1}};
    // Most letters are none: a mark begins with one of these bytes.
    switch (static_cast<unsigned char>(rest.front())) {
        case 0xE2:
        case 0xE3:
        case 0xEF:
        case ';':
        case ',':
        case ':':
        case '|':
        case '(':
        case ')': break;
        default: return 0;
    }
    for (const Mark& mark : marks)
        if (rest.starts_with(mark.text)) {
            size = mark.text.size();
            return mark.level;
        }
    return 0;
}

}  // namespace

WrittenSign sign_at_end(std::string_view text)
{
    struct Known {
        std::string_view written;
        std::string_view meant;
    };
    static constexpr std::array signs{Known{"≥", "≥"},  Known{"≧", "≥"},  Known{">=", "≥"}, Known{"≤", "≤"},
                                      Known{"≦", "≤"},  Known{"<=", "≤"}, Known{">", ">"},  Known{"＞", ">"},
                                      Known{"<", "<"},  Known{"＜", "<"}, Known{"=", "="},  Known{"＝", "="},
                                      Known{"﹦", "="}, Known{"═", "="}};
    for (const Known& known : signs)
        if (text.ends_with(known.written)) return {known.meant, known.written.size()};
    return {};
}

namespace {

// How many 元 or m² one of the unit is; what is neither money nor area is counted in its own.
base::Ratio size_of_unit(Measure measure, std::string unit)
{
    const base::Ratio itself = base::Ratio::whole(1);
    const char* const target = measure == Measure::money ? "元" : measure == Measure::area ? "m²" : nullptr;
    if (!target) return itself;
    if (unit == "千元") return base::Ratio::whole(1'000);
    if (unit == "百元") return base::Ratio::whole(100);
    if (unit == "万" || unit == "亿") unit += "元";
    return base::conversion(unit, target).value_or(itself);
}

class Reader {
public:
    Reader(const Block& block, std::size_t index, const AmountColumns& amounts, std::vector<Claim>& claims)
        : block_{block},
          text_{block.text},
          is_row_{block.kind == Block::Kind::row},
          index_{index},
          amounts_{amounts},
          claims_{claims}
    {
        if (!is_row_) find_counts_in_words();
    }

    void read()
    {
        std::size_t at = 0;
        while (at < text_.size()) {
            std::size_t size = 1;
            if (const int level = mark_at(text_.substr(at), size); level > 0) {
                pass(level, at, size);
                at += size;
            } else if (begins_with_digit(text_.substr(at)) && (at == 0 || !is_part_of_word(at))) {
                at = take_number(at);
            } else if (const std::size_t end = counts_in_words_.empty() ? 0 : take_count_in_words(at); end > 0) {
                at = end;
            } else {
                at += size;
            }
        }
        close_tail(text_.size());
    }

private:
    bool is_part_of_word(std::size_t at) const
    {
        const auto before = static_cast<unsigned char>(text_[at - 1]);
        return std::isalnum(before) || before == '.' || before == '_' || text_.substr(0, at).ends_with("〔") ||
               text_.substr(0, at).ends_with("第");
    }

    void pass(int level, std::size_t at, std::size_t size)
    {
        close_tail(at);
        label_at_ = at + size;
        if (level >= 3) ++sentence_;
        if (level >= 2) ++part_;
        ++clause_;
    }

    void close_tail(std::size_t at)
    {
        if (open_ && at > tail_at_) claims_.back().tail = std::string{text_.substr(tail_at_, at - tail_at_)};
        open_ = false;
    }

    std::size_t take_number(std::size_t at)
    {
        auto [size, digits] = number_at(text_.substr(at));
        std::size_t end = at + size;
        // What stands behind the ninth decimal is dropped: base::Decimal holds nine.
        if (const std::size_t point = digits.find('.'); point != std::string::npos && digits.size() > point + 10)
            digits.resize(point + 10);
        const auto value = base::Decimal::parse(digits);
        std::size_t unit_at = end + blanks(text_.substr(end));
        bool is_about = false;
        for (const std::string_view word : {"余", "多"})
            if (text_.substr(unit_at).starts_with(word)) {
                is_about = true;
                unit_at += word.size();
            }
        const WrittenUnit* const unit = unit_at_start(text_.substr(unit_at));
        const bool is_known = unit && !is_other_word(unit->written, unit_at);
        if (is_known) end = unit_at + unit->written.size();
        // 比2020年度决算减少: a date stays a part of the label.
        const std::string_view written = is_known ? unit->written : "";
        const bool is_grouped = text_.substr(at, size).find(',') != std::string_view::npos;
        if (!is_grouped && is_date(written, digits, end) && !is_amount_of_column(at, end)) return end;
        if (value && (is_known || is_row_))
            add(at, end, *value, is_known ? *unit : WrittenUnit{"", Measure::count}, is_about);
        else
            close_tail(at);
        label_at_ = end;
        return end;
    }

    // 共十二项: where a paragraph counts its things in words. Elsewhere they are names more often: 四项制度.
    void find_counts_in_words()
    {
        static const RE2 counted{"共(?:计|有|设)?[一二两三四五六七八九十]{1,3}(\\p{Han}{1,2})"};
        re2::StringPiece rest{text_.data(), text_.size()};
        re2::StringPiece unit;
        while (RE2::FindAndConsume(&rest, counted, &unit))
            if (const WrittenUnit* const known = unit_at_start({unit.data(), unit.size()});
                known && known->measure == Measure::count)
                counts_in_words_.push_back(known->written);
    }

    // The total itself, and what is counted by the same word right before a mark: 甲类五项、乙类四项.
    std::size_t take_count_in_words(std::size_t at)
    {
        const WrittenNumber number = chinese_number_at(text_.substr(at));
        if (number.size == 0) return 0;
        const WrittenUnit* const unit = unit_at_start(text_.substr(at + number.size));
        if (!unit ||
            std::find(counts_in_words_.begin(), counts_in_words_.end(), unit->written) == counts_in_words_.end())
            return 0;
        const std::size_t end = at + number.size + unit->written.size();
        const std::string_view before = text_.substr(0, at);
        std::size_t size = 0;
        const bool is_total =
            before.ends_with("共") || before.ends_with("计") || before.ends_with("共有") || before.ends_with("共设");
        const bool is_part = end == text_.size() || mark_at(text_.substr(end), size) > 0;
        const bool is_other = before.ends_with("第") || before.ends_with("这") || before.ends_with("每");
        const auto value = base::Decimal::parse(number.digits);
        if (!value || is_other || !(is_total || is_part)) return 0;
        add(at, end, *value, *unit, false);
        label_at_ = end;
        return end;
    }

    // 分别, 分类, 人员, 项目 …: the letter belongs to the word behind it, not to the number.
    bool is_other_word(std::string_view unit, std::size_t at) const
    {
        const std::string_view rest = text_.substr(at + unit.size());
        if (unit == "分") return rest.starts_with("别") || rest.starts_with("类") || rest.starts_with("散");
        if (unit == "万" || unit == "亿")
            return rest.starts_with("人") || rest.starts_with("次") || rest.starts_with("吨");
        if (unit == "时") return true;
        return false;
    }

    // A bare 2024 that is alone in its cell, below a title of amounts.
    bool is_amount_of_column(std::size_t at, std::size_t end) const
    {
        const auto cell = std::find_if(block_.cells.begin(), block_.cells.end(),
                                       [&](const TableCell& one) { return one.at == at && one.at + one.size == end; });
        return cell != block_.cells.end() && amounts_.have(block_.table, cell->column);
    }

    bool is_date(std::string_view unit, std::string_view digits, std::size_t end) const
    {
        if (unit == "年") return digits.size() == 4 || text_.substr(end).starts_with("度");
        if (unit == "月" || unit == "日" || unit == "号") return true;
        return unit.empty() && digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    }

    void add(std::size_t at, std::size_t end, base::Decimal value, WrittenUnit unit, bool is_about)
    {
        close_tail(at);
        Claim claim{.block = index_, .at = at, .size = end - at, .value = value, .unit = {}, .measure = unit.measure};
        std::string written{unit.written};
        std::erase(written, ' ');
        // In a report a score's 分 is a point; base knows the word as a minute.
        claim.unit = unit.measure == Measure::points ? "分" : base::unit_named(written);
        claim.unit_size = size_of_unit(claim.measure, claim.unit);
        claim.is_about = is_about;
        read_label(claim, text_.substr(label_at_, at - label_at_));
        claim.sentence = sentence_;
        claim.part = part_;
        claim.clause = clause_;
        claims_.push_back(std::move(claim));
        open_ = true;
        tail_at_ = end;
    }

    static void read_label(Claim& claim, std::string_view words)
    {
        std::string label = chinese::compact(words);
        bool is_shorter = true;
        while (is_shorter) {
            is_shorter = false;
            if (const WrittenSign sign = sign_at_end(label); sign.size > 0) {
                claim.sign = sign.meant;
                label.resize(label.size() - sign.size);
                is_shorter = true;
            }
            for (const std::string_view word : {"约", "近", "超过", "超"})
                if (label.ends_with(word)) {
                    claim.is_about = true;
                    label.resize(label.size() - word.size());
                    is_shorter = true;
                }
        }
        claim.label = std::move(label);
    }

    const Block& block_;
    std::string_view text_;
    bool is_row_;
    std::size_t index_;
    const AmountColumns& amounts_;
    std::vector<Claim>& claims_;
    std::vector<std::string_view> counts_in_words_;
    std::size_t label_at_ = 0;
    std::size_t tail_at_ = 0;
    bool open_ = false;
    std::size_t sentence_ = 0;
    std::size_t part_ = 0;
    std::size_t clause_ = 0;
};

}  // namespace

std::vector<Claim> claims_of(const ReportText& report)
{
    const AmountColumns amounts{report};
    std::vector<Claim> claims;
    for (std::size_t i = 0; i < report.blocks.size(); ++i) Reader{report.blocks[i], i, amounts, claims}.read();
    return claims;
}

base::Ratio exact(const Claim& claim)
{
    const base::Ratio value = base::Ratio::of(claim.value);
    return claim.unit_size == base::Ratio::whole(1) ? value : value * claim.unit_size;
}

base::Ratio half_digit(const Claim& claim)
{
    const base::Ratio half = base::Ratio::reduced(1, 2 * base::int128{base::power_of_ten(claim.value.scale())});
    return claim.unit_size == base::Ratio::whole(1) ? half : half * claim.unit_size;
}

bool are_alike(const Claim& a, const Claim& b)
{
    return a.measure == b.measure && (a.measure == Measure::money || a.measure == Measure::area || a.unit == b.unit);
}

std::string printed(const Claim& claim)
{
    return claim.value.to_string() + claim.unit;
}

Place place_of(const ReportText& report, const Claim& claim)
{
    return place_of(report.blocks[claim.block], claim.at, claim.size);
}

Place place_with_label(const ReportText& report, const Claim& claim)
{
    const Block& block = report.blocks[claim.block];
    std::size_t at = claim.at;
    // The label was compacted; it reaches back to the mark before the claim.
    for (std::size_t letters = 0; at > 0 && letters < 20; ++letters) {
        std::size_t before = at - 1;
        while (before > 0 && (static_cast<unsigned char>(block.text[before]) & 0xC0U) == 0x80U) --before;
        std::size_t size = 0;
        if (mark_at(std::string_view{block.text}.substr(before), size) > 0 ||
            begins_with_digit(std::string_view{block.text}.substr(before)))
            break;
        at = before;
    }
    // A label that began on the line before is left out: a quote stands on one line.
    const Place place = place_of(block, at, claim.at + claim.size - at);
    const Place own = place_of(report, claim);
    return place.spot.line == own.spot.line ? place : own;
}

}  // namespace check
