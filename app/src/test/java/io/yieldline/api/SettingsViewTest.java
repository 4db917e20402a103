package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.yaml.YamlNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings as an administrator sees them. */
class SettingsViewTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "smtp_password",
                "password_file",
                "client_secret",
                "token",
                "api_key",
                "apikey",
                "keys",
                "url",
                "URL",
                "webhook_url",
                "urls",
                "webhook",
                "credentials",
                "authorization"
            })
    void whatOpensSomething_isHidden(String name) {
        assertThat(SettingsView.of(YamlNode.parse("f", name + ": x"))).isEqualTo(Map.of(name, "(hidden)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hourly_targets", "keep_daily", "monkey", "curl"})
    void wordsThatOnlyLookLikeIt_areShown(String name) {
        assertThat(SettingsView.of(YamlNode.parse("f", name + ": x"))).isEqualTo(Map.of(name, "x"));
    }

    @Test
    void addressesWithAName_areHiddenWhereverTheyStand() {
        assertThat(SettingsView.of(YamlNode.parse("f", "server: smtp://me:secret@mail.example")))
                .isEqualTo(Map.of("server", "(hidden)"));
    }
}
