// SPDX-License-Identifier: Apache-2.0
#include "identity/core/audit_record.h"

#include "base/sm3.h"

namespace identity {

std::string digest_of(const base::OrgId& org, const AuditRecord& record)
{
    base::Sm3 digest;
    const auto add_optional = [&](const std::optional<std::string>& text) {
        digest.add_field(text ? "1" : "0");
        digest.add_field(text.value_or(""));
    };
    digest.add_field(org.text());
    digest.add_field(record.id);
    digest.add_field(std::to_string(record.at_ms));
    digest.add_field(record.actor);
    digest.add_field(record.origin);
    digest.add_field(record.change.action);
    digest.add_field(record.change.subject);
    add_optional(record.change.before_digest);
    add_optional(record.change.after_digest);
    digest.add_field(record.change.detail);
    return digest.finish();
}

std::string first_link(const base::OrgId& org)
{
    return base::sm3("mingji audit chain of " + org.text());
}

std::string next_link(const std::string& before, const std::string& record_digest)
{
    return base::sm3(before + record_digest);
}

}  // namespace identity
