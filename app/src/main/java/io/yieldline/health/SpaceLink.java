package io.yieldline.health;

import io.yieldline.plant.Space;
import java.util.Comparator;

/** Free space on the disks of the home: at least the reserve, below which nothing is loaded. */
final class SpaceLink implements Link {
    @Override
    public String name() {
        return "disk";
    }

    @Override
    public String downstream() {
        return "no export is loaded until there is space; loading then resumes automatically";
    }

    @Override
    public boolean inDatabase() {
        return false;
    }

    @Override
    public Found examine(Examination examination) {
        long reserve = Space.reserve(examination.plant().settings(), newestExport(examination));
        Space least = HomeLink.directories(examination.home()).stream()
                .map(Space::at)
                .min(Comparator.comparingLong(Space::usable))
                .orElseThrow();
        return least.has(reserve)
                ? Found.ok(Space.megabytes(least.usable()) + " free, " + Space.megabytes(reserve) + " reserved")
                : Found.broken(least.shortage(reserve), Remedy.byHand("free some space"));
    }

    /** Its size; 0 if the database is closed, which leaves the reserve from the settings. */
    private static long newestExport(Examination examination) {
        return examination.warehouse() == null
                ? 0
                : examination.read(session -> session.number("select bytes from export order by id desc limit 1"));
    }
}
