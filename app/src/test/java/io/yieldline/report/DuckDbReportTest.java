package io.yieldline.report;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Nested;

class DuckDbReportTest {
    @Nested
    class Texts extends ReportContract {
        Texts() {
            super(Engine.DUCKDB);
        }
    }

    @Nested
    class Days extends ReportDayContract {
        Days() {
            super(Engine.DUCKDB);
        }
    }
}
