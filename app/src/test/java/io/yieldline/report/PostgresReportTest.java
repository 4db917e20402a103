package io.yieldline.report;

import io.yieldline.warehouse.Engine;

class PostgresReportTest extends ReportContract {
    PostgresReportTest() {
        super(Engine.POSTGRES);
    }
}
