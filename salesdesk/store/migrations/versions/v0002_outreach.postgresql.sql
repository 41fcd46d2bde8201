CREATE TABLE template (
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
  CONSTRAINT pk_template PRIMARY KEY (id),
  CONSTRAINT fk_template_author_id_member FOREIGN KEY(author_id) REFERENCES member (id),
  CONSTRAINT fk_template_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id),
  CONSTRAINT fk_template_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);

CREATE INDEX ix_template_deleted_op ON template (deleted_op) WHERE deleted_op IS NOT NULL;

CREATE INDEX ix_template_name_key ON template (name_key);

CREATE INDEX ix_template_code ON template (code);

CREATE INDEX ix_template_created_op ON template (created_op);

CREATE TABLE snippet (
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
  CONSTRAINT pk_snippet PRIMARY KEY (id),
  CONSTRAINT fk_snippet_author_id_member FOREIGN KEY(author_id) REFERENCES member (id),
  CONSTRAINT fk_snippet_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id),
  CONSTRAINT fk_snippet_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);

CREATE INDEX ix_snippet_name_key ON snippet (name_key);

CREATE INDEX ix_snippet_created_op ON snippet (created_op);

CREATE INDEX ix_snippet_deleted_op ON snippet (deleted_op) WHERE deleted_op IS NOT NULL;

CREATE INDEX ix_snippet_code ON snippet (code);

CREATE TABLE cadence (
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
  CONSTRAINT pk_cadence PRIMARY KEY (id),
  CONSTRAINT fk_cadence_author_id_member FOREIGN KEY(author_id) REFERENCES member (id),
  CONSTRAINT fk_cadence_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id),
  CONSTRAINT fk_cadence_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);

CREATE INDEX ix_cadence_created_op ON cadence (created_op);

CREATE INDEX ix_cadence_code ON cadence (code);

CREATE INDEX ix_cadence_name_key ON cadence (name_key);

CREATE INDEX ix_cadence_deleted_op ON cadence (deleted_op) WHERE deleted_op IS NOT NULL;

CREATE TABLE rule (
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
  seen_op UUID,
  CONSTRAINT pk_rule PRIMARY KEY (id),
  CONSTRAINT fk_rule_author_id_member FOREIGN KEY(author_id) REFERENCES member (id),
  CONSTRAINT fk_rule_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id),
  CONSTRAINT fk_rule_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);

CREATE INDEX ix_rule_name_key ON rule (name_key);

CREATE INDEX ix_rule_created_op ON rule (created_op);

CREATE INDEX ix_rule_deleted_op ON rule (deleted_op) WHERE deleted_op IS NOT NULL;

CREATE INDEX ix_rule_code ON rule (code);

CREATE TABLE mailbox (
  id UUID NOT NULL,
  code TEXT NOT NULL,
  created_op UUID NOT NULL,
  deleted_op UUID,
  account VARCHAR NOT NULL,
  folder VARCHAR NOT NULL,
  validity BIGINT NOT NULL,
  last_uid BIGINT NOT NULL,
  CONSTRAINT pk_mailbox PRIMARY KEY (id),
  CONSTRAINT fk_mailbox_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id),
  CONSTRAINT fk_mailbox_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);

CREATE INDEX ix_mailbox_deleted_op ON mailbox (deleted_op) WHERE deleted_op IS NOT NULL;

CREATE INDEX ix_mailbox_created_op ON mailbox (created_op);

CREATE INDEX ix_mailbox_code ON mailbox (code);

CREATE TABLE opt_out (
  id UUID NOT NULL,
  code TEXT NOT NULL,
  created_op UUID NOT NULL,
  deleted_op UUID,
  address_key TEXT COLLATE "C" NOT NULL,
  address VARCHAR NOT NULL,
  channel TEXT DEFAULT 'all' NOT NULL,
  reason TEXT DEFAULT '' NOT NULL,
  since_on DATE,
  CONSTRAINT pk_opt_out PRIMARY KEY (id),
  CONSTRAINT fk_opt_out_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id),
  CONSTRAINT fk_opt_out_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);

CREATE INDEX ix_opt_out_created_op ON opt_out (created_op);

CREATE INDEX ix_opt_out_code ON opt_out (code);

