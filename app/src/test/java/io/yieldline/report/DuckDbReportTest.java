package io.yieldline.report;

import io.yieldline.warehouse.Engine;

class DuckDbReportTest extends ReportContract {
    DuckDbReportTest() {
        super(Engine.DUCKDB);
    }
}
