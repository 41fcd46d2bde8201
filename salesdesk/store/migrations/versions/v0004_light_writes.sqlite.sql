DROP TABLE current_operation;

CREATE TABLE current_operation (
  operation_id BLOB NOT NULL,
  mode TEXT DEFAULT 'live' NOT NULL,
  must_close INTEGER NOT NULL,
  CONSTRAINT pk_current_operation PRIMARY KEY (operation_id),
  CONSTRAINT fk_current_operation_open FOREIGN KEY(must_close) REFERENCES never (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID;

CREATE INDEX ix_deal_standing ON deal (stage_id, stage_on, forecast, currency, close_on, value_minor, owner_id, state, deleted_op) WHERE state = 'open' AND deleted_op IS NULL;
