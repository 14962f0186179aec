-- Why a finding that is an error does not keep a run from being signed; once per finding.
CREATE TABLE indicators_waiver (
    org_id    TEXT   NOT NULL,
    run_id    TEXT   NOT NULL,
    position  BIGINT NOT NULL,
    reason    TEXT   NOT NULL CHECK (reason <> ''),
    person    TEXT   NOT NULL,
    account   TEXT   NOT NULL,
    waived_ms BIGINT NOT NULL,
    PRIMARY KEY (org_id, run_id, position),
    FOREIGN KEY (org_id, run_id, position) REFERENCES indicators_run_finding (org_id, run_id, position)
);

-- Who answers for a run, once. digest is the run's at that moment.
CREATE TABLE indicators_signature (
    org_id    TEXT   NOT NULL,
    run_id    TEXT   NOT NULL,
    person    TEXT   NOT NULL,
    account   TEXT   NOT NULL,
    digest    TEXT   NOT NULL,
    signed_ms BIGINT NOT NULL,
    PRIMARY KEY (org_id, run_id),
    FOREIGN KEY (org_id, run_id) REFERENCES indicators_run (org_id, id)
);
