package io.yieldline.api.auth;

import io.yieldline.operation.Context;
import io.yieldline.plant.Plant;
import io.yieldline.plant.RulesFile;
import java.util.function.Function;

/** Changes of sections of {@code rules.yaml} on which no number depends, one after the other, each with its entry in the audit trail. */
public final class RuleEdits {
    private static final Object ONE_AT_A_TIME = new Object();

    private final Context context;
    private final Audit audit;

    /** Changes of this plant. */
    public RuleEdits(Context context) {
        this.context = context;
        this.audit = new Audit(context.warehouse(), context.clock());
    }

    /**
     * A change.
     *
     * @param yaml the section as it becomes, in whole lines
     * @param action what was done, such as {@code set target}
     * @param target to what it was done
     * @param detail what it was and what it became
     */
    public record Edit(String yaml, String action, String target, String detail) {}

    /** Makes a change to the rules as they stand in the file, which is in force at once. Returns what was done. */
    public Edit make(String section, Actor actor, Function<Plant, Edit> change) {
        synchronized (ONE_AT_A_TIME) {
            RulesFile file = RulesFile.of(context.plant());
            Edit edit = change.apply(file.read());
            RulesFile edited = file.with(section, edit.yaml());
            context.warehouse().noteAll(session -> {
                audit.add(session, actor, edit.action(), edit.target(), edit.detail());
                context.advise().accept(edited.write());
            });
            return edit;
        }
    }
}
