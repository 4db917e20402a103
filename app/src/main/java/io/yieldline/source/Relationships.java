package io.yieldline.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The relationships of a part of an Office file, from its {@code .rels} file. */
final class Relationships {
    private record Relationship(@Nullable String id, String type, String target) {}

    private final List<Relationship> all = new ArrayList<>();

    private Relationships() {}

    /** The relationships of a part; {@code ""} is the file itself. */
    static Relationships of(ZipParts parts, String part) throws SourceException {
        int name = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, name);
        return parts.read(folder + "_rels/" + part.substring(name) + ".rels", xml -> read(xml, folder));
    }

    private static Relationships read(Xml xml, String folder) throws SourceException {
        Relationships relationships = new Relationships();
        while (xml.find("Relationship")) {
            relationships.add(xml, folder);
            if (relationships.all.size() > SheetLimits.ENTRIES) {
                throw SourceException.tooMany("the workbook", "relationships");
            }
        }
        return relationships;
    }

    private void add(Xml xml, String folder) {
        String type = xml.attribute("Type");
        String target = xml.attribute("Target");
        if (type != null && target != null) {
            all.add(new Relationship(xml.attribute("Id"), type, resolve(folder, target)));
        }
    }

    /** Some writers use backslashes, and steps such as {@code ../}. */
    private static String resolve(String folder, String target) {
        String path = target.replace('\\', '/');
        Deque<String> steps = new ArrayDeque<>();
        for (String step : (path.startsWith("/") ? path : folder + path).split("/")) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    /** The part of a type, by the last word of the type URL: the rest differs between editions of the standard. */
    Optional<String> ofType(String type) {
        return all.stream()
                .filter(relationship -> lastWord(relationship.type()).equals(type))
                .map(Relationship::target)
                .findFirst();
    }

    /** Whether there is a part with this id, of any type. */
    boolean has(String id) {
        return all.stream().anyMatch(relationship -> id.equals(relationship.id()));
    }

    /** The part with this id, if it has one of these types. */
    Optional<String> byId(String id, Set<String> types) {
        return all.stream()
                .filter(relationship -> id.equals(relationship.id()))
                .filter(relationship -> types.contains(lastWord(relationship.type())))
                .map(Relationship::target)
                .findFirst();
    }

    private static String lastWord(String type) {
        return type.substring(type.lastIndexOf('/') + 1);
    }
}
