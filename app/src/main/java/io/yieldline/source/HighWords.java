package io.yieldline.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The different words of a text that have bytes beyond ASCII, as ISO 8859-1. Words end at signs that are no part of a character in any
 * encoding, so that a name that stands in each row is evidence only once.
 */
final class HighWords {
    private static final int MOST_WORDS = 2000;
    private static final int LONGEST = 200;

    private final Set<String> words = new LinkedHashSet<>();
    private final StringBuilder word = new StringBuilder();
    private boolean high;

    private HighWords() {}

    static Set<String> of(InputStream text) throws IOException {
        HighWords found = new HighWords();
        try (InputStream in = new BufferedInputStream(text, 1 << 16)) {
            for (int b = in.read(); b >= 0 && found.words.size() < MOST_WORDS; b = in.read()) {
                found.add(b);
            }
        }
        found.end();
        return found.words;
    }

    /** Digits are parts of characters in GB18030. */
    private void add(int b) {
        if (b < '0' || (b > '9' && b < '@')) {
            end();
        } else if (word.length() < LONGEST) {
            word.append((char) b);
            high |= b > 0x7F;
        }
    }

    private void end() {
        if (high) {
            words.add(word.toString());
        }
        word.setLength(0);
        high = false;
    }
}
