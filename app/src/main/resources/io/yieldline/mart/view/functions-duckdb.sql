-- The only place that computes ratios from counts. Whole numbers only: DuckDB divides decimals as doubles.
create or replace macro half_up(n, d) as cast((2 * n + d) // (2 * nullif(d, 0)) as decimal(18,0));
create or replace macro ratio_digits(n, d) as cast(half_up(1000000 * n, d) * 0.000001 as decimal(9,6));
-- A ratio that is not exactly 0 or 1 is never rounded to it.
create or replace macro ratio(n, d) as cast(
    case when n > 0 and n < d then least(0.999999, greatest(0.000001, ratio_digits(n, d))) else ratio_digits(n, d) end as decimal(9,6));
-- As the original rounds; only its own tables have it.
create or replace macro percent(n, d) as cast(half_up(10000 * n, d) * 0.01 as decimal(5,2));
create or replace macro iso_week(d) as strftime(d, '%G-W%V');
create or replace macro week_monday(week) as cast(strptime(week || '-1', '%G-W%V-%u') as date);
create or replace macro json_text(t) as '"' || replace(replace(t, '\', '\\'), '"', '\"') || '"';
-- How names compare: without case and blanks. Rules meet records by it.
create or replace macro name_key(t) as upper(replace(t, ' ', ''));
-- A percentage as the original's Python writes it: 97.8 and 100.0.
create or replace macro json_percent(p) as regexp_replace(cast(p as varchar), '0$', '');
