// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/router.h"

namespace surveys {

// All routes below /api/v1/surveys.
void add_surveys_routes(http::Router& router);
// Parts of it.
void add_survey_routes(http::Router& router);
void add_result_routes(http::Router& router);
void add_card_routes(http::Router& router);
void add_file_routes(http::Router& router);

}  // namespace surveys
