package io.yieldline.feed;

import io.yieldline.plant.Home;
import io.yieldline.yaml.ResourceFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A feed that a plant could have of its own, {@code torque}, with a mart that is made from it. */
public final class OwnFeed {
    private OwnFeed() {}

    /** Puts feed and mart into a home, where nothing is loaded yet. */
    public static void addTo(Path home) {
        write(new Home(home).feeds().resolve("torque.yaml"), ResourceFolder.text(OwnFeed.class, "own/torque.yaml"));
        write(
                new Home(home).marts().resolve("torque_daily.sql"),
                ResourceFolder.text(OwnFeed.class, "own/torque_daily.sql"));
    }

    /** An export of three screws of one unit, two of them right. */
    public static Path export(Path folder) {
        return write(folder.resolve("torque.csv"), """
                Serial,Driver,Screw,Begin,End,Result
                1724001,D1,1,2025-04-15 08:00:00,2025-04-15 08:00:05,Pass
                1724001,D1,2,2025-04-15 08:00:10,2025-04-15 08:00:15,Pass
                1724001,D2,3,2025-04-16 08:00:20,2025-04-16 08:00:25,Fail
                """);
    }

    private static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
