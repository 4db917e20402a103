package io.yieldline.api;

import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.plant.Profile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;

/** The home of a plant that sends mail to a server on whose port nobody listens. */
final class MailingHome {
    private MailingHome() {}

    /** A new home in a folder. */
    static Home in(Path directory) {
        Home home = new Home(directory.resolve("plant"));
        Plant.init(home, "test", ZoneId.of("America/New_York"), Profile.PLANT);
        try {
            Files.writeString(
                    home.settingsFile(),
                    "\nalerts:\n  channels:\n    - {name: mail, type: email, host: 127.0.0.1, port: 9, security: none,"
                            + " from: a@example.com, to: [b@example.com]}\n",
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return home;
    }
}
