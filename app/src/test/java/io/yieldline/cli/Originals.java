package io.yieldline.cli;

import io.yieldline.yaml.YamlNode;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The map of the original: what people did with it, and the command that does it now. See {@code originals.yaml}. */
final class Originals {
    /**
     * A part of the map.
     *
     * @param title its heading
     * @param rows item of the original, command in backticks, remark
     */
    record Chapter(String title, List<List<String>> rows) {}

    private static final Pattern SCRIPT = Pattern.compile("[\\w-]+\\.(?:py|sql|js)\\b");

    private Originals() {}

    static List<Chapter> chapters() {
        return read().map(chapter -> new Chapter(
                        chapter.get("chapter").text(),
                        items(chapter).map(Originals::row).toList()))
                .toList();
    }

    /** The commands, without the words before them. */
    static Stream<String> commands() {
        return read().flatMap(Originals::items).map(item -> item.get(1)).filter(command -> !command.isEmpty());
    }

    /** The scripts that its items name, by file name. */
    static Stream<String> scripts() {
        return read().flatMap(Originals::items)
                .flatMap(item -> SCRIPT.matcher(item.get(0)).results())
                .map(MatchResult::group);
    }

    private static List<String> row(List<String> item) {
        String command = item.get(1);
        return List.of(item.get(0), command.isEmpty() ? "none" : Page.code(command), item.get(2));
    }

    private static Stream<YamlNode> read() {
        return YamlNode.resource(Originals.class, "originals.yaml").items().stream();
    }

    private static Stream<List<String>> items(YamlNode chapter) {
        return chapter.get("items").items().stream().map(YamlNode::texts);
    }
}
