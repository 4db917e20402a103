package io.yieldline.source;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.yieldline.source.SourceException.Fault;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads one XML document event by event. Uses local names, because prefixes vary; refuses a document type
 * declaration, which can be an attack.
 */
final class Xml implements AutoCloseable {
    private static final int DRAIN_BYTES = 1 << 16;

    private final String part;
    private final BoundedStream bytes;
    private final XMLStreamReader reader;
    private final XmlNames names;
    private int depth;

    private Xml(String part, BoundedStream bytes, XMLStreamReader reader) {
        this.part = part;
        this.bytes = bytes;
        this.reader = reader;
        this.names = new XmlNames(reader, part);
    }

    /** Reads the document and closes its stream; the name of the part is for messages. */
    static Xml of(InputStream document, String part) throws SourceException {
        BoundedStream bytes = new BoundedStream(document, SheetLimits.TOKEN_BYTES);
        try {
            return new Xml(part, bytes, factory().createXMLStreamReader(bytes));
        } catch (XMLStreamException | RuntimeException e) {
            throw damaged(part, bytes, e);
        }
    }

    /** A separate factory for each document, because it keeps every name in memory. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Moves to the next event, one of {@link XMLStreamConstants}. */
    int next() throws SourceException {
        try {
            int event = reader.next();
            bytes.token();
            check(event);
            return event;
        } catch (XMLStreamException | RuntimeException e) {
            throw damaged(part, bytes, e);
        }
    }

    private void check(int event) throws SourceException {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                names.checkElement();
                checkDepth(++depth);
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> names.checkInstruction();
            case XMLStreamConstants.DTD ->
                throw new SourceException(
                        Fault.DTD, part + " declares a document type, which can be an attack; export the file again");
            default -> {}
        }
    }

    private void checkDepth(int depth) throws SourceException {
        if (depth > SheetLimits.DEPTH) {
            throw new SourceException(
                    Fault.TOO_LARGE, "the tags of " + part + " are nested more than 256 deep; export the file again");
        }
    }

    /** The current event. */
    int event() {
        return reader.getEventType();
    }

    boolean isAtStart(String name) {
        return event() == XMLStreamConstants.START_ELEMENT && isAt(name);
    }

    /** Moves to the next start tag with this name; false at the end of the document. */
    boolean find(String name) throws SourceException {
        for (int event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT && isAt(name)) {
                return true;
            }
        }
        return false;
    }

    /** Moves to the next start tag within the named element; false at its end. */
    boolean nextWithin(String parent) throws SourceException {
        for (int event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT && isAt(parent)) {
                return false;
            }
        }
        return false;
    }

    /** Skips the current element with its content. */
    void skip() throws SourceException {
        for (int depth = 1; depth > 0; ) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    String name() {
        return reader.getLocalName();
    }

    /** The namespace of the current element, empty for none. */
    String namespace() {
        String namespace = reader.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    boolean isAt(String name) {
        return reader.getLocalName().equals(name);
    }

    int attributes() {
        return reader.getAttributeCount();
    }

    String attributeName(int index) {
        return reader.getAttributeLocalName(index);
    }

    String attribute(int index) {
        return reader.getAttributeValue(index);
    }

    /** The attribute with this local name; null if there is none. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Appends the direct text of the current element, as much as anybody needs, and moves to its end. */
    void appendText(StringBuilder text) throws SourceException {
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                skip();
            } else {
                append(event, text);
            }
        }
    }

    /** Appends all text of the current element, including nested elements, as much as anybody needs. */
    void appendAllText(String element, StringBuilder text) throws SourceException {
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT || !isAt(element); event = next()) {
            append(event, text);
        }
    }

    /** Appends the text of the current event, if any. */
    private void append(int event, StringBuilder text) throws SourceException {
        if (event != XMLStreamConstants.CHARACTERS
                && event != XMLStreamConstants.CDATA
                && event != XMLStreamConstants.SPACE) {
            return;
        }
        try {
            int length = Math.min(reader.getTextLength(), RowBuilder.ENOUGH - text.length());
            if (length > 0) {
                text.append(reader.getTextCharacters(), reader.getTextStart(), length);
            }
        } catch (RuntimeException e) {
            throw damaged(part, bytes, e);
        }
    }

    /** Reads to the end without parsing, to verify the checksum. */
    void drain() throws SourceException {
        byte[] buffer = new byte[DRAIN_BYTES];
        try {
            do {
                bytes.token();
            } while (bytes.read(buffer, 0, buffer.length) >= 0);
        } catch (IOException e) {
            throw damaged(part, bytes, e);
        }
    }

    /** The reason as one of our messages; reading past the end means a truncated document. */
    private static SourceException damaged(String part, BoundedStream bytes, Exception cause) {
        return SourceException.within(cause)
                .orElseGet(() -> bytes.isExhausted() || cause.getCause() instanceof EOFException
                        ? ZipParts.unfinished(cause)
                        : new SourceException(
                                Fault.CORRUPT, part + " is damaged" + place(cause) + "; export the file again", cause));
    }

    private static String place(Exception cause) {
        if (cause instanceof XMLStreamException xml && xml.getCause() == null && xml.getLocation() != null) {
            return " at line " + xml.getLocation().getLineNumber() + ", column "
                    + xml.getLocation().getColumnNumber();
        }
        return "";
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
