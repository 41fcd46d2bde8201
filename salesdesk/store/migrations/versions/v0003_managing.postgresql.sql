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
