package io.yieldline.report;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

@Tag("engines")
class PostgresReportTest {
    @Nested
    class Texts extends ReportContract {
        Texts() {
            super(Engine.POSTGRES);
        }
    }

    @Nested
    class Days extends ReportDayContract {
        Days() {
            super(Engine.POSTGRES);
        }
    }
}
