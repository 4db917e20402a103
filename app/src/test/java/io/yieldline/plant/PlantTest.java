package io.yieldline.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlantTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void place() {
        home = new Home(folder.resolve("plant"));
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void filesOfANewPlant_readBackToTheDefaults(Profile profile) {
        Plant made = Plant.init(home, "p", TOKYO, profile);

        assertThat(made.settings())
                .usingRecursiveComparison()
                .ignoringFields("sections")
                .isEqualTo(new Settings("p", TOKYO, profile, "duckdb", 2, BigDecimal.valueOf(5), 1024, 320, Map.of()));
        assertThat(made.rules()).isEqualTo(Rules.ofProfile(profile));
        assertThat(Plant.open(home).rules()).isEqualTo(made.rules());
        assertThat(made.failureCodes().all()).hasSize(49);
        assertThat(Plant.open(home).failureCodes().all())
                .isEqualTo(made.failureCodes().all());
        assertThat(home.inbox()).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Werk \"Süd\"", "C:\\plant", "${zone}", "# 1: a", "工厂"})
    void nameOfAPlant_isKeptAsGiven(String name) {
        assertThat(Plant.init(home, name, TOKYO, Profile.PLANT).settings().plant())
                .isEqualTo(name);
    }

    @Test
    void rulesFileThatIsGone_meansTheRulesOfTheProfile() throws IOException {
        Plant.init(home, "p", TOKYO, Profile.ETL_V2);
        Files.delete(home.rulesFile());

        assertThat(Plant.open(home).rules()).isEqualTo(Rules.ofProfile(Profile.ETL_V2));
        assertThat(Plant.open(home).failureCodes().all()).hasSize(49);
    }

    @Test
    void rulesFileWithoutFailureCodes_hasNone() throws IOException {
        Plant.init(home, "p", TOKYO, Profile.PLANT);
        String rules = Files.readString(home.rulesFile());
        Files.writeString(home.rulesFile(), rules.substring(0, rules.indexOf(FailureCodes.SECTION + ":")));

        assertThat(Plant.open(home).rules()).isEqualTo(Rules.ofProfile(Profile.PLANT));
        assertThat(Plant.open(home).failureCodes().all()).isEmpty();
    }

    @Test
    void init_ofAPlantThatIsThere_isRefused() {
        Plant.init(home, "p", TOKYO, Profile.PLANT);

        assertThatThrownBy(() -> Plant.init(home, "q", TOKYO, Profile.PLANT))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        home.directory() + " already contains a plant; change its settings in " + home.settingsFile());
        assertThat(Plant.open(home).settings().plant()).isEqualTo("p");
    }

    @Test
    void open_withoutAPlant_saysHowToMakeOne() {
        assertThatThrownBy(() -> Plant.open(home))
                .hasMessage("no plant in " + home.directory() + "; create one with: yieldline --home "
                        + home.directory() + " init")
                .extracting(error -> ((UserError) error).exitCode())
                .isEqualTo(ExitCode.USAGE);
    }
}
