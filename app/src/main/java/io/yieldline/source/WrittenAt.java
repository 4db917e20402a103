package io.yieldline.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a document was last written, by its properties in XML: the modified time, else the created time. */
final class WrittenAt {
    private @Nullable LocalDateTime created;
    private @Nullable LocalDateTime modified;

    /** Takes the time from the current element, if it is one of these two; one that cannot be read is none. */
    void read(Xml xml, String createdName, String modifiedName) throws SourceException {
        if (xml.isAtStart(createdName)) {
            created = time(xml);
        } else if (xml.isAtStart(modifiedName)) {
            modified = time(xml);
        }
    }

    /** The time in UTC, if the document has one. */
    Optional<LocalDateTime> time() {
        return Optional.ofNullable(modified == null ? created : modified);
    }

    private static @Nullable LocalDateTime time(Xml xml) throws SourceException {
        StringBuilder text = new StringBuilder();
        xml.appendText(text);
        try {
            return utc(text.toString().strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A time without offset is taken for UTC, as Excel writes it. */
    private static LocalDateTime utc(String text) {
        if (text.indexOf('T') < 0) {
            return LocalDate.parse(text).atStartOfDay();
        }
        TemporalAccessor time =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime exact
                ? exact.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
                : LocalDateTime.from(time);
    }
}
