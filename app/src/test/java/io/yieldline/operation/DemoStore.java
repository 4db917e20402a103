package io.yieldline.operation;

import io.yieldline.demo.DemoPlant;
import io.yieldline.demo.DemoSettings;
import io.yieldline.warehouse.Engine;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A plant with its store, and the exports of two weeks of two months. */
abstract class DemoStore extends StoredPlant {
    private static final DemoPlant DEMO = DemoPlant.generate(new DemoSettings(LocalDate.of(2025, 3, 24), 14, 100, 3));

    List<Path> exports;

    DemoStore(Engine engine) {
        super(engine);
    }

    @BeforeEach
    void writeExports() {
        exports = new ArrayList<>(DEMO.writeTo(folder.resolve("exports")));
    }
}
