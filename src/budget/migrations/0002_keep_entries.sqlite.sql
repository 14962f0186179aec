-- Payments and documents stay as they were recorded; a correction is a new entry.
CREATE TRIGGER budget_payment_no_update BEFORE UPDATE ON budget_payment
BEGIN
    SELECT RAISE(ABORT, 'budget_payment_is_final');
END;

CREATE TRIGGER budget_payment_no_delete BEFORE DELETE ON budget_payment
BEGIN
    SELECT RAISE(ABORT, 'budget_payment_is_final');
END;

CREATE TRIGGER budget_document_no_update BEFORE UPDATE ON budget_document
BEGIN
    SELECT RAISE(ABORT, 'budget_document_is_final');
END;

CREATE TRIGGER budget_document_no_delete BEFORE DELETE ON budget_document
BEGIN
    SELECT RAISE(ABORT, 'budget_document_is_final');
END;

CREATE TRIGGER budget_document_line_no_update BEFORE UPDATE ON budget_document_line
BEGIN
    SELECT RAISE(ABORT, 'budget_document_is_final');
END;

CREATE TRIGGER budget_document_line_no_delete BEFORE DELETE ON budget_document_line
BEGIN
    SELECT RAISE(ABORT, 'budget_document_is_final');
END;
