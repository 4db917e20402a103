package io.yieldline.api;

import com.microsoft.playwright.options.ColorScheme;
import io.yieldline.RealData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.Arguments;

/** The dashboard of two months of a real plant; skipped where they are not. */
@Tag("real")
class RealDashboardTest extends EveryPageContract {
    /** Where least has room. */
    static Stream<Arguments> windows() {
        return Stream.of(Arguments.of(ColorScheme.DARK, 390, 844));
    }

    @Override
    ServedPlant plant(Path directory) {
        List<Path> exports = new ArrayList<>(RealData.exports("workstationreport_xlsx"));
        exports.addAll(RealData.exports("testboardrecord_xlsx"));
        return ServedPlant.on("duckdb", directory, exports);
    }
}
