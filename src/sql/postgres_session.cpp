// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>
#include <utility>

#include "sql/postgres_link.h"
#include "sql/session.h"

namespace sql {

namespace {

// pg_type.dat: what a column of ours can be.
constexpr std::array<Oid, 3> whole_types{20, 21, 23};              // bigint, smallint, integer
constexpr std::array<Oid, 5> text_types{25, 1043, 1042, 19, 705};  // text, varchar, char, name, a bare literal

bool is_name_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

// ":org_id" becomes "$1", a name that stands twice the same number. Quoted texts and casts (::) are left alone.
struct Numbered {
    std::string text = {};
    std::vector<std::string> names = {};
};

Numbered numbered(std::string_view statement)
{
    Numbered out;
    for (std::size_t at = 0; at < statement.size();) {
        const char c = statement[at];
        if (c == '\'') {
            const auto end = std::min(statement.find('\'', at + 1), statement.size() - 1);
            out.text += statement.substr(at, end + 1 - at);
            at = end + 1;
            continue;
        }
        const bool is_cast = c == ':' && at + 1 < statement.size() && statement[at + 1] == ':';
        std::size_t end = at + 1;
        while (c == ':' && end < statement.size() && is_name_letter(statement[end])) ++end;
        if (is_cast || end == at + 1) {
            out.text += statement.substr(at, is_cast ? 2 : 1);
            at += is_cast ? 2 : 1;
            continue;
        }
        const std::string name{statement.substr(at + 1, end - at - 1)};
        const auto known = std::find(out.names.begin(), out.names.end(), name);
        const auto number = known - out.names.begin() + 1;
        if (known == out.names.end()) out.names.push_back(name);
        out.text += "$" + std::to_string(number);
        at = end;
    }
    return out;
}

Value::Variant column_value(const PGresult* answer, int row, int column)
{
    if (PQgetisnull(answer, row, column)) return std::monostate{};
    const std::string_view text{PQgetvalue(answer, row, column),
                                static_cast<std::size_t>(PQgetlength(answer, row, column))};
    const Oid type = PQftype(answer, column);
    if (std::find(text_types.begin(), text_types.end(), type) != text_types.end()) return std::string{text};
    if (std::find(whole_types.begin(), whole_types.end(), type) == whole_types.end())
        throw std::logic_error(std::string{"column "} + PQfname(answer, column) + " is neither text nor whole");
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

// COPY's text format: \N is NULL, and these four characters are escaped.
void append_copy_field(std::string& line, const Value& value)
{
    if (const auto* const number = std::get_if<std::int64_t>(&value.variant())) {
        line += std::to_string(*number);
        return;
    }
    const auto* const text = std::get_if<std::string>(&value.variant());
    if (!text) {
        line += "\\N";
        return;
    }
    for (const char c : *text) switch (c) {
            case '\\': line += "\\\\"; break;
            case '\n': line += "\\n"; break;
            case '\r': line += "\\r"; break;
            case '\t': line += "\\t"; break;
            default: line += c;
        }
}

class PostgresBulk final : public BulkTarget {
public:
    PostgresBulk(PostgresLink& link, std::string_view table, const std::vector<std::string>& columns) : link_{link}
    {
        std::string text = "COPY " + std::string{table} + " (";
        for (std::size_t i = 0; i < columns.size(); ++i) text += (i == 0 ? "" : ", ") + columns[i];
        text += ") FROM STDIN";
        const PostgresAnswer answer = link_.run(text);
        if (PQresultStatus(answer.get()) != PGRES_COPY_IN) throw link_.error_of(answer.get(), text);
        is_open_ = true;
    }

    ~PostgresBulk() override
    {
        // Not finished: take the rows back, so that the connection can roll back.
        if (is_open_) link_.abandon_rows();
    }

    void add(const std::vector<Value>& row) override
    {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) lines_ += '\t';
            append_copy_field(lines_, row[i]);
        }
        lines_ += '\n';
        constexpr std::size_t buffer_bytes = 1 << 16;
        if (lines_.size() >= buffer_bytes) send();
    }

    void finish() override
    {
        if (!is_open_) return;
        if (!lines_.empty()) send();
        is_open_ = false;
        const PostgresAnswer answer = link_.end_rows();
        if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) throw link_.error_of(answer.get(), "COPY");
    }

private:
    void send()
    {
        link_.send_rows(lines_);
        lines_.clear();
    }

    PostgresLink& link_;
    std::string lines_;
    bool is_open_ = false;
};

class PostgresSession final : public Session {
public:
    explicit PostgresSession(const std::string& target) : link_{target}
    {
        script("SET client_min_messages = warning; SET synchronous_commit = on; SET client_encoding = 'UTF8'");
    }

