-- What was seen and done is never changed, and nothing is removed.
CREATE FUNCTION repairs_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'repairs_is_final' USING ERRCODE = 'check_violation';
END
$$;

CREATE TRIGGER repairs_step_is_final BEFORE UPDATE OR DELETE ON repairs_step
    FOR EACH ROW EXECUTE FUNCTION repairs_is_final();

CREATE TRIGGER repairs_inspection_is_final BEFORE UPDATE OR DELETE ON repairs_inspection
    FOR EACH ROW EXECUTE FUNCTION repairs_is_final();

CREATE TRIGGER repairs_item_is_final BEFORE UPDATE OR DELETE ON repairs_item
    FOR EACH ROW EXECUTE FUNCTION repairs_is_final();

CREATE TRIGGER repairs_item_photo_is_final BEFORE UPDATE OR DELETE ON repairs_item_photo
    FOR EACH ROW EXECUTE FUNCTION repairs_is_final();

CREATE TRIGGER repairs_photo_is_final BEFORE UPDATE OR DELETE ON repairs_photo
    FOR EACH ROW EXECUTE FUNCTION repairs_is_final();

CREATE TRIGGER repairs_order_no_delete BEFORE DELETE ON repairs_order
    FOR EACH ROW EXECUTE FUNCTION repairs_is_final();

CREATE TRIGGER repairs_equipment_no_delete BEFORE DELETE ON repairs_equipment
    FOR EACH ROW EXECUTE FUNCTION repairs_is_final();

CREATE TRIGGER repairs_plan_no_delete BEFORE DELETE ON repairs_plan
    FOR EACH ROW EXECUTE FUNCTION repairs_is_final();
