package io.yieldline.source;

import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the budget before each row, so that what is done with the rows counts, too. */
final class BudgetedReader implements RowReader {
    private final RowReader reader;
    private final ReadingBudget budget;

    BudgetedReader(RowReader reader, ReadingBudget budget) {
        this.reader = reader;
        this.budget = budget;
    }

    @Override
    public Format format() {
        return reader.format();
    }

    @Override
    public Optional<LocalDateTime> writtenAt() {
        return reader.writtenAt();
    }

    @Override
    public String table() {
        return reader.table();
    }

    @Override
    public boolean nextTable() throws SourceException {
        return reader.nextTable();
    }

    @Override
    public @Nullable Row next() throws SourceException {
        budget.check();
        Row row = reader.next();
        if (row != null) {
            budget.pass(row);
        }
        return row;
    }

    @Override
    public void close() {
        reader.close();
    }
}
