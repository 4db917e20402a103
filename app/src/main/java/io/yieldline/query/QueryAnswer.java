package io.yieldline.query;

import io.yieldline.warehouse.Table;
import java.util.List;

/**
 * The answer to a query.
 *
 * @param types the SQL types of the columns
 * @param more whether rows were left out because of a limit
 * @param snapshot the version of the lake that was asked
 * @param milliseconds how long it took, with the start of the worker
 */
public record QueryAnswer(Table table, List<String> types, boolean more, String snapshot, long milliseconds) {}
