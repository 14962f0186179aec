// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

namespace app {

// How a route is asked in the route matrix. `{org}` stands for the organisation that the request is about: the matrix
// furnishes each with the same things (World::furnish in route_matrix_test.cpp). A new route needs one line here, and
// in furnish() whatever it is to find.
struct RouteSample {
    std::string operation;
    int status;  // what somebody gets who may, and asks first
    std::map<std::string, std::string> parts = {};
    std::string body = {};
    std::string query = {};
    // Audit records that a success leaves; -1: one for a change, none for a reading.
    int records = -1;
    std::string file = {};  // of routes that take a file
};

inline std::vector<RouteSample> route_samples()
{
    // The server's own, and signing in: without a session.
    std::vector<RouteSample> samples{
        {"getLiveness", 200},
        {"getReadiness", 200},
        {"getVersion", 200},
        {"getMetrics", 200},
        {"getSetup", 200},
        {"setUp", 409, {}, R"({"code":"x","unit":"x","region_code":"420112","region_name":"x",
                           "sysadmin":{"account":"a","name":"a"},"secadmin":{"account":"b","name":"b"},
                           "auditor":{"account":"c","name":"c"}})"},
        {"openSession", 401, {}, R"({"account":"nobody","password":"wrong"})", {}, 1},
        {"openSessionWithCode", 401, {}, R"({"code":"nowhere.wrong"})", {}, 1},
    };
    // One's own account.
    const std::vector<RouteSample> own{
        {"getMe", 200},
        {"signOut", 204},
        {"changePassword", 200, {}, R"({"password":"quark 7 geheim"})"},
        {"beginSecondFactor", 201, {}, "{}"},
        {"confirmSecondFactor", 409, {}, R"({"code":"000000"})", {}, 0},
    };
    const std::vector<RouteSample> identity{
        {"listSessions", 200},
        {"revokeSession", 204, {{"session", "{org}-session"}}},
        {"listOrganisations", 200},
        {"createOrganisation", 201, {}, R"({"name":"新科室","kind":"section","parent":"{org}","region_code":"420112",
                                        "region_name":"x"})"},
        {"getOrganisation", 200, {{"org", "{org}"}}},
        {"changeOrganisation", 200, {{"org", "{org}"}}, R"({"region_name":"新区"})"},
        {"listPeople", 200},
        {"addPerson", 201, {}, R"({"account":"{org}-new","name":"x"})"},
        {"getPerson", 200, {{"person", "{org}-person"}}},
        {"changePerson", 200, {{"person", "{org}-person"}}, R"({"name":"新名"})"},
        {"issueCode", 201, {{"person", "{org}-person"}}},
        {"proposeGrant", 201, {{"person", "{org}-person"}}, R"({"role":"leader","scope":"unit"})"},
        {"listRoles", 200},
        {"listGrants", 200},
        {"decideGrant", 200, {{"grant", "{org}-grant"}}, R"({"decision":"approve"})"},
        {"revokeGrant", 200, {{"grant", "{org}-active"}}, "{}"},
        {"listAudit", 200},
        {"exportAudit", 200, {}, {}, {}, 1},
        {"verifyAudit", 200},
        {"makeCheckpoints", 201},
        // One's own scratch paper leaves no record.
        {"getDraft", 200, {{"name", "x"}}},
        {"saveDraft", 200, {{"name", "x"}}, R"({"value":1})", {}, 0},
        {"deleteDraft", 200, {{"name", "x"}}, {}, {}, 0},
        {"getPreference", 200, {{"name", "x"}}},
        {"savePreference", 200, {{"name", "x"}}, R"({"value":1})", {}, 0},
    };
    // Jobs and restorations of a backup that is not there; a real one is restored in tests/api.
    const std::map<std::string, std::string> no_backup{{"backup", "20010101-020000-000000"}};
    const std::vector<RouteSample> system{
        {"getSystemStatus", 200},
        {"listBackups", 200},
        {"createBackup", 202},
        {"verifyBackup", 404, no_backup},
        {"restoreBackup", 404, no_backup, R"({"confirm":"20010101-020000-000000"})"},
    };
    for (const auto* const some : {&own, &identity, &system}) samples.insert(samples.end(), some->begin(), some->end());
    return samples;
}

}  // namespace app
