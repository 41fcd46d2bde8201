DROP TABLE current_operation;

CREATE TABLE current_operation (
  operation_id BLOB NOT NULL,
  mode TEXT DEFAULT 'live' NOT NULL,
  must_close INTEGER NOT NULL,
  CONSTRAINT pk_current_operation PRIMARY KEY (operation_id),
  CONSTRAINT fk_current_operation_open FOREIGN KEY(must_close) REFERENCES never (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID;

CREATE TABLE operation_new (
  id BLOB NOT NULL,
  at TEXT NOT NULL,
  actor_id BLOB,
  device TEXT DEFAULT '' NOT NULL,
  source TEXT DEFAULT 'cli' NOT NULL,
  action TEXT DEFAULT 'change' NOT NULL,
  label TEXT DEFAULT '' NOT NULL,
  target_id BLOB,
  undone_by BLOB,
  CONSTRAINT pk_operation PRIMARY KEY (id),
  CONSTRAINT fk_operation_target_id_operation FOREIGN KEY(target_id) REFERENCES operation (id),
  CONSTRAINT fk_operation_undone_by_operation FOREIGN KEY(undone_by) REFERENCES operation (id)
)
 WITHOUT ROWID;

INSERT INTO operation_new (id, at, actor_id, device, source, action, label, target_id, undone_by)
  SELECT id, at, actor_id, device, source, action, label, target_id, undone_by FROM operation ORDER BY id;

DROP TABLE operation;

ALTER TABLE operation_new RENAME TO operation;

CREATE INDEX ix_operation_target_id ON operation (target_id) WHERE target_id IS NOT NULL;

CREATE INDEX ix_deal_standing ON deal (stage_id, stage_on, forecast, currency, close_on, value_minor, owner_id, state, deleted_op) WHERE state = 'open' AND deleted_op IS NULL;

DROP INDEX ix_lead_contact_id;

DROP INDEX ix_lead_account_id;

CREATE INDEX ix_lead_contact_id ON lead (contact_id) WHERE contact_id IS NOT NULL;

CREATE INDEX ix_lead_account_id ON lead (account_id) WHERE account_id IS NOT NULL;
