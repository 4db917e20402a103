package io.yieldline.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesFileTest {
    @TempDir
    Path folder;

    private Home home;
    private String before;

    @BeforeEach
    void plant() throws IOException {
        home = new Home(folder.resolve("plant"));
        Plant.init(home, "Test", ZoneOffset.UTC, Profile.PLANT);
        before = Files.readString(home.rulesFile());
    }

    private void section(String text) throws IOException {
        Files.writeString(home.rulesFile(), text);
    }

    private String edited(String yaml) throws IOException {
        RulesFile.of(Plant.open(home)).with(Targets.SECTION, yaml).write();
        return Files.readString(home.rulesFile());
    }

    @Test
    void aNewSectionStandsAtTheEnd_andNothingElseChanges() throws IOException {
        assertThat(edited("targets:\n  - {packed: 5}\n")).isEqualTo(before + "\ntargets:\n  - {packed: 5}\n");
        assertThat(Plant.open(home).targets().all()).hasSize(1);
    }

    @Test
    void aSectionIsReplaced_whereverItStands_andItsCommentsStay() throws IOException {
        String section =
                "# Of the plant.\ntargets:\n  # agreed in May\n  - packed: 5  # little\n    model: A\n- {yield: 9}\n";
        section(section.replace("\n- {", "\n  - {") + "\n# Next.\n" + before);

        assertThat(edited("targets:\n  - {packed: 6}\n"))
                .isEqualTo("# Of the plant.\ntargets:\n  # agreed in May\n  - {packed: 6}\n\n# Next.\n" + before);
    }

    @Test
    void aSectionInBracketsOverSeveralLines_isReplaced() throws IOException {
        section("\"targets\": [\n  {packed: 5},\n]\n" + before);

        assertThat(edited("targets: []\n")).isEqualTo("targets: []\n" + before);
    }

    @Test
    void aSectionWithItsDashesAtTheMargin_isReplaced() throws IOException {
        section(before + "targets:\n- packed: 5\n- yield: 9\n# The end.\n");

        assertThat(edited("targets: []\n")).isEqualTo(before + "targets: []\n# The end.\n");
    }

    @Test
    void linesEndAsBefore() throws IOException {
        section(before.replace("\n", "\r\n"));

        assertThat(edited("targets: []\n")).isEqualTo((before + "\ntargets: []\n").replace("\n", "\r\n"));
    }

    @Test
    void wrongRulesAreRefused_andNothingIsWritten() throws IOException {
        assertThatThrownBy(() -> edited("targets: [{yield: 101}]\n"))
                .hasMessageMatching(".*rules.yaml:\\d+: \"101\" is not from 0 to 100");
        assertThatThrownBy(() -> edited("targets: []\nday_starts: 06:00\n"))
                .hasMessageEndingWith("rules.yaml: the section targets cannot be told from what stands around it;"
                        + " change it with a text editor");
        assertThat(home.rulesFile()).hasContent(before);
    }

    @Test
    void aPlantWithoutTheFile_getsTheRulesOfItsProfile() throws IOException {
        Files.delete(home.rulesFile());

        assertThat(edited("targets: [{packed: 5}]\n")).isEqualTo(before + "\ntargets: [{packed: 5}]\n");
    }
}
