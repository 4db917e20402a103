package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands in the README print what it shows; a line of three dots stands for what it leaves out. */
class ReadmeTest {
    private static final Pattern TRANSCRIPT = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("\\$ \\./yieldline (.*)\n((?:(?!\\$ ).*\n)*)");

    @TempDir
    Path temp;

    @Test
    void transcript() throws IOException {
        Cli cli = new Cli(temp.resolve("demo-plant"));
        List<MatchResult> commands = TRANSCRIPT
                .matcher(Files.readString(Path.of("..", "README.md")))
                .results()
                .flatMap(block -> COMMAND.matcher(block.group(1)).results())
                .toList();
        assertThat(commands).hasSizeGreaterThan(3);
        for (MatchResult command : commands) {
            String printed = cli.run(words(command.group(1))).out().replace("TEMP/", "");
            for (String shown : command.group(2).split("(?m)^ *\\.\\.\\.\n")) {
                assertThat(printed).as(command.group(1)).contains(shown.strip());
            }
        }
    }

    private String[] words(String command) {
        return CommandWords.split(
                command.replace("--home demo-plant ", "").replace("demo-plant/", temp.resolve("demo-plant") + "/"));
    }
}
