package io.yieldline.health;

/**
 * One repair step.
 *
 * @param stage kind of the step
 * @param subject object of the step: a feed, the hash of an export, a database, marts
 * @param what description
 * @param command the command after {@code yieldline} that runs the step; for a manual step, the instruction
 */
public record Remedy(Stage stage, String subject, String what, String command) {
    static Remedy byHand(String what) {
        return new Remedy(Stage.BY_HAND, "", what, "");
    }

    static Remedy look(String command) {
        return new Remedy(Stage.LOOK, "", "see the findings", command);
    }

    /** Work that the schedule gave up: nothing is repaired by it. */
    static Remedy work(String job, String command) {
        return new Remedy(Stage.LOOK, job, "do the work of " + job, command);
    }

    static Remedy recover(Stage stage, String subject, String what) {
        return new Remedy(stage, subject, what, "recover");
    }

    /** Replace the database by a new one, filled from a backup. */
    public static Remedy replaceDatabase() {
        return recover(
                Stage.SET_DATABASE_ASIDE,
                "database",
                "move the damaged database to damaged/; fill a new one from the newest backup that can be read");
    }

    static Remedy reload(String what) {
        return recover(Stage.RELOAD, "exports", what);
    }

    static Remedy refreshStale() {
        return new Remedy(Stage.REFRESH, "stale", "bring the marts up to date", "aggregate");
    }

    static Remedy refreshAll() {
        return new Remedy(Stage.REFRESH, "all", "rebuild all marts", "aggregate --mode all");
    }
}
