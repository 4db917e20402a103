package io.yieldline.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.Sha256;
import io.yieldline.yaml.ResourceFolder;
import io.yieldline.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A migration that has landed has run in databases of plants: it stays as it is for ever. */
class MigrationsTest {
    private static final String LANDED = "landed-migrations.txt";

    private final Map<String, String> landed = new TreeMap<>();

    MigrationsTest() {
        YamlNode.resourceText(MigrationsTest.class, LANDED)
                .lines()
                .map(line -> line.split(" "))
                .forEach(line -> landed.put(line[0], line[1]));
    }

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

        assertThat(Migrations.builtIn().names()).isEqualTo(files);
        assertThat(files)
                .allSatisfy(script -> assertThat(landed)
                        .as("add the new migration to %s: %s %s", LANDED, script, checksum(script))
                        .containsKey(script));
    }

    private static String checksum(String script) {
        return Sha256.of(YamlNode.resourceText(Migrations.class, "migration/" + script));
    }
}
