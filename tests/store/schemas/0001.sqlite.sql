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
);
INSERT INTO operation VALUES(X'01a2130e33d17b18bb401db08b280f96','2026-11-23T08:12:00Z',NULL,'vm','cli','setup','Workspace made',NULL,NULL);
INSERT INTO operation VALUES(X'01a2130e33f17d8b83472d4d10f77230','2026-11-23T08:12:00Z',X'01a2130e33ea73e69363c1c8f87f448b','vm','cli','change','Lead Anna Lindqvist added',NULL,NULL);
INSERT INTO operation VALUES(X'01a2130e34067b228bea593d3ec9fc18','2026-11-23T08:12:00Z',X'01a2130e33ea73e69363c1c8f87f448b','vm','cli','change','Lead Tomás Herrera added',NULL,NULL);
INSERT INTO operation VALUES(X'01a2130e340e748f89bc815d08887070','2026-11-23T08:12:00Z',X'01a2130e33ea73e69363c1c8f87f448b','vm','cli','change','Logged talked for Anna Lindqvist',NULL,NULL);
INSERT INTO operation VALUES(X'01a2130e34157d6bb83c92e2cbb2c508','2026-11-23T08:12:00Z',X'01a2130e33ea73e69363c1c8f87f448b','vm','cli','change','Tomás Herrera qualified',NULL,NULL);
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
INSERT INTO activity_kind VALUES(X'01a2130e33e370f88b97b2d902636e06','4166VG6',X'01a2130e33d17b18bb401db08b280f96',NULL,'Call',0,'c','call','call');
INSERT INTO activity_kind VALUES(X'01a2130e33e37e99824ce1a1e95d2d34','7MNTB9M',X'01a2130e33d17b18bb401db08b280f96',NULL,'Mail',1,'m','mail','mail');
INSERT INTO activity_kind VALUES(X'01a2130e33e37fb589960e3d8147e7b1','P0MFSXH',X'01a2130e33d17b18bb401db08b280f96',NULL,'Meeting',2,'g','meeting','meeting');
INSERT INTO activity_kind VALUES(X'01a2130e33e470fd8e5712ac242f0d6b','GJ2Y3BB',X'01a2130e33d17b18bb401db08b280f96',NULL,'Demo',3,'d','demo','demo');
INSERT INTO activity_kind VALUES(X'01a2130e33e47243b7ec3340bc079381','2Y0F4W1',X'01a2130e33d17b18bb401db08b280f96',NULL,'Message',4,'s','message','message');
INSERT INTO activity_kind VALUES(X'01a2130e33e47346860c6630c19116f8','30S25QR',X'01a2130e33d17b18bb401db08b280f96',NULL,'Visit',5,'v','visit','visit');
INSERT INTO activity_kind VALUES(X'01a2130e33e47485b852116b85f4cd95','E2Z9KCN',X'01a2130e33d17b18bb401db08b280f96',NULL,'Walk-in',6,'w','visit','walk-in');
INSERT INTO activity_kind VALUES(X'01a2130e33e475028a45dbdd50618d26','N863396',X'01a2130e33d17b18bb401db08b280f96',NULL,'Task',7,'t','task','task');
INSERT INTO activity_kind VALUES(X'01a2130e33e4757ead66dfa38176bb89','E0QDEW9',X'01a2130e33d17b18bb401db08b280f96',NULL,'Note',8,'n','note','note');
CREATE TABLE cost (
	id BLOB NOT NULL, 
	code TEXT NOT NULL, 
	created_op BLOB NOT NULL, 
	deleted_op BLOB, 
	month_on TEXT NOT NULL, 
	category TEXT DEFAULT 'sales' NOT NULL, 
	channel TEXT DEFAULT '' NOT NULL, 
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
);
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
INSERT INTO history VALUES('activity',X'01a2130e33fe7a8a9beef013c9cea26b','done_at',X'01a2130e340e748f89bc815d08887070',NULL,'2026-11-23T08:12:00Z',NULL);
INSERT INTO history VALUES('activity',X'01a2130e33fe7a8a9beef013c9cea26b','done_on',X'01a2130e340e748f89bc815d08887070',NULL,'2026-11-23',NULL);
INSERT INTO history VALUES('activity',X'01a2130e33fe7a8a9beef013c9cea26b','note',X'01a2130e340e748f89bc815d08887070','','Asked for ROI',NULL);
INSERT INTO history VALUES('activity',X'01a2130e33fe7a8a9beef013c9cea26b','outcome_id',X'01a2130e340e748f89bc815d08887070',NULL,X'01a2130e33e37b6aa7a253f978b4db55',NULL);
INSERT INTO history VALUES('lead',X'01a2130e33f47c799a65ea3798489eee','status_id',X'01a2130e340e748f89bc815d08887070',X'01a2130e33da751bafec63e97f35ff97',X'01a2130e33da76b9b46a202e073dd5e9',NULL);
INSERT INTO history VALUES('lead',X'01a2130e34067db18b1bd1337b09e819','account_id',X'01a2130e34157d6bb83c92e2cbb2c508',NULL,X'01a2130e34177a90be263d9fe94427dd',NULL);
INSERT INTO history VALUES('lead',X'01a2130e34067db18b1bd1337b09e819','closed_on',X'01a2130e34157d6bb83c92e2cbb2c508',NULL,'2026-11-23',NULL);
INSERT INTO history VALUES('lead',X'01a2130e34067db18b1bd1337b09e819','contact_id',X'01a2130e34157d6bb83c92e2cbb2c508',NULL,X'01a2130e341e73b88eb32e679ad97187',NULL);
INSERT INTO history VALUES('lead',X'01a2130e34067db18b1bd1337b09e819','qualified_on',X'01a2130e34157d6bb83c92e2cbb2c508',NULL,'2026-11-23',NULL);
INSERT INTO history VALUES('lead',X'01a2130e34067db18b1bd1337b09e819','status_id',X'01a2130e34157d6bb83c92e2cbb2c508',X'01a2130e33da751bafec63e97f35ff97',X'01a2130e33da776d967ddac4b0ec1787',NULL);
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
INSERT INTO lead_status VALUES(X'01a2130e33da751bafec63e97f35ff97','5ZKBZWQ',X'01a2130e33d17b18bb401db08b280f96',NULL,'New',0,'open','new');
INSERT INTO lead_status VALUES(X'01a2130e33da76b9b46a202e073dd5e9','R3KVNF9',X'01a2130e33d17b18bb401db08b280f96',NULL,'Working',1,'open','working');
INSERT INTO lead_status VALUES(X'01a2130e33da7722a3765b5537e7d5e4','MVYFNF4',X'01a2130e33d17b18bb401db08b280f96',NULL,'Nurture',2,'open','nurture');
INSERT INTO lead_status VALUES(X'01a2130e33da776d967ddac4b0ec1787','JRER5W7',X'01a2130e33d17b18bb401db08b280f96',NULL,'Qualified',3,'converted','qualified');
INSERT INTO lead_status VALUES(X'01a2130e33da77b1acd1bdfd526dd57f','N96VNBZ',X'01a2130e33d17b18bb401db08b280f96',NULL,'Disqualified',4,'closed','disqualified');
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
INSERT INTO lost_reason VALUES(X'01a2130e33db7b98b2ca48c8e65c8e54','3K5S3JM',X'01a2130e33d17b18bb401db08b280f96',NULL,'Price',0,'p','deal','price');
INSERT INTO lost_reason VALUES(X'01a2130e33db7cde991ea7e0d308b75a','39GHDTT',X'01a2130e33d17b18bb401db08b280f96',NULL,'Competitor',1,'c','deal','competitor');
INSERT INTO lost_reason VALUES(X'01a2130e33db7d43877c42514a0e0a25','550W2H5',X'01a2130e33d17b18bb401db08b280f96',NULL,'Budget',2,'b','deal','budget');
INSERT INTO lost_reason VALUES(X'01a2130e33db7d8e99d0027850c556e8','18CANQ8',X'01a2130e33d17b18bb401db08b280f96',NULL,'Missing features',3,'f','deal','missing features');
INSERT INTO lost_reason VALUES(X'01a2130e33db7dd3ab102aeb39a63541','CWTCDA1',X'01a2130e33d17b18bb401db08b280f96',NULL,'Payment terms',4,'t','deal','payment terms');
INSERT INTO lost_reason VALUES(X'01a2130e33db7e16bbfb76ddff8f7d79','QZRYZBS',X'01a2130e33d17b18bb401db08b280f96',NULL,'Delivery date',5,'d','deal','delivery date');
INSERT INTO lost_reason VALUES(X'01a2130e33db7e54b252a18888989fbd','249H7XX',X'01a2130e33d17b18bb401db08b280f96',NULL,'No decision',6,'n','deal','no decision');
INSERT INTO lost_reason VALUES(X'01a2130e33db7e93a1e3c0af4b02936a','X5G54VA',X'01a2130e33d17b18bb401db08b280f96',NULL,'No reply',7,'r','deal','no reply');
INSERT INTO lost_reason VALUES(X'01a2130e33db7ed086fbc4775ea5260f','XFAA9GF',X'01a2130e33d17b18bb401db08b280f96',NULL,'Timing',8,'i','deal','timing');
INSERT INTO lost_reason VALUES(X'01a2130e33db7f0e80b015a91b6ccbf3','4DPSJZK',X'01a2130e33d17b18bb401db08b280f96',NULL,'Other',9,'o','deal','other');
INSERT INTO lost_reason VALUES(X'01a2130e33db7f4eaff02d4fbe34a39a','YZ398WT',X'01a2130e33d17b18bb401db08b280f96',NULL,'Poor fit',10,'f','lead','poor fit');
INSERT INTO lost_reason VALUES(X'01a2130e33db7f95bebed810bdc18ac4','2YW32P4',X'01a2130e33d17b18bb401db08b280f96',NULL,'Unreachable',11,'u','lead','unreachable');
INSERT INTO lost_reason VALUES(X'01a2130e33db7fd2895e574664d3cebe','SJD7KNY',X'01a2130e33d17b18bb401db08b280f96',NULL,'Not interested',12,'n','lead','not interested');
INSERT INTO lost_reason VALUES(X'01a2130e33dc7010930acf1aaa913447','AN92D27',X'01a2130e33d17b18bb401db08b280f96',NULL,'No budget',13,'b','lead','no budget');
INSERT INTO lost_reason VALUES(X'01a2130e33dc704fa3b6a883f342a11a','FSM588T',X'01a2130e33d17b18bb401db08b280f96',NULL,'Duplicate',14,'d','lead','duplicate');
INSERT INTO lost_reason VALUES(X'01a2130e33dc708b82cdd30db2f5b25c','PSFBCJW',X'01a2130e33d17b18bb401db08b280f96',NULL,'Timing',15,'t','lead','timing');
INSERT INTO lost_reason VALUES(X'01a2130e33dc70cabf8da6ec24821481','GJ84541',X'01a2130e33d17b18bb401db08b280f96',NULL,'Junk',16,'j','lead','junk');
INSERT INTO lost_reason VALUES(X'01a2130e33dc7106be6c8128aab56e42','2NBAVJ2',X'01a2130e33d17b18bb401db08b280f96',NULL,'Other',17,'o','lead','other');
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
INSERT INTO pipeline VALUES(X'01a2130e33d27e3fa6e7c53666fd09a8','SKFT2D8',X'01a2130e33d17b18bb401db08b280f96',NULL,'Sales',0,'sales');
INSERT INTO pipeline VALUES(X'01a2130e33d37deead545098e49ce9f3','3J9STFK',X'01a2130e33d17b18bb401db08b280f96',NULL,'Renewal',1,'renewal');
INSERT INTO pipeline VALUES(X'01a2130e33d979e099e116f090109c84','2811744',X'01a2130e33d17b18bb401db08b280f96',NULL,'Partner',2,'partner');
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
INSERT INTO saved_view VALUES(X'01a2130e33e2757aa874b3f38bd0b2fe','E5X1CQY',X'01a2130e33d17b18bb401db08b280f96',NULL,'lead','Mine','status:open owner:me sort:due',0);
INSERT INTO saved_view VALUES(X'01a2130e33e276fd95b49899c8b89f9c','74BH7WW',X'01a2130e33d17b18bb401db08b280f96',NULL,'lead','Overdue','status:open owner:me due:..yesterday sort:due',1);
INSERT INTO saved_view VALUES(X'01a2130e33e277609bacc465ab17ed8d','PNHFVCD',X'01a2130e33d17b18bb401db08b280f96',NULL,'lead','No next step','status:open owner:me next:none',2);
INSERT INTO saved_view VALUES(X'01a2130e33e277a9a119cd2f9dffc466','YEZZH36',X'01a2130e33d17b18bb401db08b280f96',NULL,'lead','New this week','created:-7d.. sort:-created',3);
INSERT INTO saved_view VALUES(X'01a2130e33e277eab813b63ed79c320f','VBSRCGF',X'01a2130e33d17b18bb401db08b280f96',NULL,'lead','Team','status:open sort:due',4);
INSERT INTO saved_view VALUES(X'01a2130e33e27829856b57fadd14ba45','BEH9EJ5',X'01a2130e33d17b18bb401db08b280f96',NULL,'deal','Mine','status:open owner:me',5);
INSERT INTO saved_view VALUES(X'01a2130e33e278698f7926deb298e534','TS9HS9M',X'01a2130e33d17b18bb401db08b280f96',NULL,'deal','Stalled','status:open owner:me stuck:14d..',6);
INSERT INTO saved_view VALUES(X'01a2130e33e278a59e1667b7ec4b5abf','ZP4PPNZ',X'01a2130e33d17b18bb401db08b280f96',NULL,'deal','Closing this month','status:open close:..eom',7);
INSERT INTO saved_view VALUES(X'01a2130e33e278dfa3ca942706003ed6','W300FPP',X'01a2130e33d17b18bb401db08b280f96',NULL,'deal','Team','status:open',8);
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
INSERT INTO setting VALUES(X'01a2130e33e47be38d240b4deb4d68d5','QNMTT6N',X'01a2130e33d17b18bb401db08b280f96',NULL,'currency','EUR');
INSERT INTO setting VALUES(X'01a2130e33e47d019e8f0203a78478c3','EKR8Y63',X'01a2130e33d17b18bb401db08b280f96',NULL,'time_zone','Europe/Budapest');
INSERT INTO setting VALUES(X'01a2130e33e47d578d2beffdbadea8d9','PXDXA6S',X'01a2130e33d17b18bb401db08b280f96',NULL,'week_start','0');
INSERT INTO setting VALUES(X'01a2130e33e47db685f63bbff48c10b6','ZT8R45P',X'01a2130e33d17b18bb401db08b280f96',NULL,'date_order','dmy');
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
INSERT INTO source VALUES(X'01a2130e33da7f08a677ab9bd107113f','F8GE49Z',X'01a2130e33d17b18bb401db08b280f96',NULL,'Word of mouth',0,'inbound','word of mouth');
INSERT INTO source VALUES(X'01a2130e33db7053a9f688b438c5b3c7','GWCBCY7',X'01a2130e33d17b18bb401db08b280f96',NULL,'Website',1,'inbound','website');
INSERT INTO source VALUES(X'01a2130e33db70b59ad704bdec388de2','QP3H3F2',X'01a2130e33d17b18bb401db08b280f96',NULL,'Search ads',2,'inbound','search ads');
INSERT INTO source VALUES(X'01a2130e33db70fca0e4edbc74416eca','HT42VPA',X'01a2130e33d17b18bb401db08b280f96',NULL,'Social media',3,'inbound','social media');
INSERT INTO source VALUES(X'01a2130e33db713b979b70b4687475c1','HM78XE1',X'01a2130e33d17b18bb401db08b280f96',NULL,'Content',4,'inbound','content');
INSERT INTO source VALUES(X'01a2130e33db717b80c29657b4a07e95','YTA0ZMN',X'01a2130e33d17b18bb401db08b280f96',NULL,'Walk-in',5,'inbound','walk-in');
INSERT INTO source VALUES(X'01a2130e33db71b881e3be89c98527c1','74RA9Y1',X'01a2130e33d17b18bb401db08b280f96',NULL,'Partner',6,'inbound','partner');
INSERT INTO source VALUES(X'01a2130e33db71f88f62304717ccd386','WBWSMW6',X'01a2130e33d17b18bb401db08b280f96',NULL,'Existing customer',7,'inbound','existing customer');
INSERT INTO source VALUES(X'01a2130e33db7237b289d9e22c428952','8P452AJ',X'01a2130e33d17b18bb401db08b280f96',NULL,'Cold call',8,'outbound','cold call');
INSERT INTO source VALUES(X'01a2130e33db72aabbd44d2756001b47','XB006T7',X'01a2130e33d17b18bb401db08b280f96',NULL,'Cold mail',9,'outbound','cold mail');
INSERT INTO source VALUES(X'01a2130e33db72f084e0cee7a00a1868','YG0M638',X'01a2130e33d17b18bb401db08b280f96',NULL,'Event',10,'outbound','event');
INSERT INTO source VALUES(X'01a2130e33db732aafbbb880a1ab6bd1','2GTPTYH',X'01a2130e33d17b18bb401db08b280f96',NULL,'Campaign',11,'outbound','campaign');
INSERT INTO source VALUES(X'01a2130e33db7363b3a368f346a58d9f','D3AB3CZ',X'01a2130e33d17b18bb401db08b280f96',NULL,'Purchased list',12,'outbound','purchased list');
INSERT INTO source VALUES(X'01a2130e33db739cbf4409af8dbdfd62','Y6VVZB2',X'01a2130e33d17b18bb401db08b280f96',NULL,'Import',13,'outbound','import');
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
	name_key TEXT NOT NULL, 
	CONSTRAINT pk_member PRIMARY KEY (id), 
	CONSTRAINT fk_member_created_op_operation FOREIGN KEY(created_op) REFERENCES operation (id), 
	CONSTRAINT fk_member_deleted_op_operation FOREIGN KEY(deleted_op) REFERENCES operation (id), 
	CONSTRAINT fk_member_team_id_team FOREIGN KEY(team_id) REFERENCES team (id), 
	CONSTRAINT fk_member_manager_id_member FOREIGN KEY(manager_id) REFERENCES member (id)
);
INSERT INTO member VALUES(X'01a2130e33ea73e69363c1c8f87f448b','3W7YH4B',X'01a2130e33d17b18bb401db08b280f96',NULL,'Maya Kessler','','rep',NULL,NULL,1,'maya kessler');
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
INSERT INTO outcome VALUES(X'01a2130e33e37b6aa7a253f978b4db55','5WB9PTN',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33e370f88b97b2d902636e06','Talked',0,'t','reached','call +3d','talked');
INSERT INTO outcome VALUES(X'01a2130e33e37cb8897e081ddc7ea692','QE7X9MJ',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33e370f88b97b2d902636e06','Voicemail',1,'v','attempt','call +2d','voicemail');
INSERT INTO outcome VALUES(X'01a2130e33e37d248ec4a20cd7fcd297','KBZSMMQ',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33e370f88b97b2d902636e06','No answer',2,'n','attempt','call +1d','no answer');
INSERT INTO outcome VALUES(X'01a2130e33e37d769af43c372547d8b4','WJMFP5M',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33e370f88b97b2d902636e06','Busy',3,'b','attempt','call +1d','busy');
INSERT INTO outcome VALUES(X'01a2130e33e37dbf9c98576a0cbe52f7','86BWMQQ',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33e370f88b97b2d902636e06','Meeting booked',4,'m','reached','meet +7d','meeting booked');
INSERT INTO outcome VALUES(X'01a2130e33e37e08a6dcf79cd6a84ba2','KBAGJX2',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33e370f88b97b2d902636e06','Not interested',5,'x','closed','','not interested');
INSERT INTO outcome VALUES(X'01a2130e33e37e4ea676b892e3fcebc6','BHZSTY6',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33e370f88b97b2d902636e06','Wrong number',6,'w','wrong','','wrong number');
INSERT INTO outcome VALUES(X'01a2130e33e37ee59b4c06a97e3a7829','5Z3MY19',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33e37e99824ce1a1e95d2d34','Sent',0,'s','sent','call +3d','sent');
INSERT INTO outcome VALUES(X'01a2130e33e37f2cb876eba7025f6e35','W15YVHN',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33e37e99824ce1a1e95d2d34','Replied',1,'r','reached','call +1d','replied');
INSERT INTO outcome VALUES(X'01a2130e33e37f74bb66519416cd92c5','GBCV4P5',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33e37e99824ce1a1e95d2d34','Bounced',2,'b','wrong','','bounced');
INSERT INTO outcome VALUES(X'01a2130e33e37ff6b5e00ef7bec3a669','YZC79K9',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33e37fb589960e3d8147e7b1','Held',0,'h','reached','mail +1d','held');
INSERT INTO outcome VALUES(X'01a2130e33e47038a0865c1b01e2e1c1','C0Y5RE1',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33e37fb589960e3d8147e7b1','No-show',1,'n','missed','call +1d','no-show');
INSERT INTO outcome VALUES(X'01a2130e33e4707b8b15a0b5f2392ba0','QS3JAX0',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33e37fb589960e3d8147e7b1','Moved',2,'r','missed','meet +7d','moved');
INSERT INTO outcome VALUES(X'01a2130e33e470bea15b583dd466e36c','QA6DRVC',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33e37fb589960e3d8147e7b1','Cancelled',3,'c','missed','call +3d','cancelled');
INSERT INTO outcome VALUES(X'01a2130e33e4713c86e69e45f280825a','QS810JT',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33e470fd8e5712ac242f0d6b','Held',0,'h','reached','mail +1d','held');
INSERT INTO outcome VALUES(X'01a2130e33e4717d80da24d9b5589132','6TNH49J',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33e470fd8e5712ac242f0d6b','No-show',1,'n','missed','call +1d','no-show');
INSERT INTO outcome VALUES(X'01a2130e33e471c198f146e1483ff1e3','543ZWF3',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33e470fd8e5712ac242f0d6b','Moved',2,'r','missed','meet +7d','moved');
INSERT INTO outcome VALUES(X'01a2130e33e472048890b20b2000e942','CG01TA2',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33e470fd8e5712ac242f0d6b','Cancelled',3,'c','missed','call +3d','cancelled');
INSERT INTO outcome VALUES(X'01a2130e33e47281b29dc1ade6782636','QK7G9HP',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33e47243b7ec3340bc079381','Sent',0,'s','sent','call +3d','sent');
INSERT INTO outcome VALUES(X'01a2130e33e472c3a5e8b0cbe1d064cb','FGX0S6B',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33e47243b7ec3340bc079381','Replied',1,'r','reached','call +1d','replied');
INSERT INTO outcome VALUES(X'01a2130e33e473069828e640c883bb2b','3487ESB',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33e47243b7ec3340bc079381','Bounced',2,'b','wrong','','bounced');
INSERT INTO outcome VALUES(X'01a2130e33e47384a1700d1b91aeb3ec','E8TXCZC',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33e47346860c6630c19116f8','Held',0,'h','reached','mail +1d','held');
INSERT INTO outcome VALUES(X'01a2130e33e473c6a75856c30449b0f3','C24KC7K',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33e47346860c6630c19116f8','No-show',1,'n','missed','call +1d','no-show');
INSERT INTO outcome VALUES(X'01a2130e33e47407a0f8504c185d07a9','GC5T1X9',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33e47346860c6630c19116f8','Moved',2,'r','missed','meet +7d','moved');
INSERT INTO outcome VALUES(X'01a2130e33e47448bbfd395535a52bb4','MTTAAXM',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33e47346860c6630c19116f8','Cancelled',3,'c','missed','call +3d','cancelled');
INSERT INTO outcome VALUES(X'01a2130e33e474c3ac8eb2f63bf5b04b','RXZBC2B',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33e47485b852116b85f4cd95','Talked',0,'t','reached','call +3d','talked');
INSERT INTO outcome VALUES(X'01a2130e33e4753fb93bff03fd2e5b99','FYJWPWS',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33e475028a45dbdd50618d26','Done',0,'d','done','','done');
INSERT INTO outcome VALUES(X'01a2130e33e475bca7119fb9632846ff','5HJGHQZ',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33e4757ead66dfa38176bb89','Noted',0,'n','noted','','noted');
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
INSERT INTO stage VALUES(X'01a2130e33d379ffb642974e745a2483','ST5M943',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33d27e3fa6e7c53666fd09a8','New',0,'open',10,7,'new');
INSERT INTO stage VALUES(X'01a2130e33d37ba5a0ba51503fa93a9c','0ZTJEMW',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33d27e3fa6e7c53666fd09a8','Qualified',1,'open',25,10,'qualified');
INSERT INTO stage VALUES(X'01a2130e33d37c2996d01ac4bff951f4','JZZJMFM',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33d27e3fa6e7c53666fd09a8','Needs agreed',2,'open',40,12,'needs agreed');
INSERT INTO stage VALUES(X'01a2130e33d37c85ac3523b9597a24cd','5CQM96D',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33d27e3fa6e7c53666fd09a8','Proposal',3,'open',60,12,'proposal');
INSERT INTO stage VALUES(X'01a2130e33d37cd5ad3651c21c31003e','8E3201Y',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33d27e3fa6e7c53666fd09a8','Negotiation',4,'open',80,14,'negotiation');
INSERT INTO stage VALUES(X'01a2130e33d37d28b78e804e394add16','RWMNQ8P',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33d27e3fa6e7c53666fd09a8','Won',5,'won',100,NULL,'won');
INSERT INTO stage VALUES(X'01a2130e33d37d84b9c780fce20de640','KH0VSJ0',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33d27e3fa6e7c53666fd09a8','Lost',6,'lost',0,NULL,'lost');
INSERT INTO stage VALUES(X'01a2130e33d37e49b1e816df45533fd2','X2N6FYJ',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33d37deead545098e49ce9f3','Due',0,'open',50,30,'due');
INSERT INTO stage VALUES(X'01a2130e33d976ea898eb7aa553d39bc','9AKTEDW',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33d37deead545098e49ce9f3','Reviewed',1,'open',60,14,'reviewed');
INSERT INTO stage VALUES(X'01a2130e33d9788e9bf763d8e6c9614a','3KCJRAA',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33d37deead545098e49ce9f3','Offer',2,'open',75,14,'offer');
INSERT INTO stage VALUES(X'01a2130e33d978fc8e2fb0c38f54f7c1','E7N9XY1',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33d37deead545098e49ce9f3','Agreed',3,'open',90,14,'agreed');
INSERT INTO stage VALUES(X'01a2130e33d9794bb6e0a513218c01d4','CGRR0EM',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33d37deead545098e49ce9f3','Renewed',4,'won',100,NULL,'renewed');
INSERT INTO stage VALUES(X'01a2130e33d97996a5f0d7f6de9e50db','VF9WM6V',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33d37deead545098e49ce9f3','Churned',5,'lost',0,NULL,'churned');
INSERT INTO stage VALUES(X'01a2130e33d97a2e8eff18da124572b7','894AWNQ',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33d979e099e116f090109c84','Contacted',0,'open',10,14,'contacted');
INSERT INTO stage VALUES(X'01a2130e33d97a75a2cdce30500caab3','180SANK',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33d979e099e116f090109c84','Samples sent',1,'open',30,21,'samples sent');
INSERT INTO stage VALUES(X'01a2130e33d97abaa487d9bfe3e585a1','ZHYB1D1',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33d979e099e116f090109c84','Terms',2,'open',60,14,'terms');
INSERT INTO stage VALUES(X'01a2130e33d97afe9317cbd03a47498d','0X4EJCD',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33d979e099e116f090109c84','First order agreed',3,'open',90,14,'first order agreed');
INSERT INTO stage VALUES(X'01a2130e33d97b42ad1d366989a7db1b','64TFPRV',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33d979e099e116f090109c84','Won',4,'won',100,NULL,'won');
INSERT INTO stage VALUES(X'01a2130e33d97b87bb78dbc640a9705e','S0AJW2Y',X'01a2130e33d17b18bb401db08b280f96',NULL,X'01a2130e33d979e099e116f090109c84','Lost',5,'lost',0,NULL,'lost');
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
INSERT INTO account VALUES('','','{}','valencia foods','valencia.example','','','','','',X'01a2130e34177a90be263d9fe94427dd','ZMM89YX',X'01a2130e34157d6bb83c92e2cbb2c508',NULL,'Valencia Foods','','','','',NULL,NULL,'',NULL,NULL,X'01a2130e33ea73e69363c1c8f87f448b','valencia foods',NULL);
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
INSERT INTO contact VALUES('','','{}','tomas herrera tomas herrera tomas@valencia.example','','','','','','','Tomás Herrera','Tomás','Herrera','','tomas@valencia.example','','',0,'tomas herrera','tomas@valencia.example','',X'01a2130e341e73b88eb32e679ad97187','YDDJWC7',X'01a2130e34157d6bb83c92e2cbb2c508',NULL,X'01a2130e34177a90be263d9fe94427dd',X'01a2130e33ea73e69363c1c8f87f448b',NULL);
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
	closed_owner_id BLOB, 
	closed_manager_id BLOB, 
	closed_team_id BLOB, 
	name_key TEXT NOT NULL, 
	first_on TEXT, 
	list_minor BIGINT, 
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
INSERT INTO deal VALUES(NULL,NULL,NULL,NULL,NULL,NULL,'','','{}','valencia foods',X'01a2130e34207bb8a68caa7423e80c45','GHYG325',X'01a2130e34157d6bb83c92e2cbb2c508',NULL,'Valencia Foods',X'01a2130e34177a90be263d9fe94427dd',X'01a2130e341e73b88eb32e679ad97187',X'01a2130e33ea73e69363c1c8f87f448b',X'01a2130e33d27e3fa6e7c53666fd09a8',X'01a2130e33d379ffb642974e745a2483',NULL,'open',NULL,'EUR',NULL,-1.0,'2026-11-23','2026-12-23',NULL,NULL,'2026-11-23',NULL,NULL,NULL,NULL,'valencia foods','2026-11-23',NULL);
CREATE TABLE lead (
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
	do_not_contact BOOLEAN DEFAULT 0 NOT NULL, 
	name_key TEXT NOT NULL, 
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
	qualified_on TEXT, 
	closed_on TEXT, 
	lost_reason_id BLOB, 
	contact_id BLOB, 
	account_id BLOB, 
	company_key TEXT NOT NULL, 
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
INSERT INTO lead VALUES(X'01a2130e340f776a8ec76bf1fd3e30ad','2026-11-27','2026-11-27T09:00:00Z',X'01a2130e33e370f88b97b2d902636e06','','2026-11-23',' pricing ','','{}','anna lindqvist anna lindqvist anna@acme.example +46 70 174 06 05 acme nordic  pricing  46701740605','acme.example','','','','','','Anna Lindqvist','Anna','Lindqvist','','anna@acme.example','+46 70 174 06 05','',0,'anna lindqvist','anna@acme.example','701740605',X'01a2130e33f47c799a65ea3798489eee','YC4H7QE',X'01a2130e33f17d8b83472d4d10f77230',NULL,'Acme Nordic','',X'01a2130e33da76b9b46a202e073dd5e9',NULL,X'01a2130e33ea73e69363c1c8f87f448b',NULL,1200000,'EUR','2026-11-23',NULL,NULL,NULL,NULL,NULL,'acme nordic');
INSERT INTO lead VALUES(NULL,NULL,NULL,NULL,NULL,NULL,'','','{}','tomas herrera tomas herrera tomas@valencia.example valencia foods','valencia.example','','','','','','Tomás Herrera','Tomás','Herrera','','tomas@valencia.example','','',0,'tomas herrera','tomas@valencia.example','',X'01a2130e34067db18b1bd1337b09e819','DXGKT0S',X'01a2130e34067b228bea593d3ec9fc18',NULL,'Valencia Foods','',X'01a2130e33da776d967ddac4b0ec1787',NULL,X'01a2130e33ea73e69363c1c8f87f448b',NULL,NULL,'EUR','2026-11-23','2026-11-23','2026-11-23',NULL,X'01a2130e341e73b88eb32e679ad97187',X'01a2130e34177a90be263d9fe94427dd','valencia foods');
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
	direction TEXT DEFAULT 'out' NOT NULL, 
	priority INTEGER NOT NULL, 
	duration_minutes INTEGER, 
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
	CONSTRAINT fk_activity_deal_id_deal FOREIGN KEY(deal_id) REFERENCES deal (id)
);
INSERT INTO activity VALUES(X'01a2130e33fe7a8a9beef013c9cea26b','F4WX8KB',X'01a2130e33f17d8b83472d4d10f77230',NULL,X'01a2130e33e370f88b97b2d902636e06',X'01a2130e33e37b6aa7a253f978b4db55',X'01a2130e33ea73e69363c1c8f87f448b',X'01a2130e33f47c799a65ea3798489eee',NULL,NULL,NULL,'','Asked for ROI','out',0,NULL,'2026-11-24','2026-11-24T08:00:00Z','2026-11-23','2026-11-23T08:12:00Z');
INSERT INTO activity VALUES(X'01a2130e340f776a8ec76bf1fd3e30ad','7YKWC5D',X'01a2130e340e748f89bc815d08887070',NULL,X'01a2130e33e370f88b97b2d902636e06',NULL,X'01a2130e33ea73e69363c1c8f87f448b',X'01a2130e33f47c799a65ea3798489eee',NULL,NULL,NULL,'','','out',0,NULL,'2026-11-27','2026-11-27T09:00:00Z',NULL,NULL);
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
INSERT INTO deal_lead VALUES(X'01a2130e34227525b9cafe3d56d69f5f','NBDD7TZ',X'01a2130e34157d6bb83c92e2cbb2c508',NULL,X'01a2130e34207bb8a68caa7423e80c45',X'01a2130e34067db18b1bd1337b09e819');
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
INSERT INTO stage_change VALUES(X'01a2130e34217db786eb617d2b999cc1','MNSK761',X'01a2130e34157d6bb83c92e2cbb2c508',NULL,X'01a2130e34207bb8a68caa7423e80c45',NULL,X'01a2130e33d379ffb642974e745a2483','2026-11-23',X'01a2130e33ea73e69363c1c8f87f448b');
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);
INSERT INTO alembic_version VALUES('0001');
CREATE INDEX ix_operation_actor_id ON operation (actor_id);
CREATE INDEX ix_operation_target_id ON operation (target_id);
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
CREATE INDEX ix_account_code ON account (code);
CREATE INDEX ix_account_created_op ON account (created_op);
CREATE INDEX ix_account_deleted_op ON account (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_account_name_key ON account (name_key);
CREATE INDEX ix_account_owner_id ON account (owner_id);
CREATE INDEX ix_contact_account_id ON contact (account_id);
CREATE INDEX ix_contact_code ON contact (code);
CREATE INDEX ix_contact_created_op ON contact (created_op);
CREATE INDEX ix_contact_deleted_op ON contact (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_contact_email_key ON contact (email_key);
CREATE INDEX ix_contact_name_key ON contact (name_key);
CREATE INDEX ix_contact_owner_id ON contact (owner_id);
CREATE INDEX ix_contact_phone_key ON contact (phone_key);
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
CREATE INDEX ix_deal_deleted_op ON deal (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_deal_lost_on ON deal (lost_on);
CREATE INDEX ix_deal_name_key ON deal (name_key);
CREATE INDEX ix_deal_next_on ON deal (next_on);
CREATE INDEX ix_deal_opened_on ON deal (opened_on);
CREATE INDEX ix_deal_owner_id ON deal (owner_id);
CREATE INDEX ix_deal_stage_id ON deal (stage_id);
CREATE INDEX ix_deal_won_on ON deal (won_on);
CREATE INDEX ix_lead_account_id ON lead (account_id);
CREATE INDEX ix_lead_arrived_on ON lead (arrived_on);
CREATE INDEX ix_lead_code ON lead (code);
CREATE INDEX ix_lead_company_key ON lead (company_key);
CREATE INDEX ix_lead_contact_id ON lead (contact_id);
CREATE INDEX ix_lead_created_op ON lead (created_op);
CREATE INDEX ix_lead_deleted_op ON lead (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_lead_email_key ON lead (email_key);
CREATE INDEX ix_lead_name_key ON lead (name_key);
CREATE INDEX ix_lead_next_on ON lead (next_on);
CREATE INDEX ix_lead_owner_id ON lead (owner_id);
CREATE INDEX ix_lead_phone_key ON lead (phone_key);
CREATE INDEX ix_lead_status_id ON lead (status_id);
CREATE INDEX ix_activity_account_id ON activity (account_id);
CREATE INDEX ix_activity_code ON activity (code);
CREATE INDEX ix_activity_contact_id ON activity (contact_id);
CREATE INDEX ix_activity_created_op ON activity (created_op);
CREATE INDEX ix_activity_deal ON activity (deal_id, done_on, due_on);
CREATE INDEX ix_activity_deleted_op ON activity (deleted_op) WHERE deleted_op IS NOT NULL;
CREATE INDEX ix_activity_done ON activity (done_on, kind_id);
CREATE INDEX ix_activity_lead ON activity (lead_id, done_on, due_on);
CREATE INDEX ix_activity_queue ON activity (owner_id, done_on, due_on);
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
COMMIT;
