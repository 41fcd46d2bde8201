--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: account; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.account (
    tags text DEFAULT ''::text NOT NULL,
    notes text DEFAULT ''::text NOT NULL,
    custom jsonb DEFAULT '{}'::jsonb NOT NULL,
    search_text text NOT NULL COLLATE pg_catalog."C",
    website text DEFAULT ''::text NOT NULL,
    street text DEFAULT ''::text NOT NULL,
    city text DEFAULT ''::text NOT NULL,
    region text DEFAULT ''::text NOT NULL,
    postal_code text DEFAULT ''::text NOT NULL,
    country text DEFAULT ''::text NOT NULL,
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    name character varying NOT NULL,
    sector text DEFAULT ''::text NOT NULL,
    domain text DEFAULT ''::text NOT NULL,
    phone text DEFAULT ''::text NOT NULL,
    email text DEFAULT ''::text NOT NULL,
    employees integer,
    annual_revenue_minor bigint,
    currency text DEFAULT ''::text NOT NULL,
    founded_year integer,
    parent_id uuid,
    owner_id uuid,
    name_key text NOT NULL COLLATE pg_catalog."C",
    touched_on date
);


--
-- Name: activity; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.activity (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    kind_id uuid,
    outcome_id uuid,
    owner_id uuid,
    lead_id uuid,
    contact_id uuid,
    account_id uuid,
    deal_id uuid,
    subject text DEFAULT ''::text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    quote text DEFAULT ''::text NOT NULL,
    direction text DEFAULT 'out'::text NOT NULL,
    priority integer NOT NULL,
    promised boolean DEFAULT false NOT NULL,
    enrolment_id uuid,
    cadence_step integer,
    duration_minutes integer,
    due_on date,
    due_at timestamp with time zone,
    done_on date,
    done_at timestamp with time zone
);


--
-- Name: activity_kind; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.activity_kind (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    name character varying NOT NULL,
    "position" integer NOT NULL,
    letter text DEFAULT ''::text NOT NULL,
    meaning text DEFAULT 'task'::text NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: alembic_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);


--
-- Name: attachment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.attachment (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    record_kind character varying NOT NULL,
    record_id uuid NOT NULL,
    kind character varying NOT NULL,
    name character varying NOT NULL,
    target text NOT NULL,
    size_bytes bigint,
    media_type text DEFAULT ''::text NOT NULL,
    owner_id uuid
);


--
-- Name: cadence; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.cadence (
    name character varying NOT NULL,
    text text DEFAULT ''::text NOT NULL,
    draft text DEFAULT ''::text NOT NULL,
    author_id uuid,
    active boolean NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C",
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid
);


--
-- Name: call_note; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.call_note (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    call_id uuid NOT NULL,
    "position" integer NOT NULL,
    kind text DEFAULT 'note'::text NOT NULL,
    section text DEFAULT ''::text NOT NULL,
    question text DEFAULT ''::text NOT NULL,
    text text DEFAULT ''::text NOT NULL,
    severity integer,
    cause text DEFAULT ''::text NOT NULL,
    answered boolean NOT NULL,
    at timestamp with time zone
);


--
-- Name: call_run; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.call_run (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    script_id uuid,
    version uuid,
    activity_id uuid,
    lead_id uuid,
    contact_id uuid,
    deal_id uuid,
    account_id uuid,
    owner_id uuid,
    persona text DEFAULT ''::text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    result text DEFAULT ''::text NOT NULL,
    advance_who text DEFAULT ''::text NOT NULL,
    advance_what text DEFAULT ''::text NOT NULL,
    advance_on date,
    practice boolean NOT NULL,
    goal text DEFAULT ''::text NOT NULL
);


--
-- Name: contact; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.contact (
    tags text DEFAULT ''::text NOT NULL,
    notes text DEFAULT ''::text NOT NULL,
    custom jsonb DEFAULT '{}'::jsonb NOT NULL,
    search_text text NOT NULL COLLATE pg_catalog."C",
    website text DEFAULT ''::text NOT NULL,
    street text DEFAULT ''::text NOT NULL,
    city text DEFAULT ''::text NOT NULL,
    region text DEFAULT ''::text NOT NULL,
    postal_code text DEFAULT ''::text NOT NULL,
    country text DEFAULT ''::text NOT NULL,
    name text DEFAULT ''::text NOT NULL,
    given_name text DEFAULT ''::text NOT NULL,
    family_name text DEFAULT ''::text NOT NULL,
    title text DEFAULT ''::text NOT NULL,
    email text DEFAULT ''::text NOT NULL,
    phone text DEFAULT ''::text NOT NULL,
    mobile text DEFAULT ''::text NOT NULL,
    time_zone text DEFAULT ''::text NOT NULL,
    do_not_contact boolean DEFAULT false NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C",
    email_key text NOT NULL COLLATE pg_catalog."C",
    phone_key text NOT NULL COLLATE pg_catalog."C",
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    account_id uuid,
    owner_id uuid,
    touched_on date
);


--
-- Name: cost; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.cost (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    month_on date NOT NULL,
    category text DEFAULT 'sales'::text NOT NULL,
    channel text DEFAULT ''::text NOT NULL,
    amount_minor bigint NOT NULL,
    currency character varying NOT NULL,
    note text DEFAULT ''::text NOT NULL
);


--
-- Name: custom_field; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.custom_field (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    entity character varying NOT NULL,
    key character varying NOT NULL,
    label character varying NOT NULL,
    kind text DEFAULT 'text'::text NOT NULL,
    "position" integer NOT NULL
);


--
-- Name: deal; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.deal (
    next_id uuid,
    next_on date,
    next_at timestamp with time zone,
    next_kind_id uuid,
    next_text text,
    touched_on date,
    tags text DEFAULT ''::text NOT NULL,
    notes text DEFAULT ''::text NOT NULL,
    custom jsonb DEFAULT '{}'::jsonb NOT NULL,
    search_text text NOT NULL COLLATE pg_catalog."C",
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    name character varying NOT NULL,
    account_id uuid,
    contact_id uuid,
    owner_id uuid,
    pipeline_id uuid,
    stage_id uuid,
    source_id uuid,
    state text DEFAULT 'open'::text NOT NULL,
    value_minor bigint,
    currency text DEFAULT ''::text NOT NULL,
    probability integer,
    "position" double precision NOT NULL,
    opened_on date,
    close_on date,
    won_on date,
    lost_on date,
    stage_on date,
    lost_reason_id uuid,
    closed_owner_id uuid,
    closed_manager_id uuid,
    closed_team_id uuid,
    name_key text NOT NULL COLLATE pg_catalog."C",
    first_on date,
    list_minor bigint
);


--
-- Name: deal_lead; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.deal_lead (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    deal_id uuid NOT NULL,
    lead_id uuid NOT NULL
);


--
-- Name: deal_line; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.deal_line (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    deal_id uuid NOT NULL,
    product_id uuid NOT NULL,
    quantity integer NOT NULL,
    price_minor bigint,
    currency text DEFAULT ''::text NOT NULL,
    "position" integer NOT NULL
);


--
-- Name: enrolment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.enrolment (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    cadence_id uuid NOT NULL,
    lead_id uuid,
    contact_id uuid,
    deal_id uuid,
    owner_id uuid,
    state text DEFAULT 'active'::text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    "position" integer NOT NULL,
    started_on date,
    ended_on date
);


--
-- Name: goal; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.goal (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    member_id uuid,
    metric character varying NOT NULL,
    period text DEFAULT 'day'::text NOT NULL,
    target bigint NOT NULL,
    currency text DEFAULT ''::text NOT NULL,
    starts_on date,
    ends_on date
);


--
-- Name: history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.history (
    table_name text NOT NULL,
    record_id uuid NOT NULL,
    column_name text NOT NULL,
    operation_id uuid NOT NULL,
    old jsonb,
    new jsonb,
    previous_op uuid
);


--
-- Name: holiday; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.holiday (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    on_day date NOT NULL,
    name text DEFAULT ''::text NOT NULL
);


--
-- Name: import_batch; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.import_batch (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    path character varying NOT NULL,
    entity character varying NOT NULL,
    preset text DEFAULT ''::text NOT NULL,
    rows integer NOT NULL
);


--
-- Name: import_row; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.import_row (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    entity character varying NOT NULL,
    identity text NOT NULL,
    record_id uuid NOT NULL,
    content jsonb NOT NULL
);


--
-- Name: lead; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.lead (
    next_id uuid,
    next_at timestamp with time zone,
    next_kind_id uuid,
    next_text text,
    touched_on date,
    tags text DEFAULT ''::text NOT NULL,
    notes text DEFAULT ''::text NOT NULL,
    custom jsonb DEFAULT '{}'::jsonb NOT NULL,
    search_text text NOT NULL COLLATE pg_catalog."C",
    website text DEFAULT ''::text NOT NULL,
    street text DEFAULT ''::text NOT NULL,
    city text DEFAULT ''::text NOT NULL,
    region text DEFAULT ''::text NOT NULL,
    postal_code text DEFAULT ''::text NOT NULL,
    country text DEFAULT ''::text NOT NULL,
    name text DEFAULT ''::text NOT NULL,
    given_name text DEFAULT ''::text NOT NULL,
    family_name text DEFAULT ''::text NOT NULL,
    title text DEFAULT ''::text NOT NULL,
    email text DEFAULT ''::text NOT NULL,
    phone text DEFAULT ''::text NOT NULL,
    mobile text DEFAULT ''::text NOT NULL,
    time_zone text DEFAULT ''::text NOT NULL,
    do_not_contact boolean DEFAULT false NOT NULL,
    email_key text NOT NULL COLLATE pg_catalog."C",
    phone_key text NOT NULL COLLATE pg_catalog."C",
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    company text DEFAULT ''::text NOT NULL,
    industry text DEFAULT ''::text NOT NULL,
    status_id uuid,
    source_id uuid,
    owner_id uuid,
    score integer,
    value_minor bigint,
    currency text DEFAULT ''::text NOT NULL,
    arrived_on date,
    arrived_at timestamp with time zone,
    qualified_on date,
    closed_on date,
    lost_reason_id uuid,
    contact_id uuid,
    account_id uuid,
    company_key text NOT NULL COLLATE pg_catalog."C",
    name_key text NOT NULL COLLATE pg_catalog."C",
    next_on date
);


