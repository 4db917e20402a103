package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.cli.Cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subscriptions on the command line. */
class SubscriptionCommandsTest {
    private static final String MAIL = """

            alerts:
              channels:
                - {name: mail, type: email, host: 127.0.0.1, port: 9, security: none, from: a@example.com, to: [b@example.com]}
            """;

    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void load() {
        cli = Cli.loaded(temp);
        cli.run("users", "add", "ann", "--role", "viewer");
    }

    @Test
    void addsListsSendsAndRemoves() throws IOException {
        mail();
        assertThat(cli.run("subscriptions").out()).isEqualTo("None.\n");
        assertThat(add("report", "daily").out())
                .isEqualTo("Subscription 1 added: daily report to ann@example.com, when it changes.\n");
        assertThat(add("report", "weekly", "--rhythm", "monday").out())
                .isEqualTo("Subscription 2 added: weekly report to ann@example.com, every Monday.\n");
        assertThat(cli.run("subscriptions").out()).isEqualTo("""
                subscription  owner  kind    subject  rhythm  recipient        sent_at  problem
                           1  ann    report  daily    change  ann@example.com
                           2  ann    report  weekly   monday  ann@example.com
                """);
        assertThat(cli.run("subscriptions", "send", "1").err())
                .isEqualTo("yieldline: there is no daily report to send yet\n");
        cli.run("-q", "report", "daily", "--day", "2025-04-15");
        assertThat(cli.run("subscriptions", "send").out())
                .isEqualTo("1 message in the outbox, sent by the next: yieldline --home TEMP/plant alert.\n");
        assertThat(cli.run("--json", "subscriptions").out())
                .contains("\"subject\" : \"daily\"", "\"sent_at\" : \"2025-04-21T08:00:00\"");
        assertThat(cli.run("subscriptions", "remove", "1").out()).isEqualTo("Subscription 1 removed.\n");
        assertThat(cli.run("audit").out())
                .contains("weekly report of ann to ann@example.com, every Monday", "remove subscription");
    }

    @Test
    void whatCannotBeSent_isNamedByStatusAndDoctor() throws IOException {
        mail();
        add("report", "daily");
        cli.run("users", "remove", "ann");
        assertThat(cli.run("subscriptions", "send"))
                .isEqualTo(new Ran(
                        4,
                        "1 message in the outbox, sent by the next: yieldline --home TEMP/plant alert;"
                                + " 1 subscription cannot be sent, see: yieldline --home TEMP/plant subscriptions.\n",
                        ""));
        assertThat(cli.run("status").out())
                .contains("Unsent    subscription 1 of ann: there is no user ann; see:"
                        + " yieldline --home TEMP/plant subscriptions\n");
        assertThat(cli.run("doctor", "--quick").out())
                .contains("warn    mail        1 subscription cannot be sent\n"
                        + "          subscription 1 of ann: there is no user ann\n"
                        + "          -> yieldline --home TEMP/plant subscriptions\n");
    }

    @Test
    void wrongCalls() throws IOException {
        wrong(
                "the settings have no channel of type email; add one to alerts: channels in yieldline.yaml",
                "add",
                "report",
                "daily",
                "--owner",
                "ann",
                "--to",
                "ann@example.com");
        mail();
        wrong(
                "give what to send, such as: yieldline --home TEMP/plant subscriptions add report daily --to ann@example.com",
                "add",
                "report");
        wrong(
                "\"page\" is not one of report, finding, query; such as: yieldline --home TEMP/plant subscriptions add report"
                        + " daily --to ann@example.com",
                "add",
                "page",
                "x");
        wrong(
                "there is no user bob; name the owner: --owner USER, see: yieldline --home TEMP/plant users",
                "add",
                "report",
                "daily",
                "--owner",
                "bob",
                "--to",
                "b@example.com");
        wrong("only a saved query has parameters", "add", "report", "daily", "--param", "n=1");
        wrong("give the number of the subscription: yieldline --home TEMP/plant subscriptions remove NUMBER", "remove");
        wrong("there is no subscription 7; see: yieldline --home TEMP/plant subscriptions", "remove", "7");
        wrong("\"x\" is not the number of a subscription; see: yieldline --home TEMP/plant subscriptions", "send", "x");
    }

    private void mail() throws IOException {
        Files.writeString(temp.resolve("plant/yieldline.yaml"), MAIL, StandardOpenOption.APPEND);
    }

    private Ran add(String kind, String subject, String... more) {
        String[] words = {"subscriptions", "add", kind, subject, "--owner", "ann", "--to", "ann@example.com"};
        return cli.run(Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray(String[]::new));
    }

    private void wrong(String message, String... words) {
        Ran ran = cli.run(
                Stream.concat(Stream.of("subscriptions"), Arrays.stream(words)).toArray(String[]::new));
        assertThat(ran).isEqualTo(new Ran(2, "", "yieldline: " + message + "\n"));
    }
}
