-- The only place that computes ratios from counts. Rounds exactly, half away from zero.
create or replace function half_up(n numeric, d numeric) returns numeric
    language sql immutable as $$ select div(2 * n + d, 2 * nullif(d, 0)) $$;
create or replace function ratio(n numeric, d numeric) returns numeric
    language sql immutable as $$ select cast(div(2000000 * n + d, 2 * nullif(d, 0)) * 0.000001 as decimal(9,6)) $$;
create or replace function percent(n numeric, d numeric) returns numeric
    language sql immutable as $$ select cast(div(20000 * n + d, 2 * nullif(d, 0)) * 0.01 as decimal(5,2)) $$;
create or replace function iso_week(d date) returns text
    language sql immutable as $$ select to_char(d, 'IYYY-"W"IW') $$;
create or replace function week_monday(week text) returns date
    language sql immutable as $$ select to_date(week || '-1', 'IYYY-"W"IW-ID') $$;
create or replace function json_text(t text) returns text
    language sql immutable as $$ select '"' || replace(replace(t, '\', '\\'), '"', '\"') || '"' $$;
-- A percentage as the original's Python writes it: 97.8 and 100.0.
create or replace function json_percent(p numeric) returns text
    language sql immutable as $$ select regexp_replace(cast(p as text), '0$', '') $$;
