package io.yieldline.api.auth;

import io.yieldline.ExitCode;
import io.yieldline.operation.Result;
import io.yieldline.warehouse.Table;
import org.jspecify.annotations.Nullable;

/**
 * The result of an operation on users or tokens.
 *
 * @param table the list; null after a change
 * @param secret an initial password or a token, shown once and never stored
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

    /** Without the secret, because results are logged. */
    @Override
    public String toString() {
        return summary;
    }
}
