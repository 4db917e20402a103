package io.yieldline.mart;

import io.yieldline.plant.Profile;
import io.yieldline.plant.Rules;
import io.yieldline.warehouse.Warehouse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests on a small plant of their own, on the engine that a subclass opens. */
abstract class PlantContract {
    static final Rules RULES = Rules.ofProfile(Profile.PLANT);
    static final Scope RECENT = new Scope.Recent();

    SmallPlant plant;

    abstract Warehouse open();

    @BeforeEach
    void openPlant() {
        plant = new SmallPlant(open(), RULES);
    }

    @AfterEach
    void closePlant() {
        plant.close();
    }

    static List<Mart> tables() {
        Marts marts = Marts.builtIn();
        return Stream.concat(marts.units().stream(), marts.all().stream()).toList();
    }
}
