package io.yieldline.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

abstract class WarehouseContract extends WarehouseSuite {
    WarehouseContract(Engine engine) {
        super(engine);
    }

    @Test
    void write_thatEnds_isKept() {
        assertThat(warehouse.<Integer>write(session -> {
                    insert(1).accept(session);
                    return 7;
                }))
                .isEqualTo(7);
        reopen();

        assertThat(items()).isEqualTo(1);
    }

    @Test
    void write_thatThrows_keepsNothing() {
        assertThatThrownBy(() -> warehouse.writeAll(session -> {
                    insert(1).accept(session);
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");

        assertThat(items()).isZero();
    }

    @Test
    void read_seesOnlyWhatIsCommitted() {
        warehouse.writeAll(session -> {
            insert(1).accept(session);
            assertThat(items()).isZero();
        });

        assertThat(items()).isEqualTo(1);
    }

    /** Snapshots look only at tables that are noted. */
    @Test
    void write_isNoted_alsoOfATableThatATemporaryOneHid() {
        warehouse.writeAll(session -> {
            session.execute("create temp table item as select 1 as id");
            session.execute("drop table item");
            insert(1).accept(session);
        });

        assertThat(texts("select table_name from changed_piece")).contains("item");
    }

    @Test
    void writeWithinAWrite_isRefusedAndKeepsNothing() {
        assertThatThrownBy(() -> warehouse.writeAll(outer -> {
                    insert(1).accept(outer);
                    warehouse.writeAll(insert(2));
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a write within a write; use the session of the outer one");

        assertThat(items()).isZero();
    }

    @Test
    void read_thatFailedManyTimes_leavesNoConnectionBehind() {
        for (int i = 0; i < 150; i++) {
            assertThatThrownBy(() -> texts("select nothing from nowhere")).isInstanceOf(WarehouseException.class);
        }

        assertThat(items()).isZero();
    }

    @Test
    void failure_namesTheStatement() {
        assertThatThrownBy(() -> texts("select nothing from nowhere"))
                .isInstanceOf(WarehouseException.class)
                .hasMessageEndingWith("\nin: select nothing from nowhere");
    }

    @Test
    void text_isOrderedByItsBytes() {
        warehouse.writeAll(session -> {
            for (String name : new String[] {"b", "a", "B", "ä", "Z", "_", "1", "é", "测"}) {
                session.execute("insert into item values (1, ?)", name);
            }
        });

        assertThat(texts("select name from item order by name"))
                .containsExactly("1", "B", "Z", "_", "a", "b", "ä", "é", "测");
    }

    @Test
    void whatComesAfterTheEnd_isRefused_andLocksNobodyOut() {
        Warehouse ended = open();
        ended.close();

        assertThatThrownBy(() -> ended.writeAll(insert(1)))
                .isInstanceOf(WarehouseException.class)
                .hasMessageEndingWith(" was closed");
        assertThatThrownBy(() -> ended.noteAll(insert(1))).isInstanceOf(WarehouseException.class);
        warehouse.writeAll(insert(1));
        assertThat(items()).isEqualTo(1);
    }

    @Test
    void secondWriter_onPostgres_isLockedOutUntilTheFirstEnds() {
        assumeTrue(engine() == Engine.POSTGRES, "DuckDB's file is guarded by the lock of the plant");
        try (Warehouse second = open()) {
            for (int attempt = 0; attempt < 2; attempt++) {
                UserError refusal = catchThrowableOfType(UserError.class, () -> second.writeAll(insert(2)));
                assertThat(refusal)
                        .hasMessage("another run writes to " + address() + "; wait for it to end and try again");
                assertThat(refusal.exitCode()).isEqualTo(ExitCode.LOCKED);
            }
            warehouse.close();
            second.writeAll(insert(3));
            assertThat(second.<Long>read(session -> session.number("select count(*) from item")))
                    .isEqualTo(1);
        }
    }

    @Test
    void lostConnections_onPostgres_areOpenedAgain() {
        assumeTrue(engine() == Engine.POSTGRES, "the embedded engine has no connection to lose");
        items();
        cutConnections();

        warehouse.writeAll(insert(1));
        warehouse.noteAll(insert(2));
        assertThat(items()).isEqualTo(2);
    }

    @Test
    void connectionCutInATransaction_onPostgres_isNamedAndKeepsNothing() {
        assumeTrue(engine() == Engine.POSTGRES, "the embedded engine has no connection to lose");
        DatabaseFault fault = catchThrowableOfType(
                DatabaseFault.class,
                () -> warehouse.writeAll(session -> {
                    insert(1).accept(session);
                    cutConnections();
                    insert(2).accept(session);
                }));

        assertThat(fault.kind()).isEqualTo(DatabaseFault.Kind.CUT);
        assertThat(fault)
                .hasMessage(warehouse.location()
                        + ": the database server ended the connection or cannot be reached; make sure"
                        + " that it runs, then run it again; no change was kept (FATAL: terminating connection due to"
                        + " administrator command)");
        warehouse.writeAll(insert(3));
        assertThat(items()).isEqualTo(1);
    }

    /** Both connections come back to the pool right after the cut, and are trusted because they were just used. */
    @Test
    void cutConnections_failOneReadAtMost_onPostgres() {
        assumeTrue(engine() == Engine.POSTGRES, "a file has no connections to cut");
        warehouse.read(one -> warehouse.read(two -> {
            cutConnections();
            return true;
        }));

        assertThat(Stream.of(1, 2, 3).filter(any -> isCut()).count()).isLessThan(2);
    }

    private boolean isCut() {
        try {
            return items() != 0;
        } catch (DatabaseFault e) {
            return true;
        }
    }

    @Test
    void noServer_onPostgres_isNamed() {
        assumeTrue(engine() == Engine.POSTGRES, "a file has no server");
        String nobody = "jdbc:postgresql://127.0.0.1:1/yield?user=ann";
        assertThatThrownBy(() -> Warehouses.openPostgres(nobody))
                .hasMessage(
                        nobody + ": the database server ended the connection or cannot be reached; make sure that it"
                                + " runs, then run it again; no change was kept (Connection to 127.0.0.1:1 refused. Check that the"
                                + " hostname and port are correct and that the postmaster is accepting TCP/IP connections.)");
    }

    private void cutConnections() {
        try (Warehouse other = open()) {
            other.read(session -> session.texts("select cast(pg_terminate_backend(pid) as text) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()"));
        }
    }

    @Test
    void location_hidesThePassword() {
        assumeTrue(engine() == Engine.POSTGRES, "a file has no password");
        try (Warehouse other = new PostgresWarehouse("jdbc:postgresql://db/yield?user=ann&password=secret&ssl=true")) {
            assertThat(other.location()).isEqualTo("jdbc:postgresql://db/yield?user=ann&password=***&ssl=true");
        }
    }

    @Test
    void hardLinkToTheDatabase_isRefused() throws IOException {
        assumeTrue(engine() == Engine.DUCKDB, "a server has no file to link");
        warehouse.close();
        Path link = Files.createLink(folder.resolve("second.duckdb"), Path.of(address()));

        assertThatThrownBy(() -> Warehouses.openDuckDb(link, DuckDbLimits.DEFAULT))
                .isInstanceOf(UserError.class)
                .hasMessage(link + ": the database file has a second name (hard link); remove one of them");
    }
}
