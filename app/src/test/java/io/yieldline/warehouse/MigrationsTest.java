package io.yieldline.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.Sha256;
import io.yieldline.yaml.ResourceFolder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A migration that has landed has run in databases of plants: it stays as it is for ever. */
class MigrationsTest {
    private final Map<String, String> landed = Migrations.builtIn().checksums();

    @Test
    void landedScriptIsNeverEdited() {
        landed.forEach((script, checksum) -> assertThat(checksum(script))
                .as(
                        "%s has landed: databases that it made would be refused; undo the edit and write a new migration",
                        script)
                .isEqualTo(checksum));
    }

    @Test
    void everyScriptRunsAndIsListed() {
        List<String> files = ResourceFolder.names(Migrations.class, "migration/", ".sql", List.of()).stream()
                .map(name -> name + ".sql")
                .sorted()
                .toList();

        assertThat(files)
                .allSatisfy(script -> assertThat(landed)
                        .as("add the new migration to landed.txt: %s %s", script, checksum(script))
                        .containsKey(script));
        assertThat(landed.keySet()).containsExactlyElementsOf(files);
    }

    private static String checksum(String script) {
        return Sha256.of(ResourceFolder.text(Migrations.class, "migration/" + script));
    }
}
