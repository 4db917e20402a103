package io.yieldline.operation;

import io.yieldline.UserError;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.plant.PlantId;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.StoredTables;
import io.yieldline.warehouse.Warehouse;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A home and its database name the same plant. A database that belongs to another home is refused before anything in it is read or
 * changed, and so is another engine than the one that the home uses: it would open as an empty plant.
 */
final class Ownership {
    private final Plant plant;
    private final Home home;
    private final Optional<PlantId> remembered;

    Ownership(Plant plant) {
        this.plant = plant;
        this.home = plant.home();
        this.remembered = PlantId.of(home);
    }

    /** Refuses another engine than that of the home, before its database is opened. */
    void checkEngine(Engine engine) {
        String used = remembered.map(PlantId::engine).orElseGet(() -> engineOfReceipts(engine));
        if (!used.equals(engine.label())) {
            String where = remembered.map(id -> " (" + id.database() + ")").orElse("");
            throw new UserError("the home " + home.directory() + " keeps plant \"" + name() + "\" in " + used + where
                    + ", not in " + engine.label() + "; nothing was changed; name its database in "
                    + home.settingsFile()
                    + " or YIELDLINE_DATABASE; to use " + engine.label() + " from now on, run: yieldline adopt");
        }
    }

    /** Refuses the database of another plant. */
    void check(Warehouse warehouse) {
        Optional<Named> named = warehouse.read(Ownership::named);
        String own = remembered.map(PlantId::id).orElse("");
        if (named.isEmpty()
                || named.get().id.equals(own)
                || (own.isEmpty() && plant.settings().embedded())) {
            return;
        }
        throw new UserError(warehouse.location() + " belongs to plant \"" + named.get().name + "\" ("
                + named.get().id + "), the home " + home.directory() + " to plant \"" + name() + "\" ("
                + (own.isEmpty() ? "no id yet" : own) + "); nothing was changed; use the home of that plant, or another"
                + " database; if they belong together, run: yieldline adopt");
    }

    /** Lets home and database name the same plant: the one that the database names, else the one of the home. */
    String settle(Warehouse warehouse) {
        Optional<Named> named = warehouse.read(Ownership::named);
        String id =
                named.map(Named::id).orElseGet(() -> remembered.map(PlantId::id).orElseGet(PlantId::random));
        PlantId now = new PlantId(id, warehouse.engine().label(), warehouse.location());
        if (remembered.filter(now::same).isEmpty()) {
            now.write(home);
        }
        if (named.filter(known -> known.id.equals(id) && known.name.equals(name()))
                .isEmpty()) {
            warehouse.writeAll(session -> {
                session.execute("delete from plant_identity");
                session.execute("insert into plant_identity (id, name) values (?, ?)", id, name());
            });
        }
        return id;
    }

    private String name() {
        return plant.settings().plant();
    }

    /** A home of an earlier version, or without its file, tells by its receipts which engine it uses. */
    private String engineOfReceipts(Engine given) {
        List<String> used = Arrays.stream(Engine.values())
                .map(Engine::label)
                .filter(label -> Files.exists(home.receipts(label.toLowerCase(Locale.ROOT))))
                .toList();
        return used.isEmpty() || used.contains(given.label()) ? given.label() : used.get(0);
    }

    private static Optional<Named> named(Session session) {
        return !StoredTables.exists(session, "plant_identity")
                ? Optional.empty()
                : session.first(
                        "select id, name from plant_identity", row -> new Named(row.getString(1), row.getString(2)));
    }

    private record Named(String id, String name) {}
}
