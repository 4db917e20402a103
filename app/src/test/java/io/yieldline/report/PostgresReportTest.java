package io.yieldline.report;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Tag;

@Tag("engines")
class PostgresReportTest extends ReportContract {
    PostgresReportTest() {
        super(Engine.POSTGRES);
    }
}
