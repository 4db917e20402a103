-- Statements that must change nothing, read nothing but the tables of the lake, and stop nothing: one in each line.
-- @secret@ is a file beside the lake, @home@ the folder of both, @lake@ the version of the lake, @out@ a file that does not exist.

-- refused: anything but a SELECT
insert into unit_runs values ('X', date '2025-01-01', true)
update unit_runs set passed = true
delete from unit_runs
truncate unit_runs
merge into unit_runs using yield_total on true when matched then delete
drop view unit_runs
drop table unit_runs
drop schema main cascade
alter table unit_runs rename to gone
create table t as select 1
create or replace view unit_runs as select 1
create temp table t (x integer)
create macro f(x) as x
create schema s
create sequence s
create type t as enum ('a')
create index i on unit_runs (day)
create secret s (type s3)
create persistent secret s (type s3)
copy unit_runs to '@out@'
copy unit_runs to '@lake@/new.parquet' (format parquet)
copy (select 'x') to '@lake@/unit_runs/month=2025-04/a.parquet' (use_tmp_file false)
copy (select 'x') to '@secret@' (use_tmp_file false)
copy (select 'x') to 'unit_runs/month=2025-04/a.parquet'
copy t from '/etc/passwd'
copy from database memory to other
export database '@out@'
import database '@out@'
attach '@out@' as other
attach ':memory:' as other
attach '@secret@' (type sqlite)
attach '' as pg (type postgres)
detach memory
use memory
install httpfs
force install httpfs
install httpfs from community
load httpfs
load '@out@'
load json
update extensions
set threads = 8
set memory_limit = '100GB'
set lock_configuration = false
set enable_external_access = true
set allowed_directories = ['/']
set allowed_paths = ['/etc/passwd']
set temp_directory = '/tmp'
set home_directory = '/'
set extension_directory = '/tmp'
set secret_directory = '/tmp'
set disabled_filesystems = ''
set profiling_output = '@out@'
set log_query_path = '@out@'
set search_path = 'temp'
set variable x = 1
set session threads = 8
set global threads = 8
set schema = 'temp'
reset threads
reset lock_configuration
pragma threads = 8
pragma database_list
pragma enable_profiling
pragma profiling_output = '@out@'
pragma enable_logging
pragma force_checkpoint
pragma import_database('@out@')
pragma add_parquet_key('k', '0123456789112345')
call enable_logging()
call enable_logging(storage = 'file', storage_path = '@lake@')
call enable_logging('QueryLog', storage = 'file', storage_path = '@out@')
call force_checkpoint()
call pragma_version()
call import_database('@out@')
call load_aws_credentials()
checkpoint
force checkpoint
vacuum
vacuum analyze
analyze
begin
begin transaction
commit
rollback
abort
start transaction
prepare q as select 1
execute q
deallocate q
explain select 1
explain analyze delete from unit_runs
explain analyze copy (select 1) to '@out@'
comment on view unit_runs is 'x'
grant select on unit_runs to nobody
kill 1
shutdown

