package io.yieldline.quality;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The dimensions of data quality. */
public enum Dimension {
    /** Completeness: all expected data exist. */
    COMPLETENESS,
    /** Uniqueness: nothing exists twice. */
    UNIQUENESS,
    /** Validity: values are possible and known. */
    VALIDITY,
    /** Consistency: related data agree. */
    CONSISTENCY,
    /** Timeliness: data arrive in time. */
    TIMELINESS;

    /** The name in files, tables and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Dimension of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Dimension::word).toList();
    }
}
