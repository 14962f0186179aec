-- Cards that were not used yet, and answers. No row of the one can be joined with a row of the other: a card's row is gone
-- when its answer stands, and the answer has an id of the phone's making, a day and no time.
-- docs/adr/0024-answers-without-names.md says what the files of the server still show.
CREATE TABLE surveys_token (
    org_id TEXT NOT NULL,
    hash   TEXT NOT NULL CHECK (length(hash) = 64),
    survey TEXT NOT NULL,
    PRIMARY KEY (org_id, hash),
    FOREIGN KEY (org_id, survey) REFERENCES surveys_survey (org_id, number)
);
CREATE INDEX surveys_token_of ON surveys_token (org_id, survey);

-- `row_number` is that of a row of a workbook, 问卷编号; an answer by card has none.
CREATE TABLE surveys_answer (
    org_id     TEXT NOT NULL,
    answer_id  TEXT NOT NULL CHECK (length(answer_id) = 32),
    survey     TEXT NOT NULL,
    day        TEXT NOT NULL,
    row_number TEXT NOT NULL,
    PRIMARY KEY (org_id, answer_id),
    FOREIGN KEY (org_id, survey) REFERENCES surveys_survey (org_id, number)
);
CREATE INDEX surveys_answer_of ON surveys_answer (org_id, survey, day, answer_id);
CREATE UNIQUE INDEX surveys_answer_row ON surveys_answer (org_id, row_number) WHERE row_number <> '';

CREATE TABLE surveys_value (
    org_id    TEXT NOT NULL,
    answer_id TEXT NOT NULL,
    question  TEXT NOT NULL,
    value     TEXT NOT NULL CHECK (value <> ''),
    PRIMARY KEY (org_id, answer_id, question),
    FOREIGN KEY (org_id, answer_id) REFERENCES surveys_answer (org_id, answer_id)
);

-- What was answered without a name is never changed, questions that people answered neither, and nothing but a used card
-- is removed.
CREATE FUNCTION surveys_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'surveys_is_final' USING ERRCODE = 'check_violation';
END
$$;

CREATE TRIGGER surveys_survey_no_delete BEFORE DELETE ON surveys_survey
    FOR EACH ROW EXECUTE FUNCTION surveys_is_final();

CREATE TRIGGER surveys_action_no_delete BEFORE DELETE ON surveys_action
    FOR EACH ROW EXECUTE FUNCTION surveys_is_final();

CREATE TRIGGER surveys_answer_no_delete BEFORE DELETE ON surveys_answer
    FOR EACH ROW EXECUTE FUNCTION surveys_is_final();

CREATE TRIGGER surveys_value_no_delete BEFORE DELETE ON surveys_value
    FOR EACH ROW EXECUTE FUNCTION surveys_is_final();

CREATE TRIGGER surveys_answer_no_update BEFORE UPDATE ON surveys_answer
    FOR EACH ROW WHEN (OLD.row_number = '') EXECUTE FUNCTION surveys_is_final();

CREATE TRIGGER surveys_token_no_update BEFORE UPDATE ON surveys_token
    FOR EACH ROW EXECUTE FUNCTION surveys_is_final();

CREATE FUNCTION surveys_value_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM surveys_answer a
                WHERE a.org_id = OLD.org_id AND a.answer_id = OLD.answer_id AND a.row_number = '') THEN
        RAISE EXCEPTION 'surveys_is_final' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER surveys_value_no_update BEFORE UPDATE ON surveys_value
    FOR EACH ROW EXECUTE FUNCTION surveys_value_is_final();

CREATE FUNCTION surveys_question_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    touched surveys_question := CASE WHEN TG_OP = 'INSERT' THEN NEW ELSE OLD END;
BEGIN
    IF EXISTS (SELECT 1 FROM surveys_survey s
                WHERE s.org_id = touched.org_id AND s.number = touched.survey AND s.state <> 'draft') THEN
        RAISE EXCEPTION 'surveys_is_final' USING ERRCODE = 'check_violation';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;

CREATE TRIGGER surveys_question_stays BEFORE INSERT OR UPDATE OR DELETE ON surveys_question
    FOR EACH ROW EXECUTE FUNCTION surveys_question_is_final();
