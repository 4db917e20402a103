package io.yieldline.operation.catalogue;

import io.yieldline.operation.Operation;

/**
 * An operation in the catalogue.
 *
 * @param operation the operation
 * @param purpose description in one line; the same in commands and documentation
 * @param command the command line, without global options
 */
public record CatalogueEntry(Operation<?, ?> operation, String purpose, String command) {
    /** The name. */
    public String name() {
        return operation.name();
    }
}
