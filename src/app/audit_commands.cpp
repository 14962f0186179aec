// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>

#include "app/commands.h"
#include "base/instant.h"
#include "cli/json.h"
#include "identity/audit.h"
#include "identity/identity.h"

namespace app {

namespace {

boost::json::object to_json(const identity::Verification& result)
{
    boost::json::value fault;
    if (result.fault)
        fault = boost::json::object{{"kind", to_text(result.fault->kind)},
                                    {"sequence", result.fault->sequence},
                                    {"record", result.fault->audit_id}};
    return {{"org", result.org.text()},    {"is_intact", !result.fault},        {"sealed", result.sealed},
            {"unsealed", result.unsealed}, {"checkpoints", result.checkpoints}, {"fault", std::move(fault)}};
}

void print(const std::vector<identity::Verification>& results, cli::Terminal& terminal)
{
    if (terminal.format == cli::Format::json) {
        boost::json::array items;
        for (const identity::Verification& one : results) items.push_back(to_json(one));
        cli::print_json(terminal.out, boost::json::object{{"organisations", std::move(items)}});
        return;
    }
    for (const identity::Verification& one : results) {
        const base::ErrorArgs args{{"org", one.org.text()},
                                   {"sealed", std::to_string(one.sealed)},
                                   {"unsealed", std::to_string(one.unsealed)},
                                   {"checkpoints", std::to_string(one.checkpoints)}};
        if (!one.fault) {
            terminal.out << terminal.words("app.audit.intact", args) << '\n';
            continue;
        }
        const std::string kind = terminal.words("identity.audit.kind." + std::string{to_text(one.fault->kind)});
        terminal.out << terminal.words("app.audit.broken", {{"org", one.org.text()},
                                                            {"sequence", std::to_string(one.fault->sequence)},
                                                            {"record", one.fault->audit_id},
                                                            {"kind", kind}})
                     << '\n';
    }
}

// An organisation by its id or its name.
bool is_called(const cli::Office& office, const base::OrgId& org, const std::string& wanted)
{
    const auto known = identity::Organisations{office.db, office.clock}.find(org);
    return org.text() == wanted || (known && known->name == wanted);
}

// Of every organisation, or of the one that --org names; also while a server works.
cli::Exit verify(Desk& desk, const cli::Input& input, cli::Terminal& terminal)
{
    const auto office = desk.open_to_read(input);
    if (!office) return refuse(terminal, office.error());
    const identity::AuditTrail trail{office->db, office->clock};
    const identity::CheckpointFile file{office->data};
    const std::string wanted = input.text("--org");
    std::vector<identity::Verification> results;
    for (identity::Verification& one : trail.verify_all(file))
        if (wanted.empty() || is_called(*office, one.org, wanted)) results.push_back(std::move(one));
    if (results.empty() && !wanted.empty())
        return refuse(terminal, {base::ErrorKind::not_found, "identity.org.unknown", {{"id", wanted}}});
    print(results, terminal);
    for (const identity::Verification& one : results)
        if (one.fault) return cli::Exit::errors_found;
    return cli::Exit::done;
}

cli::Exit checkpoint(Desk& desk, const cli::Input& input, cli::Terminal& terminal)
{
    const auto office = desk.open(input);
    if (!office) return refuse(terminal, office.error());
    const identity::CheckpointFile file{office->data};
    const auto made = identity::AuditTrail{office->db, office->clock}.checkpoint(office->actor, file);
    if (!made) return refuse(terminal, made.error());
    for (const identity::Checkpoint& one : *made)
        terminal.out << base::instant_text(one.at_ms) << ' ' << one.org.text() << ' ' << one.sequence << ' ' << one.link
                     << '\n';
    return cli::Exit::done;
}

}  // namespace

void add_audit_commands(cli::Program& program, Desk& desk)
{
    program.add(
        {.path = {"audit", "verify"},
         .summary = {"核对审计记录的链，指出第一条被改动的记录",
                     "read the chain over audit records and name the first row that was tampered with"},
         .examples = {"mingji audit verify", "mingji audit verify --org 示例中心 --format json"},
         .run = [&desk](const cli::Input& input, cli::Terminal& terminal) { return verify(desk, input, terminal); }});
    program.add({.path = {"audit", "checkpoint"},
                 .summary = {"把链的末端记到数据库之外，并打印出来抄存",
                             "note the ends of the chains outside the database, and print them to be kept elsewhere"},
                 .examples = {"mingji audit checkpoint"},
                 .run = [&desk](const cli::Input& input, cli::Terminal& terminal) {
                     return checkpoint(desk, input, terminal);
                 }});
}

}  // namespace app
