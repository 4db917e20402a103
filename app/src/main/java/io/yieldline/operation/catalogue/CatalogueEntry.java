package io.yieldline.operation.catalogue;

import io.yieldline.operation.Operation;

/**
 * An operation as the catalogue describes it.
 *
 * @param operation what runs
 * @param purpose what it is for, in one line; the same in commands and documentation
 * @param command the command line, without the words before it
 */
public record CatalogueEntry(Operation<?, ?> operation, String purpose, String command) {
    /** The word for it. */
    public String name() {
        return operation.name();
    }
}
