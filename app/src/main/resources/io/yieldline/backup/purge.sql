-- Deletes the records before a day, with their history and sightings. All versions of an event end at the same time.
create temp table purged as
select 'seen' as kind, g.export_id, g.identity
from sighting g
where g.feed = '${feed}'
    and g.identity in (select m.identity from ${master} m where m.day < date '${kept_from}')
union all
select 'kept', m.export_id, m.identity from ${master} m where m.day < date '${kept_from}'
union all
select 'kept', h.export_id, h.identity from ${history} h where h.day < date '${kept_from}';

-- The ledger moves them from duplicate, then new, then revised, then outdated to purged: for a record that was replaced since, it does not
-- know the original outcome.
update export
set
    purged_count = coalesce(export.purged_count, 0) + gone.seen + gone.kept,
    duplicate_count = export.duplicate_count - least(export.duplicate_count, gone.seen),
    new_count = export.new_count
        - least(export.new_count, gone.kept + gone.seen - least(export.duplicate_count, gone.seen)),
    revised_count = export.revised_count
        - least(
            export.revised_count,
            greatest(0, gone.kept + gone.seen - least(export.duplicate_count, gone.seen) - export.new_count)
        ),
    outdated_count = coalesce(export.outdated_count, 0)
        - greatest(
            0,
            gone.kept + gone.seen - least(export.duplicate_count, gone.seen) - export.new_count - export.revised_count
        )
from (
    select
        export_id,
        cast(sum(case when kind = 'seen' then 1 else 0 end) as bigint) as seen,
        cast(sum(case when kind = 'kept' then 1 else 0 end) as bigint) as kept
    from purged
    group by export_id
) gone
where export.id = gone.export_id;

delete from sighting
where feed = '${feed}' and identity in (select p.identity from purged p);

delete from ${history}
where day < date '${kept_from}';

delete from ${master}
where day < date '${kept_from}';

drop table purged
