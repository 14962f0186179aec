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

// The slices' routes in a unit that keeps nothing yet: what is named is not there, lists are empty.
inline std::vector<RouteSample> jobs_and_budget_samples()
{
    const std::map<std::string, std::string> year{{"year", "2026"}};
    const std::map<std::string, std::string> payment{{"year", "2026"}, {"voucher", "x"}, {"entry", "1"}};
    const std::map<std::string, std::string> job{{"job", "x"}};
    return {
        {"listJobs", 200},
        {"getJob", 404, job},
        {"cancelJob", 404, job},
        {"getJobFile", 404, {{"job", "x"}, {"name", "x"}}},
        {"uploadFile", 201, {}, {}, "name=a.csv", -1, "a,b\n1,2\n"},
        {"listenToEvents", 200},
        {"listBudgetYears", 200},
        {"openBudgetYear", 201, {}, R"({"year":2026})"},
        {"listBudgetLines", 404, year},
        {"addBudgetLine", 404, year, R"({"code":"x","name":"x","kind":"basic"})"},
        {"listBudgetDocuments", 404, year},
        {"issueBudgetDocument", 404, year,
         R"({"number":"x","issued_on":"2026-01-05","kind":"initial","lines":[{"line":"x","amount":"1.00"}]})"},
        {"listContracts", 404, year},
        {"signContract", 404, year,
         R"({"number":"x","line":"x","payee":"x","amount":"1.00","signed_on":"2026-01-05"})"},
        {"listPayments", 404, year},
        {"recordPayment", 404, year,
         R"({"voucher":"x","paid_on":"2026-01-05","line":"x","payee":"x","amount":"1.00"})"},
        {"refundPayment", 404, payment, R"({"voucher":"y","paid_on":"2026-01-06","amount":"1.00"})"},
        {"reversePayment", 404, payment, R"({"voucher":"y","paid_on":"2026-01-06"})"},
        {"getExecution", 404, year},
        {"listBudgetFindings", 404, year},
        {"exportBudget", 404, year, {}, "kind=payments&format=csv"},
        {"getBudgetTemplate", 200, {{"kind", "budget"}}},
        {"getClosingYear", 200, year},
        {"listClosingOpenItems", 409, year, {}, "period=2026-12"},
        {"closePeriod", 409, year, R"({"period":"2026-12"})"},
        {"verifyClosing", 200, year},
        {"previewRollOver", 404, year},
        {"rollOver", 404, year, R"({})"},
        {"compareYears", 404, {}, {}, "before=2025&after=2026"},
        {"exportComparison", 404, {}, {}, "before=2025&after=2026"},
        {"importIntoBudget", 422, year, R"({"kind":"budget","upload":"x"})"},
    };
}

inline std::vector<RouteSample> ledgers_samples()
{
    const std::map<std::string, std::string> ledger{{"ledger", "x"}};
    const std::map<std::string, std::string> record{{"ledger", "x"}, {"identity", "x"}};
    const char* const columns = R"({"name":"新台账","columns":[{"title":"编号","type":"text","identity":true}]})";
    return {
        {"listLedgers", 200},
        {"declareLedger", 201, {}, columns},
        {"getLedger", 404, ledger},
        {"changeLedger", 428, ledger, R"({"columns":[{"title":"编号","type":"text","identity":true}]})"},
        {"getLedgerMapping", 404, ledger},
        {"changeLedgerMapping", 428, ledger, R"({"mapping":[]})"},
        {"listLedgerRecords", 404, ledger},
        {"getLedgerRecordHistory", 404, record},
        {"exportLedger", 404, ledger, {}, "format=csv"},
        {"getLedgerTemplate", 200, ledger},
        {"importIntoLedger", 404, ledger, R"({"upload":"x"})"},
    };
}

