DROP INDEX ix_operation_actor_id;

CREATE INDEX ix_deal_standing ON deal (stage_id, stage_on, forecast, currency, close_on, value_minor, owner_id, state, deleted_op) WHERE state = 'open' AND deleted_op IS NULL;
