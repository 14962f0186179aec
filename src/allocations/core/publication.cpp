// SPDX-License-Identifier: Apache-2.0
#include "allocations/core/publication.h"

namespace allocations {

base::Result<void> check(const Publication& publication, base::Date today)
{
    using base::ErrorKind;
    if (publication.place.empty()) return base::fail(ErrorKind::invalid, "allocations.publication.place_empty");
    if (publication.document.empty()) return base::fail(ErrorKind::invalid, "allocations.publication.document_empty");
    if (publication.published_on.year() < publication.year)
        return base::fail(ErrorKind::invalid, "allocations.publication.before_year",
                          {{"year", std::to_string(publication.year)}});
    if (publication.published_on > today)
        return base::fail(ErrorKind::invalid, "allocations.publication.in_future",
                          {{"date", publication.published_on.to_string()}});
    return {};
}

}  // namespace allocations
