// SPDX-License-Identifier: Apache-2.0
// L43: numbers of a list that repeat or jump. L57: marks of one list written in two ways (1、 and 1.).
#include <map>

#include <re2/re2.h>

#include "check/core/relations.h"
#include "check/core/rules/all.h"
#include "check/core/written_number.h"

namespace check {

namespace {

struct Mark {
    int number = 0;
    std::string style;  // "1、" "1." "一、" "（一）" "(一)" "（1）" "(1)"
    std::size_t at = 0;
    std::size_t size = 0;
};

bool read_mark(std::string_view text, Mark& mark)
{
    static const RE2 arabic{"^(\\d{1,2})(、|．|\\.)(?:[^\\d]|$)"};
    static const RE2 chinese{"^([一二三四五六七八九十]{1,3})(、)"};
    static const RE2 bracketed{"^([（(])([一二三四五六七八九十]{1,3}|\\d{1,2})([）)])"};
    const re2::StringPiece piece{text.data(), text.size()};
    re2::StringPiece number;
    re2::StringPiece behind;
    re2::StringPiece open;
    if (RE2::PartialMatch(piece, arabic, &number, &behind)) {
        mark.style = "1" + behind.as_string();
    } else if (RE2::PartialMatch(piece, chinese, &number, &behind)) {
        mark.style = "一" + behind.as_string();
    } else if (RE2::PartialMatch(piece, bracketed, &open, &number, &behind)) {
        mark.style =
            open.as_string() + (std::isdigit(static_cast<unsigned char>(number[0])) ? "1" : "一") + behind.as_string();
    } else {
        return false;
    }
    const std::string digits = number.as_string();
    mark.number = count_of(digits);
    mark.size = open.size() + number.size() + behind.size();
    return true;
}

// The level that a mark stands for, however it is written.
std::string level_of(const std::string& style)
{
    if (style.starts_with("1")) return "1";
    if (style.starts_with("一")) return "一";
    return style.find('1') != std::string::npos ? "(1)" : "(一)";
}

int rank_of(const std::string& level)
{
    return level == "一" ? 0 : level == "(一)" ? 1 : level == "1" ? 2 : 3;
}

void report(const Material& material, const char* rule, const char* code, Severity severity, std::size_t block_a,
            const Mark& a, std::size_t block_b, const Mark& b, Found& findings)
{
    const std::size_t shown = 30;  // bytes behind the mark, so that the place can be found
    findings.push_back({rule,
                        code,
                        severity,
                        {{"first", std::to_string(a.number)},
                         {"second", std::to_string(b.number)},
                         {"style", a.style},
                         {"other", b.style}},
                        {place_of(material.text.blocks[block_b], b.at, b.size + shown),
                         place_of(material.text.blocks[block_a], a.at, a.size + shown)},
                        {}});
}

bool breaks_order(const Mark& before, const Mark& mark)
{
    return mark.number == before.number || (mark.number > before.number + 1) ||
           (mark.number < before.number && mark.number != 1);
}

// 1.甲;2.乙;4.丙 within one paragraph.
void look_inside(const Material& material, std::size_t block, Found& findings)
{
    static const RE2 inner{"(?:^|[;；:：。])\\s*(\\d{1,2})(?:\\.|、|．)[^\\d]"};
    const std::string& text = material.text.blocks[block].text;
    re2::StringPiece rest{text};
    re2::StringPiece number;
    std::vector<Mark> marks;
    while (RE2::FindAndConsume(&rest, inner, &number))
        marks.push_back({std::stoi(number.as_string()), "1.", static_cast<std::size_t>(number.data() - text.data()),
                         number.size()});
    for (std::size_t i = 1; i < marks.size(); ++i)
        if (breaks_order(marks[i - 1], marks[i]))
            report(material, "L43", "check.l43.order", Severity::warning, block, marks[i - 1], block, marks[i],
                   findings);
}

class Order {
public:
    Order(const Material& material, Found& findings) : material_{material}, findings_{findings} {}

    void take(std::size_t block, const Mark& mark)
    {
        const std::string level = level_of(mark.style);
        const auto before = last_.find(level);
        if (before != last_.end() && mark.number != 1) {
            const auto& [block_before, mark_before] = before->second;
            // A chapter that is missing between two others may have been left out on purpose, in an excerpt.
            const bool may_be_left_out = rank_of(level) < 2 && mark.number > mark_before.number;
            if (breaks_order(mark_before, mark))
                report(material_, "L43", "check.l43.order", may_be_left_out ? Severity::note : Severity::warning,
                       block_before, mark_before, block, mark, findings_);
        }
        look_at_style(block, mark, level);
        last_.insert_or_assign(level, std::pair{block, mark});
        // A heading begins the lists below it anew.
        for (auto it = last_.begin(); it != last_.end();)
            it = rank_of(it->first) > rank_of(level) ? last_.erase(it) : std::next(it);
    }

private:
    void look_at_style(std::size_t block, const Mark& mark, const std::string& level)
    {
        const auto [first, is_new] = styles_.try_emplace(level, block, mark);
        if (is_new || first->second.second.style == mark.style || told_[level]) return;
        told_[level] = true;
        report(material_, "L57", "check.l57.marks", Severity::warning, first->second.first, first->second.second, block,
               mark, findings_);
    }

    const Material& material_;
    Found& findings_;
    std::map<std::string, std::pair<std::size_t, Mark>> last_;
    std::map<std::string, std::pair<std::size_t, Mark>> styles_;
    std::map<std::string, bool> told_;
};

}  // namespace

void find_wrong_numbering(const Material& material, Found& findings)
{
    Order order{material, findings};
    for (std::size_t block = 0; block < material.text.blocks.size(); ++block) {
        if (material.text.blocks[block].kind == Block::Kind::row) continue;
        Mark mark;
        if (read_mark(material.text.blocks[block].text, mark)) order.take(block, mark);
        look_inside(material, block, findings);
    }
}

}  // namespace check
