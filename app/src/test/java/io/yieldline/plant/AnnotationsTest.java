package io.yieldline.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.yaml.YamlNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The notes on charts, in the rules file. */
class AnnotationsTest {
    private static final String NAME = "rules.yaml";

    @Test
    void areReadAndWrittenAsTheyAre() {
        Annotations read = read(
                "- {from: 2025-05-26, note: Memorial Day}\n"
                        + "  - {from: 2025-05-12, to: 2025-05-14, model: Tesla SXM5, station: BAT, note: \"firmware \\\"2.1\\\"\"}");

        assertThat(read.all())
                .extracting(Annotation::words)
                .containsExactly("2025-05-26", "2025-05-12 to 2025-05-14 of Tesla SXM5 at BAT");
        assertThat(read.all().get(0).to()).isEqualTo(LocalDate.of(2025, 5, 26));
        assertThat(Annotations.of(YamlNode.parse(NAME, read.yaml()))).isEqualTo(read);
        assertThat(new Annotations(List.of()).yaml()).isEqualTo("annotations: []\n");
    }

    @Test
    void oneIsAddedOnce_andRemoved() {
        Annotation note = Annotation.of(Map.of("from", "2025-05-26", "note", "Memorial Day"));
        Annotations one = read("[]").with(note).with(note);

        assertThat(one.all()).containsExactly(note);
        assertThat(one.without(note).all()).isEmpty();
    }

    @Test
    void wrongOnes_areRefusedWithFileAndLine() {
        assertThatThrownBy(() -> read("- {from: 2025-05-26}")).hasMessage(NAME + ":2: \"note\" is missing");
        assertThatThrownBy(() -> read("- {from: 2025-05-26, to: 2025-05-25, note: x}"))
                .hasMessage(NAME + ":2: the annotation ends on 2025-05-25, before it begins on 2025-05-26");
        assertThatThrownBy(() -> read("- {from: 2025-05-26, note: ' '}"))
                .hasMessage(NAME + ":2: the note is empty; write a few words");
        assertThatThrownBy(() -> Annotation.of(Map.of("from", "2025-05-26", "note", "x".repeat(81))))
                .hasMessage("the note has 81 characters; a chart has room for 80");
    }

    private static Annotations read(String items) {
        return Annotations.of(YamlNode.parse(NAME, "annotations:\n  " + items + "\n"));
    }
}
