package io.yieldline.api.subscription;

import io.yieldline.Counted;
import io.yieldline.Sha256;
import io.yieldline.alert.Message.Attachment;
import io.yieldline.api.auth.Actor;
import io.yieldline.api.auth.AuditedQuery;
import io.yieldline.operation.Caller;
import io.yieldline.operation.Context;
import io.yieldline.operation.CsvTable;
import io.yieldline.operation.ask.QueryOperation;
import io.yieldline.query.LakeVersion;
import io.yieldline.query.QueryAnswer;
import io.yieldline.query.SavedQueries;
import io.yieldline.query.SavedQuery;
import io.yieldline.report.MailedPage;
import io.yieldline.report.TablePage;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The answer to a saved query, asked as the owner: its first rows in the mail, all of them in a CSV file. */
final class QuerySource implements Source {
    private static final int MOST_ROWS = 50;
    private static final int MOST_BYTES = 5_000_000;

    @Override
    public Optional<String> gone(Subscription subscription, Context context) {
        return find(subscription, context).isPresent()
                ? Optional.empty()
                : Optional.of("there is no saved query " + subscription.subject());
    }

    /** The snapshot, the text of the query and the day. */
    @Override
    public String data(Subscription subscription, Context context) {
        String snapshot = LakeVersion.find(context.plant().home().lake())
                .map(LakeVersion::snapshot)
                .orElse("none");
        return snapshot + " "
                + find(subscription, context).map(SavedQuery::changed).orElse(null) + " " + context.today();
    }

    @Override
    public Look look(Subscription subscription, Context context) {
        SavedQuery query = new SavedQueries(context.warehouse()).get(subscription.subject());
        QueryAnswer answer = new AuditedQuery(new Actor(subscription.owner(), "subscription"))
                .run(
                        new QueryOperation.Parameters(
                                query.name(),
                                "",
                                subscription.values().on(context.today()),
                                subscription.values().parsed(),
                                null,
                                null),
                        context.as(new Caller("schedule", subscription.owner(), null)))
                .answer();
        String csv = csv(answer);
        return new Look(marker(csv), List.of(edition(query, answer, csv, context)));
    }

    private static Edition edition(SavedQuery query, QueryAnswer answer, String csv, Context context) {
        String plant = context.plant().settings().plant();
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        boolean fits = bytes.length <= MOST_BYTES;
        String title = query.title().isEmpty() ? query.name() : query.title();
        MailedPage page = TablePage.mailed(plant, title, note(answer, fits), answer.table(), MOST_ROWS, CsvTable::text);
        return new Edition(
                plant + ": query " + title,
                page.text(),
                page.html(),
                fits ? List.of(new Attachment(query.name() + ".csv", "text/csv; charset=utf-8", bytes)) : List.of());
    }

    private static String note(QueryAnswer answer, boolean attached) {
        int rows = answer.table().rows().size();
        return Counted.of(rows, "row")
                + (answer.more() ? " of more" : "")
                + (rows > MOST_ROWS ? ", the first " + MOST_ROWS + " here" : "")
                + (attached ? "; all in the attached CSV file" : "; too many for an attached file")
                + ". Lake " + answer.snapshot() + ".";
    }

    private static String csv(QueryAnswer answer) {
        StringWriter csv = new StringWriter();
        CsvTable.write(answer.table(), csv);
        return csv.toString();
    }

    /** The same rows in another order are the same answer. */
    private static String marker(String csv) {
        return Sha256.of(csv.lines().sorted().collect(Collectors.joining("\n")));
    }

    private static Optional<SavedQuery> find(Subscription subscription, Context context) {
        return new SavedQueries(context.warehouse()).find(subscription.subject());
    }
}
