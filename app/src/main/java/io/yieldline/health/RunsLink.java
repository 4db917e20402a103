package io.yieldline.health;

import io.yieldline.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Runs that begun and never ended, and are at work no more. */
final class RunsLink implements Link {
    @Override
    public String name() {
        return "runs";
    }

    @Override
    public String downstream() {
        return "what they had not committed is not there; run them again";
    }

    @Override
    public Found examine(Examination examination) {
        List<String> killed = new ArrayList<>();
        examination.read(session -> session.query(
                "select id, operation, started_at from run where ended_at is null order by id",
                row -> !alive(row.getLong(1), examination)
                        && killed.add(
                                "run " + row.getLong(1) + ": " + row.getString(2) + ", begun " + row.getObject(3))));
        return killed.isEmpty()
                ? Found.ok("every run has come to an end")
                : Found.warn(
                                Counted.of(killed.size(), "run") + (killed.size() == 1 ? " was" : " were") + " killed",
                                Remedy.recover(Stage.CLOSE_RUNS, "runs", "enter that they were killed"))
                        .with(killed);
    }

    static boolean alive(long run, Examination examination) {
        return Objects.equals(run, examination.runId())
                || examination.surroundings().running().test(run);
    }
}
