package io.yieldline.api.auth;

import io.yieldline.ExitCode;
import io.yieldline.operation.Result;
import io.yieldline.warehouse.Table;
import org.jspecify.annotations.Nullable;

/**
 * What came of a change of users or tokens, or of a question about them.
 *
 * @param table what was asked for; null after a change
 * @param secret what is shown once and never kept: a first password or a token
 */
public record AccountResult(
        ExitCode exitCode,
        String summary,
        @Nullable Table table,
        @Nullable String secret) implements Result {
    static AccountResult changed(String summary, @Nullable String secret) {
        return new AccountResult(ExitCode.DONE, summary, null, secret);
    }

    static AccountResult listed(Table table, String summary) {
        return new AccountResult(ExitCode.DONE, summary, table, null);
    }

    @Override
    public long rows() {
        return table == null ? 0 : table.rows().size();
    }

    /** Without the secret: a result may end up in a log. */
    @Override
    public String toString() {
        return summary;
    }
}
