package io.yieldline.operation.ask;

import io.yieldline.Busy;
import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.query.LakeVersion;
import io.yieldline.query.QueryAnswer;
import io.yieldline.query.QueryDesk;
import io.yieldline.query.QueryHistory;
import io.yieldline.query.QueryHistory.Asked;
import io.yieldline.query.QueryLimits;
import io.yieldline.query.QueryRequest;
import io.yieldline.query.QueryText;
import io.yieldline.query.SavedQueries;
import io.yieldline.query.ValueList;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers one SELECT over the lake, and keeps in the history that it was asked. */
public final class QueryOperation implements Operation<QueryOperation.Parameters, QueryOperation.Answered> {
    /** The name of this operation. */
    public static final String NAME = "query";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Ask the lake in SQL; this can change nothing.";

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
        return NAME + " \"select ...\"";
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public Answered run(Parameters parameters, Context context) {
        String sql = parameters.saved == null
                ? parameters.sql
                : new SavedQueries(context.warehouse()).get(parameters.saved).sql();
        QueryRequest request =
                parameters.request(sql, QueryLimits.of(context.plant().settings()));
        LakeVersion lake = LakeVersion.of(context.plant().home().lake());
        LocalDateTime at = context.parts().now().withNano(0);
        try {
            QueryAnswer answer = QueryDesk.PROCESS.ask(context.caller().user(), lake, request);
            keep(context, at, sql, answer, null);
            return new Answered(answer);
        } catch (Busy e) {
            throw e;
        } catch (UserError e) {
            keep(context, at, sql, null, e.getMessage());
            throw e;
        }
    }

    private static void keep(
            Context context, LocalDateTime at, String sql, @Nullable QueryAnswer answer, @Nullable String error) {
        new QueryHistory(context.warehouse())
                .add(new Asked(
                        at,
                        context.caller().user(),
                        context.caller().trigger(),
                        sql,
                        answer == null ? 0 : answer.table().rows().size(),
                        answer == null ? 0 : answer.milliseconds(),
                        error));
    }

    /**
     * The parameters.
     *
     * @param saved the name of a saved query; null for a text
     * @param sql the text, with named parameters; empty for a saved query
     * @param values the values of its parameters
     * @param lists lists of values, by name
     * @param rows the most rows of the answer; null for those of the settings
     * @param seconds the longest time; null for that of the settings
     */
    public record Parameters(
            @Nullable String saved,
            String sql,
            Map<String, String> values,
            List<ValueList> lists,
            @Nullable Integer rows,
            @Nullable Integer seconds) {
        /** What was asked, for the audit trail. */
        public String asked() {
            return saved == null ? sql : "saved query " + saved;
        }

        private QueryRequest request(String text, QueryLimits limits) {
            QueryLimits chosen = rows == null ? limits : limits.withRows(inRange("limit", rows, QueryLimits.MOST_ROWS));
            return new QueryRequest(
                    new QueryText(text),
                    values,
                    lists,
                    seconds == null
                            ? chosen
                            : chosen.withSeconds(inRange("timeout", seconds, QueryLimits.MOST_SECONDS)));
        }

        private static int inRange(String name, int number, int most) {
            if (number < 1 || number > most) {
                throw new UserError(ExitCode.USAGE, name + " " + number + " is not a whole number from 1 to " + most);
            }
            return number;
        }
    }

    /** The answer. */
    public record Answered(QueryAnswer answer) implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public long rows() {
            return answer.table().rows().size();
        }

        @Override
        public String summary() {
            return Counted.of(rows(), "row") + (answer.more() ? " of more" : "") + " in " + answer.milliseconds()
                    + " ms";
        }
    }
}
