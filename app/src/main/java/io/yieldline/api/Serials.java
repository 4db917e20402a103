package io.yieldline.api;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Parses pasted serial numbers: separated by line breaks, commas, blanks or quotes, or a column of a list with a header.
 * Duplicates are removed, the order is kept.
 */
final class Serials {
    /** Maximum size of a list. */
    static final int MOST_BYTES = 1_000_000;

    private static final int MOST = 10_000;

    private Serials() {}

    static List<String> of(Request request, SerialColumn column) {
        Stream<String> given = request.bodyType().equals(RouteResponse.JSON)
                ? request.values().texts("serials").stream()
                : column.words(new String(request.body(), StandardCharsets.UTF_8));
        Set<String> serials = given.map(Serials::clean)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (serials.isEmpty()) {
            throw Problem.wrong("serials", "the list has no serial numbers");
        }
        if (serials.size() > MOST) {
            throw Problem.wrong(
                    "serials", serials.size() + " serial numbers are more than " + MOST + "; ask in several parts");
        }
        return List.copyOf(serials);
    }

    /** Removes characters that scanners and spreadsheets add, as for exports. */
    static String clean(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