CREATE INDEX ix_opt_out_deleted_op ON opt_out (deleted_op) WHERE deleted_op IS NOT NULL;

CREATE INDEX ix_opt_out_address_key ON opt_out (address_key);

CREATE TABLE attachment (
  id UUID NOT NULL,
  code TEXT NOT NULL,
  created_op UUID NOT NULL,
  deleted_op UUID,
  record_kind VARCHAR NOT NULL,
  record_id UUID NOT NULL,
  kind VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  target TEXT NOT NULL,
  size_bytes BIGINT,
  media_type TEXT DEFAULT '' NOT NULL,
  owner_id UUID,
  CONSTRAINT pk_attachment PRIMARY KEY (id),
  CONSTRAINT fk_attachment_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id),
  CONSTRAINT fk_attachment_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id),
  CONSTRAINT fk_attachment_owner_id_member FOREIGN KEY(owner_id) REFERENCES member (id)
);

CREATE INDEX ix_attachment_created_op ON attachment (created_op);

CREATE INDEX ix_attachment_record_id ON attachment (record_id);

CREATE INDEX ix_attachment_code ON attachment (code);

CREATE INDEX ix_attachment_deleted_op ON attachment (deleted_op) WHERE deleted_op IS NOT NULL;

CREATE TABLE goal (
  id UUID NOT NULL,
  code TEXT NOT NULL,
  created_op UUID NOT NULL,
  deleted_op UUID,
  member_id UUID,
  metric VARCHAR NOT NULL,
  period TEXT DEFAULT 'day' NOT NULL,
  target BIGINT NOT NULL,
  currency TEXT DEFAULT '' NOT NULL,
  starts_on DATE,
  ends_on DATE,
  CONSTRAINT pk_goal PRIMARY KEY (id),
  CONSTRAINT fk_goal_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id),
  CONSTRAINT fk_goal_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id),
  CONSTRAINT fk_goal_member_id_member FOREIGN KEY(member_id) REFERENCES member (id)
);

CREATE INDEX ix_goal_created_op ON goal (created_op);

CREATE INDEX ix_goal_deleted_op ON goal (deleted_op) WHERE deleted_op IS NOT NULL;

CREATE INDEX ix_goal_member_id ON goal (member_id);

CREATE INDEX ix_goal_code ON goal (code);

CREATE TABLE holiday (
  id UUID NOT NULL,
  code TEXT NOT NULL,
  created_op UUID NOT NULL,
  deleted_op UUID,
  on_day DATE NOT NULL,
  name TEXT DEFAULT '' NOT NULL,
  CONSTRAINT pk_holiday PRIMARY KEY (id),
  CONSTRAINT fk_holiday_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id),
  CONSTRAINT fk_holiday_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);

CREATE INDEX ix_holiday_deleted_op ON holiday (deleted_op) WHERE deleted_op IS NOT NULL;

CREATE INDEX ix_holiday_code ON holiday (code);

CREATE INDEX ix_holiday_created_op ON holiday (created_op);

CREATE INDEX ix_holiday_on_day ON holiday (on_day);

CREATE TABLE script (
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
  CONSTRAINT pk_script PRIMARY KEY (id),
  CONSTRAINT fk_script_author_id_member FOREIGN KEY(author_id) REFERENCES member (id),
  CONSTRAINT fk_script_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id),
  CONSTRAINT fk_script_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);

CREATE INDEX ix_script_name_key ON script (name_key);

CREATE INDEX ix_script_code ON script (code);

CREATE INDEX ix_script_created_op ON script (created_op);

CREATE INDEX ix_script_deleted_op ON script (deleted_op) WHERE deleted_op IS NOT NULL;

CREATE TABLE playbook_page (
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
  checked_on DATE,
  checked_by UUID,
  CONSTRAINT pk_playbook_page PRIMARY KEY (id),
  CONSTRAINT fk_playbook_page_author_id_member FOREIGN KEY(author_id) REFERENCES member (id),
  CONSTRAINT fk_playbook_page_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id),
  CONSTRAINT fk_playbook_page_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id),
  CONSTRAINT fk_playbook_page_checked_by_member FOREIGN KEY(checked_by) REFERENCES member (id)
);

CREATE INDEX ix_playbook_page_name_key ON playbook_page (name_key);

