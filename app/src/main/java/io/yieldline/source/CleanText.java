package io.yieldline.source;

/**
 * The text of a cell as people see it: the same for every format, so that a value that is written by two programs is one value. Most
 * texts are clean, so that this is found out without a copy.
 */
final class CleanText {
    private static final int ESCAPE = "_x0000_".length();
    private static final char DELETE = 0x7F;
    private static final char LAST_CONTROL = 0x9F;
    private static final char SOFT_HYPHEN = 0xAD;

    private final StringBuilder text;
    private int marks;

    private CleanText(String raw) {
        text = new StringBuilder(raw);
    }

    static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' ? isControl(c) : c >= DELETE ? isControl(c) || isBlank(c) : c == '_' && isEscape(text, i)) {
                return false;
            }
        }
        return !isFormula(text);
    }

    static CleanText of(String raw) {
        CleanText clean = new CleanText(raw);
        clean.decode();
        clean.unwrap();
        clean.replace();
        return clean;
    }

    String text() {
        return text.toString();
    }

    /** What was cleaned: the marks of {@link Cleaning}. */
    int marks() {
        return marks;
    }

    /** Excel writes characters that XML cannot have as {@code _xHHHH_}, and the underscore before such a text as {@code _x005F_}. */
    private void decode() {
        for (int i = text.indexOf("_x"); i >= 0; i = text.indexOf("_x", i + 1)) {
            if (isEscape(text, i)) {
                char decoded = (char) Integer.parseInt(text, i + 2, i + ESCAPE - 1, 16);
                text.replace(i, i + ESCAPE, String.valueOf(decoded));
                marks |= Cleaning.ESCAPES.mark();
            }
        }
    }

    private void unwrap() {
        if (isFormula(text)) {
            text.deleteCharAt(text.length() - 1).delete(0, 2);
            for (int i = text.indexOf("\"\""); i >= 0; i = text.indexOf("\"\"", i + 1)) {
                text.deleteCharAt(i);
            }
            marks |= Cleaning.TEXT_FORMULAS.mark();
        }
    }

    /** Blanks of a width become plain ones, the others go; line ends and tabs stay, because notes have them. */
    private void replace() {
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (isControl(c)) {
                text.setCharAt(i, ' ');
                marks |= Cleaning.CONTROL_CHARACTERS.mark();
            } else if (isWidthless(c)) {
                text.deleteCharAt(i);
                marks |= Cleaning.UNUSUAL_BLANKS.mark();
            } else if (isBlank(c)) {
                text.setCharAt(i, ' ');
                marks |= Cleaning.UNUSUAL_BLANKS.mark();
            }
        }
    }

    private static boolean isEscape(CharSequence text, int at) {
        if (at + ESCAPE > text.length() || text.charAt(at + 1) != 'x' || text.charAt(at + ESCAPE - 1) != '_') {
            return false;
        }
        for (int i = at + 2; i < at + ESCAPE - 1; i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) >= DELETE) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFormula(CharSequence text) {
        int last = text.length() - 1;
        return last >= 2 && text.charAt(0) == '=' && text.charAt(1) == '"' && text.charAt(last) == '"';
    }

    private static boolean isControl(char c) {
        return c < ' ' ? c != '\t' && c != '\n' && c != '\r' : c >= DELETE && c <= LAST_CONTROL;
    }

    /** A blank other than the plain one. */
    static boolean isBlank(char c) {
        return c > LAST_CONTROL && (Character.isSpaceChar(c) || isWidthless(c));
    }

    /** Zero-width characters, marks of direction and of bytes; the soft hyphen is not shown either. */
    private static boolean isWidthless(char c) {
        return c == SOFT_HYPHEN || (c > LAST_CONTROL && Character.getType(c) == Character.FORMAT);
    }
}