inline std::vector<RouteSample> holdings_samples()
{
    const std::map<std::string, std::string> stocktake{{"stocktake", "x"}};
    const char* const lease =
        R"("kind":"out","party":"x","building":null,"address":"x","area_m2":"1.00","approval":"x","from":"2026-01-01","until":"2026-12-31","yearly_rent":"1.00","note":null})";
    return {
        {"listStocktakes", 200},
        {"openStocktake", 422, {}, R"({"code":"x","name":"x","opened_on":"2026-01-05","buildings":["none"]})"},
        {"getStocktake", 404, stocktake},
        {"listStocktakeRooms", 404, stocktake},
        {"countRooms", 404, stocktake,
         R"({"entries":[{"id":"x","building":"x","number":"x","state":"vacant","counted_at":"2026-01-05T01:00:00Z"}]})"},
        {"closeStocktake", 404, stocktake, "{}"},
        {"getReconciliation", 200, {{"kind", "title"}}},
        {"exportReconciliation", 200, {{"kind", "title"}}},
        {"getHoldingsTemplate", 200},
        {"importUnitLedgers", 422, {}, R"({"upload":"x"})"},
        {"listIdleRooms", 200},
        {"listLeases", 200},
        {"recordLease", 201, {}, std::string{R"({"code":"x",)"} + lease},
        {"getLease", 404, {{"lease", "none"}}},
        {"changeLease", 428, {{"lease", "none"}}, std::string{"{"} + lease},
        {"payLeaseIncome", 404, {{"lease", "none"}}, R"({"paid_on":"2026-01-05","amount":"1.00","document":"x"})"},
        {"decideIdleRoom",
         404,
         {},
         R"({"building":"x","number":"x","state":"offered","day":"2026-01-05","document":"x"})"},
    };
}

inline std::vector<RouteSample> request_samples()
{
    const std::map<std::string, std::string> request{{"request", "x"}};
    const std::map<std::string, std::string> unit{{"unit", "x"}};
    const std::map<std::string, std::string> use{{"use", "1"}};
    const std::map<std::string, std::string> agreement{{"agreement", "x"}};
    const char* const posts =
        R"("level":"county","valid_from":"2026-01-05","storeys":"multi_storey","ranks":[{"rank":"科级以下","posts":1}]})";
    return {
        {"getAreaStandards", 200},
        {"listAllocationUnits", 200},
        {"recordAllocationUnit", 201, {}, std::string{R"({"unit":"x",)"} + posts},
        {"getAllocationUnit", 404, {{"unit", "none"}}},
        {"getAllocationsTemplate", 200},
        {"exportAllocations", 200},
        {"importAllocations", 422, {}, R"({"upload":"x"})"},
        {"changeAllocationUnit", 428, unit, std::string{"{"} + posts},
        {"getUnitPaper", 404, {{"unit", "none"}, {"paper", "calculation.docx"}}},
        {"listPersonAreas", 200},
        {"listRoomUses", 200},
        {"giveRoom",
         422,
         {},
         R"({"person":"1","rank":"科级以下","unit":"none","post":"main","building":"x","room":"x","started_on":"2026-01-05"})"},
        {"getRoomUse", 404, use},
        {"tellPersonEvent", 404, use, R"({"event":"transfer","happened_on":"2026-01-05"})"},
        {"returnRoom", 404, use, R"({"ended_on":"2026-01-05"})"},
        {"listDueRooms", 200},
        {"listAgreements", 200},
        {"signAgreement",
         422,
         {},
         R"({"unit":"none","rooms":[{"building":"x","room":"x"}],"signed_on":"2026-01-05","valid_from":"2026-01-05","valid_to":"2026-12-31","purposes":[]})"},
        {"getAgreement", 404, agreement},
        {"endAgreement", 404, agreement, R"({"ended_on":"2026-01-05"})"},
        {"getAgreementPaper", 404, {{"agreement", "x"}, {"paper", "agreement.docx"}}},
        {"listPublications", 200},
        {"recordPublication", 201, {}, R"({"year":2026,"published_on":"2026-01-05","place":"x","document":"x"})"},
        {"getPublicationPaper", 200, {{"paper", "2026.docx"}}},
        {"listAllocationRequests", 200},
        {"askForOffices",
         422,
         {},
         R"({"unit":"none","asked_on":"2026-01-05","reason":"x","document":"x","office_rooms":1,"office_m2":"9.00"})"},
        {"getAllocationRequest", 404, request},
        {"searchFreeRooms", 404, request},
        {"takeAllocationStep", 404, request,
         R"({"way":"exchange","result":"none","taken_on":"2026-01-05","document":"x"})"},
        {"settleAllocationRequest", 404, request, R"({"outcome":"withdrawn","settled_on":"2026-01-05","reason":"x"})"},
    };
}

