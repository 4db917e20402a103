package io.yieldline.plant;

import io.yieldline.ExitCode;
import io.yieldline.NameKey;
import io.yieldline.UserError;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of one entry of the code library. What it does not say stays as it was on the first day of the entry.
 *
 * @param code the error code or station reason
 * @param from the first day of the entry; null if it has always been in force
 * @param model the action is for units of this model; null for all
 * @param action the recommended action
 * @param description what the code means
 * @param owner who answers for the code
 */
public record FailureCodeChange(
        String code,
        @Nullable LocalDate from,
        @Nullable String model,
        @Nullable String action,
        @Nullable String description,
        @Nullable String owner) {
    /** Blank texts say nothing. */
    public FailureCodeChange {
        model = given(model);
        action = given(action);
        description = given(description);
        owner = given(owner);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** The entry for the same code from the same day on, which the change replaces. */
    public Optional<FailureCode> replaced(Plant plant) {
        return plant.failureCodes().all().stream().filter(bare()::replaces).findFirst();
    }

    private FailureCode bare() {
        return new FailureCode(code, null, "", Map.of(), null, from);
    }

    /**
     * The entry as it becomes.
     *
     * @throws UserError if nobody says what to do with such a unit, or the code is none
     */
    public FailureCode applied(Plant plant, LocalDate today) {
        Optional<FailureCode> known =
                replaced(plant).or(() -> plant.failureCodes().of(code, from == null ? today : from));
        Map<String, String> models =
                new LinkedHashMap<>(known.map(FailureCode::models).orElse(Map.of()));
        if (model != null && action != null) {
            models.put(model, action);
        }
        return FailureCode.of(known.map(FailureCode::code).orElse(code), parts(known), models, plant.rules());
    }

    private Map<String, String> parts(Optional<FailureCode> known) {
        Map<String, String> parts = new LinkedHashMap<>();
        put(parts, "description", description, known.map(FailureCode::description));
        Optional<String> before = known.map(FailureCode::action);
        put(parts, "action", model == null || before.isEmpty() ? action : null, before);
        if (!parts.containsKey("action")) {
            throw new UserError(
                    ExitCode.USAGE, "the code library does not know \"" + code + "\" yet; give an action for it");
        }
        put(parts, "owner", owner, known.map(FailureCode::owner));
        put(parts, "from", from == null ? null : from.toString(), Optional.empty());
        return parts;
    }

    private static void put(Map<String, String> parts, String key, @Nullable String text, Optional<String> before) {
        Optional.ofNullable(text).or(() -> before).ifPresent(value -> parts.put(key, value));
    }

    /**
     * The library without the entry, or without its action for the model.
     *
     * @param entry the entry that is replaced
     * @throws UserError if the entry has no action for the model
     */
    public FailureCodes removed(FailureCodes codes, FailureCode entry) {
        if (model == null) {
            return codes.without(entry);
        }
        Map<String, String> models = new LinkedHashMap<>(entry.models());
        if (models.remove(model) == null) {
            throw new UserError(ExitCode.USAGE, entry.words() + " has no action for the model \"" + model + "\"");
        }
        return codes.with(new FailureCode(
                entry.code(), entry.description(), entry.action(), models, entry.owner(), entry.from()));
    }

    /** Why there is nothing to remove: the entries of the code, or that there are none. */
    public UserError missing(Plant plant) {
        List<String> entries = plant.failureCodes().all().stream()
                .filter(entry -> NameKey.alike(entry.code(), code))
                .map(FailureCode::words)
                .toList();
        return new UserError(
                ExitCode.USAGE,
                "the code library has no entry \"" + bare().words() + "\"; "
                        + (entries.isEmpty() ? "it does not know the code" : "it has: " + String.join(", ", entries)));
    }
}
