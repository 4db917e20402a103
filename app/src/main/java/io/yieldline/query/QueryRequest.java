package io.yieldline.query;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody asks.
 *
 * @param values values of parameters, by name
 * @param lists lists of values, each under its own name
 */
public record QueryRequest(QueryText text, Map<String, String> values, List<ValueList> lists, QueryLimits limits) {
    /** The most values of all lists. */
    private static final int MOST_VALUES = 200_000;

    private static final int MOST_BYTES = 4_000_000;

    /** Refuses lists that are too long. */
    public QueryRequest {
        long bytes = lists.stream()
                .flatMap(list -> list.values().stream())
                .mapToLong(String::length)
                .sum();
        long number = lists.stream().mapToLong(list -> list.values().size()).sum();
        if (number > MOST_VALUES || bytes > MOST_BYTES) {
            throw new UserError(
                    ExitCode.USAGE, "the lists have more than " + MOST_VALUES + " values or " + MOST_BYTES + " bytes");
        }
    }

    /** The task of a worker over a version of the lake. */
    WorkerTask task(LakeVersion lake) {
        clash(lake).ifPresent(name -> {
            throw new UserError(
                    ExitCode.USAGE, "the list " + name + " has the name of a table of the lake; give it another name");
        });
        return new WorkerTask(
                lake.folders(), lake.functions(), lake.views(), lists, text.filled(values, lists), limits);
    }

    private Optional<String> clash(LakeVersion lake) {
        return lists.stream()
                .map(ValueList::name)
                .filter(name -> lake.table(name).isPresent())
                .findFirst();
    }
}
