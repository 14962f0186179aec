// SPDX-License-Identifier: Apache-2.0
#pragma once

// A whole server without a socket: requests go through Gateway::plan and Gateway::answer as the transport would send
// them.

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include <boost/json.hpp>

#include "app/schema.h"
#include "app/serve/gateway.h"
#include "app/serve/routes.h"
#include "base/random.h"
#include "base/sm3.h"
#include "identity/identity.h"
#include "identity/people.h"
#include "sql/database.h"

namespace app {

// Who asks: the cookie of their session, and its token against foreign pages.
struct Browser {
    std::string cookie = {};
    std::string csrf = {};
};

struct Ask {
    http::Method method = http::Method::get;
    std::string target;
    std::string body = {};
    Browser browser = {};
    std::vector<std::pair<std::string, std::string>> headers =
        {};                 // over what is sent otherwise; an empty one is not sent
    std::string file = {};  // sent instead of a body
};

struct Answer {
    int status = 0;
    boost::json::value json = {};
    std::string body = {};
    std::vector<std::pair<std::string, std::string>> headers = {};
    std::shared_ptr<http::Subscription> events = {};  // of a stream

    std::string header(std::string_view name) const
    {
        for (const auto& [known, value] : headers)
            if (known == name) return value;
        return {};
    }
    std::string text(std::string_view member) const
    {
        const auto* const object = json.if_object();
        const auto* const value = object ? object->if_contains(member) : nullptr;
        return value && value->is_string() ? std::string{value->get_string()} : std::string{};
    }
    std::string code() const { return text("code"); }
};

inline identity::PasswordProfile cheap_profile()
{
    identity::PasswordProfile profile;
    profile.name = "cheap";
    profile.least_letters = 1;
    profile.cost = {.memory_kib = 64, .passes = 1};
    return profile;
}

class Served {
public:
    // `target` is migrated already.
    explicit Served(const std::string& target)
        : database_{sql::Database::open(target, 4)},
          folder_{std::filesystem::temp_directory_path() /
                  ("mingji-served" + std::to_string(::getpid()) + base::random_hex(4))},
          door_{std::make_unique<identity::Doorkeeper>(cheap_profile(), folder_, 2, 64)},
          router_{all_routes(
              shared_,
              [this] {
                  return Metrics::Sources{server_, *database_, events_, folder_};
              },
              [this]() -> identity::Doorkeeper& { return *door_; })},
          gateway_{{*database_, router_, clock, folder_, events_}}
    {
    }
    ~Served() { std::filesystem::remove_all(folder_); }
    Served(const Served&) = delete;
    Served& operator=(const Served&) = delete;

    Answer ask(const Ask& ask)
    {
        http::Request request;
        request.method = ask.method;
        if (!http::read_target(ask.target, request)) return {400};
        request.remote = "127.0.0.1";
        const auto set = [&](const char* name, const std::string& value) {
            if (!value.empty()) request.headers.set(name, value);
        };
        set("host", "127.0.0.1:8080");
        set("cookie", ask.browser.cookie);
        set("x-csrf-token", ask.browser.csrf);
        if (!http::is_safe(ask.method)) {
            set("sec-fetch-site", "same-origin");
            set("idempotency-key", base::random_hex(8));
        }
        if (!ask.body.empty()) {
            set("content-type", "application/json");
            set("content-length", std::to_string(ask.body.size()));
        }
        if (!ask.file.empty()) attach(request, ask.file);
        for (const auto& [name, value] : ask.headers) request.headers.set(name, value);
        request.body = ask.body;
        http::Plan plan = gateway_.plan(request);
        http::Response response = plan.refusal ? *std::move(plan.refusal) : gateway_.answer(request);
        finish(request, response);
        return answer_of(std::move(response));
    }

    Answer get(const std::string& target, const Browser& browser = {})
    {
        return ask({http::Method::get, target, {}, browser});
    }
    Answer post(const std::string& target, const Browser& browser, const std::string& body = {})
    {
        return ask({http::Method::post, target, body, browser});
    }
    // Reads, then changes what was read.
    Answer change(http::Method method, const std::string& target, const Browser& browser, const std::string& body = {})
    {
        return ask({method, target, body, browser, {{"if-match", get(target, browser).header("ETag")}}});
    }

