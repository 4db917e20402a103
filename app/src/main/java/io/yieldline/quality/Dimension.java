package io.yieldline.quality;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a check says something about. */
public enum Dimension {
    /** Everything that should be there is there. */
    COMPLETENESS,
    /** Nothing is there twice. */
    UNIQUENESS,
    /** Values are possible and known. */
    VALIDITY,
    /** What is said in two places agrees. */
    CONSISTENCY,
    /** Data comes when it is due. */
    TIMELINESS;

    /** The word in files, tables and JSON. */
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
