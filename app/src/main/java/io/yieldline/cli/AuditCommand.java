package io.yieldline.cli;

import io.yieldline.api.auth.AccountResult;
import io.yieldline.api.auth.AuditOperation;
import io.yieldline.operation.Operation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the audit trail. */
@Command(
        mixinStandardHelpOptions = true,
        header = AuditOperation.PURPOSE,
        description = "Times are UTC. Exit code 3: an entry was changed or removed.",
        footer = {"", "Examples:", "  yieldline audit", "  yieldline audit --format csv"})
final class AuditCommand extends AccountCommand<AuditOperation.Parameters> {
    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            converter = OptionParsers.Limit.class,
            description = "Maximum number of entries (default: 50).")
    int limit = 50;

    @Override
    Operation<AuditOperation.Parameters, AccountResult> operation() {
        return new AuditOperation();
    }

    @Override
    AuditOperation.Parameters parameters() {
        return new AuditOperation.Parameters(limit);
    }

    @Override
    boolean changes() {
        return false;
    }

    @Override
    String once() {
        return "";
    }
}
