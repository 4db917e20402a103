package io.yieldline.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.yieldline.plant.Home;
import io.yieldline.yaml.YamlNode;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A webhook arrives or says why not, whatever the other side does. */
class WebhookChannelTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-04-21T13:00:00Z"));
    private static final Message MESSAGE = new Message(
            "id-1",
            "run_failed",
            Severity.WARNING,
            "[Test] daily <failed>",
            "new:\n#1 a & b\n",
            null,
            "[{\"alert\":1}]",
            List.of(),
            CLOCK.instant(),
            null);

    @TempDir
    Path temp;

    private final WebSink sink = new WebSink();

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void json_hasAllThatIsKnown() throws Exception {
        local("").send(MESSAGE);
        assertThat(sink.posts).hasSize(1);
        assertThat(sink.posts.get(0).body())
                .isEqualTo("{\"id\":\"id-1\",\"created_at\":\"2025-04-21T13:00:00Z\",\"rule\":\"run_failed\","
                        + "\"severity\":\"warning\",\"subject\":\"[Test] daily <failed>\","
                        + "\"text\":\"new:\\n#1 a & b\\n\",\"alerts\":[{\"alert\":1}]}");
        assertThat(sink.posts.get(0).message()).isEqualTo("id-1");
        assertThat(sink.posts.get(0).signature()).isNull();
    }

    @Test
    void slack_isEscaped() throws Exception {
        local(", form: slack").send(MESSAGE);
        assertThat(sink.posts.get(0).body())
                .isEqualTo("{\"text\":\"*[Test] daily &lt;failed&gt;*\\nnew:\\n#1 a &amp; b\\n\"}");
    }

    @Test
    void teams_isACard() throws Exception {
        local(", form: teams").send(MESSAGE);
        YamlNode body = YamlNode.parse("body", sink.posts.get(0).body());
        YamlNode attachment = body.get("attachments").items().get(0);
        assertThat(body.get("type").text()).isEqualTo("message");
        assertThat(attachment.get("contentType").text()).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(attachment.get("content").get("body").items().stream()
                        .map(block -> block.get("text").text()))
                .containsExactly("[Test] daily <failed>", "new:\n#1 a & b\n");
    }

    @Test
    void aKey_signsTimeAndBody() throws Exception {
        local(", secret: \"${env:KEY}\"").send(MESSAGE);
        WebSink.Post post = sink.posts.get(0);
        assertThat(post.timestamp()).isEqualTo("1745240400");
        assertThat(post.signature())
                .isEqualTo("sha256=" + WebhookChannel.signature("c4nary", "1745240400." + post.body()));
        // RFC 4231, test case 2.
        assertThat(WebhookChannel.signature("Jefe", "what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 429, 500, 503})
    void anError_isSaidWithoutTheBody(int status) {
        sink.answer = exchange -> {
            byte[] body = "c4nary".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        };
        refused(local(""), "127.0.0.1 answered " + status);
    }

    @Test
    void aRedirect_isNotFollowed() {
        sink.answer = exchange -> {
            exchange.getResponseHeaders().add("Location", sink.address() + "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
        };
        refused(local(""), "127.0.0.1 answered 302");
        assertThat(sink.posts).hasSize(1);
    }

    @Test
    void aHang_isGivenUp() {
        CountDownLatch end = new CountDownLatch(1);
        sink.answer = exchange -> end.await();
        refused(local(""), "127.0.0.1 did not answer within 3 s", "127.0.0.1: did not answer in time");
        end.countDown();
    }

    @Test
    void aBodyWithoutEnd_isNotRead() throws Exception {
        CountDownLatch broken = new CountDownLatch(1);
        sink.answer = exchange -> {
            exchange.sendResponseHeaders(200, 1L << 30);
            byte[] part = new byte[1 << 16];
            try (OutputStream body = exchange.getResponseBody()) {
                for (int i = 0; i < 1 << 14; i++) {
                    body.write(part);
                }
            } catch (java.io.IOException e) {
                broken.countDown();
            }
        };
        local("").send(MESSAGE);
        broken.await();
    }

    @Test
    void aSlowBody_isNotWaitedFor() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        sink.answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('a');
            exchange.getResponseBody().flush();
            end.await();
        };
        local("").send(MESSAGE);
        end.countDown();
    }

    @Test
    void noConnection_unknownHost() {
        int port = sink.port();
        refused(channel("https://no-such-host.invalid/T0KEN", ""), "the host no-such-host.invalid is unknown");
        sink.close();
        refused(channel("http://127.0.0.1:" + port + "/T0KEN", ", allow: [127.0.0.1]"), "127.0.0.1: no connection");
    }

    @Test
    void aCertificateThatNobodySigned_isRefused() {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", "smtps");
        setup.setServerStartupTimeout(60_000);
        GreenMail server = new GreenMail(setup);
        server.start();
        refused(
                channel("https://localhost:" + server.getSmtps().getPort() + "/T0KEN", ", allow: [localhost]"),
                "localhost: its TLS certificate or protocol is not accepted");
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "0",
                "0.0.0.0",
                "2130706433",
                "[::1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "169.254.169.254",
                "[fe80::1]",
                "224.0.0.1",
                "100.100.100.200",
                "[fd00:ec2::254]"
            })
    void anAddressOfThisMachine_isRefused(String host) {
        refused(
                channel("https://" + host + ":" + sink.port() + "/T0KEN", ""),
                host + " is an address of this machine or its local network; to call it, add the host to allow");
        assertThat(sink.posts).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://example.com/T0KEN | example.com must use TLS; write https, or add the host to allow
            https://127.1/T0KEN | the webhook URL has no host
            file:///etc/T0KEN | the webhook URL has no host
            not an address T0KEN | the webhook URL is not valid
            """)
    void anotherAddress_isRefused(String address, String reason) {
        refused(channel(address, ""), reason);
    }

    @Test
    void anAddressFromTheEnvironment_isNeverShown() {
        sink.answer = WebSink.status(500);
        Channel channel = channel("${env:URL}", ", allow: [127.0.0.1]");
        refused(channel, "127.0.0.1 answered 500");
        assertThat(channel.target()).isEqualTo("webhook at 127.0.0.1");
        assertThat(channel("${env:NONE}", "").target()).isEqualTo("webhook at ${env:NONE}");
        refused(channel("${env:NONE}", ""), "the environment variable NONE is not set");
    }

    private static void refused(Channel channel, String... reasons) {
        assertThatThrownBy(() -> channel.send(MESSAGE))
                .isInstanceOf(DeliveryException.class)
                .satisfies(error -> assertThat(error.getMessage())
                        .isIn((Object[]) reasons)
                        .doesNotContain("T0KEN")
                        .doesNotContain("c4nary"));
        assertThat(channel.target()).doesNotContain("T0KEN");
    }

    private Channel local(String more) {
        return channel(sink.address(), ", allow: [127.0.0.1]" + more);
    }

    private Channel channel(String address, String more) {
        Map<String, String> environment = Map.of("KEY", "c4nary", "URL", sink.address());
        return new ChannelYaml(new Home(temp), environment::get, CLOCK, java.time.Duration.ofSeconds(3))
                .channel(YamlNode.parse(
                        "yieldline.yaml", "{name: hook, type: webhook, url: \"" + address + "\"" + more + "}"));
    }
}
