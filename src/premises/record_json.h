// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "premises/premises.h"

namespace premises {

// What is recorded and what is computed from it, in JSON, the same on the command line and over HTTP: areas in square
// metres, every number a string but for counts and floors.
boost::json::object row_json(const Estate& estate, bool has_outline);
boost::json::object json_of(const EstateFile& file);
boost::json::object json_of(const Room& room);
boost::json::array json_of(const std::vector<SourceArea>& areas);
boost::json::object json_of(const Share& share);
boost::json::object json_of(const CampaignFile& file);
boost::json::object row_json(const CampaignFile& file);
boost::json::object json_of(const Member& member, const CampaignFile& file);
boost::json::value json_of(const std::optional<AreaComparison>& comparison);
boost::json::object mapped_json(const Estate& estate, const SurveyedShape& shape);

// What a survey file made, without its problems.
boost::json::object json_of(const SurveyOutcome& outcome);

}  // namespace premises
