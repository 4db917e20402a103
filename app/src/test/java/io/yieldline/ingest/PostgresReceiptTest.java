package io.yieldline.ingest;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Tag;

/** The contract of receipts on PostgreSQL. */
@Tag("engines")
class PostgresReceiptTest extends ReceiptContract {
    PostgresReceiptTest() {
        super(Engine.POSTGRES);
    }
}
