package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of the documentation that is made from the program itself, so that it cannot lag behind. */
final class Page {
    private static final String REGENERATE = "mvn -pl app test -Dtest=DocumentationTest -Dyieldline.docs=write";
    private static final Path FOLDER = Path.of("..", "docs");

    private final StringBuilder text = new StringBuilder();

    Page(String title, String... introduction) {
        paragraph("# " + title);
        paragraph("<!-- Made from the program by: " + REGENERATE + " -->");
        Stream.of(introduction).forEach(this::paragraph);
    }

    void paragraph(String paragraph) {
        text.append(text.isEmpty() ? "" : "\n").append(paragraph.strip()).append('\n');
    }

    void table(List<String> header, List<List<String>> rows) {
        paragraph(Stream.of(
                        Stream.of(
                                line(header),
                                line(header.stream().map(name -> "---").toList())),
                        rows.stream().map(Page::line))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n")));
    }

    /** Compares with the file in {@code docs/}, or writes it when asked to. */
    void check(String file) throws IOException {
        Path path = FOLDER.resolve(file);
        if ("write".equals(System.getProperty("yieldline.docs"))) {
            Files.writeString(path, text);
        }
        assertThat(path)
                .as("docs/" + file + " is missing; make it with: " + REGENERATE)
                .exists();
        assertThat(Files.readString(path))
                .as("docs/" + file + " is not what the program says; bring it up to date with: " + REGENERATE)
                .isEqualTo(text.toString());
    }

    static String code(String words) {
        return "`" + words + "`";
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
    }
}
