package io.yieldline.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A long result goes row by row to whoever takes it, and to a file that any program reads. */
abstract class StreamContract extends WarehouseSuite {
    /** More than a cursor gives at a time, and than a group of rows of a Parquet file. */
    private static final int ROWS = 150_000;

    private static final String ALL =
            "select n, cast('row ' || n as varchar(20)) as title, n / 4.0 as part from long_result where n >= ? order by n";

    StreamContract(Engine engine) {
        super(engine);
    }

    @BeforeEach
    void fill() {
        warehouse.writeAll(session -> {
            session.execute("create table long_result (n bigint)");
            session.execute("insert into long_result select * from generate_series(1, " + ROWS + ")");
        });
    }

    @Test
    void rowsComeInOrder_toTheLast() {
        long[] seen = {0};
        warehouse.snapshot(session -> {
            session.stream(ALL, row -> assertThat(row.get(0)).isEqualTo(++seen[0]), 1);
            return true;
        });

        assertThat(seen[0]).isEqualTo(ROWS);
    }

    @Test
    void takerThatThrows_endsIt_andNothingStaysBehind() {
        assertThatThrownBy(() -> warehouse.snapshot(session -> {
                    session.stream(
                            ALL,
                            row -> {
                                throw new IllegalStateException("enough");
                            },
                            1);
                    return true;
                }))
                .hasMessage("enough");

        assertThat(warehouse.<Long>snapshot(session -> session.number("select count(*) from long_result")))
                .isEqualTo(ROWS);
    }

    @Test
    void sameRows_areTheSameFile() throws IOException {
        Path first = write("first.parquet");
        Path second = write("second.parquet");

        assertThat(first).hasSameBinaryContentAs(second);
        assertThat(TableFiles.inspect(
                                folder,
                                session -> session.table("select count(*), sum(n), sum(part), min(title) from "
                                        + TableFiles.source(first)))
                        .rows()
                        .toString())
                .isEqualTo("[[150000, 11250075000, 2.81251875E9, row 1]]");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".spill"));
        }
    }

    @Test
    void everyType_isInTheFile() {
        String sql = "select cast(7 as integer) as whole, cast(1.5 as decimal(18,6)) as part, true as flag,"
                + " cast('2025-04-15' as date) as \"day\", cast('2025-04-15 08:00:00' as timestamp) as at_time,"
                + " cast(null as bigint) as none, cast('x' as varchar(5)) as title";
        Path file = folder.resolve("types.parquet");
        warehouse.snapshot(session -> {
            TableFiles.write(FileColumn.of(session, sql), taker -> session.stream(sql, taker), file);
            return true;
        });

        List<@Nullable Object> expected = new ArrayList<>(Arrays.asList(
                7L, 1.5, true, LocalDate.parse("2025-04-15"), LocalDateTime.parse("2025-04-15T08:00"), null, "x"));
        assertThat(TableFiles.inspect(folder, session -> session.table("select * from " + TableFiles.source(file)))
                        .rows())
                .containsExactly(expected);
    }

    @Test
    void dataVersion_isAnotherAfterAWrite_andTheSameAfterANote() {
        String before = version();
        warehouse.noteAll(session -> session.execute("update note_mark set mark = mark"));
        assertThat(version()).isEqualTo(before);

        warehouse.writeAll(session -> session.execute("delete from long_result where n = 1"));
        assertThat(version()).isNotEqualTo(before);
    }

    private String version() {
        return warehouse.read(Session::dataVersion);
    }

    private Path write(String name) {
        Path file = folder.resolve(name);
        warehouse.snapshot(session -> {
            TableFiles.write(FileColumn.of(session, ALL, 1), taker -> session.stream(ALL, taker, 1), file);
            return true;
        });
        return file;
    }
}
