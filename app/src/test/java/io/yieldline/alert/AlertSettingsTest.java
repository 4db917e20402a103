package io.yieldline.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.UserError;
import io.yieldline.plant.Home;
import io.yieldline.yaml.ResourceFolder;
import io.yieldline.yaml.YamlNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertSettingsTest {
    private static final Home HOME = new Home(Path.of("plant"));

    @Test
    void whatIsLeftOut_hasItsDefault() {
        AlertSettings settings =
                AlertSettings.of(Optional.empty(), HOME, Map.<String, String>of()::get, () -> Instant.EPOCH);
        assertThat(settings)
                .isEqualTo(new AlertSettings(
                        Duration.ofMinutes(15),
                        Duration.ofHours(24),
                        Optional.empty(),
                        null,
                        14,
                        List.of(new FileChannel("file", Severity.WARNING, Path.of("plant/logs/alerts.jsonl"))),
                        Optional.empty()));
    }

    /** What stands commented out in the settings of a new plant is right, and the defaults are those of the code. */
    @Test
    void theExampleInTheSettings_isRead() {
        String text = ResourceFolder.text(Home.class, "yieldline.yaml");
        String section = text.substring(text.indexOf("# alerts:")).replaceAll("(?m)^# ?", "");
        AlertSettings settings = settings(section);
        assertThat(settings.window()).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.reminders()).isEqualTo(Duration.ofHours(24));
        assertThat(settings.dashboard()).isEqualTo("https://yieldline.example.com");
        assertThat(settings.attempts()).isEqualTo(14);
        assertThat(settings.quiet()).contains(new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 0)));
        assertThat(settings.channels().stream().map(Channel::target))
                .containsExactly(
                        "plant/logs/alerts.jsonl",
                        "webhook at ${env:YIELDLINE_SLACK_URL}",
                        "mail to quality@example.com through mail.example.com");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            {windows: 1m} ~ unknown key "windows"; valid values: window, reminders, quiet_hours, dashboard, attempts, channels, rules
            {window: 15} ~ "15" is not a valid duration; write it as 90s, 15m, 24h or 2d
            {window: 0m} ~ "0m" is not a valid duration; write it as 90s, 15m, 24h or 2d
            {quiet_hours: night} ~ "night" is not a valid time range; write it like 22:00-06:00
            {quiet_hours: 22:00-25:00} ~ "22:00-25:00" is not a valid time range; write it like 22:00-06:00
            {dashboard: my server} ~ "my server" is not a valid address; write it as https://yieldline.example.com
            {attempts: 0} ~ "0" is not a whole number from 1 to 100
            {channels: [{name: a, type: fax}]} ~ "fax" is not one of file, webhook, email
            {channels: [{name: a b, type: file}]} ~ "a b" is not a valid name; use letters, digits, - and _
            {channels: [{name: a, type: file}, {name: a, type: file}]} ~ two channels have the name "a"
            {channels: [{name: a, type: file, url: x}]} ~ unknown key "url"; valid values: name, type, severity, path
            {channels: [{name: a, type: webhook}]} ~ "url" is missing
            {channels: [{name: a, type: webhook, url: x, form: irc}]} ~ "irc" is not one of json, slack, teams
            {channels: [{name: a, type: webhook, url: x, secret: s3cret}]} ~ a secret must not be in the settings; write ${env:NAME}, or secret_file with a file that only you can read
            {channels: [{name: m, type: email, host: h, from: a@b.c, to: [x]}]} ~ "x" is not a valid email address
            {channels: [{name: m, type: email, host: h, from: "a@b.c\\r\\nBcc: d@e.f", to: [a@b.c]}]} ~ "a@b.c Bcc: d@e.f" is not a valid email address
            {channels: [{name: m, type: email, host: h, user: u, from: a@b.c, to: [a@b.c]}]} ~ user and password belong together; write both or neither
            {channels: [{name: m, type: email, host: h, security: none, user: u, password_file: p, from: a@b.c, to: [a@b.c]}]} ~ a password is not sent without encryption; write security: starttls or tls
            """)
    void wrongValue_isRefusedWithItsLine(String yaml, String message) {
        assertThatThrownBy(() -> settings("alerts: " + yaml))
                .isInstanceOf(UserError.class)
                .satisfies(error ->
                        assertThat(error.getMessage().replace("  ", " ")).isEqualTo("yieldline.yaml:1: " + message));
    }

    @Test
    void backoff_doublesUpToAnHourAndEnds() {
        Backoff backoff = new Backoff(14);
        long waited = 0;
        for (int failed = 1; failed < 14; failed++) {
            long wait = backoff.next("id", failed, Instant.EPOCH).orElseThrow().toEpochMilli();
            long least = Math.min(60_000L << (failed - 1), 3_600_000);
            assertThat(wait).isBetween(least, least + least / 5);
            assertThat(backoff.next("id", failed, Instant.EPOCH).orElseThrow().toEpochMilli())
                    .isEqualTo(wait);
            waited += wait;
        }
        assertThat(backoff.next("id", 14, Instant.EPOCH)).isEmpty();
        assertThat(Duration.ofMillis(waited)).isBetween(Duration.ofHours(8), Duration.ofHours(10));
    }

    @Test
    void quietHours_mayEndOnTheNextDay() {
        QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 0));
        assertThat(night.hold(LocalTime.of(22, 0))).isTrue();
        assertThat(night.hold(LocalTime.of(5, 59))).isTrue();
        assertThat(night.hold(LocalTime.of(6, 0))).isFalse();
        QuietHours noon = new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 0));
        assertThat(noon.hold(LocalTime.of(11, 59))).isFalse();
        assertThat(noon.hold(LocalTime.of(12, 30))).isTrue();
        assertThat(noon.hold(LocalTime.of(13, 0))).isFalse();
    }

    private static AlertSettings settings(String yaml) {
        return AlertSettings.of(
                Optional.of(YamlNode.parse("yieldline.yaml", yaml).get("alerts")),
                HOME,
                Map.<String, String>of()::get,
                () -> Instant.EPOCH);
    }
}
