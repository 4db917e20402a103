package io.yieldline.source;

import java.io.IOException;
import java.io.Reader;

/** Detects the delimiter of a text: the most frequent candidate at its start, outside quotes. */
public final class CsvDelimiter {
    private static final String CANDIDATES = ",;\t|";
    private static final int HEAD_CHARACTERS = 8192;

    private CsvDelimiter() {}

    static char sniff(TextEncoding.Text text) throws SourceException {
        try (Reader in = TextEncoding.open(text)) {
            char[] head = new char[HEAD_CHARACTERS];
            int length = Math.max(0, in.read(head));
            return mostFrequent(head, length);
        } catch (IOException e) {
            throw TextEncoding.unreadable(e);
        }
    }

    /** The character that separates the fields of such a line. */
    public static char of(String line) {
        return mostFrequent(line.toCharArray(), line.length());
    }

    private static char mostFrequent(char[] head, int length) {
        int[] counts = count(head, length);
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return CANDIDATES.charAt(best);
    }

    private static int[] count(char[] head, int length) {
        int[] counts = new int[CANDIDATES.length()];
        boolean quoted = false;
        for (int i = 0; i < length; i++) {
            quoted ^= head[i] == '"';
            int candidate = CANDIDATES.indexOf(head[i]);
            if (candidate >= 0 && !quoted) {
                counts[candidate]++;
            }
        }
        return counts;
    }
}
