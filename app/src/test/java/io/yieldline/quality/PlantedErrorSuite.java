package io.yieldline.quality;

import io.yieldline.TinyExport;
import io.yieldline.warehouse.Engine;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests on a plant of six good weeks, in which each plants its error. */
abstract class PlantedErrorSuite {
    @TempDir
    Path temp;

    final Engine engine;
    CheckedPlant plant;

    PlantedErrorSuite(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void copy() {
        plant = CheckedPlant.sixWeeks(engine, temp);
    }

    @AfterEach
    void close() {
        plant.close();
    }

    Path more(String... rows) {
        return TinyExport.write(temp.resolve("more.csv"), rows);
    }

    static String times(String serialNumber, String start, String end) {
        return TinyExport.row(serialNumber, "FI", end, "Pass").replaceFirst(end, start);
    }
}
