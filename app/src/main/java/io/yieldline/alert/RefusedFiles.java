package io.yieldline.alert;

import io.yieldline.plant.FilesInForce;
import io.yieldline.plant.FilesInForce.State;
import io.yieldline.warehouse.Session;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Rules, settings, feeds or checks that changed while the server runs and cannot be used. A usable change clears the condition. */
record RefusedFiles(Severity severity, FilesInForce files, ZoneId zone) implements ConditionSource {
    @Override
    public List<Condition> conditions(Session session, Instant now) {
        return files.state().filter(state -> state.refused() != null).map(this::condition).stream()
                .toList();
    }

    private Condition condition(State state) {
        return new Condition(
                "files_refused",
                "files",
                severity,
                "a changed file of the plant is not used",
                state.refused() + "; all files stay in force as they were read on "
                        + PlantTime.text(PlantTime.of(state.since(), zone))
                        + "; repair the file: it is used within a minute",
                "yieldline status");
    }
}
