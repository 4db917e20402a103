package io.yieldline.api.auth;

import io.yieldline.api.auth.RuleEdits.Edit;
import io.yieldline.plant.FailureCode;
import io.yieldline.plant.FailureCodeChange;
import io.yieldline.plant.FailureCodes;
import io.yieldline.plant.Plant;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * Changes of the code library, each with its entry in the audit trail.
 *
 * @param today the day whose entry a change without a first day continues
 */
public record CodeEdits(RuleEdits edits, LocalDate today) {
    /** Sets an entry, or its action for a model. */
    public Edit set(FailureCodeChange change, Actor actor) {
        return edits.make(FailureCodes.SECTION, actor, plant -> {
            FailureCode code = change.applied(plant, today);
            String before = change.replaced(plant).map(FailureCode::advice).orElse("none");
            return new Edit(
                    plant.failureCodes().with(code).yaml(),
                    "set failure code",
                    code.words(),
                    code.advice() + " (before: " + before + ")");
        });
    }

    /**
     * Removes an entry, or its action for a model.
     *
     * @param missing what to throw if there is no such entry
     */
    public Edit remove(FailureCodeChange change, Actor actor, Function<Plant, RuntimeException> missing) {
        return edits.make(FailureCodes.SECTION, actor, plant -> {
            FailureCode entry = change.replaced(plant).orElseThrow(() -> missing.apply(plant));
            return new Edit(
                    change.removed(plant.failureCodes(), entry).yaml(),
                    "remove failure code",
                    entry.words() + (change.model() == null ? "" : " for " + change.model()),
                    "was " + entry.advice());
        });
    }
}
