package io.yieldline.cli;

import io.yieldline.api.auth.AccountResult;
import io.yieldline.api.auth.TokensOperation;
import io.yieldline.api.auth.TokensOperation.Action;
import io.yieldline.operation.Operation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists, makes and ends API tokens. */
@Command(
        name = "tokens",
        mixinStandardHelpOptions = true,
        header = "List the API tokens, make or revoke one.",
        description =
                "A token opens the API to a program: header Authorization: Bearer ya_... It never opens more than its user may.",
        footer = {
            "",
            "Examples:",
            "  yieldline --home plant tokens",
            "  yieldline --home plant tokens create ann --title \"line dashboard\" --scope read --days 365",
            "  yieldline --home plant tokens revoke 3"
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
            description = "The user of the token; for revoke the number of the token.")
    @Nullable
    String subject;

    @Option(names = "--title", paramLabel = "TEXT", defaultValue = "", description = "What the token is for.")
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
            description = "How long it lasts (default: 90, at most 366).")
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
        return "Shown once, keep it safe";
    }
}
