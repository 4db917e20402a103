package io.yieldline;

/**
 * Text of files, cells and users as people may see it. A character that a terminal acts on, that reorders the text beside it, or
 * that takes no room is shown as its escape, such as {@code \n} or <code>&#92;u001b</code>: no file can colour, move or hide a line.
 */
public final class Visible {
    private static final int HIDDEN = 1 << Character.CONTROL
            | 1 << Character.FORMAT
            | 1 << Character.LINE_SEPARATOR
            | 1 << Character.PARAGRAPH_SEPARATOR;

    private Visible() {}

    /** Text that is one line, whatever it contains: line breaks are escaped, too. */
    public static String line(String text) {
        return escaped(text, false);
    }

    /** Text of several lines: its line ends and tabs remain. */
    public static String lines(String text) {
        return escaped(text, true);
    }

    private static String escaped(String text, boolean keepsLayout) {
        if (text.codePoints().noneMatch(Visible::isHidden)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16);
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (!isHidden(c) || (keepsLayout && isLayout(text, i))) {
                shown.appendCodePoint(c);
            } else {
                escape(c, shown);
            }
        }
        return shown.toString();
    }

    private static boolean isHidden(int c) {
        return (HIDDEN >> Character.getType(c) & 1) != 0;
    }

    /** A carriage return alone overwrites the line. */
    private static boolean isLayout(String text, int i) {
        return text.charAt(i) == '\n' || text.charAt(i) == '\t' || text.startsWith("\r\n", i);
    }

    private static void escape(int c, StringBuilder shown) {
        switch (c) {
            case '\n' -> shown.append("\\n");
            case '\r' -> shown.append("\\r");
            case '\t' -> shown.append("\\t");
            default -> {
                for (char part : Character.toChars(c)) {
                    shown.append(String.format("\\u%04x", (int) part));
                }
            }
        }
    }
}
