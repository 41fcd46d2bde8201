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
-- Name: absence; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.absence (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    member_id uuid NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    reason text DEFAULT ''::text NOT NULL
);


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
    place text DEFAULT ''::text NOT NULL,
    goal_id uuid,
    review_id uuid,
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
-- Name: buyer; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.buyer (
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
    campaign text DEFAULT ''::text NOT NULL,
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
    competitor text DEFAULT ''::text NOT NULL,
    forecast text DEFAULT ''::text NOT NULL,
    closed_owner_id uuid,
    closed_manager_id uuid,
    closed_team_id uuid,
    name_key text NOT NULL COLLATE pg_catalog."C",
    first_on date,
    list_minor bigint,
    list_currency text
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
-- Name: forecast; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.forecast (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    member_id uuid,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    commit_minor bigint NOT NULL,
    best_minor bigint,
    currency character varying NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    at timestamp with time zone NOT NULL
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
    team_id uuid,
    kind text DEFAULT 'goal'::text NOT NULL,
    name text DEFAULT ''::text NOT NULL,
    metric character varying NOT NULL,
    query text DEFAULT ''::text NOT NULL,
    period text DEFAULT 'day'::text NOT NULL,
    target bigint NOT NULL,
    currency text DEFAULT ''::text NOT NULL,
    baseline bigint,
    baseline_from date,
    baseline_to date,
    parent_id uuid,
    reason text DEFAULT ''::text NOT NULL,
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
    campaign text DEFAULT ''::text NOT NULL,
    company_key text NOT NULL COLLATE pg_catalog."C",
    name_key text NOT NULL COLLATE pg_catalog."C",
    next_on date,
    outcome text DEFAULT ''::text NOT NULL,
    outcome_on date,
    known_on date
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
    joined_on date,
    ramp text DEFAULT ''::text NOT NULL,
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
-- Name: review; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.review (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    member_id uuid,
    period_from date NOT NULL,
    held_on date NOT NULL,
    state text DEFAULT 'open'::text NOT NULL,
    notes text DEFAULT ''::text NOT NULL,
    agreed text DEFAULT ''::text NOT NULL,
    page_id uuid
);


--
-- Name: review_item; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.review_item (
    id uuid NOT NULL,
    code text NOT NULL,
    created_op uuid NOT NULL,
    deleted_op uuid,
    review_id uuid NOT NULL,
    record_kind character varying NOT NULL,
    record_id uuid NOT NULL,
    why text DEFAULT ''::text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    activity_id uuid
);


--
-- Name: rollup_activity; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.rollup_activity (
    level smallint NOT NULL,
    on_day date NOT NULL,
    owner_id uuid NOT NULL,
    kind_id uuid NOT NULL,
    outcome_id uuid NOT NULL,
    n bigint NOT NULL
);


--
-- Name: rollup_arrival; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.rollup_arrival (
    level smallint NOT NULL,
    on_day date NOT NULL,
    owner_id uuid NOT NULL,
    source_id uuid NOT NULL,
    status_id uuid NOT NULL,
    outcome text NOT NULL COLLATE pg_catalog."C",
    existing smallint NOT NULL,
    n bigint NOT NULL
);


--
-- Name: rollup_closed; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.rollup_closed (
    on_day date NOT NULL,
    state text NOT NULL COLLATE pg_catalog."C",
    lost_reason_id uuid NOT NULL,
    currency text NOT NULL COLLATE pg_catalog."C",
    span integer NOT NULL,
    n bigint NOT NULL,
    valued bigint NOT NULL,
    total bigint NOT NULL,
    zeros bigint NOT NULL
);


--
-- Name: rollup_deal_step; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.rollup_deal_step (
    level smallint NOT NULL,
    on_day date NOT NULL,
    owner_id uuid NOT NULL,
    source_id uuid NOT NULL,
    pipeline_id uuid NOT NULL,
    stage_id uuid NOT NULL,
    n bigint NOT NULL
);


--
-- Name: rollup_fate; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.rollup_fate (
    level smallint NOT NULL,
    on_day date NOT NULL,
    owner_id uuid NOT NULL,
    source_id uuid NOT NULL,
    status_id uuid NOT NULL,
    outcome text NOT NULL COLLATE pg_catalog."C",
    n bigint NOT NULL
);


--
-- Name: rollup_lead_step; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.rollup_lead_step (
    level smallint NOT NULL,
    on_day date NOT NULL,
    owner_id uuid NOT NULL,
    source_id uuid NOT NULL,
    status_id uuid NOT NULL,
    n bigint NOT NULL
);


--
-- Name: rollup_open; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.rollup_open (
    level smallint NOT NULL,
    on_day date NOT NULL,
    owner_id uuid NOT NULL,
    source_id uuid NOT NULL,
    pipeline_id uuid NOT NULL,
    stage_id uuid NOT NULL,
    currency text NOT NULL COLLATE pg_catalog."C",
    list_currency text NOT NULL COLLATE pg_catalog."C",
    n bigint NOT NULL,
    valued bigint NOT NULL,
    total bigint NOT NULL,
    weight bigint NOT NULL,
    unweighted bigint NOT NULL,
    listed bigint NOT NULL,
    list_total bigint NOT NULL,
    without_price bigint NOT NULL
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
-- Data for Name: absence; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.absence VALUES ('01a2193a-2d91-710c-bf6b-1242f9d5b266', 'BWXBCK6', '01a2193a-2d8d-7875-acb7-f8dacf2c1675', NULL, '01a2193a-121c-7a6d-9064-0f8124bc6dfb', '2026-12-28', '2026-12-30', '');


--
-- Data for Name: account; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.account VALUES ('', '', '{}', 'valencia foods', 'valencia.example', '', '', '', '', '', '01a2193a-39cc-7ff4-9f77-97a1c0bf8a58', '70BZ2JR', '01a2193a-39c8-71f3-8887-ac6dd9c03a7d', NULL, 'Valencia Foods', '', '', '', '', NULL, NULL, '', NULL, NULL, '01a2193a-121c-7a6d-9064-0f8124bc6dfb', 'valencia foods', NULL);


--
-- Data for Name: activity; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.activity VALUES ('01a2193a-35ff-7228-97c8-38e435e3c6b8', 'GTY7HNR', '01a2193a-35f2-7cc0-9c79-9667dad23887', NULL, '01a2193a-11f6-71c9-a238-51f9b127877c', '01a2193a-11f7-7749-bda7-c1ca98fb9c8b', '01a2193a-121c-7a6d-9064-0f8124bc6dfb', '01a2193a-180e-7b5f-9574-cdc7d5894a16', NULL, NULL, NULL, '', 'Asked for ROI', '', 'out', 0, false, NULL, NULL, NULL, '', NULL, NULL, NULL, NULL, '2026-11-23', '2026-11-23 08:12:00+00');
INSERT INTO public.activity VALUES ('01a2193a-3640-7bee-8538-f2e31ac3bc3c', 'CDC7F1W', '01a2193a-35f2-7cc0-9c79-9667dad23887', NULL, '01a2193a-11f6-71c9-a238-51f9b127877c', NULL, '01a2193a-121c-7a6d-9064-0f8124bc6dfb', '01a2193a-180e-7b5f-9574-cdc7d5894a16', NULL, NULL, NULL, '', '', '', 'out', 0, false, NULL, NULL, NULL, '', NULL, NULL, '2026-11-26', NULL, NULL, NULL);


--
-- Data for Name: activity_kind; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.activity_kind VALUES ('01a2193a-11f6-71c9-a238-51f9b127877c', '6RJF1VW', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Call', 0, 'c', 'call', 'call');
INSERT INTO public.activity_kind VALUES ('01a2193a-11f9-7b45-a91a-7add4c2f56ec', 'N62YNQC', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Mail', 1, 'm', 'mail', 'mail');
INSERT INTO public.activity_kind VALUES ('01a2193a-11fa-7572-8d44-7deb1e83a7ea', 'CF879ZA', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Meeting', 2, 'g', 'meeting', 'meeting');
INSERT INTO public.activity_kind VALUES ('01a2193a-11fb-7086-840d-3e693c214b52', '4Y22JTJ', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Demo', 3, 'd', 'demo', 'demo');
INSERT INTO public.activity_kind VALUES ('01a2193a-11fb-7b47-82fb-05d16f5bc89f', '5QNQJ4Z', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Message', 4, 's', 'message', 'message');
INSERT INTO public.activity_kind VALUES ('01a2193a-11fc-7430-92ec-fd5677571ceb', 'SVNE77B', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Visit', 5, 'v', 'visit', 'visit');
INSERT INTO public.activity_kind VALUES ('01a2193a-11fd-70d2-bc99-e5b627941586', 'RKS85C6', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Walk-in', 6, 'w', 'visit', 'walk-in');
INSERT INTO public.activity_kind VALUES ('01a2193a-11fd-7505-b053-f89d5daf616e', 'NETYRBE', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Task', 7, 't', 'task', 'task');
INSERT INTO public.activity_kind VALUES ('01a2193a-1200-7fd8-899e-48ece2ab2b54', 'KHAPATM', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Note', 8, 'n', 'note', 'note');


--
-- Data for Name: alembic_version; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.alembic_version VALUES ('0004');


--
-- Data for Name: attachment; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: buyer; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.buyer VALUES ('Bodnár Rita, nagykereskedés', '---
persona: Operatív vezető, kedves, mindig siet
company: Fenyves Nagyker, 60 fő
script: Feltáró hívás
language: hu
opening: Bodnár Rita. Negyedórám van, mielőtt jönnek az autók.
unsure: Ezen gondolkodnom kellene.
early: Hm. Miért kérdezi?
---

Ő vezeti a raktárt és a rendelésfelvételt. Egy vásár után kért hívást; senki sem tudja, mit keres.

# Situation
- [ma] A rendelés e-mailben jön, két kolléga beírja egy táblázatba, a raktár reggel hatkor kinyomtatja.
  asked: csinálják, most
- [csapat] Négyen nyúlunk minden rendeléshez, és tizenketten élünk abból, ami kijön belőle.
  asked: hányan
- Az eredményért én felelek. A munkát Zoli és Kata végzi.
  asked: ki felel, ki végzi
- Az éttermeknek számít a legtöbbet, ők minden nap rendelnek.
  asked: melyik részében, számít

# Problem
- [hibas] Őszintén? Minden tizenötödik szállítmányon van valami hiba.
  asked: csúszik, hol
  after: ma
  need: Minden tizenötödik szállítmány hibás
- [lassu] A beírás. Hétfőn délig tart.
  asked: tovább, lassú
  need: A beírás hétfőn délig tart
- Volt egy webáruházunk. Senki sem használta, egy nyár után abbahagytuk.
  asked: próbáltak

# Implication
- [ara] A hibás szállítás második út, egyenként harmincezer. Várjon csak: ez havonta több mint egymillió.
  asked: mennyibe, negyedév
  after: hibas
  need: A második utak havonta több mint egymillióba kerülnek
- [elment] Idén két étterem ment el tőlünk. Ezt eddig nem kötöttem össze.
  asked: történik, késik, hibás
  after: hibas
  need: Két étterem a hibás szállítások miatt ment el
- Az értékesítés miattunk nem ígér már másnapi szállítást.
  asked: melyik másik csapat, kerülgetnie
  after: hibas

# Need-payoff
- [ido] Katát visszatenném a telefonhoz az éttermekhez, ott a helye.
  asked: egyszerűen működne, mire fordítanák
  after: lassu
  need: Kata az ügyfelekkel beszéljen, ne gépeljen
- [jo] Ha minden szállítmány jó lenne, újra kimondhatnám: holnapra ott van. Ezt akarom.
  asked: segítene, mérik, mennyit érne
  after: ara
  need: Minden szállítmány legyen jó, hogy újra ígérhessék a másnapot
- Először Tibornak mutatnám. Ötmillió felett mindent ő ír alá.
  asked: kinek mutatná
  after: jo

# Objections
- Van egy táblázatunk, az elég jól működik.
  until: hibas
  cause: Előbb volt megoldás, mint közösen látott probléma
- Ez drágán hangzik egy ekkora cégnek.
  until: ara
  cause: Még nem számoltuk ki, mibe kerül a probléma

# Agrees
- [order] Küldje a szerződést, csütörtökön Tiborral aláírjuk.
  after: jo, elment, ido
- [advance] Tiborral csütörtökön kettőkor együtt megnézzük.
  after: jo
- [continuation] Küldjön valamit, és hívjon a szezon után.
', '', NULL, true, 'bodnar rita, nagykereskedes', '01a2193a-1217-7729-9655-8bae982e67ad', 'TC2WSXD', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);
INSERT INTO public.buyer VALUES ('Csordás Ildikó, három bolt', '---
persona: Három bolt tulajdonosa, egyenes, mindent kiszámol
company: Csordás Ajándék, három bolt
script: Nagy tételű rendelés
language: hu
opening: Csordás. Maga a gyertyás, ugye?
unsure: Az attól függ.
early: Szép sorjában.
pleased: Jó. Ezzel tudok mit kezdeni.
---

A vásáron elvitt két mintát, szó nélkül tette a táskájába.

# Situation
- [boltok] Három bolt, és csak az óvárosi kettőben lenne kint.
  asked: hány üzlet, melyikben
- [kinalat] Gyertya egy gyártótól, és képeslap. Az eladás ötöde gyertya.
  asked: árulnak, kategóriában
- [lista] Én döntök. A tavaszi kínálatot a hónap végén zárom le.
  asked: dönt, lezárják, zárják
- Korán, tíz előtt, és nem piacnapon.
  asked: szállítást

# Problem
- [lassu] A nagyok csak állnak, mint a katonák. Kétszer áraztam le őket.
  asked: lassabban
  after: kinalat
  need: A nagy gyertyák nem fogynak, le kell árazni őket
- [elfogy] A kicsik meg minden szombatra elfogynak. Nyolcvanat rendelek, százhúsz kellene.
  asked: fogynak ki, bent
  need: A kis gyertyák minden szombatra elfogynak
- Azt kérdezik, hol készülnek. Nem tudom megmondani.
  asked: keresnek

# Implication
- [ures] Üres polc szombaton? Nyolcvanezer, boltonként.
  asked: üres polc, szombaton
  after: elfogy
  need: Az üres polc szombatonként és boltonként nyolcvanezer
- [arres] Megeszi az egész asztal árrését. Karácsonyig nem keresek a gyertyán.
  asked: árréssel, lassú készlet
  after: lassu
  need: A lassú készlet megeszi az egész asztal árrését
- Elmennek a sarkon túlra. Van, aki nem jön vissza.
  asked: hová mennek
  after: elfogy

# Need-payoff
- [hely] Ha forogna a polc, lenne helye a kerámiának, amit akarok.
  asked: kétszer, helyet
  after: arres
  need: Hely a polcon a kerámiának
- [gyakran] Hetente egy kis doboz a raklap helyett? Akkor sosem fogyok ki, és sosem vagyok tele.
  asked: gyakoribb, kisebb
  after: ures
  need: Hetente egy kis szállítás
- Ötven százaléknál gondolkodás nélkül újrarendelném.
  asked: milyen árrésnél
  after: hely

# Objections
- A minimális mennyiség nekem sok.
  until: ures
  cause: Még nem számolta ki, mibe kerülnek az üres polcok
- Van gyertyaszállítóm.
  until: lassu
  cause: Arról, ami ma nem fogy, nem esett szó

# Agrees
- [order] Hatvan kicsi minden csütörtökön, mindkét boltba. Ma megírom a napokat.
  after: gyakran, hely
- [advance] Ma kiteszem a két mintát, és hétfőn megmondom, mi fogyott.
  after: gyakran
- [continuation] Küldje el az árlistát, megnézem.
', '', NULL, true, 'csordas ildiko, harom bolt', '01a2193a-1218-7691-9cf2-f5f7e1daab98', 'ZGXNAWR', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);
INSERT INTO public.buyer VALUES ('Daniel Osei, after the demo', '---
persona: Head of sales, careful, liked what he saw
company: Lumeno, solar panels for farms, 90 people
script: Demo follow-up
language: en
opening: Hello. Yes, the demo was good. We are talking about it.
unsure: I do not know.
early: I would not go that far yet.
---

He saw the demo last week with one of his team leads. He was polite, asked two questions and promised to talk about it inside.

# Situation
- [seen] Ama saw it with me, and I told our finance lead about it in the lift.
  asked: seen, heard
- [decide] Finance and I decide together. Ruth, from finance, has to say yes.
  asked: decide, say
- Ama asked whether it works without a connection, out on the farms.
  asked: others ask

# Problem
- [doubt] If I am honest: I did not see how the old offers get in. We have nine hundred of them.
  asked: missing, convincing
  need: Nine hundred old offers have to come in
- The offers themselves. We would still write those.
  asked: not solve

# Implication
- [slip] The season starts in March. If we begin after that, nobody learns anything new until autumn.
  asked: slips, quarter
  after: decide
  need: A start after March loses the whole season
- [risk] If the offers come in wrong, my people go back to their notebooks within a week.
  asked: go wrong, bring it in
  after: doubt
  need: People would go back to notebooks if the data is wrong
- Until then they call who comes to mind first.
  asked: people do until

# Need-payoff
- [liked] The list in the morning. With it a new colleague would be as good as Ama by summer.
  asked: like most, change
  need: New people as good as the best by summer
- [success] If every open offer is called within ten days, that is a success. I would sign for that.
  asked: result, success
  after: slip
  need: Every open offer called within ten days
- [ruth] Ruth needs one page: what it costs, and what nine hundred forgotten offers cost.
  asked: explain, signs
  after: decide, risk
  need: One page for finance

# Objections
- Can we talk about the price first?
  until: success
  cause: He has not said yet what a success would be worth
- It is a lot to introduce before the season.
  until: risk
  cause: His fear of a bad start was not talked through

# Agrees
- [order] Then let us do it: Ruth and I sign on Friday, and Ama sends you the offers.
  after: success, ruth, liked
- [advance] I bring Ruth to a call on Wednesday at nine. Have that page with you.
  after: ruth
- [continuation] Let me talk to Ruth, and we will see.
', '', NULL, true, 'daniel osei, after the demo', '01a2193a-1218-7ae3-beaa-211249be77e0', '94VWXZ0', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);
INSERT INTO public.buyer VALUES ('Ines Carvalho, three shops', '---
persona: Owner of three shops, direct, counts everything
company: Casa Carvalho, three shops for gifts
script: Bulk order
language: en
opening: Carvalho. You are the one with the candles, yes?
unsure: That depends.
early: One thing after the other.
pleased: Good. That I can use.
---

She took two samples at the fair and put them into her bag without a word.

# Situation
- [shops] Three shops, and only the two in the old town would carry it.
  asked: how many shops, carry
- [range] Candles from one maker, and postcards. Candles are a fifth of what we sell.
  asked: sell in this category, category now
- [list] I decide. The range for spring is fixed at the end of the month.
  asked: decides on listing, range fixed
- Early, before ten, and not on market days.
  asked: delivered

# Problem
- [slow] The big ones stand there like soldiers. I marked them down twice.
  asked: slowly, slow
  after: range
  need: Big candles do not sell and are marked down
- [stock] And the small ones are gone every Saturday. I order eighty, I need a hundred and twenty.
  asked: run out, stock
  need: Small candles are sold out every Saturday
- People ask where they are made. I cannot say it.
  asked: customers ask

# Implication
- [empty] An empty shelf on a Saturday? Two hundred euros, each shop.
  asked: empty shelf, saturday
  after: stock
  need: An empty shelf costs two hundred euros a Saturday and shop
- [margin] It eats my margin for the whole table. I earn nothing on candles before Christmas.
  asked: margin, next season
  after: slow
  need: The slow stock eats the margin of the whole table
- They go around the corner. Some do not come back.
  asked: customers go
  after: stock

# Need-payoff
- [space] With a shelf that turns, I would have room for the ceramics I want.
  asked: twice as fast, space
  after: margin
  need: Room on the shelf for ceramics
- [often] Every week a small box instead of a pallet? Then I am never out of stock, and never full.
  asked: frequent deliveries, smaller
  after: empty
  need: A small delivery every week
- At fifty percent I would reorder without thinking.
  asked: margin would make
  after: space

# Objections
- Your minimum quantity is too much for me.
  until: empty
  cause: She has not counted yet what empty shelves cost her
- I have a supplier for candles.
  until: slow
  cause: What does not sell today was not talked about

# Agrees
- [order] Sixty small ones every Thursday, both shops. I write you the dates today.
  after: often, space
- [advance] I put the two samples on the shelf today and tell you on Monday what sold.
  after: often
- [continuation] Send me your list, I will look at it.
', '', NULL, true, 'ines carvalho, three shops', '01a2193a-1218-7f71-9341-058e835556c4', 'T1NANP4', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);
INSERT INTO public.buyer VALUES ('Kerekes Gábor, a bemutató után', '---
persona: Értékesítési vezető, óvatos, tetszett neki, amit látott
company: Napmező, napelem gazdaságoknak, 90 fő
script: Bemutató után
language: hu
opening: Jó napot. Igen, jó volt a bemutató. Beszélgetünk róla.
unsure: Nem tudom.
early: Idáig azért még nem mennék.
---

Múlt héten látta a bemutatót az egyik csapatvezetőjével. Udvarias volt, kettőt kérdezett, és azt ígérte, házon belül beszél róla.

# Situation
- [lattak] Anikó látta velem, és a liftben meséltem róla a pénzügyi vezetőnknek.
  asked: látta, hallott
- [dontes] A pénzüggyel közösen döntünk. Ruttkainénak is igent kell mondania.
  asked: döntenek, beleszólása
- Anikó azt kérdezte, működik-e térerő nélkül, kint a földeken.
  asked: kérdeztek

# Problem
- [ketely] Őszintén? Nem láttam, hogyan kerülnek be a régi ajánlataink. Kilencszáz van belőlük.
  asked: hiányzott, meggyőző
  need: Kilencszáz régi ajánlatnak be kell kerülnie
- Magukat az ajánlatokat. Azokat továbbra is mi írnánk.
  asked: oldaná

# Implication
- [csuszik] Márciusban indul a szezon. Ha utána kezdjük, őszig senki nem tanul meg semmi újat.
  asked: csúszik, negyedévet
  after: dontes
  need: Márciusi kezdés után elveszik az egész szezon
- [kockazat] Ha rosszul kerülnek be az ajánlatok, egy héten belül mindenki visszatér a füzetéhez.
  asked: félre, bevezetésnél
  after: ketely
  need: Rossz adatokkal mindenki visszatér a füzethez
- Addig azt hívják, aki először eszükbe jut.
  asked: addig

# Need-payoff
- [tetszett] A reggeli lista. Azzal egy új kolléga nyárra olyan jó lenne, mint Anikó.
  asked: tetszett, változtatna
  need: Az új kollégák nyárra olyan jók, mint a legjobbak
- [siker] Ha minden nyitott ajánlatot tíz napon belül felhívunk, az siker. Ezt aláírnám.
  asked: eredmény, siker
  after: csuszik
  need: Minden nyitott ajánlat tíz napon belül hívást kap
- [oldal] Ruttkainénak egy oldal kell: mennyibe kerül, és mennyibe kerül kilencszáz elfelejtett ajánlat.
  asked: segítene, elmagyarázni
  after: dontes, kockazat
  need: Egy oldal a pénzügynek

# Objections
- Beszélhetnénk előbb az árról?
  until: siker
  cause: Még nem mondta ki, mit érne egy siker
- Sok ezt bevezetni a szezon előtt.
  until: kockazat
  cause: A rossz kezdéstől való félelmét nem beszéltük végig

# Agrees
- [order] Akkor csináljuk: Ruttkainéval pénteken aláírjuk, Anikó küldi az ajánlatokat.
  after: siker, oldal, tetszett
- [advance] Szerdán kilenckor behívom Ruttkainét is. Legyen Önnél az az egy oldal.
  after: oldal
- [continuation] Hadd beszéljek Ruttkainéval, aztán meglátjuk.
', '', NULL, true, 'kerekes gabor, a bemutato utan', '01a2193a-1219-7343-8862-7d8f4a4a409d', 'X54MG4X', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);
INSERT INTO public.buyer VALUES ('Marta Quist, wholesale', '---
persona: Head of operations, friendly, always short of time
company: Fjordgros, a wholesaler of 60 people
script: Discovery
language: en
opening: Marta here. I have a quarter of an hour before the trucks come.
unsure: I would have to think about that.
early: Hm. Why do you ask?
---

She runs the warehouse and the order desk of a wholesaler of kitchen goods. She asked for a call after a fair; nobody knows what she is looking for.

# Situation
- [today] Orders come by mail, my two colleagues type them into a sheet, and the warehouse prints it at six.
  asked: handle, today, first step
- [team] Four people touch every order, and twelve of us live with what comes out.
  asked: how many people, every week
- [owner] I own the result. The work is done by Ole and Fatima.
  asked: owns, who does
- It matters most for our restaurant customers; they order every day.
  asked: part of the business, matter

# Problem
- [wrong] Honestly, about one delivery in fifteen leaves with something wrong on it.
  asked: wrong, mistake
  after: today
  need: One delivery in fifteen is wrong
- [slow] Typing. On a Monday it takes until noon.
  asked: longer, slow
  need: Typing takes until noon on a Monday
- [tried] We tried a web shop. Nobody used it, so we stopped after a summer.
  asked: tried, stopped

# Implication
- [cost] A wrong delivery is a second trip, ninety euros each. Let me count. That is over three thousand a month.
  asked: cost, quarter, money
  after: wrong
  need: Second trips cost over three thousand a month
- [lost] Two restaurants left us this year. I had not put that together until now.
  asked: happens next, late or wrong
  after: wrong
  need: Two restaurants left because of wrong deliveries
- Sales does not promise next-day delivery any more, because of us.
  asked: other teams, work around
  after: wrong

# Need-payoff
- [time] I would put Fatima on the phone with the restaurants, where she belongs.
  asked: simply worked, time
  after: slow
  need: Fatima on the phone with customers instead of typing
- [right] If every delivery were right, I could go back to next-day delivery and say it aloud. I want that.
  asked: help with the goals, measured, worth
  after: cost
  need: Every delivery right, so that they can promise the next day again
- I would show it to Henrik first. He signs everything above five thousand.
  asked: show the result
  after: right

# Objections
- We have a sheet that works well enough.
  until: wrong
  cause: Something was shown before a problem was agreed
- That sounds expensive for a company of our size.
  until: cost
  cause: The cost of the problem was not worked out yet

# Agrees
- [order] Send me the contract for the order desk. I will sign it with Henrik on Thursday.
  after: right, lost, time
- [advance] Henrik and I will look at it together on Thursday at two.
  after: right
- [continuation] Send me something, and call again after the season.
', '', NULL, true, 'marta quist, wholesale', '01a2193a-1219-7748-a32d-a694d1270d97', 'K8JE3CQ', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);


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
', '', NULL, true, 'after the demo', '01a2193a-120c-70b0-ab6f-7af70125ea25', 'W0JBTH5', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);
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
', '', NULL, true, 'first touch', '01a2193a-120d-7075-a6b0-3cfc06afcf98', 'G3AZKWR', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);
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
', '', NULL, true, 'quick answer', '01a2193a-1211-7303-8521-45a58a3486d1', 'P5391PH', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);
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
', '', NULL, true, 'renewal', '01a2193a-1211-76b5-9bad-3c7ca197b5cc', 'JGSFDEC', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);
INSERT INTO public.cadence VALUES ('Win-back', '---
for: lead, contact, deal
stop: reply, meeting, opt-out, bounce, won
hours: 9-17
---

# Somebody we lost or have not heard of for long: ask honestly, twice, and let it be.
now  mail  Win-back
+1w  call  What would have to be different today?
+4w  mail  Follow-up
', '', NULL, true, 'win-back', '01a2193a-1211-7a03-87c0-eda233335ce5', '8SK6Q75', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);


--
-- Data for Name: call_note; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: call_run; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: contact; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.contact VALUES ('', '', '{}', 'tomas herrera tomas herrera tomas@valencia.example', '', '', '', '', '', '', 'Tomás Herrera', 'Tomás', 'Herrera', '', 'tomas@valencia.example', '', '', '', false, 'tomas herrera', 'tomas@valencia.example', '', '01a2193a-39d2-70b6-87ca-a641a815a2da', '6M1B8PT', '01a2193a-39c8-71f3-8887-ac6dd9c03a7d', NULL, '01a2193a-39cc-7ff4-9f77-97a1c0bf8a58', '01a2193a-121c-7a6d-9064-0f8124bc6dfb', NULL);


--
-- Data for Name: cost; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: custom_field; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: deal; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.deal VALUES (NULL, NULL, NULL, NULL, NULL, NULL, '', '', '{}', 'valencia foods', '01a2193a-39d7-77d5-ab83-16dd2c31fdbd', 'MP33ZDX', '01a2193a-39c8-71f3-8887-ac6dd9c03a7d', NULL, 'Valencia Foods', '01a2193a-39cc-7ff4-9f77-97a1c0bf8a58', '01a2193a-39d2-70b6-87ca-a641a815a2da', '01a2193a-121c-7a6d-9064-0f8124bc6dfb', '01a2193a-11d4-7bf2-b88b-0cc1b91828f7', '01a2193a-11d6-76d5-ac0d-cb8faba6f369', NULL, 'open', NULL, 'EUR', NULL, -1, '2026-11-23', '2026-12-23', NULL, NULL, '2026-11-23', NULL, '', '', NULL, NULL, NULL, 'valencia foods', '2026-11-23', NULL, NULL);


--
-- Data for Name: deal_lead; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.deal_lead VALUES ('01a2193a-39e0-7871-8076-80d4c50aea0a', 'K2GNTGA', '01a2193a-39c8-71f3-8887-ac6dd9c03a7d', NULL, '01a2193a-39d7-77d5-ab83-16dd2c31fdbd', '01a2193a-1d9e-72d8-974b-48fa3e457543');


--
-- Data for Name: deal_line; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: enrolment; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: forecast; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: goal; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.goal VALUES ('01a2193a-2210-72bc-9a47-a9d9066a0441', '436M121', '01a2193a-220b-7e1c-bff6-39b9d2e624dd', NULL, '01a2193a-121c-7a6d-9064-0f8124bc6dfb', NULL, 'goal', '', 'calls', '', 'span', 40, '', 0, '2026-11-22', '2026-11-22', NULL, '', '2026-11-23', '2026-11-23');
INSERT INTO public.goal VALUES ('01a2193a-26fa-70c3-b6e5-5ebe03bf2f1a', 'R1VYBRT', '01a2193a-26f3-7b88-ab91-3c08c73d8aa4', NULL, NULL, NULL, 'goal', '', 'revenue', '', 'span', 18000000, 'EUR', 0, '2026-07-01', '2026-09-30', NULL, '', '2026-10-01', '2026-12-31');
INSERT INTO public.goal VALUES ('01a2193a-29f6-77da-9596-9cffeab57324', 'ZNBAWS4', '01a2193a-29eb-7d24-a7d3-9849ff223f0a', NULL, '01a2193a-121c-7a6d-9064-0f8124bc6dfb', NULL, 'quota', '', 'revenue', '', 'span', 6000000, 'EUR', NULL, NULL, NULL, NULL, '', '2026-12-01', '2026-12-31');


--
-- Data for Name: history; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.history VALUES ('lead', '01a2193a-180e-7b5f-9574-cdc7d5894a16', 'status_id', '01a2193a-35f2-7cc0-9c79-9667dad23887', '"01a2193a-11e3-7c0c-8bdc-0625bf941b55"', '"01a2193a-11e4-7796-b9b8-b022cdcf2d2e"', NULL);
INSERT INTO public.history VALUES ('lead', '01a2193a-1d9e-72d8-974b-48fa3e457543', 'status_id', '01a2193a-39c8-71f3-8887-ac6dd9c03a7d', '"01a2193a-11e3-7c0c-8bdc-0625bf941b55"', '"01a2193a-11e4-7e4c-afc8-158cd0f04cd5"', NULL);
INSERT INTO public.history VALUES ('lead', '01a2193a-1d9e-72d8-974b-48fa3e457543', 'qualified_on', '01a2193a-39c8-71f3-8887-ac6dd9c03a7d', NULL, '"2026-11-23"', NULL);
INSERT INTO public.history VALUES ('lead', '01a2193a-1d9e-72d8-974b-48fa3e457543', 'closed_on', '01a2193a-39c8-71f3-8887-ac6dd9c03a7d', NULL, '"2026-11-23"', NULL);
INSERT INTO public.history VALUES ('lead', '01a2193a-1d9e-72d8-974b-48fa3e457543', 'contact_id', '01a2193a-39c8-71f3-8887-ac6dd9c03a7d', NULL, '"01a2193a-39d2-70b6-87ca-a641a815a2da"', NULL);
INSERT INTO public.history VALUES ('lead', '01a2193a-1d9e-72d8-974b-48fa3e457543', 'account_id', '01a2193a-39c8-71f3-8887-ac6dd9c03a7d', NULL, '"01a2193a-39cc-7ff4-9f77-97a1c0bf8a58"', NULL);


--
-- Data for Name: holiday; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.holiday VALUES ('01a2193a-3183-7c4b-9779-750437dd837b', 'GVXV0VV', '01a2193a-3180-76ef-8efd-3794cb9d00ae', NULL, '2026-12-24', '');


--
-- Data for Name: import_batch; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: import_row; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: lead; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.lead VALUES ('01a2193a-3640-7bee-8538-f2e31ac3bc3c', NULL, '01a2193a-11f6-71c9-a238-51f9b127877c', '', '2026-11-23', ' pricing ', '', '{}', 'anna lindqvist anna lindqvist anna@acme.example acme nordic  pricing ', 'acme.example', '', '', '', '', '', 'Anna Lindqvist', 'Anna', 'Lindqvist', '', 'anna@acme.example', '', '', '', false, 'anna@acme.example', '', '01a2193a-180e-7b5f-9574-cdc7d5894a16', 'ZARJJGP', '01a2193a-1801-7748-b75c-15358b26f3e7', NULL, 'Acme Nordic', '', '01a2193a-11e4-7796-b9b8-b022cdcf2d2e', NULL, '01a2193a-121c-7a6d-9064-0f8124bc6dfb', NULL, NULL, 'EUR', '2026-11-23', '2026-11-23 08:12:00+00', NULL, NULL, NULL, NULL, NULL, '', 'acme nordic', 'anna lindqvist', '2026-11-26', '', NULL, NULL);
INSERT INTO public.lead VALUES (NULL, NULL, NULL, NULL, NULL, '', '', '{}', 'tomas herrera tomas herrera tomas@valencia.example valencia foods', 'valencia.example', '', '', '', '', '', 'Tomás Herrera', 'Tomás', 'Herrera', '', 'tomas@valencia.example', '', '', '', false, 'tomas@valencia.example', '', '01a2193a-1d9e-72d8-974b-48fa3e457543', '8Z4AXA3', '01a2193a-1d8f-7e9a-9356-48898d5da5f0', NULL, 'Valencia Foods', '', '01a2193a-11e4-7e4c-afc8-158cd0f04cd5', NULL, '01a2193a-121c-7a6d-9064-0f8124bc6dfb', NULL, NULL, 'EUR', '2026-11-23', '2026-11-23 08:12:00+00', '2026-11-23', '2026-11-23', NULL, '01a2193a-39d2-70b6-87ca-a641a815a2da', '01a2193a-39cc-7ff4-9f77-97a1c0bf8a58', '', 'valencia foods', 'tomas herrera', NULL, 'open', NULL, NULL);


--
-- Data for Name: lead_status; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.lead_status VALUES ('01a2193a-11e3-7c0c-8bdc-0625bf941b55', 'PZS86TN', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'New', 0, 'open', 'new');
INSERT INTO public.lead_status VALUES ('01a2193a-11e4-7796-b9b8-b022cdcf2d2e', 'B6WYB9E', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Working', 1, 'open', 'working');
INSERT INTO public.lead_status VALUES ('01a2193a-11e4-7b1e-8076-6a01309493d0', '4R994YG', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Nurture', 2, 'open', 'nurture');
INSERT INTO public.lead_status VALUES ('01a2193a-11e4-7e4c-afc8-158cd0f04cd5', 'K8F0K6N', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Qualified', 3, 'converted', 'qualified');
INSERT INTO public.lead_status VALUES ('01a2193a-11e5-72f1-9f66-cde4e092cf2a', 'KG95KSA', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Disqualified', 4, 'closed', 'disqualified');


--
-- Data for Name: lost_reason; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.lost_reason VALUES ('01a2193a-11ec-7841-8bd6-c7bb736aa6e1', 'DSPN9Q1', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Price', 0, 'p', 'deal', 'price');
INSERT INTO public.lost_reason VALUES ('01a2193a-11ed-73f4-9a34-b6a763b40180', 'XHV80C0', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Competitor', 1, 'c', 'deal', 'competitor');
INSERT INTO public.lost_reason VALUES ('01a2193a-11ed-775c-a204-e98e82882872', 'T18GA3J', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Budget', 2, 'b', 'deal', 'budget');
INSERT INTO public.lost_reason VALUES ('01a2193a-11ed-7a5c-bc75-cdcc448f0b75', 'H28Y2VN', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Missing features', 3, 'f', 'deal', 'missing features');
INSERT INTO public.lost_reason VALUES ('01a2193a-11ed-7f18-8f35-bf4fab43eb64', 'YNM7TV4', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Payment terms', 4, 't', 'deal', 'payment terms');
INSERT INTO public.lost_reason VALUES ('01a2193a-11ee-726c-8154-0382a72da7aa', 'AKJV9XA', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Delivery date', 5, 'd', 'deal', 'delivery date');
INSERT INTO public.lost_reason VALUES ('01a2193a-11ee-75cf-9740-5d41dce622c7', '7EEC8P7', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'No decision', 6, 'n', 'deal', 'no decision');
INSERT INTO public.lost_reason VALUES ('01a2193a-11ee-7825-9b7e-fa01a027ecba', '6G2FV5T', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'No reply', 7, 'r', 'deal', 'no reply');
INSERT INTO public.lost_reason VALUES ('01a2193a-11ee-7a55-9b15-0a7bd4a51bc1', 'FAAA6Y1', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Timing', 8, 'i', 'deal', 'timing');
INSERT INTO public.lost_reason VALUES ('01a2193a-11ee-7c6d-8354-a4dcbdc442d3', 'JYW8GPK', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Other', 9, 'o', 'deal', 'other');
INSERT INTO public.lost_reason VALUES ('01a2193a-11ee-7e8a-842e-7e9a3a54abbb', '8X59AXV', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Poor fit', 10, 'f', 'lead', 'poor fit');
INSERT INTO public.lost_reason VALUES ('01a2193a-11ef-70a0-bb8d-34d7db557d51', 'ZDNAZAH', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Unreachable', 11, 'u', 'lead', 'unreachable');
INSERT INTO public.lost_reason VALUES ('01a2193a-11ef-727d-be16-3d5673a885ef', 'SSTH1FF', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Not interested', 12, 'n', 'lead', 'not interested');
INSERT INTO public.lost_reason VALUES ('01a2193a-11ef-7448-8df1-7a3d66516661', 'NK52SK1', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'No budget', 13, 'b', 'lead', 'no budget');
INSERT INTO public.lost_reason VALUES ('01a2193a-11ef-7614-9b71-9418ab919980', '2NS36C0', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Duplicate', 14, 'd', 'lead', 'duplicate');
INSERT INTO public.lost_reason VALUES ('01a2193a-11ef-77d1-be4b-b0f899c1d959', '2CW3PAS', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Timing', 15, 't', 'lead', 'timing');
INSERT INTO public.lost_reason VALUES ('01a2193a-11ef-79a0-921b-3cd0c14d4527', '30MTH97', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Junk', 16, 'j', 'lead', 'junk');
INSERT INTO public.lost_reason VALUES ('01a2193a-11ef-7b88-a698-8c857048c8d8', 'NR4HJ6R', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Other', 17, 'o', 'lead', 'other');


--
-- Data for Name: mailbox; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: member; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.member VALUES ('01a2193a-121c-7a6d-9064-0f8124bc6dfb', '4JBRVFV', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Maya Kessler', '', 'rep', NULL, NULL, true, '', NULL, '', 'maya kessler');


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

INSERT INTO public.operation VALUES ('01a2193a-11d1-7787-b79b-7a6f6bb049ea', '2026-11-23 08:12:00+00', NULL, 'vm', 'cli', 'setup', 'Workspace made', NULL, NULL);
INSERT INTO public.operation VALUES ('01a2193a-1801-7748-b75c-15358b26f3e7', '2026-11-23 08:12:00+00', '01a2193a-121c-7a6d-9064-0f8124bc6dfb', 'vm', 'cli', 'change', 'Lead Anna Lindqvist added', NULL, NULL);
INSERT INTO public.operation VALUES ('01a2193a-1d8f-7e9a-9356-48898d5da5f0', '2026-11-23 08:12:00+00', '01a2193a-121c-7a6d-9064-0f8124bc6dfb', 'vm', 'cli', 'change', 'Lead Tomás Herrera added', NULL, NULL);
INSERT INTO public.operation VALUES ('01a2193a-220b-7e1c-bff6-39b9d2e624dd', '2026-11-23 08:12:00+00', '01a2193a-121c-7a6d-9064-0f8124bc6dfb', 'vm', 'cli', 'change', 'Goal of Maya Kessler: 40 calls from 2026-11-23 to 2026-11-23', NULL, NULL);
INSERT INTO public.operation VALUES ('01a2193a-26f3-7b88-ab91-3c08c73d8aa4', '2026-11-23 08:12:00+00', '01a2193a-121c-7a6d-9064-0f8124bc6dfb', 'vm', 'cli', 'change', 'Goal of everyone: €180,000 from 2026-10-01 to 2026-12-31', NULL, NULL);
INSERT INTO public.operation VALUES ('01a2193a-29eb-7d24-a7d3-9849ff223f0a', '2026-11-23 08:12:00+00', '01a2193a-121c-7a6d-9064-0f8124bc6dfb', 'vm', 'cli', 'change', 'Quota of Maya Kessler: €60,000 from 2026-12-01 to 2026-12-31', NULL, NULL);
INSERT INTO public.operation VALUES ('01a2193a-2d8d-7875-acb7-f8dacf2c1675', '2026-11-23 08:12:00+00', '01a2193a-121c-7a6d-9064-0f8124bc6dfb', 'vm', 'cli', 'change', 'Maya Kessler is away 2026-12-28 to 2026-12-30, 3 working days', NULL, NULL);
INSERT INTO public.operation VALUES ('01a2193a-3180-76ef-8efd-3794cb9d00ae', '2026-11-23 08:12:00+00', '01a2193a-121c-7a6d-9064-0f8124bc6dfb', 'vm', 'cli', 'change', '2026-12-24 is a day off', NULL, NULL);
INSERT INTO public.operation VALUES ('01a2193a-35f2-7cc0-9c79-9667dad23887', '2026-11-23 08:12:00+00', '01a2193a-121c-7a6d-9064-0f8124bc6dfb', 'vm', 'cli', 'change', 'Logged talked for Anna Lindqvist', NULL, NULL);
INSERT INTO public.operation VALUES ('01a2193a-39c8-71f3-8887-ac6dd9c03a7d', '2026-11-23 08:12:00+00', '01a2193a-121c-7a6d-9064-0f8124bc6dfb', 'vm', 'cli', 'change', 'Tomás Herrera qualified', NULL, NULL);


--
-- Data for Name: opt_out; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: outcome; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.outcome VALUES ('01a2193a-11f7-7749-bda7-c1ca98fb9c8b', 'ACFQ74B', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11f6-71c9-a238-51f9b127877c', 'Talked', 0, 't', 'reached', 'call +3d', 'talked');
INSERT INTO public.outcome VALUES ('01a2193a-11f8-7379-ac1f-4b6f8f076fe2', 'Y7GEVZ2', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11f6-71c9-a238-51f9b127877c', 'Voicemail', 1, 'v', 'attempt', 'call +2d', 'voicemail');
INSERT INTO public.outcome VALUES ('01a2193a-11f8-7780-99c0-f46fd1815436', 'Z8R2N1P', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11f6-71c9-a238-51f9b127877c', 'No answer', 2, 'n', 'attempt', 'call +1d other half', 'no answer');
INSERT INTO public.outcome VALUES ('01a2193a-11f8-7af5-8fe7-9ef6ca7c70da', 'V57RW6T', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11f6-71c9-a238-51f9b127877c', 'Busy', 3, 'b', 'attempt', 'call +1d', 'busy');
INSERT INTO public.outcome VALUES ('01a2193a-11f8-7e52-9558-a57966e78ee7', '5KEF3Q7', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11f6-71c9-a238-51f9b127877c', 'Meeting booked', 4, 'm', 'reached', 'meet +7d', 'meeting booked');
INSERT INTO public.outcome VALUES ('01a2193a-11f9-7288-90b8-bb1a480b01e5', '940P0F5', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11f6-71c9-a238-51f9b127877c', 'Callback asked', 5, 'k', 'reached', 'call +1d promised', 'callback asked');
INSERT INTO public.outcome VALUES ('01a2193a-11f9-7675-a0d0-91eab58d0cee', 'ATRT37E', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11f6-71c9-a238-51f9b127877c', 'Not interested', 6, 'x', 'closed', '', 'not interested');
INSERT INTO public.outcome VALUES ('01a2193a-11f9-78f2-8942-e6225f3b04b6', '9FKP15P', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11f6-71c9-a238-51f9b127877c', 'Wrong number', 7, 'w', 'wrong', '', 'wrong number');
INSERT INTO public.outcome VALUES ('01a2193a-11f9-7e82-8734-ac3da433d355', 'PJ37MTN', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11f9-7b45-a91a-7add4c2f56ec', 'Sent', 0, 's', 'sent', 'call +3d', 'sent');
INSERT INTO public.outcome VALUES ('01a2193a-11fa-70f1-857c-d2b48aec0a75', 'J5ER2KN', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11f9-7b45-a91a-7add4c2f56ec', 'Replied', 1, 'r', 'reached', 'call +1d', 'replied');
INSERT INTO public.outcome VALUES ('01a2193a-11fa-7338-87e4-8f8951ac43a5', '58TRGX5', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11f9-7b45-a91a-7add4c2f56ec', 'Bounced', 2, 'b', 'wrong', '', 'bounced');
INSERT INTO public.outcome VALUES ('01a2193a-11fa-7868-ab07-e457014a7f28', 'W0MMZS8', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11fa-7572-8d44-7deb1e83a7ea', 'Held', 0, 'h', 'reached', 'mail +1d', 'held');
INSERT INTO public.outcome VALUES ('01a2193a-11fa-7a8e-94a1-0a304eb02f45', '17B0BT5', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11fa-7572-8d44-7deb1e83a7ea', 'No-show', 1, 'n', 'missed', 'call +1d', 'no-show');
INSERT INTO public.outcome VALUES ('01a2193a-11fa-7ca7-b6a9-08752c065641', 'MP0CNJ1', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11fa-7572-8d44-7deb1e83a7ea', 'Moved', 2, 'r', 'missed', 'meet +7d', 'moved');
INSERT INTO public.outcome VALUES ('01a2193a-11fa-7e9d-9777-42b6ffa147d0', 'VZT2HYG', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11fa-7572-8d44-7deb1e83a7ea', 'Cancelled', 3, 'c', 'missed', 'call +3d', 'cancelled');
INSERT INTO public.outcome VALUES ('01a2193a-11fb-736b-ae5a-8f8c4f78a6c3', 'H7QH9P3', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11fb-7086-840d-3e693c214b52', 'Held', 0, 'h', 'reached', 'mail +1d', 'held');
INSERT INTO public.outcome VALUES ('01a2193a-11fb-758d-973f-640ccbd366cf', 'K5X6SPF', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11fb-7086-840d-3e693c214b52', 'No-show', 1, 'n', 'missed', 'call +1d', 'no-show');
INSERT INTO public.outcome VALUES ('01a2193a-11fb-777e-9f45-7a1bbdd8c795', 'EYXHHWN', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11fb-7086-840d-3e693c214b52', 'Moved', 2, 'r', 'missed', 'meet +7d', 'moved');
INSERT INTO public.outcome VALUES ('01a2193a-11fb-7963-8643-6910bd969555', '2YSD5AN', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11fb-7086-840d-3e693c214b52', 'Cancelled', 3, 'c', 'missed', 'call +3d', 'cancelled');
INSERT INTO public.outcome VALUES ('01a2193a-11fb-7e1a-a9b7-598a274fda58', '8KMZPJR', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11fb-7b47-82fb-05d16f5bc89f', 'Sent', 0, 's', 'sent', 'call +3d', 'sent');
INSERT INTO public.outcome VALUES ('01a2193a-11fc-7056-8bdb-e55d4cb7a90b', 'N6BFA8B', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11fb-7b47-82fb-05d16f5bc89f', 'Replied', 1, 'r', 'reached', 'call +1d', 'replied');
INSERT INTO public.outcome VALUES ('01a2193a-11fc-7254-8f25-5004f45d48fd', 'KT5TJ7X', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11fb-7b47-82fb-05d16f5bc89f', 'Bounced', 2, 'b', 'wrong', '', 'bounced');
INSERT INTO public.outcome VALUES ('01a2193a-11fc-775f-93fb-4232880010de', 'A40046Y', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11fc-7430-92ec-fd5677571ceb', 'Held', 0, 'h', 'reached', 'mail +1d', 'held');
INSERT INTO public.outcome VALUES ('01a2193a-11fc-7990-b90f-e904eaa6bc31', 'KNADF1H', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11fc-7430-92ec-fd5677571ceb', 'No-show', 1, 'n', 'missed', 'call +1d', 'no-show');
INSERT INTO public.outcome VALUES ('01a2193a-11fc-7b7c-bc57-c29d323545f0', 'MS3AHFG', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11fc-7430-92ec-fd5677571ceb', 'Moved', 2, 'r', 'missed', 'meet +7d', 'moved');
INSERT INTO public.outcome VALUES ('01a2193a-11fc-7d77-8b6f-4b4c4ed3ec96', 'H7D7V4P', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11fc-7430-92ec-fd5677571ceb', 'Cancelled', 3, 'c', 'missed', 'call +3d', 'cancelled');
INSERT INTO public.outcome VALUES ('01a2193a-11fd-7310-9dc6-0ab4582ec162', 'HC2XGB2', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11fd-70d2-bc99-e5b627941586', 'Talked', 0, 't', 'reached', 'call +3d', 'talked');
INSERT INTO public.outcome VALUES ('01a2193a-11fd-7730-b195-6c798daeca6b', '66TXJKB', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11fd-7505-b053-f89d5daf616e', 'Done', 0, 'd', 'done', '', 'done');
INSERT INTO public.outcome VALUES ('01a2193a-1201-72c9-b3b3-eef727d2826d', 'WKX50KD', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-1200-7fd8-899e-48ece2ab2b54', 'Noted', 0, 'n', 'noted', '', 'noted');


--
-- Data for Name: page_read; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: pipeline; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.pipeline VALUES ('01a2193a-11d4-7bf2-b88b-0cc1b91828f7', '6WHGA7Q', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Sales', 0, 'sales');
INSERT INTO public.pipeline VALUES ('01a2193a-11d8-7ab1-93e1-86eca50b9775', 'JJGQ5VN', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Renewal', 1, 'renewal');
INSERT INTO public.pipeline VALUES ('01a2193a-11e1-7ec7-90fc-de4343c4d876', 'D1W9P3P', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Partner', 2, 'partner');


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
', '', NULL, true, 'first week', '01a2193a-1204-7097-96b4-fc6586700fbd', 'P3703XX', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, NULL, NULL);
INSERT INTO public.playbook_page VALUES ('How a deal grows', '---
under: Our playbook
order: 3
---

A stage is something the buyer did, not something we did. A deal moves on when the criteria of its stage are met; the board shows them.
', '', NULL, true, 'how a deal grows', '01a2193a-1204-7f68-aac3-e1c561bb11f4', 'NGVP4FM', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, NULL, NULL);
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
', '', NULL, true, 'needs agreed', '01a2193a-1205-7361-bf00-19e213685da5', '89PGQD5', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, NULL, NULL);
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
', '', NULL, true, 'negotiation', '01a2193a-1205-76c7-9a70-b71b2c76ebf5', 'CP7DTZN', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, NULL, NULL);
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
', '', NULL, true, 'our customers', '01a2193a-1205-79dd-bebc-d6a24db1a6cc', '96V39PC', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, NULL, NULL);
INSERT INTO public.playbook_page VALUES ('Our playbook', '---
order: 1
---

How we sell, in one place. Every page says who last checked it; a page that is wrong is worse than none, so mend it when you see it (`e`).

Read in this order when you are new: First week, Our customers, How a deal grows, Talking about price.
', '', NULL, true, 'our playbook', '01a2193a-1205-7e0d-aa8b-6badf5be04c6', 'QTVW166', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, NULL, NULL);
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
', '', NULL, true, 'proposal', '01a2193a-1206-719b-80ec-d0228ac03044', 'A5C0C24', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, NULL, NULL);
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
', '', NULL, true, 'qualified', '01a2193a-1206-73f2-8cd2-2b4b8f443717', 'E7M8DRQ', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, NULL, NULL);
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
', '', NULL, true, 'talking about price', '01a2193a-1206-7641-9d5d-e7e1735f2428', '5SNY918', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, NULL, NULL);


--
-- Data for Name: product; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: review; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: review_item; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: rollup_activity; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.rollup_activity VALUES (0, '2026-11-23', '00000000-0000-0000-0000-000000000000', '01a2193a-11f6-71c9-a238-51f9b127877c', '01a2193a-11f7-7749-bda7-c1ca98fb9c8b', 1);
INSERT INTO public.rollup_activity VALUES (1, '2026-11-01', '01a2193a-121c-7a6d-9064-0f8124bc6dfb', '01a2193a-11f6-71c9-a238-51f9b127877c', '01a2193a-11f7-7749-bda7-c1ca98fb9c8b', 1);


--
-- Data for Name: rollup_arrival; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.rollup_arrival VALUES (0, '2026-11-23', '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000', '01a2193a-11e4-7796-b9b8-b022cdcf2d2e', '', 0, 1);
INSERT INTO public.rollup_arrival VALUES (1, '2026-11-01', '01a2193a-121c-7a6d-9064-0f8124bc6dfb', '00000000-0000-0000-0000-000000000000', '01a2193a-11e4-7796-b9b8-b022cdcf2d2e', '', 0, 1);
INSERT INTO public.rollup_arrival VALUES (0, '2026-11-23', '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000', '01a2193a-11e4-7e4c-afc8-158cd0f04cd5', 'open', 0, 1);
INSERT INTO public.rollup_arrival VALUES (1, '2026-11-01', '01a2193a-121c-7a6d-9064-0f8124bc6dfb', '00000000-0000-0000-0000-000000000000', '01a2193a-11e4-7e4c-afc8-158cd0f04cd5', 'open', 0, 1);


--
-- Data for Name: rollup_closed; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: rollup_deal_step; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.rollup_deal_step VALUES (0, '0001-01-01', '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000', '01a2193a-11d4-7bf2-b88b-0cc1b91828f7', '01a2193a-11d6-76d5-ac0d-cb8faba6f369', 1);
INSERT INTO public.rollup_deal_step VALUES (1, '0001-01-01', '01a2193a-121c-7a6d-9064-0f8124bc6dfb', '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000', 1);
INSERT INTO public.rollup_deal_step VALUES (2, '0001-01-01', '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000', '01a2193a-11d4-7bf2-b88b-0cc1b91828f7', '01a2193a-11d6-76d5-ac0d-cb8faba6f369', 1);


--
-- Data for Name: rollup_fate; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: rollup_lead_step; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.rollup_lead_step VALUES (0, '2026-11-26', '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000', '01a2193a-11e4-7796-b9b8-b022cdcf2d2e', 1);
INSERT INTO public.rollup_lead_step VALUES (1, '2026-11-26', '01a2193a-121c-7a6d-9064-0f8124bc6dfb', '00000000-0000-0000-0000-000000000000', '01a2193a-11e4-7796-b9b8-b022cdcf2d2e', 1);
INSERT INTO public.rollup_lead_step VALUES (0, '0001-01-01', '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000', '01a2193a-11e4-7e4c-afc8-158cd0f04cd5', 1);
INSERT INTO public.rollup_lead_step VALUES (1, '0001-01-01', '01a2193a-121c-7a6d-9064-0f8124bc6dfb', '00000000-0000-0000-0000-000000000000', '01a2193a-11e4-7e4c-afc8-158cd0f04cd5', 1);


--
-- Data for Name: rollup_open; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.rollup_open VALUES (0, '2026-12-23', '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000', '01a2193a-11d4-7bf2-b88b-0cc1b91828f7', '01a2193a-11d6-76d5-ac0d-cb8faba6f369', 'EUR', '', 1, 0, 0, 0, 0, 0, 0, 1);
INSERT INTO public.rollup_open VALUES (1, '2026-12-23', '01a2193a-121c-7a6d-9064-0f8124bc6dfb', '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000', '01a2193a-11d6-76d5-ac0d-cb8faba6f369', 'EUR', '', 1, 0, 0, 0, 0, 0, 0, 1);
INSERT INTO public.rollup_open VALUES (2, '2026-12-23', '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000', '01a2193a-11d4-7bf2-b88b-0cc1b91828f7', '01a2193a-11d6-76d5-ac0d-cb8faba6f369', 'EUR', '', 1, 0, 0, 0, 0, 0, 0, 1);


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

INSERT INTO public.saved_view VALUES ('01a2193a-11f0-74e5-a234-177fba849c1d', 'YX8970X', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'lead', 'Mine', 'status:open owner:me sort:due', 0);
INSERT INTO public.saved_view VALUES ('01a2193a-11f0-7f97-85df-0aef17f23fb8', 'WBZ4FXR', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'lead', 'Overdue', 'status:open owner:me due:..yesterday sort:due', 1);
INSERT INTO public.saved_view VALUES ('01a2193a-11f1-730c-956e-710f9a1271a4', 'YD14WD4', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'lead', 'No next step', 'status:open owner:me next:none', 2);
INSERT INTO public.saved_view VALUES ('01a2193a-11f1-760d-a3ca-bc9d51aab583', 'N8TNDC3', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'lead', 'New this week', 'created:-7d.. sort:-created', 3);
INSERT INTO public.saved_view VALUES ('01a2193a-11f1-78ef-bf97-92d67e6281ac', 'SZ650DC', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'lead', 'Team', 'status:open sort:due', 4);
INSERT INTO public.saved_view VALUES ('01a2193a-11f1-7bca-bfc9-2cbda1eff474', 'PGYZX3M', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'deal', 'Mine', 'status:open owner:me', 5);
INSERT INTO public.saved_view VALUES ('01a2193a-11f1-7f16-8750-fc5c2d7c28b8', 'GPQRA5R', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'deal', 'Stalled', 'status:open owner:me stuck:14d..', 6);
INSERT INTO public.saved_view VALUES ('01a2193a-11f2-714f-806d-8936f59b28e4', 'VTSPA74', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'deal', 'Closing this month', 'status:open close:..eom', 7);
INSERT INTO public.saved_view VALUES ('01a2193a-11f2-7363-bcbf-b7c3f6dfbdfd', 'FVDZFFX', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'deal', 'Team', 'status:open', 8);
INSERT INTO public.saved_view VALUES ('01a2193a-11f5-704f-936b-6ac773eed9ca', 'XSYXPEA', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'activity', 'Calls', 'kind:call', 9);
INSERT INTO public.saved_view VALUES ('01a2193a-11f5-7559-8acd-a143eeee0a66', 'FQEW2K6', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'activity', 'Best leads', 'score:70..', 10);


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
', '', NULL, true, 'bemutato utan', '01a2193a-1212-7fac-96af-72637c1c9ce5', 'DY1S775', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);
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
', '', NULL, true, 'bulk order', '01a2193a-1213-7de6-aedf-20f5a647ae5a', 'PK4FBJT', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);
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
', '', NULL, true, 'demo follow-up', '01a2193a-1214-7208-af9e-8eff986e9903', 'YC6X683', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);
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
', '', NULL, true, 'discovery', '01a2193a-1214-75c6-8299-f75be224c5b0', 'FH29HDG', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);
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
', '', NULL, true, 'elso hivas erdeklodonek', '01a2193a-1214-7975-8615-eb420223909e', '812744Y', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);
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
', '', NULL, true, 'feltaro hivas', '01a2193a-1214-7d68-aea9-2175ad2c8c29', 'PPJS319', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);
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
', '', NULL, true, 'inbound first call', '01a2193a-1215-733c-ad2c-4926d79a395a', 'VBSMEAT', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);
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
', '', NULL, true, 'megujitas', '01a2193a-1215-7624-80cd-827f227f43e2', 'WH7YGZ2', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);
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
', '', NULL, true, 'nagy tetelu rendeles', '01a2193a-1215-7acb-87b4-8d698e9b3e91', '679PFMH', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);
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
', '', NULL, true, 'renewal', '01a2193a-1215-7f36-8a64-57cc4f63dba5', 'H7P7PX5', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);
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
', '', NULL, true, 'visszanyeres', '01a2193a-1216-721c-bc74-52c7ef529e88', 'ZQN57M8', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);
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
', '', NULL, true, 'win-back', '01a2193a-1216-751c-820c-2ca136f2c818', '4VF5J0R', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);


--
-- Data for Name: setting; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.setting VALUES ('01a2193a-121a-7469-aaf2-e4a84348a6b9', '11MH9NS', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'currency', 'EUR');
INSERT INTO public.setting VALUES ('01a2193a-121a-7f76-8c5c-280ba8c60024', 'EMCC014', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'time_zone', 'Europe/Budapest');
INSERT INTO public.setting VALUES ('01a2193a-121b-72cd-a847-fc1aae651734', 'AQ6A5SM', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'week_start', '6');
INSERT INTO public.setting VALUES ('01a2193a-121b-75c2-b3da-0294b6e15c3d', 'JVE2Q1X', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'date_order', 'mdy');
INSERT INTO public.setting VALUES ('01a2193a-121b-7892-8c2e-4b333c6aa1b1', 'CY6N8DH', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'language', 'en');


--
-- Data for Name: snippet; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: source; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.source VALUES ('01a2193a-11e6-73f9-9408-347aa099a85a', 'AG9KA2T', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Word of mouth', 0, 'inbound', 'word of mouth');
INSERT INTO public.source VALUES ('01a2193a-11e6-7e38-ab27-882c07c01b1d', 'G3W06RX', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Website', 1, 'inbound', 'website');
INSERT INTO public.source VALUES ('01a2193a-11e7-71be-8b53-98991f50d4c3', '4FN1N63', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Search ads', 2, 'inbound', 'search ads');
INSERT INTO public.source VALUES ('01a2193a-11e7-7543-8d04-a18c9aae8d47', 'JDAX3A7', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Social media', 3, 'inbound', 'social media');
INSERT INTO public.source VALUES ('01a2193a-11e7-7834-a500-d58f7957c9c6', 'XWNFJE6', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Content', 4, 'inbound', 'content');
INSERT INTO public.source VALUES ('01a2193a-11ea-7510-be93-589685afb4ac', 'T2TZD5C', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Walk-in', 5, 'inbound', 'walk-in');
INSERT INTO public.source VALUES ('01a2193a-11ea-793c-8862-a65ba6819c6c', 'EK8373C', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Partner', 6, 'inbound', 'partner');
INSERT INTO public.source VALUES ('01a2193a-11ea-7b90-8f38-3238521f4e77', '191YKKQ', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Existing customer', 7, 'inbound', 'existing customer');
INSERT INTO public.source VALUES ('01a2193a-11ea-7dc3-b410-50f3fbe6d076', 'FXYDM3P', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Cold call', 8, 'outbound', 'cold call');
INSERT INTO public.source VALUES ('01a2193a-11eb-732d-9693-a749312f3081', '4RJYC41', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Cold mail', 9, 'outbound', 'cold mail');
INSERT INTO public.source VALUES ('01a2193a-11eb-7586-bbe0-4fa6842434c1', 'T228D61', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Event', 10, 'outbound', 'event');
INSERT INTO public.source VALUES ('01a2193a-11eb-77ab-887d-609c3dfe1cb7', 'GYZW75Q', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Campaign', 11, 'outbound', 'campaign');
INSERT INTO public.source VALUES ('01a2193a-11eb-7998-b800-1f88d306c377', '39GDGVQ', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Purchased list', 12, 'outbound', 'purchased list');
INSERT INTO public.source VALUES ('01a2193a-11eb-7c26-950e-a7b3d03990b6', 'F83K45P', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, 'Import', 13, 'outbound', 'import');


--
-- Data for Name: stage; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.stage VALUES ('01a2193a-11d6-76d5-ac0d-cb8faba6f369', 'YNTDWV9', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11d4-7bf2-b88b-0cc1b91828f7', 'New', 0, 'open', 10, 7, 'new');
INSERT INTO public.stage VALUES ('01a2193a-11d7-74c3-b5ae-977c3e5728c8', 'GZ5EA68', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11d4-7bf2-b88b-0cc1b91828f7', 'Qualified', 1, 'open', 25, 10, 'qualified');
INSERT INTO public.stage VALUES ('01a2193a-11d7-794f-8c1e-319475c82877', 'HTWGA3Q', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11d4-7bf2-b88b-0cc1b91828f7', 'Needs agreed', 2, 'open', 40, 12, 'needs agreed');
INSERT INTO public.stage VALUES ('01a2193a-11d7-7d31-852b-0f274ebe094f', 'X7BW2AF', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11d4-7bf2-b88b-0cc1b91828f7', 'Proposal', 3, 'open', 60, 12, 'proposal');
INSERT INTO public.stage VALUES ('01a2193a-11d8-70a6-a19d-dc7cb1a6200c', 'JRTC80C', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11d4-7bf2-b88b-0cc1b91828f7', 'Negotiation', 4, 'open', 80, 14, 'negotiation');
INSERT INTO public.stage VALUES ('01a2193a-11d8-741c-913a-66aeb1d229be', 'TRX4ADY', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11d4-7bf2-b88b-0cc1b91828f7', 'Won', 5, 'won', 100, NULL, 'won');
INSERT INTO public.stage VALUES ('01a2193a-11d8-77b0-a26d-f664c52387f0', 'K2J71ZG', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11d4-7bf2-b88b-0cc1b91828f7', 'Lost', 6, 'lost', 0, NULL, 'lost');
INSERT INTO public.stage VALUES ('01a2193a-11e0-7a5e-9c0f-4d5143842154', '51R88AM', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11d8-7ab1-93e1-86eca50b9775', 'Due', 0, 'open', 50, 30, 'due');
INSERT INTO public.stage VALUES ('01a2193a-11e1-707e-abb3-e9ba506e2ffa', '986WBZT', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11d8-7ab1-93e1-86eca50b9775', 'Reviewed', 1, 'open', 60, 14, 'reviewed');
INSERT INTO public.stage VALUES ('01a2193a-11e1-73ce-bae0-d828589a0a83', '1C9M2M3', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11d8-7ab1-93e1-86eca50b9775', 'Offer', 2, 'open', 75, 14, 'offer');
INSERT INTO public.stage VALUES ('01a2193a-11e1-7666-b499-57d0d4bbcd33', '3ABQK9K', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11d8-7ab1-93e1-86eca50b9775', 'Agreed', 3, 'open', 90, 14, 'agreed');
INSERT INTO public.stage VALUES ('01a2193a-11e1-7904-825b-7ab868c9c55b', '1MCKHAV', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11d8-7ab1-93e1-86eca50b9775', 'Renewed', 4, 'won', 100, NULL, 'renewed');
INSERT INTO public.stage VALUES ('01a2193a-11e1-7bff-8a83-e3b1ef152ebc', '7QHABNW', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11d8-7ab1-93e1-86eca50b9775', 'Churned', 5, 'lost', 0, NULL, 'churned');
INSERT INTO public.stage VALUES ('01a2193a-11e2-7221-b53b-0e94c312eb6c', 'K1H5TVC', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11e1-7ec7-90fc-de4343c4d876', 'Contacted', 0, 'open', 10, 14, 'contacted');
INSERT INTO public.stage VALUES ('01a2193a-11e2-74a4-8665-3acee7c2549d', 'VKW4N4X', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11e1-7ec7-90fc-de4343c4d876', 'Samples sent', 1, 'open', 30, 21, 'samples sent');
INSERT INTO public.stage VALUES ('01a2193a-11e2-76ff-8d3b-eb9342eeff4a', 'D1EXZTA', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11e1-7ec7-90fc-de4343c4d876', 'Terms', 2, 'open', 60, 14, 'terms');
INSERT INTO public.stage VALUES ('01a2193a-11e2-7908-93db-4cb4040a9eb4', 'G20N7NM', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11e1-7ec7-90fc-de4343c4d876', 'First order agreed', 3, 'open', 90, 14, 'first order agreed');
INSERT INTO public.stage VALUES ('01a2193a-11e2-7b0b-aa88-0843c6b13ebe', 'F3B2FNY', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11e1-7ec7-90fc-de4343c4d876', 'Won', 4, 'won', 100, NULL, 'won');
INSERT INTO public.stage VALUES ('01a2193a-11e2-7db5-9ab3-ccd539024ac6', 'MWG4JP6', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL, '01a2193a-11e1-7ec7-90fc-de4343c4d876', 'Lost', 5, 'lost', 0, NULL, 'lost');


--
-- Data for Name: stage_change; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.stage_change VALUES ('01a2193a-39df-7519-905e-6687bbd653bb', 'YXXCMXV', '01a2193a-39c8-71f3-8887-ac6dd9c03a7d', NULL, '01a2193a-39d7-77d5-ab83-16dd2c31fdbd', NULL, '01a2193a-11d6-76d5-ac0d-cb8faba6f369', '2026-11-23', '01a2193a-121c-7a6d-9064-0f8124bc6dfb');


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
', '', NULL, true, 'abandoned order', '01a2193a-1207-7813-93a9-ff69d5072b9a', '7AGEAWT', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);
INSERT INTO public.template VALUES ('After the call', '---
subject: {company|Our call}: what we said
kind: call
language: en
---

Hi {first_name|there},

thank you for the call today.

What matters to you, as I heard it:

{needs}

What we agreed:

{agreed}

If I got anything wrong, tell me, and I will put it right.

Best regards
{signature}
', '', NULL, true, 'after the call', '01a2193a-1208-7327-99de-c0a2f0b362aa', 'BRB6RNA', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);
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
', '', NULL, true, 'demo invitation', '01a2193a-1208-7698-9a72-9e58c8fc04d6', '34FR16P', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);
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
', '', NULL, true, 'first touch', '01a2193a-1208-79c4-aa14-8f1c03af907a', 'G1TZ43T', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);
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
', '', NULL, true, 'follow-up', '01a2193a-1208-7cc3-952b-749a63ca748c', '9HWMX4C', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);
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
', '', NULL, true, 'promotion', '01a2193a-1209-70f2-97b1-42cf31e4523c', 'WRY8MHW', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);
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
', '', NULL, true, 'renewal', '01a2193a-1209-746e-85ca-b8f187db3579', '63XPDBS', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);
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
', '', NULL, true, 'thank you', '01a2193a-120a-7d6c-8e0f-90f71e216089', 'WF22R49', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);
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
', '', NULL, true, 'win-back', '01a2193a-120b-7011-a2c8-638fe273effc', 'ZH77VZW', '01a2193a-11d1-7787-b79b-7a6f6bb049ea', NULL);


--
-- Name: alembic_version alembic_version_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkey PRIMARY KEY (version_num);


--
-- Name: absence pk_absence; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.absence
    ADD CONSTRAINT pk_absence PRIMARY KEY (id);


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
-- Name: buyer pk_buyer; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.buyer
    ADD CONSTRAINT pk_buyer PRIMARY KEY (id);


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
-- Name: forecast pk_forecast; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.forecast
    ADD CONSTRAINT pk_forecast PRIMARY KEY (id);


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
-- Name: review pk_review; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.review
    ADD CONSTRAINT pk_review PRIMARY KEY (id);


--
-- Name: review_item pk_review_item; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.review_item
    ADD CONSTRAINT pk_review_item PRIMARY KEY (id);


--
-- Name: rollup_activity pk_rollup_activity; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rollup_activity
    ADD CONSTRAINT pk_rollup_activity PRIMARY KEY (level, on_day, owner_id, kind_id, outcome_id);


--
-- Name: rollup_arrival pk_rollup_arrival; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rollup_arrival
    ADD CONSTRAINT pk_rollup_arrival PRIMARY KEY (level, on_day, owner_id, source_id, status_id, outcome, existing);


--
-- Name: rollup_closed pk_rollup_closed; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rollup_closed
    ADD CONSTRAINT pk_rollup_closed PRIMARY KEY (on_day, state, lost_reason_id, currency, span);


--
-- Name: rollup_deal_step pk_rollup_deal_step; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rollup_deal_step
    ADD CONSTRAINT pk_rollup_deal_step PRIMARY KEY (level, on_day, owner_id, source_id, pipeline_id, stage_id);


--
-- Name: rollup_fate pk_rollup_fate; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rollup_fate
    ADD CONSTRAINT pk_rollup_fate PRIMARY KEY (level, on_day, owner_id, source_id, status_id, outcome);


--
-- Name: rollup_lead_step pk_rollup_lead_step; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rollup_lead_step
    ADD CONSTRAINT pk_rollup_lead_step PRIMARY KEY (level, on_day, owner_id, source_id, status_id);


--
-- Name: rollup_open pk_rollup_open; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rollup_open
    ADD CONSTRAINT pk_rollup_open PRIMARY KEY (level, on_day, owner_id, source_id, pipeline_id, stage_id, currency, list_currency);


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
-- Name: ix_absence_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_absence_code ON public.absence USING btree (code);


--
-- Name: ix_absence_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_absence_created_op ON public.absence USING btree (created_op);


--
-- Name: ix_absence_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_absence_deleted_op ON public.absence USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_absence_member_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_absence_member_id ON public.absence USING btree (member_id);


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
-- Name: ix_activity_goal; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_activity_goal ON public.activity USING btree (goal_id) WHERE (goal_id IS NOT NULL);


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
-- Name: ix_activity_review; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_activity_review ON public.activity USING btree (review_id) WHERE (review_id IS NOT NULL);


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
-- Name: ix_buyer_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_buyer_code ON public.buyer USING btree (code);


--
-- Name: ix_buyer_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_buyer_created_op ON public.buyer USING btree (created_op);


--
-- Name: ix_buyer_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_buyer_deleted_op ON public.buyer USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_buyer_name_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_buyer_name_key ON public.buyer USING btree (name_key);


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
-- Name: ix_deal_customer; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_customer ON public.deal USING btree (account_id, won_on, state, deleted_op) WHERE ((state = 'won'::text) AND (deleted_op IS NULL));


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
-- Name: ix_deal_lost; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_lost ON public.deal USING btree (lost_on, value_minor, currency, first_on, lost_reason_id, state, deleted_op) WHERE ((state = 'lost'::text) AND (deleted_op IS NULL));


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
-- Name: ix_deal_standing; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_standing ON public.deal USING btree (stage_id, stage_on, forecast, currency, close_on, value_minor, owner_id, state, deleted_op) WHERE ((state = 'open'::text) AND (deleted_op IS NULL));


--
-- Name: ix_deal_state; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_state ON public.deal USING btree (state, owner_id, id, deleted_op) WHERE (deleted_op IS NULL);


--
-- Name: ix_deal_won; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_won ON public.deal USING btree (won_on, value_minor, currency, first_on, account_id, contact_id, id, state, deleted_op) WHERE ((state = 'won'::text) AND (deleted_op IS NULL));


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
-- Name: ix_forecast_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_forecast_code ON public.forecast USING btree (code);


--
-- Name: ix_forecast_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_forecast_created_op ON public.forecast USING btree (created_op);


--
-- Name: ix_forecast_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_forecast_deleted_op ON public.forecast USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_forecast_member_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_forecast_member_id ON public.forecast USING btree (member_id);


--
-- Name: ix_forecast_starts_on; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_forecast_starts_on ON public.forecast USING btree (starts_on);


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
-- Name: ix_goal_parent_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_goal_parent_id ON public.goal USING btree (parent_id);


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

CREATE INDEX ix_lead_account_id ON public.lead USING btree (account_id) WHERE (account_id IS NOT NULL);


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

CREATE INDEX ix_lead_contact_id ON public.lead USING btree (contact_id) WHERE (contact_id IS NOT NULL);


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
-- Name: ix_review_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_review_code ON public.review USING btree (code);


--
-- Name: ix_review_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_review_created_op ON public.review USING btree (created_op);


--
-- Name: ix_review_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_review_deleted_op ON public.review USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_review_held_on; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_review_held_on ON public.review USING btree (held_on);


--
-- Name: ix_review_item_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_review_item_code ON public.review_item USING btree (code);


--
-- Name: ix_review_item_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_review_item_created_op ON public.review_item USING btree (created_op);


--
-- Name: ix_review_item_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_review_item_deleted_op ON public.review_item USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_review_item_record_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_review_item_record_id ON public.review_item USING btree (record_id);


--
-- Name: ix_review_item_review_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_review_item_review_id ON public.review_item USING btree (review_id);


--
-- Name: ix_review_member_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_review_member_id ON public.review USING btree (member_id);


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
-- Name: absence fk_absence_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.absence
    ADD CONSTRAINT fk_absence_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: absence fk_absence_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.absence
    ADD CONSTRAINT fk_absence_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: absence fk_absence_member_id_member; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.absence
    ADD CONSTRAINT fk_absence_member_id_member FOREIGN KEY (member_id) REFERENCES public.member(id);


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
-- Name: activity fk_activity_goal_id_goal; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activity
    ADD CONSTRAINT fk_activity_goal_id_goal FOREIGN KEY (goal_id) REFERENCES public.goal(id);


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
-- Name: activity fk_activity_review_id_review; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activity
    ADD CONSTRAINT fk_activity_review_id_review FOREIGN KEY (review_id) REFERENCES public.review(id);


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
-- Name: buyer fk_buyer_author_id_member; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.buyer
    ADD CONSTRAINT fk_buyer_author_id_member FOREIGN KEY (author_id) REFERENCES public.member(id);


--
-- Name: buyer fk_buyer_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.buyer
    ADD CONSTRAINT fk_buyer_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: buyer fk_buyer_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.buyer
    ADD CONSTRAINT fk_buyer_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


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
-- Name: forecast fk_forecast_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.forecast
    ADD CONSTRAINT fk_forecast_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: forecast fk_forecast_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.forecast
    ADD CONSTRAINT fk_forecast_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: forecast fk_forecast_member_id_member; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.forecast
    ADD CONSTRAINT fk_forecast_member_id_member FOREIGN KEY (member_id) REFERENCES public.member(id);


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
-- Name: goal fk_goal_parent_id_goal; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.goal
    ADD CONSTRAINT fk_goal_parent_id_goal FOREIGN KEY (parent_id) REFERENCES public.goal(id);


--
-- Name: goal fk_goal_team_id_team; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.goal
    ADD CONSTRAINT fk_goal_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);


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
-- Name: review fk_review_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.review
    ADD CONSTRAINT fk_review_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: review fk_review_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.review
    ADD CONSTRAINT fk_review_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: review_item fk_review_item_activity_id_activity; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.review_item
    ADD CONSTRAINT fk_review_item_activity_id_activity FOREIGN KEY (activity_id) REFERENCES public.activity(id);


--
-- Name: review_item fk_review_item_created_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.review_item
    ADD CONSTRAINT fk_review_item_created_op_operation FOREIGN KEY (created_op) REFERENCES public.operation(id);


--
-- Name: review_item fk_review_item_deleted_op_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.review_item
    ADD CONSTRAINT fk_review_item_deleted_op_operation FOREIGN KEY (deleted_op) REFERENCES public.operation(id);


--
-- Name: review_item fk_review_item_review_id_review; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.review_item
    ADD CONSTRAINT fk_review_item_review_id_review FOREIGN KEY (review_id) REFERENCES public.review(id);


--
-- Name: review fk_review_member_id_member; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.review
    ADD CONSTRAINT fk_review_member_id_member FOREIGN KEY (member_id) REFERENCES public.member(id);


--
-- Name: review fk_review_page_id_playbook_page; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.review
    ADD CONSTRAINT fk_review_page_id_playbook_page FOREIGN KEY (page_id) REFERENCES public.playbook_page(id);


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


