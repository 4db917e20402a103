package io.yieldline.source;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The text of a table cell. Blanks are part of the value, because exporters write values as they are; line breaks in the
 * markup with surrounding blanks are layout, and {@code <br>} is a line break.
 */
final class HtmlText {
    private static final char NO_BREAK_SPACE = '\u00A0';

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder blanks = new StringBuilder();
    private boolean isLayout;

    private HtmlText() {}

    static String of(Element cell) {
        HtmlText collected = new HtmlText();
        cell.childNodes().forEach(child -> child.traverse((node, depth) -> collected.add(node)));
        return collected.finish();
    }

    private void add(Node node) {
        if (node instanceof TextNode run) {
            run.getWholeText().chars().forEach(character -> add((char) character));
        } else if (node.nameIs("br")) {
            endBlanks("");
            text.append('\n');
        } else if (node instanceof Element element && element.isBlock()) {
            isLayout = true;
        }
    }

    private void add(char character) {
        if (character == NO_BREAK_SPACE) {
            blanks.append(' ');
        } else if (Character.isWhitespace(character)) {
            isLayout |= character == '\n' || character == '\r';
            blanks.append(character);
        } else {
            endBlanks(text.isEmpty() || text.charAt(text.length() - 1) == '\n' ? "" : " ");
            text.append(character);
        }
    }

    private void endBlanks(String insteadOfLayout) {
        text.append(isLayout ? insteadOfLayout : blanks);
        blanks.setLength(0);
        isLayout = false;
    }

    private String finish() {
        endBlanks("");
        return text.toString();
    }
}
