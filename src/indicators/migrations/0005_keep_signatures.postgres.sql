-- A waiver and a signature stay as they were given.
CREATE TRIGGER indicators_waiver_is_final BEFORE UPDATE OR DELETE ON indicators_waiver
    FOR EACH ROW EXECUTE FUNCTION indicators_record_is_final();

CREATE TRIGGER indicators_signature_is_final BEFORE UPDATE OR DELETE ON indicators_signature
    FOR EACH ROW EXECUTE FUNCTION indicators_record_is_final();
