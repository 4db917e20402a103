package io.yieldline.health;

/**
 * One step that mends something.
 *
 * @param stage what is done
 * @param subject to what: a feed, the hash of an export, a database, marts
 * @param what it in words, for people
 * @param command the words after {@code yieldline} that do it alone; what people have to do where the stage is by hand
 */
public record Remedy(Stage stage, String subject, String what, String command) {
    static Remedy byHand(String what) {
        return new Remedy(Stage.BY_HAND, "", what, "");
    }

    static Remedy look(String command) {
        return new Remedy(Stage.LOOK, "", "read what was found", command);
    }

    static Remedy recover(Stage stage, String subject, String what) {
        return new Remedy(stage, subject, what, "recover");
    }

    static Remedy reload(String what) {
        return recover(Stage.RELOAD, "exports", what);
    }

    static Remedy refreshStale() {
        return new Remedy(Stage.REFRESH, "stale", "bring the marts up to date", "aggregate");
    }

    static Remedy refreshAll() {
        return new Remedy(Stage.REFRESH, "all", "build all marts anew", "aggregate --mode all");
    }
}
