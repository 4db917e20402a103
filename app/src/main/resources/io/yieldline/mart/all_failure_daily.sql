-- title: Failures of both logs by code and day
-- grain: one row per day, source, code, fixture, station, model, part number and headline
-- key: day, source, code, fixture, station, model, part_number, headline
-- from: testboard
-- also: workstation, workstation_attribute
-- partition: day
-- step: test boards
-- column: day date | plant day of the end time
-- column: source text | testboard; or workstation, if the test-board log has no failure with the same serial number, station, start and end
-- column: code text | error code of the failure reason, or station reason of the workstation log; blank if the export gives none
-- column: fixture text | fixture number, as scanned; blank in the workstation log
-- column: station text | station, as spelled in the export
-- column: model text | model of the units
-- column: part_number text | part number of the units
-- column: headline text | no at a station of repair, debug or scrap, and for a workstation record outside production scope, such as sorting; else yes
-- column: failures bigint | records with verdict fail of any flow; one that is in both logs counts once
select
    t.day,
    'testboard' as source,
    t.error_code as code,
    t.fixture,
    t.station,
    t.model,
    t.part_number,
    case
        when exists (select 1 from rule_complete_exclusion e where name_key(t.station) like e.pattern escape '!') then 'no'
        else 'yes'
    end as headline,
    count(*) as failures
from testboard_master_log t
where t.excluded is not true
    and t.verdict = 'fail'
group by t.day, t.error_code, t.fixture, t.station, t.model, t.part_number,
    case
        when exists (select 1 from rule_complete_exclusion e where name_key(t.station) like e.pattern escape '!') then 'no'
        else 'yes'
    end
union all
select
    w.day,
    'workstation' as source,
    w.station_reason as code,
    null as fixture,
    w.station,
    w.model,
    w.part_number,
    case
        when w.in_scope is not true or exists (select 1 from rule_complete_exclusion e where name_key(w.station) like e.pattern escape '!') then 'no'
        else 'yes'
    end as headline,
    count(*) as failures
from workstation_master_log w
where w.excluded is not true
    and w.verdict = 'fail'
    and not exists (
        select t.identity
        from testboard_master_log t
        where t.serial_number = w.serial_number
            and t.day = w.day
            and t.started_at = w.started_at
            and t.ended_at = w.ended_at
            and name_key(t.station) = name_key(w.station)
            and t.verdict = 'fail'
            and t.excluded is not true
    )
group by w.day, w.station_reason, w.station, w.model, w.part_number,
    case
        when w.in_scope is not true or exists (select 1 from rule_complete_exclusion e where name_key(w.station) like e.pattern escape '!') then 'no'
        else 'yes'
    end
