package io.yieldline.plant;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The text of a record as Java writes it, {@code Name[part=value, ...]}, for records whose text every start needs: Java makes dozens of
 * classes when such a text is needed first, a tenth of the time of a short command.
 */
final class RecordText {
    private RecordText() {}

    static String of(Record record) {
        return Arrays.stream(record.getClass().getRecordComponents())
                .map(part -> part.getName() + "=" + value(record, part))
                .collect(Collectors.joining(", ", record.getClass().getSimpleName() + "[", "]"));
    }

    private static Object value(Record record, RecordComponent part) {
        try {
            return String.valueOf(part.getAccessor().invoke(record));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
