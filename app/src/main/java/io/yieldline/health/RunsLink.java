package io.yieldline.health;

import io.yieldline.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Unfinished runs that are no longer active. */
final class RunsLink implements Link {
    @Override
    public String name() {
        return "runs";
    }

    @Override
    public String downstream() {
        return "uncommitted changes are lost; run them again";
    }

    @Override
    public Found examine(Examination examination) {
        List<String> killed = new ArrayList<>();
        examination.read(session -> session.query(
                "select id, operation, started_at from run where ended_at is null order by id",
                row -> !alive(row.getLong(1), examination)
                        && killed.add(
                                "run " + row.getLong(1) + ": " + row.getString(2) + ", started " + row.getObject(3))));
        return killed.isEmpty()
                ? Found.ok("every run has ended")
                : Found.warn(
                                Counted.of(killed.size(), "run") + (killed.size() == 1 ? " was" : " were") + " killed",
                                Remedy.recover(Stage.CLOSE_RUNS, "runs", "record that they were killed"))
                        .with(killed);
    }

    static boolean alive(long run, Examination examination) {
        return Objects.equals(run, examination.runId())
                || examination.surroundings().running().test(run);
    }
}
