CREATE TRIGGER holdings_ledger_is_final BEFORE UPDATE OR DELETE ON holdings_ledger
    FOR EACH ROW EXECUTE FUNCTION holdings_is_final();

CREATE TRIGGER holdings_ledger_room_is_final BEFORE UPDATE OR DELETE ON holdings_ledger_room
    FOR EACH ROW EXECUTE FUNCTION holdings_is_final();
