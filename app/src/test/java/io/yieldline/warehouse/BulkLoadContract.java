package io.yieldline.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.feed.ColumnType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

abstract class BulkLoadContract extends WarehouseSuite {
    BulkLoadContract(Engine engine) {
        super(engine);
    }

    @Test
    void bulkLoad_ofEveryType_comesBackAsItWas() {
        UUID uuid = UUID.fromString("f0000000-0000-0000-8000-00000000000f");
        LocalDateTime micros = LocalDateTime.of(2025, 3, 9, 2, 30, 0, 123_456_000);
        assertRoundTrip(ColumnType.TEXT, "", "plain", "测试 ä \"x\", 'y'\n\t|", "\uD83D\uDE00", null);
        assertRoundTrip(ColumnType.IDENTIFIER, "1321025000001", null);
        assertRoundTrip(ColumnType.TIMESTAMP, micros, LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_000), null);
        assertRoundTrip(
                ColumnType.TIMESTAMP, LocalDateTime.of(1000, 1, 1, 0, 0), LocalDateTime.of(9999, 12, 31, 23, 59));
        assertRoundTrip(ColumnType.DATE, LocalDate.of(2025, 2, 28), LocalDate.of(1999, 12, 31), null);
        assertRoundTrip(ColumnType.DATE, LocalDate.of(1000, 1, 1), LocalDate.of(9999, 12, 31));
        assertRoundTrip(ColumnType.BIGINT, 0L, Long.MAX_VALUE, Long.MIN_VALUE, null);
        assertRoundTrip(ColumnType.BOOLEAN, true, false, null);
        assertRoundTrip(ColumnType.UUID, uuid, new UUID(0, 0), null);
    }

    @Test
    void bulkLoad_ofIntegers_comesBackAsItWas() {
        assertThat(roundTrip(ColumnType.INTEGER, 0, Integer.MAX_VALUE, Integer.MIN_VALUE, null))
                .containsExactly(0L, (long) Integer.MAX_VALUE, (long) Integer.MIN_VALUE, null);
    }

    @Test
    void bulkLoad_ofDecimals_comesBackAsItWas() {
        Object[] decimals = Stream.of("0.000000", "-1.500000", "0.000001", "123456789012.654321", "-10000.000000")
                .map(BigDecimal::new)
                .toArray();

        assertRoundTrip(ColumnType.DECIMAL, decimals);
    }

    @Test
    void uuids_areOrderedAsTheirText() {
        List<UUID> uuids = new ArrayList<>();
        for (long high : new long[] {0, 1, Long.MAX_VALUE, Long.MIN_VALUE, -1}) {
            uuids.add(new UUID(high, -1));
            uuids.add(new UUID(high, 5));
        }
        table(ColumnType.UUID, uuids.toArray());

        assertThat(texts("select cast(value as varchar(36)) from typed order by value"))
                .isEqualTo(uuids.stream().map(UUID::toString).sorted().toList());
    }

    @Test
    void manyRows_fillMoreThanOneBuffer() {
        Object[] values = Stream.iterate(0L, i -> i + 1).limit(30_000).toArray();
        table(ColumnType.BIGINT, values);

        assertThat(texts("select cast(count(*) as varchar(9)) || ' ' || cast(sum(value) as varchar(20)) from typed"))
                .containsExactly("30000 449985000");
    }

    private void assertRoundTrip(ColumnType type, Object... values) {
        assertThat(roundTrip(type, values)).as(type.name()).containsExactly(values);
    }

    private List<Object> roundTrip(ColumnType type, Object... values) {
        table(type, values);
        return warehouse.read(session -> session.table("select value from typed order by place")).rows().stream()
                .map(row -> row.get(0))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private void table(ColumnType type, Object... values) {
        List<BulkColumn> columns = List.of(new BulkColumn("place", ColumnType.INTEGER), new BulkColumn("value", type));
        warehouse.writeAll(session -> {
            session.execute("drop table if exists typed");
            session.execute(
                    "create table typed (place integer, " + columns.get(1).definition() + ")");
            try (BulkLoad load = warehouse.bulkLoad(session, "typed", columns)) {
                for (int i = 0; i < values.length; i++) {
                    load.add(new Object[] {i, values[i]});
                }
                load.finish();
            }
        });
    }
}
