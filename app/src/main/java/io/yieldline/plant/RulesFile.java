package io.yieldline.plant;

import io.yieldline.UserError;
import io.yieldline.yaml.YamlNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The file {@code rules.yaml} of a plant, of which one section is replaced while all other lines stay as people wrote them. Comments
 * of the section that have a line of their own are kept, above its values.
 */
public final class RulesFile {
    private final Plant plant;
    private final String name;
    private final String text;

    private RulesFile(Plant plant, String text) {
        this.plant = plant;
        this.name = plant.home().rulesFile().toString();
        this.text = text;
    }

    /** The rules of a plant as they are now; without a file, those of its profile. */
    public static RulesFile of(Plant plant) {
        return new RulesFile(
                plant,
                Files.isRegularFile(plant.home().rulesFile())
                        ? YamlNode.fileText(plant.home().rulesFile())
                        : plant.settings().profile().rulesText());
    }

    /** The plant with the rules of this file. */
    public Plant read() {
        return plant.under(YamlNode.parse(name, text));
    }

    /**
     * The file with another text for a section, or with the section at its end.
     *
     * @param section the key
     * @param yaml the key with its values, in whole lines
     * @throws UserError with file and line if the rules would be wrong
     */
    public RulesFile with(String section, String yaml) {
        RulesFile edited = new RulesFile(plant, replaced(section, yaml));
        edited.read();
        if (!others(edited.text, section).equals(others(text, section))) {
            throw new UserError(name + ": the section " + section
                    + " cannot be told from what stands around it; change it with a text editor");
        }
        return edited;
    }

    /** Writes the file; a power loss leaves it as it was or as it is now. Returns the plant with these rules. */
    public Plant write() {
        try {
            DurableFile.replace(plant.home().rulesFile(), text.getBytes(StandardCharsets.UTF_8));
            return read();
        } catch (IOException e) {
            throw new UserError(name + ": cannot be written (" + e.getMessage() + ")");
        }
    }

    private String replaced(String section, String yaml) {
        List<String> lines = text.lines().toList();
        int begin = 0;
        while (begin < lines.size() && !lines.get(begin).matches("[\"']?" + section + "[\"']?\\s*:.*")) {
            begin++;
        }
        int end = end(lines, begin);
        List<String> all = new ArrayList<>(lines.subList(0, begin));
        List<String> added = new ArrayList<>(yaml.lines().toList());
        if (begin == lines.size()) {
            all.add("");
        } else {
            added.addAll(1, comments(lines.subList(begin, end)));
        }
        all.addAll(added);
        all.addAll(lines.subList(end, lines.size()));
        String newline = text.contains("\r\n") ? "\r\n" : "\n";
        return String.join(newline, all) + newline;
    }

    /** Behind the last line of a section: comments and blank lines at its end belong to the next one. */
    private static int end(List<String> lines, int begin) {
        int end = Math.min(begin + 1, lines.size());
        for (int i = end; i < lines.size() && lines.get(i).matches("(?s)([\\s#}\\]-].*)?"); i++) {
            if (lines.get(i).matches("(?s)(-|\\s+[^\\s#]|[}\\]]).*")) {
                end = i + 1;
            }
        }
        return end;
    }

    private static List<String> comments(List<String> section) {
        return section.stream()
                .filter(line -> line.strip().startsWith("#"))
                .map(line -> "  " + line.strip())
                .toList();
    }

    private Map<String, String> others(String rules, String section) {
        return YamlNode.parse(name, rules).entries().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(section))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().value()));
    }
}
