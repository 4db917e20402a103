package io.yieldline.api.auth;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.warehouse.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Lists and manages users. */
public final class UsersOperation implements Operation<UsersOperation.Parameters, AccountResult> {
    /** The name of this operation. */
    public static final String NAME = "users";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "List, add or remove users; change a role or password.";

    /** The action. */
    public enum Action {
        LIST,
        ADD,
        ROLE,
        PASSWORD,
        REMOVE
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    /** Accounts are no data: a change of them does not wait for a load. */
    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public AccountResult run(Parameters parameters, Context context) {
        Users users = new Users(context.warehouse(), context.clock());
        Actor actor = Actor.of(context.caller());
        return switch (parameters.action) {
            case LIST -> listed(users.list());
            case ADD ->
                changed(
                        "user " + parameters.user() + " added with role "
                                + parameters.role().word(),
                        users.add(parameters.user(), parameters.role(), parameters.password(), actor)
                                .orElse(null));
            case ROLE -> {
                users.changeRole(parameters.user(), parameters.role(), actor);
                yield changed(
                        "user " + parameters.user() + " has role "
                                + parameters.role().word() + " now",
                        null);
            }
            case PASSWORD -> {
                Users.Changed made = users.changePassword(parameters.user(), parameters.password(), actor);
                new FirstAdmin(context.plant().home(), users).changed(parameters.user());
                yield changed(
                        "user " + parameters.user() + " has a new password; " + made.ended(),
                        made.generated().orElse(null));
            }
            case REMOVE -> {
                users.remove(parameters.user(), actor);
                yield changed("user " + parameters.user() + " removed", null);
            }
        };
    }

    private static AccountResult listed(Table users) {
        return AccountResult.listed(users, Counted.of(users.rows().size(), "user"));
    }

    private static AccountResult changed(String summary, @Nullable String password) {
        return AccountResult.changed(summary, password);
    }

    /**
     * The parameters.
     *
     * @param passwordFile file with the new password; null to generate one
     */
    public record Parameters(
            Action action,
            @Nullable String name,
            @Nullable String roleWord,
            @Nullable Path passwordFile) {
        /** Refuses an action without a name or role. */
        public Parameters {
            if (action != Action.LIST && name == null) {
                throw new UserError(
                        ExitCode.USAGE, "give the name of the user: yieldline users " + word(action) + " NAME");
            }
            if ((action == Action.ADD || action == Action.ROLE) && roleWord == null) {
                throw new UserError(ExitCode.USAGE, "specify the role: --role " + String.join("|", Role.words()));
            }
        }

        private static String word(Action action) {
            return action.name().toLowerCase(java.util.Locale.ROOT);
        }

        String user() {
            return String.valueOf(name);
        }

        Role role() {
            return Role.of(String.valueOf(roleWord));
        }

        @Nullable
        String password() {
            if (passwordFile == null) {
                return null;
            }
            try {
                return Files.readString(passwordFile).strip();
            } catch (IOException e) {
                throw new UserError(ExitCode.USAGE, passwordFile + ": cannot be read (" + e.getMessage() + ")");
            }
        }
    }
}