inline std::vector<RouteSample> meetings_samples()
{
    const std::map<std::string, std::string> room{{"room", "x"}};
    const std::map<std::string, std::string> booking{{"booking", "x"}};
    const std::map<std::string, std::string> stage{{"booking", "x"}, {"stage", "before"}};
    const char* const of_room =
        R"("name":"x","area":"","seats":10,"equipment":[],"layouts":[],"opening":{"weekdays":[1],"from":"08:00","until":"18:00","closed_days":[]},"needs_approval":true,"is_active":true})";
    const char* const when = R"("from":"2026-01-05T09:00:00+08:00","until":"2026-01-05T10:00:00+08:00")";
    const char* const what = R"("title":"x","kind":"x","host":"x","attendees":1})";
    return {
        {"listMeetingRooms", 200},
        {"recordMeetingRoom", 201, {}, std::string{R"({"code":"x",)"} + of_room},
        {"getMeetingRoom", 404, room},
        {"changeMeetingRoom", 428, room, std::string{"{"} + of_room},
        {"getMeetingTimeline", 200},
        {"listBookings", 200},
        {"bookMeeting", 404, {}, std::string{R"({"room":"none",)"} + when + "," + what},
        {"previewBooking", 404, {}, std::string{R"({"room":"none",)"} + when + "}"},
        {"getBooking", 404, booking},
        {"changeBooking", 428, booking, std::string{"{"} + what},
        {"decideBooking", 404, booking, R"({"version":1,"is_approved":true,"reason":null})"},
        {"moveBooking", 404, booking, std::string{R"({"version":1,"room":"x",)"} + when + "}"},
        {"cancelBooking", 404, booking, R"({"version":1,"reason":"x"})"},
        {"missBooking", 404, booking, R"({"version":1,"reason":"x"})"},
        {"getMeetingCalendar", 200},
        {"getMeetingTemplate", 200},
        {"exportMeetings", 200},
        {"importMeetings", 422, {}, R"({"upload":"x"})"},
        {"listMeetingFeeds", 200},
        {"makeMeetingFeed", 201, {}, "{}"},
        {"revokeMeetingFeed", 404, {{"feed", "x"}}},
        {"getMeetingFeed", 404, {{"secret", "x"}}},
        {"getMeetingStatistics", 200},
        {"getMeetingService", 404, booking},
        {"changeMeetingService", 428, booking,
         R"({"banner":null,"place_cards":[],"refreshments":[],"equipment":[],"equipment_note":null,"staff":[],"requests":null})"},
        {"getMeetingStages", 404, booking},
        {"answerChecklistItem", 404, stage, R"({"item":"banner","version":0,"answer":"done"})"},
        {"signOffStage", 404, stage, R"({"version":0})"},
        {"printMeetingPaper", 404, booking, R"({"paper":"sheet"})"},
        {"getMeetingPaper", 404, {{"booking", "x"}, {"paper", "sheet.pdf"}}},
        {"listServiceStaff", 200},
        {"getServiceDay", 200},
        {"listMeetingNotices", 200},
        {"acknowledgeMeetingNotice", 404, {{"notice", "x"}}},
    };
}

inline std::vector<RouteSample> repairs_samples()
{
    const std::map<std::string, std::string> equipment{{"equipment", "x"}};
    const std::map<std::string, std::string> plan{{"plan", "x"}};
    const std::map<std::string, std::string> order{{"order", "x"}};
    const char* const of_equipment = R"("name":"x","kind":"x","place":"x","is_active":true})";
    const char* const of_plan =
        R"("name":"x","kind":"x","every_days":30,"first_day":"2026-01-05","items":["x"],"is_active":true})";
    const char* const version = R"({"version":1})";
    return {
        {"listEquipment", 200},
        {"recordEquipment", 201, {}, std::string{R"({"code":"y",)"} + of_equipment},
        {"getEquipment", 404, equipment},
        {"changeEquipment", 428, equipment, std::string{"{"} + of_equipment},
        {"listReportCodes", 200},
        {"getReportCode", 404, equipment},
        {"renewReportCode", 404, equipment},
        {"listInspectionPlans", 200},
        {"recordInspectionPlan", 201, {}, std::string{R"({"code":"y",)"} + of_plan},
        {"getInspectionPlan", 404, plan},
        {"changeInspectionPlan", 428, plan, std::string{"{"} + of_plan},
        {"listDueInspections", 200},
        {"listInspections", 200},
        {"recordInspection", 404, {}, R"({"equipment":"none","plan":"none","day":"2026-01-05","items":[]})"},
        {"getInspection", 404, {{"inspection", "x"}}},
        {"listRepairOrders", 200},
        {"reportFault", 404, {}, R"({"equipment":"none","fault":"x"})"},
        {"getRepairOrder", 404, order},
        {"reviewReport", 404, order, R"({"version":1,"is_accepted":true})"},
        {"pauseRepair", 404, order, R"({"version":1,"reason":"room_in_use"})"},
        {"resumeRepair", 404, order, version},
        {"finishRepair", 404, order, R"({"version":1,"work":"x","repaired_by":"x"})"},
        {"acceptRepair", 404, order, R"({"version":1,"is_accepted":true})"},
        {"cancelRepair", 404, order, R"({"version":1,"reason":"x"})"},
        {"addRepairPhotos", 404, order, R"({"version":1,"photos":[]})"},
        {"uploadPhoto", 422, {}, {}, {}, -1, "no picture"},
        {"getPhoto", 404, {{"photo", "x"}}},
        {"importRepairs", 422, {}, R"({"upload":"x"})"},
        {"getRepairsTemplate", 200},
        {"getRepairStatistics", 200},
        {"askReportCode", 404, {}, R"({"code":"x"})"},
        {"reportByCode", 404, {}, R"({"code":"x","id":"x","fault":"x"})"},
        {"addPhotoByCode", 404, {}, {}, {}, -1, "no picture"},
    };
}

