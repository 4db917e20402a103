package io.yieldline.api;

import io.yieldline.RealData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** The dashboard of two months of a real plant; skipped where they are not. */
@Tag("real")
class RealDashboardTest extends EveryPageContract {
    @Override
    ServedPlant plant(Path directory) {
        List<Path> exports = new ArrayList<>(RealData.exports("workstationreport_xlsx"));
        exports.addAll(RealData.exports("testboardrecord_xlsx"));
        return ServedPlant.on("duckdb", directory, exports);
    }
}