CREATE INDEX ix_playbook_page_created_op ON playbook_page (created_op);

CREATE INDEX ix_playbook_page_deleted_op ON playbook_page (deleted_op) WHERE deleted_op IS NOT NULL;

CREATE INDEX ix_playbook_page_code ON playbook_page (code);

CREATE TABLE rule_run (
  id UUID NOT NULL,
  code TEXT NOT NULL,
  created_op UUID NOT NULL,
  deleted_op UUID,
  rule_id UUID NOT NULL,
  record_kind VARCHAR NOT NULL,
  record_id UUID NOT NULL,
  cause TEXT DEFAULT '' NOT NULL,
  ran_on DATE NOT NULL,
  error TEXT DEFAULT '' NOT NULL,
  CONSTRAINT pk_rule_run PRIMARY KEY (id),
  CONSTRAINT fk_rule_run_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id),
  CONSTRAINT fk_rule_run_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id),
  CONSTRAINT fk_rule_run_rule_id_rule FOREIGN KEY(rule_id) REFERENCES rule (id)
);

CREATE INDEX ix_rule_run_deleted_op ON rule_run (deleted_op) WHERE deleted_op IS NOT NULL;

CREATE INDEX ix_rule_run_code ON rule_run (code);

CREATE INDEX ix_rule_run_created_op ON rule_run (created_op);

CREATE INDEX ix_rule_run_rule_id ON rule_run (rule_id);

CREATE INDEX ix_rule_run_record_id ON rule_run (record_id);

CREATE TABLE enrolment (
  id UUID NOT NULL,
  code TEXT NOT NULL,
  created_op UUID NOT NULL,
  deleted_op UUID,
  cadence_id UUID NOT NULL,
  lead_id UUID,
  contact_id UUID,
  deal_id UUID,
  owner_id UUID,
  state TEXT DEFAULT 'active' NOT NULL,
  reason TEXT DEFAULT '' NOT NULL,
  position INTEGER NOT NULL,
  started_on DATE,
  ended_on DATE,
  CONSTRAINT pk_enrolment PRIMARY KEY (id),
  CONSTRAINT fk_enrolment_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id),
  CONSTRAINT fk_enrolment_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id),
  CONSTRAINT fk_enrolment_cadence_id_cadence FOREIGN KEY(cadence_id) REFERENCES cadence (id),
  CONSTRAINT fk_enrolment_lead_id_lead FOREIGN KEY(lead_id) REFERENCES lead (id),
  CONSTRAINT fk_enrolment_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id),
  CONSTRAINT fk_enrolment_deal_id_deal FOREIGN KEY(deal_id) REFERENCES deal (id),
  CONSTRAINT fk_enrolment_owner_id_member FOREIGN KEY(owner_id) REFERENCES member (id)
);

CREATE INDEX ix_enrolment_code ON enrolment (code);

CREATE INDEX ix_enrolment_lead_id ON enrolment (lead_id);

CREATE INDEX ix_enrolment_deal_id ON enrolment (deal_id);

CREATE INDEX ix_enrolment_contact_id ON enrolment (contact_id);

CREATE INDEX ix_enrolment_created_op ON enrolment (created_op);

CREATE INDEX ix_enrolment_owner_id ON enrolment (owner_id);

CREATE INDEX ix_enrolment_cadence_id ON enrolment (cadence_id);

CREATE INDEX ix_enrolment_deleted_op ON enrolment (deleted_op) WHERE deleted_op IS NOT NULL;

