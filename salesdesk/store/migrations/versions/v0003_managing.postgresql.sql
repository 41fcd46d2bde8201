CREATE TABLE absence (
  id UUID NOT NULL,
  code TEXT NOT NULL,
  created_op UUID NOT NULL,
  deleted_op UUID,
  member_id UUID NOT NULL,
  starts_on DATE NOT NULL,
  ends_on DATE NOT NULL,
  reason TEXT DEFAULT '' NOT NULL,
  CONSTRAINT pk_absence PRIMARY KEY (id),
  CONSTRAINT fk_absence_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id),
  CONSTRAINT fk_absence_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id),
  CONSTRAINT fk_absence_member_id_member FOREIGN KEY(member_id) REFERENCES member (id)
);

CREATE INDEX ix_absence_code ON absence (code);

CREATE INDEX ix_absence_created_op ON absence (created_op);

CREATE INDEX ix_absence_deleted_op ON absence (deleted_op) WHERE deleted_op IS NOT NULL;

CREATE INDEX ix_absence_member_id ON absence (member_id);

CREATE TABLE buyer (
  name VARCHAR NOT NULL,
  text TEXT DEFAULT '' NOT NULL,
  draft TEXT DEFAULT '' NOT NULL,
  author_id UUID,
  active BOOLEAN NOT NULL,
  name_key TEXT COLLATE "C" NOT NULL,
  id UUID NOT NULL,
  code TEXT NOT NULL,
  created_op UUID NOT NULL,
  deleted_op UUID,
  CONSTRAINT pk_buyer PRIMARY KEY (id),
  CONSTRAINT fk_buyer_author_id_member FOREIGN KEY(author_id) REFERENCES member (id),
  CONSTRAINT fk_buyer_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id),
  CONSTRAINT fk_buyer_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);

CREATE INDEX ix_buyer_code ON buyer (code);

CREATE INDEX ix_buyer_created_op ON buyer (created_op);

CREATE INDEX ix_buyer_deleted_op ON buyer (deleted_op) WHERE deleted_op IS NOT NULL;

CREATE INDEX ix_buyer_name_key ON buyer (name_key);

CREATE TABLE forecast (
  id UUID NOT NULL,
  code TEXT NOT NULL,
  created_op UUID NOT NULL,
  deleted_op UUID,
  member_id UUID,
  starts_on DATE NOT NULL,
  ends_on DATE NOT NULL,
  commit_minor BIGINT NOT NULL,
  best_minor BIGINT,
  currency VARCHAR NOT NULL,
  note TEXT DEFAULT '' NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT pk_forecast PRIMARY KEY (id),
  CONSTRAINT fk_forecast_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id),
  CONSTRAINT fk_forecast_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id),
  CONSTRAINT fk_forecast_member_id_member FOREIGN KEY(member_id) REFERENCES member (id)
);

CREATE INDEX ix_forecast_code ON forecast (code);

CREATE INDEX ix_forecast_created_op ON forecast (created_op);

CREATE INDEX ix_forecast_deleted_op ON forecast (deleted_op) WHERE deleted_op IS NOT NULL;

CREATE INDEX ix_forecast_member_id ON forecast (member_id);

CREATE INDEX ix_forecast_starts_on ON forecast (starts_on);

CREATE TABLE review (
  id UUID NOT NULL,
  code TEXT NOT NULL,
  created_op UUID NOT NULL,
  deleted_op UUID,
  member_id UUID,
  period_from DATE NOT NULL,
  held_on DATE NOT NULL,
  state TEXT DEFAULT 'open' NOT NULL,
  notes TEXT DEFAULT '' NOT NULL,
  agreed TEXT DEFAULT '' NOT NULL,
  page_id UUID,
  CONSTRAINT pk_review PRIMARY KEY (id),
  CONSTRAINT fk_review_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id),
  CONSTRAINT fk_review_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id),
  CONSTRAINT fk_review_member_id_member FOREIGN KEY(member_id) REFERENCES member (id),
  CONSTRAINT fk_review_page_id_playbook_page FOREIGN KEY(page_id) REFERENCES playbook_page (id)
);

CREATE INDEX ix_review_code ON review (code);

CREATE INDEX ix_review_created_op ON review (created_op);

CREATE INDEX ix_review_deleted_op ON review (deleted_op) WHERE deleted_op IS NOT NULL;

CREATE INDEX ix_review_held_on ON review (held_on);

CREATE INDEX ix_review_member_id ON review (member_id);

