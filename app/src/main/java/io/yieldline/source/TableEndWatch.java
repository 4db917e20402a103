package io.yieldline.source;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Watches a page for the end of its table, because HTML parsers close the open tags of a truncated page. */
final class TableEndWatch extends FilterReader {
    private static final int LONGEST_NAME = 6;

    private final StringBuilder name = new StringBuilder();
    private boolean inName;
    private boolean open;

    TableEndWatch(Reader in) {
        super(in);
    }

    /** Whether a row follows the last end of a table. */
    boolean isTableOpen() {
        return open;
    }

    @Override
    public int read() throws IOException {
        int character = super.read();
        look((char) character);
        return character;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        for (int i = offset; i < offset + count; i++) {
            look(buffer[i]);
        }
        return count;
    }

    private boolean isNamed(String tag) {
        return tag.contentEquals(name);
    }

    private void look(char character) {
        if (character == '<') {
            inName = true;
            name.setLength(0);
        } else if (inName && (Character.isLetter(character) || character == '/') && name.length() < LONGEST_NAME) {
            name.append(Character.toLowerCase(character));
        } else if (inName) {
            inName = false;
            open = isNamed("tr") || (open && !isNamed("/table"));
        }
    }
}
