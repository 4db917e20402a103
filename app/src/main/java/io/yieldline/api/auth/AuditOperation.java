package io.yieldline.api.auth;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.warehouse.Table;
import java.util.Optional;

/** Lists the audit trail and verifies it. */
public final class AuditOperation implements Operation<AuditOperation.Parameters, AccountResult> {
    /** The name of this operation. */
    public static final String NAME = "audit";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Show the audit trail, and verify that no entry was changed.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public AccountResult run(Parameters parameters, Context context) {
        Audit audit = new Audit(context.warehouse(), context.clock());
        Table entries = audit.latest(parameters.limit, 0);
        Optional<String> flaw = audit.flaw();
        return new AccountResult(
                flaw.isEmpty() ? ExitCode.DONE : ExitCode.CHECK_FAILED,
                flaw.orElseGet(() -> Counted.of(audit.count(), "record") + ", each follows from the one before it"),
                entries,
                null);
    }

    /**
     * The range to list.
     *
     * @param limit maximum number of entries
     */
    public record Parameters(int limit) {}
}
