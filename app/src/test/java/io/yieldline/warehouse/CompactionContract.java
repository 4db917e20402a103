package io.yieldline.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.yieldline.feed.ColumnType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The space of deleted rows is given back, and every other row stays. */
abstract class CompactionContract extends WarehouseSuite {
    private static final int ROWS = 200_000;

    CompactionContract(Engine engine) {
        super(engine);
    }

    @Test
    void deletedRows_giveTheirSpaceBack_andTheOthersStay() {
        fill();
        List<String> before = content();

        Compaction compaction = warehouse.compact();

        assertThat(compaction.freed()).as(compaction.toString()).isGreaterThan(compaction.before() / 3);
        assertThat(compaction.remark()).isNull();
        assertThat(content()).isEqualTo(before);
        warehouse.writeAll(insert(-1));
        warehouse.noteAll(insert(-2));
        reopen();
        assertThat(items()).isEqualTo(ROWS / 10 + 2);
    }

    @Test
    void aCompactDatabase_staysAsItIs() {
        warehouse.writeAll(insert(1));
        warehouse.compact();
        Compaction again = warehouse.compact();

        assertThat(again.freed()).isZero();
        assertThat(items()).isEqualTo(1);
    }

    @Test
    void emptyMonths_loseTheirPartition_andGetItAgain() {
        assumeTrue(engine() == Engine.POSTGRES, "only PostgreSQL has partitions");
        List<BulkColumn> columns = List.of(
                new BulkColumn("identity", ColumnType.UUID),
                new BulkColumn("ended_at", ColumnType.TIMESTAMP),
                new BulkColumn("day", ColumnType.DATE),
                new BulkColumn("week", ColumnType.TEXT),
                new BulkColumn("output_day", ColumnType.DATE),
                new BulkColumn("serial_number", ColumnType.TEXT));
        warehouse.writeAll(session -> {
            warehouse.createMasterLog(session, "bench_log", columns);
            months(session);
            session.execute("insert into bench_log (identity, ended_at) values (gen_random_uuid(), '2025-05-10')");
        });

        assertThat(warehouse.compact().remark()).isEqualTo("1 monthly partition dropped");
        assertThat(texts("select count(*) from bench_log")).containsExactly("1");
        warehouse.writeAll(session -> {
            months(session);
            session.execute("insert into bench_log (identity, ended_at) values (gen_random_uuid(), '2025-04-10')");
        });
        assertThat(texts("select count(*) from bench_log")).containsExactly("2");
    }

    /** As while a query runs for long: nothing is lost, and the next compaction does it. */
    @Test
    void aConnectionThatStaysOpen_isNotCutOffFromItsFile() throws Exception {
        assumeTrue(engine() == Engine.DUCKDB, "PostgreSQL replaces no file");
        fill();
        Compaction compaction;
        try (Connection kept = warehouse.connect()) {
            assertThat(kept.isValid(1)).isTrue();
            compaction = warehouse.compact();
            warehouse.writeAll(insert(-1));
        }

        assertThat(compaction.freed()).isZero();
        assertThat(compaction.remark())
                .isEqualTo("not compacted, because other queries are running; run it again later");
        assertThat(beside()).noneMatch(name -> name.contains("compact"));
        reopen();
        assertThat(items()).isEqualTo(ROWS / 10 + 1);
        assertThat(warehouse.compact().freed()).isPositive();
        assertThat(items()).isEqualTo(ROWS / 10 + 1);
    }

    @Test
    void theCopyOfAKilledCompaction_isDeletedAtTheNextStart() throws Exception {
        assumeTrue(engine() == Engine.DUCKDB, "PostgreSQL replaces no file");
        warehouse.writeAll(insert(1));
        warehouse.close();
        Files.writeString(folder.resolve("w.duckdb.compact"), "half a copy");
        Files.writeString(folder.resolve("w.duckdb.compact.wal"), "and its log");
        warehouse = open();

        assertThat(items()).isEqualTo(1);
        assertThat(beside()).noneMatch(name -> name.contains("compact"));
    }

    @Test
    void theNewFile_isAsPrivateAsTheOld() throws Exception {
        assumeTrue(engine() == Engine.DUCKDB, "PostgreSQL replaces no file");
        Path file = folder.resolve("w.duckdb");
        fill();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(warehouse.compact().freed()).isPositive();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    /** Of so many rows, nine tenths are deleted. */
    private void fill() {
        String numbers = engine() == Engine.DUCKDB ? "range(%d) r(i)" : "generate_series(0, %d - 1) r(i)";
        warehouse.writeAll(session ->
                session.execute("insert into item select i, md5(cast(i as varchar)) from " + numbers.formatted(ROWS)));
        warehouse.writeAll(session -> session.execute("delete from item where id % 10 <> 0"));
    }

    private List<String> content() {
        return texts("select count(*) || ' ' || sum(id) || ' ' || min(name) || ' ' || max(name) from item");
    }

    private void months(Session session) {
        warehouse.preparePartitions(session, "bench_log", List.of(LocalDate.of(2025, 4, 1), LocalDate.of(2025, 5, 1)));
    }

    private List<String> beside() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> Objects.requireNonNull(file.getFileName()).toString())
                    .toList();
        }
    }
}
