package io.yieldline.yaml;

import io.yieldline.ExitCode;
import io.yieldline.InvalidInput;
import io.yieldline.TimeInput;
import io.yieldline.UserError;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A value in a YAML file with its line, so that errors have file, line, value and action. */
public final class YamlNode {
    private final String file;
    private final Node node;

    private YamlNode(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /** The document in a user file. */
    public static YamlNode read(Path file) {
        return parse(file.toString(), fileText(file));
    }

    /** The document in a resource file. */
    public static YamlNode resource(Class<?> owner, String name) {
        return parse(name, ResourceFolder.text(owner, name));
    }

    /**
     * The text of a user file.
     *
     * @throws UserError if the file cannot be read, or is not UTF-8
     */
    public static String fileText(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new UserError(ExitCode.USAGE, file + ": is not UTF-8 text; save it as UTF-8");
        } catch (IOException e) {
            throw new UserError(ExitCode.USAGE, file + ": cannot be read (" + e.getMessage() + ")");
        }
    }

    /** The document in a text; {@code file} is the name for messages. */
    public static YamlNode parse(String file, String text) {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(file).build();
            return new Compose(settings)
                    .composeString(text)
                    .map(node -> new YamlNode(file, node))
                    .orElseThrow(() -> new UserError(ExitCode.USAGE, file + ": is empty"));
        } catch (MarkedYamlEngineException e) {
            throw new UserError(
                    ExitCode.USAGE,
                    file + e.getProblemMark().map(YamlNode::place).orElse("") + ": is not valid YAML: "
                            + e.getProblem());
        } catch (YamlEngineException e) {
            throw new UserError(ExitCode.USAGE, file + ": is not valid YAML: " + firstLine(e));
        }
    }

    /** A text escaped for double quotes. */
    public static String quotable(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s", " ");
    }

    /** The entries of a mapping, in file order. */
    public Map<String, YamlNode> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("must be a list of \"key: value\" lines");
        }
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        mapping.getValue().forEach(tuple -> {
            YamlNode key = new YamlNode(file, tuple.getKeyNode());
            if (entries.put(key.text(), new YamlNode(file, tuple.getValueNode())) != null) {
                throw key.wrong("\"" + key.text() + "\" appears twice; keep one");
            }
        });
        return entries;
    }

    /** The entries of a mapping with these keys only. */
    public Map<String, YamlNode> entries(List<String> known) {
        Map<String, YamlNode> entries = entries();
        entries.forEach((key, value) -> {
            if (!known.contains(key)) {
                throw value.wrong("unknown key \"" + key + "\"; valid values: " + String.join(", ", known));
            }
        });
        return entries;
    }

    /** The value of a key, if present. */
    public Optional<YamlNode> find(String key) {
        return Optional.ofNullable(entries().get(key)).filter(value -> !value.isNull());
    }

    /** The value of a required key. */
    public YamlNode get(String key) {
        return find(key).orElseThrow(() -> wrong("\"" + key + "\" is missing"));
    }

    /** Whether it is a sequence. */
    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** The items of a sequence. */
    public List<YamlNode> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("must be a list");
        }
        return sequence.getValue().stream()
                .map(item -> new YamlNode(file, item))
                .toList();
    }

    /** The items of a sequence of texts. */
    public List<String> texts() {
        return items().stream().map(YamlNode::text).toList();
    }

    /** Any value in one line, which is the same for the same value. */
    public String value() {
        if (node instanceof MappingNode) {
            return entries().entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + entry.getValue().value())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return node instanceof ScalarNode scalar
                ? scalar.getValue()
                : items().stream().map(YamlNode::value).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A scalar as text. */
    public String text() {
        if (node instanceof ScalarNode scalar && !isNull()) {
            return scalar.getValue();
        }
        throw wrong("must be a single value");
    }

    /** A scalar as number. */
    public BigDecimal number() {
        try {
            return new BigDecimal(text());
        } catch (NumberFormatException e) {
            throw wrong("\"" + text() + "\" is not a number");
        }
    }

    /** A scalar as number from 0 to 100. */
    public BigDecimal percent() {
        BigDecimal percent = number();
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw wrong("\"" + text() + "\" is not from 0 to 100");
        }
        return percent;
    }

    /** A scalar as whole number within bounds, inclusive. */
    public int integer(int least, int most) {
        BigDecimal number = number();
        if (number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw wrong("\"" + text() + "\" is not a whole number from " + least + " to " + most);
        }
        return number.intValueExact();
    }

    /** A whole number within bounds, inclusive, in a section that may be missing, as may the key. */
    public static int integer(Optional<YamlNode> section, String key, int least, int most, int otherwise) {
        return section.flatMap(node -> node.find(key))
                .map(node -> node.integer(least, most))
                .orElse(otherwise);
    }

    /** A scalar as boolean. */
    public boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("\"" + text() + "\" is not valid; write true or false");
        };
    }

    /** A scalar as date. */
    public LocalDate day() {
        return as(TimeInput::day);
    }

    /** A scalar as time zone. */
    public ZoneId zone() {
        return as(TimeInput::zone);
    }

    /** A scalar as time of day, such as 06:00. */
    public LocalTime timeOfDay() {
        return as(TimeInput::timeOfDay);
    }

    /** A scalar as length of time. */
    public Duration duration() {
        return as(TimeInput::duration);
    }

    private <T> T as(Function<String, T> value) {
        try {
            return value.apply(text());
        } catch (InvalidInput e) {
            throw wrong(e.getMessage());
        }
    }

    /** A scalar as one of several words. */
    public String oneOf(List<String> words) {
        if (!words.contains(text())) {
            throw wrong("\"" + text() + "\" is not one of " + String.join(", ", words));
        }
        return text();
    }

    /** The error for an invalid value: file and line, then the reason. */
    public UserError wrong(String reason) {
        return new UserError(
                ExitCode.USAGE, file + node.getStartMark().map(YamlNode::place).orElse("") + ": " + reason);
    }

    private boolean isNull() {
        return node.getTag().equals(Tag.NULL);
    }

    private static String firstLine(YamlEngineException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static String place(Mark mark) {
        return ":" + (mark.getLine() + 1);
    }
}
