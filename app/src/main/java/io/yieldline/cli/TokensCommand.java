package io.yieldline.cli;

import io.yieldline.api.auth.AccountResult;
import io.yieldline.api.auth.TokensOperation;
import io.yieldline.api.auth.TokensOperation.Action;
import io.yieldline.operation.Operation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists, creates and revokes API tokens. */
@Command(
        mixinStandardHelpOptions = true,
        header = TokensOperation.PURPOSE,
        description = "A token gives a program access to the API: header \"Authorization: Bearer ya_...\" It never"
                + " grants more than the role of its user.",
        footer = {
            "",
            "Examples:",
            "  yieldline tokens",
            "  yieldline tokens create ann --title \"line dashboard\" --scope read --days 365",
            "  yieldline tokens revoke 3"
        })
final class TokensCommand extends AccountCommand<TokensOperation.Parameters> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ACTION",
            defaultValue = "list",
            description = "list (default), create or revoke.")
    Action action = Action.LIST;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "USER",
            description = "User of the token; for revoke, number of the token.")
    @Nullable
    String subject;

    @Option(names = "--title", paramLabel = "TEXT", defaultValue = "", description = "Purpose of the token.")
    String title = "";

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            defaultValue = "read",
            description = "read (default), ingest or admin.")
    String scope = "read";

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "90",
            converter = OptionParsers.Limit.class,
            description = "Days until the token expires (default: 90, maximum: 366).")
    int days = 90;

    @Override
    Operation<TokensOperation.Parameters, AccountResult> operation() {
        return new TokensOperation();
    }

    @Override
    TokensOperation.Parameters parameters() {
        return new TokensOperation.Parameters(action, subject, title, scope, days);
    }

    @Override
    boolean changes() {
        return action != Action.LIST;
    }

    @Override
    String once() {
        return "Shown only once; store it securely";
    }
}
