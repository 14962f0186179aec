-- A file that somebody sent and a job will read. It lies in the data folder under its id before the row is there.
CREATE TABLE jobs_upload (
    org_id      TEXT   NOT NULL,
    id          TEXT   NOT NULL,
    file_name   TEXT   NOT NULL CHECK (file_name <> ''),
    type        TEXT   NOT NULL,
    bytes       BIGINT NOT NULL CHECK (bytes > 0),
    digest      TEXT   NOT NULL,
    person      TEXT   NOT NULL,
    account     TEXT   NOT NULL,
    created_ms  BIGINT NOT NULL,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id)
);

-- Long work. `attempts` names the one who runs it: only the run that holds the last attempt may end the job.
CREATE TABLE jobs_job (
    org_id           TEXT   NOT NULL,
    id               TEXT   NOT NULL,
    kind             TEXT   NOT NULL CHECK (kind <> ''),
    title            TEXT   NOT NULL,
    reads            TEXT   NOT NULL,
    params           TEXT   NOT NULL,
    language         TEXT   NOT NULL,
    upload_id        TEXT   NULL,
    state            TEXT   NOT NULL,
    result           TEXT   NULL,
    error_code       TEXT   NULL,
    error_args       TEXT   NULL,
    attempts         BIGINT NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    cancel_requested BIGINT NOT NULL DEFAULT 0 CHECK (cancel_requested IN (0, 1)),
    home_org         TEXT   NOT NULL,
    person           TEXT   NOT NULL,
    account          TEXT   NOT NULL,
    origin           TEXT   NOT NULL,
    created_ms       BIGINT NOT NULL,
    started_ms       BIGINT NULL,
    ended_ms         BIGINT NULL,
    heartbeat_ms     BIGINT NULL,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id),
    FOREIGN KEY (org_id, upload_id) REFERENCES jobs_upload (org_id, id),
    CONSTRAINT jobs_job_state CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    CONSTRAINT jobs_job_ended CHECK ((ended_ms IS NOT NULL) = (state IN ('done', 'failed', 'cancelled'))),
    CONSTRAINT jobs_job_result CHECK ((result IS NOT NULL) = (state = 'done')),
    CONSTRAINT jobs_job_error CHECK ((error_code IS NOT NULL) = (state = 'failed'))
);

-- What waits, oldest first, in whichever organisation.
CREATE INDEX jobs_job_by_state ON jobs_job (state, created_ms);

-- The foreign key of few rows, and whether an upload is still named.
CREATE INDEX jobs_job_upload ON jobs_job (org_id, upload_id) WHERE upload_id IS NOT NULL;
