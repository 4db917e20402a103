package io.yieldline.operation;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Tag;

/** The pieces of snapshots of PostgreSQL. */
@Tag("engines")
class PostgresPieceTest extends PieceContract {
    PostgresPieceTest() {
        super(Engine.POSTGRES);
    }
}