    // As on the command line.
    base::OrgId add_org(const std::string& id, identity::OrgKind kind = identity::OrgKind::unit,
                        const std::string& parent = {})
    {
        const auto lease = database_->lease();
        identity::Organisation wanted{base::OrgId{id}, id, "420112", "示例区", kind};
        if (!parent.empty()) wanted.parent = base::OrgId{parent};
        return identity::Organisations{*lease, clock}.create(operator_of(base::OrgId{}), wanted).value().id;
    }
    std::string add_person(const base::OrgId& org, const std::string& account,
                           const std::vector<identity::HeldRole>& roles = {}, const std::string& id = {})
    {
        const auto lease = database_->lease();
        identity::Person person;
        person.id = identity::PersonId{id};
        person.account = account;
        person.name = account;
        person.roles = roles;
        return identity::People{*lease, clock}.add(operator_of(org), person).value().id.text();
    }
    std::string code_for(const base::OrgId& org, const std::string& person)
    {
        const auto lease = database_->lease();
        return identity::Sessions{*lease, clock}.issue_code(operator_of(org), identity::PersonId{person}, 15).value();
    }
    // Without a second factor that an administrator would have to set first.
    Browser sign_in(const base::OrgId& org, const std::string& person)
    {
        return browser_of(post("/api/v1/identity/code-sessions", {}, R"({"code":")" + code_for(org, person) + R"("})"));
    }
    static Browser browser_of(const Answer& opened)
    {
        const std::string cookie = opened.header("Set-Cookie");
        return {cookie.substr(0, cookie.find(';')), opened.text("csrf_token")};
    }
    // As if it had been set up: what an administrator does otherwise begins with it.
    void give_second_factor(const std::string& person)
    {
        const auto lease = database_->lease();
        sql::Transaction transaction{*lease};
        lease->execute("UPDATE identity_person SET totp_secret = 'x' WHERE id = :id", {{"id", person}});
        transaction.commit();
    }
    std::int64_t audit_records()
    {
        const auto lease = database_->lease();
        return lease->query("SELECT COUNT(*) AS n FROM identity_audit").front().integer("n");
    }
    identity::AuditRecord last_record(const base::OrgId& org)
    {
        const auto lease = database_->lease();
        return identity::Organisations{*lease, clock}.audit(org).back();
    }

    sql::Database& database() { return *database_; }
    const std::filesystem::path& folder() const { return folder_; }
    identity::Doorkeeper& door() { return *door_; }
    const http::Router& router() const { return router_; }

    base::FixedClock clock{1'795'000'000'000};

private:
    static base::Actor operator_of(const base::OrgId& org) { return {org, "tester", "test", {}, true}; }

    // As the transport leaves what came in.
    void attach(http::Request& request, const std::string& content)
    {
        request.headers.set("content-type", "application/octet-stream");
        request.headers.set("content-length", std::to_string(content.size()));
        const std::filesystem::path path = folder_ / ("sent-" + base::random_hex(8));
        std::filesystem::create_directories(folder_);
        std::ofstream{path, std::ios::binary} << content;
        request.upload = std::make_shared<http::Upload>(path, content.size(), base::sm3(content));
    }

    static Answer answer_of(http::Response response)
    {
        Answer answer{
            response.status, {}, std::move(response.body), std::move(response.headers), std::move(response.events)};
        boost::system::error_code error;
        answer.json = boost::json::parse(answer.body, error);
        return answer;
    }

    std::unique_ptr<sql::Database> database_;
    std::filesystem::path folder_;
    std::unique_ptr<identity::Doorkeeper> door_;
    http::EventHub events_{"test"};
    Shared shared_;
    http::Server server_{{}, {}};  // for its counters; it never runs
    http::Router router_;
    Gateway gateway_;
};

}  // namespace app
