package io.yieldline.plant;

import io.yieldline.UserError;
import io.yieldline.yaml.YamlNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people know about some days, such as a holiday or a new firmware, for the charts of these days.
 *
 * @param from the first day
 * @param to the last day
 * @param model only charts of this model; null for all
 * @param station only charts of this station; null for all
 * @param note a few words
 */
public record Annotation(
        LocalDate from,
        LocalDate to,
        @Nullable String model,
        @Nullable String station,
        String note) {
    private static final List<String> KEYS = List.of("from", "to", "model", "station", "note");
    private static final int LONGEST = 80;

    /**
     * An annotation from its parts as somebody wrote them, under the keys of {@code rules.yaml}.
     *
     * @throws UserError with what is wrong, in one line
     */
    public static Annotation of(Map<String, String> parts) {
        return YamlLine.read(YamlLine.of(parts), Annotation::of);
    }

    static Annotation of(YamlNode yaml) {
        yaml.entries(KEYS);
        LocalDate from = yaml.get("from").day();
        LocalDate to = yaml.find("to").map(YamlNode::day).orElse(from);
        String note = yaml.get("note").text();
        if (to.isBefore(from)) {
            throw yaml.wrong("the annotation ends on " + to + ", before it begins on " + from);
        }
        if (note.isBlank()) {
            throw yaml.wrong("the note is empty; write a few words");
        }
        if (note.length() > LONGEST) {
            throw yaml.wrong("the note has " + note.length() + " characters; a chart has room for " + LONGEST);
        }
        return new Annotation(
                from,
                to,
                yaml.find("model").map(YamlNode::text).orElse(null),
                yaml.find("station").map(YamlNode::text).orElse(null),
                note);
    }

    /** For what it is, such as {@code 2025-05-12 to 2025-05-14 of Tesla SXM5 at BAT}. */
    public String words() {
        return from
                + (to.equals(from) ? "" : " to " + to)
                + (model == null ? "" : " of " + model)
                + (station == null ? "" : " at " + station);
    }

    /** As a line of {@code rules.yaml}. */
    String yaml() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("from", from.toString());
        if (!to.equals(from)) {
            parts.put("to", to.toString());
        }
        if (model != null) {
            parts.put("model", model);
        }
        if (station != null) {
            parts.put("station", station);
        }
        parts.put("note", note);
        return "  - " + YamlLine.of(parts);
    }
}
