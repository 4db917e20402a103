package io.yieldline.operation.ask;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.query.QueryHistory;
import io.yieldline.query.SavedQueries;
import io.yieldline.query.SavedQuery;
import io.yieldline.warehouse.Table;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lists, shows, saves and removes queries that have a name, and lists what was asked. */
public final class QueriesOperation implements Operation<QueriesOperation.Parameters, QueriesOperation.Outcome> {
    /** The name of this operation. */
    public static final String NAME = "queries";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "List, show, save or remove saved queries; list what was asked.";

    private static final List<Table.Field<SavedQuery>> LISTED = List.of(
            new Table.Field<>("name", SavedQuery::name),
            new Table.Field<>("title", SavedQuery::title),
            new Table.Field<>("owner", SavedQuery::owner),
            new Table.Field<>("changed", SavedQuery::changed));

    /** The action. */
    public enum Action {
        LIST,
        SHOW,
        SAVE,
        REMOVE,
        HISTORY
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public String command() {
        return NAME + " [list|show|save|remove|history]";
    }

    /** Saved queries are no data: a change of them does not wait for a load. */
    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public Outcome run(Parameters parameters, Context context) {
        SavedQueries saved = new SavedQueries(context.warehouse());
        return switch (parameters.action) {
            case LIST -> Outcome.of(Table.of(saved.all(), LISTED));
            case HISTORY -> Outcome.of(new QueryHistory(context.warehouse()).latest(parameters.limit));
            case SHOW -> new Outcome(null, saved.get(parameters.required()), "shown");
            case SAVE -> {
                SavedQuery kept = saved.save(parameters.query(
                        context.caller().user(), context.parts().now().withNano(0)));
                yield new Outcome(null, kept, "query " + kept.name() + " saved");
            }
            case REMOVE -> {
                saved.remove(parameters.required());
                yield new Outcome(null, null, "query " + parameters.name + " removed");
            }
        };
    }

    /**
     * The parameters.
     *
     * @param name the name of a query
     * @param title what it answers, if it is saved
     * @param sql its text, if it is saved
     * @param limit the most entries of the history
     */
    public record Parameters(
            Action action,
            @Nullable String name,
            @Nullable String title,
            @Nullable String sql,
            int limit) {
        /** Refuses an action without the name of a query. */
        public Parameters {
            if (name == null && action != Action.LIST && action != Action.HISTORY) {
                throw new UserError(
                        ExitCode.USAGE,
                        "give the name of the query: yieldline queries "
                                + action.name().toLowerCase(Locale.ROOT) + " NAME");
            }
        }

        private String required() {
            return String.valueOf(name);
        }

        private SavedQuery query(String owner, LocalDateTime at) {
            return new SavedQuery(required(), title == null ? "" : title, sql == null ? "" : sql, owner, at, at);
        }
    }

    /**
     * The result.
     *
     * @param table the list; null for one query
     * @param query the query that was shown or saved; null for others
     */
    public record Outcome(@Nullable Table table, @Nullable SavedQuery query, String summary) implements Result {
        private static Outcome of(Table table) {
            return new Outcome(table, null, Counted.of(table.rows().size(), "row"));
        }

        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }
    }
}
