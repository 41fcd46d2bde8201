PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE never (
	id INTEGER NOT NULL, 
	CONSTRAINT pk_never PRIMARY KEY (id)
);
CREATE TABLE operation (
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
 WITHOUT ROWID

;
INSERT INTO operation VALUES(X'01a2193992a677438db84f916b653309','2026-11-23T08:12:00Z',NULL,'vm','cli','setup','Workspace made',NULL,NULL);
INSERT INTO operation VALUES(X'01a2193996bd77c891c523cb44272210','2026-11-23T08:12:00Z',X'01a2193992b67dc4836ac77c498fcf05','vm','cli','change','Lead Anna Lindqvist added',NULL,NULL);
INSERT INTO operation VALUES(X'01a219399b13790f9a78b0f8ed0e7f63','2026-11-23T08:12:00Z',X'01a2193992b67dc4836ac77c498fcf05','vm','cli','change','Lead Tomás Herrera added',NULL,NULL);
INSERT INTO operation VALUES(X'01a219399fa2704489f2d1c4cd2e4f32','2026-11-23T08:12:00Z',X'01a2193992b67dc4836ac77c498fcf05','vm','cli','change','Goal of Maya Kessler: 40 calls from 2026-11-23 to 2026-11-23',NULL,NULL);
INSERT INTO operation VALUES(X'01a21939a40071f7b913830a037393b5','2026-11-23T08:12:00Z',X'01a2193992b67dc4836ac77c498fcf05','vm','cli','change','Goal of everyone: €180,000 from 2026-10-01 to 2026-12-31',NULL,NULL);
INSERT INTO operation VALUES(X'01a21939a85e7a61a09cf237fc9c575e','2026-11-23T08:12:00Z',X'01a2193992b67dc4836ac77c498fcf05','vm','cli','change','Quota of Maya Kessler: €60,000 from 2026-12-01 to 2026-12-31',NULL,NULL);
INSERT INTO operation VALUES(X'01a21939ac89726d9ec9e0e92e8bff91','2026-11-23T08:12:00Z',X'01a2193992b67dc4836ac77c498fcf05','vm','cli','change','Maya Kessler is away 2026-12-28 to 2026-12-30, 3 working days',NULL,NULL);
INSERT INTO operation VALUES(X'01a21939b0467b8994f9e0d37b8cbb7d','2026-11-23T08:12:00Z',X'01a2193992b67dc4836ac77c498fcf05','vm','cli','change','2026-12-24 is a day off',NULL,NULL);
INSERT INTO operation VALUES(X'01a21939b565725995ed1413130aae1d','2026-11-23T08:12:00Z',X'01a2193992b67dc4836ac77c498fcf05','vm','cli','change','Logged talked for Anna Lindqvist',NULL,NULL);
INSERT INTO operation VALUES(X'01a21939bbd57f25ba74bcdd972a8941','2026-11-23T08:12:00Z',X'01a2193992b67dc4836ac77c498fcf05','vm','cli','change','Tomás Herrera qualified',NULL,NULL);
CREATE TABLE rollup_activity (
	level SMALLINT NOT NULL, 
	on_day TEXT NOT NULL, 
	owner_id BLOB NOT NULL, 
	kind_id BLOB NOT NULL, 
	outcome_id BLOB NOT NULL, 
	n BIGINT NOT NULL, 
	CONSTRAINT pk_rollup_activity PRIMARY KEY (level, on_day, owner_id, kind_id, outcome_id)
)
 WITHOUT ROWID

;
INSERT INTO rollup_activity VALUES(0,'2026-11-23',X'00000000000000000000000000000000',X'01a2193992ac7c0da973efeae4ff7f4a',X'01a2193992ad776c87f4f553b715e8f7',1);
INSERT INTO rollup_activity VALUES(1,'2026-11-01',X'01a2193992b67dc4836ac77c498fcf05',X'01a2193992ac7c0da973efeae4ff7f4a',X'01a2193992ad776c87f4f553b715e8f7',1);
CREATE TABLE rollup_arrival (
	level SMALLINT NOT NULL, 
	on_day TEXT NOT NULL, 
	owner_id BLOB NOT NULL, 
	source_id BLOB NOT NULL, 
	status_id BLOB NOT NULL, 
	outcome TEXT NOT NULL, 
	existing SMALLINT NOT NULL, 
	n BIGINT NOT NULL, 
	CONSTRAINT pk_rollup_arrival PRIMARY KEY (level, on_day, owner_id, source_id, status_id, outcome, existing)
)
 WITHOUT ROWID

;
INSERT INTO rollup_arrival VALUES(0,'2026-11-23',X'00000000000000000000000000000000',X'00000000000000000000000000000000',X'01a2193992aa71c9bdc080471770d440','',0,1);
INSERT INTO rollup_arrival VALUES(0,'2026-11-23',X'00000000000000000000000000000000',X'00000000000000000000000000000000',X'01a2193992aa72758483244ca0bee11c','open',0,1);
INSERT INTO rollup_arrival VALUES(1,'2026-11-01',X'01a2193992b67dc4836ac77c498fcf05',X'00000000000000000000000000000000',X'01a2193992aa71c9bdc080471770d440','',0,1);
INSERT INTO rollup_arrival VALUES(1,'2026-11-01',X'01a2193992b67dc4836ac77c498fcf05',X'00000000000000000000000000000000',X'01a2193992aa72758483244ca0bee11c','open',0,1);
CREATE TABLE rollup_closed (
	on_day TEXT NOT NULL, 
	state TEXT NOT NULL, 
	lost_reason_id BLOB NOT NULL, 
	currency TEXT NOT NULL, 
	span INTEGER NOT NULL, 
	n BIGINT NOT NULL, 
	valued BIGINT NOT NULL, 
	total BIGINT NOT NULL, 
	zeros BIGINT NOT NULL, 
	CONSTRAINT pk_rollup_closed PRIMARY KEY (on_day, state, lost_reason_id, currency, span)
)
 WITHOUT ROWID

;
CREATE TABLE rollup_deal_step (
	level SMALLINT NOT NULL, 
	on_day TEXT NOT NULL, 
	owner_id BLOB NOT NULL, 
	source_id BLOB NOT NULL, 
	pipeline_id BLOB NOT NULL, 
	stage_id BLOB NOT NULL, 
	n BIGINT NOT NULL, 
	CONSTRAINT pk_rollup_deal_step PRIMARY KEY (level, on_day, owner_id, source_id, pipeline_id, stage_id)
)
 WITHOUT ROWID

;
INSERT INTO rollup_deal_step VALUES(0,'0001-01-01',X'00000000000000000000000000000000',X'00000000000000000000000000000000',X'01a2193992a870bf8f382ed7f98b4352',X'01a2193992a87d6a94ca77c3d672ab36',1);
INSERT INTO rollup_deal_step VALUES(1,'0001-01-01',X'01a2193992b67dc4836ac77c498fcf05',X'00000000000000000000000000000000',X'00000000000000000000000000000000',X'00000000000000000000000000000000',1);
INSERT INTO rollup_deal_step VALUES(2,'0001-01-01',X'00000000000000000000000000000000',X'00000000000000000000000000000000',X'01a2193992a870bf8f382ed7f98b4352',X'01a2193992a87d6a94ca77c3d672ab36',1);
CREATE TABLE rollup_fate (
	level SMALLINT NOT NULL, 
	on_day TEXT NOT NULL, 
	owner_id BLOB NOT NULL, 
	source_id BLOB NOT NULL, 
	status_id BLOB NOT NULL, 
	outcome TEXT NOT NULL, 
	n BIGINT NOT NULL, 
	CONSTRAINT pk_rollup_fate PRIMARY KEY (level, on_day, owner_id, source_id, status_id, outcome)
)
 WITHOUT ROWID

;
CREATE TABLE rollup_lead_step (
	level SMALLINT NOT NULL, 
	on_day TEXT NOT NULL, 
	owner_id BLOB NOT NULL, 
	source_id BLOB NOT NULL, 
	status_id BLOB NOT NULL, 
	n BIGINT NOT NULL, 
	CONSTRAINT pk_rollup_lead_step PRIMARY KEY (level, on_day, owner_id, source_id, status_id)
)
 WITHOUT ROWID

;
INSERT INTO rollup_lead_step VALUES(0,'0001-01-01',X'00000000000000000000000000000000',X'00000000000000000000000000000000',X'01a2193992aa72758483244ca0bee11c',1);
INSERT INTO rollup_lead_step VALUES(0,'2026-11-26',X'00000000000000000000000000000000',X'00000000000000000000000000000000',X'01a2193992aa71c9bdc080471770d440',1);
INSERT INTO rollup_lead_step VALUES(1,'0001-01-01',X'01a2193992b67dc4836ac77c498fcf05',X'00000000000000000000000000000000',X'01a2193992aa72758483244ca0bee11c',1);
INSERT INTO rollup_lead_step VALUES(1,'2026-11-26',X'01a2193992b67dc4836ac77c498fcf05',X'00000000000000000000000000000000',X'01a2193992aa71c9bdc080471770d440',1);
CREATE TABLE rollup_open (
	level SMALLINT NOT NULL, 
	on_day TEXT NOT NULL, 
	owner_id BLOB NOT NULL, 
	source_id BLOB NOT NULL, 
	pipeline_id BLOB NOT NULL, 
	stage_id BLOB NOT NULL, 
	currency TEXT NOT NULL, 
	list_currency TEXT NOT NULL, 
	n BIGINT NOT NULL, 
	valued BIGINT NOT NULL, 
	total BIGINT NOT NULL, 
	weight BIGINT NOT NULL, 
	unweighted BIGINT NOT NULL, 
	listed BIGINT NOT NULL, 
	list_total BIGINT NOT NULL, 
	without_price BIGINT NOT NULL, 
	CONSTRAINT pk_rollup_open PRIMARY KEY (level, on_day, owner_id, source_id, pipeline_id, stage_id, currency, list_currency)
)
 WITHOUT ROWID

;
INSERT INTO rollup_open VALUES(0,'2026-12-23',X'00000000000000000000000000000000',X'00000000000000000000000000000000',X'01a2193992a870bf8f382ed7f98b4352',X'01a2193992a87d6a94ca77c3d672ab36','EUR','',1,0,0,0,0,0,0,1);
INSERT INTO rollup_open VALUES(1,'2026-12-23',X'01a2193992b67dc4836ac77c498fcf05',X'00000000000000000000000000000000',X'00000000000000000000000000000000',X'01a2193992a87d6a94ca77c3d672ab36','EUR','',1,0,0,0,0,0,0,1);
INSERT INTO rollup_open VALUES(2,'2026-12-23',X'00000000000000000000000000000000',X'00000000000000000000000000000000',X'01a2193992a870bf8f382ed7f98b4352',X'01a2193992a87d6a94ca77c3d672ab36','EUR','',1,0,0,0,0,0,0,1);
CREATE TABLE activity_kind (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	name VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	letter TEXT DEFAULT '' NOT NULL, 
	meaning TEXT DEFAULT 'task' NOT NULL, 
	name_key TEXT NOT NULL, 
	CONSTRAINT pk_activity_kind PRIMARY KEY (id), 
	CONSTRAINT fk_activity_kind_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_activity_kind_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);
INSERT INTO activity_kind VALUES(X'01a2193992ac7c0da973efeae4ff7f4a','BJFYZTA',X'01a2193992a677438db84f916b653309',NULL,'Call',0,'c','call','call');
INSERT INTO activity_kind VALUES(X'01a2193992ad7b1cb99b7b01c1560d6d','70NC3BD',X'01a2193992a677438db84f916b653309',NULL,'Mail',1,'m','mail','mail');
INSERT INTO activity_kind VALUES(X'01a2193992ad7c3cbf7a10708edc1b6d','27DR6VD',X'01a2193992a677438db84f916b653309',NULL,'Meeting',2,'g','meeting','meeting');
INSERT INTO activity_kind VALUES(X'01a2193992ad7d7aa7bb39503b8efe87','0XRXZM7',X'01a2193992a677438db84f916b653309',NULL,'Demo',3,'d','demo','demo');
INSERT INTO activity_kind VALUES(X'01a2193992ad7eb9bbc8aec62ef250fa','RQF4M7T',X'01a2193992a677438db84f916b653309',NULL,'Message',4,'s','message','message');
INSERT INTO activity_kind VALUES(X'01a2193992ad7fb89a476d0a582c4e67','9C2RKK7',X'01a2193992a677438db84f916b653309',NULL,'Visit',5,'v','visit','visit');
INSERT INTO activity_kind VALUES(X'01a2193992ae70f2b69f5a9335d16bed','CTX2TZD',X'01a2193992a677438db84f916b653309',NULL,'Walk-in',6,'w','visit','walk-in');
INSERT INTO activity_kind VALUES(X'01a2193992ae716ca71428cdd0b7d4fa','Q8BFN7T',X'01a2193992a677438db84f916b653309',NULL,'Task',7,'t','task','task');
INSERT INTO activity_kind VALUES(X'01a2193992ae71e89731d7be8c5106a4','T6521N4',X'01a2193992a677438db84f916b653309',NULL,'Note',8,'n','note','note');
CREATE TABLE cost (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	month_on TEXT NOT NULL, 
	category TEXT DEFAULT 'sales' NOT NULL, 
	channel TEXT DEFAULT '' NOT NULL, 
	campaign TEXT DEFAULT '' NOT NULL, 
	amount_minor BIGINT NOT NULL, 
	currency VARCHAR NOT NULL, 
	note TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_cost PRIMARY KEY (id), 
	CONSTRAINT fk_cost_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_cost_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);
CREATE TABLE current_operation (
	operation_id BLOB NOT NULL, 
	mode TEXT DEFAULT 'live' NOT NULL, 
	must_close INTEGER NOT NULL, 
	CONSTRAINT pk_current_operation PRIMARY KEY (operation_id), 
	CONSTRAINT fk_current_operation_open FOREIGN KEY(must_close) REFERENCES never (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID

;
CREATE TABLE custom_field (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	entity VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	label VARCHAR NOT NULL, 
	kind TEXT DEFAULT 'text' NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_custom_field PRIMARY KEY (id), 
	CONSTRAINT fk_custom_field_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_custom_field_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);
CREATE TABLE history (
	table_name TEXT NOT NULL, 
	record_id BLOB NOT NULL, 
	column_name TEXT NOT NULL, 
	operation_id BLOB NOT NULL, 
	old BLOB, 
	new BLOB, 
	previous_op BLOB, 
	CONSTRAINT pk_history PRIMARY KEY (table_name, record_id, column_name, operation_id), 
	CONSTRAINT fk_history_operation_id_operation FOREIGN KEY(operation_id) REFERENCES operation (id)
)
 WITHOUT ROWID

;
INSERT INTO history VALUES('lead',X'01a2193996c17be6853eab910bb28e1c','status_id',X'01a21939b565725995ed1413130aae1d',X'01a2193992aa70389c00b75d56dbb1ba',X'01a2193992aa71c9bdc080471770d440',NULL);
INSERT INTO history VALUES('lead',X'01a219399b177d839ec177820c4e6ab1','account_id',X'01a21939bbd57f25ba74bcdd972a8941',NULL,X'01a21939bbd87977855884be90446652',NULL);
INSERT INTO history VALUES('lead',X'01a219399b177d839ec177820c4e6ab1','closed_on',X'01a21939bbd57f25ba74bcdd972a8941',NULL,'2026-11-23',NULL);
INSERT INTO history VALUES('lead',X'01a219399b177d839ec177820c4e6ab1','contact_id',X'01a21939bbd57f25ba74bcdd972a8941',NULL,X'01a21939bbde793aae28510a94cfd6ba',NULL);
INSERT INTO history VALUES('lead',X'01a219399b177d839ec177820c4e6ab1','qualified_on',X'01a21939bbd57f25ba74bcdd972a8941',NULL,'2026-11-23',NULL);
INSERT INTO history VALUES('lead',X'01a219399b177d839ec177820c4e6ab1','status_id',X'01a21939bbd57f25ba74bcdd972a8941',X'01a2193992aa70389c00b75d56dbb1ba',X'01a2193992aa72758483244ca0bee11c',NULL);
CREATE TABLE holiday (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	on_day TEXT NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_holiday PRIMARY KEY (id), 
	CONSTRAINT fk_holiday_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_holiday_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);
INSERT INTO holiday VALUES(X'01a21939b0487358b50c7898396b1680','0WPP5M0',X'01a21939b0467b8994f9e0d37b8cbb7d',NULL,'2026-12-24','');
CREATE TABLE import_batch (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	path VARCHAR NOT NULL, 
	entity VARCHAR NOT NULL, 
	preset TEXT DEFAULT '' NOT NULL, 
	rows INTEGER NOT NULL, 
	CONSTRAINT pk_import_batch PRIMARY KEY (id), 
	CONSTRAINT fk_import_batch_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_import_batch_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);
CREATE TABLE import_row (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	entity VARCHAR NOT NULL, 
	identity TEXT NOT NULL, 
	record_id BLOB NOT NULL, 
	content TEXT NOT NULL, 
	CONSTRAINT pk_import_row PRIMARY KEY (id), 
	CONSTRAINT fk_import_row_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_import_row_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);
CREATE TABLE lead_status (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	name VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	meaning TEXT DEFAULT 'open' NOT NULL, 
	name_key TEXT NOT NULL, 
	CONSTRAINT pk_lead_status PRIMARY KEY (id), 
	CONSTRAINT fk_lead_status_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_lead_status_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);
INSERT INTO lead_status VALUES(X'01a2193992aa70389c00b75d56dbb1ba','NBDQCDT',X'01a2193992a677438db84f916b653309',NULL,'New',0,'open','new');
INSERT INTO lead_status VALUES(X'01a2193992aa71c9bdc080471770d440','WBQ1N20',X'01a2193992a677438db84f916b653309',NULL,'Working',1,'open','working');
INSERT INTO lead_status VALUES(X'01a2193992aa722c86dc6d5be693e551','FK97SAH',X'01a2193992a677438db84f916b653309',NULL,'Nurture',2,'open','nurture');
INSERT INTO lead_status VALUES(X'01a2193992aa72758483244ca0bee11c','JGBXR8W',X'01a2193992a677438db84f916b653309',NULL,'Qualified',3,'converted','qualified');
INSERT INTO lead_status VALUES(X'01a2193992aa72b282af674398a432b2','ECA8CNJ',X'01a2193992a677438db84f916b653309',NULL,'Disqualified',4,'closed','disqualified');
CREATE TABLE lost_reason (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	name VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	letter TEXT DEFAULT '' NOT NULL, 
	applies_to TEXT DEFAULT 'deal' NOT NULL, 
	name_key TEXT NOT NULL, 
	CONSTRAINT pk_lost_reason PRIMARY KEY (id), 
	CONSTRAINT fk_lost_reason_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_lost_reason_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);
INSERT INTO lost_reason VALUES(X'01a2193992ab76aa9eae051ecd75d2c0','V6QBMP0',X'01a2193992a677438db84f916b653309',NULL,'Price',0,'p','deal','price');
INSERT INTO lost_reason VALUES(X'01a2193992ab77fd88d8157ec885319c','V48ACCW',X'01a2193992a677438db84f916b653309',NULL,'Competitor',1,'c','deal','competitor');
INSERT INTO lost_reason VALUES(X'01a2193992ab78599b06c68c5aa79bcf','HDAF6YF',X'01a2193992a677438db84f916b653309',NULL,'Budget',2,'b','deal','budget');
INSERT INTO lost_reason VALUES(X'01a2193992ab78a08c43a10f20408066','WG41036',X'01a2193992a677438db84f916b653309',NULL,'Missing features',3,'f','deal','missing features');
INSERT INTO lost_reason VALUES(X'01a2193992ab78e2b1334a75e32403b9','QHJ80XS',X'01a2193992a677438db84f916b653309',NULL,'Payment terms',4,'t','deal','payment terms');
INSERT INTO lost_reason VALUES(X'01a2193992ab791e9c44b924d52ee919','KAJXT8S',X'01a2193992a677438db84f916b653309',NULL,'Delivery date',5,'d','deal','delivery date');
INSERT INTO lost_reason VALUES(X'01a2193992ab7959af333a0173a4cb05','5ST9JR5',X'01a2193992a677438db84f916b653309',NULL,'No decision',6,'n','deal','no decision');
INSERT INTO lost_reason VALUES(X'01a2193992ab799498d0196883e63210','21YCCGG',X'01a2193992a677438db84f916b653309',NULL,'No reply',7,'r','deal','no reply');
INSERT INTO lost_reason VALUES(X'01a2193992ab79ce884514a318a05c34','CCA0Q1M',X'01a2193992a677438db84f916b653309',NULL,'Timing',8,'i','deal','timing');
INSERT INTO lost_reason VALUES(X'01a2193992ab7a06b00ae859fbea4566','7XYMHB6',X'01a2193992a677438db84f916b653309',NULL,'Other',9,'o','deal','other');
INSERT INTO lost_reason VALUES(X'01a2193992ab7a3f879db77139c9180d','4WWJ60D',X'01a2193992a677438db84f916b653309',NULL,'Poor fit',10,'f','lead','poor fit');
INSERT INTO lost_reason VALUES(X'01a2193992ab7a78832d9256ed98cbd2','VPSHJYJ',X'01a2193992a677438db84f916b653309',NULL,'Unreachable',11,'u','lead','unreachable');
INSERT INTO lost_reason VALUES(X'01a2193992ab7ab2b1d77ea37409c72e','DT0KHSE',X'01a2193992a677438db84f916b653309',NULL,'Not interested',12,'n','lead','not interested');
INSERT INTO lost_reason VALUES(X'01a2193992ab7aeba9b850dbc20a1ef9','F10M7QS',X'01a2193992a677438db84f916b653309',NULL,'No budget',13,'b','lead','no budget');
INSERT INTO lost_reason VALUES(X'01a2193992ab7b2391914aac2eeae815','GQENT0N',X'01a2193992a677438db84f916b653309',NULL,'Duplicate',14,'d','lead','duplicate');
INSERT INTO lost_reason VALUES(X'01a2193992ab7b5c8aeae7e44e8bd3bd','H78QMXX',X'01a2193992a677438db84f916b653309',NULL,'Timing',15,'t','lead','timing');
INSERT INTO lost_reason VALUES(X'01a2193992ab7b9686697041fc1dc207','7Y1VGG7',X'01a2193992a677438db84f916b653309',NULL,'Junk',16,'j','lead','junk');
INSERT INTO lost_reason VALUES(X'01a2193992ab7bcfb9382b3f3731ee90','WVK3VMG',X'01a2193992a677438db84f916b653309',NULL,'Other',17,'o','lead','other');
CREATE TABLE mailbox (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	account VARCHAR NOT NULL, 
	folder VARCHAR NOT NULL, 
	validity BIGINT NOT NULL, 
	last_uid BIGINT NOT NULL, 
	CONSTRAINT pk_mailbox PRIMARY KEY (id), 
	CONSTRAINT fk_mailbox_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_mailbox_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);
CREATE TABLE opt_out (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	address_key TEXT NOT NULL, 
	address VARCHAR NOT NULL, 
	channel TEXT DEFAULT 'all' NOT NULL, 
	reason TEXT DEFAULT '' NOT NULL, 
	since_on TEXT, 
	CONSTRAINT pk_opt_out PRIMARY KEY (id), 
	CONSTRAINT fk_opt_out_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_opt_out_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);
CREATE TABLE pipeline (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	name VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	name_key TEXT NOT NULL, 
	CONSTRAINT pk_pipeline PRIMARY KEY (id), 
	CONSTRAINT fk_pipeline_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_pipeline_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);
INSERT INTO pipeline VALUES(X'01a2193992a870bf8f382ed7f98b4352','ZWRPGTJ',X'01a2193992a677438db84f916b653309',NULL,'Sales',0,'sales');
INSERT INTO pipeline VALUES(X'01a2193992a9726dab5f53062c0865ae','RP0GSDE',X'01a2193992a677438db84f916b653309',NULL,'Renewal',1,'renewal');
INSERT INTO pipeline VALUES(X'01a2193992a97468b545651a262e0a72','8K2W2KJ',X'01a2193992a677438db84f916b653309',NULL,'Partner',2,'partner');
CREATE TABLE product (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	name VARCHAR NOT NULL, 
	family TEXT DEFAULT '' NOT NULL, 
	price_minor BIGINT, 
	currency TEXT DEFAULT '' NOT NULL, 
	unit TEXT DEFAULT '' NOT NULL, 
	active BOOLEAN NOT NULL, 
	name_key TEXT NOT NULL, 
	CONSTRAINT pk_product PRIMARY KEY (id), 
	CONSTRAINT fk_product_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_product_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);
CREATE TABLE saved_view (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	entity VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	"query" VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_saved_view PRIMARY KEY (id), 
	CONSTRAINT fk_saved_view_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_saved_view_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);
INSERT INTO saved_view VALUES(X'01a2193992ac717983cf0a474262938c','X1654WC',X'01a2193992a677438db84f916b653309',NULL,'lead','Mine','status:open owner:me sort:due',0);
INSERT INTO saved_view VALUES(X'01a2193992ac7296802f47deb6640e24','TV683H4',X'01a2193992a677438db84f916b653309',NULL,'lead','Overdue','status:open owner:me due:..yesterday sort:due',1);
INSERT INTO saved_view VALUES(X'01a2193992ac72e78bf08a17f699b7ce','ZV9KDYE',X'01a2193992a677438db84f916b653309',NULL,'lead','No next step','status:open owner:me next:none',2);
INSERT INTO saved_view VALUES(X'01a2193992ac73258fc3f019227725c1','4H7E9E1',X'01a2193992a677438db84f916b653309',NULL,'lead','New this week','created:-7d.. sort:-created',3);
INSERT INTO saved_view VALUES(X'01a2193992ac735e8c42ca600360af05','01P1BR5',X'01a2193992a677438db84f916b653309',NULL,'lead','Team','status:open sort:due',4);
INSERT INTO saved_view VALUES(X'01a2193992ac7396a8bf650853560683','19NC1M3',X'01a2193992a677438db84f916b653309',NULL,'deal','Mine','status:open owner:me',5);
INSERT INTO saved_view VALUES(X'01a2193992ac73ce85fb7106c2bc24e3','V1BR973',X'01a2193992a677438db84f916b653309',NULL,'deal','Stalled','status:open owner:me stuck:14d..',6);
INSERT INTO saved_view VALUES(X'01a2193992ac74059d79a18f31a5a7cc','WRTB9YC',X'01a2193992a677438db84f916b653309',NULL,'deal','Closing this month','status:open close:..eom',7);
INSERT INTO saved_view VALUES(X'01a2193992ac743cad7eb841ec7df6a9','7P7VXN9',X'01a2193992a677438db84f916b653309',NULL,'deal','Team','status:open',8);
INSERT INTO saved_view VALUES(X'01a2193992ac7474bf3bdb6d7ab6e7ba','NXBDSXT',X'01a2193992a677438db84f916b653309',NULL,'activity','Calls','kind:call',9);
INSERT INTO saved_view VALUES(X'01a2193992ac74aba5b4c97f8a8a7d51','Y58MZAH',X'01a2193992a677438db84f916b653309',NULL,'activity','Best leads','score:70..',10);
CREATE TABLE setting (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	"key" TEXT NOT NULL, 
	value TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_setting PRIMARY KEY (id), 
	CONSTRAINT fk_setting_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_setting_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);
INSERT INTO setting VALUES(X'01a2193992b57e99b187f76d6ca23658','NPA4DJR',X'01a2193992a677438db84f916b653309',NULL,'currency','EUR');
INSERT INTO setting VALUES(X'01a2193992b57fb6879476f6de3adb0f','VF3NPRF',X'01a2193992a677438db84f916b653309',NULL,'time_zone','Europe/Budapest');
INSERT INTO setting VALUES(X'01a2193992b67007a45797983f55b7dc','0ZNBDYW',X'01a2193992a677438db84f916b653309',NULL,'week_start','6');
INSERT INTO setting VALUES(X'01a2193992b67045bc0cd6fa5d51992f','9EN369F',X'01a2193992a677438db84f916b653309',NULL,'date_order','mdy');
INSERT INTO setting VALUES(X'01a2193992b6707baf341278c63ce290','333SRMG',X'01a2193992a677438db84f916b653309',NULL,'language','en');
CREATE TABLE source (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	name VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	direction TEXT DEFAULT 'inbound' NOT NULL, 
	name_key TEXT NOT NULL, 
	CONSTRAINT pk_source PRIMARY KEY (id), 
	CONSTRAINT fk_source_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_source_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);
INSERT INTO source VALUES(X'01a2193992aa7a17ac21f57b022357c7','C126NY7',X'01a2193992a677438db84f916b653309',NULL,'Word of mouth',0,'inbound','word of mouth');
INSERT INTO source VALUES(X'01a2193992aa7b7cae9dc008e2ab110e','3HAP48E',X'01a2193992a677438db84f916b653309',NULL,'Website',1,'inbound','website');
INSERT INTO source VALUES(X'01a2193992aa7c1cbcc769ad3a66711b','MX6CW8V',X'01a2193992a677438db84f916b653309',NULL,'Search ads',2,'inbound','search ads');
INSERT INTO source VALUES(X'01a2193992aa7c60a2875242267a4e97','8K7MKMQ',X'01a2193992a677438db84f916b653309',NULL,'Social media',3,'inbound','social media');
INSERT INTO source VALUES(X'01a2193992aa7c9cbee384847d0f5c54','HYGYQ2M',X'01a2193992a677438db84f916b653309',NULL,'Content',4,'inbound','content');
INSERT INTO source VALUES(X'01a2193992aa7cd6b31fe8395d753bb4','5EQAEXM',X'01a2193992a677438db84f916b653309',NULL,'Walk-in',5,'inbound','walk-in');
INSERT INTO source VALUES(X'01a2193992aa7d108c42c0dcc3dd796b','K1XTYBB',X'01a2193992a677438db84f916b653309',NULL,'Partner',6,'inbound','partner');
INSERT INTO source VALUES(X'01a2193992aa7d49b323abb615950e5e','RASA3JY',X'01a2193992a677438db84f916b653309',NULL,'Existing customer',7,'inbound','existing customer');
INSERT INTO source VALUES(X'01a2193992aa7d83a7c4c6973d835e32','WYR6QHJ',X'01a2193992a677438db84f916b653309',NULL,'Cold call',8,'outbound','cold call');
INSERT INTO source VALUES(X'01a2193992aa7dbcb0af720bda6ca3db','FD6S8YV',X'01a2193992a677438db84f916b653309',NULL,'Cold mail',9,'outbound','cold mail');
INSERT INTO source VALUES(X'01a2193992aa7df4a2babbed4107b121','N0GFC91',X'01a2193992a677438db84f916b653309',NULL,'Event',10,'outbound','event');
INSERT INTO source VALUES(X'01a2193992aa7e2cb6677143c82e3100','F42WC80',X'01a2193992a677438db84f916b653309',NULL,'Campaign',11,'outbound','campaign');
INSERT INTO source VALUES(X'01a2193992aa7e67853a6f2ea31bdaeb','THHQPQB',X'01a2193992a677438db84f916b653309',NULL,'Purchased list',12,'outbound','purchased list');
INSERT INTO source VALUES(X'01a2193992aa7ea2a14936f140d66049','50DCR29',X'01a2193992a677438db84f916b653309',NULL,'Import',13,'outbound','import');
CREATE TABLE team (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	name VARCHAR NOT NULL, 
	name_key TEXT NOT NULL, 
	CONSTRAINT pk_team PRIMARY KEY (id), 
	CONSTRAINT fk_team_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_team_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);
CREATE TABLE member (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	name VARCHAR NOT NULL, 
	email TEXT DEFAULT '' NOT NULL, 
	role TEXT DEFAULT 'rep' NOT NULL, 
	team_id BLOB, 
	manager_id BLOB, 
	active BOOLEAN NOT NULL, 
	signature TEXT DEFAULT '' NOT NULL, 
	joined_on TEXT, 
	ramp TEXT DEFAULT '' NOT NULL, 
	name_key TEXT NOT NULL, 
	CONSTRAINT pk_member PRIMARY KEY (id), 
	CONSTRAINT fk_member_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_member_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id), 
	CONSTRAINT fk_member_team_id_team FOREIGN KEY(team_id) REFERENCES team (id), 
	CONSTRAINT fk_member_manager_id_member FOREIGN KEY(manager_id) REFERENCES member (id)
);
INSERT INTO member VALUES(X'01a2193992b67dc4836ac77c498fcf05','H4RZKR5',X'01a2193992a677438db84f916b653309',NULL,'Maya Kessler','','rep',NULL,NULL,1,'',NULL,'','maya kessler');
CREATE TABLE outcome (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	kind_id BLOB, 
	name VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	letter TEXT DEFAULT '' NOT NULL, 
	meaning TEXT DEFAULT 'reached' NOT NULL, 
	next_step TEXT DEFAULT '' NOT NULL, 
	name_key TEXT NOT NULL, 
	CONSTRAINT pk_outcome PRIMARY KEY (id), 
	CONSTRAINT fk_outcome_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_outcome_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id), 
	CONSTRAINT fk_outcome_kind_id_activity_kind FOREIGN KEY(kind_id) REFERENCES activity_kind (id)
);
INSERT INTO outcome VALUES(X'01a2193992ad776c87f4f553b715e8f7','EVHBT7Q',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992ac7c0da973efeae4ff7f4a','Talked',0,'t','reached','call +3d','talked');
INSERT INTO outcome VALUES(X'01a2193992ad79098a8141d4981b8e19','JC1Q3GS',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992ac7c0da973efeae4ff7f4a','Voicemail',1,'v','attempt','call +2d','voicemail');
INSERT INTO outcome VALUES(X'01a2193992ad79739d953c86b1683ba0','TRPGEX0',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992ac7c0da973efeae4ff7f4a','No answer',2,'n','attempt','call +1d other half','no answer');
INSERT INTO outcome VALUES(X'01a2193992ad79c592566947fb7ebb60','ZXQXEV0',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992ac7c0da973efeae4ff7f4a','Busy',3,'b','attempt','call +1d','busy');
INSERT INTO outcome VALUES(X'01a2193992ad7a0c997f226488cf57c9','J4CYNY9',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992ac7c0da973efeae4ff7f4a','Meeting booked',4,'m','reached','meet +7d','meeting booked');
INSERT INTO outcome VALUES(X'01a2193992ad7a50a8210fe1cbae57d7','75TWNYQ',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992ac7c0da973efeae4ff7f4a','Callback asked',5,'k','reached','call +1d promised','callback asked');
INSERT INTO outcome VALUES(X'01a2193992ad7a94b919bb58911ccacc','28HSJPC',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992ac7c0da973efeae4ff7f4a','Not interested',6,'x','closed','','not interested');
INSERT INTO outcome VALUES(X'01a2193992ad7ad6b55cdc7bdea6de54','FFADQJM',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992ac7c0da973efeae4ff7f4a','Wrong number',7,'w','wrong','','wrong number');
INSERT INTO outcome VALUES(X'01a2193992ad7b73a7ef58d716acd521','WBASN91',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992ad7b1cb99b7b01c1560d6d','Sent',0,'s','sent','call +3d','sent');
INSERT INTO outcome VALUES(X'01a2193992ad7bbb89c225afef8a00bc','ZQRM05W',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992ad7b1cb99b7b01c1560d6d','Replied',1,'r','reached','call +1d','replied');
INSERT INTO outcome VALUES(X'01a2193992ad7bfd912657fa00d36d34','80D6V9M',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992ad7b1cb99b7b01c1560d6d','Bounced',2,'b','wrong','','bounced');
INSERT INTO outcome VALUES(X'01a2193992ad7c7bb9b58715097ad096','M4QNM4P',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992ad7c3cbf7a10708edc1b6d','Held',0,'h','reached','mail +1d','held');
INSERT INTO outcome VALUES(X'01a2193992ad7cbcb227a088b6112602','2V129G2',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992ad7c3cbf7a10708edc1b6d','No-show',1,'n','missed','call +1d','no-show');
INSERT INTO outcome VALUES(X'01a2193992ad7cfd9d1bc18ea1b03aa4','TGV0EN4',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992ad7c3cbf7a10708edc1b6d','Moved',2,'r','missed','meet +7d','moved');
INSERT INTO outcome VALUES(X'01a2193992ad7d3cb53a85a3a63faa93','EK3ZAMK',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992ad7c3cbf7a10708edc1b6d','Cancelled',3,'c','missed','call +3d','cancelled');
INSERT INTO outcome VALUES(X'01a2193992ad7db78fd0e0281cb93ce8','0EBJF78',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992ad7d7aa7bb39503b8efe87','Held',0,'h','reached','mail +1d','held');
INSERT INTO outcome VALUES(X'01a2193992ad7df9950d33d9b40e95cd','6T0X5ED',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992ad7d7aa7bb39503b8efe87','No-show',1,'n','missed','call +1d','no-show');
INSERT INTO outcome VALUES(X'01a2193992ad7e3aab1bc234dcfb2365','KEFP8V5',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992ad7d7aa7bb39503b8efe87','Moved',2,'r','missed','meet +7d','moved');
INSERT INTO outcome VALUES(X'01a2193992ad7e7ab842c5ec3b4e7cd9','GXMWZ6S',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992ad7d7aa7bb39503b8efe87','Cancelled',3,'c','missed','call +3d','cancelled');
INSERT INTO outcome VALUES(X'01a2193992ad7ef8a76a91bbedcaa46f','FPWN93F',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992ad7eb9bbc8aec62ef250fa','Sent',0,'s','sent','call +3d','sent');
INSERT INTO outcome VALUES(X'01a2193992ad7f39815189ca188e50a0','8C8WM50',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992ad7eb9bbc8aec62ef250fa','Replied',1,'r','reached','call +1d','replied');
INSERT INTO outcome VALUES(X'01a2193992ad7f7aa6e33b4168c82296','5MCG8MP',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992ad7eb9bbc8aec62ef250fa','Bounced',2,'b','wrong','','bounced');
INSERT INTO outcome VALUES(X'01a2193992ad7ff5a4fcb16d42e09c5f','N1E172Z',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992ad7fb89a476d0a582c4e67','Held',0,'h','reached','mail +1d','held');
INSERT INTO outcome VALUES(X'01a2193992ae7034858bb01b7004f670','DR09XKG',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992ad7fb89a476d0a582c4e67','No-show',1,'n','missed','call +1d','no-show');
INSERT INTO outcome VALUES(X'01a2193992ae7074aa24acd4846e5f87','J26WQW7',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992ad7fb89a476d0a582c4e67','Moved',2,'r','missed','meet +7d','moved');
INSERT INTO outcome VALUES(X'01a2193992ae70b4843f054f094eb79d','W4MXDWX',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992ad7fb89a476d0a582c4e67','Cancelled',3,'c','missed','call +3d','cancelled');
INSERT INTO outcome VALUES(X'01a2193992ae712f98518402c6c33940','B3C6EA0',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992ae70f2b69f5a9335d16bed','Talked',0,'t','reached','call +3d','talked');
INSERT INTO outcome VALUES(X'01a2193992ae71ab8d2fee76b9d9f6cb','TWXKXPB',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992ae716ca71428cdd0b7d4fa','Done',0,'d','done','','done');
INSERT INTO outcome VALUES(X'01a2193992ae72239ed90b6c84590be5','J25J2Z5',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992ae71e89731d7be8c5106a4','Noted',0,'n','noted','','noted');
CREATE TABLE stage (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	pipeline_id BLOB, 
	name VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	meaning TEXT DEFAULT 'open' NOT NULL, 
	probability INTEGER NOT NULL, 
	rotting_days INTEGER, 
	name_key TEXT NOT NULL, 
	CONSTRAINT pk_stage PRIMARY KEY (id), 
	CONSTRAINT fk_stage_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_stage_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id), 
	CONSTRAINT fk_stage_pipeline_id_pipeline FOREIGN KEY(pipeline_id) REFERENCES pipeline (id)
);
INSERT INTO stage VALUES(X'01a2193992a87d6a94ca77c3d672ab36','FB75ASP',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992a870bf8f382ed7f98b4352','New',0,'open',10,7,'new');
INSERT INTO stage VALUES(X'01a2193992a970278210c775f6c2af6b','QVC5BVB',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992a870bf8f382ed7f98b4352','Qualified',1,'open',25,10,'qualified');
INSERT INTO stage VALUES(X'01a2193992a970b19c4b12d4a0230dd8','JG263ER',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992a870bf8f382ed7f98b4352','Needs agreed',2,'open',40,12,'needs agreed');
INSERT INTO stage VALUES(X'01a2193992a9710db8c5f10ed8d35528','VCD6N98',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992a870bf8f382ed7f98b4352','Proposal',3,'open',60,12,'proposal');
INSERT INTO stage VALUES(X'01a2193992a9715ba6fc40a393df4e7b','E9XYKKV',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992a870bf8f382ed7f98b4352','Negotiation',4,'open',80,14,'negotiation');
INSERT INTO stage VALUES(X'01a2193992a971afbbe5f7a62df49767','RPZ95V7',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992a870bf8f382ed7f98b4352','Won',5,'won',100,NULL,'won');
INSERT INTO stage VALUES(X'01a2193992a97208b9bbca5ead58e8ca','TPNHT6A',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992a870bf8f382ed7f98b4352','Lost',6,'lost',0,NULL,'lost');
INSERT INTO stage VALUES(X'01a2193992a972cbbe0cab6867ea6ed8','1KYMVPR',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992a9726dab5f53062c0865ae','Due',0,'open',50,30,'due');
INSERT INTO stage VALUES(X'01a2193992a97317aac73ea93aa86f82','4XAGVW2',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992a9726dab5f53062c0865ae','Reviewed',1,'open',60,14,'reviewed');
INSERT INTO stage VALUES(X'01a2193992a9735d880aad0fb1f2cb9d','YRZ5JWX',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992a9726dab5f53062c0865ae','Offer',2,'open',75,14,'offer');
INSERT INTO stage VALUES(X'01a2193992a973a1910efaa5a2085e91','PH0GQMH',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992a9726dab5f53062c0865ae','Agreed',3,'open',90,14,'agreed');
INSERT INTO stage VALUES(X'01a2193992a973e4b683dd046b221d0b','HNJ478B',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992a9726dab5f53062c0865ae','Renewed',4,'won',100,NULL,'renewed');
INSERT INTO stage VALUES(X'01a2193992a9742a9b2e987ee239bde6','VH3KFF6',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992a9726dab5f53062c0865ae','Churned',5,'lost',0,NULL,'churned');
INSERT INTO stage VALUES(X'01a2193992a974a89a398f5d145e9207','MA5X4G7',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992a97468b545651a262e0a72','Contacted',0,'open',10,14,'contacted');
INSERT INTO stage VALUES(X'01a2193992a974eaa3d68bc5febf8484','QZBZ144',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992a97468b545651a262e0a72','Samples sent',1,'open',30,21,'samples sent');
INSERT INTO stage VALUES(X'01a2193992a9752a9a2545688d1191b5','26H34DN',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992a97468b545651a262e0a72','Terms',2,'open',60,14,'terms');
INSERT INTO stage VALUES(X'01a2193992a9756aba40a07a95024a50','AAG4JJG',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992a97468b545651a262e0a72','First order agreed',3,'open',90,14,'first order agreed');
INSERT INTO stage VALUES(X'01a2193992a975a9a5ae485a96b0a623','ABB19H3',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992a97468b545651a262e0a72','Won',4,'won',100,NULL,'won');
INSERT INTO stage VALUES(X'01a2193992a975ed9ae1394bd0fa130b','F8FM4RB',X'01a2193992a677438db84f916b653309',NULL,X'01a2193992a97468b545651a262e0a72','Lost',5,'lost',0,NULL,'lost');
CREATE TABLE absence (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	member_id BLOB NOT NULL, 
	starts_on TEXT NOT NULL, 
	ends_on TEXT NOT NULL, 
	reason TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_absence PRIMARY KEY (id), 
	CONSTRAINT fk_absence_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_absence_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id), 
	CONSTRAINT fk_absence_member_id_member FOREIGN KEY(member_id) REFERENCES member (id)
);
INSERT INTO absence VALUES(X'01a21939ac8a7a6bb163794016c4d3ac','0BC9MXC',X'01a21939ac89726d9ec9e0e92e8bff91',NULL,X'01a2193992b67dc4836ac77c498fcf05','2026-12-28','2026-12-30','');
CREATE TABLE account (
	tags TEXT DEFAULT '' NOT NULL, 
	notes TEXT DEFAULT '' NOT NULL, 
	custom TEXT DEFAULT '{}' NOT NULL, 
	search_text TEXT NOT NULL, 
	website TEXT DEFAULT '' NOT NULL, 
	street TEXT DEFAULT '' NOT NULL, 
	city TEXT DEFAULT '' NOT NULL, 
	region TEXT DEFAULT '' NOT NULL, 
	postal_code TEXT DEFAULT '' NOT NULL, 
	country TEXT DEFAULT '' NOT NULL, 
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	name VARCHAR NOT NULL, 
	sector TEXT DEFAULT '' NOT NULL, 
	domain TEXT DEFAULT '' NOT NULL, 
	phone TEXT DEFAULT '' NOT NULL, 
	email TEXT DEFAULT '' NOT NULL, 
	employees INTEGER, 
	annual_revenue_minor BIGINT, 
	currency TEXT DEFAULT '' NOT NULL, 
	founded_year INTEGER, 
	parent_id BLOB, 
	owner_id BLOB, 
	name_key TEXT NOT NULL, 
	touched_on TEXT, 
	CONSTRAINT pk_account PRIMARY KEY (id), 
	CONSTRAINT fk_account_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_account_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id), 
	CONSTRAINT fk_account_parent_id_account FOREIGN KEY(parent_id) REFERENCES account (id), 
	CONSTRAINT fk_account_owner_id_member FOREIGN KEY(owner_id) REFERENCES member (id)
);
INSERT INTO account VALUES('','','{}','valencia foods','valencia.example','','','','','',X'01a21939bbd87977855884be90446652','T848SJJ',X'01a21939bbd57f25ba74bcdd972a8941',NULL,'Valencia Foods','','','','',NULL,NULL,'',NULL,NULL,X'01a2193992b67dc4836ac77c498fcf05','valencia foods',NULL);
CREATE TABLE attachment (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	record_kind VARCHAR NOT NULL, 
	record_id BLOB NOT NULL, 
	kind VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	target TEXT NOT NULL, 
	size_bytes BIGINT, 
	media_type TEXT DEFAULT '' NOT NULL, 
	owner_id BLOB, 
	CONSTRAINT pk_attachment PRIMARY KEY (id), 
	CONSTRAINT fk_attachment_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_attachment_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id), 
	CONSTRAINT fk_attachment_owner_id_member FOREIGN KEY(owner_id) REFERENCES member (id)
);
CREATE TABLE buyer (
	name VARCHAR NOT NULL, 
	text TEXT DEFAULT '' NOT NULL, 
	draft TEXT DEFAULT '' NOT NULL, 
	author_id BLOB, 
	active BOOLEAN NOT NULL, 
	name_key TEXT NOT NULL, 
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	CONSTRAINT pk_buyer PRIMARY KEY (id), 
	CONSTRAINT fk_buyer_author_id_member FOREIGN KEY(author_id) REFERENCES member (id), 
	CONSTRAINT fk_buyer_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_buyer_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);
INSERT INTO buyer VALUES('Bodnár Rita, nagykereskedés',replace('---\npersona: Operatív vezető, kedves, mindig siet\ncompany: Fenyves Nagyker, 60 fő\nscript: Feltáró hívás\nlanguage: hu\nopening: Bodnár Rita. Negyedórám van, mielőtt jönnek az autók.\nunsure: Ezen gondolkodnom kellene.\nearly: Hm. Miért kérdezi?\n---\n\nŐ vezeti a raktárt és a rendelésfelvételt. Egy vásár után kért hívást; senki sem tudja, mit keres.\n\n# Situation\n- [ma] A rendelés e-mailben jön, két kolléga beírja egy táblázatba, a raktár reggel hatkor kinyomtatja.\n  asked: csinálják, most\n- [csapat] Négyen nyúlunk minden rendeléshez, és tizenketten élünk abból, ami kijön belőle.\n  asked: hányan\n- Az eredményért én felelek. A munkát Zoli és Kata végzi.\n  asked: ki felel, ki végzi\n- Az éttermeknek számít a legtöbbet, ők minden nap rendelnek.\n  asked: melyik részében, számít\n\n# Problem\n- [hibas] Őszintén? Minden tizenötödik szállítmányon van valami hiba.\n  asked: csúszik, hol\n  after: ma\n  need: Minden tizenötödik szállítmány hibás\n- [lassu] A beírás. Hétfőn délig tart.\n  asked: tovább, lassú\n  need: A beírás hétfőn délig tart\n- Volt egy webáruházunk. Senki sem használta, egy nyár után abbahagytuk.\n  asked: próbáltak\n\n# Implication\n- [ara] A hibás szállítás második út, egyenként harmincezer. Várjon csak: ez havonta több mint egymillió.\n  asked: mennyibe, negyedév\n  after: hibas\n  need: A második utak havonta több mint egymillióba kerülnek\n- [elment] Idén két étterem ment el tőlünk. Ezt eddig nem kötöttem össze.\n  asked: történik, késik, hibás\n  after: hibas\n  need: Két étterem a hibás szállítások miatt ment el\n- Az értékesítés miattunk nem ígér már másnapi szállítást.\n  asked: melyik másik csapat, kerülgetnie\n  after: hibas\n\n# Need-payoff\n- [ido] Katát visszatenném a telefonhoz az éttermekhez, ott a helye.\n  asked: egyszerűen működne, mire fordítanák\n  after: lassu\n  need: Kata az ügyfelekkel beszéljen, ne gépeljen\n- [jo] Ha minden szállítmány jó lenne, újra kimondhatnám: holnapra ott van. Ezt akarom.\n  asked: segítene, mérik, mennyit érne\n  after: ara\n  need: Minden szállítmány legyen jó, hogy újra ígérhessék a másnapot\n- Először Tibornak mutatnám. Ötmillió felett mindent ő ír alá.\n  asked: kinek mutatná\n  after: jo\n\n# Objections\n- Van egy táblázatunk, az elég jól működik.\n  until: hibas\n  cause: Előbb volt megoldás, mint közösen látott probléma\n- Ez drágán hangzik egy ekkora cégnek.\n  until: ara\n  cause: Még nem számoltuk ki, mibe kerül a probléma\n\n# Agrees\n- [order] Küldje a szerződést, csütörtökön Tiborral aláírjuk.\n  after: jo, elment, ido\n- [advance] Tiborral csütörtökön kettőkor együtt megnézzük.\n  after: jo\n- [continuation] Küldjön valamit, és hívjon a szezon után.\n','\n',char(10)),'',NULL,1,'bodnar rita, nagykereskedes',X'01a2193992b574718998fc76cfd61428','V7XC518',X'01a2193992a677438db84f916b653309',NULL);
INSERT INTO buyer VALUES('Csordás Ildikó, három bolt',replace('---\npersona: Három bolt tulajdonosa, egyenes, mindent kiszámol\ncompany: Csordás Ajándék, három bolt\nscript: Nagy tételű rendelés\nlanguage: hu\nopening: Csordás. Maga a gyertyás, ugye?\nunsure: Az attól függ.\nearly: Szép sorjában.\npleased: Jó. Ezzel tudok mit kezdeni.\n---\n\nA vásáron elvitt két mintát, szó nélkül tette a táskájába.\n\n# Situation\n- [boltok] Három bolt, és csak az óvárosi kettőben lenne kint.\n  asked: hány üzlet, melyikben\n- [kinalat] Gyertya egy gyártótól, és képeslap. Az eladás ötöde gyertya.\n  asked: árulnak, kategóriában\n- [lista] Én döntök. A tavaszi kínálatot a hónap végén zárom le.\n  asked: dönt, lezárják, zárják\n- Korán, tíz előtt, és nem piacnapon.\n  asked: szállítást\n\n# Problem\n- [lassu] A nagyok csak állnak, mint a katonák. Kétszer áraztam le őket.\n  asked: lassabban\n  after: kinalat\n  need: A nagy gyertyák nem fogynak, le kell árazni őket\n- [elfogy] A kicsik meg minden szombatra elfogynak. Nyolcvanat rendelek, százhúsz kellene.\n  asked: fogynak ki, bent\n  need: A kis gyertyák minden szombatra elfogynak\n- Azt kérdezik, hol készülnek. Nem tudom megmondani.\n  asked: keresnek\n\n# Implication\n- [ures] Üres polc szombaton? Nyolcvanezer, boltonként.\n  asked: üres polc, szombaton\n  after: elfogy\n  need: Az üres polc szombatonként és boltonként nyolcvanezer\n- [arres] Megeszi az egész asztal árrését. Karácsonyig nem keresek a gyertyán.\n  asked: árréssel, lassú készlet\n  after: lassu\n  need: A lassú készlet megeszi az egész asztal árrését\n- Elmennek a sarkon túlra. Van, aki nem jön vissza.\n  asked: hová mennek\n  after: elfogy\n\n# Need-payoff\n- [hely] Ha forogna a polc, lenne helye a kerámiának, amit akarok.\n  asked: kétszer, helyet\n  after: arres\n  need: Hely a polcon a kerámiának\n- [gyakran] Hetente egy kis doboz a raklap helyett? Akkor sosem fogyok ki, és sosem vagyok tele.\n  asked: gyakoribb, kisebb\n  after: ures\n  need: Hetente egy kis szállítás\n- Ötven százaléknál gondolkodás nélkül újrarendelném.\n  asked: milyen árrésnél\n  after: hely\n\n# Objections\n- A minimális mennyiség nekem sok.\n  until: ures\n  cause: Még nem számolta ki, mibe kerülnek az üres polcok\n- Van gyertyaszállítóm.\n  until: lassu\n  cause: Arról, ami ma nem fogy, nem esett szó\n\n# Agrees\n- [order] Hatvan kicsi minden csütörtökön, mindkét boltba. Ma megírom a napokat.\n  after: gyakran, hely\n- [advance] Ma kiteszem a két mintát, és hétfőn megmondom, mi fogyott.\n  after: gyakran\n- [continuation] Küldje el az árlistát, megnézem.\n','\n',char(10)),'',NULL,1,'csordas ildiko, harom bolt',X'01a2193992b5762e9f017ff12cb20998','4PB42CR',X'01a2193992a677438db84f916b653309',NULL);
INSERT INTO buyer VALUES('Daniel Osei, after the demo',replace('---\npersona: Head of sales, careful, liked what he saw\ncompany: Lumeno, solar panels for farms, 90 people\nscript: Demo follow-up\nlanguage: en\nopening: Hello. Yes, the demo was good. We are talking about it.\nunsure: I do not know.\nearly: I would not go that far yet.\n---\n\nHe saw the demo last week with one of his team leads. He was polite, asked two questions and promised to talk about it inside.\n\n# Situation\n- [seen] Ama saw it with me, and I told our finance lead about it in the lift.\n  asked: seen, heard\n- [decide] Finance and I decide together. Ruth, from finance, has to say yes.\n  asked: decide, say\n- Ama asked whether it works without a connection, out on the farms.\n  asked: others ask\n\n# Problem\n- [doubt] If I am honest: I did not see how the old offers get in. We have nine hundred of them.\n  asked: missing, convincing\n  need: Nine hundred old offers have to come in\n- The offers themselves. We would still write those.\n  asked: not solve\n\n# Implication\n- [slip] The season starts in March. If we begin after that, nobody learns anything new until autumn.\n  asked: slips, quarter\n  after: decide\n  need: A start after March loses the whole season\n- [risk] If the offers come in wrong, my people go back to their notebooks within a week.\n  asked: go wrong, bring it in\n  after: doubt\n  need: People would go back to notebooks if the data is wrong\n- Until then they call who comes to mind first.\n  asked: people do until\n\n# Need-payoff\n- [liked] The list in the morning. With it a new colleague would be as good as Ama by summer.\n  asked: like most, change\n  need: New people as good as the best by summer\n- [success] If every open offer is called within ten days, that is a success. I would sign for that.\n  asked: result, success\n  after: slip\n  need: Every open offer called within ten days\n- [ruth] Ruth needs one page: what it costs, and what nine hundred forgotten offers cost.\n  asked: explain, signs\n  after: decide, risk\n  need: One page for finance\n\n# Objections\n- Can we talk about the price first?\n  until: success\n  cause: He has not said yet what a success would be worth\n- It is a lot to introduce before the season.\n  until: risk\n  cause: His fear of a bad start was not talked through\n\n# Agrees\n- [order] Then let us do it: Ruth and I sign on Friday, and Ama sends you the offers.\n  after: success, ruth, liked\n- [advance] I bring Ruth to a call on Wednesday at nine. Have that page with you.\n  after: ruth\n- [continuation] Let me talk to Ruth, and we will see.\n','\n',char(10)),'',NULL,1,'daniel osei, after the demo',X'01a2193992b576c68408cdad271f672e','MKHYSSE',X'01a2193992a677438db84f916b653309',NULL);
INSERT INTO buyer VALUES('Ines Carvalho, three shops',replace('---\npersona: Owner of three shops, direct, counts everything\ncompany: Casa Carvalho, three shops for gifts\nscript: Bulk order\nlanguage: en\nopening: Carvalho. You are the one with the candles, yes?\nunsure: That depends.\nearly: One thing after the other.\npleased: Good. That I can use.\n---\n\nShe took two samples at the fair and put them into her bag without a word.\n\n# Situation\n- [shops] Three shops, and only the two in the old town would carry it.\n  asked: how many shops, carry\n- [range] Candles from one maker, and postcards. Candles are a fifth of what we sell.\n  asked: sell in this category, category now\n- [list] I decide. The range for spring is fixed at the end of the month.\n  asked: decides on listing, range fixed\n- Early, before ten, and not on market days.\n  asked: delivered\n\n# Problem\n- [slow] The big ones stand there like soldiers. I marked them down twice.\n  asked: slowly, slow\n  after: range\n  need: Big candles do not sell and are marked down\n- [stock] And the small ones are gone every Saturday. I order eighty, I need a hundred and twenty.\n  asked: run out, stock\n  need: Small candles are sold out every Saturday\n- People ask where they are made. I cannot say it.\n  asked: customers ask\n\n# Implication\n- [empty] An empty shelf on a Saturday? Two hundred euros, each shop.\n  asked: empty shelf, saturday\n  after: stock\n  need: An empty shelf costs two hundred euros a Saturday and shop\n- [margin] It eats my margin for the whole table. I earn nothing on candles before Christmas.\n  asked: margin, next season\n  after: slow\n  need: The slow stock eats the margin of the whole table\n- They go around the corner. Some do not come back.\n  asked: customers go\n  after: stock\n\n# Need-payoff\n- [space] With a shelf that turns, I would have room for the ceramics I want.\n  asked: twice as fast, space\n  after: margin\n  need: Room on the shelf for ceramics\n- [often] Every week a small box instead of a pallet? Then I am never out of stock, and never full.\n  asked: frequent deliveries, smaller\n  after: empty\n  need: A small delivery every week\n- At fifty percent I would reorder without thinking.\n  asked: margin would make\n  after: space\n\n# Objections\n- Your minimum quantity is too much for me.\n  until: empty\n  cause: She has not counted yet what empty shelves cost her\n- I have a supplier for candles.\n  until: slow\n  cause: What does not sell today was not talked about\n\n# Agrees\n- [order] Sixty small ones every Thursday, both shops. I write you the dates today.\n  after: often, space\n- [advance] I put the two samples on the shelf today and tell you on Monday what sold.\n  after: often\n- [continuation] Send me your list, I will look at it.\n','\n',char(10)),'',NULL,1,'ines carvalho, three shops',X'01a2193992b5771f95c7e37ff7a177d2','ZVT2XYJ',X'01a2193992a677438db84f916b653309',NULL);
INSERT INTO buyer VALUES('Kerekes Gábor, a bemutató után',replace('---\npersona: Értékesítési vezető, óvatos, tetszett neki, amit látott\ncompany: Napmező, napelem gazdaságoknak, 90 fő\nscript: Bemutató után\nlanguage: hu\nopening: Jó napot. Igen, jó volt a bemutató. Beszélgetünk róla.\nunsure: Nem tudom.\nearly: Idáig azért még nem mennék.\n---\n\nMúlt héten látta a bemutatót az egyik csapatvezetőjével. Udvarias volt, kettőt kérdezett, és azt ígérte, házon belül beszél róla.\n\n# Situation\n- [lattak] Anikó látta velem, és a liftben meséltem róla a pénzügyi vezetőnknek.\n  asked: látta, hallott\n- [dontes] A pénzüggyel közösen döntünk. Ruttkainénak is igent kell mondania.\n  asked: döntenek, beleszólása\n- Anikó azt kérdezte, működik-e térerő nélkül, kint a földeken.\n  asked: kérdeztek\n\n# Problem\n- [ketely] Őszintén? Nem láttam, hogyan kerülnek be a régi ajánlataink. Kilencszáz van belőlük.\n  asked: hiányzott, meggyőző\n  need: Kilencszáz régi ajánlatnak be kell kerülnie\n- Magukat az ajánlatokat. Azokat továbbra is mi írnánk.\n  asked: oldaná\n\n# Implication\n- [csuszik] Márciusban indul a szezon. Ha utána kezdjük, őszig senki nem tanul meg semmi újat.\n  asked: csúszik, negyedévet\n  after: dontes\n  need: Márciusi kezdés után elveszik az egész szezon\n- [kockazat] Ha rosszul kerülnek be az ajánlatok, egy héten belül mindenki visszatér a füzetéhez.\n  asked: félre, bevezetésnél\n  after: ketely\n  need: Rossz adatokkal mindenki visszatér a füzethez\n- Addig azt hívják, aki először eszükbe jut.\n  asked: addig\n\n# Need-payoff\n- [tetszett] A reggeli lista. Azzal egy új kolléga nyárra olyan jó lenne, mint Anikó.\n  asked: tetszett, változtatna\n  need: Az új kollégák nyárra olyan jók, mint a legjobbak\n- [siker] Ha minden nyitott ajánlatot tíz napon belül felhívunk, az siker. Ezt aláírnám.\n  asked: eredmény, siker\n  after: csuszik\n  need: Minden nyitott ajánlat tíz napon belül hívást kap\n- [oldal] Ruttkainénak egy oldal kell: mennyibe kerül, és mennyibe kerül kilencszáz elfelejtett ajánlat.\n  asked: segítene, elmagyarázni\n  after: dontes, kockazat\n  need: Egy oldal a pénzügynek\n\n# Objections\n- Beszélhetnénk előbb az árról?\n  until: siker\n  cause: Még nem mondta ki, mit érne egy siker\n- Sok ezt bevezetni a szezon előtt.\n  until: kockazat\n  cause: A rossz kezdéstől való félelmét nem beszéltük végig\n\n# Agrees\n- [order] Akkor csináljuk: Ruttkainéval pénteken aláírjuk, Anikó küldi az ajánlatokat.\n  after: siker, oldal, tetszett\n- [advance] Szerdán kilenckor behívom Ruttkainét is. Legyen Önnél az az egy oldal.\n  after: oldal\n- [continuation] Hadd beszéljek Ruttkainéval, aztán meglátjuk.\n','\n',char(10)),'',NULL,1,'kerekes gabor, a bemutato utan',X'01a2193992b57767b8cab697a6ef1e28','YKEY7H8',X'01a2193992a677438db84f916b653309',NULL);
INSERT INTO buyer VALUES('Marta Quist, wholesale',replace('---\npersona: Head of operations, friendly, always short of time\ncompany: Fjordgros, a wholesaler of 60 people\nscript: Discovery\nlanguage: en\nopening: Marta here. I have a quarter of an hour before the trucks come.\nunsure: I would have to think about that.\nearly: Hm. Why do you ask?\n---\n\nShe runs the warehouse and the order desk of a wholesaler of kitchen goods. She asked for a call after a fair; nobody knows what she is looking for.\n\n# Situation\n- [today] Orders come by mail, my two colleagues type them into a sheet, and the warehouse prints it at six.\n  asked: handle, today, first step\n- [team] Four people touch every order, and twelve of us live with what comes out.\n  asked: how many people, every week\n- [owner] I own the result. The work is done by Ole and Fatima.\n  asked: owns, who does\n- It matters most for our restaurant customers; they order every day.\n  asked: part of the business, matter\n\n# Problem\n- [wrong] Honestly, about one delivery in fifteen leaves with something wrong on it.\n  asked: wrong, mistake\n  after: today\n  need: One delivery in fifteen is wrong\n- [slow] Typing. On a Monday it takes until noon.\n  asked: longer, slow\n  need: Typing takes until noon on a Monday\n- [tried] We tried a web shop. Nobody used it, so we stopped after a summer.\n  asked: tried, stopped\n\n# Implication\n- [cost] A wrong delivery is a second trip, ninety euros each. Let me count. That is over three thousand a month.\n  asked: cost, quarter, money\n  after: wrong\n  need: Second trips cost over three thousand a month\n- [lost] Two restaurants left us this year. I had not put that together until now.\n  asked: happens next, late or wrong\n  after: wrong\n  need: Two restaurants left because of wrong deliveries\n- Sales does not promise next-day delivery any more, because of us.\n  asked: other teams, work around\n  after: wrong\n\n# Need-payoff\n- [time] I would put Fatima on the phone with the restaurants, where she belongs.\n  asked: simply worked, time\n  after: slow\n  need: Fatima on the phone with customers instead of typing\n- [right] If every delivery were right, I could go back to next-day delivery and say it aloud. I want that.\n  asked: help with the goals, measured, worth\n  after: cost\n  need: Every delivery right, so that they can promise the next day again\n- I would show it to Henrik first. He signs everything above five thousand.\n  asked: show the result\n  after: right\n\n# Objections\n- We have a sheet that works well enough.\n  until: wrong\n  cause: Something was shown before a problem was agreed\n- That sounds expensive for a company of our size.\n  until: cost\n  cause: The cost of the problem was not worked out yet\n\n# Agrees\n- [order] Send me the contract for the order desk. I will sign it with Henrik on Thursday.\n  after: right, lost, time\n- [advance] Henrik and I will look at it together on Thursday at two.\n  after: right\n- [continuation] Send me something, and call again after the season.\n','\n',char(10)),'',NULL,1,'marta quist, wholesale',X'01a2193992b577ce888d17b124b62ca0','4JBCB50',X'01a2193992a677438db84f916b653309',NULL);
CREATE TABLE cadence (
	name VARCHAR NOT NULL, 
	text TEXT DEFAULT '' NOT NULL, 
	draft TEXT DEFAULT '' NOT NULL, 
	author_id BLOB, 
	active BOOLEAN NOT NULL, 
	name_key TEXT NOT NULL, 
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	CONSTRAINT pk_cadence PRIMARY KEY (id), 
	CONSTRAINT fk_cadence_author_id_member FOREIGN KEY(author_id) REFERENCES member (id), 
	CONSTRAINT fk_cadence_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_cadence_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);
INSERT INTO cadence VALUES('After the demo',replace('---\nfor: deal\nstop: opt-out, bounce, won, disqualified\nhours: 9-17\n---\n\n# Somebody has seen it at work; from here on it is about who decides, and by when.\nnow  mail  Thank you\n+2d  call  What did the others say? Who decides, and what do they need for it?\n+4d  task  Send what they asked for, and write down what is still open\n+1w  call  Agree on the next date together\n','\n',char(10)),'',NULL,1,'after the demo',X'01a2193992b279cca147e5486a331ca3','1N36753',X'01a2193992a677438db84f916b653309',NULL);
INSERT INTO cadence VALUES('First touch',replace('---\nfor: lead\nstop: reply, meeting, opt-out, bounce, won, disqualified\nhours: 9-17\n---\n\n# Outbound, to somebody who does not know us yet: phone first, every mail with a reason of its own.\nnow  call  First call: how do they do it today?\n+1d  mail  First touch\n+3d  call  Second call, at another hour of the day\n+2d  task  Look for something new at {company|their company}: a person, a product, a place\n+3d  mail  Follow-up\n','\n',char(10)),'',NULL,1,'first touch',X'01a2193992b27b57b8e148c520dfbda6','MGDZFD6',X'01a2193992a677438db84f916b653309',NULL);
INSERT INTO cadence VALUES('Quick answer',replace('---\nfor: lead\nstop: reply, meeting, opt-out, bounce, won, disqualified\nhours: 8-18\n---\n\n# Inbound: they came to us, so the first hour counts more than the best words.\nnow  call  Ring back now: what made them write?\nnow  mail  Demo invitation\n+1d  call  Second try, in the other half of the day\n+2d  call  Last try\n+3d  mail  Follow-up\n','\n',char(10)),'',NULL,1,'quick answer',X'01a2193992b27bb2ac49b5c1647235e1','5J74DF1',X'01a2193992a677438db84f916b653309',NULL);
INSERT INTO cadence VALUES('Renewal',replace('---\nfor: deal, contact\nstop: meeting, opt-out, bounce, won, disqualified\nhours: 9-17\n---\n\n# Begin two months before the end, so that there is time to change something.\nnow  call  How is it going? What should stay, what should change?\n+2d  mail  Renewal\n+1w  call  Is there anything open about the renewal?\n+2w  call  Agree on the papers\n','\n',char(10)),'',NULL,1,'renewal',X'01a2193992b27bf8b9f1403b946cafea','EA6SBZA',X'01a2193992a677438db84f916b653309',NULL);
INSERT INTO cadence VALUES('Win-back',replace('---\nfor: lead, contact, deal\nstop: reply, meeting, opt-out, bounce, won\nhours: 9-17\n---\n\n# Somebody we lost or have not heard of for long: ask honestly, twice, and let it be.\nnow  mail  Win-back\n+1w  call  What would have to be different today?\n+4w  mail  Follow-up\n','\n',char(10)),'',NULL,1,'win-back',X'01a2193992b27c379244e43cdc7acd23','KE7NK93',X'01a2193992a677438db84f916b653309',NULL);
CREATE TABLE forecast (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	member_id BLOB, 
	starts_on TEXT NOT NULL, 
	ends_on TEXT NOT NULL, 
	commit_minor BIGINT NOT NULL, 
	best_minor BIGINT, 
	currency VARCHAR NOT NULL, 
	note TEXT DEFAULT '' NOT NULL, 
	at TEXT NOT NULL, 
	CONSTRAINT pk_forecast PRIMARY KEY (id), 
	CONSTRAINT fk_forecast_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_forecast_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id), 
	CONSTRAINT fk_forecast_member_id_member FOREIGN KEY(member_id) REFERENCES member (id)
);
CREATE TABLE goal (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	member_id BLOB, 
	team_id BLOB, 
	kind TEXT DEFAULT 'goal' NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	metric VARCHAR NOT NULL, 
	"query" TEXT DEFAULT '' NOT NULL, 
	period TEXT DEFAULT 'day' NOT NULL, 
	target BIGINT NOT NULL, 
	currency TEXT DEFAULT '' NOT NULL, 
	baseline BIGINT, 
	baseline_from TEXT, 
	baseline_to TEXT, 
	parent_id BLOB, 
	reason TEXT DEFAULT '' NOT NULL, 
	starts_on TEXT, 
	ends_on TEXT, 
	CONSTRAINT pk_goal PRIMARY KEY (id), 
	CONSTRAINT fk_goal_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_goal_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id), 
	CONSTRAINT fk_goal_member_id_member FOREIGN KEY(member_id) REFERENCES member (id), 
	CONSTRAINT fk_goal_team_id_team FOREIGN KEY(team_id) REFERENCES team (id), 
	CONSTRAINT fk_goal_parent_id_goal FOREIGN KEY(parent_id) REFERENCES goal (id)
);
INSERT INTO goal VALUES(X'01a219399fa474938cb4afbeb7f3a8eb','TVZ7A7B',X'01a219399fa2704489f2d1c4cd2e4f32',NULL,X'01a2193992b67dc4836ac77c498fcf05',NULL,'goal','','calls','','span',40,'',0,'2026-11-22','2026-11-22',NULL,'','2026-11-23','2026-11-23');
INSERT INTO goal VALUES(X'01a21939a4067834807fc11862615718','1H62NRR',X'01a21939a40071f7b913830a037393b5',NULL,NULL,NULL,'goal','','revenue','','span',18000000,'EUR',0,'2026-07-01','2026-09-30',NULL,'','2026-10-01','2026-12-31');
INSERT INTO goal VALUES(X'01a21939a8607dc2b67d095e410e9b9f','S0GX6WZ',X'01a21939a85e7a61a09cf237fc9c575e',NULL,X'01a2193992b67dc4836ac77c498fcf05',NULL,'quota','','revenue','','span',6000000,'EUR',NULL,NULL,NULL,NULL,'','2026-12-01','2026-12-31');
CREATE TABLE playbook_page (
	name VARCHAR NOT NULL, 
	text TEXT DEFAULT '' NOT NULL, 
	draft TEXT DEFAULT '' NOT NULL, 
	author_id BLOB, 
	active BOOLEAN NOT NULL, 
	name_key TEXT NOT NULL, 
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	checked_on TEXT, 
	checked_by BLOB, 
	CONSTRAINT pk_playbook_page PRIMARY KEY (id), 
	CONSTRAINT fk_playbook_page_author_id_member FOREIGN KEY(author_id) REFERENCES member (id), 
	CONSTRAINT fk_playbook_page_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_playbook_page_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id), 
	CONSTRAINT fk_playbook_page_checked_by_member FOREIGN KEY(checked_by) REFERENCES member (id)
);
INSERT INTO playbook_page VALUES('First week',replace('---\nunder: Our playbook\nkind: onboarding\norder: 1\n---\n\n# Day 1: look\n- Sit beside two calls. Write down every question that made the buyer talk.\n- Read: Our customers, How a deal grows.\n- Set your goals for the week with your manager: `salesdesk goal set calls 40`.\n\n# Day 2 and 3: listen\n- Listen to three people who bought from us: why then, why us, what nearly stopped them.\n- Practise the discovery script with a colleague, three times, one thing at a time.\n\n# Day 4: do\n- Make ten calls from Today. After each: outcome, the buyer''s own words, the next step.\n- Ask one colleague what you should ask more of.\n\n# Day 5: look back\n- Which question opened the longest answer? Which silence did you break too early?\n- Agree on one thing to practise next week, and on nothing else.\n','\n',char(10)),'',NULL,1,'first week',X'01a2193992b07167869e96b2e0d993b6','BGDK4XP',X'01a2193992a677438db84f916b653309',NULL,NULL,NULL);
INSERT INTO playbook_page VALUES('How a deal grows',replace('---\nunder: Our playbook\norder: 3\n---\n\nA stage is something the buyer did, not something we did. A deal moves on when the criteria of its stage are met; the board shows them.\n','\n',char(10)),'',NULL,1,'how a deal grows',X'01a2193992b073609cce45a26064f2da','9G69WPT',X'01a2193992a677438db84f916b653309',NULL,NULL,NULL);
INSERT INTO playbook_page VALUES('Needs agreed',replace('---\nunder: How a deal grows\nkind: stage\nstage: Needs agreed\norder: 2\n---\n\nThe buyer wants the problem solved, and has said so.\n\n# Exit criteria\n- At least one wish in the buyer''s words ("we need ...", "I want ...")\n- What it costs them today, as a number they gave us\n- Who decides, who pays, who can stop it\n\n# Beware\nA problem we talked about is not yet a wish. Ask what solving it would be worth before you show anything.\n','\n',char(10)),'',NULL,1,'needs agreed',X'01a2193992b073cf85c9e0467a3ae1b9','SX3NRDS',X'01a2193992a677438db84f916b653309',NULL,NULL,NULL);
INSERT INTO playbook_page VALUES('Negotiation',replace('---\nunder: How a deal grows\nkind: stage\nstage: Negotiation\norder: 4\n---\n\nGive nothing without getting something: time for price, volume for terms, a reference for a discount.\n\n# Exit criteria\n- What is open is a list of at most three points\n- Each concession has its counterpart, written down\n- The signature has a day and a person\n','\n',char(10)),'',NULL,1,'negotiation',X'01a2193992b077a4bc812d464bdc25b0','S5XR9DG',X'01a2193992a677438db84f916b653309',NULL,NULL,NULL);
INSERT INTO playbook_page VALUES('Our customers',replace('---\nunder: Our playbook\nkind: persona\norder: 2\n---\n\nWrite a page for each person you sell to, under this one. Good pages answer five questions in their words, not in ours:\n\n- What are they measured by?\n- What goes wrong on a bad Monday, and who notices first?\n- What have they tried, and why did it not last?\n- Who else must say yes, and what do those people fear?\n- What would make them tell a colleague about us?\n','\n',char(10)),'',NULL,1,'our customers',X'01a2193992b07804aeeff753f36e160f','FSPW5GF',X'01a2193992a677438db84f916b653309',NULL,NULL,NULL);
INSERT INTO playbook_page VALUES('Our playbook',replace('---\norder: 1\n---\n\nHow we sell, in one place. Every page says who last checked it; a page that is wrong is worse than none, so mend it when you see it (`e`).\n\nRead in this order when you are new: First week, Our customers, How a deal grows, Talking about price.\n','\n',char(10)),'',NULL,1,'our playbook',X'01a2193992b0784d9964d4104d7b2447','16QP927',X'01a2193992a677438db84f916b653309',NULL,NULL,NULL);
INSERT INTO playbook_page VALUES('Proposal',replace('---\nunder: How a deal grows\nkind: stage\nstage: Proposal\norder: 3\n---\n\nWhat we offer answers the needs they spoke, one by one, in their order.\n\n# Exit criteria\n- The person who decides has seen the offer with us, not alone\n- Price, terms and delivery are written down\n- The day of the decision is agreed\n\n# Ask\nWhat would you change in this before you showed it to your board?\n','\n',char(10)),'',NULL,1,'proposal',X'01a2193992b07890bae37bb3a3412ca3','EHM2B53',X'01a2193992a677438db84f916b653309',NULL,NULL,NULL);
INSERT INTO playbook_page VALUES('Qualified',replace('---\nunder: How a deal grows\nkind: stage\nstage: Qualified\norder: 1\n---\n\nThere is a problem worth solving, and somebody who owns it.\n\n# Exit criteria\n- The buyer has named a problem in their own words\n- We know who is hit by it, and how often\n- Somebody with a reason to act has agreed to a next step on a day\n\n# Ask\nWho else feels it? What happens if nothing changes until summer?\n','\n',char(10)),'',NULL,1,'qualified',X'01a2193992b078d19472e59f3fd3101d','WZX640X',X'01a2193992a677438db84f916b653309',NULL,NULL,NULL);
INSERT INTO playbook_page VALUES('Talking about price',replace('---\nunder: Our playbook\nkind: objection\norder: 4\n---\n\n"It is too expensive" comes before value is clear more often than after. Answer with a question first.\n\n- Compared to what? (another offer, doing nothing, last year)\n- What does the problem cost until then?\n- If price were no matter, would this be what you want?\n\nWhen it truly is the price: change what is in it, then the terms, and the number last.\n','\n',char(10)),'',NULL,1,'talking about price',X'01a2193992b07910a8536aff2bc30fb2','WNW63XJ',X'01a2193992a677438db84f916b653309',NULL,NULL,NULL);
CREATE TABLE rule (
	name VARCHAR NOT NULL, 
	text TEXT DEFAULT '' NOT NULL, 
	draft TEXT DEFAULT '' NOT NULL, 
	author_id BLOB, 
	active BOOLEAN NOT NULL, 
	name_key TEXT NOT NULL, 
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	seen_op BLOB, 
	CONSTRAINT pk_rule PRIMARY KEY (id), 
	CONSTRAINT fk_rule_author_id_member FOREIGN KEY(author_id) REFERENCES member (id), 
	CONSTRAINT fk_rule_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_rule_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);
CREATE TABLE script (
	name VARCHAR NOT NULL, 
	text TEXT DEFAULT '' NOT NULL, 
	draft TEXT DEFAULT '' NOT NULL, 
	author_id BLOB, 
	active BOOLEAN NOT NULL, 
	name_key TEXT NOT NULL, 
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	CONSTRAINT pk_script PRIMARY KEY (id), 
	CONSTRAINT fk_script_author_id_member FOREIGN KEY(author_id) REFERENCES member (id), 
	CONSTRAINT fk_script_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_script_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);
INSERT INTO script VALUES('Bemutató után',replace('---\npersona: Operatív vezető, értékesítési vezető, tulajdonos\nstage: Needs agreed, Proposal, Negotiation\ngoal: Abból, ami tetszett, legyen meg, ki mit dönt el és mikorra\nadvance: Döntő megbeszélés egy megbeszélt napon azzal, aki aláír\nfallback: Egy megbeszélt napig leírják, mi nyitott még\nlanguage: hu\n---\n\n# Situation\n- Ki látta azóta, vagy ki hallott róla?\n- [dontes] Hogyan döntenek, és kinek van beleszólása?\n- Mit kérdeztek a többiek?\n\n# Problem\n- [ketely] Mi hiányzott, vagy mi nem volt meggyőző?\n  say: "Ha ellene kellene érvelnie, mit mondana?"\n- A napjuknak melyik részét nem oldaná meg?\n\n# Implication\n- Ha egy negyedévet csúszik a döntés, mibe kerül ez Önöknek?\n- [kockazat] Mi mehet félre a bevezetésnél, és az mivel járna?\n- Addig hogyan dolgoznak?\n\n# Need-payoff\n- [tetszett] Mi tetszett a legjobban, és mit változtatna meg Önöknél?\n- Három hónap után milyen eredmény lenne egyértelmű siker?\n- Mi segítene elmagyarázni annak, aki aláír?\n  say: "Mit kellene Öntől hallania, hogy igent mondjon?"\n\n# Facts\n- Az igények, amelyekben a bemutató előtt egyetértettünk\n- Kik voltak ott, és ki mit kérdezett\n\n# Objections\n- Még át kell gondolnunk\n  kind: decision\n  cause: Van egy kimondatlan kétely\n  answer: Természetesen. Pontosan mi nyitott még, és kivel tudjuk együtt lezárni?\n- Magas az ár\n  kind: price\n  cause: Az érték nincs leírva az ő számaikkal\n  answer: A leírt eredmények közül melyik ér kevesebbet, mint gondoltuk?\n- Előbb megnézünk mást is\n  kind: competitor\n  cause: Nincsenek meg a saját szempontjaik\n  answer: Így jó. Írjuk le, mit hasonlítanak össze, hogy mindkét helyről ugyanarra kapjanak választ.\n- Nehéz bevezetni\n  kind: risk\n  cause: Nem látják az utat idáig\n  answer: Tervezzük meg együtt az első két hetet, nevekkel; utána dönt.\n\n# Capability\n- Terv az első hetekre, nevekkel és napokkal\n  meets: bevezet, terv, kezd, [kockazat]\n  proof: Egy tavaly kezdett ügyfél terve\n- Számítás arról, mikor térül meg\n  meets: megér, megtakarít, költség, megtérül, eredmény\n  proof: Az első hívásban mondott saját számaik\n- Valaki, aki aznap válaszol\n  meets: segít, kérdés, támogat, [ketely]\n  proof: Beszéljenek egy ügyfelünkkel\n','\n',char(10)),'',NULL,1,'bemutato utan',X'01a2193992b37c17a3d948f0fd6807b3','3YPG1XK',X'01a2193992a677438db84f916b653309',NULL);
INSERT INTO script VALUES('Bulk order',replace('---\npersona: Buyer, category manager, owner of the shop\nproduct: Goods in quantity\nstage: Contacted, Samples sent, Terms, First order agreed\ngoal: Agree a first order that sells through, with terms for the next\nadvance: They send a first order by a day, with quantities and delivery dates\nfallback: They put the samples on a shelf by a day and tell us what sold\nlanguage: en\n---\n\n# Situation\n- How many shops, and which of them would carry it?\n- [range] What do you sell in this category now?\n- Who decides on listing, and when is the range fixed?\n- How do you want to be delivered?\n\n# Problem\n- [slow] What in this category sells more slowly than you planned?\n- Where do you run out of stock, or sit on too much?\n  say: "Which shelf do you walk past and think: that should do better?"\n- What do your customers ask for that you do not have?\n- What annoys you about your present supplier?\n\n# Implication\n- What does an empty shelf cost you on a Saturday?\n- [margin] What does the slow stock do to your margin, and to next season?\n- Where do customers go when they do not find it with you?\n\n# Need-payoff\n- If it sold twice as fast, what would you do with the space?\n- What would smaller, more frequent deliveries change for you?\n- What margin would make this the first thing you reorder?\n\n# Facts\n- Sell-through of two shops of their size\n- Minimum quantity, lead time, list price and steps\n\n# Objections\n- Your price is too high\n  kind: price\n  cause: They look at the price of a piece, not at what a shelf earns\n  answer: Let us reckon for one metre of shelf: price, margin, and how often it turns.\n- The minimum quantity is too much\n  kind: quantity\n  cause: They carry the risk of what does not sell\n  answer: Start with three shops. What should we agree for what is left after eight weeks?\n- We have a supplier for that\n  kind: competitor\n  cause: Nothing is missing in their eyes yet\n  answer: Then only where it is weak: where do you run out, and what do you turn away?\n- Payment at 60 days\n  kind: terms\n  cause: Their cash is in stock\n  answer: What if we deliver in smaller steps, so that you pay for what has sold?\n\n# Capability\n- Small deliveries every week\n  meets: stock, space, deliver, weekly, [slow]\n  proof: The delivery plan of a shop near them\n- We take back what does not sell at first\n  meets: risk, left, return, quantity\n  proof: The terms in one sentence\n- Display and photos come with it\n  meets: shelf, display, customer, margin, [margin]\n  proof: A picture of a shelf that sells\n','\n',char(10)),'',NULL,1,'bulk order',X'01a2193992b37df5b3fa26bef3fc58f6','VSZRP7P',X'01a2193992a677438db84f916b653309',NULL);
INSERT INTO script VALUES('Demo follow-up',replace('---\npersona: Head of operations, head of sales, owner\nstage: Needs agreed, Proposal, Negotiation\ngoal: Turn what they liked into who decides what by when\nadvance: A decision meeting by a day with whoever signs\nfallback: They name what is still open, in writing, by a day\nlanguage: en\n---\n\n# Situation\n- Who has seen the demo or heard of it since?\n- [decide] How will you decide, and who has a say?\n- What did the others ask?\n\n# Problem\n- [doubt] What was missing, or not convincing?\n  say: "If you had to argue against it, what would you say?"\n- Which part of your day would it not solve?\n\n# Implication\n- If the decision slips by a quarter, what does that cost you?\n- [risk] What could go wrong when you bring it in, and what would that mean?\n- What do your people do until then?\n\n# Need-payoff\n- [liked] What did you like most, and what would it change for you?\n- Which result after three months would make this a clear success?\n- What would help you to explain it to whoever signs?\n  say: "What would they need to hear from you to say yes?"\n\n# Facts\n- The needs they agreed to before the demo\n- Who was there and what each of them asked\n\n# Objections\n- We need to think about it\n  kind: decision\n  cause: A doubt was not said aloud\n  answer: Of course. What exactly is still open, and who can settle it with us?\n- The price is too high\n  kind: price\n  cause: The value was not written down in their numbers\n  answer: Which of the results we wrote down is worth less than we thought?\n- We want to see another vendor first\n  kind: competitor\n  cause: Their own criteria were not agreed yet\n  answer: Sensible. Let us write down what you will compare, so that you get the same answers from both.\n- It is hard to introduce\n  kind: risk\n  cause: The way from here to there was not shown\n  answer: Let us plan the first two weeks together, with names; then you decide.\n\n# Capability\n- A plan for the first weeks, with names and days\n  meets: introduc, plan, start, [risk]\n  proof: Bring the plan of a customer who started last quarter\n- A sum that shows when it has paid for itself\n  meets: worth, save, cost, pay, result\n  proof: Their own numbers from the first call\n- Somebody who answers on the same day\n  meets: help, support, question, [doubt]\n  proof: Let them talk to a customer\n','\n',char(10)),'',NULL,1,'demo follow-up',X'01a2193992b37e6ba8941ea0f559476a','3TNJHVA',X'01a2193992a677438db84f916b653309',NULL);
INSERT INTO script VALUES('Discovery',replace('---\npersona: Head of operations, head of sales, owner\nstage: Outbound, Working, New, Qualified\ngoal: Find out what hurts, how much, and who feels it\nadvance: A demo by a day with the people who feel it most\nfallback: They send a sample of their data by a day\nlanguage: en\n---\n\nRead the last notes first. Ask what you cannot look up; leave what you can.\n\n# Situation\n- [today] How do you handle this today, from the first step to the last?\n  then: breaks\n- How many people work with it every week?\n  known: employees\n- Which part of the business does it matter for most?\n  known: industry\n- [owner] Who owns the result, and who does the work?\n\n# Problem\n- [breaks] Where does it go wrong most often?\n  then: tried\n  say: "When it goes wrong, who notices first, and how?"\n- [wait] What takes longer than it should?\n- [tried] What have you tried so far, and what stopped it?\n- Who else is unhappy with how it works now?\n\n# Implication\n- [cost] What does that cost you in a quarter, in money or in hours?\n  say: "If it happens once more this quarter, what does that mean for your number?" Then wait.\n- What happens next when it is late or wrong?\n- [others] Which other teams have to work around it?\n- If nothing changes, how does it look in a year?\n\n# Need-payoff\n- [better] If it simply worked, what would you do with the time?\n- What would it be worth to see it a month earlier?\n- Who would you show the result to first?\n- How would that help with the goals you are measured on?\n\n# Facts\n- What they told us last time, in their words\n- What companies of their size usually lose this way\n\n# Objections\n- It is too expensive\n  kind: price\n  cause: The cost of the problem was not worked out yet\n  answer: Leave the price for a moment: what does the problem cost you now? Then put the two side by side.\n- We already have a tool for that\n  kind: competitor\n  cause: A solution was shown before a problem was agreed\n  answer: Good. What does it do well, and where do people still work around it?\n- Send me something by mail\n  kind: interest\n  cause: They do not see yet what is in it for them\n  answer: Gladly. So that it fits: which of the two matters more to you, the time or the mistakes?\n- This is not a priority now\n  kind: timing\n  cause: The consequences were not talked through\n  answer: What would have to happen for it to become one? And what does it cost until then?\n\n# Capability\n- Everything in one place, with the same numbers for everyone\n  meets: number, report, version, [breaks], [others]\n  proof: Name a customer of their size who saw it within a month\n- Steps that remind people by themselves\n  meets: late, forget, remind, time, [wait]\n  proof: Show how one week of theirs would have looked\n- It works beside what they have\n  meets: tool, system, excel, replace, [tried]\n  proof: Offer a trial with their own data\n','\n',char(10)),'',NULL,1,'discovery',X'01a2193992b37ebf94f9d4f7fccb612f','ZYCPR9F',X'01a2193992a677438db84f916b653309',NULL);
INSERT INTO script VALUES('Első hívás érdeklődőnek',replace('---\npersona: Aki érdeklődött\nstage: Inbound, New\ngoal: Megtudni, miért éppen ma kérdezett, és hogy neki valók vagyunk-e\nadvance: Megbeszélés egy megbeszélt napon mindenkivel, akinek beleszólása van\nfallback: Egy megbeszélt napig e-mailben válaszol három kérdésre\nlanguage: hu\n---\n\nŐ keresett minket. Előbb tudd meg, miért ma, csak utána beszélj magunkról.\n\n# Situation\n- [apropo] Mi miatt kezdett ma keresni?\n- Hogyan talált ránk?\n  known: source\n- Most hogyan csinálják?\n- Mi az Ön szerepe benne?\n  known: title\n\n# Problem\n- [faj] Mi zavarja benne a legjobban?\n  say: "Mi történt, ami után azt mondta: most már kell valami?"\n- Milyen gyakran fordul elő?\n- Mit nézett meg eddig, és mi volt vele a baj?\n\n# Implication\n- Mihez vezet, amikor ez előfordul?\n- [kik] Ki érzi meg még?\n- Nagyjából mennyibe kerül?\n\n# Need-payoff\n- Mi lenne más, ha ez megszűnne?\n- [mikor] Mikorra szeretné, és mi függ ettől?\n- Mit szólnának a többiek, ha működne?\n\n# Facts\n- Melyik oldalról vagy kampányból jött\n- A hasonló cégek mit kértek először\n\n# Objections\n- Csak az árat szeretném tudni\n  kind: price\n  cause: Előbb hasonlít, mint hogy tudná, mi kell\n  answer: Ma megkapja. Hogy a jót kapja: hány ember, és melyik részhez?\n- Csak tájékozódom\n  kind: authority\n  cause: Valaki más dönt\n  answer: Akkor megkönnyítem a dolgát. Mit fognak kérdezni Öntől, és ki?\n- Sürgős\n  kind: timing\n  cause: Valaminek határideje van\n  answer: Mi a határidő, és mi történik, ha nem sikerül? Tervezzünk onnan visszafelé.\n\n# Capability\n- Már ezen a héten elkezdhetik\n  meets: hamar, hét, sürgős, határidő, [mikor]\n  proof: Az első nap lépései\n- Az ilyen cégekhez illik\n  meets: illik, cég, ilyen, [faj]\n  proof: Egy ügyfél, akit ismernek\n- Egy ember foglalkozik velük\n  meets: segít, ember, egyedül, kérdés\n  proof: Add meg a számodat\n','\n',char(10)),'',NULL,1,'elso hivas erdeklodonek',X'01a2193992b37f0986dbfebd5fd8fa7b','NFXHYKV',X'01a2193992a677438db84f916b653309',NULL);
INSERT INTO script VALUES('Feltáró hívás',replace('---\npersona: Operatív vezető, értékesítési vezető, tulajdonos\nstage: Outbound, Working, New, Qualified\ngoal: Kideríteni, mi fáj, mennyire és kinek\nadvance: Bemutató egy megbeszélt napon azokkal, akiket a legjobban érint\nfallback: Egy megbeszélt napig küldenek egy mintát az adataikból\nlanguage: hu\n---\n\nElőtte olvasd el az utolsó jegyzeteket. Amit meg lehet nézni, azt ne kérdezd meg.\n\n# Situation\n- [ma] Hogyan csinálják ezt most, az első lépéstől az utolsóig?\n  then: elakad\n- Hányan dolgoznak vele minden héten?\n  known: employees\n- Az üzlet melyik részében számít a legtöbbet?\n  known: industry\n- [felelos] Ki felel az eredményért, és ki végzi a munkát?\n\n# Problem\n- [elakad] Hol csúszik el a leggyakrabban?\n  then: probalta\n  say: "Amikor elcsúszik, ki veszi észre először, és miből?"\n- [lassu] Mi tart tovább, mint kellene?\n- [probalta] Mit próbáltak már, és min akadt el?\n- Ki elégedetlen még azzal, ahogy most megy?\n\n# Implication\n- [ara] Mennyibe kerül ez egy negyedévben, pénzben vagy órában?\n  say: "Ha ebben a negyedévben még egyszer előfordul, mit jelent ez Önöknek?" Aztán várj.\n- Mi történik, ha késik vagy hibás?\n- [masok] Melyik másik csapatnak kell ezt kerülgetnie?\n- Ha semmi nem változik, hogy néz ki ez egy év múlva?\n\n# Need-payoff\n- [jobb] Ha ez egyszerűen működne, mire fordítanák az időt?\n- Mennyit érne, ha egy hónappal előbb látnák?\n- Kinek mutatná meg először az eredményt?\n- Hogyan segítene ez abban, amin Önöket mérik?\n\n# Facts\n- Amit legutóbb mondtak, az ő szavaikkal\n- Mennyit veszítenek így a hasonló méretű cégek\n\n# Objections\n- Túl drága\n  kind: price\n  cause: Még nem számoltuk ki, mibe kerül a probléma\n  answer: Tegyük félre egy percre az árat: mennyibe kerül most a probléma? Utána tegyük egymás mellé a kettőt.\n- Már van erre eszközünk\n  kind: competitor\n  cause: Előbb volt megoldás, mint közösen látott probléma\n  answer: Jó. Mit csinál jól, és hol kerülgetik még az emberek?\n- Küldjön valamit e-mailben\n  kind: interest\n  cause: Még nem látja, mi haszna lenne belőle\n  answer: Szívesen. Hogy Önökről szóljon: melyik fontosabb, az idő vagy a hibák?\n- Ez most nem fontos\n  kind: timing\n  cause: A következményekről még nem beszéltünk\n  answer: Minek kellene történnie, hogy az legyen? És addig mennyibe kerül?\n\n# Capability\n- Minden egy helyen, mindenkinek ugyanazokkal a számokkal\n  meets: szám, riport, kimutatás, [elakad], [masok]\n  proof: Egy hasonló méretű ügyfél, aki egy hónapon belül látta\n- Lépések, amelyek maguktól emlékeztetnek\n  meets: késik, elfelejt, emlékeztet, idő, [lassu]\n  proof: Mutasd meg, hogyan nézett volna ki egy hetük\n- Elfér a meglévő mellett\n  meets: eszköz, rendszer, excel, csere, [probalta]\n  proof: Próba a saját adataikkal\n','\n',char(10)),'',NULL,1,'feltaro hivas',X'01a2193992b37f789b4ca3ce45abdf57','S2TQQTQ',X'01a2193992a677438db84f916b653309',NULL);
INSERT INTO script VALUES('Inbound first call',replace('---\npersona: Whoever asked\nstage: Inbound, New\ngoal: Learn what made them ask today, and whether we are right for them\nadvance: A meeting by a day with everybody who has a say\nfallback: They answer three questions by mail by a day\nlanguage: en\n---\n\nThey called us. Find out why today before you say anything about us.\n\n# Situation\n- [trigger] What made you look for this today?\n- How did you find us?\n  known: source\n- How do you do it at the moment?\n- What is your part in it?\n  known: title\n\n# Problem\n- [hurt] What bothers you most about it?\n  say: "What happened that made you say: now we need something?"\n- How often does that happen?\n- What else have you looked at, and what was wrong with it?\n\n# Implication\n- What does it lead to when that happens?\n- [who] Who else feels it?\n- What does it cost, roughly?\n\n# Need-payoff\n- What would be different for you if that were gone?\n- [when] By when would you want it, and what depends on that?\n- What would the others say if it worked?\n\n# Facts\n- The page or campaign they came from\n- What similar companies asked for first\n\n# Objections\n- I only want to know the price\n  kind: price\n  cause: They compare before they know what they need\n  answer: You will get it today. So that it is the right one: how many people, and for which part?\n- I am only collecting information\n  kind: authority\n  cause: Somebody else decides\n  answer: Then I make your work easier. What will you be asked about it, and by whom?\n- We are in a hurry\n  kind: timing\n  cause: Something has a date\n  answer: What is the date, and what happens if it is missed? Let us plan back from there.\n\n# Capability\n- They can start this week\n  meets: soon, week, hurry, date, [when]\n  proof: The steps of the first day\n- It fits companies of their kind\n  meets: fit, kind, company, [hurt]\n  proof: A customer they know\n- One person looks after them\n  meets: help, person, alone, question\n  proof: Give your number\n','\n',char(10)),'',NULL,1,'inbound first call',X'01a2193992b37fde9864e229aebfbcb6','6QBZF5P',X'01a2193992a677438db84f916b653309',NULL);
INSERT INTO script VALUES('Megújítás',replace('---\npersona: Operatív vezető, tulajdonos, pénzügy\nstage: Due, Reviewed, Offer, Agreed\ngoal: Megújítani arra, amit ért nekik, és meglátni, mi kell ezután\nadvance: Egy megbeszélt napig megerősítik a megújítást és a feltételeket\nfallback: Áttekintés egy megbeszélt napon azzal, aki fizeti\nlanguage: hu\n---\n\n# Situation\n- Ki használja most, és milyen gyakran?\n- [valtozas] Mi változott Önöknél, mióta elkezdtük?\n- Ki nézi meg idén a szerződést?\n\n# Problem\n- [parlag] Mit nem használnak, és miért?\n- Mi volt bosszantó az utóbbi hónapokban?\n  say: "Ha egy dolgot megváltoztathatna a közös munkában, mi lenne az?"\n- Mi fut még mindig ezen kívül?\n\n# Implication\n- Mit jelent ez azoknak, akik minden nap ezzel dolgoznak?\n- Ha így hagyjuk, mit tesznek vele?\n- [nelkule] Mit kellene újra kézzel csinálni, ha abbahagynák?\n\n# Need-payoff\n- [ertek] Mit takarított meg vagy mit hozott idén?\n- Ha megoldanánk azt az egy dolgot, mennyit érne?\n- Hol szeretnének tartani egy év múlva, és mi segítene a legtöbbet?\n\n# Facts\n- Mit vettek, mióta, és mennyit fizetnek\n- Miben kértek segítséget\n\n# Objections\n- Kedvezmény nélkül nem újítunk meg\n  kind: price\n  cause: Nem mondtuk ki, mit ért ez az év\n  answer: Előbb írjuk le, mit hozott. Aztán nézzük, mi kell jövőre, és az mennyibe kerül.\n- Nem használjuk eleget\n  kind: use\n  cause: Az indulás után senki nem segített\n  answer: Kinek hozna a legtöbbet? Leülnék velük, mielőtt döntenek.\n- Megvágták a keretet\n  kind: budget\n  cause: Költségnek látszik, nem megtakarításnak\n  answer: Akkor nézzük meg óráról órára, mi tűnik el, ha ez eltűnik.\n\n# Capability\n- Áttekintés az év számaival\n  meets: szám, mutat, kimutatás, ért, [ertek]\n  proof: A tavalyi kezdet és a mai nap egymás mellett\n- Képzés azoknak, akik még nem használják\n  meets: használ, tanul, képzés, [parlag]\n  proof: Két időpont, már a naptárban\n- Ami azóta készült, hogy megvették\n  meets: új, hiányzik, kézzel, kívül, [valtozas]\n  proof: Mutasd meg a saját adataikon\n','\n',char(10)),'',NULL,1,'megujitas',X'01a2193992b47023ae8bffb56b9c0478','NNSR13R',X'01a2193992a677438db84f916b653309',NULL);
INSERT INTO script VALUES('Nagy tételű rendelés',replace('---\npersona: Beszerző, kategóriamenedzser, üzlettulajdonos\nproduct: Áru nagy tételben\nstage: Contacted, Samples sent, Terms, First order agreed\ngoal: Olyan első rendelés, ami el is fogy, és feltételek a következőre\nadvance: Egy megbeszélt napig elküldik az első rendelést, mennyiséggel és szállítási napokkal\nfallback: Egy megbeszélt napig kiteszik a mintákat, és megírják, mi fogyott\nlanguage: hu\n---\n\n# Situation\n- Hány üzlet van, és melyikben lenne kint?\n- [kinalat] Mit árulnak most ebben a kategóriában?\n- Ki dönt a listázásról, és mikor zárják le a kínálatot?\n- Hogyan szeretnék a szállítást?\n\n# Problem\n- [lassu] Mi fogy ebben a kategóriában lassabban, mint tervezték?\n- Hol fogynak ki, és hol áll bent túl sok?\n  say: "Melyik polc mellett megy el úgy, hogy: ennek jobban kellene mennie?"\n- Mit keresnek a vevők, ami nincs?\n- Mi bosszantó a mostani szállítóban?\n\n# Implication\n- Mennyibe kerül egy üres polc egy szombaton?\n- [arres] Mit tesz a lassú készlet az árréssel és a következő szezonnal?\n- Hová mennek a vevők, ha itt nem találják?\n\n# Need-payoff\n- Ha kétszer olyan gyorsan fogyna, mire használnák a helyet?\n- Mit változtatna a kisebb, gyakoribb szállítás?\n- Milyen árrésnél lenne ez az első, amit újrarendelnek?\n\n# Facts\n- Két hasonló méretű üzlet fogyása\n- Legkisebb tétel, átfutás, listaár és lépcsők\n\n# Objections\n- Magas az ár\n  kind: price\n  cause: A darab árát nézik, nem azt, mit keres egy polc\n  answer: Számoljunk egy méter polcra: ár, árrés, és hányszor fordul.\n- Túl nagy a legkisebb tétel\n  kind: quantity\n  cause: Övék a kockázat, ha nem fogy el\n  answer: Kezdjük három üzlettel. Miben állapodjunk meg arra, ami nyolc hét után megmarad?\n- Van erre szállítónk\n  kind: competitor\n  cause: Szerintük még semmi nem hiányzik\n  answer: Akkor csak ott, ahol gyenge: miből fogynak ki, és mit kell visszautasítaniuk?\n- 60 napra fizetünk\n  kind: terms\n  cause: Készletben áll a pénzük\n  answer: Mi lenne, ha kisebb lépésekben szállítanánk, hogy azt fizessék, ami elfogyott?\n\n# Capability\n- Kis szállítás minden héten\n  meets: készlet, hely, szállít, heti, [lassu]\n  proof: Egy közeli üzlet szállítási terve\n- Az elején visszavesszük, ami nem fogy\n  meets: kockázat, megmarad, vissza, mennyiség\n  proof: A feltétel egy mondatban\n- Állvány és fotó jár hozzá\n  meets: polc, állvány, vevő, árrés, [arres]\n  proof: Egy kép egy jól fogyó polcról\n','\n',char(10)),'',NULL,1,'nagy tetelu rendeles',X'01a2193992b4707b91500d44a8c95bc9','JMCJPY9',X'01a2193992a677438db84f916b653309',NULL);
INSERT INTO script VALUES('Renewal',replace('---\npersona: Head of operations, owner, finance\nstage: Due, Reviewed, Offer, Agreed\ngoal: Renew on what it was worth to them, and find what they need next\nadvance: They confirm the renewal and its terms by a day\nfallback: A review by a day with whoever pays for it\nlanguage: en\n---\n\n# Situation\n- Who uses it now, and how often?\n- [change] What has changed for you since we started?\n- Who looks at the contract this year?\n\n# Problem\n- [unused] What do you not use, and why?\n- What has annoyed you in the last months?\n  say: "If you could change one thing about working with us, which?"\n- What still runs outside of it?\n\n# Implication\n- What does that mean for the people who work with it every day?\n- If we leave it as it is, what will you do about it?\n- [without] What would you have to do again by hand if you stopped?\n\n# Need-payoff\n- [worth] What has it saved you or brought you this year?\n- If we solved the one thing you named, what would that be worth?\n- What do you want to have reached in a year, and what would help most?\n\n# Facts\n- What they bought, since when, and what they pay\n- What they asked support for\n\n# Objections\n- We want a discount to renew\n  kind: price\n  cause: The worth of this year was not said aloud\n  answer: Let us first write down what it brought you. Then we look at what you need next year and what that costs.\n- We do not use it enough\n  kind: use\n  cause: Nobody helped after the start\n  answer: Which two people would gain most? I would like to sit down with them before you decide.\n- Budgets were cut\n  kind: budget\n  cause: It counts as a cost, not as what it saves\n  answer: Then let us show what goes when it goes, hour by hour.\n\n# Capability\n- A review with the figures of the year\n  meets: worth, figure, show, report, [worth]\n  proof: Bring last year''s beginning and today, side by side\n- Training for the people who do not use it yet\n  meets: use, train, learn, [unused]\n  proof: Two dates, already in the calendar\n- What was added since they bought\n  meets: new, miss, outside, hand, [change]\n  proof: Show it on their own data\n','\n',char(10)),'',NULL,1,'renewal',X'01a2193992b470ddb776b555ce5ba15e','Q75Q8AY',X'01a2193992a677438db84f916b653309',NULL);
INSERT INTO script VALUES('Visszanyerés',replace('---\npersona: Tulajdonos, operatív vezető\nstage: Lost, Churned, Nurture\ngoal: Megérteni, miért lett vége, és hogy fáj-e újra\nadvance: Megbeszélés egy megbeszélt napon arról az egy dologról, ami változott\nfallback: Egyeztetünk egy hívást a mostani szerződésük végére\nlanguage: hu\n---\n\nNe védd a múltat. Köszönd meg az idejüket, és hallgass.\n\n# Situation\n- Azóta hogyan csinálják?\n- Ki foglalkozik most vele?\n- [meddig] Meddig kötelezték el magukat?\n\n# Problem\n- [miert] Mi volt az igazi oka, hogy vége lett?\n  say: "Visszanézve, mit kellett volna másképp csinálnunk?"\n- Mi megy kevésbé jól, mint remélték?\n- Mi hiányzik?\n\n# Implication\n- Mit jelent ez az embereiknek napról napra?\n- [valtas] Mindent összevéve mennyibe került a váltás?\n- Ha így marad, mire számítanak jövőre?\n\n# Need-payoff\n- Ha az az egy dolog megoldódna, megnéznék újra?\n- Mit kellene hoznia, hogy megérje visszaváltani?\n- Kit kellene meggyőzni, és miről?\n\n# Facts\n- Szerintünk miért lett vége, és mi változott nálunk azóta\n- Mikor jár le a mostani szerződésük\n\n# Objections\n- Elégedettek vagyunk azzal, ami van\n  kind: competitor\n  cause: Még nem találtunk problémát\n  answer: Ezt jó hallani. Minek kellene történnie, hogy újra körülnézzenek?\n- Cserben hagytak minket\n  kind: trust\n  cause: Akkor nem hallgattuk meg őket\n  answer: Igaza van, hogy kimondja. Mi történt, és mit szeretne látni, mielőtt újra bízik bennünk?\n- Nincs idő még egy váltásra\n  kind: timing\n  cause: A munkától félnek, nem az eredménytől\n  answer: Mi tartott legutóbb a legtovább? Nézzük meg, lehet-e az a mi dolgunk.\n\n# Capability\n- Amivel akkor baj volt, az rendben van\n  meets: hiba, rossz, hiány, [miert]\n  proof: Mutasd, ne mondd\n- Az átállást mi végezzük\n  meets: váltás, átáll, munka, idő, [valtas]\n  proof: Egy visszatért ügyfél terve\n- Kipróbálható a mostani mellett\n  meets: próba, kockázat, biztos, összehasonlít\n  proof: Egy hónap szerződés nélkül\n','\n',char(10)),'',NULL,1,'visszanyeres',X'01a2193992b471238ab4ca0f775f33ac','XVNYCXC',X'01a2193992a677438db84f916b653309',NULL);
INSERT INTO script VALUES('Win-back',replace('---\npersona: Owner, head of operations\nstage: Lost, Churned, Nurture\ngoal: Understand why it ended, and whether it hurts again\nadvance: A meeting by a day about the one thing that has changed\nfallback: They agree to a call when the present contract ends\nlanguage: en\n---\n\nDo not defend the past. Thank them for the time and listen.\n\n# Situation\n- How do you do it since?\n- Who looks after it now?\n- [until] Until when are you bound?\n\n# Problem\n- [why] What was the real reason it ended?\n  say: "Looking back, what should we have done differently?"\n- What works less well than you had hoped?\n- What do you miss?\n\n# Implication\n- What does that mean for your people from day to day?\n- [price] What did the change itself cost you, all in all?\n- If it stays like this, what do you expect by next year?\n\n# Need-payoff\n- If that one thing were solved, would you look at it again?\n- What would it have to bring to be worth changing back?\n- Who would have to be convinced, and of what?\n\n# Facts\n- Why we think it ended, and what has changed with us since\n- When their present contract ends\n\n# Objections\n- We are happy with what we have\n  kind: competitor\n  cause: No problem was found yet\n  answer: Good to hear. What would have to happen for you to look around again?\n- You let us down\n  kind: trust\n  cause: They were not heard then\n  answer: You are right to say so. What happened, and what would you want to see before trusting us again?\n- No time for another change\n  kind: timing\n  cause: They fear the effort, not the result\n  answer: What took longest the last time? Let us see whether that can be our work instead of yours.\n\n# Capability\n- What failed then is mended\n  meets: failed, fault, missing, [why]\n  proof: Show it, do not tell it\n- We do the move\n  meets: change, move, effort, time, [price]\n  proof: The plan of a customer who came back\n- They can try it beside what they have\n  meets: try, risk, sure, compare\n  proof: A month without a contract\n','\n',char(10)),'',NULL,1,'win-back',X'01a2193992b4717c8fc8effffe042924','ZZ08A94',X'01a2193992a677438db84f916b653309',NULL);
CREATE TABLE snippet (
	name VARCHAR NOT NULL, 
	text TEXT DEFAULT '' NOT NULL, 
	draft TEXT DEFAULT '' NOT NULL, 
	author_id BLOB, 
	active BOOLEAN NOT NULL, 
	name_key TEXT NOT NULL, 
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	CONSTRAINT pk_snippet PRIMARY KEY (id), 
	CONSTRAINT fk_snippet_author_id_member FOREIGN KEY(author_id) REFERENCES member (id), 
	CONSTRAINT fk_snippet_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_snippet_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);
CREATE TABLE template (
	name VARCHAR NOT NULL, 
	text TEXT DEFAULT '' NOT NULL, 
	draft TEXT DEFAULT '' NOT NULL, 
	author_id BLOB, 
	active BOOLEAN NOT NULL, 
	name_key TEXT NOT NULL, 
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	CONSTRAINT pk_template PRIMARY KEY (id), 
	CONSTRAINT fk_template_author_id_member FOREIGN KEY(author_id) REFERENCES member (id), 
	CONSTRAINT fk_template_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_template_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id)
);
INSERT INTO template VALUES('Abandoned order',replace('---\nsubject: Your order is still here\nkind: abandoned order\nlanguage: en\n---\n\nHi {first_name|there},\n\nYou began an order ({product|the things you chose}) and stopped before the last step. Nothing is lost, I have kept it as it was.\n\nWas something not clear: the price, the delivery, the payment? Tell me and I will see to it. And if you have changed your mind, say so and I will clear it away.\n\nBest regards\n{signature}\n','\n',char(10)),'',NULL,1,'abandoned order',X'01a2193992b179b0be0a6a2b317fcb8e','CRQZJWE',X'01a2193992a677438db84f916b653309',NULL);
INSERT INTO template VALUES('After the call',replace('---\nsubject: {company|Our call}: what we said\nkind: call\nlanguage: en\n---\n\nHi {first_name|there},\n\nthank you for the call today.\n\nWhat matters to you, as I heard it:\n\n{needs}\n\nWhat we agreed:\n\n{agreed}\n\nIf I got anything wrong, tell me, and I will put it right.\n\nBest regards\n{signature}\n','\n',char(10)),'',NULL,1,'after the call',X'01a2193992b17b6a990f320c954993a5','JAMK4X5',X'01a2193992a677438db84f916b653309',NULL);
INSERT INTO template VALUES('Demo invitation',replace('---\nsubject: Half an hour to see it at work\nkind: demo\nlanguage: en\n---\n\nHi {first_name|there},\n\nReading only gets you so far. May I show you how {product|our solution} would work at {company|your place}, with an example of your own?\n\nIt takes half an hour online: ten minutes to look, twenty for your questions. Would {next_day|one of the next days} suit you? If not, name a better day.\n\nBring along whoever would work with it every day. Theirs are the best questions.\n\nBest regards\n{signature}\n','\n',char(10)),'',NULL,1,'demo invitation',X'01a2193992b17bcd88c0a065d36fbc84','Q9PZF44',X'01a2193992a677438db84f916b653309',NULL);
INSERT INTO template VALUES('First touch',replace('---\nsubject: {company|Your team}: a short question\nkind: first touch\nlanguage: en\n---\n\nHi {first_name|there},\n\n{snippet:what we do}\n\nI do not know yet whether that is of use to you. Two answers would tell us both: how do you do it today, and what about it takes the most time or annoys you most?\n\nIf it is worth ten minutes, name a time this week and I will call. If not, one word is answer enough.\n\nBest regards\n{signature}\n','\n',char(10)),'',NULL,1,'first touch',X'01a2193992b17c1caa6ad04161226d64','5GJ4VB4',X'01a2193992a677438db84f916b653309',NULL);
INSERT INTO template VALUES('Follow-up',replace('---\nsubject: {reply_subject|A short follow-up}\nkind: follow-up\nlanguage: en\n---\n\nHi {first_name|there},\n\nI wrote to you a few days ago, and I know how full a week gets. Is this still of interest, or shall I close it on my side?\n\nOne line helps: yes, later, or no.\n\nBest regards\n{signature}\n','\n',char(10)),'',NULL,1,'follow-up',X'01a2193992b17c60b3504bcf57cf3b3b','XBWYESV',X'01a2193992a677438db84f916b653309',NULL);
INSERT INTO template VALUES('Promotion',replace('---\nsubject: An offer for {company|you}\nkind: promotion\nlanguage: en\n---\n\nHi {first_name|there},\n\n{snippet:current offer}\n\nYou know us already, so I wanted you to hear of it early. If it fits, answer this mail and I will prepare everything. If it does not, there is nothing to do.\n\nBest regards\n{signature}\n','\n',char(10)),'',NULL,1,'promotion',X'01a2193992b17c9cb1a837ac681957d1','HM1JNYH',X'01a2193992a677438db84f916b653309',NULL);
INSERT INTO template VALUES('Renewal',replace('---\nsubject: {deal|Your contract} runs until {close_day}\nkind: renewal\nlanguage: en\n---\n\nHi {first_name|there},\n\nThe contract for {deal|our work together} runs until {close_day}. Before I send you papers, I would like to hear how it went: what should stay, what should change, and who else should have a say?\n\nDo you have twenty minutes for that in the next days? If all of it is to stay as it is, a short yes is enough and I will prepare the renewal.\n\nBest regards\n{signature}\n','\n',char(10)),'',NULL,1,'renewal',X'01a2193992b17cd890b7a8f84f65c4b6','17PBH5P',X'01a2193992a677438db84f916b653309',NULL);
INSERT INTO template VALUES('Thank you',replace('---\nsubject: Thank you\nkind: thank you\nlanguage: en\n---\n\nHi {first_name|there},\n\nThank you for your trust. You will have the details from me in the next days, and I stay the one to turn to for everything.\n\nIf anything is not as it should be, tell me first and I will put it right.\n\nBest regards\n{signature}\n','\n',char(10)),'',NULL,1,'thank you',X'01a2193992b17d14be04aaaed2cf2fb8','V9CYBXR',X'01a2193992a677438db84f916b653309',NULL);
INSERT INTO template VALUES('Win-back',replace('---\nsubject: What has changed at {company|your place}?\nkind: win-back\nlanguage: en\n---\n\nHi {first_name|there},\n\nWe worked together, and then it went quiet. I would honestly like to know why: what did we not do well enough?\n\nSome things have changed here since. If you tell me what you need today, I will tell you just as plainly whether we are the right ones for it.\n\nBest regards\n{signature}\n','\n',char(10)),'',NULL,1,'win-back',X'01a2193992b17d4db63efc78bc1db1dd','2Y1VCEX',X'01a2193992a677438db84f916b653309',NULL);
CREATE TABLE contact (
	tags TEXT DEFAULT '' NOT NULL, 
	notes TEXT DEFAULT '' NOT NULL, 
	custom TEXT DEFAULT '{}' NOT NULL, 
	search_text TEXT NOT NULL, 
	website TEXT DEFAULT '' NOT NULL, 
	street TEXT DEFAULT '' NOT NULL, 
	city TEXT DEFAULT '' NOT NULL, 
	region TEXT DEFAULT '' NOT NULL, 
	postal_code TEXT DEFAULT '' NOT NULL, 
	country TEXT DEFAULT '' NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	given_name TEXT DEFAULT '' NOT NULL, 
	family_name TEXT DEFAULT '' NOT NULL, 
	title TEXT DEFAULT '' NOT NULL, 
	email TEXT DEFAULT '' NOT NULL, 
	phone TEXT DEFAULT '' NOT NULL, 
	mobile TEXT DEFAULT '' NOT NULL, 
	time_zone TEXT DEFAULT '' NOT NULL, 
	do_not_contact BOOLEAN DEFAULT 0 NOT NULL, 
	name_key TEXT NOT NULL, 
	email_key TEXT NOT NULL, 
	phone_key TEXT NOT NULL, 
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	account_id BLOB, 
	owner_id BLOB, 
	touched_on TEXT, 
	CONSTRAINT pk_contact PRIMARY KEY (id), 
	CONSTRAINT fk_contact_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_contact_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id), 
	CONSTRAINT fk_contact_account_id_account FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT fk_contact_owner_id_member FOREIGN KEY(owner_id) REFERENCES member (id)
);
INSERT INTO contact VALUES('','','{}','tomas herrera tomas herrera tomas@valencia.example','','','','','','','Tomás Herrera','Tomás','Herrera','','tomas@valencia.example','','','',0,'tomas herrera','tomas@valencia.example','',X'01a21939bbde793aae28510a94cfd6ba','AACZNNT',X'01a21939bbd57f25ba74bcdd972a8941',NULL,X'01a21939bbd87977855884be90446652',X'01a2193992b67dc4836ac77c498fcf05',NULL);
CREATE TABLE page_read (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	page_id BLOB NOT NULL, 
	member_id BLOB NOT NULL, 
	read_on TEXT NOT NULL, 
	CONSTRAINT pk_page_read PRIMARY KEY (id), 
	CONSTRAINT fk_page_read_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_page_read_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id), 
	CONSTRAINT fk_page_read_page_id_playbook_page FOREIGN KEY(page_id) REFERENCES playbook_page (id), 
	CONSTRAINT fk_page_read_member_id_member FOREIGN KEY(member_id) REFERENCES member (id)
);
CREATE TABLE review (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	member_id BLOB, 
	period_from TEXT NOT NULL, 
	held_on TEXT NOT NULL, 
	state TEXT DEFAULT 'open' NOT NULL, 
	notes TEXT DEFAULT '' NOT NULL, 
	agreed TEXT DEFAULT '' NOT NULL, 
	page_id BLOB, 
	CONSTRAINT pk_review PRIMARY KEY (id), 
	CONSTRAINT fk_review_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_review_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id), 
	CONSTRAINT fk_review_member_id_member FOREIGN KEY(member_id) REFERENCES member (id), 
	CONSTRAINT fk_review_page_id_playbook_page FOREIGN KEY(page_id) REFERENCES playbook_page (id)
);
CREATE TABLE rule_run (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	rule_id BLOB NOT NULL, 
	record_kind VARCHAR NOT NULL, 
	record_id BLOB NOT NULL, 
	cause TEXT DEFAULT '' NOT NULL, 
	ran_on TEXT NOT NULL, 
	error TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_rule_run PRIMARY KEY (id), 
	CONSTRAINT fk_rule_run_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_rule_run_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id), 
	CONSTRAINT fk_rule_run_rule_id_rule FOREIGN KEY(rule_id) REFERENCES rule (id)
);
CREATE TABLE subscription (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	account_id BLOB, 
	"plan" TEXT DEFAULT '' NOT NULL, 
	seats INTEGER, 
	mrr_minor BIGINT, 
	currency TEXT DEFAULT '' NOT NULL, 
	started_on TEXT NOT NULL, 
	ended_on TEXT, 
	custom TEXT NOT NULL, 
	CONSTRAINT pk_subscription PRIMARY KEY (id), 
	CONSTRAINT fk_subscription_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_subscription_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id), 
	CONSTRAINT fk_subscription_account_id_account FOREIGN KEY(account_id) REFERENCES account (id)
);
CREATE TABLE deal (
	next_id BLOB, 
	next_on TEXT, 
	next_at TEXT, 
	next_kind_id BLOB, 
	next_text TEXT, 
	touched_on TEXT, 
	tags TEXT DEFAULT '' NOT NULL, 
	notes TEXT DEFAULT '' NOT NULL, 
	custom TEXT DEFAULT '{}' NOT NULL, 
	search_text TEXT NOT NULL, 
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	name VARCHAR NOT NULL, 
	account_id BLOB, 
	contact_id BLOB, 
	owner_id BLOB, 
	pipeline_id BLOB, 
	stage_id BLOB, 
	source_id BLOB, 
	state TEXT DEFAULT 'open' NOT NULL, 
	value_minor BIGINT, 
	currency TEXT DEFAULT '' NOT NULL, 
	probability INTEGER, 
	position DOUBLE NOT NULL, 
	opened_on TEXT, 
	close_on TEXT, 
	won_on TEXT, 
	lost_on TEXT, 
	stage_on TEXT, 
	lost_reason_id BLOB, 
	competitor TEXT DEFAULT '' NOT NULL, 
	forecast TEXT DEFAULT '' NOT NULL, 
	closed_owner_id BLOB, 
	closed_manager_id BLOB, 
	closed_team_id BLOB, 
	name_key TEXT NOT NULL, 
	first_on TEXT, 
	list_minor BIGINT, 
	list_currency TEXT, 
	CONSTRAINT pk_deal PRIMARY KEY (id), 
	CONSTRAINT fk_deal_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_deal_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id), 
	CONSTRAINT fk_deal_account_id_account FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT fk_deal_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_deal_owner_id_member FOREIGN KEY(owner_id) REFERENCES member (id), 
	CONSTRAINT fk_deal_pipeline_id_pipeline FOREIGN KEY(pipeline_id) REFERENCES pipeline (id), 
	CONSTRAINT fk_deal_stage_id_stage FOREIGN KEY(stage_id) REFERENCES stage (id), 
	CONSTRAINT fk_deal_source_id_source FOREIGN KEY(source_id) REFERENCES source (id), 
	CONSTRAINT fk_deal_lost_reason_id_lost_reason FOREIGN KEY(lost_reason_id) REFERENCES lost_reason (id), 
	CONSTRAINT fk_deal_closed_owner_id_member FOREIGN KEY(closed_owner_id) REFERENCES member (id), 
	CONSTRAINT fk_deal_closed_manager_id_member FOREIGN KEY(closed_manager_id) REFERENCES member (id), 
	CONSTRAINT fk_deal_closed_team_id_team FOREIGN KEY(closed_team_id) REFERENCES team (id)
);
INSERT INTO deal VALUES(NULL,NULL,NULL,NULL,NULL,NULL,'','','{}','valencia foods',X'01a21939bbe972548bfe414616aa746b','RBAMX3B',X'01a21939bbd57f25ba74bcdd972a8941',NULL,'Valencia Foods',X'01a21939bbd87977855884be90446652',X'01a21939bbde793aae28510a94cfd6ba',X'01a2193992b67dc4836ac77c498fcf05',X'01a2193992a870bf8f382ed7f98b4352',X'01a2193992a87d6a94ca77c3d672ab36',NULL,'open',NULL,'EUR',NULL,-1.0,'2026-11-23','2026-12-23',NULL,NULL,'2026-11-23',NULL,'','',NULL,NULL,NULL,'valencia foods','2026-11-23',NULL,NULL);
CREATE TABLE lead (
	next_id BLOB, 
	next_at TEXT, 
	next_kind_id BLOB, 
	next_text TEXT, 
	touched_on TEXT, 
	tags TEXT DEFAULT '' NOT NULL, 
	notes TEXT DEFAULT '' NOT NULL, 
	custom TEXT DEFAULT '{}' NOT NULL, 
	search_text TEXT NOT NULL, 
	website TEXT DEFAULT '' NOT NULL, 
	street TEXT DEFAULT '' NOT NULL, 
	city TEXT DEFAULT '' NOT NULL, 
	region TEXT DEFAULT '' NOT NULL, 
	postal_code TEXT DEFAULT '' NOT NULL, 
	country TEXT DEFAULT '' NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	given_name TEXT DEFAULT '' NOT NULL, 
	family_name TEXT DEFAULT '' NOT NULL, 
	title TEXT DEFAULT '' NOT NULL, 
	email TEXT DEFAULT '' NOT NULL, 
	phone TEXT DEFAULT '' NOT NULL, 
	mobile TEXT DEFAULT '' NOT NULL, 
	time_zone TEXT DEFAULT '' NOT NULL, 
	do_not_contact BOOLEAN DEFAULT 0 NOT NULL, 
	email_key TEXT NOT NULL, 
	phone_key TEXT NOT NULL, 
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	company TEXT DEFAULT '' NOT NULL, 
	industry TEXT DEFAULT '' NOT NULL, 
	status_id BLOB, 
	source_id BLOB, 
	owner_id BLOB, 
	score INTEGER, 
	value_minor BIGINT, 
	currency TEXT DEFAULT '' NOT NULL, 
	arrived_on TEXT, 
	arrived_at TEXT, 
	qualified_on TEXT, 
	closed_on TEXT, 
	lost_reason_id BLOB, 
	contact_id BLOB, 
	account_id BLOB, 
	campaign TEXT DEFAULT '' NOT NULL, 
	company_key TEXT NOT NULL, 
	name_key TEXT NOT NULL, 
	next_on TEXT, 
	outcome TEXT DEFAULT '' NOT NULL, 
	outcome_on TEXT, 
	known_on TEXT, 
	CONSTRAINT pk_lead PRIMARY KEY (id), 
	CONSTRAINT fk_lead_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_lead_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id), 
	CONSTRAINT fk_lead_status_id_lead_status FOREIGN KEY(status_id) REFERENCES lead_status (id), 
	CONSTRAINT fk_lead_source_id_source FOREIGN KEY(source_id) REFERENCES source (id), 
	CONSTRAINT fk_lead_owner_id_member FOREIGN KEY(owner_id) REFERENCES member (id), 
	CONSTRAINT fk_lead_lost_reason_id_lost_reason FOREIGN KEY(lost_reason_id) REFERENCES lost_reason (id), 
	CONSTRAINT fk_lead_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_lead_account_id_account FOREIGN KEY(account_id) REFERENCES account (id)
);
INSERT INTO lead VALUES(X'01a21939b5c17a228f8072520c043de8',NULL,X'01a2193992ac7c0da973efeae4ff7f4a','','2026-11-23',' pricing ','','{}','anna lindqvist anna lindqvist anna@acme.example acme nordic  pricing ','acme.example','','','','','','Anna Lindqvist','Anna','Lindqvist','','anna@acme.example','','','',0,'anna@acme.example','',X'01a2193996c17be6853eab910bb28e1c','45V53GW',X'01a2193996bd77c891c523cb44272210',NULL,'Acme Nordic','',X'01a2193992aa71c9bdc080471770d440',NULL,X'01a2193992b67dc4836ac77c498fcf05',NULL,NULL,'EUR','2026-11-23','2026-11-23T08:12:00Z',NULL,NULL,NULL,NULL,NULL,'','acme nordic','anna lindqvist','2026-11-26','',NULL,NULL);
INSERT INTO lead VALUES(NULL,NULL,NULL,NULL,NULL,'','','{}','tomas herrera tomas herrera tomas@valencia.example valencia foods','valencia.example','','','','','','Tomás Herrera','Tomás','Herrera','','tomas@valencia.example','','','',0,'tomas@valencia.example','',X'01a219399b177d839ec177820c4e6ab1','864WTNH',X'01a219399b13790f9a78b0f8ed0e7f63',NULL,'Valencia Foods','',X'01a2193992aa72758483244ca0bee11c',NULL,X'01a2193992b67dc4836ac77c498fcf05',NULL,NULL,'EUR','2026-11-23','2026-11-23T08:12:00Z','2026-11-23','2026-11-23',NULL,X'01a21939bbde793aae28510a94cfd6ba',X'01a21939bbd87977855884be90446652','','valencia foods','tomas herrera',NULL,'open',NULL,NULL);
CREATE TABLE deal_lead (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	deal_id BLOB NOT NULL, 
	lead_id BLOB NOT NULL, 
	CONSTRAINT pk_deal_lead PRIMARY KEY (id), 
	CONSTRAINT fk_deal_lead_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_deal_lead_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id), 
	CONSTRAINT fk_deal_lead_deal_id_deal FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_deal_lead_lead_id_lead FOREIGN KEY(lead_id) REFERENCES lead (id)
);
INSERT INTO deal_lead VALUES(X'01a21939bbeb7d399db803e550f2bd10','N8F5F8G',X'01a21939bbd57f25ba74bcdd972a8941',NULL,X'01a21939bbe972548bfe414616aa746b',X'01a219399b177d839ec177820c4e6ab1');
CREATE TABLE deal_line (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	deal_id BLOB NOT NULL, 
	product_id BLOB NOT NULL, 
	quantity INTEGER NOT NULL, 
	price_minor BIGINT, 
	currency TEXT DEFAULT '' NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_deal_line PRIMARY KEY (id), 
	CONSTRAINT fk_deal_line_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_deal_line_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id), 
	CONSTRAINT fk_deal_line_deal_id_deal FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_deal_line_product_id_product FOREIGN KEY(product_id) REFERENCES product (id)
);
CREATE TABLE enrolment (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	cadence_id BLOB NOT NULL, 
	lead_id BLOB, 
	contact_id BLOB, 
	deal_id BLOB, 
	owner_id BLOB, 
	state TEXT DEFAULT 'active' NOT NULL, 
	reason TEXT DEFAULT '' NOT NULL, 
	position INTEGER NOT NULL, 
	started_on TEXT, 
	ended_on TEXT, 
	CONSTRAINT pk_enrolment PRIMARY KEY (id), 
	CONSTRAINT fk_enrolment_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_enrolment_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id), 
	CONSTRAINT fk_enrolment_cadence_id_cadence FOREIGN KEY(cadence_id) REFERENCES cadence (id), 
	CONSTRAINT fk_enrolment_lead_id_lead FOREIGN KEY(lead_id) REFERENCES lead (id), 
	CONSTRAINT fk_enrolment_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_enrolment_deal_id_deal FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_enrolment_owner_id_member FOREIGN KEY(owner_id) REFERENCES member (id)
);
CREATE TABLE sales_order (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	deal_id BLOB, 
	account_id BLOB, 
	contact_id BLOB, 
	owner_id BLOB, 
	ordered_on TEXT NOT NULL, 
	amount_minor BIGINT NOT NULL, 
	currency VARCHAR NOT NULL, 
	CONSTRAINT pk_sales_order PRIMARY KEY (id), 
	CONSTRAINT fk_sales_order_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_sales_order_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id), 
	CONSTRAINT fk_sales_order_deal_id_deal FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_sales_order_account_id_account FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT fk_sales_order_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_sales_order_owner_id_member FOREIGN KEY(owner_id) REFERENCES member (id)
);
CREATE TABLE stage_change (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	deal_id BLOB NOT NULL, 
	from_stage_id BLOB, 
	to_stage_id BLOB, 
	changed_on TEXT NOT NULL, 
	owner_id BLOB, 
	CONSTRAINT pk_stage_change PRIMARY KEY (id), 
	CONSTRAINT fk_stage_change_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_stage_change_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id), 
	CONSTRAINT fk_stage_change_deal_id_deal FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_stage_change_from_stage_id_stage FOREIGN KEY(from_stage_id) REFERENCES stage (id), 
	CONSTRAINT fk_stage_change_to_stage_id_stage FOREIGN KEY(to_stage_id) REFERENCES stage (id), 
	CONSTRAINT fk_stage_change_owner_id_member FOREIGN KEY(owner_id) REFERENCES member (id)
);
INSERT INTO stage_change VALUES(X'01a21939bbeb75cc8065e0f3dc3b0032','FE3P01J',X'01a21939bbd57f25ba74bcdd972a8941',NULL,X'01a21939bbe972548bfe414616aa746b',NULL,X'01a2193992a87d6a94ca77c3d672ab36','2026-11-23',X'01a2193992b67dc4836ac77c498fcf05');
CREATE TABLE activity (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	kind_id BLOB, 
	outcome_id BLOB, 
	owner_id BLOB, 
	lead_id BLOB, 
	contact_id BLOB, 
	account_id BLOB, 
	deal_id BLOB, 
	subject TEXT DEFAULT '' NOT NULL, 
	note TEXT DEFAULT '' NOT NULL, 
	quote TEXT DEFAULT '' NOT NULL, 
	direction TEXT DEFAULT 'out' NOT NULL, 
	priority INTEGER NOT NULL, 
	promised BOOLEAN DEFAULT 0 NOT NULL, 
	enrolment_id BLOB, 
	cadence_step INTEGER, 
	duration_minutes INTEGER, 
	place TEXT DEFAULT '' NOT NULL, 
	goal_id BLOB, 
	review_id BLOB, 
	due_on TEXT, 
	due_at TEXT, 
	done_on TEXT, 
	done_at TEXT, 
	CONSTRAINT pk_activity PRIMARY KEY (id), 
	CONSTRAINT fk_activity_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_activity_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id), 
	CONSTRAINT fk_activity_kind_id_activity_kind FOREIGN KEY(kind_id) REFERENCES activity_kind (id), 
	CONSTRAINT fk_activity_outcome_id_outcome FOREIGN KEY(outcome_id) REFERENCES outcome (id), 
	CONSTRAINT fk_activity_owner_id_member FOREIGN KEY(owner_id) REFERENCES member (id), 
	CONSTRAINT fk_activity_lead_id_lead FOREIGN KEY(lead_id) REFERENCES lead (id), 
	CONSTRAINT fk_activity_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_activity_account_id_account FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT fk_activity_deal_id_deal FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_activity_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id), 
	CONSTRAINT fk_activity_goal_id_goal FOREIGN KEY(goal_id) REFERENCES goal (id), 
	CONSTRAINT fk_activity_review_id_review FOREIGN KEY(review_id) REFERENCES review (id)
);
INSERT INTO activity VALUES(X'01a21939b5677ea0a9c0791efcb45483','VYB8N43',X'01a21939b565725995ed1413130aae1d',NULL,X'01a2193992ac7c0da973efeae4ff7f4a',X'01a2193992ad776c87f4f553b715e8f7',X'01a2193992b67dc4836ac77c498fcf05',X'01a2193996c17be6853eab910bb28e1c',NULL,NULL,NULL,'','Asked for ROI','','out',0,0,NULL,NULL,NULL,'',NULL,NULL,NULL,NULL,'2026-11-23','2026-11-23T08:12:00Z');
INSERT INTO activity VALUES(X'01a21939b5c17a228f8072520c043de8','8608FF8',X'01a21939b565725995ed1413130aae1d',NULL,X'01a2193992ac7c0da973efeae4ff7f4a',NULL,X'01a2193992b67dc4836ac77c498fcf05',X'01a2193996c17be6853eab910bb28e1c',NULL,NULL,NULL,'','','','out',0,0,NULL,NULL,NULL,'',NULL,NULL,'2026-11-26',NULL,NULL,NULL);
CREATE TABLE call_run (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	script_id BLOB, 
	version BLOB, 
	activity_id BLOB, 
	lead_id BLOB, 
	contact_id BLOB, 
	deal_id BLOB, 
	account_id BLOB, 
	owner_id BLOB, 
	persona TEXT DEFAULT '' NOT NULL, 
	started_at TEXT NOT NULL, 
	ended_at TEXT, 
	result TEXT DEFAULT '' NOT NULL, 
	advance_who TEXT DEFAULT '' NOT NULL, 
	advance_what TEXT DEFAULT '' NOT NULL, 
	advance_on TEXT, 
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
CREATE TABLE message (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	direction TEXT DEFAULT 'out' NOT NULL, 
	state TEXT DEFAULT 'draft' NOT NULL, 
	owner_id BLOB, 
	lead_id BLOB, 
	contact_id BLOB, 
	account_id BLOB, 
	deal_id BLOB, 
	activity_id BLOB, 
	template_id BLOB, 
	enrolment_id BLOB, 
	from_address TEXT DEFAULT '' NOT NULL, 
	to_address TEXT DEFAULT '' NOT NULL, 
	cc TEXT DEFAULT '' NOT NULL, 
	subject TEXT DEFAULT '' NOT NULL, 
	body TEXT DEFAULT '' NOT NULL, 
	message_id TEXT DEFAULT '' NOT NULL, 
	in_reply_to TEXT DEFAULT '' NOT NULL, 
	thread TEXT DEFAULT '' NOT NULL, 
	route TEXT DEFAULT '' NOT NULL, 
	send_at TEXT, 
	sent_at TEXT, 
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
CREATE TABLE review_item (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	review_id BLOB NOT NULL, 
	record_kind VARCHAR NOT NULL, 
	record_id BLOB NOT NULL, 
	why TEXT DEFAULT '' NOT NULL, 
	note TEXT DEFAULT '' NOT NULL, 
	activity_id BLOB, 
	CONSTRAINT pk_review_item PRIMARY KEY (id), 
	CONSTRAINT fk_review_item_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_review_item_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id), 
	CONSTRAINT fk_review_item_review_id_review FOREIGN KEY(review_id) REFERENCES review (id), 
	CONSTRAINT fk_review_item_activity_id_activity FOREIGN KEY(activity_id) REFERENCES activity (id)
);
CREATE TABLE call_note (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	call_id BLOB NOT NULL, 
	position INTEGER NOT NULL, 
	kind TEXT DEFAULT 'note' NOT NULL, 
	section TEXT DEFAULT '' NOT NULL, 
	question TEXT DEFAULT '' NOT NULL, 
	text TEXT DEFAULT '' NOT NULL, 
	severity INTEGER, 
	cause TEXT DEFAULT '' NOT NULL, 
	answered BOOLEAN NOT NULL, 
	at TEXT, 
	CONSTRAINT pk_call_note PRIMARY KEY (id), 
	CONSTRAINT fk_call_note_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_call_note_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id), 
	CONSTRAINT fk_call_note_call_id_call_run FOREIGN KEY(call_id) REFERENCES call_run (id)
);
CREATE TABLE need (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	call_id BLOB, 
	lead_id BLOB, 
	contact_id BLOB, 
	deal_id BLOB, 
	account_id BLOB, 
	kind TEXT DEFAULT 'implied' NOT NULL, 
	words TEXT DEFAULT '' NOT NULL, 
	severity INTEGER, 
	said_on TEXT NOT NULL, 
	met_on TEXT, 
	CONSTRAINT pk_need PRIMARY KEY (id), 
	CONSTRAINT fk_need_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_need_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id), 
	CONSTRAINT fk_need_call_id_call_run FOREIGN KEY(call_id) REFERENCES call_run (id), 
	CONSTRAINT fk_need_lead_id_lead FOREIGN KEY(lead_id) REFERENCES lead (id), 
	CONSTRAINT fk_need_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_need_deal_id_deal FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_need_account_id_account FOREIGN KEY(account_id) REFERENCES account (id)
);
CREATE TABLE notice (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	member_id BLOB NOT NULL, 
	kind VARCHAR NOT NULL, 
	record_kind TEXT DEFAULT '' NOT NULL, 
	record_id BLOB, 
	activity_id BLOB, 
	message_id BLOB, 
	text TEXT DEFAULT '' NOT NULL, 
	at TEXT NOT NULL, 
	seen_at TEXT, 
	CONSTRAINT pk_notice PRIMARY KEY (id), 
	CONSTRAINT fk_notice_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_notice_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id), 
	CONSTRAINT fk_notice_member_id_member FOREIGN KEY(member_id) REFERENCES member (id), 
	CONSTRAINT fk_notice_activity_id_activity FOREIGN KEY(activity_id) REFERENCES activity (id), 
	CONSTRAINT fk_notice_message_id_message FOREIGN KEY(message_id) REFERENCES message (id)
);
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);
INSERT INTO alembic_version VALUES('0004');
CREATE INDEX ix_operation_target_id ON operation (target_id) WHERE target_id IS NOT NULL;
CREATE INDEX ix_activity_kind_code ON activity_kind (code);
CREATE INDEX ix_activity_kind_created_op ON activity_kind (created_op);
CREATE INDEX ix_activity_kind_deleted_op ON activity_kind (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_cost_code ON cost (code);
CREATE INDEX ix_cost_created_op ON cost (created_op);
CREATE INDEX ix_cost_deleted_op ON cost (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_cost_month_on ON cost (month_on);
CREATE INDEX ix_custom_field_code ON custom_field (code);
CREATE INDEX ix_custom_field_created_op ON custom_field (created_op);
CREATE INDEX ix_custom_field_deleted_op ON custom_field (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_history_operation ON history (operation_id, table_name, column_name);
CREATE INDEX ix_holiday_code ON holiday (code);
CREATE INDEX ix_holiday_created_op ON holiday (created_op);
CREATE INDEX ix_holiday_deleted_op ON holiday (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_holiday_on_day ON holiday (on_day);
CREATE INDEX ix_import_batch_code ON import_batch (code);
CREATE INDEX ix_import_batch_created_op ON import_batch (created_op);
CREATE INDEX ix_import_batch_deleted_op ON import_batch (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_import_row_code ON import_row (code);
CREATE INDEX ix_import_row_created_op ON import_row (created_op);
CREATE INDEX ix_import_row_deleted_op ON import_row (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_import_row_identity ON import_row (identity);
CREATE INDEX ix_import_row_record_id ON import_row (record_id);
CREATE INDEX ix_lead_status_code ON lead_status (code);
CREATE INDEX ix_lead_status_created_op ON lead_status (created_op);
CREATE INDEX ix_lead_status_deleted_op ON lead_status (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_lost_reason_code ON lost_reason (code);
CREATE INDEX ix_lost_reason_created_op ON lost_reason (created_op);
CREATE INDEX ix_lost_reason_deleted_op ON lost_reason (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_mailbox_code ON mailbox (code);
CREATE INDEX ix_mailbox_created_op ON mailbox (created_op);
CREATE INDEX ix_mailbox_deleted_op ON mailbox (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_opt_out_address_key ON opt_out (address_key);
CREATE INDEX ix_opt_out_code ON opt_out (code);
CREATE INDEX ix_opt_out_created_op ON opt_out (created_op);
CREATE INDEX ix_opt_out_deleted_op ON opt_out (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_pipeline_code ON pipeline (code);
CREATE INDEX ix_pipeline_created_op ON pipeline (created_op);
CREATE INDEX ix_pipeline_deleted_op ON pipeline (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_product_code ON product (code);
CREATE INDEX ix_product_created_op ON product (created_op);
CREATE INDEX ix_product_deleted_op ON product (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_product_name_key ON product (name_key);
CREATE INDEX ix_saved_view_code ON saved_view (code);
CREATE INDEX ix_saved_view_created_op ON saved_view (created_op);
CREATE INDEX ix_saved_view_deleted_op ON saved_view (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_setting_code ON setting (code);
CREATE INDEX ix_setting_created_op ON setting (created_op);
CREATE INDEX ix_setting_deleted_op ON setting (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_setting_key ON setting ("key");
CREATE INDEX ix_source_code ON source (code);
CREATE INDEX ix_source_created_op ON source (created_op);
CREATE INDEX ix_source_deleted_op ON source (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_team_code ON team (code);
CREATE INDEX ix_team_created_op ON team (created_op);
CREATE INDEX ix_team_deleted_op ON team (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_team_name_key ON team (name_key);
CREATE INDEX ix_member_code ON member (code);
CREATE INDEX ix_member_created_op ON member (created_op);
CREATE INDEX ix_member_deleted_op ON member (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_member_name_key ON member (name_key);
CREATE INDEX ix_outcome_code ON outcome (code);
CREATE INDEX ix_outcome_created_op ON outcome (created_op);
CREATE INDEX ix_outcome_deleted_op ON outcome (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_outcome_kind_id ON outcome (kind_id);
CREATE INDEX ix_stage_code ON stage (code);
CREATE INDEX ix_stage_created_op ON stage (created_op);
CREATE INDEX ix_stage_deleted_op ON stage (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_stage_pipeline_id ON stage (pipeline_id);
CREATE INDEX ix_absence_code ON absence (code);
CREATE INDEX ix_absence_created_op ON absence (created_op);
CREATE INDEX ix_absence_deleted_op ON absence (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_absence_member_id ON absence (member_id);
CREATE INDEX ix_account_code ON account (code);
CREATE INDEX ix_account_created_op ON account (created_op);
CREATE INDEX ix_account_deleted_op ON account (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_account_name_key ON account (name_key);
CREATE INDEX ix_account_owner_id ON account (owner_id);
CREATE INDEX ix_attachment_code ON attachment (code);
CREATE INDEX ix_attachment_created_op ON attachment (created_op);
CREATE INDEX ix_attachment_deleted_op ON attachment (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_attachment_record_id ON attachment (record_id);
CREATE INDEX ix_buyer_code ON buyer (code);
CREATE INDEX ix_buyer_created_op ON buyer (created_op);
CREATE INDEX ix_buyer_deleted_op ON buyer (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_buyer_name_key ON buyer (name_key);
CREATE INDEX ix_cadence_code ON cadence (code);
CREATE INDEX ix_cadence_created_op ON cadence (created_op);
CREATE INDEX ix_cadence_deleted_op ON cadence (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_cadence_name_key ON cadence (name_key);
CREATE INDEX ix_forecast_code ON forecast (code);
CREATE INDEX ix_forecast_created_op ON forecast (created_op);
CREATE INDEX ix_forecast_deleted_op ON forecast (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_forecast_member_id ON forecast (member_id);
CREATE INDEX ix_forecast_starts_on ON forecast (starts_on);
CREATE INDEX ix_goal_code ON goal (code);
CREATE INDEX ix_goal_created_op ON goal (created_op);
CREATE INDEX ix_goal_deleted_op ON goal (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_goal_member_id ON goal (member_id);
CREATE INDEX ix_goal_parent_id ON goal (parent_id);
CREATE INDEX ix_playbook_page_code ON playbook_page (code);
CREATE INDEX ix_playbook_page_created_op ON playbook_page (created_op);
CREATE INDEX ix_playbook_page_deleted_op ON playbook_page (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_playbook_page_name_key ON playbook_page (name_key);
CREATE INDEX ix_rule_code ON rule (code);
CREATE INDEX ix_rule_created_op ON rule (created_op);
CREATE INDEX ix_rule_deleted_op ON rule (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_rule_name_key ON rule (name_key);
CREATE INDEX ix_script_code ON script (code);
CREATE INDEX ix_script_created_op ON script (created_op);
CREATE INDEX ix_script_deleted_op ON script (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_script_name_key ON script (name_key);
CREATE INDEX ix_snippet_code ON snippet (code);
CREATE INDEX ix_snippet_created_op ON snippet (created_op);
CREATE INDEX ix_snippet_deleted_op ON snippet (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_snippet_name_key ON snippet (name_key);
CREATE INDEX ix_template_code ON template (code);
CREATE INDEX ix_template_created_op ON template (created_op);
CREATE INDEX ix_template_deleted_op ON template (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_template_name_key ON template (name_key);
CREATE INDEX ix_contact_account_id ON contact (account_id);
CREATE INDEX ix_contact_code ON contact (code);
CREATE INDEX ix_contact_created_op ON contact (created_op);
CREATE INDEX ix_contact_deleted_op ON contact (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_contact_email_key ON contact (email_key);
CREATE INDEX ix_contact_name_key ON contact (name_key);
CREATE INDEX ix_contact_owner_id ON contact (owner_id);
CREATE INDEX ix_contact_phone_key ON contact (phone_key);
CREATE INDEX ix_page_read_code ON page_read (code);
CREATE INDEX ix_page_read_created_op ON page_read (created_op);
CREATE INDEX ix_page_read_deleted_op ON page_read (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_page_read_member_id ON page_read (member_id);
CREATE INDEX ix_page_read_page_id ON page_read (page_id);
CREATE INDEX ix_review_code ON review (code);
CREATE INDEX ix_review_created_op ON review (created_op);
CREATE INDEX ix_review_deleted_op ON review (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_review_held_on ON review (held_on);
CREATE INDEX ix_review_member_id ON review (member_id);
CREATE INDEX ix_rule_run_code ON rule_run (code);
CREATE INDEX ix_rule_run_created_op ON rule_run (created_op);
CREATE INDEX ix_rule_run_deleted_op ON rule_run (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_rule_run_record_id ON rule_run (record_id);
CREATE INDEX ix_rule_run_rule_id ON rule_run (rule_id);
CREATE INDEX ix_subscription_account_id ON subscription (account_id);
CREATE INDEX ix_subscription_code ON subscription (code);
CREATE INDEX ix_subscription_created_op ON subscription (created_op);
CREATE INDEX ix_subscription_deleted_op ON subscription (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_subscription_ended_on ON subscription (ended_on);
CREATE INDEX ix_subscription_started_on ON subscription (started_on);
CREATE INDEX ix_deal_account_id ON deal (account_id);
CREATE INDEX ix_deal_board ON deal (stage_id, position, id);
CREATE INDEX ix_deal_code ON deal (code);
CREATE INDEX ix_deal_contact_id ON deal (contact_id);
CREATE INDEX ix_deal_created_op ON deal (created_op);
CREATE INDEX ix_deal_customer ON deal (account_id, won_on, state, deleted_op) WHERE state = 'won' AND deleted_op IS NULL;
CREATE INDEX ix_deal_deleted_op ON deal (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_deal_lost ON deal (lost_on, value_minor, currency, first_on, lost_reason_id, state, deleted_op) WHERE state = 'lost' AND deleted_op IS NULL;
CREATE INDEX ix_deal_lost_on ON deal (lost_on);
CREATE INDEX ix_deal_name_key ON deal (name_key);
CREATE INDEX ix_deal_next_on ON deal (next_on);
CREATE INDEX ix_deal_opened_on ON deal (opened_on);
CREATE INDEX ix_deal_owner_id ON deal (owner_id);
CREATE INDEX ix_deal_stage_id ON deal (stage_id);
CREATE INDEX ix_deal_standing ON deal (stage_id, stage_on, forecast, currency, close_on, value_minor, owner_id, state, deleted_op) WHERE state = 'open' AND deleted_op IS NULL;
CREATE INDEX ix_deal_state ON deal (state, owner_id, id, deleted_op) WHERE deleted_op IS NULL;
CREATE INDEX ix_deal_won ON deal (won_on, value_minor, currency, first_on, account_id, contact_id, id, state, deleted_op) WHERE state = 'won' AND deleted_op IS NULL;
CREATE INDEX ix_deal_won_on ON deal (won_on);
CREATE INDEX ix_lead_account_id ON lead (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX ix_lead_arrived_on ON lead (arrived_on);
CREATE INDEX ix_lead_code ON lead (code);
CREATE INDEX ix_lead_company_key ON lead (company_key);
CREATE INDEX ix_lead_contact_id ON lead (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX ix_lead_created_op ON lead (created_op);
CREATE INDEX ix_lead_deleted_op ON lead (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_lead_due ON lead (next_on, next_at, id, status_id, owner_id, deleted_op) WHERE deleted_op IS NULL;
CREATE INDEX ix_lead_email_key ON lead (email_key);
CREATE INDEX ix_lead_name ON lead (name_key, id, deleted_op) WHERE deleted_op IS NULL;
CREATE INDEX ix_lead_owner_id ON lead (owner_id);
CREATE INDEX ix_lead_phone_key ON lead (phone_key);
CREATE INDEX ix_lead_score ON lead (score, id, status_id, deleted_op) WHERE deleted_op IS NULL;
CREATE INDEX ix_lead_status ON lead (status_id, owner_id, id, deleted_op) WHERE deleted_op IS NULL;
CREATE INDEX ix_lead_touched ON lead (touched_on, id, deleted_op) WHERE deleted_op IS NULL;
CREATE INDEX ix_lead_value ON lead (value_minor, id, status_id, deleted_op) WHERE deleted_op IS NULL;
CREATE INDEX ix_deal_lead_code ON deal_lead (code);
CREATE INDEX ix_deal_lead_created_op ON deal_lead (created_op);
CREATE INDEX ix_deal_lead_deal_id ON deal_lead (deal_id);
CREATE INDEX ix_deal_lead_deleted_op ON deal_lead (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_deal_lead_lead_id ON deal_lead (lead_id);
CREATE INDEX ix_deal_line_code ON deal_line (code);
CREATE INDEX ix_deal_line_created_op ON deal_line (created_op);
CREATE INDEX ix_deal_line_deal_id ON deal_line (deal_id);
CREATE INDEX ix_deal_line_deleted_op ON deal_line (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_deal_line_product_id ON deal_line (product_id);
CREATE INDEX ix_enrolment_cadence_id ON enrolment (cadence_id);
CREATE INDEX ix_enrolment_code ON enrolment (code);
CREATE INDEX ix_enrolment_contact_id ON enrolment (contact_id);
CREATE INDEX ix_enrolment_created_op ON enrolment (created_op);
CREATE INDEX ix_enrolment_deal_id ON enrolment (deal_id);
CREATE INDEX ix_enrolment_deleted_op ON enrolment (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_enrolment_lead_id ON enrolment (lead_id);
CREATE INDEX ix_enrolment_owner_id ON enrolment (owner_id);
CREATE INDEX ix_sales_order_account_id ON sales_order (account_id);
CREATE INDEX ix_sales_order_code ON sales_order (code);
CREATE INDEX ix_sales_order_created_op ON sales_order (created_op);
CREATE INDEX ix_sales_order_deal_id ON sales_order (deal_id);
CREATE INDEX ix_sales_order_deleted_op ON sales_order (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_sales_order_ordered_on ON sales_order (ordered_on);
CREATE INDEX ix_stage_change_code ON stage_change (code);
CREATE INDEX ix_stage_change_created_op ON stage_change (created_op);
CREATE INDEX ix_stage_change_deal_id ON stage_change (deal_id);
CREATE INDEX ix_stage_change_deleted_op ON stage_change (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_activity_account_id ON activity (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX ix_activity_code ON activity (code);
CREATE INDEX ix_activity_contact_id ON activity (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX ix_activity_created_op ON activity (created_op);
CREATE INDEX ix_activity_deal ON activity (deal_id, done_on, due_on) WHERE deal_id IS NOT NULL;
CREATE INDEX ix_activity_deleted_op ON activity (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_activity_done ON activity (done_on, due_on, kind_id);
CREATE INDEX ix_activity_enrolment ON activity (enrolment_id) WHERE enrolment_id IS NOT NULL;
CREATE INDEX ix_activity_goal ON activity (goal_id) WHERE goal_id IS NOT NULL;
CREATE INDEX ix_activity_lead ON activity (lead_id, done_on, due_on);
CREATE INDEX ix_activity_queue ON activity (owner_id, done_on, due_on);
CREATE INDEX ix_activity_review ON activity (review_id) WHERE review_id IS NOT NULL;
CREATE INDEX ix_call_run_activity_id ON call_run (activity_id);
CREATE INDEX ix_call_run_code ON call_run (code);
CREATE INDEX ix_call_run_created_op ON call_run (created_op);
CREATE INDEX ix_call_run_deal_id ON call_run (deal_id);
CREATE INDEX ix_call_run_deleted_op ON call_run (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_call_run_lead_id ON call_run (lead_id);
CREATE INDEX ix_call_run_owner_id ON call_run (owner_id);
CREATE INDEX ix_call_run_result ON call_run (result);
CREATE INDEX ix_call_run_script_id ON call_run (script_id);
CREATE INDEX ix_message_activity_id ON message (activity_id);
CREATE INDEX ix_message_code ON message (code);
CREATE INDEX ix_message_contact_id ON message (contact_id);
CREATE INDEX ix_message_created_op ON message (created_op);
CREATE INDEX ix_message_deal_id ON message (deal_id);
CREATE INDEX ix_message_deleted_op ON message (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_message_lead_id ON message (lead_id);
CREATE INDEX ix_message_message_id ON message (message_id);
CREATE INDEX ix_message_owner_id ON message (owner_id);
CREATE INDEX ix_message_state ON message (state, send_at);
CREATE INDEX ix_message_thread ON message (thread);
CREATE INDEX ix_review_item_code ON review_item (code);
CREATE INDEX ix_review_item_created_op ON review_item (created_op);
CREATE INDEX ix_review_item_deleted_op ON review_item (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_review_item_record_id ON review_item (record_id);
CREATE INDEX ix_review_item_review_id ON review_item (review_id);
CREATE INDEX ix_call_note_call_id ON call_note (call_id);
CREATE INDEX ix_call_note_code ON call_note (code);
CREATE INDEX ix_call_note_created_op ON call_note (created_op);
CREATE INDEX ix_call_note_deleted_op ON call_note (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_need_account_id ON need (account_id);
CREATE INDEX ix_need_call_id ON need (call_id);
CREATE INDEX ix_need_code ON need (code);
CREATE INDEX ix_need_created_op ON need (created_op);
CREATE INDEX ix_need_deal_id ON need (deal_id);
CREATE INDEX ix_need_deleted_op ON need (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_need_lead_id ON need (lead_id);
CREATE INDEX ix_notice_code ON notice (code);
CREATE INDEX ix_notice_created_op ON notice (created_op);
CREATE INDEX ix_notice_deleted_op ON notice (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_notice_member_id ON notice (member_id);
COMMIT;
