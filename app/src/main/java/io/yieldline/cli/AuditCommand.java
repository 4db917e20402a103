package io.yieldline.cli;

import io.yieldline.api.auth.AccountResult;
import io.yieldline.api.auth.AuditOperation;
import io.yieldline.operation.Operation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the audit. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        header = "List who did what on the server, and prove that no entry was changed.",
        description = "Times are UTC. Exit code 3 when an entry was changed or taken out.",
        footer = {"", "Examples:", "  yieldline --home plant audit", "  yieldline --home plant audit --format csv"})
final class AuditCommand extends AccountCommand<AuditOperation.Parameters> {
    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            converter = OptionParsers.Limit.class,
            description = "At most so many (default: 50).")
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
