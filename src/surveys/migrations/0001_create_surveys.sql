-- Questionnaires, and what is mended because of low answers. `asked` is what an import says; of cards it is `issued`.
CREATE TABLE surveys_survey (
    org_id    TEXT   NOT NULL,
    number    TEXT   NOT NULL,
    year      BIGINT NOT NULL,
    serial    BIGINT NOT NULL CHECK (serial > 0),
    title     TEXT   NOT NULL CHECK (title <> ''),
    audience  TEXT   NOT NULL CHECK (audience <> ''),
    subject   TEXT   NOT NULL CHECK (subject <> ''),
    from_day  TEXT   NOT NULL,
    until_day TEXT   NOT NULL CHECK (until_day >= from_day),
    state     TEXT   NOT NULL CHECK (state IN ('draft', 'open', 'closed')),
    source    TEXT   NOT NULL CHECK (source IN ('cards', 'import')),
    issued    BIGINT NOT NULL CHECK (issued >= 0),
    asked     BIGINT NULL CHECK (asked >= 0),
    version   BIGINT NOT NULL,
    PRIMARY KEY (org_id, number),
    CONSTRAINT surveys_survey_serial UNIQUE (org_id, year, serial),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id),
    CONSTRAINT surveys_survey_asked_by_cards CHECK (source = 'import' OR asked IS NULL),
    CONSTRAINT surveys_survey_no_cards_of_paper CHECK (source = 'cards' OR issued = 0)
);
-- What comes from workbooks stands once for each year, audience and subject.
CREATE UNIQUE INDEX surveys_survey_imported ON surveys_survey (org_id, year, audience, subject) WHERE source = 'import';

-- The options of a choice are a list with a line each.
CREATE TABLE surveys_question (
    org_id  TEXT   NOT NULL,
    survey  TEXT   NOT NULL,
    place   BIGINT NOT NULL,
    code    TEXT   NOT NULL CHECK (code <> ''),
    text    TEXT   NOT NULL CHECK (text <> ''),
    kind    TEXT   NOT NULL CHECK (kind IN ('rating', 'choice', 'text')),
    options TEXT   NOT NULL,
    is_main BIGINT NOT NULL CHECK (is_main IN (0, 1)),
    PRIMARY KEY (org_id, survey, code),
    CONSTRAINT surveys_question_place UNIQUE (org_id, survey, place),
    FOREIGN KEY (org_id, survey) REFERENCES surveys_survey (org_id, number),
    CONSTRAINT surveys_question_main_is_rating CHECK (is_main = 0 OR kind = 'rating'),
    CONSTRAINT surveys_question_options_of_choice CHECK ((kind = 'choice') = (options <> ''))
);
CREATE UNIQUE INDEX surveys_question_main ON surveys_question (org_id, survey) WHERE is_main = 1;

-- What is to be mended names the question and the day, never an answer.
CREATE TABLE surveys_action (
    org_id   TEXT   NOT NULL,
    number   TEXT   NOT NULL,
    year     BIGINT NOT NULL,
    serial   BIGINT NOT NULL CHECK (serial > 0),
    survey   TEXT   NOT NULL,
    question TEXT   NOT NULL,
    day      TEXT   NOT NULL,
    comment  TEXT   NOT NULL,
    state    TEXT   NOT NULL CHECK (state IN ('open', 'done')),
    result   TEXT   NOT NULL,
    done_by  TEXT   NOT NULL,
    done_on  TEXT   NULL CHECK (done_on >= day),
    version  BIGINT NOT NULL,
    PRIMARY KEY (org_id, number),
    CONSTRAINT surveys_action_serial UNIQUE (org_id, year, serial),
    FOREIGN KEY (org_id, survey, question) REFERENCES surveys_question (org_id, survey, code),
    CONSTRAINT surveys_action_done_says_how CHECK ((state = 'done') = (result <> '') AND (state = 'done') = (done_by <> '') AND (state = 'done') = (done_on IS NOT NULL))
);
