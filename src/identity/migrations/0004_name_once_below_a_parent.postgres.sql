-- Two units may both have a section of one name; below one parent a name stands once.
ALTER TABLE identity_org DROP CONSTRAINT identity_org_name_once;
ALTER TABLE identity_org ADD CONSTRAINT identity_org_name_once UNIQUE (parent_id, name);
