// SPDX-License-Identifier: Apache-2.0
#include "app/serve/indicator_wiring.h"

#include "app/own_report.h"
#include "app/serve/gateway.h"
#include "app/serve/office.h"
#include "app/sources.h"
#include "jobs/core/upload.h"
#include "jobs/upload_type.h"

namespace app {

indicators::Surroundings indicator_surroundings()
{
    indicators::Surroundings around;
    around.source = [](const http::Context& context, base::FiscalYear year) {
        return sources_of(office_of(context), year);
    };
    around.type_of = [](const std::filesystem::path& file) -> base::Result<std::string> {
        TRY_ASSIGN(const jobs::FileType type, jobs::type_of_file(file));
        return std::string{jobs::to_text(type)};
    };
    around.check_name = [](const std::string& name) { return jobs::check_name(name); };
    around.check_report = [](const http::Context& context, const indicators::Run& run) {
        return check_before_signing(office_of(context), run, language_of(context.request));
    };
    return around;
}

}  // namespace app