--
-- Name: lead_status; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.lead_status (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    name character varying NOT NULL,
    "position" integer NOT NULL,
    meaning text DEFAULT 'open'::text NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: lost_reason; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.lost_reason (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    name character varying NOT NULL,
    "position" integer NOT NULL,
    letter text DEFAULT ''::text NOT NULL,
    applies_to text DEFAULT 'deal'::text NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: mailbox; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.mailbox (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    account character varying NOT NULL,
    folder character varying NOT NULL,
    validity bigint NOT NULL,
    last_uid bigint NOT NULL
);


--
-- Name: member; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.member (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    name character varying NOT NULL,
    email text DEFAULT ''::text NOT NULL,
    role text DEFAULT 'rep'::text NOT NULL,
    team_id uuid,
    manager_id uuid,
    active boolean NOT NULL,
    signature text DEFAULT ''::text NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: message; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.message (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    direction text DEFAULT 'out'::text NOT NULL,
    state text DEFAULT 'draft'::text NOT NULL,
    owner_id uuid,
    lead_id uuid,
    contact_id uuid,
    account_id uuid,
    deal_id uuid,
    activity_id uuid,
    template_id uuid,
    enrolment_id uuid,
    from_address text DEFAULT ''::text NOT NULL,
    to_address text DEFAULT ''::text NOT NULL,
    cc text DEFAULT ''::text NOT NULL,
    subject text DEFAULT ''::text NOT NULL,
    body text DEFAULT ''::text NOT NULL,
    message_id text DEFAULT ''::text NOT NULL,
    in_reply_to text DEFAULT ''::text NOT NULL,
    thread text DEFAULT ''::text NOT NULL,
    route text DEFAULT ''::text NOT NULL,
    send_at timestamp with time zone,
    sent_at timestamp with time zone,
    attempts integer NOT NULL,
    error text DEFAULT ''::text NOT NULL
);


--
-- Name: need; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.need (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    call_id uuid,
    lead_id uuid,
    contact_id uuid,
    deal_id uuid,
    account_id uuid,
    kind text DEFAULT 'implied'::text NOT NULL,
    words text DEFAULT ''::text NOT NULL,
    severity integer,
    said_on date NOT NULL,
    met_on date
);


--
-- Name: notice; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.notice (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    member_id uuid NOT NULL,
    kind character varying NOT NULL,
    record_kind text DEFAULT ''::text NOT NULL,
    record_id uuid,
    activity_id uuid,
    message_id uuid,
    text text DEFAULT ''::text NOT NULL,
    at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone
);


--
-- Name: operation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.operation (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    actor_id uuid,
    device text DEFAULT ''::text NOT NULL,
    source text DEFAULT 'cli'::text NOT NULL,
    action text DEFAULT 'change'::text NOT NULL,
    label text DEFAULT ''::text NOT NULL,
    target_id uuid,
    undone_by uuid
);


--
-- Name: opt_out; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.opt_out (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    address_key text NOT NULL COLLATE pg_catalog."C",
    address character varying NOT NULL,
    channel text DEFAULT 'all'::text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    since_on date
);


--
-- Name: outcome; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.outcome (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    kind_id uuid,
    name character varying NOT NULL,
    "position" integer NOT NULL,
    letter text DEFAULT ''::text NOT NULL,
    meaning text DEFAULT 'reached'::text NOT NULL,
    next_step text DEFAULT ''::text NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: page_read; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.page_read (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    page_id uuid NOT NULL,
    member_id uuid NOT NULL,
    read_on date NOT NULL
);


--
-- Name: pipeline; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.pipeline (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    name character varying NOT NULL,
    "position" integer NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: playbook_page; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.playbook_page (
    name character varying NOT NULL,
    text text DEFAULT ''::text NOT NULL,
    draft text DEFAULT ''::text NOT NULL,
    author_id uuid,
    active boolean NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C",
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    checked_on date,
    checked_by uuid
);


--
-- Name: product; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.product (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    name character varying NOT NULL,
    family text DEFAULT ''::text NOT NULL,
    price_minor bigint,
    currency text DEFAULT ''::text NOT NULL,
    unit text DEFAULT ''::text NOT NULL,
    active boolean NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: rule; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.rule (
    name character varying NOT NULL,
    text text DEFAULT ''::text NOT NULL,
    draft text DEFAULT ''::text NOT NULL,
    author_id uuid,
    active boolean NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C",
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    seen_op uuid
);


--
-- Name: rule_run; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.rule_run (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    rule_id uuid NOT NULL,
    record_kind character varying NOT NULL,
    record_id uuid NOT NULL,
    cause text DEFAULT ''::text NOT NULL,
    ran_on date NOT NULL,
    error text DEFAULT ''::text NOT NULL
);


--
-- Name: sales_order; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sales_order (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    deal_id uuid,
    account_id uuid,
    contact_id uuid,
    owner_id uuid,
    ordered_on date NOT NULL,
    amount_minor bigint NOT NULL,
    currency character varying NOT NULL
);


--
-- Name: saved_view; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.saved_view (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    entity character varying NOT NULL,
    name character varying NOT NULL,
    query character varying NOT NULL,
    "position" integer NOT NULL
);


--
-- Name: script; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.script (
    name character varying NOT NULL,
    text text DEFAULT ''::text NOT NULL,
    draft text DEFAULT ''::text NOT NULL,
    author_id uuid,
    active boolean NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C",
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid
);


--
-- Name: setting; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.setting (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    key text NOT NULL,
    value text DEFAULT ''::text NOT NULL
);


--
-- Name: snippet; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.snippet (
    name character varying NOT NULL,
    text text DEFAULT ''::text NOT NULL,
    draft text DEFAULT ''::text NOT NULL,
    author_id uuid,
    active boolean NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C",
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid
);


--
-- Name: source; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.source (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    name character varying NOT NULL,
    "position" integer NOT NULL,
    direction text DEFAULT 'inbound'::text NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: stage; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.stage (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    pipeline_id uuid,
    name character varying NOT NULL,
    "position" integer NOT NULL,
    meaning text DEFAULT 'open'::text NOT NULL,
    probability integer NOT NULL,
    rotting_days integer,
    name_key text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: stage_change; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.stage_change (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    deal_id uuid NOT NULL,
    from_stage_id uuid,
    to_stage_id uuid,
    changed_on date NOT NULL,
    owner_id uuid
);


--
-- Name: subscription; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.subscription (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    account_id uuid,
    plan text DEFAULT ''::text NOT NULL,
    seats integer,
    mrr_minor bigint,
    currency text DEFAULT ''::text NOT NULL,
    started_on date NOT NULL,
    ended_on date,
    custom jsonb NOT NULL
);


--
-- Name: team; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.team (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    name character varying NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: template; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.template (
    name character varying NOT NULL,
    text text DEFAULT ''::text NOT NULL,
    draft text DEFAULT ''::text NOT NULL,
    author_id uuid,
    active boolean NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C",
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid
);


--
-- Data for Name: account; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.account VALUES ('', '', '{}', 'valencia foods', 'valencia.example', '', '', '', '', '', '01a213e4-70d8-7742-a78a-33a6e5a29c9a', 'VJT574T', '01a213e4-70d3-7a7c-97b1-0d6d8ab276ac', NULL, 'Valencia Foods', '', '', '', '', NULL, NULL, '', NULL, NULL, '01a213e4-5ddf-7919-9e0e-d004e974261c', 'valencia foods', NULL);


--
-- Data for Name: activity; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.activity VALUES ('01a213e4-6def-7103-a60d-3b1e24ee07f1', 'RJEW1ZH', '01a213e4-6dea-7715-a8d5-c922b52c407a', NULL, '01a213e4-5dc4-7ce6-83d5-a18922c91bfb', '01a213e4-5dc6-7443-a64a-19fa9dc5285b', '01a213e4-5ddf-7919-9e0e-d004e974261c', '01a213e4-6092-7433-9833-710f8a540922', NULL, NULL, NULL, '', 'Asked for ROI', '', 'out', 0, false, NULL, NULL, NULL, NULL, NULL, '2026-11-23', '2026-11-23 08:12:00+00');
INSERT INTO public.activity VALUES ('01a213e4-6e0f-7406-895b-4e8840ea47c0', '10EMHY0', '01a213e4-6dea-7715-a8d5-c922b52c407a', NULL, '01a213e4-5dc4-7ce6-83d5-a18922c91bfb', NULL, '01a213e4-5ddf-7919-9e0e-d004e974261c', '01a213e4-6092-7433-9833-710f8a540922', NULL, NULL, NULL, '', '', '', 'out', 0, false, NULL, NULL, NULL, '2026-11-27', '2026-11-27 09:00:00+00', NULL, NULL);


--
-- Data for Name: activity_kind; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.activity_kind VALUES ('01a213e4-5dc4-7ce6-83d5-a18922c91bfb', '4HCJ6ZV', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Call', 0, 'c', 'call', 'call');
INSERT INTO public.activity_kind VALUES ('01a213e4-5dc8-7afd-8c47-8450d4a4a2df', '3AA98PZ', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Mail', 1, 'm', 'mail', 'mail');
INSERT INTO public.activity_kind VALUES ('01a213e4-5dc9-7712-8e1e-2919511eb2c5', '58HXCP5', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Meeting', 2, 'g', 'meeting', 'meeting');
INSERT INTO public.activity_kind VALUES ('01a213e4-5dca-74a6-9b12-7bc592e117b5', 'P9E25XN', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Demo', 3, 'd', 'demo', 'demo');
INSERT INTO public.activity_kind VALUES ('01a213e4-5dcb-71a9-98fe-c22e12be8d44', 'R9BX3A4', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Message', 4, 's', 'message', 'message');
INSERT INTO public.activity_kind VALUES ('01a213e4-5dcb-7c3f-b76d-10de46c7c196', 'S3CFGCP', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Visit', 5, 'v', 'visit', 'visit');
INSERT INTO public.activity_kind VALUES ('01a213e4-5dcc-7ae2-8996-c7d55ac535c5', 'NDCADE5', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Walk-in', 6, 'w', 'visit', 'walk-in');
INSERT INTO public.activity_kind VALUES ('01a213e4-5dcd-7008-a708-9bae0685bc82', 'R38BF42', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Task', 7, 't', 'task', 'task');
INSERT INTO public.activity_kind VALUES ('01a213e4-5dcd-756b-8cac-75b8716f98a2', '1RPZ652', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Note', 8, 'n', 'note', 'note');


--
-- Data for Name: alembic_version; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.alembic_version VALUES ('0002');


--
-- Data for Name: attachment; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: cadence; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.cadence VALUES ('After the demo', '---
for: deal
stop: opt-out, bounce, won, disqualified
hours: 9-17
---

# Somebody has seen it at work; from here on it is about who decides, and by when.
now  mail  Thank you
+2d  call  What did the others say? Who decides, and what do they need for it?
+4d  task  Send what they asked for, and write down what is still open
+1w  call  Agree on the next date together
', '', NULL, true, 'after the demo', '01a213e4-5dd6-714e-aea5-7d467d1b03a2', 'SYHP0X2', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL);
INSERT INTO public.cadence VALUES ('First touch', '---
for: lead
stop: reply, meeting, opt-out, bounce, won, disqualified
hours: 9-17
---

# Outbound, to somebody who does not know us yet: phone first, every mail with a reason of its own.
now  call  First call: how do they do it today?
+1d  mail  First touch
+3d  call  Second call, at another hour of the day
+2d  task  Look for something new at {company|their company}: a person, a product, a place
+3d  mail  Follow-up
', '', NULL, true, 'first touch', '01a213e4-5dd6-7f88-a45e-68401c67043d', '0E6E11X', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL);
INSERT INTO public.cadence VALUES ('Quick answer', '---
for: lead
stop: reply, meeting, opt-out, bounce, won, disqualified
hours: 8-18
---

# Inbound: they came to us, so the first hour counts more than the best words.
now  call  Ring back now: what made them write?
now  mail  Demo invitation
+1d  call  Second try, in the other half of the day
+2d  call  Last try
+3d  mail  Follow-up
', '', NULL, true, 'quick answer', '01a213e4-5dd7-7328-b485-3711bf980e5f', '6ZSG3JZ', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL);
INSERT INTO public.cadence VALUES ('Renewal', '---
for: deal, contact
stop: meeting, opt-out, bounce, won, disqualified
hours: 9-17
---

# Begin two months before the end, so that there is time to change something.
now  call  How is it going? What should stay, what should change?
+2d  mail  Renewal
+1w  call  Is there anything open about the renewal?
+2w  call  Agree on the papers
', '', NULL, true, 'renewal', '01a213e4-5dd7-7672-8c81-b1f93eea4466', '4ZEMH36', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL);
INSERT INTO public.cadence VALUES ('Win-back', '---
for: lead, contact, deal
stop: reply, meeting, opt-out, bounce, won
hours: 9-17
---

# Somebody we lost or have not heard of for long: ask honestly, twice, and let it be.
now  mail  Win-back
+1w  call  What would have to be different today?
+4w  mail  Follow-up
', '', NULL, true, 'win-back', '01a213e4-5dd7-799f-8f10-9eb833a098b7', '0ST165Q', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL);


--
-- Data for Name: call_note; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: call_run; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: contact; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.contact VALUES ('', '', '{}', 'tomas herrera tomas herrera tomas@valencia.example', '', '', '', '', '', '', 'Tomás Herrera', 'Tomás', 'Herrera', '', 'tomas@valencia.example', '', '', '', false, 'tomas herrera', 'tomas@valencia.example', '', '01a213e4-70db-7833-9afb-dc19d27535d4', '797ADEM', '01a213e4-70d3-7a7c-97b1-0d6d8ab276ac', NULL, '01a213e4-70d8-7742-a78a-33a6e5a29c9a', '01a213e4-5ddf-7919-9e0e-d004e974261c', NULL);


--
-- Data for Name: cost; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: custom_field; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: deal; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.deal VALUES (NULL, NULL, NULL, NULL, NULL, NULL, '', '', '{}', 'valencia foods', '01a213e4-70e0-7781-828f-265d67268a5d', 'NKJD2JX', '01a213e4-70d3-7a7c-97b1-0d6d8ab276ac', NULL, 'Valencia Foods', '01a213e4-70d8-7742-a78a-33a6e5a29c9a', '01a213e4-70db-7833-9afb-dc19d27535d4', '01a213e4-5ddf-7919-9e0e-d004e974261c', '01a213e4-5db0-7a58-8bff-968364a605fa', '01a213e4-5db2-7254-ab52-625175565a08', NULL, 'open', NULL, 'EUR', NULL, -1, '2026-11-23', '2026-12-23', NULL, NULL, '2026-11-23', NULL, NULL, NULL, NULL, 'valencia foods', '2026-11-23', NULL);


--
-- Data for Name: deal_lead; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.deal_lead VALUES ('01a213e4-70e7-7087-9aa0-e28b8650ff1a', 'E351ZRT', '01a213e4-70d3-7a7c-97b1-0d6d8ab276ac', NULL, '01a213e4-70e0-7781-828f-265d67268a5d', '01a213e4-6346-7ded-bc95-a39d842848da');


--
-- Data for Name: deal_line; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: enrolment; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: goal; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.goal VALUES ('01a213e4-65d8-7345-871d-1ceefcb6f52f', 'VYBDX9F', '01a213e4-65d3-7ee5-8a05-ae550367edd6', NULL, '01a213e4-5ddf-7919-9e0e-d004e974261c', 'calls', 'day', 40, '', '2026-11-23', NULL);
INSERT INTO public.goal VALUES ('01a213e4-6860-7d4e-9222-53aba37b5cf4', 'EHQPQ7M', '01a213e4-685c-7637-acd1-0bf6b1663c25', NULL, NULL, 'revenue', 'quarter', 18000000, 'EUR', '2026-11-23', NULL);


--
-- Data for Name: history; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.history VALUES ('lead', '01a213e4-6092-7433-9833-710f8a540922', 'status_id', '01a213e4-6dea-7715-a8d5-c922b52c407a', '"01a213e4-5db7-7fcc-9d64-6ba6f736f94a"', '"01a213e4-5db8-7a52-948d-fdc36b6fedef"', NULL);
INSERT INTO public.history VALUES ('lead', '01a213e4-6346-7ded-bc95-a39d842848da', 'status_id', '01a213e4-70d3-7a7c-97b1-0d6d8ab276ac', '"01a213e4-5db7-7fcc-9d64-6ba6f736f94a"', '"01a213e4-5db9-71c8-950a-ff0c245ff17d"', NULL);
INSERT INTO public.history VALUES ('lead', '01a213e4-6346-7ded-bc95-a39d842848da', 'qualified_on', '01a213e4-70d3-7a7c-97b1-0d6d8ab276ac', NULL, '"2026-11-23"', NULL);
INSERT INTO public.history VALUES ('lead', '01a213e4-6346-7ded-bc95-a39d842848da', 'closed_on', '01a213e4-70d3-7a7c-97b1-0d6d8ab276ac', NULL, '"2026-11-23"', NULL);
INSERT INTO public.history VALUES ('lead', '01a213e4-6346-7ded-bc95-a39d842848da', 'contact_id', '01a213e4-70d3-7a7c-97b1-0d6d8ab276ac', NULL, '"01a213e4-70db-7833-9afb-dc19d27535d4"', NULL);
INSERT INTO public.history VALUES ('lead', '01a213e4-6346-7ded-bc95-a39d842848da', 'account_id', '01a213e4-70d3-7a7c-97b1-0d6d8ab276ac', NULL, '"01a213e4-70d8-7742-a78a-33a6e5a29c9a"', NULL);


--
-- Data for Name: holiday; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.holiday VALUES ('01a213e4-6b19-7040-ae95-50234a507712', 'D550XRJ', '01a213e4-6b15-7632-b2c4-e0a832684786', NULL, '2026-12-24', 'Christmas Eve');


--
-- Data for Name: import_batch; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: import_row; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: lead; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.lead VALUES ('01a213e4-6e0f-7406-895b-4e8840ea47c0', '2026-11-27 09:00:00+00', '01a213e4-5dc4-7ce6-83d5-a18922c91bfb', '', '2026-11-23', ' pricing ', '', '{}', 'anna lindqvist anna lindqvist anna@acme.example acme nordic  pricing ', 'acme.example', '', '', '', '', '', 'Anna Lindqvist', 'Anna', 'Lindqvist', '', 'anna@acme.example', '', '', '', false, 'anna@acme.example', '', '01a213e4-6092-7433-9833-710f8a540922', 'Y558292', '01a213e4-608c-7476-9893-e42588e88931', NULL, 'Acme Nordic', '', '01a213e4-5db8-7a52-948d-fdc36b6fedef', NULL, '01a213e4-5ddf-7919-9e0e-d004e974261c', NULL, NULL, 'EUR', '2026-11-23', NULL, NULL, NULL, NULL, NULL, NULL, 'acme nordic', 'anna lindqvist', '2026-11-27');
INSERT INTO public.lead VALUES (NULL, NULL, NULL, NULL, NULL, '', '', '{}', 'tomas herrera tomas herrera tomas@valencia.example valencia foods', 'valencia.example', '', '', '', '', '', 'Tomás Herrera', 'Tomás', 'Herrera', '', 'tomas@valencia.example', '', '', '', false, 'tomas@valencia.example', '', '01a213e4-6346-7ded-bc95-a39d842848da', 'P22GJ6T', '01a213e4-6340-7798-a822-d68d5decb32e', NULL, 'Valencia Foods', '', '01a213e4-5db9-71c8-950a-ff0c245ff17d', NULL, '01a213e4-5ddf-7919-9e0e-d004e974261c', NULL, NULL, 'EUR', '2026-11-23', NULL, '2026-11-23', '2026-11-23', NULL, '01a213e4-70db-7833-9afb-dc19d27535d4', '01a213e4-70d8-7742-a78a-33a6e5a29c9a', 'valencia foods', 'tomas herrera', NULL);


--
-- Data for Name: lead_status; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.lead_status VALUES ('01a213e4-5db7-7fcc-9d64-6ba6f736f94a', 'VVKDYAA', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'New', 0, 'open', 'new');
INSERT INTO public.lead_status VALUES ('01a213e4-5db8-7a52-948d-fdc36b6fedef', 'DNPZVFF', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Working', 1, 'open', 'working');
INSERT INTO public.lead_status VALUES ('01a213e4-5db8-7e43-95a9-508809b70742', '04VE1T2', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Nurture', 2, 'open', 'nurture');
INSERT INTO public.lead_status VALUES ('01a213e4-5db9-71c8-950a-ff0c245ff17d', 'GJ5ZWBX', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Qualified', 3, 'converted', 'qualified');
INSERT INTO public.lead_status VALUES ('01a213e4-5db9-7594-9e60-327ff6adaded', 'ZVAVBFD', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Disqualified', 4, 'closed', 'disqualified');


--
-- Data for Name: lost_reason; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.lost_reason VALUES ('01a213e4-5dbd-7bd7-9a7e-3a89ebe3c726', '7NY7HS6', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Price', 0, 'p', 'deal', 'price');
INSERT INTO public.lost_reason VALUES ('01a213e4-5dbe-7616-999b-b17ee261d2b7', 'VH63MNQ', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Competitor', 1, 'c', 'deal', 'competitor');
INSERT INTO public.lost_reason VALUES ('01a213e4-5dbe-79b8-a6c3-d10c0b0546f3', 'G5GAHQK', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Budget', 2, 'b', 'deal', 'budget');
INSERT INTO public.lost_reason VALUES ('01a213e4-5dbe-7d00-81bf-f0c1f678f231', '7V7HWHH', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Missing features', 3, 'f', 'deal', 'missing features');
INSERT INTO public.lost_reason VALUES ('01a213e4-5dbf-701b-85c6-1c6f9126cf40', 'Y8JDKT0', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Payment terms', 4, 't', 'deal', 'payment terms');
INSERT INTO public.lost_reason VALUES ('01a213e4-5dbf-733e-82b7-5b7525308b67', 'MJK12V7', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Delivery date', 5, 'd', 'deal', 'delivery date');
INSERT INTO public.lost_reason VALUES ('01a213e4-5dbf-779f-a02b-96cabca6161c', 'AYAC5GW', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'No decision', 6, 'n', 'deal', 'no decision');
INSERT INTO public.lost_reason VALUES ('01a213e4-5dbf-7a43-ab6f-c9651423b9c8', 'MA27EE8', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'No reply', 7, 'r', 'deal', 'no reply');
INSERT INTO public.lost_reason VALUES ('01a213e4-5dbf-7cbf-92f9-7bb91e10354d', '4F10DAD', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Timing', 8, 'i', 'deal', 'timing');
INSERT INTO public.lost_reason VALUES ('01a213e4-5dbf-7f31-a6c4-6b43149084b7', 'CA9115Q', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Other', 9, 'o', 'deal', 'other');
INSERT INTO public.lost_reason VALUES ('01a213e4-5dc0-71c3-a4e5-e25e3bd0b105', 'RXX1C85', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Poor fit', 10, 'f', 'lead', 'poor fit');
INSERT INTO public.lost_reason VALUES ('01a213e4-5dc0-743b-9a29-1c8e2ec82e2a', 'RQCGBHA', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Unreachable', 11, 'u', 'lead', 'unreachable');
INSERT INTO public.lost_reason VALUES ('01a213e4-5dc0-7682-bcbb-e566480a2e38', 'S40MBHR', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Not interested', 12, 'n', 'lead', 'not interested');
INSERT INTO public.lost_reason VALUES ('01a213e4-5dc0-78c2-b8bb-5794ac9e42fb', 'JP9WGQV', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'No budget', 13, 'b', 'lead', 'no budget');
INSERT INTO public.lost_reason VALUES ('01a213e4-5dc0-7afb-9640-faf8f5436e13', '3TM6VGK', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Duplicate', 14, 'd', 'lead', 'duplicate');
INSERT INTO public.lost_reason VALUES ('01a213e4-5dc0-7d27-b32a-a955267622cb', 'MK7C8PB', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Timing', 15, 't', 'lead', 'timing');
INSERT INTO public.lost_reason VALUES ('01a213e4-5dc0-7f5c-8fab-c8f8f80b3e5a', '3W0PFJT', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Junk', 16, 'j', 'lead', 'junk');
INSERT INTO public.lost_reason VALUES ('01a213e4-5dc1-7187-9daf-4648b73729f9', '2VKEAFS', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Other', 17, 'o', 'lead', 'other');


--
-- Data for Name: mailbox; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: member; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.member VALUES ('01a213e4-5ddf-7919-9e0e-d004e974261c', 'KMQ89GW', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Maya Kessler', '', 'rep', NULL, NULL, true, '', 'maya kessler');


--
-- Data for Name: message; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: need; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: notice; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: operation; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.operation VALUES ('01a213e4-5dad-7d84-8b3e-a66777ac30dd', '2026-11-23 08:12:00+00', NULL, 'vm', 'cli', 'setup', 'Workspace made', NULL, NULL);
INSERT INTO public.operation VALUES ('01a213e4-608c-7476-9893-e42588e88931', '2026-11-23 08:12:00+00', '01a213e4-5ddf-7919-9e0e-d004e974261c', 'vm', 'cli', 'change', 'Lead Anna Lindqvist added', NULL, NULL);
INSERT INTO public.operation VALUES ('01a213e4-6340-7798-a822-d68d5decb32e', '2026-11-23 08:12:00+00', '01a213e4-5ddf-7919-9e0e-d004e974261c', 'vm', 'cli', 'change', 'Lead Tomás Herrera added', NULL, NULL);
INSERT INTO public.operation VALUES ('01a213e4-65d3-7ee5-8a05-ae550367edd6', '2026-11-23 08:12:00+00', '01a213e4-5ddf-7919-9e0e-d004e974261c', 'vm', 'cli', 'change', 'Goal of Maya Kessler: 40 calls a day', NULL, NULL);
INSERT INTO public.operation VALUES ('01a213e4-685c-7637-acd1-0bf6b1663c25', '2026-11-23 08:12:00+00', '01a213e4-5ddf-7919-9e0e-d004e974261c', 'vm', 'cli', 'change', 'Goal of the team: €180,000 a quarter', NULL, NULL);
INSERT INTO public.operation VALUES ('01a213e4-6b15-7632-b2c4-e0a832684786', '2026-11-23 08:12:00+00', '01a213e4-5ddf-7919-9e0e-d004e974261c', 'vm', 'cli', 'change', '2026-12-24 is a day off', NULL, NULL);
INSERT INTO public.operation VALUES ('01a213e4-6dea-7715-a8d5-c922b52c407a', '2026-11-23 08:12:00+00', '01a213e4-5ddf-7919-9e0e-d004e974261c', 'vm', 'cli', 'change', 'Logged talked for Anna Lindqvist', NULL, NULL);
INSERT INTO public.operation VALUES ('01a213e4-70d3-7a7c-97b1-0d6d8ab276ac', '2026-11-23 08:12:00+00', '01a213e4-5ddf-7919-9e0e-d004e974261c', 'vm', 'cli', 'change', 'Tomás Herrera qualified', NULL, NULL);


--
-- Data for Name: opt_out; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: outcome; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.outcome VALUES ('01a213e4-5dc6-7443-a64a-19fa9dc5285b', 'AEWAA2V', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5dc4-7ce6-83d5-a18922c91bfb', 'Talked', 0, 't', 'reached', 'call +3d', 'talked');
INSERT INTO public.outcome VALUES ('01a213e4-5dc7-719e-89e5-2ec6415a0258', 'S0NM0JR', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5dc4-7ce6-83d5-a18922c91bfb', 'Voicemail', 1, 'v', 'attempt', 'call +2d', 'voicemail');
INSERT INTO public.outcome VALUES ('01a213e4-5dc7-75b1-93f2-9b5a4b46ea03', '95MDTG3', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5dc4-7ce6-83d5-a18922c91bfb', 'No answer', 2, 'n', 'attempt', 'call +1d other half', 'no answer');
INSERT INTO public.outcome VALUES ('01a213e4-5dc7-7960-8515-e30dc1be54e7', 'Q0VWN77', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5dc4-7ce6-83d5-a18922c91bfb', 'Busy', 3, 'b', 'attempt', 'call +1d', 'busy');
INSERT INTO public.outcome VALUES ('01a213e4-5dc7-7cef-9cc2-99e2ebbe7945', 'BNVWYA5', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5dc4-7ce6-83d5-a18922c91bfb', 'Meeting booked', 4, 'm', 'reached', 'meet +7d', 'meeting booked');
INSERT INTO public.outcome VALUES ('01a213e4-5dc8-707e-a8f9-23077e109cc5', 'XZ11765', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5dc4-7ce6-83d5-a18922c91bfb', 'Callback asked', 5, 'k', 'reached', 'call +1d promised', 'callback asked');
INSERT INTO public.outcome VALUES ('01a213e4-5dc8-7567-8742-79c0a7c93107', '2KWJC87', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5dc4-7ce6-83d5-a18922c91bfb', 'Not interested', 6, 'x', 'closed', '', 'not interested');
INSERT INTO public.outcome VALUES ('01a213e4-5dc8-7843-8aa5-aebed897dc56', 'VC9FQ2P', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5dc4-7ce6-83d5-a18922c91bfb', 'Wrong number', 7, 'w', 'wrong', '', 'wrong number');
INSERT INTO public.outcome VALUES ('01a213e4-5dc8-7e4e-94c6-028671d26046', 'SRX4R26', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5dc8-7afd-8c47-8450d4a4a2df', 'Sent', 0, 's', 'sent', 'call +3d', 'sent');
INSERT INTO public.outcome VALUES ('01a213e4-5dc9-7133-9455-69730b16742a', 'C5HCX1A', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5dc8-7afd-8c47-8450d4a4a2df', 'Replied', 1, 'r', 'reached', 'call +1d', 'replied');
INSERT INTO public.outcome VALUES ('01a213e4-5dc9-745a-9c50-90f65467aa4d', 'SA6FAJD', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5dc8-7afd-8c47-8450d4a4a2df', 'Bounced', 2, 'b', 'wrong', '', 'bounced');
INSERT INTO public.outcome VALUES ('01a213e4-5dc9-7ab5-904e-534f24c0f92a', 'WJC1Y9A', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5dc9-7712-8e1e-2919511eb2c5', 'Held', 0, 'h', 'reached', 'mail +1d', 'held');
INSERT INTO public.outcome VALUES ('01a213e4-5dc9-7d65-8b83-fd91fae0f495', '7XE1X4N', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5dc9-7712-8e1e-2919511eb2c5', 'No-show', 1, 'n', 'missed', 'call +1d', 'no-show');
INSERT INTO public.outcome VALUES ('01a213e4-5dc9-7fdc-ac3b-ee8a5e14c6a3', '9F19HN3', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5dc9-7712-8e1e-2919511eb2c5', 'Moved', 2, 'r', 'missed', 'meet +7d', 'moved');
INSERT INTO public.outcome VALUES ('01a213e4-5dca-7241-bd19-ce527bedc7be', '9XYVHXY', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5dc9-7712-8e1e-2919511eb2c5', 'Cancelled', 3, 'c', 'missed', 'call +3d', 'cancelled');
INSERT INTO public.outcome VALUES ('01a213e4-5dca-77d5-8c6d-8416bba08d58', 'TXT13AR', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5dca-74a6-9b12-7bc592e117b5', 'Held', 0, 'h', 'reached', 'mail +1d', 'held');
INSERT INTO public.outcome VALUES ('01a213e4-5dca-7a73-b7f4-037aa17aac23', 'AGQNB13', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5dca-74a6-9b12-7bc592e117b5', 'No-show', 1, 'n', 'missed', 'call +1d', 'no-show');
INSERT INTO public.outcome VALUES ('01a213e4-5dca-7ce0-9a56-cb2ed5d18c4d', 'VAX332D', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5dca-74a6-9b12-7bc592e117b5', 'Moved', 2, 'r', 'missed', 'meet +7d', 'moved');
INSERT INTO public.outcome VALUES ('01a213e4-5dca-7f3f-a8d0-e23a5b318c37', '9DK331Q', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5dca-74a6-9b12-7bc592e117b5', 'Cancelled', 3, 'c', 'missed', 'call +3d', 'cancelled');
INSERT INTO public.outcome VALUES ('01a213e4-5dcb-74f7-b929-0b6fa052f59a', 'YG55XCT', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5dcb-71a9-98fe-c22e12be8d44', 'Sent', 0, 's', 'sent', 'call +3d', 'sent');
INSERT INTO public.outcome VALUES ('01a213e4-5dcb-7779-b464-29424e115f32', '9712QSJ', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5dcb-71a9-98fe-c22e12be8d44', 'Replied', 1, 'r', 'reached', 'call +1d', 'replied');
INSERT INTO public.outcome VALUES ('01a213e4-5dcb-79db-83e5-b3ee18661dce', 'RC6C7EE', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5dcb-71a9-98fe-c22e12be8d44', 'Bounced', 2, 'b', 'wrong', '', 'bounced');
INSERT INTO public.outcome VALUES ('01a213e4-5dcc-7078-b94a-dc22a866177a', 'AM6C5VT', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5dcb-7c3f-b76d-10de46c7c196', 'Held', 0, 'h', 'reached', 'mail +1d', 'held');
INSERT INTO public.outcome VALUES ('01a213e4-5dcc-731e-b625-463a2ad1eec3', '8ND3VP3', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5dcb-7c3f-b76d-10de46c7c196', 'No-show', 1, 'n', 'missed', 'call +1d', 'no-show');
INSERT INTO public.outcome VALUES ('01a213e4-5dcc-75a2-ba70-654b5b924bdb', 'DDS4JYV', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5dcb-7c3f-b76d-10de46c7c196', 'Moved', 2, 'r', 'missed', 'meet +7d', 'moved');
INSERT INTO public.outcome VALUES ('01a213e4-5dcc-780c-a9e2-34d45726083d', 'HBJC21X', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5dcb-7c3f-b76d-10de46c7c196', 'Cancelled', 3, 'c', 'missed', 'call +3d', 'cancelled');
INSERT INTO public.outcome VALUES ('01a213e4-5dcc-7d95-af0f-8a049a21538b', 'JD22MWB', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5dcc-7ae2-8996-c7d55ac535c5', 'Talked', 0, 't', 'reached', 'call +3d', 'talked');
INSERT INTO public.outcome VALUES ('01a213e4-5dcd-728d-83fb-50cd78ae1f1d', 'NWAW7RX', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5dcd-7008-a708-9bae0685bc82', 'Done', 0, 'd', 'done', '', 'done');
INSERT INTO public.outcome VALUES ('01a213e4-5dcd-77e8-a972-d37db5c9b7e9', 'PTWKDZ9', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5dcd-756b-8cac-75b8716f98a2', 'Noted', 0, 'n', 'noted', '', 'noted');


--
-- Data for Name: page_read; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: pipeline; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.pipeline VALUES ('01a213e4-5db0-7a58-8bff-968364a605fa', 'DJAC1FT', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Sales', 0, 'sales');
INSERT INTO public.pipeline VALUES ('01a213e4-5db4-76a6-9be1-70fba1d52591', 'EGXA9CH', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Renewal', 1, 'renewal');
INSERT INTO public.pipeline VALUES ('01a213e4-5db5-7e6c-90a8-2940a53a0b87', '2JKM2W7', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Partner', 2, 'partner');


--
-- Data for Name: playbook_page; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.playbook_page VALUES ('First week', '---
under: Our playbook
kind: onboarding
order: 1
---

# Day 1: look
- Sit beside two calls. Write down every question that made the buyer talk.
- Read: Our customers, How a deal grows.
- Set your goals for the week with your manager: `salesdesk goal set calls 40`.

# Day 2 and 3: listen
- Listen to three people who bought from us: why then, why us, what nearly stopped them.
- Practise the discovery script with a colleague, three times, one thing at a time.

# Day 4: do
- Make ten calls from Today. After each: outcome, the buyer''s own words, the next step.
- Ask one colleague what you should ask more of.

# Day 5: look back
- Which question opened the longest answer? Which silence did you break too early?
- Agree on one thing to practise next week, and on nothing else.
', '', NULL, true, 'first week', '01a213e4-5dcf-77f4-9c09-ece617307bc8', 'RBK0YY8', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, NULL, NULL);
INSERT INTO public.playbook_page VALUES ('How a deal grows', '---
under: Our playbook
order: 3
---

A stage is something the buyer did, not something we did. A deal moves on when the criteria of its stage are met; the board shows them.
', '', NULL, true, 'how a deal grows', '01a213e4-5dd0-7689-82b8-4722a1d3a87e', 'AGX7A3Y', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, NULL, NULL);
INSERT INTO public.playbook_page VALUES ('Needs agreed', '---
under: How a deal grows
kind: stage
stage: Needs agreed
order: 2
---

The buyer wants the problem solved, and has said so.

# Exit criteria
- At least one wish in the buyer''s words ("we need ...", "I want ...")
- What it costs them today, as a number they gave us
- Who decides, who pays, who can stop it

# Beware
A problem we talked about is not yet a wish. Ask what solving it would be worth before you show anything.
', '', NULL, true, 'needs agreed', '01a213e4-5dd0-7a55-ada1-f9cfeff14213', 'ZQZ2GGK', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, NULL, NULL);
INSERT INTO public.playbook_page VALUES ('Negotiation', '---
under: How a deal grows
kind: stage
stage: Negotiation
order: 4
---

Give nothing without getting something: time for price, volume for terms, a reference for a discount.

# Exit criteria
- What is open is a list of at most three points
- Each concession has its counterpart, written down
- The signature has a day and a person
', '', NULL, true, 'negotiation', '01a213e4-5dd0-7dca-93e9-501407d5a664', 'G3XB9K4', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, NULL, NULL);
INSERT INTO public.playbook_page VALUES ('Our customers', '---
under: Our playbook
kind: persona
order: 2
---

Write a page for each person you sell to, under this one. Good pages answer five questions in their words, not in ours:

- What are they measured by?
- What goes wrong on a bad Monday, and who notices first?
- What have they tried, and why did it not last?
- Who else must say yes, and what do those people fear?
- What would make them tell a colleague about us?
', '', NULL, true, 'our customers', '01a213e4-5dd1-7116-88b4-3a7ad3c01e57', 'B9W07JQ', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, NULL, NULL);
INSERT INTO public.playbook_page VALUES ('Our playbook', '---
order: 1
---

How we sell, in one place. Every page says who last checked it; a page that is wrong is worse than none, so mend it when you see it (`e`).

Read in this order when you are new: First week, Our customers, How a deal grows, Talking about price.
', '', NULL, true, 'our playbook', '01a213e4-5dd1-7506-81bb-f9fbe195a10b', 'FGSB88B', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, NULL, NULL);
INSERT INTO public.playbook_page VALUES ('Proposal', '---
under: How a deal grows
kind: stage
stage: Proposal
order: 3
---

What we offer answers the needs they spoke, one by one, in their order.

# Exit criteria
- The person who decides has seen the offer with us, not alone
- Price, terms and delivery are written down
- The day of the decision is agreed

# Ask
What would you change in this before you showed it to your board?
', '', NULL, true, 'proposal', '01a213e4-5dd1-7997-80ba-2e7b411bf34d', 'D0HQWTD', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, NULL, NULL);
INSERT INTO public.playbook_page VALUES ('Qualified', '---
under: How a deal grows
kind: stage
stage: Qualified
order: 1
---

There is a problem worth solving, and somebody who owns it.

# Exit criteria
- The buyer has named a problem in their own words
- We know who is hit by it, and how often
- Somebody with a reason to act has agreed to a next step on a day

# Ask
Who else feels it? What happens if nothing changes until summer?
', '', NULL, true, 'qualified', '01a213e4-5dd1-7c57-aa7e-01c27f11e53b', '9ZH3S9V', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, NULL, NULL);
INSERT INTO public.playbook_page VALUES ('Talking about price', '---
under: Our playbook
kind: objection
order: 4
---

"It is too expensive" comes before value is clear more often than after. Answer with a question first.

- Compared to what? (another offer, doing nothing, last year)
- What does the problem cost until then?
- If price were no matter, would this be what you want?

When it truly is the price: change what is in it, then the terms, and the number last.
', '', NULL, true, 'talking about price', '01a213e4-5dd1-7ef8-92f2-f674719b0917', 'HRSP28Q', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, NULL, NULL);


--
-- Data for Name: product; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: rule; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: rule_run; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: sales_order; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: saved_view; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.saved_view VALUES ('01a213e4-5dc1-7aa2-9381-7d5479ee50a0', 'HWYWM50', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'lead', 'Mine', 'status:open owner:me sort:due', 0);
INSERT INTO public.saved_view VALUES ('01a213e4-5dc2-7492-bbd7-ac545548cbc4', 'HAMHJY4', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'lead', 'Overdue', 'status:open owner:me due:..yesterday sort:due', 1);
INSERT INTO public.saved_view VALUES ('01a213e4-5dc2-7828-80a6-997b69702026', 'DMQ0816', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'lead', 'No next step', 'status:open owner:me next:none', 2);
INSERT INTO public.saved_view VALUES ('01a213e4-5dc2-7b82-a42a-fbac5271bf33', 'H973FSK', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'lead', 'New this week', 'created:-7d.. sort:-created', 3);
INSERT INTO public.saved_view VALUES ('01a213e4-5dc2-7eb5-8b6f-8108396e6f5e', '0WPWVTY', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'lead', 'Team', 'status:open sort:due', 4);
INSERT INTO public.saved_view VALUES ('01a213e4-5dc3-71d6-b578-99ba2e306744', '8Q30ST4', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'deal', 'Mine', 'status:open owner:me', 5);
INSERT INTO public.saved_view VALUES ('01a213e4-5dc3-7611-866c-6a9c2902f306', 'GMG5WR6', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'deal', 'Stalled', 'status:open owner:me stuck:14d..', 6);
INSERT INTO public.saved_view VALUES ('01a213e4-5dc3-78bd-a776-261ca77f261c', 'JKQY9GW', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'deal', 'Closing this month', 'status:open close:..eom', 7);
INSERT INTO public.saved_view VALUES ('01a213e4-5dc3-7b83-af06-37d00a956a80', '059ATM0', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'deal', 'Team', 'status:open', 8);
INSERT INTO public.saved_view VALUES ('01a213e4-5dc3-7e65-9c72-8d8f2e43510f', 'WQ46M8F', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'activity', 'Calls', 'kind:call', 9);
INSERT INTO public.saved_view VALUES ('01a213e4-5dc4-7127-8a80-875423ffdaba', 'GHZZPNT', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'activity', 'Best leads', 'score:70..', 10);


--
-- Data for Name: script; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.script VALUES ('Bemutató után', '---
persona: Operatív vezető, értékesítési vezető, tulajdonos
stage: Needs agreed, Proposal, Negotiation
goal: Abból, ami tetszett, legyen meg, ki mit dönt el és mikorra
advance: Döntő megbeszélés egy megbeszélt napon azzal, aki aláír
fallback: Egy megbeszélt napig leírják, mi nyitott még
language: hu
---

# Situation
- Ki látta azóta, vagy ki hallott róla?
- [dontes] Hogyan döntenek, és kinek van beleszólása?
- Mit kérdeztek a többiek?

# Problem
- [ketely] Mi hiányzott, vagy mi nem volt meggyőző?
  say: "Ha ellene kellene érvelnie, mit mondana?"
- A napjuknak melyik részét nem oldaná meg?

# Implication
- Ha egy negyedévet csúszik a döntés, mibe kerül ez Önöknek?
- [kockazat] Mi mehet félre a bevezetésnél, és az mivel járna?
- Addig hogyan dolgoznak?

# Need-payoff
- [tetszett] Mi tetszett a legjobban, és mit változtatna meg Önöknél?
- Három hónap után milyen eredmény lenne egyértelmű siker?
- Mi segítene elmagyarázni annak, aki aláír?
  say: "Mit kellene Öntől hallania, hogy igent mondjon?"

# Facts
- Az igények, amelyekben a bemutató előtt egyetértettünk
- Kik voltak ott, és ki mit kérdezett

# Objections
- Még át kell gondolnunk
  kind: decision
  cause: Van egy kimondatlan kétely
  answer: Természetesen. Pontosan mi nyitott még, és kivel tudjuk együtt lezárni?
- Magas az ár
  kind: price
  cause: Az érték nincs leírva az ő számaikkal
  answer: A leírt eredmények közül melyik ér kevesebbet, mint gondoltuk?
- Előbb megnézünk mást is
  kind: competitor
  cause: Nincsenek meg a saját szempontjaik
  answer: Így jó. Írjuk le, mit hasonlítanak össze, hogy mindkét helyről ugyanarra kapjanak választ.
- Nehéz bevezetni
  kind: risk
  cause: Nem látják az utat idáig
  answer: Tervezzük meg együtt az első két hetet, nevekkel; utána dönt.

# Capability
- Terv az első hetekre, nevekkel és napokkal
  meets: bevezet, terv, kezd, [kockazat]
  proof: Egy tavaly kezdett ügyfél terve
- Számítás arról, mikor térül meg
  meets: megér, megtakarít, költség, megtérül, eredmény
  proof: Az első hívásban mondott saját számaik
- Valaki, aki aznap válaszol
  meets: segít, kérdés, támogat, [ketely]
  proof: Beszéljenek egy ügyfelünkkel
', '', NULL, true, 'bemutato utan', '01a213e4-5dd8-7b5f-b09b-3a610d38c28b', '46KHGMB', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL);
INSERT INTO public.script VALUES ('Bulk order', '---
persona: Buyer, category manager, owner of the shop
product: Goods in quantity
stage: Contacted, Samples sent, Terms, First order agreed
goal: Agree a first order that sells through, with terms for the next
advance: They send a first order by a day, with quantities and delivery dates
fallback: They put the samples on a shelf by a day and tell us what sold
language: en
---

# Situation
- How many shops, and which of them would carry it?
- [range] What do you sell in this category now?
- Who decides on listing, and when is the range fixed?
- How do you want to be delivered?

# Problem
- [slow] What in this category sells more slowly than you planned?
- Where do you run out of stock, or sit on too much?
  say: "Which shelf do you walk past and think: that should do better?"
- What do your customers ask for that you do not have?
- What annoys you about your present supplier?

# Implication
- What does an empty shelf cost you on a Saturday?
- [margin] What does the slow stock do to your margin, and to next season?
- Where do customers go when they do not find it with you?

# Need-payoff
- If it sold twice as fast, what would you do with the space?
- What would smaller, more frequent deliveries change for you?
- What margin would make this the first thing you reorder?

# Facts
- Sell-through of two shops of their size
- Minimum quantity, lead time, list price and steps

# Objections
- Your price is too high
  kind: price
  cause: They look at the price of a piece, not at what a shelf earns
  answer: Let us reckon for one metre of shelf: price, margin, and how often it turns.
- The minimum quantity is too much
  kind: quantity
  cause: They carry the risk of what does not sell
  answer: Start with three shops. What should we agree for what is left after eight weeks?
- We have a supplier for that
  kind: competitor
  cause: Nothing is missing in their eyes yet
  answer: Then only where it is weak: where do you run out, and what do you turn away?
- Payment at 60 days
  kind: terms
  cause: Their cash is in stock
  answer: What if we deliver in smaller steps, so that you pay for what has sold?

# Capability
- Small deliveries every week
  meets: stock, space, deliver, weekly, [slow]
  proof: The delivery plan of a shop near them
- We take back what does not sell at first
  meets: risk, left, return, quantity
  proof: The terms in one sentence
- Display and photos come with it
  meets: shelf, display, customer, margin, [margin]
  proof: A picture of a shelf that sells
', '', NULL, true, 'bulk order', '01a213e4-5dd9-7a64-a8d9-dac0fd51c5c1', '3YN3HE1', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL);
INSERT INTO public.script VALUES ('Demo follow-up', '---
persona: Head of operations, head of sales, owner
stage: Needs agreed, Proposal, Negotiation
goal: Turn what they liked into who decides what by when
advance: A decision meeting by a day with whoever signs
fallback: They name what is still open, in writing, by a day
language: en
---

# Situation
- Who has seen the demo or heard of it since?
- [decide] How will you decide, and who has a say?
- What did the others ask?

# Problem
- [doubt] What was missing, or not convincing?
  say: "If you had to argue against it, what would you say?"
- Which part of your day would it not solve?

# Implication
- If the decision slips by a quarter, what does that cost you?
- [risk] What could go wrong when you bring it in, and what would that mean?
- What do your people do until then?

# Need-payoff
- [liked] What did you like most, and what would it change for you?
- Which result after three months would make this a clear success?
- What would help you to explain it to whoever signs?
  say: "What would they need to hear from you to say yes?"

# Facts
- The needs they agreed to before the demo
- Who was there and what each of them asked

# Objections
- We need to think about it
  kind: decision
  cause: A doubt was not said aloud
  answer: Of course. What exactly is still open, and who can settle it with us?
- The price is too high
  kind: price
  cause: The value was not written down in their numbers
  answer: Which of the results we wrote down is worth less than we thought?
- We want to see another vendor first
  kind: competitor
  cause: Their own criteria were not agreed yet
  answer: Sensible. Let us write down what you will compare, so that you get the same answers from both.
- It is hard to introduce
  kind: risk
  cause: The way from here to there was not shown
  answer: Let us plan the first two weeks together, with names; then you decide.

# Capability
- A plan for the first weeks, with names and days
  meets: introduc, plan, start, [risk]
  proof: Bring the plan of a customer who started last quarter
- A sum that shows when it has paid for itself
  meets: worth, save, cost, pay, result
  proof: Their own numbers from the first call
- Somebody who answers on the same day
  meets: help, support, question, [doubt]
  proof: Let them talk to a customer
', '', NULL, true, 'demo follow-up', '01a213e4-5dd9-7ec1-8451-c3a871b23c22', '1RV4F12', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL);
INSERT INTO public.script VALUES ('Discovery', '---
persona: Head of operations, head of sales, owner
stage: Outbound, Working, New, Qualified
goal: Find out what hurts, how much, and who feels it
advance: A demo by a day with the people who feel it most
fallback: They send a sample of their data by a day
language: en
---

Read the last notes first. Ask what you cannot look up; leave what you can.

# Situation
- [today] How do you handle this today, from the first step to the last?
  then: breaks
- How many people work with it every week?
  known: employees
- Which part of the business does it matter for most?
  known: industry
- [owner] Who owns the result, and who does the work?

# Problem
- [breaks] Where does it go wrong most often?
  then: tried
  say: "When it goes wrong, who notices first, and how?"
- [wait] What takes longer than it should?
- [tried] What have you tried so far, and what stopped it?
- Who else is unhappy with how it works now?

# Implication
- [cost] What does that cost you in a quarter, in money or in hours?
  say: "If it happens once more this quarter, what does that mean for your number?" Then wait.
- What happens next when it is late or wrong?
- [others] Which other teams have to work around it?
- If nothing changes, how does it look in a year?

# Need-payoff
- [better] If it simply worked, what would you do with the time?
- What would it be worth to see it a month earlier?
- Who would you show the result to first?
- How would that help with the goals you are measured on?

# Facts
- What they told us last time, in their words
- What companies of their size usually lose this way

# Objections
- It is too expensive
  kind: price
  cause: The cost of the problem was not worked out yet
  answer: Leave the price for a moment: what does the problem cost you now? Then put the two side by side.
- We already have a tool for that
  kind: competitor
  cause: A solution was shown before a problem was agreed
  answer: Good. What does it do well, and where do people still work around it?
- Send me something by mail
  kind: interest
  cause: They do not see yet what is in it for them
  answer: Gladly. So that it fits: which of the two matters more to you, the time or the mistakes?
- This is not a priority now
  kind: timing
  cause: The consequences were not talked through
  answer: What would have to happen for it to become one? And what does it cost until then?

# Capability
- Everything in one place, with the same numbers for everyone
  meets: number, report, version, [breaks], [others]
  proof: Name a customer of their size who saw it within a month
- Steps that remind people by themselves
  meets: late, forget, remind, time, [wait]
  proof: Show how one week of theirs would have looked
- It works beside what they have
  meets: tool, system, excel, replace, [tried]
  proof: Offer a trial with their own data
', '', NULL, true, 'discovery', '01a213e4-5dda-72a2-9433-287c48fbd143', 'H4FQMA3', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL);
INSERT INTO public.script VALUES ('Első hívás érdeklődőnek', '---
persona: Aki érdeklődött
stage: Inbound, New
goal: Megtudni, miért éppen ma kérdezett, és hogy neki valók vagyunk-e
advance: Megbeszélés egy megbeszélt napon mindenkivel, akinek beleszólása van
fallback: Egy megbeszélt napig e-mailben válaszol három kérdésre
language: hu
---

Ő keresett minket. Előbb tudd meg, miért ma, csak utána beszélj magunkról.

# Situation
- [apropo] Mi miatt kezdett ma keresni?
- Hogyan talált ránk?
  known: source
- Most hogyan csinálják?
- Mi az Ön szerepe benne?
  known: title

# Problem
- [faj] Mi zavarja benne a legjobban?
  say: "Mi történt, ami után azt mondta: most már kell valami?"
- Milyen gyakran fordul elő?
- Mit nézett meg eddig, és mi volt vele a baj?

# Implication
- Mihez vezet, amikor ez előfordul?
- [kik] Ki érzi meg még?
- Nagyjából mennyibe kerül?

# Need-payoff
- Mi lenne más, ha ez megszűnne?
- [mikor] Mikorra szeretné, és mi függ ettől?
- Mit szólnának a többiek, ha működne?

# Facts
- Melyik oldalról vagy kampányból jött
- A hasonló cégek mit kértek először

# Objections
- Csak az árat szeretném tudni
  kind: price
  cause: Előbb hasonlít, mint hogy tudná, mi kell
  answer: Ma megkapja. Hogy a jót kapja: hány ember, és melyik részhez?
- Csak tájékozódom
  kind: authority
  cause: Valaki más dönt
  answer: Akkor megkönnyítem a dolgát. Mit fognak kérdezni Öntől, és ki?
- Sürgős
  kind: timing
  cause: Valaminek határideje van
  answer: Mi a határidő, és mi történik, ha nem sikerül? Tervezzünk onnan visszafelé.

# Capability
- Már ezen a héten elkezdhetik
  meets: hamar, hét, sürgős, határidő, [mikor]
  proof: Az első nap lépései
- Az ilyen cégekhez illik
  meets: illik, cég, ilyen, [faj]
  proof: Egy ügyfél, akit ismernek
- Egy ember foglalkozik velük
  meets: segít, ember, egyedül, kérdés
  proof: Add meg a számodat
', '', NULL, true, 'elso hivas erdeklodonek', '01a213e4-5dda-76a0-976c-2ddfda5ce188', 'ZD5SRC8', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL);
INSERT INTO public.script VALUES ('Feltáró hívás', '---
persona: Operatív vezető, értékesítési vezető, tulajdonos
stage: Outbound, Working, New, Qualified
goal: Kideríteni, mi fáj, mennyire és kinek
advance: Bemutató egy megbeszélt napon azokkal, akiket a legjobban érint
fallback: Egy megbeszélt napig küldenek egy mintát az adataikból
language: hu
---

Előtte olvasd el az utolsó jegyzeteket. Amit meg lehet nézni, azt ne kérdezd meg.

# Situation
- [ma] Hogyan csinálják ezt most, az első lépéstől az utolsóig?
  then: elakad
- Hányan dolgoznak vele minden héten?
  known: employees
- Az üzlet melyik részében számít a legtöbbet?
  known: industry
- [felelos] Ki felel az eredményért, és ki végzi a munkát?

# Problem
- [elakad] Hol csúszik el a leggyakrabban?
  then: probalta
  say: "Amikor elcsúszik, ki veszi észre először, és miből?"
- [lassu] Mi tart tovább, mint kellene?
- [probalta] Mit próbáltak már, és min akadt el?
- Ki elégedetlen még azzal, ahogy most megy?

# Implication
- [ara] Mennyibe kerül ez egy negyedévben, pénzben vagy órában?
  say: "Ha ebben a negyedévben még egyszer előfordul, mit jelent ez Önöknek?" Aztán várj.
- Mi történik, ha késik vagy hibás?
- [masok] Melyik másik csapatnak kell ezt kerülgetnie?
- Ha semmi nem változik, hogy néz ki ez egy év múlva?

# Need-payoff
- [jobb] Ha ez egyszerűen működne, mire fordítanák az időt?
- Mennyit érne, ha egy hónappal előbb látnák?
- Kinek mutatná meg először az eredményt?
- Hogyan segítene ez abban, amin Önöket mérik?

# Facts
- Amit legutóbb mondtak, az ő szavaikkal
- Mennyit veszítenek így a hasonló méretű cégek

# Objections
- Túl drága
  kind: price
  cause: Még nem számoltuk ki, mibe kerül a probléma
  answer: Tegyük félre egy percre az árat: mennyibe kerül most a probléma? Utána tegyük egymás mellé a kettőt.
- Már van erre eszközünk
  kind: competitor
  cause: Előbb volt megoldás, mint közösen látott probléma
  answer: Jó. Mit csinál jól, és hol kerülgetik még az emberek?
- Küldjön valamit e-mailben
  kind: interest
  cause: Még nem látja, mi haszna lenne belőle
  answer: Szívesen. Hogy Önökről szóljon: melyik fontosabb, az idő vagy a hibák?
- Ez most nem fontos
  kind: timing
  cause: A következményekről még nem beszéltünk
  answer: Minek kellene történnie, hogy az legyen? És addig mennyibe kerül?

# Capability
- Minden egy helyen, mindenkinek ugyanazokkal a számokkal
  meets: szám, riport, kimutatás, [elakad], [masok]
  proof: Egy hasonló méretű ügyfél, aki egy hónapon belül látta
- Lépések, amelyek maguktól emlékeztetnek
  meets: késik, elfelejt, emlékeztet, idő, [lassu]
  proof: Mutasd meg, hogyan nézett volna ki egy hetük
- Elfér a meglévő mellett
  meets: eszköz, rendszer, excel, csere, [probalta]
  proof: Próba a saját adataikkal
', '', NULL, true, 'feltaro hivas', '01a213e4-5dda-7abb-8a20-5b1f34dddbca', 'WTDVPYA', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL);
INSERT INTO public.script VALUES ('Inbound first call', '---
persona: Whoever asked
stage: Inbound, New
goal: Learn what made them ask today, and whether we are right for them
advance: A meeting by a day with everybody who has a say
fallback: They answer three questions by mail by a day
language: en
---

They called us. Find out why today before you say anything about us.

# Situation
- [trigger] What made you look for this today?
- How did you find us?
  known: source
- How do you do it at the moment?
- What is your part in it?
  known: title

# Problem
- [hurt] What bothers you most about it?
  say: "What happened that made you say: now we need something?"
- How often does that happen?
- What else have you looked at, and what was wrong with it?

# Implication
- What does it lead to when that happens?
- [who] Who else feels it?
- What does it cost, roughly?

# Need-payoff
- What would be different for you if that were gone?
- [when] By when would you want it, and what depends on that?
- What would the others say if it worked?

# Facts
- The page or campaign they came from
- What similar companies asked for first

# Objections
- I only want to know the price
  kind: price
  cause: They compare before they know what they need
  answer: You will get it today. So that it is the right one: how many people, and for which part?
- I am only collecting information
  kind: authority
  cause: Somebody else decides
  answer: Then I make your work easier. What will you be asked about it, and by whom?
- We are in a hurry
  kind: timing
  cause: Something has a date
  answer: What is the date, and what happens if it is missed? Let us plan back from there.

# Capability
- They can start this week
  meets: soon, week, hurry, date, [when]
  proof: The steps of the first day
- It fits companies of their kind
  meets: fit, kind, company, [hurt]
  proof: A customer they know
- One person looks after them
  meets: help, person, alone, question
  proof: Give your number
', '', NULL, true, 'inbound first call', '01a213e4-5ddb-7053-bfe5-76a0f4e4eaf8', '3TE9TQR', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL);
INSERT INTO public.script VALUES ('Megújítás', '---
persona: Operatív vezető, tulajdonos, pénzügy
stage: Due, Reviewed, Offer, Agreed
goal: Megújítani arra, amit ért nekik, és meglátni, mi kell ezután
advance: Egy megbeszélt napig megerősítik a megújítást és a feltételeket
fallback: Áttekintés egy megbeszélt napon azzal, aki fizeti
language: hu
---

# Situation
- Ki használja most, és milyen gyakran?
- [valtozas] Mi változott Önöknél, mióta elkezdtük?
- Ki nézi meg idén a szerződést?

# Problem
- [parlag] Mit nem használnak, és miért?
- Mi volt bosszantó az utóbbi hónapokban?
  say: "Ha egy dolgot megváltoztathatna a közös munkában, mi lenne az?"
- Mi fut még mindig ezen kívül?

# Implication
- Mit jelent ez azoknak, akik minden nap ezzel dolgoznak?
- Ha így hagyjuk, mit tesznek vele?
- [nelkule] Mit kellene újra kézzel csinálni, ha abbahagynák?

# Need-payoff
- [ertek] Mit takarított meg vagy mit hozott idén?
- Ha megoldanánk azt az egy dolgot, mennyit érne?
- Hol szeretnének tartani egy év múlva, és mi segítene a legtöbbet?

# Facts
- Mit vettek, mióta, és mennyit fizetnek
- Miben kértek segítséget

# Objections
- Kedvezmény nélkül nem újítunk meg
  kind: price
  cause: Nem mondtuk ki, mit ért ez az év
  answer: Előbb írjuk le, mit hozott. Aztán nézzük, mi kell jövőre, és az mennyibe kerül.
- Nem használjuk eleget
  kind: use
  cause: Az indulás után senki nem segített
  answer: Kinek hozna a legtöbbet? Leülnék velük, mielőtt döntenek.
- Megvágták a keretet
  kind: budget
  cause: Költségnek látszik, nem megtakarításnak
  answer: Akkor nézzük meg óráról órára, mi tűnik el, ha ez eltűnik.

# Capability
- Áttekintés az év számaival
  meets: szám, mutat, kimutatás, ért, [ertek]
  proof: A tavalyi kezdet és a mai nap egymás mellett
- Képzés azoknak, akik még nem használják
  meets: használ, tanul, képzés, [parlag]
  proof: Két időpont, már a naptárban
- Ami azóta készült, hogy megvették
  meets: új, hiányzik, kézzel, kívül, [valtozas]
  proof: Mutasd meg a saját adataikon
', '', NULL, true, 'megujitas', '01a213e4-5ddb-73c2-8d0c-2cf50d9b07da', 'M6SP1YT', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL);
INSERT INTO public.script VALUES ('Nagy tételű rendelés', '---
persona: Beszerző, kategóriamenedzser, üzlettulajdonos
product: Áru nagy tételben
stage: Contacted, Samples sent, Terms, First order agreed
goal: Olyan első rendelés, ami el is fogy, és feltételek a következőre
advance: Egy megbeszélt napig elküldik az első rendelést, mennyiséggel és szállítási napokkal
fallback: Egy megbeszélt napig kiteszik a mintákat, és megírják, mi fogyott
language: hu
---

# Situation
- Hány üzlet van, és melyikben lenne kint?
- [kinalat] Mit árulnak most ebben a kategóriában?
- Ki dönt a listázásról, és mikor zárják le a kínálatot?
- Hogyan szeretnék a szállítást?

# Problem
- [lassu] Mi fogy ebben a kategóriában lassabban, mint tervezték?
- Hol fogynak ki, és hol áll bent túl sok?
  say: "Melyik polc mellett megy el úgy, hogy: ennek jobban kellene mennie?"
- Mit keresnek a vevők, ami nincs?
- Mi bosszantó a mostani szállítóban?

# Implication
- Mennyibe kerül egy üres polc egy szombaton?
- [arres] Mit tesz a lassú készlet az árréssel és a következő szezonnal?
- Hová mennek a vevők, ha itt nem találják?

# Need-payoff
- Ha kétszer olyan gyorsan fogyna, mire használnák a helyet?
- Mit változtatna a kisebb, gyakoribb szállítás?
- Milyen árrésnél lenne ez az első, amit újrarendelnek?

# Facts
- Két hasonló méretű üzlet fogyása
- Legkisebb tétel, átfutás, listaár és lépcsők

# Objections
- Magas az ár
  kind: price
  cause: A darab árát nézik, nem azt, mit keres egy polc
  answer: Számoljunk egy méter polcra: ár, árrés, és hányszor fordul.
- Túl nagy a legkisebb tétel
  kind: quantity
  cause: Övék a kockázat, ha nem fogy el
  answer: Kezdjük három üzlettel. Miben állapodjunk meg arra, ami nyolc hét után megmarad?
- Van erre szállítónk
  kind: competitor
  cause: Szerintük még semmi nem hiányzik
  answer: Akkor csak ott, ahol gyenge: miből fogynak ki, és mit kell visszautasítaniuk?
- 60 napra fizetünk
  kind: terms
  cause: Készletben áll a pénzük
  answer: Mi lenne, ha kisebb lépésekben szállítanánk, hogy azt fizessék, ami elfogyott?

# Capability
- Kis szállítás minden héten
  meets: készlet, hely, szállít, heti, [lassu]
  proof: Egy közeli üzlet szállítási terve
- Az elején visszavesszük, ami nem fogy
  meets: kockázat, megmarad, vissza, mennyiség
  proof: A feltétel egy mondatban
- Állvány és fotó jár hozzá
  meets: polc, állvány, vevő, árrés, [arres]
  proof: Egy kép egy jól fogyó polcról
', '', NULL, true, 'nagy tetelu rendeles', '01a213e4-5ddb-7bfb-a60c-00a4c89acfe8', 'K49NKZ8', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL);
INSERT INTO public.script VALUES ('Renewal', '---
persona: Head of operations, owner, finance
stage: Due, Reviewed, Offer, Agreed
goal: Renew on what it was worth to them, and find what they need next
advance: They confirm the renewal and its terms by a day
fallback: A review by a day with whoever pays for it
language: en
---

# Situation
- Who uses it now, and how often?
- [change] What has changed for you since we started?
- Who looks at the contract this year?

# Problem
- [unused] What do you not use, and why?
- What has annoyed you in the last months?
  say: "If you could change one thing about working with us, which?"
- What still runs outside of it?

# Implication
- What does that mean for the people who work with it every day?
- If we leave it as it is, what will you do about it?
- [without] What would you have to do again by hand if you stopped?

# Need-payoff
- [worth] What has it saved you or brought you this year?
- If we solved the one thing you named, what would that be worth?
- What do you want to have reached in a year, and what would help most?

# Facts
- What they bought, since when, and what they pay
- What they asked support for

# Objections
- We want a discount to renew
  kind: price
  cause: The worth of this year was not said aloud
  answer: Let us first write down what it brought you. Then we look at what you need next year and what that costs.
- We do not use it enough
  kind: use
  cause: Nobody helped after the start
  answer: Which two people would gain most? I would like to sit down with them before you decide.
- Budgets were cut
  kind: budget
  cause: It counts as a cost, not as what it saves
  answer: Then let us show what goes when it goes, hour by hour.

# Capability
- A review with the figures of the year
  meets: worth, figure, show, report, [worth]
  proof: Bring last year''s beginning and today, side by side
- Training for the people who do not use it yet
  meets: use, train, learn, [unused]
  proof: Two dates, already in the calendar
- What was added since they bought
  meets: new, miss, outside, hand, [change]
  proof: Show it on their own data
', '', NULL, true, 'renewal', '01a213e4-5ddc-71d5-9cf2-1ec97dec777b', '5YYRXVV', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL);
INSERT INTO public.script VALUES ('Visszanyerés', '---
persona: Tulajdonos, operatív vezető
stage: Lost, Churned, Nurture
goal: Megérteni, miért lett vége, és hogy fáj-e újra
advance: Megbeszélés egy megbeszélt napon arról az egy dologról, ami változott
fallback: Egyeztetünk egy hívást a mostani szerződésük végére
language: hu
---

Ne védd a múltat. Köszönd meg az idejüket, és hallgass.

# Situation
- Azóta hogyan csinálják?
- Ki foglalkozik most vele?
- [meddig] Meddig kötelezték el magukat?

# Problem
- [miert] Mi volt az igazi oka, hogy vége lett?
  say: "Visszanézve, mit kellett volna másképp csinálnunk?"
- Mi megy kevésbé jól, mint remélték?
- Mi hiányzik?

# Implication
- Mit jelent ez az embereiknek napról napra?
- [valtas] Mindent összevéve mennyibe került a váltás?
- Ha így marad, mire számítanak jövőre?

# Need-payoff
- Ha az az egy dolog megoldódna, megnéznék újra?
- Mit kellene hoznia, hogy megérje visszaváltani?
- Kit kellene meggyőzni, és miről?

# Facts
- Szerintünk miért lett vége, és mi változott nálunk azóta
- Mikor jár le a mostani szerződésük

# Objections
- Elégedettek vagyunk azzal, ami van
  kind: competitor
  cause: Még nem találtunk problémát
  answer: Ezt jó hallani. Minek kellene történnie, hogy újra körülnézzenek?
- Cserben hagytak minket
  kind: trust
  cause: Akkor nem hallgattuk meg őket
  answer: Igaza van, hogy kimondja. Mi történt, és mit szeretne látni, mielőtt újra bízik bennünk?
- Nincs idő még egy váltásra
  kind: timing
  cause: A munkától félnek, nem az eredménytől
  answer: Mi tartott legutóbb a legtovább? Nézzük meg, lehet-e az a mi dolgunk.

# Capability
- Amivel akkor baj volt, az rendben van
  meets: hiba, rossz, hiány, [miert]
  proof: Mutasd, ne mondd
- Az átállást mi végezzük
  meets: váltás, átáll, munka, idő, [valtas]
  proof: Egy visszatért ügyfél terve
- Kipróbálható a mostani mellett
  meets: próba, kockázat, biztos, összehasonlít
  proof: Egy hónap szerződés nélkül
', '', NULL, true, 'visszanyeres', '01a213e4-5ddc-751b-8eaf-880e1eefc96c', 'RFEZJBC', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL);
INSERT INTO public.script VALUES ('Win-back', '---
persona: Owner, head of operations
stage: Lost, Churned, Nurture
goal: Understand why it ended, and whether it hurts again
advance: A meeting by a day about the one thing that has changed
fallback: They agree to a call when the present contract ends
language: en
---

Do not defend the past. Thank them for the time and listen.

# Situation
- How do you do it since?
- Who looks after it now?
- [until] Until when are you bound?

# Problem
- [why] What was the real reason it ended?
  say: "Looking back, what should we have done differently?"
- What works less well than you had hoped?
- What do you miss?

# Implication
- What does that mean for your people from day to day?
- [price] What did the change itself cost you, all in all?
- If it stays like this, what do you expect by next year?

# Need-payoff
- If that one thing were solved, would you look at it again?
- What would it have to bring to be worth changing back?
- Who would have to be convinced, and of what?

# Facts
- Why we think it ended, and what has changed with us since
- When their present contract ends

# Objections
- We are happy with what we have
  kind: competitor
  cause: No problem was found yet
  answer: Good to hear. What would have to happen for you to look around again?
- You let us down
  kind: trust
  cause: They were not heard then
  answer: You are right to say so. What happened, and what would you want to see before trusting us again?
- No time for another change
  kind: timing
  cause: They fear the effort, not the result
  answer: What took longest the last time? Let us see whether that can be our work instead of yours.

# Capability
- What failed then is mended
  meets: failed, fault, missing, [why]
  proof: Show it, do not tell it
- We do the move
  meets: change, move, effort, time, [price]
  proof: The plan of a customer who came back
- They can try it beside what they have
  meets: try, risk, sure, compare
  proof: A month without a contract
', '', NULL, true, 'win-back', '01a213e4-5ddc-7879-a3a1-3c389a66de50', '2D6DQJG', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL);


--
-- Data for Name: setting; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.setting VALUES ('01a213e4-5ddd-753d-8c0a-a3fd1a38ab36', 'MD3HASP', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'currency', 'EUR');
INSERT INTO public.setting VALUES ('01a213e4-5dde-7053-b110-ac99410fe021', '50GZR11', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'time_zone', 'Europe/Budapest');
INSERT INTO public.setting VALUES ('01a213e4-5dde-73d2-955b-0d50b5590fcc', '2TNJ3YC', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'week_start', '6');
INSERT INTO public.setting VALUES ('01a213e4-5dde-76fe-ab17-5c121ff2b7d1', '8FZ5DYH', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'date_order', 'mdy');
INSERT INTO public.setting VALUES ('01a213e4-5dde-7a32-8f42-2115b8354edc', 'PW3AKPW', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'language', 'en');


--
-- Data for Name: snippet; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: source; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.source VALUES ('01a213e4-5dba-70ef-bea8-a363d88961fe', 'FC8JRFY', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Word of mouth', 0, 'inbound', 'word of mouth');
INSERT INTO public.source VALUES ('01a213e4-5dba-7b01-841e-251927e458eb', '4KY8P7B', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Website', 1, 'inbound', 'website');
INSERT INTO public.source VALUES ('01a213e4-5dba-7edb-8249-fff7667e5ffb', 'XK7WQZV', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Search ads', 2, 'inbound', 'search ads');
INSERT INTO public.source VALUES ('01a213e4-5dbb-7263-9ce9-e049c0a621f7', '70AC8FQ', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Social media', 3, 'inbound', 'social media');
INSERT INTO public.source VALUES ('01a213e4-5dbb-757c-8182-3d9bd02322cb', 'F8268PB', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Content', 4, 'inbound', 'content');
INSERT INTO public.source VALUES ('01a213e4-5dbb-7882-a198-f7c4180bb33b', 'GC0QCSV', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Walk-in', 5, 'inbound', 'walk-in');
INSERT INTO public.source VALUES ('01a213e4-5dbb-7ca3-b570-62e059bd7eec', '1CVTZQC', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Partner', 6, 'inbound', 'partner');
INSERT INTO public.source VALUES ('01a213e4-5dbb-7f2e-8585-498970dfdc19', '5RDZQ0S', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Existing customer', 7, 'inbound', 'existing customer');
INSERT INTO public.source VALUES ('01a213e4-5dbc-71a3-90d0-8ed494ceac04', 'JACXB04', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Cold call', 8, 'outbound', 'cold call');
INSERT INTO public.source VALUES ('01a213e4-5dbc-7405-ad8e-bed10202d888', '4105P48', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Cold mail', 9, 'outbound', 'cold mail');
INSERT INTO public.source VALUES ('01a213e4-5dbc-765d-814d-8378fc0b1bf4', '3Y0P6ZM', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Event', 10, 'outbound', 'event');
INSERT INTO public.source VALUES ('01a213e4-5dbc-78bd-96f6-c6549975ec26', 'JCQBV16', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Campaign', 11, 'outbound', 'campaign');
INSERT INTO public.source VALUES ('01a213e4-5dbc-7aea-ab6e-3bc9e1200ad1', '7GJ02PH', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Purchased list', 12, 'outbound', 'purchased list');
INSERT INTO public.source VALUES ('01a213e4-5dbc-7d4a-9567-2b005423f199', '1A27WCS', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, 'Import', 13, 'outbound', 'import');


--
-- Data for Name: stage; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.stage VALUES ('01a213e4-5db2-7254-ab52-625175565a08', '5TNCPG8', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5db0-7a58-8bff-968364a605fa', 'New', 0, 'open', 10, 7, 'new');
INSERT INTO public.stage VALUES ('01a213e4-5db2-7edb-b23e-9c89deb5e1c7', '7FBBRE7', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5db0-7a58-8bff-968364a605fa', 'Qualified', 1, 'open', 25, 10, 'qualified');
INSERT INTO public.stage VALUES ('01a213e4-5db3-7363-a40e-2e0c1fff5559', 'GFZYNAS', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5db0-7a58-8bff-968364a605fa', 'Needs agreed', 2, 'open', 40, 12, 'needs agreed');
INSERT INTO public.stage VALUES ('01a213e4-5db3-7758-b820-76076e4f5e2b', 'XQ4YQHB', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5db0-7a58-8bff-968364a605fa', 'Proposal', 3, 'open', 60, 12, 'proposal');
INSERT INTO public.stage VALUES ('01a213e4-5db3-7b2c-a456-359bd5964c57', 'FASCK2Q', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5db0-7a58-8bff-968364a605fa', 'Negotiation', 4, 'open', 80, 14, 'negotiation');
INSERT INTO public.stage VALUES ('01a213e4-5db3-7f32-bd09-5786ce13eebe', 'V717VNY', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5db0-7a58-8bff-968364a605fa', 'Won', 5, 'won', 100, NULL, 'won');
INSERT INTO public.stage VALUES ('01a213e4-5db4-732b-ab4c-c5177d05f57b', 'XYGBXBV', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5db0-7a58-8bff-968364a605fa', 'Lost', 6, 'lost', 0, NULL, 'lost');
INSERT INTO public.stage VALUES ('01a213e4-5db4-7a24-baab-7edd5b430b0f', 'NDM62RF', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5db4-76a6-9be1-70fba1d52591', 'Due', 0, 'open', 50, 30, 'due');
INSERT INTO public.stage VALUES ('01a213e4-5db4-7ed1-95fd-a11d3d1b85f8', 'MYHQ1FR', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5db4-76a6-9be1-70fba1d52591', 'Reviewed', 1, 'open', 60, 14, 'reviewed');
INSERT INTO public.stage VALUES ('01a213e4-5db5-71d2-a8af-425d501cd4e1', 'N81SN71', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5db4-76a6-9be1-70fba1d52591', 'Offer', 2, 'open', 75, 14, 'offer');
INSERT INTO public.stage VALUES ('01a213e4-5db5-752f-bbbc-62241a2dc458', 'GD2VH2R', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5db4-76a6-9be1-70fba1d52591', 'Agreed', 3, 'open', 90, 14, 'agreed');
INSERT INTO public.stage VALUES ('01a213e4-5db5-7819-a285-2542e209e3d0', 'BH0KRYG', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5db4-76a6-9be1-70fba1d52591', 'Renewed', 4, 'won', 100, NULL, 'renewed');
INSERT INTO public.stage VALUES ('01a213e4-5db5-7b4c-bada-8ccd066ca98f', 'M36SACF', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5db4-76a6-9be1-70fba1d52591', 'Churned', 5, 'lost', 0, NULL, 'churned');
INSERT INTO public.stage VALUES ('01a213e4-5db6-71d8-ad4f-dd14a03ac4b5', 'JG3NH5N', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5db5-7e6c-90a8-2940a53a0b87', 'Contacted', 0, 'open', 10, 14, 'contacted');
INSERT INTO public.stage VALUES ('01a213e4-5db6-75bc-a6d8-3039903eb6fb', '683XDQV', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5db5-7e6c-90a8-2940a53a0b87', 'Samples sent', 1, 'open', 30, 21, 'samples sent');
INSERT INTO public.stage VALUES ('01a213e4-5db6-7941-b03f-ef0bf782203f', 'FVR481Z', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5db5-7e6c-90a8-2940a53a0b87', 'Terms', 2, 'open', 60, 14, 'terms');
INSERT INTO public.stage VALUES ('01a213e4-5db6-7c17-91e1-e9f477f5b851', 'HVZBE2H', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5db5-7e6c-90a8-2940a53a0b87', 'First order agreed', 3, 'open', 90, 14, 'first order agreed');
INSERT INTO public.stage VALUES ('01a213e4-5db6-7edf-adcb-b33a4462817f', '92650BZ', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5db5-7e6c-90a8-2940a53a0b87', 'Won', 4, 'won', 100, NULL, 'won');
INSERT INTO public.stage VALUES ('01a213e4-5db7-721c-b18b-9922ef5a9b69', 'BQNN6V9', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL, '01a213e4-5db5-7e6c-90a8-2940a53a0b87', 'Lost', 5, 'lost', 0, NULL, 'lost');


--
-- Data for Name: stage_change; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.stage_change VALUES ('01a213e4-70e5-7bed-be6e-53211cd4580b', '4ED8P0B', '01a213e4-70d3-7a7c-97b1-0d6d8ab276ac', NULL, '01a213e4-70e0-7781-828f-265d67268a5d', NULL, '01a213e4-5db2-7254-ab52-625175565a08', '2026-11-23', '01a213e4-5ddf-7919-9e0e-d004e974261c');


--
-- Data for Name: subscription; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: team; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: template; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.template VALUES ('Abandoned order', '---
subject: Your order is still here
kind: abandoned order
language: en
---

Hi {first_name|there},

You began an order ({product|the things you chose}) and stopped before the last step. Nothing is lost, I have kept it as it was.

Was something not clear: the price, the delivery, the payment? Tell me and I will see to it. And if you have changed your mind, say so and I will clear it away.

Best regards
{signature}
', '', NULL, true, 'abandoned order', '01a213e4-5dd2-7f33-9c28-bd36314b3058', 'RRMPC2R', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL);
INSERT INTO public.template VALUES ('Demo invitation', '---
subject: Half an hour to see it at work
kind: demo
language: en
---

Hi {first_name|there},

Reading only gets you so far. May I show you how {product|our solution} would work at {company|your place}, with an example of your own?

It takes half an hour online: ten minutes to look, twenty for your questions. Would {next_day|one of the next days} suit you? If not, name a better day.

Bring along whoever would work with it every day. Theirs are the best questions.

Best regards
{signature}
', '', NULL, true, 'demo invitation', '01a213e4-5dd3-7c5e-b768-33e31a305145', 'CD30MA5', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL);
INSERT INTO public.template VALUES ('First touch', '---
subject: {company|Your team}: a short question
kind: first touch
language: en
---

Hi {first_name|there},

{snippet:what we do}

I do not know yet whether that is of use to you. Two answers would tell us both: how do you do it today, and what about it takes the most time or annoys you most?

If it is worth ten minutes, name a time this week and I will call. If not, one word is answer enough.

Best regards
{signature}
', '', NULL, true, 'first touch', '01a213e4-5dd4-7003-b9cb-0820fdf8fbcd', '3YZHYYD', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL);
INSERT INTO public.template VALUES ('Follow-up', '---
subject: {reply_subject|A short follow-up}
kind: follow-up
language: en
---

Hi {first_name|there},

I wrote to you a few days ago, and I know how full a week gets. Is this still of interest, or shall I close it on my side?

One line helps: yes, later, or no.

Best regards
{signature}
', '', NULL, true, 'follow-up', '01a213e4-5dd4-7357-926a-cb5c0a765ee0', 'G57CQQ0', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL);
INSERT INTO public.template VALUES ('Promotion', '---
subject: An offer for {company|you}
kind: promotion
language: en
---

Hi {first_name|there},

{snippet:current offer}

You know us already, so I wanted you to hear of it early. If it fits, answer this mail and I will prepare everything. If it does not, there is nothing to do.

Best regards
{signature}
', '', NULL, true, 'promotion', '01a213e4-5dd4-768e-914f-9c26fdb59fcd', 'VYVB7YD', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL);
INSERT INTO public.template VALUES ('Renewal', '---
subject: {deal|Your contract} runs until {close_day}
kind: renewal
language: en
---

Hi {first_name|there},

The contract for {deal|our work together} runs until {close_day}. Before I send you papers, I would like to hear how it went: what should stay, what should change, and who else should have a say?

Do you have twenty minutes for that in the next days? If all of it is to stay as it is, a short yes is enough and I will prepare the renewal.

Best regards
{signature}
', '', NULL, true, 'renewal', '01a213e4-5dd4-79de-a258-c0a3f3d1ad49', 'FSX3BA9', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL);
INSERT INTO public.template VALUES ('Thank you', '---
subject: Thank you
kind: thank you
language: en
---

Hi {first_name|there},

Thank you for your trust. You will have the details from me in the next days, and I stay the one to turn to for everything.

If anything is not as it should be, tell me first and I will put it right.

Best regards
{signature}
', '', NULL, true, 'thank you', '01a213e4-5dd4-7e81-ac87-4515ce383575', 'Q73GDBN', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL);
INSERT INTO public.template VALUES ('Win-back', '---
subject: What has changed at {company|your place}?
kind: win-back
language: en
---

Hi {first_name|there},

We worked together, and then it went quiet. I would honestly like to know why: what did we not do well enough?

Some things have changed here since. If you tell me what you need today, I will tell you just as plainly whether we are the right ones for it.

Best regards
{signature}
', '', NULL, true, 'win-back', '01a213e4-5dd5-7131-80d5-df365b577fde', 'SDNEZYY', '01a213e4-5dad-7d84-8b3e-a66777ac30dd', NULL);


--
-- Name: alembic_version alembic_version_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkey PRIMARY KEY (version_num);


--
-- Name: account pk_account; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT pk_account PRIMARY KEY (id);


--
-- Name: activity pk_activity; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activity
    ADD CONSTRAINT pk_activity PRIMARY KEY (id);


--
-- Name: activity_kind pk_activity_kind; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activity_kind
    ADD CONSTRAINT pk_activity_kind PRIMARY KEY (id);


--
-- Name: attachment pk_attachment; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attachment
    ADD CONSTRAINT pk_attachment PRIMARY KEY (id);


--
-- Name: cadence pk_cadence; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cadence
    ADD CONSTRAINT pk_cadence PRIMARY KEY (id);


--
-- Name: call_note pk_call_note; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.call_note
    ADD CONSTRAINT pk_call_note PRIMARY KEY (id);


--
-- Name: call_run pk_call_run; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.call_run
    ADD CONSTRAINT pk_call_run PRIMARY KEY (id);


--
-- Name: contact pk_contact; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT pk_contact PRIMARY KEY (id);


--
-- Name: cost pk_cost; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cost
    ADD CONSTRAINT pk_cost PRIMARY KEY (id);


--
-- Name: custom_field pk_custom_field; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.custom_field
    ADD CONSTRAINT pk_custom_field PRIMARY KEY (id);


--
-- Name: deal pk_deal; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deal
    ADD CONSTRAINT pk_deal PRIMARY KEY (id);


--
-- Name: deal_lead pk_deal_lead; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deal_lead
    ADD CONSTRAINT pk_deal_lead PRIMARY KEY (id);


--
-- Name: deal_line pk_deal_line; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deal_line
    ADD CONSTRAINT pk_deal_line PRIMARY KEY (id);


--
-- Name: enrolment pk_enrolment; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.enrolment
    ADD CONSTRAINT pk_enrolment PRIMARY KEY (id);


--
-- Name: goal pk_goal; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.goal
    ADD CONSTRAINT pk_goal PRIMARY KEY (id);


--
-- Name: history pk_history; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.history
    ADD CONSTRAINT pk_history PRIMARY KEY (table_name, record_id, column_name, operation_id);


--
-- Name: holiday pk_holiday; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.holiday
    ADD CONSTRAINT pk_holiday PRIMARY KEY (id);


--
-- Name: import_batch pk_import_batch; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.import_batch
    ADD CONSTRAINT pk_import_batch PRIMARY KEY (id);


--
-- Name: import_row pk_import_row; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.import_row
    ADD CONSTRAINT pk_import_row PRIMARY KEY (id);


--
-- Name: lead pk_lead; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lead
    ADD CONSTRAINT pk_lead PRIMARY KEY (id);


--
-- Name: lead_status pk_lead_status; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lead_status
    ADD CONSTRAINT pk_lead_status PRIMARY KEY (id);


--
-- Name: lost_reason pk_lost_reason; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lost_reason
    ADD CONSTRAINT pk_lost_reason PRIMARY KEY (id);


--
-- Name: mailbox pk_mailbox; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mailbox
    ADD CONSTRAINT pk_mailbox PRIMARY KEY (id);


--
-- Name: member pk_member; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.member
    ADD CONSTRAINT pk_member PRIMARY KEY (id);


--
-- Name: message pk_message; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message
    ADD CONSTRAINT pk_message PRIMARY KEY (id);


--
-- Name: need pk_need; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.need
    ADD CONSTRAINT pk_need PRIMARY KEY (id);


--
-- Name: notice pk_notice; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT pk_notice PRIMARY KEY (id);


--
-- Name: operation pk_operation; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.operation
    ADD CONSTRAINT pk_operation PRIMARY KEY (id);


--
-- Name: opt_out pk_opt_out; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.opt_out
    ADD CONSTRAINT pk_opt_out PRIMARY KEY (id);


--
-- Name: outcome pk_outcome; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outcome
    ADD CONSTRAINT pk_outcome PRIMARY KEY (id);


--
-- Name: page_read pk_page_read; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.page_read
    ADD CONSTRAINT pk_page_read PRIMARY KEY (id);


--
-- Name: pipeline pk_pipeline; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pipeline
    ADD CONSTRAINT pk_pipeline PRIMARY KEY (id);


--
-- Name: playbook_page pk_playbook_page; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.playbook_page
    ADD CONSTRAINT pk_playbook_page PRIMARY KEY (id);


--
-- Name: product pk_product; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.product
    ADD CONSTRAINT pk_product PRIMARY KEY (id);


--
-- Name: rule pk_rule; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rule
    ADD CONSTRAINT pk_rule PRIMARY KEY (id);


--
-- Name: rule_run pk_rule_run; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rule_run
    ADD CONSTRAINT pk_rule_run PRIMARY KEY (id);


--
-- Name: sales_order pk_sales_order; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sales_order
    ADD CONSTRAINT pk_sales_order PRIMARY KEY (id);


--
-- Name: saved_view pk_saved_view; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.saved_view
    ADD CONSTRAINT pk_saved_view PRIMARY KEY (id);


--
-- Name: script pk_script; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.script
    ADD CONSTRAINT pk_script PRIMARY KEY (id);


--
-- Name: setting pk_setting; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.setting
    ADD CONSTRAINT pk_setting PRIMARY KEY (id);


--
-- Name: snippet pk_snippet; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.snippet
    ADD CONSTRAINT pk_snippet PRIMARY KEY (id);


--
-- Name: source pk_source; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.source
    ADD CONSTRAINT pk_source PRIMARY KEY (id);


--
-- Name: stage pk_stage; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stage
    ADD CONSTRAINT pk_stage PRIMARY KEY (id);


--
-- Name: stage_change pk_stage_change; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stage_change
    ADD CONSTRAINT pk_stage_change PRIMARY KEY (id);


--
-- Name: subscription pk_subscription; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.subscription
    ADD CONSTRAINT pk_subscription PRIMARY KEY (id);


--
-- Name: team pk_team; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.team
    ADD CONSTRAINT pk_team PRIMARY KEY (id);


--
-- Name: template pk_template; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.template
    ADD CONSTRAINT pk_template PRIMARY KEY (id);


--
-- Name: ix_account_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_account_code ON public.account USING btree (code);


--
-- Name: ix_account_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_account_created_op ON public.account USING btree (created_op);


--
-- Name: ix_account_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_account_deleted_op ON public.account USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_account_name_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_account_name_key ON public.account USING btree (name_key);


--
-- Name: ix_account_owner_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_account_owner_id ON public.account USING btree (owner_id);


--
-- Name: ix_activity_account_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_activity_account_id ON public.activity USING btree (account_id) WHERE (account_id IS NOT NULL);


--
-- Name: ix_activity_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_activity_code ON public.activity USING btree (code);


--
-- Name: ix_activity_contact_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_activity_contact_id ON public.activity USING btree (contact_id) WHERE (contact_id IS NOT NULL);


--
-- Name: ix_activity_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_activity_created_op ON public.activity USING btree (created_op);


--
-- Name: ix_activity_deal; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_activity_deal ON public.activity USING btree (deal_id, done_on, due_on) WHERE (deal_id IS NOT NULL);


--
-- Name: ix_activity_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_activity_deleted_op ON public.activity USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_activity_done; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_activity_done ON public.activity USING btree (done_on, due_on, kind_id);


--
-- Name: ix_activity_enrolment; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_activity_enrolment ON public.activity USING btree (enrolment_id) WHERE (enrolment_id IS NOT NULL);


--
-- Name: ix_activity_kind_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_activity_kind_code ON public.activity_kind USING btree (code);


--
-- Name: ix_activity_kind_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_activity_kind_created_op ON public.activity_kind USING btree (created_op);


--
-- Name: ix_activity_kind_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_activity_kind_deleted_op ON public.activity_kind USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_activity_lead; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_activity_lead ON public.activity USING btree (lead_id, done_on, due_on);


--
-- Name: ix_activity_queue; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_activity_queue ON public.activity USING btree (owner_id, done_on, due_on);


--
-- Name: ix_attachment_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_attachment_code ON public.attachment USING btree (code);


--
-- Name: ix_attachment_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_attachment_created_op ON public.attachment USING btree (created_op);


--
-- Name: ix_attachment_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_attachment_deleted_op ON public.attachment USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_attachment_record_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_attachment_record_id ON public.attachment USING btree (record_id);


--
-- Name: ix_cadence_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_cadence_code ON public.cadence USING btree (code);


--
-- Name: ix_cadence_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_cadence_created_op ON public.cadence USING btree (created_op);


--
-- Name: ix_cadence_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_cadence_deleted_op ON public.cadence USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_cadence_name_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_cadence_name_key ON public.cadence USING btree (name_key);


--
-- Name: ix_call_note_call_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_call_note_call_id ON public.call_note USING btree (call_id);


--
-- Name: ix_call_note_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_call_note_code ON public.call_note USING btree (code);


--
-- Name: ix_call_note_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_call_note_created_op ON public.call_note USING btree (created_op);


--
-- Name: ix_call_note_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_call_note_deleted_op ON public.call_note USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_call_run_activity_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_call_run_activity_id ON public.call_run USING btree (activity_id);


--
-- Name: ix_call_run_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_call_run_code ON public.call_run USING btree (code);


--
-- Name: ix_call_run_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_call_run_created_op ON public.call_run USING btree (created_op);


--
-- Name: ix_call_run_deal_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_call_run_deal_id ON public.call_run USING btree (deal_id);


--
-- Name: ix_call_run_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_call_run_deleted_op ON public.call_run USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_call_run_lead_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_call_run_lead_id ON public.call_run USING btree (lead_id);


--
-- Name: ix_call_run_owner_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_call_run_owner_id ON public.call_run USING btree (owner_id);


--
-- Name: ix_call_run_result; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_call_run_result ON public.call_run USING btree (result);


--
-- Name: ix_call_run_script_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_call_run_script_id ON public.call_run USING btree (script_id);


--
-- Name: ix_contact_account_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_contact_account_id ON public.contact USING btree (account_id);


--
-- Name: ix_contact_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_contact_code ON public.contact USING btree (code);


--
-- Name: ix_contact_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_contact_created_op ON public.contact USING btree (created_op);


--
-- Name: ix_contact_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_contact_deleted_op ON public.contact USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_contact_email_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_contact_email_key ON public.contact USING btree (email_key);


--
-- Name: ix_contact_name_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_contact_name_key ON public.contact USING btree (name_key);


--
-- Name: ix_contact_owner_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_contact_owner_id ON public.contact USING btree (owner_id);


--
-- Name: ix_contact_phone_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_contact_phone_key ON public.contact USING btree (phone_key);


--
-- Name: ix_cost_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_cost_code ON public.cost USING btree (code);


--
-- Name: ix_cost_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_cost_created_op ON public.cost USING btree (created_op);


--
-- Name: ix_cost_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_cost_deleted_op ON public.cost USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_cost_month_on; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_cost_month_on ON public.cost USING btree (month_on);


--
-- Name: ix_custom_field_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_custom_field_code ON public.custom_field USING btree (code);


--
-- Name: ix_custom_field_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_custom_field_created_op ON public.custom_field USING btree (created_op);


--
-- Name: ix_custom_field_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_custom_field_deleted_op ON public.custom_field USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_deal_account_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_account_id ON public.deal USING btree (account_id);


--
-- Name: ix_deal_board; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_board ON public.deal USING btree (stage_id, "position", id);


--
-- Name: ix_deal_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_code ON public.deal USING btree (code);


--
-- Name: ix_deal_contact_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_contact_id ON public.deal USING btree (contact_id);


--
-- Name: ix_deal_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_created_op ON public.deal USING btree (created_op);


--
-- Name: ix_deal_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_deleted_op ON public.deal USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_deal_lead_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_lead_code ON public.deal_lead USING btree (code);


--
-- Name: ix_deal_lead_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_lead_created_op ON public.deal_lead USING btree (created_op);


--
-- Name: ix_deal_lead_deal_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_lead_deal_id ON public.deal_lead USING btree (deal_id);


--
-- Name: ix_deal_lead_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_lead_deleted_op ON public.deal_lead USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_deal_lead_lead_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_lead_lead_id ON public.deal_lead USING btree (lead_id);


--
-- Name: ix_deal_line_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_line_code ON public.deal_line USING btree (code);


--
-- Name: ix_deal_line_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_line_created_op ON public.deal_line USING btree (created_op);


--
-- Name: ix_deal_line_deal_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_line_deal_id ON public.deal_line USING btree (deal_id);


--
-- Name: ix_deal_line_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_line_deleted_op ON public.deal_line USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_deal_line_product_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_line_product_id ON public.deal_line USING btree (product_id);


--
-- Name: ix_deal_lost_on; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_lost_on ON public.deal USING btree (lost_on);


--
-- Name: ix_deal_name_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_name_key ON public.deal USING btree (name_key);


--
-- Name: ix_deal_next_on; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_next_on ON public.deal USING btree (next_on);


--
-- Name: ix_deal_opened_on; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_opened_on ON public.deal USING btree (opened_on);


--
-- Name: ix_deal_owner_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_owner_id ON public.deal USING btree (owner_id);


--
-- Name: ix_deal_stage_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_stage_id ON public.deal USING btree (stage_id);


--
-- Name: ix_deal_state; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_state ON public.deal USING btree (state, owner_id, id, deleted_op) WHERE (deleted_op IS NULL);


--
-- Name: ix_deal_won_on; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_won_on ON public.deal USING btree (won_on);


--
-- Name: ix_enrolment_cadence_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_enrolment_cadence_id ON public.enrolment USING btree (cadence_id);


--
-- Name: ix_enrolment_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_enrolment_code ON public.enrolment USING btree (code);


--
-- Name: ix_enrolment_contact_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_enrolment_contact_id ON public.enrolment USING btree (contact_id);


--
-- Name: ix_enrolment_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_enrolment_created_op ON public.enrolment USING btree (created_op);


--
-- Name: ix_enrolment_deal_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_enrolment_deal_id ON public.enrolment USING btree (deal_id);


--
-- Name: ix_enrolment_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_enrolment_deleted_op ON public.enrolment USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_enrolment_lead_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_enrolment_lead_id ON public.enrolment USING btree (lead_id);


--
-- Name: ix_enrolment_owner_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_enrolment_owner_id ON public.enrolment USING btree (owner_id);


--
-- Name: ix_goal_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_goal_code ON public.goal USING btree (code);


--
-- Name: ix_goal_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_goal_created_op ON public.goal USING btree (created_op);


--
-- Name: ix_goal_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_goal_deleted_op ON public.goal USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_goal_member_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_goal_member_id ON public.goal USING btree (member_id);


--
-- Name: ix_history_operation; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_history_operation ON public.history USING btree (operation_id, table_name, column_name);


--
-- Name: ix_holiday_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_holiday_code ON public.holiday USING btree (code);


--
-- Name: ix_holiday_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_holiday_created_op ON public.holiday USING btree (created_op);


--
-- Name: ix_holiday_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_holiday_deleted_op ON public.holiday USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_holiday_on_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_holiday_on_day ON public.holiday USING btree (on_day);


--
-- Name: ix_import_batch_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_import_batch_code ON public.import_batch USING btree (code);


--
-- Name: ix_import_batch_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_import_batch_created_op ON public.import_batch USING btree (created_op);


--
-- Name: ix_import_batch_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_import_batch_deleted_op ON public.import_batch USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_import_row_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_import_row_code ON public.import_row USING btree (code);


--
-- Name: ix_import_row_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_import_row_created_op ON public.import_row USING btree (created_op);


--
-- Name: ix_import_row_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_import_row_deleted_op ON public.import_row USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_import_row_identity; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_import_row_identity ON public.import_row USING btree (identity);


--
-- Name: ix_import_row_record_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_import_row_record_id ON public.import_row USING btree (record_id);


--
-- Name: ix_lead_account_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lead_account_id ON public.lead USING btree (account_id);


--
-- Name: ix_lead_arrived_on; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lead_arrived_on ON public.lead USING btree (arrived_on);


--
-- Name: ix_lead_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lead_code ON public.lead USING btree (code);


--
-- Name: ix_lead_company_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lead_company_key ON public.lead USING btree (company_key);


--
-- Name: ix_lead_contact_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lead_contact_id ON public.lead USING btree (contact_id);


--
-- Name: ix_lead_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lead_created_op ON public.lead USING btree (created_op);


--
-- Name: ix_lead_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lead_deleted_op ON public.lead USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_lead_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lead_due ON public.lead USING btree (next_on, next_at, id, status_id, owner_id, deleted_op) WHERE (deleted_op IS NULL);


--
-- Name: ix_lead_email_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lead_email_key ON public.lead USING btree (email_key);


--
-- Name: ix_lead_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lead_name ON public.lead USING btree (name_key, id, deleted_op) WHERE (deleted_op IS NULL);


--
-- Name: ix_lead_owner_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lead_owner_id ON public.lead USING btree (owner_id);


--
-- Name: ix_lead_phone_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lead_phone_key ON public.lead USING btree (phone_key);


--
-- Name: ix_lead_score; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lead_score ON public.lead USING btree (score, id, status_id, deleted_op) WHERE (deleted_op IS NULL);


--
-- Name: ix_lead_status; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lead_status ON public.lead USING btree (status_id, owner_id, id, deleted_op) WHERE (deleted_op IS NULL);


--
-- Name: ix_lead_status_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lead_status_code ON public.lead_status USING btree (code);


--
-- Name: ix_lead_status_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lead_status_created_op ON public.lead_status USING btree (created_op);


--
-- Name: ix_lead_status_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lead_status_deleted_op ON public.lead_status USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_lead_touched; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lead_touched ON public.lead USING btree (touched_on, id, deleted_op) WHERE (deleted_op IS NULL);


--
-- Name: ix_lead_value; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lead_value ON public.lead USING btree (value_minor, id, status_id, deleted_op) WHERE (deleted_op IS NULL);


--
-- Name: ix_lost_reason_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lost_reason_code ON public.lost_reason USING btree (code);


--
-- Name: ix_lost_reason_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lost_reason_created_op ON public.lost_reason USING btree (created_op);


--
-- Name: ix_lost_reason_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lost_reason_deleted_op ON public.lost_reason USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_mailbox_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_mailbox_code ON public.mailbox USING btree (code);


--
-- Name: ix_mailbox_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_mailbox_created_op ON public.mailbox USING btree (created_op);


--
-- Name: ix_mailbox_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_mailbox_deleted_op ON public.mailbox USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_member_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_member_code ON public.member USING btree (code);


--
-- Name: ix_member_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_member_created_op ON public.member USING btree (created_op);


--
-- Name: ix_member_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_member_deleted_op ON public.member USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_member_name_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_member_name_key ON public.member USING btree (name_key);


--
-- Name: ix_message_activity_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_message_activity_id ON public.message USING btree (activity_id);


--
-- Name: ix_message_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_message_code ON public.message USING btree (code);


--
-- Name: ix_message_contact_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_message_contact_id ON public.message USING btree (contact_id);


--
-- Name: ix_message_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_message_created_op ON public.message USING btree (created_op);


--
-- Name: ix_message_deal_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_message_deal_id ON public.message USING btree (deal_id);


--
-- Name: ix_message_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_message_deleted_op ON public.message USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_message_lead_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_message_lead_id ON public.message USING btree (lead_id);


--
-- Name: ix_message_message_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_message_message_id ON public.message USING btree (message_id);


--
-- Name: ix_message_owner_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_message_owner_id ON public.message USING btree (owner_id);


--
-- Name: ix_message_state; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_message_state ON public.message USING btree (state, send_at);


--
-- Name: ix_message_thread; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_message_thread ON public.message USING btree (thread);


--
-- Name: ix_need_account_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_need_account_id ON public.need USING btree (account_id);


--
-- Name: ix_need_call_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_need_call_id ON public.need USING btree (call_id);


--
-- Name: ix_need_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_need_code ON public.need USING btree (code);


--
-- Name: ix_need_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_need_created_op ON public.need USING btree (created_op);


--
-- Name: ix_need_deal_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_need_deal_id ON public.need USING btree (deal_id);


--
-- Name: ix_need_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_need_deleted_op ON public.need USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_need_lead_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_need_lead_id ON public.need USING btree (lead_id);


--
-- Name: ix_notice_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_notice_code ON public.notice USING btree (code);


--
-- Name: ix_notice_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_notice_created_op ON public.notice USING btree (created_op);


--
-- Name: ix_notice_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_notice_deleted_op ON public.notice USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_notice_member_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_notice_member_id ON public.notice USING btree (member_id);


--
-- Name: ix_operation_actor_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_operation_actor_id ON public.operation USING btree (actor_id);


--
-- Name: ix_operation_target_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_operation_target_id ON public.operation USING btree (target_id) WHERE (target_id IS NOT NULL);


--
-- Name: ix_opt_out_address_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_opt_out_address_key ON public.opt_out USING btree (address_key);


--
-- Name: ix_opt_out_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_opt_out_code ON public.opt_out USING btree (code);


--
-- Name: ix_opt_out_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_opt_out_created_op ON public.opt_out USING btree (created_op);


--
-- Name: ix_opt_out_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_opt_out_deleted_op ON public.opt_out USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_outcome_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_outcome_code ON public.outcome USING btree (code);


--
-- Name: ix_outcome_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_outcome_created_op ON public.outcome USING btree (created_op);


--
-- Name: ix_outcome_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_outcome_deleted_op ON public.outcome USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_outcome_kind_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_outcome_kind_id ON public.outcome USING btree (kind_id);


--
-- Name: ix_page_read_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_page_read_code ON public.page_read USING btree (code);


--
-- Name: ix_page_read_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_page_read_created_op ON public.page_read USING btree (created_op);


--
-- Name: ix_page_read_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_page_read_deleted_op ON public.page_read USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_page_read_member_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_page_read_member_id ON public.page_read USING btree (member_id);


--
-- Name: ix_page_read_page_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_page_read_page_id ON public.page_read USING btree (page_id);


--
-- Name: ix_pipeline_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_pipeline_code ON public.pipeline USING btree (code);


--
-- Name: ix_pipeline_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_pipeline_created_op ON public.pipeline USING btree (created_op);


--
-- Name: ix_pipeline_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_pipeline_deleted_op ON public.pipeline USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_playbook_page_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_playbook_page_code ON public.playbook_page USING btree (code);


--
-- Name: ix_playbook_page_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_playbook_page_created_op ON public.playbook_page USING btree (created_op);


--
-- Name: ix_playbook_page_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_playbook_page_deleted_op ON public.playbook_page USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_playbook_page_name_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_playbook_page_name_key ON public.playbook_page USING btree (name_key);


--
-- Name: ix_product_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_product_code ON public.product USING btree (code);


--
-- Name: ix_product_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_product_created_op ON public.product USING btree (created_op);


--
-- Name: ix_product_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_product_deleted_op ON public.product USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_product_name_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_product_name_key ON public.product USING btree (name_key);


--
-- Name: ix_rule_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_rule_code ON public.rule USING btree (code);


--
-- Name: ix_rule_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_rule_created_op ON public.rule USING btree (created_op);


--
-- Name: ix_rule_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_rule_deleted_op ON public.rule USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_rule_name_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_rule_name_key ON public.rule USING btree (name_key);


--
-- Name: ix_rule_run_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_rule_run_code ON public.rule_run USING btree (code);


--
-- Name: ix_rule_run_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_rule_run_created_op ON public.rule_run USING btree (created_op);


--
-- Name: ix_rule_run_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_rule_run_deleted_op ON public.rule_run USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_rule_run_record_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_rule_run_record_id ON public.rule_run USING btree (record_id);


--
-- Name: ix_rule_run_rule_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_rule_run_rule_id ON public.rule_run USING btree (rule_id);


--
-- Name: ix_sales_order_account_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_sales_order_account_id ON public.sales_order USING btree (account_id);


--
-- Name: ix_sales_order_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_sales_order_code ON public.sales_order USING btree (code);


--
-- Name: ix_sales_order_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_sales_order_created_op ON public.sales_order USING btree (created_op);


--
-- Name: ix_sales_order_deal_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_sales_order_deal_id ON public.sales_order USING btree (deal_id);


--
-- Name: ix_sales_order_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_sales_order_deleted_op ON public.sales_order USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_sales_order_ordered_on; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_sales_order_ordered_on ON public.sales_order USING btree (ordered_on);


--
-- Name: ix_saved_view_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_saved_view_code ON public.saved_view USING btree (code);


--
-- Name: ix_saved_view_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_saved_view_created_op ON public.saved_view USING btree (created_op);


--
-- Name: ix_saved_view_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_saved_view_deleted_op ON public.saved_view USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_script_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_script_code ON public.script USING btree (code);


--
-- Name: ix_script_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_script_created_op ON public.script USING btree (created_op);


--
-- Name: ix_script_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_script_deleted_op ON public.script USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_script_name_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_script_name_key ON public.script USING btree (name_key);


--
-- Name: ix_setting_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_setting_code ON public.setting USING btree (code);


--
-- Name: ix_setting_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_setting_created_op ON public.setting USING btree (created_op);


--
-- Name: ix_setting_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_setting_deleted_op ON public.setting USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_setting_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_setting_key ON public.setting USING btree (key);


--
-- Name: ix_snippet_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_snippet_code ON public.snippet USING btree (code);


--
-- Name: ix_snippet_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_snippet_created_op ON public.snippet USING btree (created_op);


--
-- Name: ix_snippet_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_snippet_deleted_op ON public.snippet USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_snippet_name_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_snippet_name_key ON public.snippet USING btree (name_key);


--
-- Name: ix_source_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_source_code ON public.source USING btree (code);


--
-- Name: ix_source_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_source_created_op ON public.source USING btree (created_op);


--
-- Name: ix_source_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_source_deleted_op ON public.source USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_stage_change_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_stage_change_code ON public.stage_change USING btree (code);


--
-- Name: ix_stage_change_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_stage_change_created_op ON public.stage_change USING btree (created_op);


--
-- Name: ix_stage_change_deal_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_stage_change_deal_id ON public.stage_change USING btree (deal_id);


--
-- Name: ix_stage_change_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_stage_change_deleted_op ON public.stage_change USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_stage_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_stage_code ON public.stage USING btree (code);


--
-- Name: ix_stage_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_stage_created_op ON public.stage USING btree (created_op);


--
-- Name: ix_stage_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_stage_deleted_op ON public.stage USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_stage_pipeline_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_stage_pipeline_id ON public.stage USING btree (pipeline_id);


--
-- Name: ix_subscription_account_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_subscription_account_id ON public.subscription USING btree (account_id);


--
-- Name: ix_subscription_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_subscription_code ON public.subscription USING btree (code);


--
-- Name: ix_subscription_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_subscription_created_op ON public.subscription USING btree (created_op);


--
-- Name: ix_subscription_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_subscription_deleted_op ON public.subscription USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_subscription_ended_on; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_subscription_ended_on ON public.subscription USING btree (ended_on);


--
-- Name: ix_subscription_started_on; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_subscription_started_on ON public.subscription USING btree (started_on);


--
-- Name: ix_team_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_team_code ON public.team USING btree (code);


--
-- Name: ix_team_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_team_created_op ON public.team USING btree (created_op);


--
-- Name: ix_team_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_team_deleted_op ON public.team USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_team_name_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_team_name_key ON public.team USING btree (name_key);


--
-- Name: ix_template_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_template_code ON public.template USING btree (code);


--
-- Name: ix_template_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_template_created_op ON public.template USING btree (created_op);


--
-- Name: ix_template_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_template_deleted_op ON public.template USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_template_name_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_template_name_key ON public.template USING btree (name_key);


--
-- Name: account fk_account_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT fk_account_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: account fk_account_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT fk_account_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: account fk_account_owner_id_member; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT fk_account_owner_id_member FOREIGN KEY (owner_id) REFERENCES public.member(id);


--
-- Name: account fk_account_parent_id_account; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT fk_account_parent_id_account FOREIGN KEY (parent_id) REFERENCES public.account(id);


--
-- Name: activity fk_activity_account_id_account; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activity
    ADD CONSTRAINT fk_activity_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);


--
-- Name: activity fk_activity_contact_id_contact; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activity
    ADD CONSTRAINT fk_activity_contact_id_contact FOREIGN KEY (contact_id) REFERENCES public.contact(id);


--
-- Name: activity fk_activity_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activity
    ADD CONSTRAINT fk_activity_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: activity fk_activity_deal_id_deal; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activity
    ADD CONSTRAINT fk_activity_deal_id_deal FOREIGN KEY (deal_id) REFERENCES public.deal(id);


--
-- Name: activity fk_activity_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activity
    ADD CONSTRAINT fk_activity_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: activity fk_activity_enrolment_id_enrolment; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activity
    ADD CONSTRAINT fk_activity_enrolment_id_enrolment FOREIGN KEY (enrolment_id) REFERENCES public.enrolment(id);


--
-- Name: activity_kind fk_activity_kind_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activity_kind
    ADD CONSTRAINT fk_activity_kind_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: activity_kind fk_activity_kind_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activity_kind
    ADD CONSTRAINT fk_activity_kind_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: activity fk_activity_kind_id_activity_kind; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activity
    ADD CONSTRAINT fk_activity_kind_id_activity_kind FOREIGN KEY (kind_id) REFERENCES public.activity_kind(id);


--
-- Name: activity fk_activity_lead_id_lead; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activity
    ADD CONSTRAINT fk_activity_lead_id_lead FOREIGN KEY (lead_id) REFERENCES public.lead(id);


--
-- Name: activity fk_activity_outcome_id_outcome; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activity
    ADD CONSTRAINT fk_activity_outcome_id_outcome FOREIGN KEY (outcome_id) REFERENCES public.outcome(id);


--
-- Name: activity fk_activity_owner_id_member; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activity
    ADD CONSTRAINT fk_activity_owner_id_member FOREIGN KEY (owner_id) REFERENCES public.member(id);


--
-- Name: attachment fk_attachment_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attachment
    ADD CONSTRAINT fk_attachment_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: attachment fk_attachment_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attachment
    ADD CONSTRAINT fk_attachment_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: attachment fk_attachment_owner_id_member; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attachment
    ADD CONSTRAINT fk_attachment_owner_id_member FOREIGN KEY (owner_id) REFERENCES public.member(id);


--
-- Name: cadence fk_cadence_author_id_member; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cadence
    ADD CONSTRAINT fk_cadence_author_id_member FOREIGN KEY (author_id) REFERENCES public.member(id);


--
-- Name: cadence fk_cadence_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cadence
    ADD CONSTRAINT fk_cadence_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: cadence fk_cadence_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cadence
    ADD CONSTRAINT fk_cadence_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: call_note fk_call_note_call_id_call_run; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.call_note
    ADD CONSTRAINT fk_call_note_call_id_call_run FOREIGN KEY (call_id) REFERENCES public.call_run(id);


--
-- Name: call_note fk_call_note_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.call_note
    ADD CONSTRAINT fk_call_note_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: call_note fk_call_note_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.call_note
    ADD CONSTRAINT fk_call_note_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: call_run fk_call_run_account_id_account; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.call_run
    ADD CONSTRAINT fk_call_run_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);


--
-- Name: call_run fk_call_run_activity_id_activity; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.call_run
    ADD CONSTRAINT fk_call_run_activity_id_activity FOREIGN KEY (activity_id) REFERENCES public.activity(id);


--
-- Name: call_run fk_call_run_contact_id_contact; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.call_run
    ADD CONSTRAINT fk_call_run_contact_id_contact FOREIGN KEY (contact_id) REFERENCES public.contact(id);


--
-- Name: call_run fk_call_run_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.call_run
    ADD CONSTRAINT fk_call_run_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: call_run fk_call_run_deal_id_deal; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.call_run
    ADD CONSTRAINT fk_call_run_deal_id_deal FOREIGN KEY (deal_id) REFERENCES public.deal(id);


--
-- Name: call_run fk_call_run_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.call_run
    ADD CONSTRAINT fk_call_run_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: call_run fk_call_run_lead_id_lead; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.call_run
    ADD CONSTRAINT fk_call_run_lead_id_lead FOREIGN KEY (lead_id) REFERENCES public.lead(id);


--
-- Name: call_run fk_call_run_owner_id_member; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.call_run
    ADD CONSTRAINT fk_call_run_owner_id_member FOREIGN KEY (owner_id) REFERENCES public.member(id);


--
-- Name: call_run fk_call_run_script_id_script; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.call_run
    ADD CONSTRAINT fk_call_run_script_id_script FOREIGN KEY (script_id) REFERENCES public.script(id);


--
-- Name: contact fk_contact_account_id_account; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT fk_contact_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);


--
-- Name: contact fk_contact_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT fk_contact_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: contact fk_contact_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT fk_contact_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: contact fk_contact_owner_id_member; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT fk_contact_owner_id_member FOREIGN KEY (owner_id) REFERENCES public.member(id);


--
-- Name: cost fk_cost_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cost
    ADD CONSTRAINT fk_cost_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: cost fk_cost_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cost
    ADD CONSTRAINT fk_cost_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: custom_field fk_custom_field_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.custom_field
    ADD CONSTRAINT fk_custom_field_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: custom_field fk_custom_field_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.custom_field
    ADD CONSTRAINT fk_custom_field_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: deal fk_deal_account_id_account; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deal
    ADD CONSTRAINT fk_deal_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);


--
-- Name: deal fk_deal_closed_manager_id_member; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deal
    ADD CONSTRAINT fk_deal_closed_manager_id_member FOREIGN KEY (closed_manager_id) REFERENCES public.member(id);


--
-- Name: deal fk_deal_closed_owner_id_member; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deal
    ADD CONSTRAINT fk_deal_closed_owner_id_member FOREIGN KEY (closed_owner_id) REFERENCES public.member(id);


--
-- Name: deal fk_deal_closed_team_id_team; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deal
    ADD CONSTRAINT fk_deal_closed_team_id_team FOREIGN KEY (closed_team_id) REFERENCES public.team(id);


--
-- Name: deal fk_deal_contact_id_contact; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deal
    ADD CONSTRAINT fk_deal_contact_id_contact FOREIGN KEY (contact_id) REFERENCES public.contact(id);


--
-- Name: deal fk_deal_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deal
    ADD CONSTRAINT fk_deal_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: deal fk_deal_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deal
    ADD CONSTRAINT fk_deal_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: deal_lead fk_deal_lead_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deal_lead
    ADD CONSTRAINT fk_deal_lead_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: deal_lead fk_deal_lead_deal_id_deal; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deal_lead
    ADD CONSTRAINT fk_deal_lead_deal_id_deal FOREIGN KEY (deal_id) REFERENCES public.deal(id);


--
-- Name: deal_lead fk_deal_lead_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deal_lead
    ADD CONSTRAINT fk_deal_lead_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: deal_lead fk_deal_lead_lead_id_lead; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deal_lead
    ADD CONSTRAINT fk_deal_lead_lead_id_lead FOREIGN KEY (lead_id) REFERENCES public.lead(id);


--
-- Name: deal_line fk_deal_line_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deal_line
    ADD CONSTRAINT fk_deal_line_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: deal_line fk_deal_line_deal_id_deal; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deal_line
    ADD CONSTRAINT fk_deal_line_deal_id_deal FOREIGN KEY (deal_id) REFERENCES public.deal(id);


--
-- Name: deal_line fk_deal_line_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deal_line
    ADD CONSTRAINT fk_deal_line_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: deal_line fk_deal_line_product_id_product; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deal_line
    ADD CONSTRAINT fk_deal_line_product_id_product FOREIGN KEY (product_id) REFERENCES public.product(id);


--
-- Name: deal fk_deal_lost_reason_id_lost_reason; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deal
    ADD CONSTRAINT fk_deal_lost_reason_id_lost_reason FOREIGN KEY (lost_reason_id) REFERENCES public.lost_reason(id);


--
-- Name: deal fk_deal_owner_id_member; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deal
    ADD CONSTRAINT fk_deal_owner_id_member FOREIGN KEY (owner_id) REFERENCES public.member(id);


--
-- Name: deal fk_deal_pipeline_id_pipeline; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deal
    ADD CONSTRAINT fk_deal_pipeline_id_pipeline FOREIGN KEY (pipeline_id) REFERENCES public.pipeline(id);


--
-- Name: deal fk_deal_source_id_source; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deal
    ADD CONSTRAINT fk_deal_source_id_source FOREIGN KEY (source_id) REFERENCES public.source(id);


--
-- Name: deal fk_deal_stage_id_stage; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deal
    ADD CONSTRAINT fk_deal_stage_id_stage FOREIGN KEY (stage_id) REFERENCES public.stage(id);


--
-- Name: enrolment fk_enrolment_cadence_id_cadence; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.enrolment
    ADD CONSTRAINT fk_enrolment_cadence_id_cadence FOREIGN KEY (cadence_id) REFERENCES public.cadence(id);


--
-- Name: enrolment fk_enrolment_contact_id_contact; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.enrolment
    ADD CONSTRAINT fk_enrolment_contact_id_contact FOREIGN KEY (contact_id) REFERENCES public.contact(id);


--
-- Name: enrolment fk_enrolment_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.enrolment
    ADD CONSTRAINT fk_enrolment_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: enrolment fk_enrolment_deal_id_deal; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.enrolment
    ADD CONSTRAINT fk_enrolment_deal_id_deal FOREIGN KEY (deal_id) REFERENCES public.deal(id);


--
-- Name: enrolment fk_enrolment_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.enrolment
    ADD CONSTRAINT fk_enrolment_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: enrolment fk_enrolment_lead_id_lead; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.enrolment
    ADD CONSTRAINT fk_enrolment_lead_id_lead FOREIGN KEY (lead_id) REFERENCES public.lead(id);


--
-- Name: enrolment fk_enrolment_owner_id_member; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.enrolment
    ADD CONSTRAINT fk_enrolment_owner_id_member FOREIGN KEY (owner_id) REFERENCES public.member(id);


--
-- Name: goal fk_goal_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.goal
    ADD CONSTRAINT fk_goal_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: goal fk_goal_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.goal
    ADD CONSTRAINT fk_goal_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: goal fk_goal_member_id_member; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.goal
    ADD CONSTRAINT fk_goal_member_id_member FOREIGN KEY (member_id) REFERENCES public.member(id);


--
-- Name: history fk_history_operation_id_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.history
    ADD CONSTRAINT fk_history_operation_id_operation FOREIGN KEY (operation_id) REFERENCES public.operation(id);


--
-- Name: holiday fk_holiday_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.holiday
    ADD CONSTRAINT fk_holiday_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: holiday fk_holiday_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.holiday
    ADD CONSTRAINT fk_holiday_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: import_batch fk_import_batch_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.import_batch
    ADD CONSTRAINT fk_import_batch_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: import_batch fk_import_batch_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.import_batch
    ADD CONSTRAINT fk_import_batch_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: import_row fk_import_row_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.import_row
    ADD CONSTRAINT fk_import_row_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: import_row fk_import_row_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.import_row
    ADD CONSTRAINT fk_import_row_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: lead fk_lead_account_id_account; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lead
    ADD CONSTRAINT fk_lead_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);


--
-- Name: lead fk_lead_contact_id_contact; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lead
    ADD CONSTRAINT fk_lead_contact_id_contact FOREIGN KEY (contact_id) REFERENCES public.contact(id);


--
-- Name: lead fk_lead_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lead
    ADD CONSTRAINT fk_lead_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: lead fk_lead_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lead
    ADD CONSTRAINT fk_lead_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: lead fk_lead_lost_reason_id_lost_reason; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lead
    ADD CONSTRAINT fk_lead_lost_reason_id_lost_reason FOREIGN KEY (lost_reason_id) REFERENCES public.lost_reason(id);


--
-- Name: lead fk_lead_owner_id_member; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lead
    ADD CONSTRAINT fk_lead_owner_id_member FOREIGN KEY (owner_id) REFERENCES public.member(id);


--
-- Name: lead fk_lead_source_id_source; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lead
    ADD CONSTRAINT fk_lead_source_id_source FOREIGN KEY (source_id) REFERENCES public.source(id);


--
-- Name: lead_status fk_lead_status_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lead_status
    ADD CONSTRAINT fk_lead_status_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: lead_status fk_lead_status_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lead_status
    ADD CONSTRAINT fk_lead_status_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: lead fk_lead_status_id_lead_status; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lead
    ADD CONSTRAINT fk_lead_status_id_lead_status FOREIGN KEY (status_id) REFERENCES public.lead_status(id);


--
-- Name: lost_reason fk_lost_reason_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lost_reason
    ADD CONSTRAINT fk_lost_reason_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: lost_reason fk_lost_reason_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lost_reason
    ADD CONSTRAINT fk_lost_reason_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: mailbox fk_mailbox_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mailbox
    ADD CONSTRAINT fk_mailbox_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: mailbox fk_mailbox_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mailbox
    ADD CONSTRAINT fk_mailbox_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: member fk_member_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.member
    ADD CONSTRAINT fk_member_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: member fk_member_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.member
    ADD CONSTRAINT fk_member_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: member fk_member_manager_id_member; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.member
    ADD CONSTRAINT fk_member_manager_id_member FOREIGN KEY (manager_id) REFERENCES public.member(id);


--
-- Name: member fk_member_team_id_team; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.member
    ADD CONSTRAINT fk_member_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);


--
-- Name: message fk_message_account_id_account; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message
    ADD CONSTRAINT fk_message_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);


--
-- Name: message fk_message_activity_id_activity; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message
    ADD CONSTRAINT fk_message_activity_id_activity FOREIGN KEY (activity_id) REFERENCES public.activity(id);


--
-- Name: message fk_message_contact_id_contact; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message
    ADD CONSTRAINT fk_message_contact_id_contact FOREIGN KEY (contact_id) REFERENCES public.contact(id);


--
-- Name: message fk_message_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message
    ADD CONSTRAINT fk_message_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: message fk_message_deal_id_deal; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message
    ADD CONSTRAINT fk_message_deal_id_deal FOREIGN KEY (deal_id) REFERENCES public.deal(id);


--
-- Name: message fk_message_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message
    ADD CONSTRAINT fk_message_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: message fk_message_enrolment_id_enrolment; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message
    ADD CONSTRAINT fk_message_enrolment_id_enrolment FOREIGN KEY (enrolment_id) REFERENCES public.enrolment(id);


--
-- Name: message fk_message_lead_id_lead; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message
    ADD CONSTRAINT fk_message_lead_id_lead FOREIGN KEY (lead_id) REFERENCES public.lead(id);


--
-- Name: message fk_message_owner_id_member; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message
    ADD CONSTRAINT fk_message_owner_id_member FOREIGN KEY (owner_id) REFERENCES public.member(id);


--
-- Name: message fk_message_template_id_template; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message
    ADD CONSTRAINT fk_message_template_id_template FOREIGN KEY (template_id) REFERENCES public.template(id);


--
-- Name: need fk_need_account_id_account; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.need
    ADD CONSTRAINT fk_need_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);


--
-- Name: need fk_need_call_id_call_run; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.need
    ADD CONSTRAINT fk_need_call_id_call_run FOREIGN KEY (call_id) REFERENCES public.call_run(id);


--
-- Name: need fk_need_contact_id_contact; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.need
    ADD CONSTRAINT fk_need_contact_id_contact FOREIGN KEY (contact_id) REFERENCES public.contact(id);


--
-- Name: need fk_need_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.need
    ADD CONSTRAINT fk_need_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: need fk_need_deal_id_deal; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.need
    ADD CONSTRAINT fk_need_deal_id_deal FOREIGN KEY (deal_id) REFERENCES public.deal(id);


--
-- Name: need fk_need_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.need
    ADD CONSTRAINT fk_need_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: need fk_need_lead_id_lead; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.need
    ADD CONSTRAINT fk_need_lead_id_lead FOREIGN KEY (lead_id) REFERENCES public.lead(id);


--
-- Name: notice fk_notice_activity_id_activity; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT fk_notice_activity_id_activity FOREIGN KEY (activity_id) REFERENCES public.activity(id);


--
-- Name: notice fk_notice_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT fk_notice_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: notice fk_notice_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT fk_notice_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: notice fk_notice_member_id_member; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT fk_notice_member_id_member FOREIGN KEY (member_id) REFERENCES public.member(id);


--
-- Name: notice fk_notice_message_id_message; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT fk_notice_message_id_message FOREIGN KEY (message_id) REFERENCES public.message(id);


--
-- Name: operation fk_operation_target_id_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.operation
    ADD CONSTRAINT fk_operation_target_id_operation FOREIGN KEY (target_id) REFERENCES public.operation(id);


--
-- Name: operation fk_operation_undone_by_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.operation
    ADD CONSTRAINT fk_operation_undone_by_operation FOREIGN KEY (undone_by) REFERENCES public.operation(id);


--
-- Name: opt_out fk_opt_out_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.opt_out
    ADD CONSTRAINT fk_opt_out_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: opt_out fk_opt_out_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.opt_out
    ADD CONSTRAINT fk_opt_out_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: outcome fk_outcome_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outcome
    ADD CONSTRAINT fk_outcome_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: outcome fk_outcome_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outcome
    ADD CONSTRAINT fk_outcome_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: outcome fk_outcome_kind_id_activity_kind; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outcome
    ADD CONSTRAINT fk_outcome_kind_id_activity_kind FOREIGN KEY (kind_id) REFERENCES public.activity_kind(id);


--
-- Name: page_read fk_page_read_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.page_read
    ADD CONSTRAINT fk_page_read_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: page_read fk_page_read_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.page_read
    ADD CONSTRAINT fk_page_read_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: page_read fk_page_read_member_id_member; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.page_read
    ADD CONSTRAINT fk_page_read_member_id_member FOREIGN KEY (member_id) REFERENCES public.member(id);


--
-- Name: page_read fk_page_read_page_id_playbook_page; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.page_read
    ADD CONSTRAINT fk_page_read_page_id_playbook_page FOREIGN KEY (page_id) REFERENCES public.playbook_page(id);


--
-- Name: pipeline fk_pipeline_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pipeline
    ADD CONSTRAINT fk_pipeline_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: pipeline fk_pipeline_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pipeline
    ADD CONSTRAINT fk_pipeline_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: playbook_page fk_playbook_page_author_id_member; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.playbook_page
    ADD CONSTRAINT fk_playbook_page_author_id_member FOREIGN KEY (author_id) REFERENCES public.member(id);


--
-- Name: playbook_page fk_playbook_page_checked_by_member; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.playbook_page
    ADD CONSTRAINT fk_playbook_page_checked_by_member FOREIGN KEY (checked_by) REFERENCES public.member(id);


--
-- Name: playbook_page fk_playbook_page_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.playbook_page
    ADD CONSTRAINT fk_playbook_page_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: playbook_page fk_playbook_page_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.playbook_page
    ADD CONSTRAINT fk_playbook_page_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: product fk_product_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.product
    ADD CONSTRAINT fk_product_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: product fk_product_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.product
    ADD CONSTRAINT fk_product_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: rule fk_rule_author_id_member; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rule
    ADD CONSTRAINT fk_rule_author_id_member FOREIGN KEY (author_id) REFERENCES public.member(id);


--
-- Name: rule fk_rule_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rule
    ADD CONSTRAINT fk_rule_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: rule fk_rule_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rule
    ADD CONSTRAINT fk_rule_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: rule_run fk_rule_run_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rule_run
    ADD CONSTRAINT fk_rule_run_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: rule_run fk_rule_run_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rule_run
    ADD CONSTRAINT fk_rule_run_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: rule_run fk_rule_run_rule_id_rule; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rule_run
    ADD CONSTRAINT fk_rule_run_rule_id_rule FOREIGN KEY (rule_id) REFERENCES public.rule(id);


--
-- Name: sales_order fk_sales_order_account_id_account; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sales_order
    ADD CONSTRAINT fk_sales_order_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);


--
-- Name: sales_order fk_sales_order_contact_id_contact; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sales_order
    ADD CONSTRAINT fk_sales_order_contact_id_contact FOREIGN KEY (contact_id) REFERENCES public.contact(id);


--
-- Name: sales_order fk_sales_order_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sales_order
    ADD CONSTRAINT fk_sales_order_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: sales_order fk_sales_order_deal_id_deal; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sales_order
    ADD CONSTRAINT fk_sales_order_deal_id_deal FOREIGN KEY (deal_id) REFERENCES public.deal(id);


--
-- Name: sales_order fk_sales_order_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sales_order
    ADD CONSTRAINT fk_sales_order_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: sales_order fk_sales_order_owner_id_member; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sales_order
    ADD CONSTRAINT fk_sales_order_owner_id_member FOREIGN KEY (owner_id) REFERENCES public.member(id);


--
-- Name: saved_view fk_saved_view_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.saved_view
    ADD CONSTRAINT fk_saved_view_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: saved_view fk_saved_view_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.saved_view
    ADD CONSTRAINT fk_saved_view_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: script fk_script_author_id_member; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.script
    ADD CONSTRAINT fk_script_author_id_member FOREIGN KEY (author_id) REFERENCES public.member(id);


--
-- Name: script fk_script_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.script
    ADD CONSTRAINT fk_script_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: script fk_script_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.script
    ADD CONSTRAINT fk_script_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: setting fk_setting_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.setting
    ADD CONSTRAINT fk_setting_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: setting fk_setting_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.setting
    ADD CONSTRAINT fk_setting_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: snippet fk_snippet_author_id_member; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.snippet
    ADD CONSTRAINT fk_snippet_author_id_member FOREIGN KEY (author_id) REFERENCES public.member(id);


--
-- Name: snippet fk_snippet_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.snippet
    ADD CONSTRAINT fk_snippet_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: snippet fk_snippet_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.snippet
    ADD CONSTRAINT fk_snippet_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: source fk_source_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.source
    ADD CONSTRAINT fk_source_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: source fk_source_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.source
    ADD CONSTRAINT fk_source_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: stage_change fk_stage_change_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stage_change
    ADD CONSTRAINT fk_stage_change_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: stage_change fk_stage_change_deal_id_deal; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stage_change
    ADD CONSTRAINT fk_stage_change_deal_id_deal FOREIGN KEY (deal_id) REFERENCES public.deal(id);


--
-- Name: stage_change fk_stage_change_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stage_change
    ADD CONSTRAINT fk_stage_change_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: stage_change fk_stage_change_from_stage_id_stage; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stage_change
    ADD CONSTRAINT fk_stage_change_from_stage_id_stage FOREIGN KEY (from_stage_id) REFERENCES public.stage(id);


--
-- Name: stage_change fk_stage_change_owner_id_member; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stage_change
    ADD CONSTRAINT fk_stage_change_owner_id_member FOREIGN KEY (owner_id) REFERENCES public.member(id);


--
-- Name: stage_change fk_stage_change_to_stage_id_stage; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stage_change
    ADD CONSTRAINT fk_stage_change_to_stage_id_stage FOREIGN KEY (to_stage_id) REFERENCES public.stage(id);


--
-- Name: stage fk_stage_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stage
    ADD CONSTRAINT fk_stage_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: stage fk_stage_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stage
    ADD CONSTRAINT fk_stage_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: stage fk_stage_pipeline_id_pipeline; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stage
    ADD CONSTRAINT fk_stage_pipeline_id_pipeline FOREIGN KEY (pipeline_id) REFERENCES public.pipeline(id);


--
-- Name: subscription fk_subscription_account_id_account; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.subscription
    ADD CONSTRAINT fk_subscription_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);


--
-- Name: subscription fk_subscription_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.subscription
    ADD CONSTRAINT fk_subscription_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: subscription fk_subscription_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.subscription
    ADD CONSTRAINT fk_subscription_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: team fk_team_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.team
    ADD CONSTRAINT fk_team_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: team fk_team_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.team
    ADD CONSTRAINT fk_team_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: template fk_template_author_id_member; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.template
    ADD CONSTRAINT fk_template_author_id_member FOREIGN KEY (author_id) REFERENCES public.member(id);


--
-- Name: template fk_template_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.template
    ADD CONSTRAINT fk_template_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: template fk_template_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.template
    ADD CONSTRAINT fk_template_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- PostgreSQL database dump complete
--


