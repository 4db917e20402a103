package io.yieldline.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.yieldline.UserError;
import io.yieldline.feed.Feeds;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tables of a warehouse: migrations, and what feeds ask for. */
abstract class SchemaContract extends WarehouseSuite {
    private static final String PRESS = """
            feed: press
            title: Presses
            zone: plant
            columns:
              serial_number: {header: [SN], required: value, use: identity}
              station: {header: [Station], required: value, use: identity}
              started_at: {header: [Start], type: timestamp, required: value, use: identity}
              ended_at: {header: [End], type: timestamp, required: value, use: identity}
            """;

    SchemaContract(Engine engine) {
        super(engine);
    }

    @Test
    void migrations_runOnce() {
        reopen();

        assertThat(texts("select script from schema_migration"))
                .startsWith("V001__core.sql")
                .doesNotHaveDuplicates();
        assertThat(items()).isZero();
    }

    @Test
    void newerSchema_isRefused() {
        int known = texts("select script from schema_migration").size();
        warehouse.writeAll(session -> session.execute("insert into schema_migration values (999, 'V999', 'x')"));

        assertThatThrownBy(this::reopen)
                .isInstanceOf(UserError.class)
                .hasMessage(address() + " was created by a newer Yieldline (schema " + (known + 1)
                        + ", this version supports " + known + "); run the newer version");
    }

    @Test
    void changedMigration_isRefused() {
        warehouse.writeAll(session -> session.execute("update schema_migration set checksum = 'x'"));

        assertThatThrownBy(this::reopen)
                .isInstanceOf(WarehouseException.class)
                .hasMessage("migration V001__core.sql differs from the one that made this database");
    }

    @Test
    void columnThatAFeedGains_isAddedToMasterLogAndHistory() throws IOException {
        FeedTables.prepare(warehouse, feeds(PRESS));
        FeedTables.prepare(warehouse, feeds(PRESS + "  force: {header: [Force], type: decimal}\n"));

        assertThat(columns("press_master_log")).contains("force", "serial_number", "day");
        assertThat(columns("press_history")).contains("force");
    }

    @Test
    void columnThatJoinsTheIdentity_isAddedToo_andARebuildFillsIt() throws IOException {
        FeedTables.prepare(warehouse, feeds(PRESS));
        FeedTables.prepare(warehouse, feeds(PRESS + "  cavity: {header: [Cavity], use: identity}\n"));

        assertThat(columns("press_master_log")).contains("cavity");
    }

    @Test
    void months_arePartitionsOnPostgres() throws IOException {
        assumeTrue(engine() == Engine.POSTGRES, "DuckDB has no partitions");
        Feeds feeds = feeds(PRESS);
        FeedTables.prepare(warehouse, feeds);
        for (String end : List.of("2025-03-31 23:59:59", "2025-04-01 00:00:00", "2025-04-30 10:00:00")) {
            warehouse.writeAll(session -> {
                session.execute("create temp table stage (ended_at timestamp)");
                session.execute("insert into stage values (timestamp '" + end + "')");
                FeedTables.preparePartitions(warehouse, session, feeds.named("press"));
                session.execute("drop table stage");
            });
        }

        assertThat(texts("select cast(inhrelid as regclass) || '' from pg_inherits"
                        + " where inhparent = cast('press_master_log' as regclass) order by 1"))
                .containsExactly("press_master_log_y2025m03", "press_master_log_y2025m04");
    }

    private List<String> columns(String table) {
        return texts("select column_name from information_schema.columns where table_name = '" + table + "'");
    }

    private Feeds feeds(String definition) throws IOException {
        Files.writeString(folder.resolve("press.yaml"), definition);
        return Feeds.of(folder);
    }
}
