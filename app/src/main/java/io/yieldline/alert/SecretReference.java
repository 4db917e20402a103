package io.yieldline.alert;

import io.yieldline.plant.Home;
import io.yieldline.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A reference to a secret. The secret is read when it is needed and never stored. */
final class SecretReference {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)}");
    private static final Set<PosixFilePermission> OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    private final String place;
    private final Source source;

    private SecretReference(String place, Source source) {
        this.place = place;
        this.source = source;
    }

    /** The secret under a key, or in the file named by {@code KEY_file}. */
    static Optional<SecretReference> find(
            YamlNode node, String key, Home home, Function<String, @Nullable String> environment) {
        Optional<SecretReference> file =
                node.find(key + "_file").map(name -> inFile(home.directory().resolve(name.text())));
        return file.isPresent() ? file : node.find(key).map(value -> inEnvironment(value, key, environment));
    }

    /** A URL, as a secret or as plain text in the settings. */
    static Optional<SecretReference> address(
            YamlNode node, String key, Home home, Function<String, @Nullable String> environment) {
        Optional<YamlNode> plain =
                node.find(key).filter(value -> !VARIABLE.matcher(value.text()).matches());
        return plain.isPresent()
                ? plain.map(value -> new SecretReference("the settings", value::text))
                : find(node, key, home, environment);
    }

    /** The secret. */
    String reveal() throws DeliveryException {
        return source.read();
    }

    @Override
    public String toString() {
        return place;
    }

    private static SecretReference inEnvironment(
            YamlNode value, String key, Function<String, @Nullable String> environment) {
        Matcher variable = VARIABLE.matcher(value.text());
        if (!variable.matches()) {
            throw value.wrong("a " + key + " must not be in the settings; write ${env:NAME}, or " + key
                    + "_file with a file that only you can read");
        }
        String name = variable.group(1);
        return new SecretReference("${env:" + name + "}", () -> {
            String secret = environment.apply(name);
            if (secret == null || secret.isBlank()) {
                throw new DeliveryException("the environment variable " + name + " is not set");
            }
            return secret;
        });
    }

    private static SecretReference inFile(Path file) {
        return new SecretReference(file.toString(), () -> {
            try {
                refuseOpen(file);
                return Files.readString(file).strip();
            } catch (IOException e) {
                throw new DeliveryException("the secret in " + file + " cannot be read");
            }
        });
    }

    private static void refuseOpen(Path file) throws IOException, DeliveryException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class, new LinkOption[0]);
        if (view != null && view.readAttributes().permissions().stream().anyMatch(OTHERS::contains)) {
            throw new DeliveryException("other users can read the secret in " + file + "; run: chmod 600 " + file);
        }
    }

    private interface Source {
        String read() throws DeliveryException;
    }
}
