package io.yieldline.api;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Serial numbers as people paste them: one a line, or between commas, blanks and quotes, or as a column of a list with a header;
 * each counts once, in their order.
 */
final class Serials {
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
            throw Problem.wrong("serials", "there is no serial number in it");
        }
        if (serials.size() > MOST) {
            throw Problem.wrong(
                    "serials", serials.size() + " serial numbers are more than " + MOST + "; ask in several parts");
        }
        return List.copyOf(serials);
    }

    /** What scanners and spreadsheets put around a serial number is no part of it, as in the exports. */
    static String clean(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
