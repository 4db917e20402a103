package io.yieldline.cli;

import io.yieldline.api.subscription.QueryValues;
import io.yieldline.api.subscription.SubscriptionsOperation;
import io.yieldline.api.subscription.SubscriptionsOperation.Action;
import io.yieldline.api.subscription.SubscriptionsOperation.Outcome;
import io.yieldline.operation.Operation;
import io.yieldline.warehouse.Table;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists, adds, removes and sends subscriptions. */
@Command(
        mixinStandardHelpOptions = true,
        header = SubscriptionsOperation.PURPOSE,
        description = {
            "report   daily or weekly: each report that is published",
            "finding  the page of a finding, by its id",
            "query    the answer to a saved query: 50 rows in the mail, all in a CSV file",
            "Sent by the first channel of type email, when it changes, or weekly at 08:00 of a day. A running server sends what"
                    + " is due each minute and after each run, the command alert does so without a server. The role"
                    + " of the owner counts when it is sent. What cannot be sent is told to the recipient once, and"
                    + " stands in the list until it is repaired or removed. Send without a number sends what is due."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline subscriptions",
            "  yieldline subscriptions add report daily --owner ann --to ann@example.com",
            "  yieldline subscriptions add finding 0a1b2c3d --to a@b.org --rhythm monday",
            "  yieldline subscriptions add query worst --to a@b.org --param from=today-7",
            "  yieldline subscriptions remove 3",
            "  yieldline subscriptions send 3"
        })
final class SubscriptionsCommand extends PlantCommand<SubscriptionsOperation.Parameters, Outcome> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ACTION",
            defaultValue = "list",
            description = "list (default), add, remove or send.")
    Action action = Action.LIST;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "WHAT",
            description = "report, finding or query to add; the number of a subscription to remove or send.")
    @Nullable
    String what;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "SUBJECT",
            description = "daily or weekly, the id of a finding, or the name of a saved query.")
    @Nullable
    String subject;

    @Option(names = "--owner", paramLabel = "USER", description = "The user who manages it (default: you).")
    @Nullable
    String owner;

    @Option(
            names = "--to",
            paramLabel = "ADDRESS",
            description = "Who gets it (default: the name of the owner, if it is an email address).")
    @Nullable
    String to;

    @Option(
            names = "--rhythm",
            paramLabel = "RHYTHM",
            defaultValue = "change",
            description = "change (default), or a day of the week such as monday.")
    String rhythm = "change";

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description =
                    "The value of a parameter of a query; today and today-7 are days when it is sent. Repeatable.")
    Map<String, String> values = new LinkedHashMap<>();

    @Option(
            names = "--list",
            paramLabel = "NAME=FILE",
            description = "A list of values for a query, one in each line of a file. Repeatable.")
    Map<String, Path> lists = new LinkedHashMap<>();

    @Mixin
    FormatOption format = new FormatOption();

    @Override
    Operation<SubscriptionsOperation.Parameters, Outcome> operation() {
        return new SubscriptionsOperation();
    }

    @Override
    SubscriptionsOperation.Parameters parameters() {
        Map<String, String> texts = new LinkedHashMap<>();
        lists.forEach((name, file) -> texts.put(name, OptionParsers.text(file)));
        return new SubscriptionsOperation.Parameters(
                action,
                owner == null ? caller().user() : owner,
                what,
                subject,
                new QueryValues(values, texts),
                rhythm,
                to);
    }

    /** The audit trail records what it changes. */
    @Override
    boolean changes() {
        return false;
    }

    @Override
    Object json(Outcome outcome) {
        Table table = outcome.table();
        return table == null ? Map.of("summary", outcome.summary()) : table;
    }

    @Override
    void print(Outcome outcome, Console console) {
        Table table = outcome.table();
        if (table != null) {
            format.print(table, console, () -> console.tableOrNone(table));
        } else {
            console.sentence(outcome.summary());
        }
    }
}
