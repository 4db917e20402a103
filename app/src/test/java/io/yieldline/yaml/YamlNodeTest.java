package io.yieldline.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlNodeTest {
    @Test
    void values_areReadByType() {
        YamlNode yaml = YamlNode.parse("f", "text: 0123\nnumber: 1e2\nflag: true\nlist: [a, b]\nnothing:\n");

        assertThat(yaml.get("text").text()).isEqualTo("0123");
        assertThat(yaml.get("number").integer(0, 100)).isEqualTo(100);
        assertThat(yaml.get("flag").flag()).isTrue();
        assertThat(yaml.get("list").texts()).containsExactly("a", "b");
        assertThat(yaml.find("nothing")).isEmpty();
    }

    @Test
    void emptyFile_isRefused() {
        assertWrong("", "f: is empty");
        assertWrong("# nothing\n", "f: is empty");
    }

    @Test
    void brokenYaml_isRefusedWithItsLine() {
        assertThatThrownBy(() -> YamlNode.parse("f", "a: 1\nb: [1\n"))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("f:3: is not valid YAML: ");
    }

    @Test
    void characterThatYamlDoesNotKnow_isRefused() {
        assertThatThrownBy(() -> YamlNode.parse("f", "a: \u0007\n"))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("f: is not valid YAML: ");
    }

    @Test
    void keyThatStandsTwice_isRefused() {
        assertThatThrownBy(() -> YamlNode.parse("f", "a: 1\nb: 2\na: 3\n").entries())
                .hasMessage("f:3: \"a\" appears twice; keep one");
    }

    @Test
    void missingFile_isAWrongUsage(@TempDir Path folder) {
        Path file = folder.resolve("none.yaml");

        assertThatThrownBy(() -> YamlNode.read(file))
                .hasMessage(file + ": cannot be read (" + file + ")")
                .extracting(error -> ((UserError) error).exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    private static void assertWrong(String text, String message) {
        assertThatThrownBy(() -> YamlNode.parse("f", text))
                .isInstanceOf(UserError.class)
                .hasMessage(message);
    }
}
