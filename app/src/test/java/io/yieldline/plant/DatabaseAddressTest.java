package io.yieldline.plant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address is shown without secrets, however it is written. */
class DatabaseAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db:5432/plant?user=me&password=canary7",
                "jdbc:postgresql://db/plant?PASSWORD=canary7&user=me",
                "jdbc:postgresql://db/plant?user=me&password=a=b&canary7&ssl=true",
                "jdbc:postgresql://db/plant?sslpassword=canary7",
                "jdbc:postgresql://db/plant?pass%77ord=canary7",
                "jdbc:postgresql://db/plant?user=me&password%3Dcanary7",
                "jdbc:postgresql://me:canary7@db:5432/plant?ssl=true",
                "jdbc:postgresql://me:ca/nary@canary7@db/plant",
                "jdbc:postgresql://me:x?canary7@db/plant",
                "postgres://me:canary7@db/plant",
                "postgresql://me:canary7@[::1]:5432/plant",
                "jdbc:postgresql:plant?password=canary7",
                "jdbc:postgresql://db/plant?user=me&password= canary7 'x",
                "jdbc:mysql://root:canary7@db/plant",
                "jdbc:postgresql://db/plant?user=me:canary7@db",
            })
    void hidesSecrets(String address) {
        assertThat(DatabaseAddress.masked(address)).doesNotContain("canary7").contains("***");
        assertThat(DatabaseAddress.maskedIn("cannot parse " + address + "; sorry", address))
                .doesNotContain("canary7")
                .endsWith("; sorry");
    }

    @Test
    void showsTheRest() {
        assertThat(DatabaseAddress.masked("jdbc:postgresql://a:5432,[::1]:5433/plant?user=me&password=x&ssl=true"))
                .isEqualTo("jdbc:postgresql://a:5432,[::1]:5433/plant?user=me&password=***&ssl=true");
        assertThat(DatabaseAddress.masked("jdbc:postgresql://me:pw@db:5432/plant"))
                .isEqualTo("jdbc:postgresql://***@db:5432/plant");
        assertThat(DatabaseAddress.masked("duckdb")).isEqualTo("duckdb");
        assertThat(DatabaseAddress.masked("a folder/with: colon?")).isEqualTo("a folder/with: colon?");
    }
}
