package io.yieldline.operation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.UserError;
import io.yieldline.warehouse.Table;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What does not fit into an Excel file is refused, never cut. */
class XlsxTableTest {
    @Test
    void textThatNoCellHolds_isRefused() {
        assertThatCode(() -> write("x".repeat(32_767))).doesNotThrowAnyException();
        assertThatThrownBy(() -> write("x".repeat(32_768)))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "query: a text of 32,768 characters in row 3 does not fit into an Excel cell, which holds 32,767;"
                                + " choose --format csv");
    }

    @Test
    void moreRowsThanASheetHolds_areRefused() {
        assertThatThrownBy(() -> XlsxTable.requireRoom(1_048_574, 2, "sighting"))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "sighting: 1,048,574 rows do not fit on an Excel sheet; choose fewer days, or --format csv");
    }

    private static void write(String text) throws Exception {
        Table table = new Table(List.of("text"), List.of(List.of("short"), List.of(text)));
        XlsxTable.write(table, "query", OutputStream.nullOutputStream());
    }
}
