// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "check/core/known_match.h"
#include "check/core/relations.h"
#include "check/core/tables.h"
#include "chinese/letters.h"

namespace check {

namespace {

// Words of a sentence about a budget that do not say whose it is.
constexpr std::array<std::string_view, 34> plain_words{
    "年度", "年初", "年中", "全年", "本年", "当年", "整体", "部门",   "本级", "单位", "我",   "本",
    "中心", "预算", "资金", "支出", "总额", "总",   "金额", "调整后", "调整", "执行", "完成", "实际",
    "累计", "共计", "合计", "率",   "数",   "其中", "达到", "达",     "为",   "年"};
constexpr std::array<std::string_view, 6> of_other_money{"三公", "采购", "专项", "转移支付", "公用经费", "人员经费"};

// Whose budget is spoken of: a name of KnownFigure, empty for the whole unit.
using Scope = std::optional<std::string>;

class Scopes {
public:
    Scopes(const Material& material, const Known& known) : material_{material}
    {
        for (const KnownFigure& figure : known.figures)
            if (figure.as != KnownAs::named && !figure.name.empty()) names_.push_back(figure.name);
        std::sort(names_.begin(), names_.end(),
                  [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
        names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
    }

    // Claims are asked in their order.
    const Scope& of(const Claim& claim)
    {
        const bool goes_on = last_ && last_->block == claim.block && last_->sentence == claim.sentence;
        const std::string between = words_before(claim, goes_on);
        last_ = &claim;
        Scope said = said_in(between);
        if (said)
            scope_ = std::move(said);
        else if (!without_words(between, plain_words).empty())
            scope_.reset();
        else if (!goes_on)
            scope_ = is_about_the_whole(claim.block) ? Scope{""} : Scope{};
        return scope_;
    }

private:
    std::string words_before(const Claim& claim, bool goes_on) const
    {
        const std::string& text = material_.text.blocks[claim.block].text;
        const std::size_t from = goes_on ? last_->at + last_->size : 0;
        std::string words = chinese::compact(std::string_view{text}.substr(from, claim.at - from));
        const std::size_t stop = words.rfind("。");
        return stop == std::string::npos ? words : words.substr(stop + std::string_view{"。"}.size());
    }

    Scope said_in(const std::string& words) const
    {
        for (const std::string& name : names_)
            if (words.find(name) != std::string::npos) return name;
        if (words.find("项目预算") != std::string::npos) return "项目支出";
        if (contains_any(words, {"部门", "整体"}) && without_words(words, plain_words).empty()) return "";
        return {};
    }

    // Below a heading that names other money nothing is about the whole.
    bool is_about_the_whole(std::size_t block) const
    {
        for (std::size_t i = block + 1; i-- > 0;) {
            const Block& above = material_.text.blocks[i];
            if (above.kind != Block::Kind::heading) continue;
            return std::none_of(of_other_money.begin(), of_other_money.end(),
                                [&](std::string_view word) { return above.text.find(word) != std::string::npos; });
        }
        return true;
    }

    const Material& material_;
    std::vector<std::string> names_;
    const Claim* last_ = nullptr;
    Scope scope_;
};

// The first is what the words mean; a bare 预算 is the adjusted one, or the initial.
std::vector<KnownAs> said_by(const Claim& claim, const std::string& words)
{
    if (claim.measure == Measure::per_cent)
        return contains_any(words, {"执行率"}) ? std::vector{KnownAs::rate} : std::vector<KnownAs>{};
    if (claim.measure != Measure::money && !claim.unit.empty()) return {};
    if (contains_any(words, {"执行率", "追加", "增减", "追减", "调剂", "结转", "结余", "未执行", "差额"})) return {};
    if (contains_any(words, {"年初"})) return {KnownAs::initial};
    if (contains_any(words, {"执行"})) return {KnownAs::executed};
    if (contains_any(words, {"调整后", "全年预算"})) return {KnownAs::adjusted};
    if (contains_any(words, {"预算"})) return {KnownAs::adjusted, KnownAs::initial};
    return {};
}

std::vector<KnownAs> score_said_by(const Claim& claim, const std::string& words)
{
    if (claim.measure != Measure::points || !contains_any(words, {"得分", "总分", "得"})) return {};
    if (contains_any(words, {"满分", "分值", "权重"})) return {};
    if (contains_any(words, {"预算执行", "执行率"})) return {KnownAs::execution_score};
    if (contains_any(words, {"绩效指标得"})) return {KnownAs::indicators_score};
    if (contains_any(words, {"自评得分", "自评总分", "总得分", "综合得分"})) return {KnownAs::total_score};
    return {};
}

class Figures {
public:
    explicit Figures(const Known& known)
    {
        for (const KnownFigure& figure : known.figures)
            if (figure.as != KnownAs::named) by_name_.emplace(std::pair{figure.name, figure.as}, &figure);
    }
    std::vector<const KnownFigure*> find(const std::string& name, const std::vector<KnownAs>& said) const
    {
        std::vector<const KnownFigure*> found;
        for (const KnownAs as : said)
            if (const auto one = by_name_.find({name, as}); one != by_name_.end()) found.push_back(one->second);
        return found;
    }

private:
    std::map<std::pair<std::string, KnownAs>, const KnownFigure*> by_name_;
};

void add(std::vector<Stated>& stated, const Claim& claim, std::vector<const KnownFigure*> figures)
{
    if (!figures.empty()) stated.push_back({&claim, std::move(figures)});
}

// A row that is called as the scope is; the whole is 部门整体支出 or the form's 年度资金总额.
Scope scope_of(const TableRow& row, const Known& known)
{
    for (const auto& [column, word] : row.words) {
        if (word == "部门整体支出" || word == "年度资金总额" || word == "部门整体支出总额") return "";
        for (const KnownFigure& figure : known.figures)
            if (figure.as != KnownAs::named && !figure.name.empty() && word == figure.name) return figure.name;
    }
    return {};
}

void add_from_tables(const Material& material, const Known& known, const Figures& figures, std::vector<Stated>& stated)
{
    for (const Table& table : material.tables)
        for (const TableRow& row : table.rows) {
            const Scope scope = scope_of(row, known);
            if (!scope) continue;
            for (const auto& [column, claim] : row.figures)
                if (column < table.titles.size() && !contains_any(table.titles[column], {"分", "权重", "上年"}))
                    add(stated, *claim, figures.find(*scope, said_by(*claim, table.titles[column])));
        }
}

}  // namespace

std::vector<Stated> stated_of_budget(const Material& material, const Known& known)
{
    const Figures figures{known};
    Scopes scopes{material, known};
    std::vector<Stated> stated;
    for (const Claim& claim : material.claims) {
        if (material.text.blocks[claim.block].kind == Block::Kind::row) continue;
        const Scope scope = scopes.of(claim);
        const std::string words = chinese::compact(claim.label);
        if (is_something_else(known, claim, words)) continue;
        add(stated, claim, figures.find("", score_said_by(claim, words)));
        if (scope) add(stated, claim, figures.find(*scope, said_by(claim, words)));
    }
    add_from_tables(material, known, figures, stated);
    return stated;
}

}  // namespace check
