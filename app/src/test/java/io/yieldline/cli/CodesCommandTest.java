package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.cli.Cli.Ran;
import io.yieldline.yaml.YamlNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodesCommandTest {
    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void init() {
        cli = new Cli(temp.resolve("plant"));
        cli.run("init");
    }

    private String rules() {
        return YamlNode.fileText(temp.resolve("plant/rules.yaml"));
    }

    private Ran done(String... arguments) {
        Ran ran = cli.run(arguments);
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return ran;
    }

    private void refused(String message, String... arguments) {
        Ran ran = cli.run(arguments);
        assertThat(ran.err()).isEqualTo("yieldline: " + message + "\n");
        assertThat(ran.exitCode()).isEqualTo(2);
    }

    @Test
    void setsAnEntry_andKeepsWhatIsNotNamed() {
        assertThat(done("codes", "set", "EC006", "--action", "Scrap", "--owner", "Test", "--from", "2025-04-01")
                        .out())
                .isEqualTo("set failure code EC006 from 2025-04-01: Scrap; owner Test (before: none).\n");
        done("codes", "set", "EC006", "--action", "Hold", "--model", "SXM6", "--from", "2025-04-01");
        done("codes", "set", "EC006", "--description", "Fan", "--from", "2025-04-01");

        assertThat(rules())
                .contains(
                        "\n  EC006:\n    - {action: Debug (simple)}\n"
                                + "    - {description: Fan, action: Scrap, owner: Test, from: 2025-04-01, models: {SXM6: Hold}}\n");
        assertThat(cli.run("audit").out())
                .contains("set failure code", "EC006 from 2025-04-01", "(before: Scrap; SXM6: Hold; owner Test)");
    }

    @Test
    void removesAnEntry_orTheActionForAModel() {
        done("codes", "set", "EC006", "--action", "Hold", "--model", "SXM6");
        assertThat(done("codes", "remove", "EC006", "--model", "SXM6", "--yes").out())
                .isEqualTo("remove failure code EC006 for SXM6: was Debug (simple); SXM6: Hold.\n");
        assertThat(rules()).contains("\n  EC006: {action: Debug (simple)}\n");

        assertThat(done("--json", "codes", "remove", "EC006", "--yes").out())
                .isEqualToIgnoringWhitespace(
                        "{\"action\":\"remove failure code\",\"entry\":\"EC006\",\"detail\":\"was Debug (simple)\"}");
        assertThat(rules()).doesNotContain("EC006:");
    }

    @Test
    void asksBeforeItRemoves() {
        refused("nothing was removed; type the code, \"EC006\", when asked, or add --yes", "codes", "remove", "EC006");
        assertThat(rules()).contains("EC006:");

        assertThat(cli.answering("EC006").run("codes", "remove", "EC006").exitCode())
                .isZero();
        assertThat(rules()).doesNotContain("EC006:");
    }

    @Test
    void saysWhatIsMissing() {
        done("codes", "set", "EC006", "--action", "Scrap", "--from", "2025-04-01");

        refused(
                "the code library has no entry \"EC006 from 2025-04-02\"; it has: EC006, EC006 from 2025-04-01",
                "codes",
                "remove",
                "EC006",
                "--from",
                "2025-04-02",
                "--yes");
        refused(
                "the code library has no entry \"EC998\"; it does not know the code",
                "codes",
                "remove",
                "EC998",
                "--yes");
        refused("EC006 has no action for the model \"SXM6\"", "codes", "remove", "EC006", "--model", "SXM6", "--yes");
        refused(
                "the code library does not know \"EC998\" yet; give an action for it",
                "codes",
                "set",
                "EC998",
                "--owner",
                "Test");
        refused("nothing to set; give --action, --description or --owner", "codes", "set", "EC006");
        refused(
                "a model has an action of its own only; give --action",
                "codes",
                "set",
                "EC006",
                "--model",
                "SXM6",
                "--owner",
                "Test");
    }
}
