package io.yieldline.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file under its reading budget. */
final class BudgetedStream extends FilterInputStream {
    private final ReadingBudget budget;

    BudgetedStream(InputStream in, ReadingBudget budget) {
        super(in);
        this.budget = budget;
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        check();
        return super.read(buffer, offset, length);
    }

    private void check() throws IOException {
        try {
            budget.check();
        } catch (SourceException e) {
            throw new IOException(e);
        }
    }
}
