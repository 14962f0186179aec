// SPDX-License-Identifier: Apache-2.0
#include "closing/store/closing_store.h"

namespace closing {

namespace {

Span span_of(const sql::Row& row)
{
    return {static_cast<int>(row.integer("year")), static_cast<int>(row.integer("month"))};
}

}  // namespace

sql::Parameters ClosingStore::scoped(sql::Parameters more) const
{
    more.insert(more.begin(), {"org_id", org_});
    return more;
}

void ClosingStore::lock_to_record()
{
    db_.share_until_commit(org_.text() + " closing");
}

void ClosingStore::lock_to_close()
{
    db_.lock_until_commit(org_.text() + " closing");
}

std::set<Span> ClosingStore::spans(int year) const
{
    constexpr std::string_view of_year =
        "SELECT year, month FROM closing_period WHERE org_id = :org_id AND year = :year";
    std::set<Span> found;
    for (const auto& row : db_.query(of_year, scoped({{"year", year}}))) found.insert(span_of(row));
    return found;
}

bool ClosingStore::is_closed(const Span& span) const
{
    constexpr std::string_view one =
        "SELECT year FROM closing_period WHERE org_id = :org_id AND year = :year AND month = :month";
    return !db_.query(one, scoped({{"year", span.year}, {"month", span.month}})).empty();
}

void ClosingStore::add(const ClosedSpan& closed)
{
    constexpr std::string_view insert = R"(
        INSERT INTO closing_period (org_id, year, month, closed_ms, account, open_items)
        VALUES (:org_id, :year, :month, :closed_ms, :account, :open_items))";
    db_.execute(insert, scoped({{"year", closed.span.year},
                                {"month", closed.span.month},
                                {"closed_ms", closed.closed_ms},
                                {"account", closed.account},
                                {"open_items", closed.open_items}}));
    constexpr std::string_view insert_content = R"(
        INSERT INTO closing_content (org_id, year, month, kind, records, amount_fen, digest, subject)
        VALUES (:org_id, :year, :month, :kind, :records, :amount_fen, :digest, :subject))";
    for (const Content& content : closed.contents)
        db_.execute(insert_content, scoped({{"year", closed.span.year},
                                            {"month", closed.span.month},
                                            {"kind", content.kind},
                                            {"records", content.count},
                                            {"amount_fen", content.amount},
                                            {"digest", content.digest},
                                            {"subject", content.subject}}));
}

std::vector<ClosedSpan> ClosingStore::closed(int year) const
{
    constexpr std::string_view of_year = R"(
        SELECT p.year, p.month, p.closed_ms, p.account, p.open_items,
               (SELECT COUNT(*) FROM closing_correction_period k
                 WHERE k.org_id = p.org_id AND k.year = p.year AND k.month = p.month) AS corrections
          FROM closing_period p
         WHERE p.org_id = :org_id AND p.year = :year
         ORDER BY p.month)";
    constexpr std::string_view contents = R"(
        SELECT month, kind, records, amount_fen, digest, subject
          FROM closing_content
         WHERE org_id = :org_id AND year = :year
         ORDER BY month, kind, subject)";
    std::vector<ClosedSpan> found;
    for (const auto& row : db_.query(of_year, scoped({{"year", year}})))
        found.push_back({span_of(row),
                         row.integer("closed_ms"),
                         row.text("account"),
                         row.integer("open_items"),
                         {},
                         row.integer("corrections")});
    for (const auto& row : db_.query(contents, scoped({{"year", year}})))
        for (ClosedSpan& one : found)
            if (one.span.month == row.integer("month"))
                one.contents.push_back({row.text("kind"), row.integer("records"), row.money("amount_fen"),
                                        row.text("digest"), row.text("subject")});
    return found;
}

void ClosingStore::add_correction(const MadeCorrection& made)
{
    constexpr std::string_view insert = R"(
        INSERT INTO closing_correction (org_id, id, reason, document, account, made_ms)
        VALUES (:org_id, :id, :reason, :document, :account, :made_ms))";
    db_.execute(insert, scoped({{"id", made.id},
                                {"reason", made.correction.reason},
                                {"document", made.correction.document},
                                {"account", made.account},
                                {"made_ms", made.made_ms}}));
}

void ClosingStore::add_span(const std::string& correction, const Span& span)
{
    constexpr std::string_view insert = R"(
        INSERT INTO closing_correction_period (org_id, correction_id, year, month)
        VALUES (:org_id, :correction_id, :year, :month))";
    db_.execute(insert, scoped({{"correction_id", correction}, {"year", span.year}, {"month", span.month}}));
}

std::vector<MadeCorrection> ClosingStore::corrections(int year) const
{
    constexpr std::string_view of_year = R"(
        SELECT c.id, c.reason, c.document, c.account, c.made_ms, k.year, k.month
          FROM closing_correction_period k
          JOIN closing_correction c ON c.org_id = k.org_id AND c.id = k.correction_id
         WHERE k.org_id = :org_id AND k.year = :year
         ORDER BY c.id, k.month)";
    std::vector<MadeCorrection> found;
    for (const auto& row : db_.query(of_year, scoped({{"year", year}}))) {
        if (found.empty() || found.back().id != row.text("id"))
            found.push_back({row.text("id"),
                             {row.text("reason"), row.text("document")},
                             row.text("account"),
                             row.integer("made_ms")});
        found.back().spans.push_back(span_of(row));
    }
    return found;
}

}  // namespace closing
