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
    direction text DEFAULT 'out'::text NOT NULL,
    priority integer NOT NULL,
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
    next_on date,
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
    do_not_contact boolean DEFAULT false NOT NULL,
    name_key text NOT NULL COLLATE pg_catalog."C",
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
    qualified_on date,
    closed_on date,
    lost_reason_id uuid,
    contact_id uuid,
    account_id uuid,
    company_key text NOT NULL COLLATE pg_catalog."C"
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
    name_key text NOT NULL COLLATE pg_catalog."C"
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
-- Data for Name: account; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.account VALUES ('', '', '{}', 'valencia foods', 'valencia.example', '', '', '', '', '', '01a2130e-4814-7789-a4e7-390831229dbc', '0RJ57DW', '01a2130e-4810-726c-baea-f08dd896a814', NULL, 'Valencia Foods', '', '', '', '', NULL, NULL, '', NULL, NULL, '01a2130e-47ac-78d3-99c2-81befa23ff7f', 'valencia foods', NULL);


--
-- Data for Name: activity; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.activity VALUES ('01a2130e-47bf-7353-88f1-f324b904af0b', 'JWG9BRB', '01a2130e-47b4-7ba9-90b6-b94f3aa768f3', NULL, '01a2130e-479b-7fcf-ae41-f32ef17f8bbf', '01a2130e-479d-7c4b-97e1-6191babce0df', '01a2130e-47ac-78d3-99c2-81befa23ff7f', '01a2130e-47bb-7910-a81c-b711d29f4f13', NULL, NULL, NULL, '', 'Asked for ROI', 'out', 0, NULL, '2026-11-24', '2026-11-24 08:00:00+00', '2026-11-23', '2026-11-23 08:12:00+00');
INSERT INTO public.activity VALUES ('01a2130e-47fd-7e18-a27b-80ace0665687', 'KG6CNM7', '01a2130e-47e5-7de4-9b94-7826ebd1601d', NULL, '01a2130e-479b-7fcf-ae41-f32ef17f8bbf', NULL, '01a2130e-47ac-78d3-99c2-81befa23ff7f', '01a2130e-47bb-7910-a81c-b711d29f4f13', NULL, NULL, NULL, '', '', 'out', 0, NULL, '2026-11-27', '2026-11-27 09:00:00+00', NULL, NULL);


