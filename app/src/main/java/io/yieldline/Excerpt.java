package io.yieldline;

/** The start of a text that is too long to show, with its length: nobody takes it for the whole. */
public final class Excerpt {
    private Excerpt() {}

    /** The text; if it has more characters than {@code most}, its start and its number of characters, together not longer. */
    public static String of(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        String rest = "… (" + Counted.of(text.codePointCount(0, text.length()), "character") + ")";
        int end = Math.max(0, most - rest.length());
        boolean splitsPair = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, splitsPair ? end - 1 : end) + rest;
    }
}