-- refused: several statements, and a change inside of a SELECT
select 1; select 2
select 1; delete from unit_runs
select 1; commit; insert into unit_runs values ('X', date '2025-01-01', true)
select 1;; copy (select 1) to '@out@'
begin; set threads = 8; select 1
select 1 /* ; */; drop view unit_runs
with gone as (delete from unit_runs returning *) select * from gone
with gone as (insert into unit_runs values ('X', date '2025-01-01', true) returning *) select * from gone
with gone as (update unit_runs set passed = true returning *) select * from gone
with gone as (copy (select 1) to '@out@') select * from gone
select * from (delete from unit_runs returning *)
select * from (copy (select 1) to '@out@')
select * from (attach '@out@')
select * from (set threads = 8)
select * from (call enable_logging())
select (delete from unit_runs)
select 1 into outfile '@out@'
select * into t from unit_runs
values (1); values (2)
table unit_runs; table unit_runs
from unit_runs; drop view unit_runs
) ; drop view unit_runs; select * from query('select 1'
select 1) limit 0; copy (select 1) to '@out@'; select * from (select 1
'; drop view unit_runs; --
select 1 union delete from unit_runs

-- refused: files and functions that read or write them
select * from read_text('@secret@')
select * from read_text('@lake@/../../@secret@')
select * from read_text('unit_runs/../../../secret.txt')
select * from read_text('unit_runs/month=2025-04/../../../../secret.txt')
select * from read_text('../../secret.txt')
select * from read_text('./../../secret.txt')
select * from read_text('//etc/passwd')
select * from read_text('/etc/../etc/passwd')
select * from read_text('file:///etc/passwd')
select * from read_text('file:/etc/passwd')
select * from read_text('/proc/self/environ')
select * from read_text('/proc/self/cmdline')
select * from read_text('/proc/self/maps')
select * from read_text('/dev/stdin')
select * from read_text('/dev/zero')
select * from read_text('~/.bashrc')
select * from read_text(['/etc/passwd', '@secret@'])
select * from read_text('/etc/pass*')
select * from read_blob('@secret@')
select * from read_blob('/proc/1/environ')
select * from "read_text"('@secret@')
select * from READ_TEXT('@secret@')
select * from main.read_text('@secret@')
select * from system.main.read_text('@secret@')
select * from read_csv('@secret@')
select * from read_csv_auto('/etc/passwd', delim = ':')
select * from read_csv('/etc/passwd', delim = ':', header = false)
select * from read_csv('@secret@', store_rejects = true)
select * from sniff_csv('/etc/passwd')
select * from read_json('@secret@')
select * from read_json_auto('@secret@')
select * from read_json_objects('@secret@')
select * from read_ndjson('@secret@')
select * from read_ndjson_objects('@secret@')
select * from read_parquet('@secret@')
select * from read_parquet('@lake@/unit_runs/*/*.parquet')
select * from parquet_scan('@secret@')
select * from parquet_metadata('@secret@')
select * from parquet_schema('@secret@')
select * from parquet_file_metadata('@secret@')
select * from parquet_kv_metadata('@secret@')
select * from parquet_bloom_probe('@secret@', 'x', 1)
select * from read_duckdb('@secret@')
select * from glob('/etc/*')
select * from glob('@home@/*')
select * from glob('*')
select * from glob('../*')
select * from glob('/**')
select * from 'secret.txt'
select * from '@secret@'
select * from '/etc/passwd'
select * from 'file:///etc/passwd'
select * from '../../secret.csv'
from '/etc/passwd'
table '/etc/passwd'
describe '/etc/passwd'
summarize '/etc/passwd'
select * from (describe '@secret@')
select * from read_text('http://127.0.0.1:1/x')
select * from read_parquet('s3://bucket/x')
select * from read_csv('https://example.com/x.csv')
select * from 'https://example.com/x.parquet'
select * from read_parquet('hf://datasets/x')
select * from sqlite_scan('@secret@', 't')
select * from postgres_scan('host=127.0.0.1', 'public', 'users')
select * from mysql_query('x', 'select 1')
select * from iceberg_scan('@home@')
select * from delta_scan('@home@')
select * from st_read('@secret@')
select * from read_xlsx('@secret@')
select * from shellfs('id')
select * from read_text('cat /etc/passwd |')
select * from unit_runs, read_text('@secret@')
select * from unit_runs join lateral (select * from read_text('@secret@')) on true
select (select content from read_text('@secret@'))
select * from unit_runs where serial_number in (select content from read_text('@secret@'))
with s as materialized (select * from read_text('@secret@')) select * from s
with recursive s as (select content from read_text('@secret@') union all select content from s) select * from s limit 1
select 1 from range(1) having exists (from read_text('@secret@'))
select * from unit_runs order by (select content from read_text('@secret@'))
select list_transform([1], x -> (select content from read_text('@secret@')))
select * from (values ((select content from read_text('@secret@'))))
pivot (select * from read_text('@secret@')) on filename using count(*)
select * from (pivot (select * from read_text('@secret@')) on filename using count(*))
select * from (unpivot (select * from read_text('@secret@')) on filename)
select 1 union all select size from read_text('@secret@')
select case when false then (select content from read_text('@secret@')) else '' end

-- refused: functions that act, and text that becomes SQL
select * from enable_logging()
select * from enable_logging('QueryLog')
select * from enable_logging(storage = 'file', storage_path = '@lake@')
select * from enable_logging('QueryLog', storage = 'file', storage_path = '@lake@/unit_runs')
select * from enable_logging('QueryLog', storage = 'file', storage_path = 'unit_runs/logs')
select * from enable_logging('QueryLog', storage = 'file', storage_path = '@out@')
select * from "enable_logging"(storage = 'stdout')
select * from enable_logging(level = 'trace', storage = 'stdout')
select * from disable_logging()
select * from truncate_duckdb_logs()
select * from enable_profiling()
select * from enable_profile()
select * from disable_profiling()
select * from enable_verification()
select * from disable_optimizer()
select * from enable_progress_bar()
select * from checkpoint()
select * from force_checkpoint()
select * from import_database('@out@')
select * from add_parquet_key('k', '0123456789112345')
select * from query('select 1')
select * from query('copy (select 1) to ''@out@''')
select * from query('select * from enable_' || 'logging()')
select * from query('select * from query(''select * from read_text(''''@secret@'''')'')')
select * from query_table('unit_runs')
select * from query_table(['unit_runs', '/etc/passwd'])
select * from query_table('@secret@')
select * from main."query"('select 1')
select * from json_execute_serialized_sql(json_serialize_sql('select * from read_text(''@secret@'')'))
select * from duckdb_secrets()
select * from duckdb_databases()
select * from duckdb_settings()
select * from duckdb_logs()
select * from duckdb_extensions()
select * from duckdb_temporary_files()
select * from duckdb_external_file_cache()
select * from pragma_database_list()
select * from pragma_storage_info('unit_runs')
select * from pragma_show('unit_runs')
select * from pragma_user_agent()
select * from which_secret('s3://x', 's3')
select * from load_aws_credentials()
select * from seq_scan(1)
select * from arrow_scan(0, 0, 0)
select * from arrow_scan(1, 2, 3)
select * from arrow_scan_dumb(1, 2, 3)
select * from test_all_types()
select * from test_vector_types(null::integer)
select * from copy_database('memory', 'temp')
select * from summary_all('x')
select * from unit_runs, enable_logging(storage = 'file', storage_path = '@lake@')
select (select count(*) from enable_logging(storage = 'file', storage_path = '@out@'))
with l as (from enable_logging(storage = 'file', storage_path = '@lake@')) select * from l
select enable_logging()
select query('select 1')
select getenv('HOME')
select getenv('PATH')
select system('id')
select shell('id')
select pg_read_file('/etc/passwd')
select load_extension('x')
select nextval('x')
select pg_sleep(60)
select sleep(60)
select error('stop')

-- harmless: answers about the engine or the lake, without a word of what is around them
select * from "@lake@/unit_runs/month=2025-04/a.parquet"
select * from 'unit_runs/month=2025-04/a.parquet'
; select 1
select * from duckdb_settings
select * from duckdb_views
select * from duckdb_databases
select * from duckdb_tables
select * from duckdb_columns
select * from duckdb_secrets
select * from duckdb_logs
select * from pragma_database_list
select * from information_schema.tables
select * from information_schema.columns
select * from information_schema.schemata
select * from pg_catalog.pg_views
select * from pg_catalog.pg_tables
select * from pg_catalog.pg_settings
select * from sqlite_master
show databases
show all tables
show tables
describe unit_runs
summarize unit_runs
select current_setting('allowed_directories')
select current_setting('home_directory')
select current_setting('temp_directory')
select current_setting('secret_directory')
select current_setting('extension_directory')
select current_user, session_user, current_database(), current_schema()
select version()
select txid_current()
select write_log('x')
select getvariable('x')
select * from histogram(unit_runs, day)
select sql from duckdb_views where view_name = 'unit_runs'
select file_row_number from unit_runs
select filename from unit_runs
select json_serialize_sql('select * from read_text(''@secret@'')')
select json_deserialize_sql(json_serialize_sql('select 1'))
select * from unit_runs tablesample 10 rows
select * from unit_runs at (version => 1)
select 'read_text(''@secret@'')'
select 1 -- ; drop view unit_runs
select '{"function_name":"read_text"}'
select "function_name" from (select 1 as "function_name")
select regexp_matches(repeat('a', 30000), '(a+)+$')
select list_aggregate([1, 2], 'histogram')
select apply([1, 2], x -> x + 1)
select reduce(range(100000), (a, b) -> a + b)
select * from unnest([{'a': 1}]) 
select 1e400
select cast('9999999999999999999999999' as hugeint) * 99999999999
select unit_runs from unit_runs limit 1
select columns(*) from unit_runs limit 1
select * exclude (day) replace (1 as passed) from unit_runs limit 1

-- harmless: too much of something; stopped in time
select count(*) from range(100000000000) a, range(100000) b
select sum(a.range * b.range) from range(10000000000) a, range(100000) b
with recursive r as (select 1 as n union all select n + 1 from r) select count(*) from r
with recursive r as (select 'x' as t union all select t || t from r) select max(length(t)) from r
select length(repeat('x', 3000000000))
select length(repeat(repeat('x', 100000000), 1000))
select list(range) from range(1000000000)
select string_agg(repeat('x', 100000), '') from range(1000000)
select array_agg(a) from range(100000000) t(a), range(100) u
select range(10000000000)
select generate_series(1, 10000000000)
select count(distinct hash(a.range, b.range)) from range(1000000) a, range(100000) b
select * from range(10000000) a order by hash(range)
select median(a.range + b.range) from range(100000) a, range(100000) b
select * from unit_runs a, unit_runs b, unit_runs c, unit_runs d
select count(*) from unit_runs a, unit_runs b, unit_runs c, unit_runs d, unit_runs e
select lpad('x', 2000000000, 'y')
select bitstring('0', 2000000000)
select regexp_replace(repeat('ab', 50000000), 'a', 'bbbbbbbbbb', 'g')
select levenshtein(repeat('a', 200000), repeat('b', 200000))
select list_sort(range(1000000000))
select printf('%2000000000d', 1)
select sum(x) over (order by x rows between unbounded preceding and unbounded following) from range(100000000) t(x)
select factorial(100000)
select power(10, 1000000)::varchar
select * from repeat_row(1, 2, num_rows = 10000000000)
select map_from_entries(list({'k': range, 'v': range})) from range(100000000)
select to_json(range(300000000))
select from_hex(repeat('00', 1500000000))
select repeat('x', 500000000) from range(1000000)
