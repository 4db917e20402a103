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

/** Lists and manages users. */
@Command(
        mixinStandardHelpOptions = true,
        header = UsersOperation.PURPOSE,
        description = {
            "viewer    read",
            "analyst   read; query many units, rejected rows, and the lake in SQL",
            "operator  the same; load exports and start operations",
            "admin     the same; read settings and audit trail, manage users",
            "Without --password-file an initial password is generated and shown once. The user must"
                    + " change it at the first login."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline users",
            "  yieldline users add ann --role operator",
            "  yieldline users role ann --role analyst",
            "  yieldline users password admin",
            "  yieldline users remove ann"
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
            description = "Read the password from this file instead of generating one.")
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
        return "Initial password, to be changed at the first login";
    }
}