CREATE TABLE review_item (
  id UUID NOT NULL,
  code TEXT NOT NULL,
  created_op UUID NOT NULL,
  deleted_op UUID,
  review_id UUID NOT NULL,
  record_kind VARCHAR NOT NULL,
  record_id UUID NOT NULL,
  why TEXT DEFAULT '' NOT NULL,
  note TEXT DEFAULT '' NOT NULL,
  activity_id UUID,
  CONSTRAINT pk_review_item PRIMARY KEY (id),
  CONSTRAINT fk_review_item_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id),
  CONSTRAINT fk_review_item_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id),
  CONSTRAINT fk_review_item_review_id_review FOREIGN KEY(review_id) REFERENCES review (id),
  CONSTRAINT fk_review_item_activity_id_activity FOREIGN KEY(activity_id) REFERENCES activity (id)
);

CREATE INDEX ix_review_item_code ON review_item (code);

CREATE INDEX ix_review_item_created_op ON review_item (created_op);

CREATE INDEX ix_review_item_deleted_op ON review_item (deleted_op) WHERE deleted_op IS NOT NULL;

CREATE INDEX ix_review_item_record_id ON review_item (record_id);

CREATE INDEX ix_review_item_review_id ON review_item (review_id);

ALTER TABLE goal ADD COLUMN team_id UUID CONSTRAINT fk_goal_team_id_team REFERENCES team (id);

ALTER TABLE goal ADD COLUMN kind TEXT DEFAULT 'goal' NOT NULL;

ALTER TABLE goal ADD COLUMN name TEXT DEFAULT '' NOT NULL;

ALTER TABLE goal ADD COLUMN query TEXT DEFAULT '' NOT NULL;

ALTER TABLE goal ADD COLUMN baseline BIGINT;

ALTER TABLE goal ADD COLUMN baseline_from DATE;

ALTER TABLE goal ADD COLUMN baseline_to DATE;

ALTER TABLE goal ADD COLUMN parent_id UUID CONSTRAINT fk_goal_parent_id_goal REFERENCES goal (id);

ALTER TABLE goal ADD COLUMN reason TEXT DEFAULT '' NOT NULL;

ALTER TABLE member ADD COLUMN joined_on DATE;

ALTER TABLE member ADD COLUMN ramp TEXT DEFAULT '' NOT NULL;

ALTER TABLE lead ADD COLUMN campaign TEXT DEFAULT '' NOT NULL;

ALTER TABLE deal ADD COLUMN competitor TEXT DEFAULT '' NOT NULL;

ALTER TABLE deal ADD COLUMN forecast TEXT DEFAULT '' NOT NULL;

ALTER TABLE activity ADD COLUMN place TEXT DEFAULT '' NOT NULL;

ALTER TABLE activity ADD COLUMN goal_id UUID CONSTRAINT fk_activity_goal_id_goal REFERENCES goal (id);

ALTER TABLE activity ADD COLUMN review_id UUID CONSTRAINT fk_activity_review_id_review REFERENCES review (id);

ALTER TABLE cost ADD COLUMN campaign TEXT DEFAULT '' NOT NULL;

CREATE INDEX ix_goal_parent_id ON goal (parent_id);

CREATE INDEX ix_activity_goal ON activity (goal_id) WHERE goal_id IS NOT NULL;

CREATE INDEX ix_activity_review ON activity (review_id) WHERE review_id IS NOT NULL;

CREATE TABLE rollup_activity (
  level SMALLINT NOT NULL,
  on_day DATE NOT NULL,
  owner_id UUID NOT NULL,
  kind_id UUID NOT NULL,
  outcome_id UUID NOT NULL,
  n BIGINT NOT NULL,
  CONSTRAINT pk_rollup_activity PRIMARY KEY (level, on_day, owner_id, kind_id, outcome_id)
);

CREATE TABLE rollup_arrival (
  level SMALLINT NOT NULL,
  on_day DATE NOT NULL,
  owner_id UUID NOT NULL,
  source_id UUID NOT NULL,
  status_id UUID NOT NULL,
  outcome TEXT COLLATE "C" NOT NULL,
  existing SMALLINT NOT NULL,
  n BIGINT NOT NULL,
  CONSTRAINT pk_rollup_arrival PRIMARY KEY (level, on_day, owner_id, source_id, status_id, outcome, existing)
);

CREATE TABLE rollup_closed (
  on_day DATE NOT NULL,
  state TEXT COLLATE "C" NOT NULL,
  lost_reason_id UUID NOT NULL,
  currency TEXT COLLATE "C" NOT NULL,
  span INTEGER NOT NULL,
  n BIGINT NOT NULL,
  valued BIGINT NOT NULL,
  total BIGINT NOT NULL,
  zeros BIGINT NOT NULL,
  CONSTRAINT pk_rollup_closed PRIMARY KEY (on_day, state, lost_reason_id, currency, span)
);

CREATE TABLE rollup_deal_step (
  level SMALLINT NOT NULL,
  on_day DATE NOT NULL,
  owner_id UUID NOT NULL,
  source_id UUID NOT NULL,
  pipeline_id UUID NOT NULL,
  stage_id UUID NOT NULL,
  n BIGINT NOT NULL,
  CONSTRAINT pk_rollup_deal_step PRIMARY KEY (level, on_day, owner_id, source_id, pipeline_id, stage_id)
);

