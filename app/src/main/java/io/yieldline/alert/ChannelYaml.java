package io.yieldline.alert;

import io.yieldline.alert.EmailChannel.Security;
import io.yieldline.alert.EmailChannel.Server;
import io.yieldline.plant.Home;
import io.yieldline.yaml.YamlNode;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the channels of the settings.
 *
 * @param patience timeout for a webhook request, and for each command to a mail server
 */
record ChannelYaml(Home home, Function<String, @Nullable String> environment, InstantSource clock, Duration patience) {
    private static final List<String> COMMON = List.of("name", "type", "severity");

    /** The default channel: a file. */
    Channel file() {
        return new FileChannel("file", Severity.WARNING, home.directory().resolve("logs/alerts.jsonl"));
    }

    Channel channel(YamlNode node) {
        return switch (node.get("type").oneOf(List.of("file", "webhook", "email"))) {
            case "file" -> file(node);
            case "webhook" -> webhook(node);
            default -> email(node);
        };
    }

    private Channel file(YamlNode node) {
        refuseOthers(node, "path");
        Path path =
                home.directory().resolve(node.find("path").map(YamlNode::text).orElse("logs/alerts.jsonl"));
        return new FileChannel(name(node), severity(node), path);
    }

    private Channel webhook(YamlNode node) {
        refuseOthers(node, "url", "url_file", "form", "secret", "secret_file", "allow");
        return new WebhookChannel(
                name(node),
                severity(node),
                WebhookForm.of(node.find("form")
                        .map(form -> form.oneOf(WebhookForm.labels()))
                        .orElse("json")),
                SecretReference.address(node, "url", home, environment)
                        .orElseThrow(() -> node.wrong("\"url\" is missing")),
                SecretReference.find(node, "secret", home, environment).orElse(null),
                node.find("allow").map(hosts -> Set.copyOf(hosts.texts())).orElse(Set.of()),
                patience,
                clock);
    }

    private Channel email(YamlNode node) {
        refuseOthers(node, "host", "port", "security", "user", "password", "password_file", "from", "to");
        return new EmailChannel(
                name(node),
                severity(node),
                server(node),
                address(node.get("from")),
                node.get("to").items().stream().map(ChannelYaml::address).toList(),
                patience);
    }

    private Server server(YamlNode node) {
        Security security = node.find("security")
                .map(value -> value.oneOf(labels()))
                .map(label -> Security.valueOf(label.toUpperCase(Locale.ROOT)))
                .orElse(Security.STARTTLS);
        Optional<SecretReference> password = SecretReference.find(node, "password", home, environment);
        Optional<String> user = node.find("user").map(YamlNode::text);
        if (user.isPresent() != password.isPresent()) {
            throw node.wrong("user and password belong together; write both or neither");
        }
        if (user.isPresent() && security == Security.NONE) {
            throw node.wrong("a password is not sent without encryption; write security: starttls or tls");
        }
        int port = node.find("port").map(value -> value.integer(1, 65_535)).orElse(security.port());
        return new Server(node.get("host").text(), port, security, user.orElse(null), password.orElse(null));
    }

    private static List<String> labels() {
        return Stream.of(Security.values())
                .map(security -> security.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static InternetAddress address(YamlNode node) {
        return MailAddress.parse(node.text()).orElseThrow(() -> node.wrong(MailAddress.complaint(node.text())));
    }

    private static String name(YamlNode node) {
        String name = node.get("name").text();
        if (!name.matches("[A-Za-z0-9_-]{1,40}")) {
            throw node.get("name").wrong("\"" + name + "\" is not a valid name; use letters, digits, - and _");
        }
        return name;
    }

    private static Severity severity(YamlNode node) {
        return node.find("severity")
                .map(value -> Severity.of(value.oneOf(Severity.labels())))
                .orElse(Severity.WARNING);
    }

    private static void refuseOthers(YamlNode node, String... keys) {
        node.entries(Stream.concat(COMMON.stream(), Stream.of(keys)).toList());
    }
}
