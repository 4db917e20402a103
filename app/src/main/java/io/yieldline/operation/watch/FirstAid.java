package io.yieldline.operation.watch;

import io.yieldline.ExitCode;
import io.yieldline.PartProgress;
import io.yieldline.UserError;
import io.yieldline.health.DamagedFiles;
import io.yieldline.health.Diagnosis;
import io.yieldline.health.Doctor;
import io.yieldline.health.Examination;
import io.yieldline.health.Recovery;
import io.yieldline.health.Remedy;
import io.yieldline.health.Stage;
import io.yieldline.operation.DatabaseReplacement;
import io.yieldline.operation.OpenPlant;
import io.yieldline.plant.Plant;
import io.yieldline.plant.PlantLock;
import io.yieldline.warehouse.DatabaseFault.Kind;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds what prevents opening a plant, and repairs what must be repaired before its database is opened or replaced. */
public final class FirstAid {
    /** Directories first, then the log. */
    private static final int MOST = 3;

    private final Plant plant;
    private final InstantSource clock;
    private final PartProgress progress;
    private Optional<DatabaseReplacement> replacement = Optional.empty();

    /** For a plant that this process does not hold yet. */
    public FirstAid(Plant plant, InstantSource clock, PartProgress progress) {
        this.progress = progress;
        this.plant = plant;
        this.clock = clock;
    }

    /** Diagnoses the plant without its database if it cannot be used; empty if the plant can be opened and read. */
    public Optional<Diagnosis> needed(boolean quick, Consumer<String> note) {
        replacement = quick ? Optional.empty() : DatabaseReplacement.due(plant, clock, progress);
        if (replacement.isPresent()) {
            return Optional.of(closed(replacement.get().damage(), quick, note));
        }
        try (OpenPlant open = OpenPlant.open(plant, clock)) {
            return Optional.empty();
        } catch (RuntimeException e) {
            if (e instanceof UserError refusal && refusal.exitCode() == ExitCode.LOCKED) {
                throw e;
            }
            // Some damage shows only when the plant is opened.
            replacement = DatabaseReplacement.after(e, plant, clock);
            RuntimeException reason =
                    replacement.map(due -> (RuntimeException) due.damage()).orElse(e);
            return Optional.of(closed(reason, quick, note));
        }
    }

    /** What must take the place of the database, as the last diagnosis found. */
    public Optional<DatabaseReplacement> replacement() {
        return replacement.filter(due -> due.damage().kind() == Kind.DAMAGED);
    }

    /** Creates directories and moves a damaged log away until only the database itself is damaged, and returns what was done. */
    public List<RecoverOperation.Step> give(Consumer<String> note) {
        List<RecoverOperation.Step> done = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            Optional<Remedy> due = needed(false, note).stream()
                    .flatMap(diagnosis -> Recovery.plan(diagnosis).stream())
                    .filter(Recovery::canBeClosed)
                    .filter(remedy -> remedy.stage() != Stage.SET_DATABASE_ASIDE)
                    .findFirst();
            if (due.isEmpty()) {
                return done;
            }
            note.accept(due.get().what());
            done.add(new RecoverOperation.Step(due.get(), moved(due.get()), null));
        }
        return done;
    }

    private String moved(Remedy remedy) {
        try (PlantLock held = PlantLock.take(plant.home())) {
            LocalDateTime now =
                    LocalDateTime.ofInstant(clock.instant(), plant.settings().zone());
            return DamagedFiles.perform(remedy, plant.home(), now);
        }
    }

    private Diagnosis closed(RuntimeException refusal, boolean quick, Consumer<String> note) {
        return Doctor.examine(Examination.closed(plant, refusal, clock, quick, note));
    }
}
