package io.yieldline.api.auth;

import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.plant.FailureCodeChange;

/** Removes an entry of the code library. */
public final class CodeRemoveOperation implements Operation<FailureCodeChange, CodeChanged> {
    /** The name of this operation. */
    public static final String NAME = "codes remove";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Remove an entry of the code library, or its action for a model.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public CodeChanged run(FailureCodeChange change, Context context) {
        return CodeChanged.of(new CodeEdits(new RuleEdits(context), context.today())
                .remove(change, Actor.of(context.caller()), change::missing));
    }
}
