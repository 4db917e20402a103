package io.yieldline.cli;

import io.yieldline.api.auth.AccountResult;
import io.yieldline.api.auth.UsersOperation;
import io.yieldline.api.auth.UsersOperation.Action;
import io.yieldline.operation.Operation;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists and changes users. */
@Command(
        name = "users",
        mixinStandardHelpOptions = true,
        header = "List the users of the server, add or remove them, change role or password.",
        description = {
            "Roles: viewer reads; analyst also asks about many units and rejected rows; operator also loads exports and starts"
                    + " operations; admin also reads settings and audit, and changes users. Without --password-file a first password is made"
                    + " up and shown once; it has to be changed at the first login."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline --home plant users",
            "  yieldline --home plant users add ann --role operator",
            "  yieldline --home plant users role ann --role analyst",
            "  yieldline --home plant users password admin",
            "  yieldline --home plant users remove ann"
        })
final class UsersCommand extends AccountCommand<UsersOperation.Parameters> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ACTION",
            defaultValue = "list",
            description = "list (default), add, role, password or remove.")
    Action action = Action.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "The user.")
    @Nullable
    String name;

    @Option(names = "--role", paramLabel = "ROLE", description = "viewer, analyst, operator or admin.")
    @Nullable
    String role;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Take the password from this file instead of making one up.")
    @Nullable
    Path passwordFile;

    @Override
    Operation<UsersOperation.Parameters, AccountResult> operation() {
        return new UsersOperation();
    }

    @Override
    UsersOperation.Parameters parameters() {
        return new UsersOperation.Parameters(action, name, role, passwordFile);
    }

    @Override
    boolean changes() {
        return action != Action.LIST;
    }

    @Override
    String once() {
        return "First password, to be changed at the first login";
    }
}
