DROP TABLE rollup_activity;

CREATE TABLE rollup_activity (
  level SMALLINT NOT NULL,
  on_day TEXT NOT NULL,
  owner_id BLOB NOT NULL,
  kind_id BLOB NOT NULL,
  outcome_id BLOB NOT NULL,
  inbound SMALLINT NOT NULL,
  n BIGINT NOT NULL,
  CONSTRAINT pk_rollup_activity PRIMARY KEY (level, on_day, owner_id, kind_id, outcome_id, inbound)
)
 WITHOUT ROWID;

DROP INDEX ix_deal_opened_on;

CREATE INDEX ix_deal_opened_on ON deal (opened_on, state, lost_reason_id, deleted_op);

CREATE INDEX ix_lead_outcome ON lead (outcome_on) WHERE outcome_on IS NOT NULL AND deleted_op IS NULL;

CREATE INDEX ix_lead_closed ON lead (closed_on) WHERE closed_on IS NOT NULL AND deleted_op IS NULL;
