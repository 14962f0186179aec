-- What was seen and done is never changed, and nothing is removed.
CREATE TRIGGER repairs_step_no_update BEFORE UPDATE ON repairs_step
BEGIN
    SELECT RAISE(ABORT, 'repairs_is_final');
END;

CREATE TRIGGER repairs_step_no_delete BEFORE DELETE ON repairs_step
BEGIN
    SELECT RAISE(ABORT, 'repairs_is_final');
END;

CREATE TRIGGER repairs_inspection_no_update BEFORE UPDATE ON repairs_inspection
BEGIN
    SELECT RAISE(ABORT, 'repairs_is_final');
END;

CREATE TRIGGER repairs_inspection_no_delete BEFORE DELETE ON repairs_inspection
BEGIN
    SELECT RAISE(ABORT, 'repairs_is_final');
END;

CREATE TRIGGER repairs_item_no_update BEFORE UPDATE ON repairs_item
BEGIN
    SELECT RAISE(ABORT, 'repairs_is_final');
END;

CREATE TRIGGER repairs_item_no_delete BEFORE DELETE ON repairs_item
BEGIN
    SELECT RAISE(ABORT, 'repairs_is_final');
END;

CREATE TRIGGER repairs_item_photo_no_update BEFORE UPDATE ON repairs_item_photo
BEGIN
    SELECT RAISE(ABORT, 'repairs_is_final');
END;

CREATE TRIGGER repairs_item_photo_no_delete BEFORE DELETE ON repairs_item_photo
BEGIN
    SELECT RAISE(ABORT, 'repairs_is_final');
END;

CREATE TRIGGER repairs_photo_no_update BEFORE UPDATE ON repairs_photo
BEGIN
    SELECT RAISE(ABORT, 'repairs_is_final');
END;

CREATE TRIGGER repairs_photo_no_delete BEFORE DELETE ON repairs_photo
BEGIN
    SELECT RAISE(ABORT, 'repairs_is_final');
END;

CREATE TRIGGER repairs_order_no_delete BEFORE DELETE ON repairs_order
BEGIN
    SELECT RAISE(ABORT, 'repairs_is_final');
END;

CREATE TRIGGER repairs_equipment_no_delete BEFORE DELETE ON repairs_equipment
BEGIN
    SELECT RAISE(ABORT, 'repairs_is_final');
END;

CREATE TRIGGER repairs_plan_no_delete BEFORE DELETE ON repairs_plan
BEGIN
    SELECT RAISE(ABORT, 'repairs_is_final');
END;
