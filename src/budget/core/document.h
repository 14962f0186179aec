// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "base/period.h"
#include "base/result.h"

namespace budget {

// 年初批复, 追加, 追减, 调剂 and 上年结转: every movement of a budget is a dated document (Budget Law, articles 42, 67,
// 72).
enum class DocumentKind { initial, supplement, reduction, transfer, carry_over };

inline constexpr std::array document_kinds{DocumentKind::initial, DocumentKind::supplement, DocumentKind::reduction,
                                           DocumentKind::transfer, DocumentKind::carry_over};
std::string_view to_text(DocumentKind kind);  // the word in SQL and JSON
DocumentKind document_kind_of(std::string_view text);
std::string_view chinese(DocumentKind kind);

struct DocumentLine {
    std::string line;  // its code
    base::Money amount;
    friend bool operator==(const DocumentLine&, const DocumentLine&) = default;
};

struct Document {
    std::string number;  // 文号, once per organisation and year
    base::Date issued_on;
    DocumentKind kind = DocumentKind::initial;
    std::string reason = {};
    std::vector<DocumentLine> lines = {};
    std::string place = {};       // where it was imported from, or empty
    std::string correction = {};  // id of the correction of its closed month, or empty
};

// Refuses budget.document.number_empty, .no_lines, .line_repeated, .amount_zero, .amount_sign (a reduction is
// negative; all but transfers are positive), .transfer_not_balanced and .outside_year (dated after the year, or a
// change dated before it; the first approval and a carry-over may be older).
base::Result<void> check_document(const Document& document, base::FiscalYear year);

// The adjusted budget of every line on a day: all documents issued by then.
std::map<std::string, base::Money> replay(const std::vector<Document>& documents, base::Date as_of);

}  // namespace budget
