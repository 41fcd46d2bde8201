DROP INDEX ix_operation_actor_id;

CREATE INDEX ix_deal_standing ON deal (stage_id, stage_on, forecast, currency, close_on, value_minor, owner_id, state, deleted_op) WHERE state = 'open' AND deleted_op IS NULL;

DROP INDEX ix_lead_contact_id;

DROP INDEX ix_lead_account_id;

CREATE INDEX ix_lead_contact_id ON lead (contact_id) WHERE contact_id IS NOT NULL;

CREATE INDEX ix_lead_account_id ON lead (account_id) WHERE account_id IS NOT NULL;
