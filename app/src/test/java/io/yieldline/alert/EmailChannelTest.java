package io.yieldline.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.yieldline.alert.EmailChannel.Security;
import io.yieldline.alert.EmailChannel.Server;
import io.yieldline.plant.Home;
import io.yieldline.yaml.YamlNode;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail arrives or says why not, and nothing in a message becomes a header. */
class EmailChannelTest {
    private static final Instant NOW = Instant.parse("2025-04-21T13:00:00Z");

    @TempDir
    Path temp;

    private final GreenMail mails = new GreenMail(new ServerSetup[] {setup("smtp"), setup("smtps")});

    @BeforeEach
    void open() {
        mails.start();
    }

    @AfterEach
    void close() {
        mails.stop();
    }

    @Test
    void anAlert_isAPlainMail() throws Exception {
        channel(mails.getSmtp().getPort(), Security.NONE).send(message("[Tést] 工厂", List.of(), null));
        MimeMessage mail = mails.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("[Tést] 工厂");
        assertThat(mail.getMessageID()).isEqualTo("<id-1@yieldline>");
        assertThat(mail.getHeader("X-Yieldline-Message")).containsExactly("id-1");
        assertThat(mail.getSentDate().toInstant()).isEqualTo(NOW);
        assertThat(mail.getContent().toString().strip()).isEqualTo("It is so.");
    }

    @Test
    void aReport_hasTextPageAndFiles() throws Exception {
        Message.Attachment file =
                new Message.Attachment("week\r\n.csv", "text/csv", "a,b\n".getBytes(StandardCharsets.UTF_8));
        channel(mails.getSmtp().getPort(), Security.NONE).send(message("Week", List.of(file), "<p>It is so.</p>"));
        MimeMultipart parts = (MimeMultipart) mails.getReceivedMessages()[0].getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        MimeMultipart bodies = (MimeMultipart) parts.getBodyPart(0).getContent();
        assertThat(bodies.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("week .csv");
    }

    @Test
    void aLineEndInTheSubject_makesNoHeader() throws Exception {
        for (String end : List.of("\r\n", "\n", "\r", "\u2028", "\0", "\r\n ")) {
            mails.purgeEmailFromAllMailboxes();
            channel(mails.getSmtp().getPort(), Security.NONE)
                    .send(message("a.xls" + end + "Bcc: thief@example.com" + end + end + "body", List.of(), null));
            MimeMessage[] received = mails.getReceivedMessages();
            assertThat(received).hasSize(1);
            assertThat(received[0].getHeader("Bcc")).isNull();
            assertThat(received[0].getAllRecipients()).hasSize(1);
            assertThat(received[0].getSubject())
                    .isEqualTo("a.xls" + shown(end) + "Bcc: thief@example.com" + shown(end) + shown(end) + "body");
            assertThat(GreenMailUtil.getBody(received[0]).strip()).isEqualTo("It is so.");
        }
    }

    private static String shown(String end) {
        return end.replace("\r", "\\r")
                .replace("\n", "\\n")
                .replace("\u2028", "\\u2028")
                .replace("\0", "\\u0000");
    }

    @Test
    void aLogin_isRightOrSaidToBeWrong() throws Exception {
        mails.setUser("me@example.com", "me", "r1ght");
        Path file = Files.writeString(temp.resolve("password"), "r1ght\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        EmailChannel channel =
                channel(mails.getSmtp().getPort(), Security.NONE, "me", password("password_file: password"));
        refused(channel, "other users can read the secret in " + file + "; run: chmod 600 " + file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        channel.send(message("Hello", List.of(), null));
        assertThat(mails.getReceivedMessages()).hasSize(1);
        refused(
                channel(mails.getSmtp().getPort(), Security.NONE, "me", password("password: \"${env:WRONG}\"")),
                "127.0.0.1 refused user and password");
    }

    @Test
    void aCertificateThatNobodySigned_isRefused() {
        assertThatThrownBy(
                        () -> channel(mails.getSmtps().getPort(), Security.TLS).send(message("Hello", List.of(), null)))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("certification path");
        assertThat(mails.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatDoesNotWant_isQuoted() throws Exception {
        try (MailSink sink = new MailSink()) {
            sink.answers(Map.of("RCPT", "451 4.7.1 greylisted, come back later"));
            refused(channel(sink.port(), Security.NONE), "127.0.0.1: 451 4.7.1 greylisted, come back later");
            sink.answers(Map.of());
            channel(sink.port(), Security.NONE).send(message("Hello", List.of(), null));
            sink.answers(Map.of("CONNECT", "554 go away"));
            refusedWith(channel(sink.port(), Security.NONE), "127.0.0.1: ", "554");
            sink.answers(Map.of("CONNECT", ""));
            refusedWith(channel(sink.port(), Security.NONE), "127.0.0.1: ", "");
            sink.answers(Map.of(".", "552 full"));
            refused(channel(sink.port(), Security.NONE), "127.0.0.1: 552 full");
            sink.answers(Map.of());
            refused(
                    channel(sink.port(), Security.STARTTLS),
                    "127.0.0.1: STARTTLS is required but host does not support STARTTLS");
        }
    }

    @Test
    void noServer_isSaid() {
        int port = mails.getSmtp().getPort();
        mails.stop();
        refusedWith(channel(port, Security.NONE), "127.0.0.1: ", "");
        mails.start();
    }

    private static ServerSetup setup(String protocol) {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(60_000);
        return setup;
    }

    private static void refused(EmailChannel channel, String reason) {
        assertThatThrownBy(() -> channel.send(message("Hello", List.of(), null)))
                .isInstanceOf(DeliveryException.class)
                .hasMessage(reason);
    }

    private static void refusedWith(EmailChannel channel, String start, String part) {
        assertThatThrownBy(() -> channel.send(message("Hello", List.of(), null)))
                .isInstanceOf(DeliveryException.class)
                .hasMessageStartingWith(start)
                .hasMessageContaining(part);
    }

    private static EmailChannel channel(int port, Security security) {
        return channel(port, security, null, null);
    }

    private static EmailChannel channel(
            int port, Security security, @Nullable String user, @Nullable SecretReference password) {
        try {
            return new EmailChannel(
                    "mail",
                    Severity.WARNING,
                    new Server("127.0.0.1", port, security, user, password),
                    new InternetAddress("yieldline@example.com"),
                    List.of(new InternetAddress("quality@example.com")),
                    Duration.ofSeconds(1));
        } catch (jakarta.mail.internet.AddressException e) {
            throw new IllegalStateException(e);
        }
    }

    private SecretReference password(String yaml) {
        return SecretReference.find(
                        YamlNode.parse("y", "{" + yaml + "}"),
                        "password",
                        new Home(temp),
                        Map.of("WRONG", "wr0ng")::get)
                .orElseThrow();
    }

    private static Message message(String subject, List<Message.Attachment> files, @Nullable String html) {
        return new Message("id-1", null, Severity.WARNING, subject, "It is so.", html, null, files, NOW, null);
    }
}