--
-- Data for Name: activity_kind; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.activity_kind VALUES ('01a2130e-479b-7fcf-ae41-f32ef17f8bbf', 'VRQZ2XZ', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Call', 0, 'c', 'call', 'call');
INSERT INTO public.activity_kind VALUES ('01a2130e-47a1-718d-96d5-ca5debdf1499', 'QNXY54S', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Mail', 1, 'm', 'mail', 'mail');
INSERT INTO public.activity_kind VALUES ('01a2130e-47a2-7260-bdac-350e3b222bd0', 'RXJ4AYG', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Meeting', 2, 'g', 'meeting', 'meeting');
INSERT INTO public.activity_kind VALUES ('01a2130e-47a3-741e-8c64-5800e9103424', '3MH0D14', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Demo', 3, 'd', 'demo', 'demo');
INSERT INTO public.activity_kind VALUES ('01a2130e-47a5-74b1-aad7-e3b355c4067b', 'DAW81KV', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Message', 4, 's', 'message', 'message');
INSERT INTO public.activity_kind VALUES ('01a2130e-47a6-737b-b684-66793158d7eb', '4RNHNZB', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Visit', 5, 'v', 'visit', 'visit');
INSERT INTO public.activity_kind VALUES ('01a2130e-47a7-720c-ba50-ce1d022138b8', 'M122E5R', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Walk-in', 6, 'w', 'visit', 'walk-in');
INSERT INTO public.activity_kind VALUES ('01a2130e-47a7-7733-ad82-1b37d460ca96', 'ZA61JMP', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Task', 7, 't', 'task', 'task');
INSERT INTO public.activity_kind VALUES ('01a2130e-47a7-7dff-a0c9-a42e2957d970', 'RMNFPBG', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Note', 8, 'n', 'note', 'note');


--
-- Data for Name: alembic_version; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.alembic_version VALUES ('0001');


--
-- Data for Name: contact; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.contact VALUES ('', '', '{}', 'tomas herrera tomas herrera tomas@valencia.example', '', '', '', '', '', '', 'Tomás Herrera', 'Tomás', 'Herrera', '', 'tomas@valencia.example', '', '', false, 'tomas herrera', 'tomas@valencia.example', '', '01a2130e-4821-7055-afe4-e4d8b67e0b47', '2V7W2T7', '01a2130e-4810-726c-baea-f08dd896a814', NULL, '01a2130e-4814-7789-a4e7-390831229dbc', '01a2130e-47ac-78d3-99c2-81befa23ff7f', NULL);


--
-- Data for Name: cost; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: custom_field; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: deal; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.deal VALUES (NULL, NULL, NULL, NULL, NULL, NULL, '', '', '{}', 'valencia foods', '01a2130e-4839-7d65-a04e-8e8d38557f5f', 'MW5AZTZ', '01a2130e-4810-726c-baea-f08dd896a814', NULL, 'Valencia Foods', '01a2130e-4814-7789-a4e7-390831229dbc', '01a2130e-4821-7055-afe4-e4d8b67e0b47', '01a2130e-47ac-78d3-99c2-81befa23ff7f', '01a2130e-4781-794a-b205-11b8bd76f5c5', '01a2130e-4783-7a15-b5fb-2d74ffc17f3b', NULL, 'open', NULL, 'EUR', NULL, -1, '2026-11-23', '2026-12-23', NULL, NULL, '2026-11-23', NULL, NULL, NULL, NULL, 'valencia foods', '2026-11-23', NULL);


--
-- Data for Name: deal_lead; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.deal_lead VALUES ('01a2130e-484a-7944-93b1-be4b46e970b7', 'D3EJW5Q', '01a2130e-4810-726c-baea-f08dd896a814', NULL, '01a2130e-4839-7d65-a04e-8e8d38557f5f', '01a2130e-47d9-758b-b04f-65f53189af80');


--
-- Data for Name: deal_line; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: history; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.history VALUES ('activity', '01a2130e-47bf-7353-88f1-f324b904af0b', 'outcome_id', '01a2130e-47e5-7de4-9b94-7826ebd1601d', NULL, '"01a2130e-479d-7c4b-97e1-6191babce0df"', NULL);
INSERT INTO public.history VALUES ('activity', '01a2130e-47bf-7353-88f1-f324b904af0b', 'note', '01a2130e-47e5-7de4-9b94-7826ebd1601d', '""', '"Asked for ROI"', NULL);
INSERT INTO public.history VALUES ('activity', '01a2130e-47bf-7353-88f1-f324b904af0b', 'done_on', '01a2130e-47e5-7de4-9b94-7826ebd1601d', NULL, '"2026-11-23"', NULL);
INSERT INTO public.history VALUES ('activity', '01a2130e-47bf-7353-88f1-f324b904af0b', 'done_at', '01a2130e-47e5-7de4-9b94-7826ebd1601d', NULL, '"2026-11-23T08:12:00+00:00"', NULL);
INSERT INTO public.history VALUES ('lead', '01a2130e-47bb-7910-a81c-b711d29f4f13', 'status_id', '01a2130e-47e5-7de4-9b94-7826ebd1601d', '"01a2130e-478c-7d62-9382-2fe5f62aa6bc"', '"01a2130e-478d-7fcf-89be-ca19685df2e7"', NULL);
INSERT INTO public.history VALUES ('lead', '01a2130e-47d9-758b-b04f-65f53189af80', 'status_id', '01a2130e-4810-726c-baea-f08dd896a814', '"01a2130e-478c-7d62-9382-2fe5f62aa6bc"', '"01a2130e-478e-79b5-bddd-193b196f5ca1"', NULL);
INSERT INTO public.history VALUES ('lead', '01a2130e-47d9-758b-b04f-65f53189af80', 'qualified_on', '01a2130e-4810-726c-baea-f08dd896a814', NULL, '"2026-11-23"', NULL);
INSERT INTO public.history VALUES ('lead', '01a2130e-47d9-758b-b04f-65f53189af80', 'closed_on', '01a2130e-4810-726c-baea-f08dd896a814', NULL, '"2026-11-23"', NULL);
INSERT INTO public.history VALUES ('lead', '01a2130e-47d9-758b-b04f-65f53189af80', 'contact_id', '01a2130e-4810-726c-baea-f08dd896a814', NULL, '"01a2130e-4821-7055-afe4-e4d8b67e0b47"', NULL);
INSERT INTO public.history VALUES ('lead', '01a2130e-47d9-758b-b04f-65f53189af80', 'account_id', '01a2130e-4810-726c-baea-f08dd896a814', NULL, '"01a2130e-4814-7789-a4e7-390831229dbc"', NULL);


--
-- Data for Name: import_batch; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: import_row; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: lead; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.lead VALUES ('01a2130e-47fd-7e18-a27b-80ace0665687', '2026-11-27', '2026-11-27 09:00:00+00', '01a2130e-479b-7fcf-ae41-f32ef17f8bbf', '', '2026-11-23', ' pricing ', '', '{}', 'anna lindqvist anna lindqvist anna@acme.example +46 70 174 06 05 acme nordic  pricing  46701740605', 'acme.example', '', '', '', '', '', 'Anna Lindqvist', 'Anna', 'Lindqvist', '', 'anna@acme.example', '+46 70 174 06 05', '', false, 'anna lindqvist', 'anna@acme.example', '701740605', '01a2130e-47bb-7910-a81c-b711d29f4f13', '799YKRK', '01a2130e-47b4-7ba9-90b6-b94f3aa768f3', NULL, 'Acme Nordic', '', '01a2130e-478d-7fcf-89be-ca19685df2e7', NULL, '01a2130e-47ac-78d3-99c2-81befa23ff7f', NULL, 1200000, 'EUR', '2026-11-23', NULL, NULL, NULL, NULL, NULL, 'acme nordic');
INSERT INTO public.lead VALUES (NULL, NULL, NULL, NULL, NULL, NULL, '', '', '{}', 'tomas herrera tomas herrera tomas@valencia.example valencia foods', 'valencia.example', '', '', '', '', '', 'Tomás Herrera', 'Tomás', 'Herrera', '', 'tomas@valencia.example', '', '', false, 'tomas herrera', 'tomas@valencia.example', '', '01a2130e-47d9-758b-b04f-65f53189af80', 'MRRKBW0', '01a2130e-47d7-7ceb-89e0-344424d61690', NULL, 'Valencia Foods', '', '01a2130e-478e-79b5-bddd-193b196f5ca1', NULL, '01a2130e-47ac-78d3-99c2-81befa23ff7f', NULL, NULL, 'EUR', '2026-11-23', '2026-11-23', '2026-11-23', NULL, '01a2130e-4821-7055-afe4-e4d8b67e0b47', '01a2130e-4814-7789-a4e7-390831229dbc', 'valencia foods');


--
-- Data for Name: lead_status; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.lead_status VALUES ('01a2130e-478c-7d62-9382-2fe5f62aa6bc', 'QV2N9NW', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'New', 0, 'open', 'new');
INSERT INTO public.lead_status VALUES ('01a2130e-478d-7fcf-89be-ca19685df2e7', '5M5VWQ7', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Working', 1, 'open', 'working');
INSERT INTO public.lead_status VALUES ('01a2130e-478e-74ff-a87c-da2b7b48d397', 'DXMHMWQ', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Nurture', 2, 'open', 'nurture');
INSERT INTO public.lead_status VALUES ('01a2130e-478e-79b5-bddd-193b196f5ca1', 'CCPYQ51', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Qualified', 3, 'converted', 'qualified');
INSERT INTO public.lead_status VALUES ('01a2130e-478e-7e27-9894-89be4eef0432', 'S7EY11J', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Disqualified', 4, 'closed', 'disqualified');


--
-- Data for Name: lost_reason; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.lost_reason VALUES ('01a2130e-4794-7e6c-8f11-f8f3fa247f05', 'FX28ZR5', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Price', 0, 'p', 'deal', 'price');
INSERT INTO public.lost_reason VALUES ('01a2130e-4795-7b09-a2c9-2a1ec2d4d9e0', 'V1D9PF0', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Competitor', 1, 'c', 'deal', 'competitor');
INSERT INTO public.lost_reason VALUES ('01a2130e-4796-7103-8155-5dee676e385a', 'SKPWE2T', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Budget', 2, 'b', 'deal', 'budget');
INSERT INTO public.lost_reason VALUES ('01a2130e-4796-743a-ba4c-a54699ac8747', 'TCTS1T7', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Missing features', 3, 'f', 'deal', 'missing features');
INSERT INTO public.lost_reason VALUES ('01a2130e-4796-7760-b0d3-35b7984b7fa2', 'YC4PZX2', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Payment terms', 4, 't', 'deal', 'payment terms');
INSERT INTO public.lost_reason VALUES ('01a2130e-4796-7a6e-a540-f0c775137ad5', 'XTH6YPN', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Delivery date', 5, 'd', 'deal', 'delivery date');
INSERT INTO public.lost_reason VALUES ('01a2130e-4796-7de0-a977-2bff7afa922e', 'XXFN4HE', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'No decision', 6, 'n', 'deal', 'no decision');
INSERT INTO public.lost_reason VALUES ('01a2130e-4797-7032-9014-3565ce366430', 'Q73CS1G', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'No reply', 7, 'r', 'deal', 'no reply');
INSERT INTO public.lost_reason VALUES ('01a2130e-4797-7265-8090-7c265d457e11', 'SEMAZGH', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Timing', 8, 'i', 'deal', 'timing');
INSERT INTO public.lost_reason VALUES ('01a2130e-4797-748c-a480-a0ae73b901e3', 'SSVJ0F3', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Other', 9, 'o', 'deal', 'other');
INSERT INTO public.lost_reason VALUES ('01a2130e-4797-76b4-9786-5bb1420288d0', '510526G', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Poor fit', 10, 'f', 'lead', 'poor fit');
INSERT INTO public.lost_reason VALUES ('01a2130e-4797-78d8-b442-e61af83095eb', 'BW315FB', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Unreachable', 11, 'u', 'lead', 'unreachable');
INSERT INTO public.lost_reason VALUES ('01a2130e-4797-7b17-9ead-fcd9554b2b92', '5AMPAWJ', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Not interested', 12, 'n', 'lead', 'not interested');
INSERT INTO public.lost_reason VALUES ('01a2130e-4797-7d03-9b4b-4d4a62cecfea', '9HCXKZA', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'No budget', 13, 'b', 'lead', 'no budget');
INSERT INTO public.lost_reason VALUES ('01a2130e-4797-7fda-9d51-eb256e72de75', 'NQ75QKN', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Duplicate', 14, 'd', 'lead', 'duplicate');
INSERT INTO public.lost_reason VALUES ('01a2130e-4798-7251-999b-6ca0d6b7f7f5', '3BBFXZN', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Timing', 15, 't', 'lead', 'timing');
INSERT INTO public.lost_reason VALUES ('01a2130e-4798-7461-9d39-ebff279b4ecb', 'WKSPKPB', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Junk', 16, 'j', 'lead', 'junk');
INSERT INTO public.lost_reason VALUES ('01a2130e-4798-7633-8ad7-818dd0c1529a', 'Q8C2MMT', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Other', 17, 'o', 'lead', 'other');


--
-- Data for Name: member; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.member VALUES ('01a2130e-47ac-78d3-99c2-81befa23ff7f', 'VX27ZVZ', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Maya Kessler', '', 'rep', NULL, NULL, true, 'maya kessler');


--
-- Data for Name: operation; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.operation VALUES ('01a2130e-477d-7da0-bb2c-de2d7ea2ca38', '2026-11-23 08:12:00+00', NULL, 'vm', 'cli', 'setup', 'Workspace made', NULL, NULL);
INSERT INTO public.operation VALUES ('01a2130e-47b4-7ba9-90b6-b94f3aa768f3', '2026-11-23 08:12:00+00', '01a2130e-47ac-78d3-99c2-81befa23ff7f', 'vm', 'cli', 'change', 'Lead Anna Lindqvist added', NULL, NULL);
INSERT INTO public.operation VALUES ('01a2130e-47d7-7ceb-89e0-344424d61690', '2026-11-23 08:12:00+00', '01a2130e-47ac-78d3-99c2-81befa23ff7f', 'vm', 'cli', 'change', 'Lead Tomás Herrera added', NULL, NULL);
INSERT INTO public.operation VALUES ('01a2130e-47e5-7de4-9b94-7826ebd1601d', '2026-11-23 08:12:00+00', '01a2130e-47ac-78d3-99c2-81befa23ff7f', 'vm', 'cli', 'change', 'Logged talked for Anna Lindqvist', NULL, NULL);
INSERT INTO public.operation VALUES ('01a2130e-4810-726c-baea-f08dd896a814', '2026-11-23 08:12:00+00', '01a2130e-47ac-78d3-99c2-81befa23ff7f', 'vm', 'cli', 'change', 'Tomás Herrera qualified', NULL, NULL);


--
-- Data for Name: outcome; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.outcome VALUES ('01a2130e-479d-7c4b-97e1-6191babce0df', '6XBSR6Z', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-479b-7fcf-ae41-f32ef17f8bbf', 'Talked', 0, 't', 'reached', 'call +3d', 'talked');
INSERT INTO public.outcome VALUES ('01a2130e-479f-71d4-99ee-2a28fd70c5ff', '3YQ1HFZ', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-479b-7fcf-ae41-f32ef17f8bbf', 'Voicemail', 1, 'v', 'attempt', 'call +2d', 'voicemail');
INSERT INTO public.outcome VALUES ('01a2130e-479f-77fc-ba13-42aacd461aca', 'B6MC6PA', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-479b-7fcf-ae41-f32ef17f8bbf', 'No answer', 2, 'n', 'attempt', 'call +1d', 'no answer');
INSERT INTO public.outcome VALUES ('01a2130e-479f-7cec-b590-72b54cfe7c78', 'N6FWZ3R', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-479b-7fcf-ae41-f32ef17f8bbf', 'Busy', 3, 'b', 'attempt', 'call +1d', 'busy');
INSERT INTO public.outcome VALUES ('01a2130e-47a0-7201-9da6-bb660c43d23f', 'R647MHZ', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-479b-7fcf-ae41-f32ef17f8bbf', 'Meeting booked', 4, 'm', 'reached', 'meet +7d', 'meeting booked');
INSERT INTO public.outcome VALUES ('01a2130e-47a0-7714-8131-2c7114f910ae', '4AFJ45E', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-479b-7fcf-ae41-f32ef17f8bbf', 'Not interested', 5, 'x', 'closed', '', 'not interested');
INSERT INTO public.outcome VALUES ('01a2130e-47a0-7d70-b11f-e6231fc586c8', 'CFWB1P8', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-479b-7fcf-ae41-f32ef17f8bbf', 'Wrong number', 6, 'w', 'wrong', '', 'wrong number');
INSERT INTO public.outcome VALUES ('01a2130e-47a1-76a9-89fc-dc125e85b1f5', '9F8BCFN', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-47a1-718d-96d5-ca5debdf1499', 'Sent', 0, 's', 'sent', 'call +3d', 'sent');
INSERT INTO public.outcome VALUES ('01a2130e-47a1-7a6a-bc87-cc985c40b967', '1E41EB7', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-47a1-718d-96d5-ca5debdf1499', 'Replied', 1, 'r', 'reached', 'call +1d', 'replied');
INSERT INTO public.outcome VALUES ('01a2130e-47a1-7dff-abcd-b15bd3af2f0c', 'F9TYBRC', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-47a1-718d-96d5-ca5debdf1499', 'Bounced', 2, 'b', 'wrong', '', 'bounced');
INSERT INTO public.outcome VALUES ('01a2130e-47a2-76f6-ad8b-1ac4fb7a257a', 'KXQM9BT', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-47a2-7260-bdac-350e3b222bd0', 'Held', 0, 'h', 'reached', 'mail +1d', 'held');
INSERT INTO public.outcome VALUES ('01a2130e-47a2-7a8c-a132-6f7f6cd48bb8', 'XPD92XR', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-47a2-7260-bdac-350e3b222bd0', 'No-show', 1, 'n', 'missed', 'call +1d', 'no-show');
INSERT INTO public.outcome VALUES ('01a2130e-47a2-7d0c-8df2-5c8864eba62b', '1JEQ9HB', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-47a2-7260-bdac-350e3b222bd0', 'Moved', 2, 'r', 'missed', 'meet +7d', 'moved');
INSERT INTO public.outcome VALUES ('01a2130e-47a3-7089-90d1-7ce2500147d3', '9802HYK', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-47a2-7260-bdac-350e3b222bd0', 'Cancelled', 3, 'c', 'missed', 'call +3d', 'cancelled');
INSERT INTO public.outcome VALUES ('01a2130e-47a3-7987-878c-b369826a2fd2', '616MBYJ', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-47a3-741e-8c64-5800e9103424', 'Held', 0, 'h', 'reached', 'mail +1d', 'held');
INSERT INTO public.outcome VALUES ('01a2130e-47a3-7d29-9de2-def96192979a', '5GS55WT', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-47a3-741e-8c64-5800e9103424', 'No-show', 1, 'n', 'missed', 'call +1d', 'no-show');
INSERT INTO public.outcome VALUES ('01a2130e-47a4-70a7-8779-2246aeb25222', 'TQB4MH2', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-47a3-741e-8c64-5800e9103424', 'Moved', 2, 'r', 'missed', 'meet +7d', 'moved');
INSERT INTO public.outcome VALUES ('01a2130e-47a4-7fd6-8f9e-112570c9d199', 'NRCKMCS', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-47a3-741e-8c64-5800e9103424', 'Cancelled', 3, 'c', 'missed', 'call +3d', 'cancelled');
INSERT INTO public.outcome VALUES ('01a2130e-47a5-796f-8f1e-e1aed80af7b9', 'VC0NXXS', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-47a5-74b1-aad7-e3b355c4067b', 'Sent', 0, 's', 'sent', 'call +3d', 'sent');
INSERT INTO public.outcome VALUES ('01a2130e-47a5-7ccf-916c-39f21b65582b', '8DPAP1B', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-47a5-74b1-aad7-e3b355c4067b', 'Replied', 1, 'r', 'reached', 'call +1d', 'replied');
INSERT INTO public.outcome VALUES ('01a2130e-47a6-7029-b061-08453bc4c0e5', 'MXW9G75', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-47a5-74b1-aad7-e3b355c4067b', 'Bounced', 2, 'b', 'wrong', '', 'bounced');
INSERT INTO public.outcome VALUES ('01a2130e-47a6-77ee-8ba2-d1dc64021043', 'HJ04423', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-47a6-737b-b684-66793158d7eb', 'Held', 0, 'h', 'reached', 'mail +1d', 'held');
INSERT INTO public.outcome VALUES ('01a2130e-47a6-7ab4-9a68-dd9864d6ea82', '1JDDTM2', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-47a6-737b-b684-66793158d7eb', 'No-show', 1, 'n', 'missed', 'call +1d', 'no-show');
INSERT INTO public.outcome VALUES ('01a2130e-47a6-7d28-b433-c681995d4f85', '6CNTKW5', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-47a6-737b-b684-66793158d7eb', 'Moved', 2, 'r', 'missed', 'meet +7d', 'moved');
INSERT INTO public.outcome VALUES ('01a2130e-47a6-7f98-82e7-3453afd2dbcd', 'EQX5PYD', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-47a6-737b-b684-66793158d7eb', 'Cancelled', 3, 'c', 'missed', 'call +3d', 'cancelled');
INSERT INTO public.outcome VALUES ('01a2130e-47a7-74bd-a82c-a57d82919fb5', 'P1937XN', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-47a7-720c-ba50-ce1d022138b8', 'Talked', 0, 't', 'reached', 'call +3d', 'talked');
INSERT INTO public.outcome VALUES ('01a2130e-47a7-7a7d-b71e-c20e6ce69fc7', 'SPED7Y7', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-47a7-7733-ad82-1b37d460ca96', 'Done', 0, 'd', 'done', '', 'done');
INSERT INTO public.outcome VALUES ('01a2130e-47a8-71a6-b1e6-3182ba6ef449', 'AX6XX29', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-47a7-7dff-a0c9-a42e2957d970', 'Noted', 0, 'n', 'noted', '', 'noted');


--
-- Data for Name: pipeline; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.pipeline VALUES ('01a2130e-4781-794a-b205-11b8bd76f5c5', '2YQDXE5', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Sales', 0, 'sales');
INSERT INTO public.pipeline VALUES ('01a2130e-4787-7679-91e9-23e29543d143', 'AAM7MA3', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Renewal', 1, 'renewal');
INSERT INTO public.pipeline VALUES ('01a2130e-4789-7532-92c4-3fbcff0192db', 'KZG34PV', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Partner', 2, 'partner');


--
-- Data for Name: product; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: sales_order; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: saved_view; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.saved_view VALUES ('01a2130e-4799-715c-8feb-9e8f90ac24ad', 'Y8AR95D', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'lead', 'Mine', 'status:open owner:me sort:due', 0);
INSERT INTO public.saved_view VALUES ('01a2130e-4799-7d10-b539-8abf1158c092', 'W8NHG4J', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'lead', 'Overdue', 'status:open owner:me due:..yesterday sort:due', 1);
INSERT INTO public.saved_view VALUES ('01a2130e-479a-7079-a225-39a5f2055f68', 'QS0AQV8', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'lead', 'No next step', 'status:open owner:me next:none', 2);
INSERT INTO public.saved_view VALUES ('01a2130e-479a-7409-bb1f-882345060724', 'D2GC1S4', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'lead', 'New this week', 'created:-7d.. sort:-created', 3);
INSERT INTO public.saved_view VALUES ('01a2130e-479a-7824-8dad-48c750b8a6d6', 'X8BH9PP', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'lead', 'Team', 'status:open sort:due', 4);
INSERT INTO public.saved_view VALUES ('01a2130e-479a-7b1a-b2d4-2225cdf94eb9', 'Q6ZJKNS', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'deal', 'Mine', 'status:open owner:me', 5);
INSERT INTO public.saved_view VALUES ('01a2130e-479a-7e64-ac35-0231e42910cb', '7J2J46B', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'deal', 'Stalled', 'status:open owner:me stuck:14d..', 6);
INSERT INTO public.saved_view VALUES ('01a2130e-479b-709b-b15b-486ce3740f0a', 'KHQ83RA', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'deal', 'Closing this month', 'status:open close:..eom', 7);
INSERT INTO public.saved_view VALUES ('01a2130e-479b-7349-8357-73d71f80d52a', 'WFR1N9A', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'deal', 'Team', 'status:open', 8);


--
-- Data for Name: setting; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.setting VALUES ('01a2130e-47a9-7838-874f-2a569637c5f1', 'TB3FHFH', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'currency', 'EUR');
INSERT INTO public.setting VALUES ('01a2130e-47aa-7b5f-a0a3-248d6c264af2', 'NP2CJQJ', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'time_zone', 'Europe/Budapest');
INSERT INTO public.setting VALUES ('01a2130e-47ab-7056-9ec4-068cd5261c51', 'KAJC72H', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'week_start', '0');
INSERT INTO public.setting VALUES ('01a2130e-47ab-743f-a5b4-5217128dc69c', 'W98VHMW', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'date_order', 'dmy');


--
-- Data for Name: source; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.source VALUES ('01a2130e-4790-7217-9e2d-ca524212098f', '91142CF', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Word of mouth', 0, 'inbound', 'word of mouth');
INSERT INTO public.source VALUES ('01a2130e-4791-711a-8ddb-26a8bce85937', '2YEGP9Q', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Website', 1, 'inbound', 'website');
INSERT INTO public.source VALUES ('01a2130e-4791-76bf-b4fa-d397b98cdae5', 'YWRSPQ5', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Search ads', 2, 'inbound', 'search ads');
INSERT INTO public.source VALUES ('01a2130e-4791-7bbc-b975-bc573480d502', 'WT81N82', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Social media', 3, 'inbound', 'social media');
INSERT INTO public.source VALUES ('01a2130e-4792-7028-86fa-28437be68950', 'DXYD2AG', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Content', 4, 'inbound', 'content');
INSERT INTO public.source VALUES ('01a2130e-4792-7421-92b0-4aac1b2c83d6', 'GDJS0YP', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Walk-in', 5, 'inbound', 'walk-in');
INSERT INTO public.source VALUES ('01a2130e-4792-7924-b1e6-3de20de97a3c', '86YJYHW', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Partner', 6, 'inbound', 'partner');
INSERT INTO public.source VALUES ('01a2130e-4792-7ca8-86f5-f584ed690f08', 'KPPJ3R8', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Existing customer', 7, 'inbound', 'existing customer');
INSERT INTO public.source VALUES ('01a2130e-4792-7fe9-a53b-e48e33e9da7e', 'RSYKPKY', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Cold call', 8, 'outbound', 'cold call');
INSERT INTO public.source VALUES ('01a2130e-4793-732a-99fa-c79d4329e851', 'N1JKT2H', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Cold mail', 9, 'outbound', 'cold mail');
INSERT INTO public.source VALUES ('01a2130e-4793-76af-bf71-3a041fc9fb66', 'GFWKYV6', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Event', 10, 'outbound', 'event');
INSERT INTO public.source VALUES ('01a2130e-4793-7af3-959c-2ea454f03200', 'HAF0CG0', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Campaign', 11, 'outbound', 'campaign');
INSERT INTO public.source VALUES ('01a2130e-4793-7df9-af67-4b5b597af4cb', 'DCQNX6B', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Purchased list', 12, 'outbound', 'purchased list');
INSERT INTO public.source VALUES ('01a2130e-4794-7072-9e3b-8a9c55d619e7', 'HAXC6F7', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, 'Import', 13, 'outbound', 'import');


--
-- Data for Name: stage; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.stage VALUES ('01a2130e-4783-7a15-b5fb-2d74ffc17f3b', 'KZW2ZSV', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-4781-794a-b205-11b8bd76f5c5', 'New', 0, 'open', 10, 7, 'new');
INSERT INTO public.stage VALUES ('01a2130e-4784-7f7b-a364-78478b9872b0', 'Y5SGWNG', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-4781-794a-b205-11b8bd76f5c5', 'Qualified', 1, 'open', 25, 10, 'qualified');
INSERT INTO public.stage VALUES ('01a2130e-4785-7952-8c3c-6799588293e9', '5C854Z9', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-4781-794a-b205-11b8bd76f5c5', 'Needs agreed', 2, 'open', 40, 12, 'needs agreed');
INSERT INTO public.stage VALUES ('01a2130e-4786-705e-8a63-76b15fd47954', '5FX8YAM', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-4781-794a-b205-11b8bd76f5c5', 'Proposal', 3, 'open', 60, 12, 'proposal');
INSERT INTO public.stage VALUES ('01a2130e-4786-7677-b514-3f356391c9d3', 'NHS3JEK', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-4781-794a-b205-11b8bd76f5c5', 'Negotiation', 4, 'open', 80, 14, 'negotiation');
INSERT INTO public.stage VALUES ('01a2130e-4786-7c0b-a3d9-1ab2a24a1207', 'AH4M4G7', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-4781-794a-b205-11b8bd76f5c5', 'Won', 5, 'won', 100, NULL, 'won');
INSERT INTO public.stage VALUES ('01a2130e-4787-71d3-ac45-1ff84854c2bc', '1459GNW', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-4781-794a-b205-11b8bd76f5c5', 'Lost', 6, 'lost', 0, NULL, 'lost');
INSERT INTO public.stage VALUES ('01a2130e-4787-7b81-9c8c-2f506670854b', '1K711AB', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-4787-7679-91e9-23e29543d143', 'Due', 0, 'open', 50, 30, 'due');
INSERT INTO public.stage VALUES ('01a2130e-4788-70ea-ba45-4fa122cbefc0', '4HCQVY0', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-4787-7679-91e9-23e29543d143', 'Reviewed', 1, 'open', 60, 14, 'reviewed');
INSERT INTO public.stage VALUES ('01a2130e-4788-74d3-afe7-0b4dbfa4649c', 'PZT8S4W', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-4787-7679-91e9-23e29543d143', 'Offer', 2, 'open', 75, 14, 'offer');
INSERT INTO public.stage VALUES ('01a2130e-4788-7856-86bf-75a452a7f8b9', 'H9AFY5S', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-4787-7679-91e9-23e29543d143', 'Agreed', 3, 'open', 90, 14, 'agreed');
INSERT INTO public.stage VALUES ('01a2130e-4788-7c1d-9809-c2e694f5c268', 'TAFBGK8', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-4787-7679-91e9-23e29543d143', 'Renewed', 4, 'won', 100, NULL, 'renewed');
INSERT INTO public.stage VALUES ('01a2130e-4789-705f-acf2-3fbc798fd895', 'HWRZP4N', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-4787-7679-91e9-23e29543d143', 'Churned', 5, 'lost', 0, NULL, 'churned');
INSERT INTO public.stage VALUES ('01a2130e-4789-79cd-b152-bbe9d46d2184', '7A6T8C4', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-4789-7532-92c4-3fbcff0192db', 'Contacted', 0, 'open', 10, 14, 'contacted');
INSERT INTO public.stage VALUES ('01a2130e-4789-7d61-84d0-c61762cecd22', 'XHCXK92', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-4789-7532-92c4-3fbcff0192db', 'Samples sent', 1, 'open', 30, 21, 'samples sent');
INSERT INTO public.stage VALUES ('01a2130e-478a-70de-ba28-95eeb774ffa2', 'TVQ9ZX2', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-4789-7532-92c4-3fbcff0192db', 'Terms', 2, 'open', 60, 14, 'terms');
INSERT INTO public.stage VALUES ('01a2130e-478a-73e4-9292-480e5781b9eb', 'SBR3EFB', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-4789-7532-92c4-3fbcff0192db', 'First order agreed', 3, 'open', 90, 14, 'first order agreed');
INSERT INTO public.stage VALUES ('01a2130e-478a-7737-b5d8-ba233e2c75e6', 'CZ2RXF6', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-4789-7532-92c4-3fbcff0192db', 'Won', 4, 'won', 100, NULL, 'won');
INSERT INTO public.stage VALUES ('01a2130e-478a-7b58-9f05-c75589a0bab7', 'P4T1ENQ', '01a2130e-477d-7da0-bb2c-de2d7ea2ca38', NULL, '01a2130e-4789-7532-92c4-3fbcff0192db', 'Lost', 5, 'lost', 0, NULL, 'lost');


--
-- Data for Name: stage_change; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.stage_change VALUES ('01a2130e-4842-763d-b361-f6b90d00e605', '46G1SG5', '01a2130e-4810-726c-baea-f08dd896a814', NULL, '01a2130e-4839-7d65-a04e-8e8d38557f5f', NULL, '01a2130e-4783-7a15-b5fb-2d74ffc17f3b', '2026-11-23', '01a2130e-47ac-78d3-99c2-81befa23ff7f');


--
-- Data for Name: subscription; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: team; Type: TABLE DATA; Schema: public; Owner: -
--



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
-- Name: history pk_history; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.history
    ADD CONSTRAINT pk_history PRIMARY KEY (table_name, record_id, column_name, operation_id);


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
-- Name: member pk_member; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.member
    ADD CONSTRAINT pk_member PRIMARY KEY (id);


--
-- Name: operation pk_operation; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.operation
    ADD CONSTRAINT pk_operation PRIMARY KEY (id);


--
-- Name: outcome pk_outcome; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outcome
    ADD CONSTRAINT pk_outcome PRIMARY KEY (id);


--
-- Name: pipeline pk_pipeline; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pipeline
    ADD CONSTRAINT pk_pipeline PRIMARY KEY (id);


--
-- Name: product pk_product; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.product
    ADD CONSTRAINT pk_product PRIMARY KEY (id);


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
-- Name: setting pk_setting; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.setting
    ADD CONSTRAINT pk_setting PRIMARY KEY (id);


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

CREATE INDEX ix_activity_account_id ON public.activity USING btree (account_id);


--
-- Name: ix_activity_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_activity_code ON public.activity USING btree (code);


--
-- Name: ix_activity_contact_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_activity_contact_id ON public.activity USING btree (contact_id);


--
-- Name: ix_activity_created_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_activity_created_op ON public.activity USING btree (created_op);


--
-- Name: ix_activity_deal; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_activity_deal ON public.activity USING btree (deal_id, done_on, due_on);


--
-- Name: ix_activity_deleted_op; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_activity_deleted_op ON public.activity USING btree (deleted_op) WHERE (deleted_op IS NOT NULL);


--
-- Name: ix_activity_done; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_activity_done ON public.activity USING btree (done_on, kind_id);


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
-- Name: ix_deal_won_on; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_deal_won_on ON public.deal USING btree (won_on);


--
-- Name: ix_history_operation; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_history_operation ON public.history USING btree (operation_id, table_name, column_name);


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
-- Name: ix_lead_email_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lead_email_key ON public.lead USING btree (email_key);


--
-- Name: ix_lead_name_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lead_name_key ON public.lead USING btree (name_key);


--
-- Name: ix_lead_next_on; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lead_next_on ON public.lead USING btree (next_on);


--
-- Name: ix_lead_owner_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lead_owner_id ON public.lead USING btree (owner_id);


--
-- Name: ix_lead_phone_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lead_phone_key ON public.lead USING btree (phone_key);


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
-- Name: ix_lead_status_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lead_status_id ON public.lead USING btree (status_id);


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
-- Name: ix_operation_actor_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_operation_actor_id ON public.operation USING btree (actor_id);


--
-- Name: ix_operation_target_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_operation_target_id ON public.operation USING btree (target_id);


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
-- Name: history fk_history_operation_id_operation; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.history
    ADD CONSTRAINT fk_history_operation_id_operation FOREIGN KEY (operation_id) REFERENCES public.operation(id);


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
-- PostgreSQL database dump complete
--


