package io.yieldline.health;

import io.yieldline.plant.Space;
import java.util.Comparator;

/** Free space on the disks of the home: at least the reserve, below which nothing is loaded. */
final class SpaceLink implements Link {
    /** With less than twice the reserve, the disk is nearly full. */
    private static final int NEARLY = 2;

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
        boolean enough = least.has(NEARLY * reserve);
        Found found = found(least, reserve);
        return enough && examination.quick()
                ? found
                : found.with(DiskUse.of(examination.plant(), examination.warehouse(), examination.clock()).stream()
                        .map(enough ? DiskUse::size : DiskUse::toString)
                        .toList());
    }

    private static Found found(Space least, long reserve) {
        Remedy free = Remedy.byHand("free some space, as said above, largest first; or use a larger disk");
        String left = Space.megabytes(least.usable()) + " free, " + Space.megabytes(reserve) + " reserved";
        if (!least.has(reserve)) {
            return Found.broken(least.shortage(reserve), free);
        }
        return least.has(NEARLY * reserve) ? Found.ok(left) : Found.warn(left + ": the disk is nearly full", free);
    }

    /** Its size; 0 if the database is closed, which leaves the reserve from the settings. */
    private static long newestExport(Examination examination) {
        return examination.warehouse() == null
                ? 0
                : examination.read(session -> session.number("select bytes from export order by id desc limit 1"));
    }
}
