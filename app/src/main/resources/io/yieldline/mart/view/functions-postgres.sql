-- The only place that computes ratios from counts. Rounds exactly, half away from zero.
create or replace function half_up(n numeric, d numeric) returns numeric
    language sql immutable as $$ select div(2 * n + d, 2 * nullif(d, 0)) $$;
-- A ratio that is not exactly 0 or 1 is never rounded to it.
create or replace function ratio(n numeric, d numeric) returns numeric
    language sql immutable as $$ select cast(case when n > 0 and n < d
        then least(0.999999, greatest(0.000001, div(2000000 * n + d, 2 * nullif(d, 0)) * 0.000001))
        else div(2000000 * n + d, 2 * nullif(d, 0)) * 0.000001 end as decimal(9,6)) $$;
-- As the original rounds; only its own tables have it.
create or replace function percent(n numeric, d numeric) returns numeric
    language sql immutable as $$ select cast(div(20000 * n + d, 2 * nullif(d, 0)) * 0.01 as decimal(5,2)) $$;
create or replace function iso_week(d date) returns text
    language sql immutable as $$ select to_char(d, 'IYYY-"W"IW') $$;
create or replace function week_monday(week text) returns date
    language sql immutable as $$ select to_date(week || '-1', 'IYYY-"W"IW-ID') $$;
create or replace function json_text(t text) returns text
    language sql immutable as $$ select '"' || replace(replace(t, '\', '\\'), '"', '\"') || '"' $$;
-- How names compare: without case and blanks. Rules meet records by it. In byte order, upper changes only the letters of ASCII.
create or replace function name_key(t text) returns text
    language sql immutable as $$ select case when octet_length(t) = char_length(t) then upper(replace(t, ' ', ''))
        else translate(upper(replace(t, ' ', '')), 'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįĳĵķĺļľŀłńņňŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżžάέήίαβγδεζηθικλμνξοπρστυφχψωϊϋόύώабвгдежзийклмнопрстуфхцчшщъыьэюяѐёђѓєѕіїјљњћќѝўџ', 'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŹŻŽΆΈΉΊΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΪΫΌΎΏАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЀЁЂЃЄЅІЇЈЉЊЋЌЍЎЏ') end $$;
-- A percentage as the original's Python writes it: 97.8 and 100.0.
create or replace function json_percent(p numeric) returns text
    language sql immutable as $$ select regexp_replace(cast(p as text), '0$', '') $$;
