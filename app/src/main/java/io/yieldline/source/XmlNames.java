package io.yieldline.source;

import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/**
 * Limits the different names in an XML document and the attributes of an element: the parser keeps each name, and takes
 * longer for a new one the more there are.
 */
final class XmlNames {
    /** A power of two. */
    private static final int RECENT = 256;

    private final XMLStreamReader reader;
    private final String part;
    private final Set<String> names = new HashSet<>();

    /** Names by their hash: the parser returns the same object for the same name, so most need no look into the set. */
    private final String[] recent = new String[RECENT];

    XmlNames(XMLStreamReader reader, String part) {
        this.reader = reader;
        this.part = part;
    }

    /** Counts the names of the current start tag. */
    void checkElement() throws SourceException {
        int attributes = reader.getAttributeCount();
        int prefixes = reader.getNamespaceCount();
        if (attributes + prefixes > SheetLimits.ATTRIBUTES) {
            throw SourceException.tooMany(part, SheetLimits.ATTRIBUTES, "attributes in one tag");
        }
        count(reader.getLocalName());
        for (int i = 0; i < attributes; i++) {
            count(reader.getAttributeLocalName(i));
        }
        for (int i = 0; i < prefixes; i++) {
            String prefix = reader.getNamespacePrefix(i);
            count(prefix == null ? "xmlns" : prefix);
        }
    }

    /** Counts the name of the current processing instruction. */
    void checkInstruction() throws SourceException {
        count(reader.getPITarget());
    }

    private void count(String name) throws SourceException {
        int place = name.hashCode() & (RECENT - 1);
        if (recent[place] == name) {
            return;
        }
        recent[place] = name;
        if (names.add(name) && names.size() > SheetLimits.NAMES) {
            throw SourceException.tooMany(part, SheetLimits.NAMES, "different names");
        }
    }
}
