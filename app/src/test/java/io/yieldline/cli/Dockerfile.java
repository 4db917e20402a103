package io.yieldline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The instructions of the Dockerfile, each on one line. */
final class Dockerfile {
    private final List<String> instructions;

    private Dockerfile(List<String> instructions) {
        this.instructions = instructions;
    }

    static Dockerfile read() throws IOException {
        return new Dockerfile(Files.readString(Path.of("..", "Dockerfile"))
                .replaceAll("(?m)^#.*\n", "")
                .replaceAll("\\s*\\\\\n\\s*", " ")
                .lines()
                .filter(line -> !line.isBlank())
                .toList());
    }

    /** What stands after a word such as {@code COPY}, wherever it begins an instruction. */
    List<String> of(String word) {
        return instructions.stream()
                .filter(instruction -> instruction.startsWith(word + " "))
                .map(instruction -> instruction.substring(word.length() + 1))
                .toList();
    }

    /** The words of the command that tells whether the server is healthy. */
    List<String> healthCheck() {
        String command = of("HEALTHCHECK").get(0).replaceFirst("^.*? CMD ", "");
        return List.of(JsonMapper.shared().readValue(command, String[].class));
    }
}