CREATE TABLE rollup_fate (
  level SMALLINT NOT NULL,
  on_day DATE NOT NULL,
  owner_id UUID NOT NULL,
  source_id UUID NOT NULL,
  status_id UUID NOT NULL,
  outcome TEXT COLLATE "C" NOT NULL,
  n BIGINT NOT NULL,
  CONSTRAINT pk_rollup_fate PRIMARY KEY (level, on_day, owner_id, source_id, status_id, outcome)
);

CREATE TABLE rollup_lead_step (
  level SMALLINT NOT NULL,
  on_day DATE NOT NULL,
  owner_id UUID NOT NULL,
  source_id UUID NOT NULL,
  status_id UUID NOT NULL,
  n BIGINT NOT NULL,
  CONSTRAINT pk_rollup_lead_step PRIMARY KEY (level, on_day, owner_id, source_id, status_id)
);

CREATE TABLE rollup_open (
  level SMALLINT NOT NULL,
  on_day DATE NOT NULL,
  owner_id UUID NOT NULL,
  source_id UUID NOT NULL,
  pipeline_id UUID NOT NULL,
  stage_id UUID NOT NULL,
  currency TEXT COLLATE "C" NOT NULL,
  list_currency TEXT COLLATE "C" NOT NULL,
  n BIGINT NOT NULL,
  valued BIGINT NOT NULL,
  total BIGINT NOT NULL,
  weight BIGINT NOT NULL,
  unweighted BIGINT NOT NULL,
  listed BIGINT NOT NULL,
  list_total BIGINT NOT NULL,
  without_price BIGINT NOT NULL,
  CONSTRAINT pk_rollup_open PRIMARY KEY (level, on_day, owner_id, source_id, pipeline_id, stage_id, currency, list_currency)
);

ALTER TABLE lead ADD COLUMN outcome TEXT DEFAULT '' NOT NULL;

ALTER TABLE lead ADD COLUMN outcome_on DATE;

ALTER TABLE lead ADD COLUMN known_on DATE;

ALTER TABLE deal ADD COLUMN list_currency TEXT;

UPDATE lead SET (outcome, outcome_on) = (
  SELECT CASE WHEN count(*) = 0 THEN '' WHEN sum(CASE WHEN w.state = 'won' THEN 1 ELSE 0 END) > 0 THEN 'won'
    WHEN sum(CASE WHEN w.state = 'open' THEN 1 ELSE 0 END) > 0 THEN 'open' ELSE 'lost' END,
    CASE WHEN sum(CASE WHEN w.state = 'won' THEN 1 ELSE 0 END) > 0 THEN min(CASE WHEN w.state = 'won' THEN w.won_on END)
    WHEN sum(CASE WHEN w.state = 'open' THEN 1 ELSE 0 END) = 0 THEN max(CASE WHEN w.state = 'lost' THEN w.lost_on END) END
  FROM deal_lead x JOIN deal w ON w.id = x.deal_id
  WHERE x.lead_id = lead.id AND x.deleted_op IS NULL AND w.deleted_op IS NULL) WHERE (outcome <> '' OR id IN (SELECT k.lead_id FROM deal_lead k));

UPDATE lead SET known_on = CASE WHEN account_id IS NOT NULL
  THEN (SELECT min(w.won_on) FROM deal w WHERE w.account_id = lead.account_id AND w.state = 'won' AND w.deleted_op IS NULL)
  WHEN contact_id IS NOT NULL
  THEN (SELECT min(w.won_on) FROM deal w WHERE w.contact_id = lead.contact_id AND w.state = 'won' AND w.deleted_op IS NULL)
  END WHERE (known_on IS NOT NULL OR account_id IS NOT NULL OR contact_id IS NOT NULL);

UPDATE deal SET (list_minor, list_currency) = (
  SELECT sum(i.quantity * p.price_minor), CASE WHEN min(p.currency) = max(p.currency) THEN min(p.currency) END
  FROM deal_line i JOIN product p ON p.id = i.product_id
  WHERE i.deal_id = deal.id AND i.deleted_op IS NULL AND p.price_minor IS NOT NULL) WHERE id IN (SELECT k.deal_id FROM deal_line k);

CREATE INDEX ix_deal_customer ON deal (account_id, won_on, state, deleted_op) WHERE state = 'won' AND deleted_op IS NULL;

CREATE INDEX ix_deal_lost ON deal (lost_on, value_minor, currency, first_on, lost_reason_id, state, deleted_op) WHERE state = 'lost' AND deleted_op IS NULL;

CREATE INDEX ix_deal_won ON deal (won_on, value_minor, currency, first_on, account_id, contact_id, id, state, deleted_op) WHERE state = 'won' AND deleted_op IS NULL;