inline std::vector<RouteSample> surveys_samples()
{
    const std::map<std::string, std::string> survey{{"survey", "x"}};
    const char* const written =
        R"({"title":"x","audience":"x","subject":"x","from":"2026-01-01","until":"2026-01-31","questions":[{"code":"Q1","text":"x","kind":"rating","options":[],"is_main":true}]})";
    const char* const version = R"({"version":1})";
    return {
        {"listSurveys", 200},
        {"recordSurvey", 201, {}, written},
        {"getSurvey", 404, survey},
        {"changeSurvey", 428, survey, written},
        {"openSurvey", 404, survey, version},
        {"closeSurvey", 404, survey, version},
        {"issueCards", 404, survey, R"({"version":1,"count":1})"},
        {"getSurveyResults", 404, survey},
        {"compareSurveys", 404, survey},
        {"listSurveyActions", 200},
        {"finishSurveyAction", 404, {{"action", "x"}}, R"({"version":1,"result":"x","done_on":"2026-01-05"})"},
        {"importAnswers", 422, {}, R"({"upload":"x","asked":1})"},
        {"getAnswersTemplate", 200},
        {"getSurveyStatistics", 200},
        {"askSurveyQuestions", 409, {}, R"({"token":"x"})"},
        {"answerSurvey", 409, {}, R"({"token":"x","id":"x","answers":[]})"},
    };
}

inline std::vector<RouteSample> premises_samples()
{
    const std::map<std::string, std::string> parcel{{"parcel", "x"}};
    const std::map<std::string, std::string> building{{"building", "x"}};
    const std::map<std::string, std::string> campaign{{"campaign", "x"}};
    const std::map<std::string, std::string> member{{"campaign", "x"}, {"member", "x"}};
    const char* const estate = R"({"code":"x","name":"x","title":{"status":"registered"}})";
    const char* const change = R"({"name":"x","title":{"status":"registered"}})";
    return {
        {"listParcels", 200},
        {"recordParcel", 201, {}, estate},
        {"getParcel", 404, parcel},
        {"changeParcel", 428, parcel, change},
        {"listBuildings", 200},
        {"recordBuilding", 201, {}, estate},
        {"getBuilding", 404, building},
        {"changeBuilding", 428, building, change},
        {"listRooms", 404, building},
        {"changeRooms", 428, building, R"({"rooms":[]})"},
        {"getPremisesMap", 200},
        {"importSurvey", 422, {}, R"({"kind":"parcel","upload":"x"})"},
        {"importPremises", 422, {}, R"({"upload":"x"})"},
        {"getPremisesTemplate", 200},
        {"exportPremises", 200},
        {"listCampaigns", 200},
        {"openCampaign", 201, {}, R"({"code":"x","name":"x"})"},
        {"getCampaign", 404, campaign},
        {"addCampaignMember", 404, campaign, R"({"code":"x","unit":"x","category":"agency","area_m2":"1.00"})"},
        {"getCampaignMember", 404, member},
        {"changeCampaignMember", 428, member, R"({"unit":"x","category":"agency","area_m2":"1.00"})"},
        {"takeCampaignStep", 404, member, R"({"step":"applied","taken_on":"2024-01-01"})"},
    };
}

