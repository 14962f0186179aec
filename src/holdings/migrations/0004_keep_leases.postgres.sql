CREATE TRIGGER holdings_lease_is_final BEFORE UPDATE OR DELETE ON holdings_lease
    FOR EACH ROW EXECUTE FUNCTION holdings_is_final();

CREATE TRIGGER holdings_lease_income_is_final BEFORE UPDATE OR DELETE ON holdings_lease_income
    FOR EACH ROW EXECUTE FUNCTION holdings_is_final();
