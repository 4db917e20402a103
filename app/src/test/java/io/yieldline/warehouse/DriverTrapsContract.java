package io.yieldline.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.yieldline.feed.ColumnType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the drivers were measured to do wrong, and what a write must make of it all the same; to run on every new driver. */
abstract class DriverTrapsContract extends WarehouseSuite {
    private static final List<BulkColumn> ITEM =
            List.of(new BulkColumn("id", ColumnType.BIGINT), new BulkColumn("name", ColumnType.TEXT));

    DriverTrapsContract(Engine engine) {
        super(engine);
    }

    @Test
    void bulkLoad_inAWriteThatThrows_isRolledBack() {
        assertThatThrownBy(() -> warehouse.writeAll(session -> {
                    load(session, 3);
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");

        assertThat(items()).isZero();
    }

    @Test
    void bulkLoad_thatIsNotFinished_isRolledBackWithTheWrite() {
        assertThatThrownBy(() -> warehouse.writeAll(session -> {
                    try (BulkLoad load = warehouse.bulkLoad(session, "item", ITEM)) {
                        load.add(new Object[] {1L, "a"});
                        throw new IllegalStateException("enough");
                    }
                }))
                .hasMessage("enough");

        assertThat(items()).isZero();
        warehouse.writeAll(insert(1));
        assertThat(items()).isEqualTo(1);
    }

    @Test
    void statementError_rollsBackRowsLoadedBefore() {
        assertThat(catchThrowable(() -> warehouse.writeAll(session -> {
                    load(session, 3);
                    session.execute("insert into item values (1, nothing)");
                })))
                .isInstanceOf(WarehouseException.class);

        assertThat(items()).isZero();
    }

    @Test
    void swallowedRunTimeError_isNoSuccess() {
        assertThatThrownBy(() -> warehouse.writeAll(session -> {
                    load(session, 3);
                    assertThatThrownBy(() -> session.execute(
                                    "insert into item select cast('x' || id as bigint), name from item"))
                            .isInstanceOf(WarehouseException.class);
                }))
                .isInstanceOf(WarehouseException.class)
                .hasMessage("the database reported a commit but did not store it");

        assertThat(items()).isZero();
        warehouse.writeAll(insert(1));
        assertThat(items()).isEqualTo(1);
    }

    @Test
    void swallowedErrorInTheWording_keepsAllOrThrows() {
        Throwable failure = catchThrowable(() -> warehouse.writeAll(session -> {
            load(session, 3);
            assertThatThrownBy(() -> session.execute("select nothing from nowhere"))
                    .isInstanceOf(WarehouseException.class);
        }));

        assertThat(items()).isEqualTo(failure == null ? 3 : 0);
    }

    @Test
    void writeAfterAFailedOne_startsAfresh() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> warehouse.writeAll(session -> session.execute("insert into nowhere values (1)")))
                    .isInstanceOf(WarehouseException.class);
            warehouse.writeAll(session -> load(session, 1));
        }

        assertThat(items()).isEqualTo(3);
    }

    @Test
    void tablesMadeInAWriteThatThrows_areGone() {
        assertThatThrownBy(() -> warehouse.writeAll(session -> {
                    session.execute("create table other (id bigint)");
                    session.execute("insert into nowhere values (1)");
                }))
                .isInstanceOf(WarehouseException.class);

        warehouse.writeAll(session -> session.execute("create table other (id bigint)"));
    }

    private void load(Session session, int rows) {
        try (BulkLoad load = warehouse.bulkLoad(session, "item", ITEM)) {
            for (long id = 1; id <= rows; id++) {
                load.add(new Object[] {id, "item"});
            }
            load.finish();
        }
    }
}
