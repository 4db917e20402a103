package io.yieldline.operation.watch;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.health.DamagedFiles;
import io.yieldline.health.Diagnosis;
import io.yieldline.health.Doctor;
import io.yieldline.health.Examination;
import io.yieldline.health.Recovery;
import io.yieldline.health.Remedy;
import io.yieldline.operation.OpenPlant;
import io.yieldline.plant.Plant;
import io.yieldline.plant.PlantLock;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Repairs that are needed before a plant can be opened: moves a damaged database or its log away. */
public final class FirstAid {
    /** Directories first, then the log, then the database if it is damaged, too. */
    private static final int MOST = 3;

    private final Plant plant;
    private final InstantSource clock;

    /** For a plant that this process does not hold yet. */
    public FirstAid(Plant plant, InstantSource clock) {
        this.plant = plant;
        this.clock = clock;
    }

    /** Diagnoses the plant without its database if it cannot be used; empty if the plant can be opened and read. */
    public Optional<Diagnosis> needed(boolean quick, Consumer<String> note) {
        try (OpenPlant open = OpenPlant.open(plant, clock)) {
            if (quick) {
                return Optional.empty();
            }
            return open.damage().map(damage -> closed(damage, quick, note));
        } catch (UserError e) {
            if (e.exitCode() == ExitCode.LOCKED) {
                throw e;
            }
            return Optional.of(closed(e, quick, note));
        } catch (RuntimeException e) {
            return Optional.of(closed(e, quick, note));
        }
    }

    /** Moves damaged files away until the plant opens, and returns what was moved where. */
    public List<RecoverOperation.Step> give(Consumer<String> note) {
        List<RecoverOperation.Step> done = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            Optional<Remedy> due = needed(false, note).stream()
                    .flatMap(diagnosis -> Recovery.plan(diagnosis).stream())
                    .filter(Recovery::canBeClosed)
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
