package io.yieldline.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Consumer;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/** Streams the rows of the outermost tables of a page, and discards each row and all content between rows when it is read. */
final class HtmlRows implements AutoCloseable {
    private final BoundedStream bytes;
    private final TableEndWatch watch;
    private final StreamParser parser;
    private final Iterator<Element> elements;
    private final Consumer<Element> aside;
    private @Nullable Element row;
    private @Nullable Element table;
    private int tables;

    private HtmlRows(TextEncoding.Text page, Consumer<Element> aside) throws IOException {
        Charset charset = TextEncoding.of(page);
        this.bytes = new BoundedStream(page.open(), SheetLimits.HTML_ROW_BYTES);
        this.watch = new TableEndWatch(TextEncoding.decode(bytes, charset));
        this.parser = new StreamParser(Parser.htmlParser()).parse(watch, "");
        this.elements = parser.iterator();
        this.aside = aside;
    }

    /** The rows of all tables; other elements go to the observer. */
    static HtmlRows ofPage(TextEncoding.Text page, Consumer<Element> aside) throws SourceException {
        try {
            return new HtmlRows(page, aside);
        } catch (IOException e) {
            throw TextEncoding.unreadable(e);
        }
    }

    boolean next() throws SourceException {
        try {
            forget(row);
            row = null;
            while (row == null && elements.hasNext()) {
                take(elements.next());
            }
            return row != null;
        } catch (UncheckedIOException e) {
            throw TextEncoding.unreadable(e);
        }
    }

    private void take(Element element) throws SourceException {
        aside.accept(element);
        HtmlPlace place = HtmlPlace.of(element);
        if (place.isInRow()) {
            return;
        }
        Element outermost = place.table();
        if (outermost == null || !element.nameIs("tr")) {
            forget(element);
            return;
        }
        if (outermost != table) {
            table = outermost;
            tables++;
        }
        row = element;
    }

    private void forget(@Nullable Element element) {
        if (element != null && element.parent() != null) {
            element.remove();
            bytes.token();
        }
    }

    /** At the end: whether the page ends inside a table. */
    boolean isCutOff() {
        return watch.isTableOpen();
    }

    /** The last row. */
    Element row() {
        return Objects.requireNonNull(row, "no row was reached");
    }

    /** The number of the table of the row, from 0. */
    int tableNumber() {
        return tables - 1;
    }

    @Override
    public void close() {
        parser.close();
    }
}
