package io.yieldline.source;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Detects formats of dates and formats that fill with zeros among the number formats of a workbook, by number or format code. */
final class NumberFormats {
    private final Map<Integer, Boolean> custom = new HashMap<>();
    private final Map<Integer, ZeroFill> fills = new HashMap<>();

    void add(int id, String code) throws SourceException {
        custom.put(id, showsDate(code));
        ZeroFill.of(code).ifPresent(fill -> fills.put(id, fill));
        if (custom.size() > SheetLimits.ENTRIES) {
            throw SourceException.tooMany("the workbook", "number formats");
        }
    }

    boolean isDate(int id) {
        Boolean own = custom.get(id);
        return own != null ? own : isBuiltInDate(id);
    }

    /** How a format fills with zeros; null if it does not. */
    @Nullable
    ZeroFill zeroFill(int id) {
        return fills.get(id);
    }

    private static boolean isBuiltInDate(int id) {
        return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
    }

    /** Whether a format code has a letter for day, month, year, hour or second outside quotes and escapes. */
    static boolean showsDate(String code) {
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            switch (c) {
                case '"' -> i = endOf(code, i, '"');
                case '[' -> {
                    if (isElapsedTime(code, i)) {
                        return true;
                    }
                    i = endOf(code, i, ']');
                }
                case '\\', '_', '*' -> i++;
                default -> {
                    if ("dmyhsDMYHS".indexOf(c) >= 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Brackets contain colours, conditions and languages, but also hours above 24 as in {@code [h]:mm}. */
    private static boolean isElapsedTime(String code, int bracket) {
        int end = endOf(code, bracket, ']');
        String inside = code.substring(bracket + 1, end).toLowerCase(Locale.ROOT);
        return inside.matches("h+|m+|s+");
    }

    private static int endOf(String code, int start, char closing) {
        int end = code.indexOf(closing, start + 1);
        return end < 0 ? code.length() : end;
    }
}