CREATE TABLE call_run (
  id UUID NOT NULL,
  code TEXT NOT NULL,
  created_op UUID NOT NULL,
  deleted_op UUID,
  script_id UUID,
  version UUID,
  activity_id UUID,
  lead_id UUID,
  contact_id UUID,
  deal_id UUID,
  account_id UUID,
  owner_id UUID,
  persona TEXT DEFAULT '' NOT NULL,
  started_at TIMESTAMP WITH TIME ZONE NOT NULL,
  ended_at TIMESTAMP WITH TIME ZONE,
  result TEXT DEFAULT '' NOT NULL,
  advance_who TEXT DEFAULT '' NOT NULL,
  advance_what TEXT DEFAULT '' NOT NULL,
  advance_on DATE,
  practice BOOLEAN NOT NULL,
  goal TEXT DEFAULT '' NOT NULL,
  CONSTRAINT pk_call_run PRIMARY KEY (id),
  CONSTRAINT fk_call_run_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id),
  CONSTRAINT fk_call_run_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id),
  CONSTRAINT fk_call_run_script_id_script FOREIGN KEY(script_id) REFERENCES script (id),
  CONSTRAINT fk_call_run_activity_id_activity FOREIGN KEY(activity_id) REFERENCES activity (id),
  CONSTRAINT fk_call_run_lead_id_lead FOREIGN KEY(lead_id) REFERENCES lead (id),
  CONSTRAINT fk_call_run_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id),
  CONSTRAINT fk_call_run_deal_id_deal FOREIGN KEY(deal_id) REFERENCES deal (id),
  CONSTRAINT fk_call_run_account_id_account FOREIGN KEY(account_id) REFERENCES account (id),
  CONSTRAINT fk_call_run_owner_id_member FOREIGN KEY(owner_id) REFERENCES member (id)
);

CREATE INDEX ix_call_run_script_id ON call_run (script_id);

CREATE INDEX ix_call_run_owner_id ON call_run (owner_id);

CREATE INDEX ix_call_run_deleted_op ON call_run (deleted_op) WHERE deleted_op IS NOT NULL;

CREATE INDEX ix_call_run_result ON call_run (result);

CREATE INDEX ix_call_run_created_op ON call_run (created_op);

CREATE INDEX ix_call_run_activity_id ON call_run (activity_id);

CREATE INDEX ix_call_run_deal_id ON call_run (deal_id);

CREATE INDEX ix_call_run_code ON call_run (code);

CREATE INDEX ix_call_run_lead_id ON call_run (lead_id);

CREATE TABLE page_read (
  id UUID NOT NULL,
  code TEXT NOT NULL,
  created_op UUID NOT NULL,
  deleted_op UUID,
  page_id UUID NOT NULL,
  member_id UUID NOT NULL,
  read_on DATE NOT NULL,
  CONSTRAINT pk_page_read PRIMARY KEY (id),
  CONSTRAINT fk_page_read_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id),
  CONSTRAINT fk_page_read_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id),
  CONSTRAINT fk_page_read_page_id_playbook_page FOREIGN KEY(page_id) REFERENCES playbook_page (id),
  CONSTRAINT fk_page_read_member_id_member FOREIGN KEY(member_id) REFERENCES member (id)
);

CREATE INDEX ix_page_read_code ON page_read (code);

CREATE INDEX ix_page_read_member_id ON page_read (member_id);

CREATE INDEX ix_page_read_deleted_op ON page_read (deleted_op) WHERE deleted_op IS NOT NULL;

CREATE INDEX ix_page_read_page_id ON page_read (page_id);

CREATE INDEX ix_page_read_created_op ON page_read (created_op);

CREATE TABLE message (
  id UUID NOT NULL,
  code TEXT NOT NULL,
  created_op UUID NOT NULL,
  deleted_op UUID,
  direction TEXT DEFAULT 'out' NOT NULL,
  state TEXT DEFAULT 'draft' NOT NULL,
  owner_id UUID,
  lead_id UUID,
  contact_id UUID,
  account_id UUID,
  deal_id UUID,
  activity_id UUID,
  template_id UUID,
  enrolment_id UUID,
  from_address TEXT DEFAULT '' NOT NULL,
  to_address TEXT DEFAULT '' NOT NULL,
  cc TEXT DEFAULT '' NOT NULL,
  subject TEXT DEFAULT '' NOT NULL,
  body TEXT DEFAULT '' NOT NULL,
  message_id TEXT DEFAULT '' NOT NULL,
  in_reply_to TEXT DEFAULT '' NOT NULL,
  thread TEXT DEFAULT '' NOT NULL,
  route TEXT DEFAULT '' NOT NULL,
  send_at TIMESTAMP WITH TIME ZONE,
  sent_at TIMESTAMP WITH TIME ZONE,
  attempts INTEGER NOT NULL,
  error TEXT DEFAULT '' NOT NULL,
  CONSTRAINT pk_message PRIMARY KEY (id),
  CONSTRAINT fk_message_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id),
  CONSTRAINT fk_message_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id),
  CONSTRAINT fk_message_owner_id_member FOREIGN KEY(owner_id) REFERENCES member (id),
  CONSTRAINT fk_message_lead_id_lead FOREIGN KEY(lead_id) REFERENCES lead (id),
  CONSTRAINT fk_message_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id),
  CONSTRAINT fk_message_account_id_account FOREIGN KEY(account_id) REFERENCES account (id),
  CONSTRAINT fk_message_deal_id_deal FOREIGN KEY(deal_id) REFERENCES deal (id),
  CONSTRAINT fk_message_activity_id_activity FOREIGN KEY(activity_id) REFERENCES activity (id),
  CONSTRAINT fk_message_template_id_template FOREIGN KEY(template_id) REFERENCES template (id),
  CONSTRAINT fk_message_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id)
);

