package io.yieldline.api.auth;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.warehouse.Table;
import org.jspecify.annotations.Nullable;

/** Lists, creates and revokes API tokens. */
public final class TokensOperation implements Operation<TokensOperation.Parameters, AccountResult> {
    /** The name of this operation. */
    public static final String NAME = "tokens";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "List, create or revoke API tokens.";

    /** The action. */
    public enum Action {
        LIST,
        CREATE,
        REVOKE
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

    private static String validity(Parameters parameters) {
        return TokenScope.of(parameters.scope).isEndless()
                ? "until it is revoked"
                : "for " + Counted.of(parameters.days, "day");
    }

    @Override
    public AccountResult run(Parameters parameters, Context context) {
        ApiTokens tokens = new ApiTokens(context.warehouse(), context.clock());
        Actor actor = Actor.of(context.caller());
        String subject = String.valueOf(parameters.subject);
        return switch (parameters.action) {
            case LIST -> listed(tokens.list(parameters.subject));
            case CREATE ->
                AccountResult.changed(
                        "token created for " + subject + ", scope " + parameters.scope + ", " + validity(parameters),
                        tokens.create(
                                subject, parameters.title, TokenScope.of(parameters.scope), parameters.days, actor));
            case REVOKE -> {
                tokens.revoke(Long.parseLong(subject), null, actor);
                yield AccountResult.changed("token " + subject + " revoked", null);
            }
        };
    }

    private static AccountResult listed(Table tokens) {
        return AccountResult.listed(tokens, Counted.of(tokens.rows().size(), "token"));
    }

    /**
     * The parameters.
     *
     * @param subject the user; to revoke a token, its number
     * @param title purpose of the token
     * @param days validity in days
     */
    public record Parameters(Action action, @Nullable String subject, String title, String scope, int days) {
        /** Refuses an action without a user or number. */
        public Parameters {
            if (action == Action.CREATE && subject == null) {
                throw new UserError(ExitCode.USAGE, "give the name of the user: yieldline tokens create USER");
            }
            if (action == Action.REVOKE && (subject == null || !subject.matches("[0-9]{1,18}"))) {
                throw new UserError(ExitCode.USAGE, "give the number of the token, see: yieldline tokens");
            }
        }
    }
}