    Engine engine() const override { return Engine::postgres; }
    bool in_transaction() const override { return link_.in_transaction(); }
    bool is_alive() const override { return link_.is_alive(); }
    void set_patience(Patience patience) override { link_.set_patience(patience); }

    std::int64_t run(std::string_view text, const Parameters& parameters, const RowVisitor& visit) override
    {
        run_later(text, parameters);
        const PostgresAnswer answer = run_waiting();
        if (PQresultStatus(answer.get()) == PGRES_TUPLES_OK && visit) show(answer.get(), visit);
        const std::string_view changed{PQcmdTuples(answer.get())};  // empty where nothing can change
        std::int64_t rows = 0;
        std::from_chars(changed.data(), changed.data() + changed.size(), rows);
        return rows;
    }

    void run_later(std::string_view text, const Parameters& parameters) override
    {
        const Prepared& prepared = prepare(text);
        PostgresCall call{prepared.name, {}};
        call.values.resize(prepared.names.size());
        std::vector<bool> given(prepared.names.size());
        for (const auto& [name, value] : parameters) {
            const auto known = std::find(prepared.names.begin(), prepared.names.end(), name);
            if (known == prepared.names.end()) throw std::logic_error("the statement has no parameter :" + name);
            const auto position = static_cast<std::size_t>(known - prepared.names.begin());
            if (given[position]) throw given_twice(name);
            given[position] = true;
            auto& written = call.values[position];
            if (const auto* const number = std::get_if<std::int64_t>(&value.variant()))
                written = std::to_string(*number);
            else if (const auto* const words = std::get_if<std::string>(&value.variant()))
                written = *words;
        }
        texts_.emplace_back(text);
        waiting_.push_back(std::move(call));
    }

    void forget_later() noexcept override
    {
        waiting_.clear();
        texts_.clear();
    }

    void script(const std::string& statements) override
    {
        if (!waiting_.empty()) run_waiting();
        const PostgresAnswer answer = link_.run(statements);
        const auto status = PQresultStatus(answer.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) throw link_.error_of(answer.get(), statements);
    }

    std::unique_ptr<BulkTarget> bulk(std::string_view table, const std::vector<std::string>& columns) override
    {
        if (!waiting_.empty()) run_waiting();
        return std::make_unique<PostgresBulk>(link_, table, columns);
    }

private:
    struct Prepared {
        std::string name;
        std::vector<std::string> names;  // of parameters, in the order of their numbers
    };

    const Prepared& prepare(std::string_view text)
    {
        const auto known = prepared_.find(std::string{text});
        if (known != prepared_.end()) return known->second;
        Numbered statement = numbered(text);
        Prepared made{"s" + std::to_string(prepared_.size()), std::move(statement.names)};
        const PostgresAnswer answer = link_.prepare(made.name, statement.text);
        if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) throw link_.error_of(answer.get(), text);
        return prepared_.emplace(std::string{text}, std::move(made)).first->second;
    }

    // Sends all that waits; the answer to the last of it.
    PostgresAnswer run_waiting()
    {
        const std::vector<PostgresCall> calls = std::exchange(waiting_, {});
        const std::vector<std::string> texts = std::exchange(texts_, {});
        std::vector<PostgresAnswer> answers = link_.run_prepared(calls);
        if (answers.empty()) throw link_.error_of(nullptr, texts.back());
        const auto status = PQresultStatus(answers.back().get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
            throw link_.error_of(answers.back().get(), texts[answers.size() - 1]);
        return std::move(answers.back());
    }

    static void show(const PGresult* answer, const RowVisitor& visit)
    {
        const int width = PQnfields(answer);
        auto names = std::make_shared<std::vector<std::string>>();
        for (int i = 0; i < width; ++i) names->push_back(PQfname(answer, i));
        for (int row = 0; row < PQntuples(answer); ++row) {
            std::vector<Value::Variant> values;
            values.reserve(static_cast<std::size_t>(width));
            for (int i = 0; i < width; ++i) values.push_back(column_value(answer, row, i));
            visit(Row{names, std::move(values)});
        }
    }

    PostgresLink link_;
    std::unordered_map<std::string, Prepared> prepared_;
    std::vector<PostgresCall> waiting_;  // for the next statement
    std::vector<std::string> texts_;     // of each, for an error
};

}  // namespace

bool is_server(std::string_view target)
{
    return target.starts_with("postgresql://") || target.starts_with("postgres://") || target.starts_with("host=");
}

std::unique_ptr<Session> open_postgres(const std::string& target)
{
    return std::make_unique<PostgresSession>(target);
}

}  // namespace sql
