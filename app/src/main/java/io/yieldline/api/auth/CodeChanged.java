package io.yieldline.api.auth;

import io.yieldline.ExitCode;
import io.yieldline.operation.Result;

/**
 * A change of the code library, as the audit trail has it.
 *
 * @param action what was done: {@code set failure code} or {@code remove failure code}
 * @param entry code and first day of the entry
 * @param detail what it says now, and what it said before
 */
public record CodeChanged(String action, String entry, String detail) implements Result {
    static CodeChanged of(RuleEdits.Edit edit) {
        return new CodeChanged(edit.action(), edit.target(), edit.detail());
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.DONE;
    }

    @Override
    public String summary() {
        return action + " " + entry + ": " + detail;
    }
}
