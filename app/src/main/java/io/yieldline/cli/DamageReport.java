package io.yieldline.cli;

import io.yieldline.UserError;
import io.yieldline.alert.Attempt;
import io.yieldline.alert.DatabaseAlarm;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.DatabaseFault;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/** Tells the channels of a plant that its database is damaged, or was repaired. */
final class DamageReport {
    private DamageReport() {}

    /** Sends what is due, and returns a line about it; empty if nothing was due. A plant whose channels cannot be read is said, too. */
    static String damaged(DatabaseFault damage, Plant plant, InstantSource clock) {
        try {
            return line(new DatabaseAlarm(plant, System::getenv, clock).raise(damage));
        } catch (UserError e) {
            return "nobody was told of the damage: " + e.getMessage();
        }
    }

    /** Sends that the database was repaired to those who were told of the damage. */
    static String repaired(Plant plant, InstantSource clock) {
        try {
            return line(new DatabaseAlarm(plant, System::getenv, clock).clear());
        } catch (UserError e) {
            return "nobody was told of the repair: " + e.getMessage();
        }
    }

    private static String line(List<Attempt> attempts) {
        return attempts.stream()
                .map(attempt -> attempt.channel()
                        + (attempt.arrived() ? ": alert sent" : ": alert not sent (" + attempt.error() + ")"))
                .collect(Collectors.joining("; "));
    }
}
