package io.yieldline.ingest;

import io.yieldline.operation.EnginePlant;
import io.yieldline.warehouse.Engine;
import java.nio.file.Path;

/** Tests on a new plant on either engine, with exports of a few steps. */
abstract class PlantSuite extends EnginePlant {
    PlantSuite(Engine engine) {
        super(engine);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Path xlsx(String name, int dayOfApril, Step... steps) {
        return Step.xlsx(file(name + ".xlsx"), dayOfApril, steps);
    }
}