inline std::vector<RouteSample> indicators_samples()
{
    const std::map<std::string, std::string> year{{"year", "2026"}};
    const std::map<std::string, std::string> indicator{{"year", "2026"}, {"code", "x"}};
    const std::map<std::string, std::string> note{{"year", "2026"}, {"code", "x"}, {"kind", "reason"}};
    const std::map<std::string, std::string> run{{"run", "x"}};
    const std::map<std::string, std::string> fact{{"run", "x"}, {"code", "x"}};
    return {
        {"listIndicatorYears", 200},
        {"listRuleSets", 200},
        {"getTargets", 200, year},
        // Setting the same table again changes nothing and leaves no record: tests/api sets one.
        {"setTargets", 422, year, R"({"goals":[],"indicators":[],"supports":[]})"},
        {"issueRevision", 404, year,
         R"({"document":"x","date":"2026-07-01","changes":[{"kind":"remove","code":"x","reason":"x"}]})"},
        {"readTargets", 200, {}, R"({"items":[]})", {}, 0},
        {"listEntries", 200, year},
        {"getEntry", 404, indicator},
        {"setEntry", 428, indicator, R"({"actual":"1"})"},
        {"listNotes", 200, year},
        {"getNote", 404, note},
        {"setNote", 428, note, R"({"text":"x"})"},
        {"listEvidence", 200, year},
        {"listEvidenceOfIndicator", 200, indicator},
        {"addEvidence", 404, indicator, {}, "name=a.csv", -1, "a,b\n1,2\n"},
        {"verifyEvidence", 200, year},
        {"getEvidence", 404, {{"digest", "x"}}},
        {"answerMeasure", 422, year, R"({"measure":{"source":"台账:x","method":"计数"}})"},
        {"listRuns", 200, year},
        {"getRun", 404, run},
        {"verifyRun", 404, run},
        {"compareRuns", 404, run, {}, "with=y"},
        {"waiveFinding", 404, run, R"({"finding":1,"reason":"x"})"},
        {"signRun", 404, run, R"({})"},
        {"listFacts", 404, run},
        {"getFact", 404, fact},
        {"listFactRecords", 404, fact},
        {"verifyFact", 404, fact},
        {"getForecast", 404, year},
        {"askWhatIf", 404, year, R"({})"},
        {"getIndicatorDesk", 200, year},
        {"importTargets", 422, year, R"({"upload":"x"})"},
        {"evaluateYear", 404, year, R"({})"},
    };
}

inline std::vector<RouteSample> reports_samples()
{
    const std::map<std::string, std::string> year{{"year", "2026"}};
    const std::map<std::string, std::string> section{{"year", "2026"}, {"section", "next_year"}};
    return {
        {"listReportSections", 200, year},
        {"getReportSection", 200, section},
        {"setReportSection", 200, section, R"({"text":"x"})"},
        {"previewReport", 404, year},
        {"renderReport", 404, year, R"({})"},
        {"getReportFile", 404, {{"year", "2026"}, {"name", "report.docx"}}},
    };
}

inline std::vector<RouteSample> check_samples()
{
    const std::map<std::string, std::string> report{{"report", "x"}};
    const char* const waiver = R"({"finding":"x","reason":"x"})";
    return {
        {"listCheckedReports", 200},
        {"checkReport", 422, {}, R"({"upload":"x"})"},
        {"checkRunReport", 404, {{"run", "x"}}},
        {"getCheckedReport", 404, report},
        {"exportFindings", 404, report, {}, "format=html"},
        {"waiveReportFinding", 404, report, waiver},
        {"withdrawReportWaiver", 404, report, waiver},
    };
}

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
        {"getPasswordRules", 200},
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
        {"listCheckpoints", 200},
        {"makeCheckpoints", 201},
        {"exportPeople", 200},
        {"exportGrants", 200},
        {"exportSessions", 200},
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
        {"askForRestoration", 404, no_backup, R"({"confirm":"20010101-020000-000000"})"},
        {"decideRestoration", 409, {}, R"({"backup":"20010101-020000-000000","decision":"approve"})"},
    };
    for (const auto& some : {own, identity, system, jobs_and_budget_samples(), ledgers_samples(), premises_samples(),
                             holdings_samples(), request_samples(), meetings_samples(), repairs_samples(),
                             surveys_samples(), indicators_samples(), reports_samples(), check_samples()})
        samples.insert(samples.end(), some.begin(), some.end());
    return samples;
}

}  // namespace app