CREATE INDEX ix_message_code ON message (code);

CREATE INDEX ix_message_deal_id ON message (deal_id);

CREATE INDEX ix_message_created_op ON message (created_op);

CREATE INDEX ix_message_state ON message (state, send_at);

CREATE INDEX ix_message_message_id ON message (message_id);

CREATE INDEX ix_message_owner_id ON message (owner_id);

CREATE INDEX ix_message_lead_id ON message (lead_id);

CREATE INDEX ix_message_activity_id ON message (activity_id);

CREATE INDEX ix_message_deleted_op ON message (deleted_op) WHERE deleted_op IS NOT NULL;

CREATE INDEX ix_message_thread ON message (thread);

CREATE INDEX ix_message_contact_id ON message (contact_id);

CREATE TABLE call_note (
  id UUID NOT NULL,
  code TEXT NOT NULL,
  created_op UUID NOT NULL,
  deleted_op UUID,
  call_id UUID NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT DEFAULT 'note' NOT NULL,
  section TEXT DEFAULT '' NOT NULL,
  question TEXT DEFAULT '' NOT NULL,
  text TEXT DEFAULT '' NOT NULL,
  severity INTEGER,
  cause TEXT DEFAULT '' NOT NULL,
  answered BOOLEAN NOT NULL,
  at TIMESTAMP WITH TIME ZONE,
  CONSTRAINT pk_call_note PRIMARY KEY (id),
  CONSTRAINT fk_call_note_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id),
  CONSTRAINT fk_call_note_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id),
  CONSTRAINT fk_call_note_call_id_call_run FOREIGN KEY(call_id) REFERENCES call_run (id)
);

CREATE INDEX ix_call_note_created_op ON call_note (created_op);

CREATE INDEX ix_call_note_call_id ON call_note (call_id);

CREATE INDEX ix_call_note_deleted_op ON call_note (deleted_op) WHERE deleted_op IS NOT NULL;

CREATE INDEX ix_call_note_code ON call_note (code);

CREATE TABLE need (
  id UUID NOT NULL,
  code TEXT NOT NULL,
  created_op UUID NOT NULL,
  deleted_op UUID,
  call_id UUID,
  lead_id UUID,
  contact_id UUID,
  deal_id UUID,
  account_id UUID,
  kind TEXT DEFAULT 'implied' NOT NULL,
  words TEXT DEFAULT '' NOT NULL,
  severity INTEGER,
  said_on DATE NOT NULL,
  met_on DATE,
  CONSTRAINT pk_need PRIMARY KEY (id),
  CONSTRAINT fk_need_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id),
  CONSTRAINT fk_need_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id),
  CONSTRAINT fk_need_call_id_call_run FOREIGN KEY(call_id) REFERENCES call_run (id),
  CONSTRAINT fk_need_lead_id_lead FOREIGN KEY(lead_id) REFERENCES lead (id),
  CONSTRAINT fk_need_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id),
  CONSTRAINT fk_need_deal_id_deal FOREIGN KEY(deal_id) REFERENCES deal (id),
  CONSTRAINT fk_need_account_id_account FOREIGN KEY(account_id) REFERENCES account (id)
);

CREATE INDEX ix_need_account_id ON need (account_id);

CREATE INDEX ix_need_code ON need (code);

CREATE INDEX ix_need_call_id ON need (call_id);

CREATE INDEX ix_need_deal_id ON need (deal_id);

CREATE INDEX ix_need_created_op ON need (created_op);

