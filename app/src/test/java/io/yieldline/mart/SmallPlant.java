package io.yieldline.mart;

import io.yieldline.feed.Calendar;
import io.yieldline.feed.Feeds;
import io.yieldline.plant.Rules;
import io.yieldline.warehouse.ChangeNumber;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.FeedTables;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Warehouse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A plant with a handful of records: its master logs are changed as ingest changes them, mark by mark. */
final class SmallPlant implements AutoCloseable {
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-06-01T06:00:00Z"));

    final Warehouse warehouse;
    private Rules rules;
    private Marts marts = Marts.builtIn();

    SmallPlant(Warehouse warehouse, Rules rules) {
        this.warehouse = warehouse;
        this.rules = rules;
        FeedTables.prepare(warehouse, Feeds.builtIn());
        if (warehouse.engine() == Engine.POSTGRES) {
            List.of("workstation", "testboard")
                    .forEach(feed -> warehouse.writeAll(session -> session.execute(
                            "create table " + feed + "_rest partition of " + feed + "_master_log default")));
        }
    }

    void rules(Rules changed) {
        rules = changed;
    }

    void marts(Marts others) {
        marts = others;
    }

    Marts marts() {
        return marts;
    }

    MartRefresh refresh() {
        return new MartRefresh(warehouse, marts, rules, CLOCK);
    }

    List<Refreshed> refresh(Scope scope, String... marts) {
        return refresh().refresh(scope, List.of(marts), (mart, number, count) -> {});
    }

    void work(String... words) {
        change(List.of(), Stream.of(words).map(Work::of).toList());
    }

    void bench(String... words) {
        warehouse.writeAll(session -> {
            long change = ChangeNumber.next(session);
            Stream.of(words).map(Bench::of).forEach(bench -> {
                insert(session, bench);
                touch(session, change, "testboard", bench.serial(), bench.ended());
            });
        });
    }

    /** One transaction of ingest: records that go and records that come. */
    void change(List<Work> gone, List<Work> come) {
        warehouse.writeAll(session -> {
            long change = ChangeNumber.next(session);
            gone.forEach(
                    work -> session.execute("delete from workstation_master_log where identity = ?", identity(work)));
            come.forEach(work -> insert(session, work));
            Stream.concat(gone.stream(), come.stream())
                    .forEach(work -> touch(session, change, "workstation", work.serial(), work.ended()));
        });
    }

    /** The rows of a table or view in a fixed order, the columns joined by {@code |}, blanks as {@code -}. */
    List<String> rows(String table) {
        return warehouse.read(session -> session.table("select * from " + table)).rows().stream()
                .map(SmallPlant::text)
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        warehouse.close();
    }

    private static String text(List<@Nullable Object> row) {
        return row.stream()
                .map(value -> Objects.toString(value, "-"))
                .reduce((left, right) -> left + "|" + right)
                .orElseThrow();
    }

    private void insert(Session session, Work work) {
        session.execute(
                """
                insert into workstation_master_log (identity, content, export_id, row_number, serial_number, model,
                    part_number, station, started_at, ended_at, flow, verdict, in_scope, day, week, week_start,
                    output_day, hour, duration_seconds, started_utc, ended_utc)
                values (?, ?, 1, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 60, ?, ?)""",
                identity(work),
                identity(work),
                work.serial(),
                work.model(),
                work.part(),
                work.station(),
                work.ended().minusMinutes(1),
                work.ended(),
                work.flow(),
                work.verdict(),
                rules.productionScope().holds(work.flow(), work.station()),
                day(work.ended()).day(),
                day(work.ended()).week(),
                day(work.ended()).weekStart(),
                day(work.ended()).outputDay(),
                work.ended().getHour(),
                work.ended().minusMinutes(1),
                work.ended());
    }

    private void insert(Session session, Bench bench) {
        session.execute(
                """
                insert into testboard_master_log (identity, content, export_id, row_number, serial_number, model,
                    part_number, process, station, fixture, started_at, ended_at, verdict, error_code, day, week,
                    week_start, output_day, hour, duration_seconds, started_utc, ended_utc)
                values (?, ?, 1, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 60, ?, ?)""",
                uuid(bench.toString()),
                uuid(bench.toString()),
                bench.serial(),
                bench.model(),
                bench.part(),
                bench.process(),
                bench.station(),
                bench.fixture(),
                bench.ended().minusMinutes(1),
                bench.ended(),
                bench.verdict(),
                bench.errorCode(),
                day(bench.ended()).day(),
                day(bench.ended()).week(),
                day(bench.ended()).weekStart(),
                day(bench.ended()).outputDay(),
                bench.ended().getHour(),
                bench.ended().minusMinutes(1),
                bench.ended());
    }

    private void touch(Session session, long change, String feed, String serial, LocalDateTime ended) {
        Calendar.CalendarDay day = day(ended);
        session.execute(
                "insert into touched (change, source, day, week, output_day) values (?, ?, ?, ?, ?)",
                change,
                feed,
                day.day(),
                day.week(),
                day.outputDay());
        session.execute(
                "insert into touched_unit (change, feed, serial_number) values (?, ?, ?)", change, feed, serial);
    }

    private Calendar.CalendarDay day(LocalDateTime time) {
        return new Calendar(rules).day(time.toLocalDate());
    }

    private static UUID identity(Work work) {
        return uuid(work.serial() + work.station() + work.ended());
    }

    private static UUID uuid(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
