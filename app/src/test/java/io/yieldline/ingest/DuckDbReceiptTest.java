package io.yieldline.ingest;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Tag;

/** The contract of receipts on DuckDB. */
@Tag("engines")
class DuckDbReceiptTest extends ReceiptContract {
    DuckDbReceiptTest() {
        super(Engine.DUCKDB);
    }
}