CREATE INDEX ix_need_deleted_op ON need (deleted_op) WHERE deleted_op IS NOT NULL;

CREATE INDEX ix_need_lead_id ON need (lead_id);

CREATE TABLE notice (
  id UUID NOT NULL,
  code TEXT NOT NULL,
  created_op UUID NOT NULL,
  deleted_op UUID,
  member_id UUID NOT NULL,
  kind VARCHAR NOT NULL,
  record_kind TEXT DEFAULT '' NOT NULL,
  record_id UUID,
  activity_id UUID,
  message_id UUID,
  text TEXT DEFAULT '' NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  seen_at TIMESTAMP WITH TIME ZONE,
  CONSTRAINT pk_notice PRIMARY KEY (id),
  CONSTRAINT fk_notice_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id),
  CONSTRAINT fk_notice_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id),
  CONSTRAINT fk_notice_member_id_member FOREIGN KEY(member_id) REFERENCES member (id),
  CONSTRAINT fk_notice_activity_id_activity FOREIGN KEY(activity_id) REFERENCES activity (id),
  CONSTRAINT fk_notice_message_id_message FOREIGN KEY(message_id) REFERENCES message (id)
);

CREATE INDEX ix_notice_created_op ON notice (created_op);

CREATE INDEX ix_notice_member_id ON notice (member_id);

CREATE INDEX ix_notice_code ON notice (code);

CREATE INDEX ix_notice_deleted_op ON notice (deleted_op) WHERE deleted_op IS NOT NULL;

ALTER TABLE lead ADD COLUMN time_zone TEXT DEFAULT '' NOT NULL;

ALTER TABLE lead ADD COLUMN arrived_at TIMESTAMP WITH TIME ZONE;

ALTER TABLE contact ADD COLUMN time_zone TEXT DEFAULT '' NOT NULL;

ALTER TABLE member ADD COLUMN signature TEXT DEFAULT '' NOT NULL;

ALTER TABLE activity ADD COLUMN quote TEXT DEFAULT '' NOT NULL;

ALTER TABLE activity ADD COLUMN promised BOOLEAN DEFAULT false NOT NULL;

ALTER TABLE activity ADD COLUMN enrolment_id UUID CONSTRAINT fk_activity_enrolment_id_enrolment REFERENCES enrolment (id);

ALTER TABLE activity ADD COLUMN cadence_step INTEGER;

DROP INDEX ix_lead_name_key;

DROP INDEX ix_lead_next_on;

DROP INDEX ix_lead_status_id;

DROP INDEX ix_activity_deal;

DROP INDEX ix_activity_contact_id;

DROP INDEX ix_activity_account_id;

DROP INDEX ix_activity_done;

DROP INDEX ix_operation_target_id;

CREATE INDEX ix_lead_name ON lead (name_key, id, deleted_op) WHERE deleted_op IS NULL;

CREATE INDEX ix_lead_status ON lead (status_id, owner_id, id, deleted_op) WHERE deleted_op IS NULL;

CREATE INDEX ix_lead_due ON lead (next_on, next_at, id, status_id, owner_id, deleted_op) WHERE deleted_op IS NULL;

CREATE INDEX ix_lead_score ON lead (score, id, status_id, deleted_op) WHERE deleted_op IS NULL;

CREATE INDEX ix_lead_value ON lead (value_minor, id, status_id, deleted_op) WHERE deleted_op IS NULL;

CREATE INDEX ix_lead_touched ON lead (touched_on, id, deleted_op) WHERE deleted_op IS NULL;

CREATE INDEX ix_deal_state ON deal (state, owner_id, id, deleted_op) WHERE deleted_op IS NULL;

CREATE INDEX ix_activity_deal ON activity (deal_id, done_on, due_on) WHERE deal_id IS NOT NULL;

CREATE INDEX ix_activity_contact_id ON activity (contact_id) WHERE contact_id IS NOT NULL;

CREATE INDEX ix_activity_account_id ON activity (account_id) WHERE account_id IS NOT NULL;

CREATE INDEX ix_activity_done ON activity (done_on, due_on, kind_id);

CREATE INDEX ix_activity_enrolment ON activity (enrolment_id) WHERE enrolment_id IS NOT NULL;

CREATE INDEX ix_operation_target_id ON operation (target_id) WHERE target_id IS NOT NULL;
