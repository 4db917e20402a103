package io.yieldline.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a list of rows is sent. */
enum RowFormat {
    JSON(RouteResponse.JSON),
    CSV("text/csv"),
    PARQUET("application/vnd.apache.parquet");

    private final String mediaType;

    RowFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The media type, without parameters. */
    String mediaType() {
        return mediaType;
    }

    /** The value of the parameter {@code format}, which also ends the name of a file. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Stream.of(values()).map(RowFormat::word).toList();
    }

    static RowFormat of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The first of these that a route gives and a header {@code Accept} begins with. */
    static Optional<RowFormat> accepted(String header, Route route) {
        String type = Routes.mediaType(header.replaceAll(",.*", ""));
        return Stream.of(values())
                .filter(format -> format.mediaType.equals(type))
                .filter(format -> route.gives().contains(format.mediaType))
                .findFirst();
    }
}
