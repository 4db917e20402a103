package io.yieldline.plant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody but the owner reads a home, whatever the umask; the inbox is up to the owner. */
class PrivacyTest {
    @TempDir
    Path temp;

    private Home home;
    private Privacy privacy;

    @BeforeEach
    void init() throws IOException {
        Files.createDirectory(temp.resolve("plant"));
        set("", "rwxrwxrwx");
        home = new Home(temp.resolve("plant"));
        Plant.init(home, "test", ZoneId.of("UTC"), Profile.PLANT);
        privacy = new Privacy(home);
    }

    @Test
    void aNewHome_isClosed() throws IOException {
        assertThat(of("")).isEqualTo("rwx------");
        assertThat(of("data")).isEqualTo("rwx------");
        assertThat(of("inbox")).isEqualTo("rwx------");
        assertThat(of("yieldline.yaml")).isEqualTo("rw-------");
        assertThat(privacy.open()).isEmpty();
    }

    @Test
    void anOpenHome_isNamedAndClosed_butTheWayToTheInboxStays() throws IOException {
        Files.createDirectory(home.backups());
        set("", "rwxr-xr-x");
        set("backups", "rwxr-xr-x");
        set("inbox", "rwxrwxr-x");
        set("rules.yaml", "rw-r--r--");

        assertThat(privacy.open()).containsExactly(home.directory(), home.backups(), home.rulesFile());
        privacy.close();

        assertThat(privacy.open()).isEmpty();
        assertThat(of("")).isEqualTo("rwx--x--x");
        assertThat(of("backups")).isEqualTo("rwx------");
        assertThat(of("inbox")).isEqualTo("rwxrwxr-x");
        assertThat(of("rules.yaml")).isEqualTo("rw-------");
    }

    @Test
    void whatIsCreatedLaterInAHomeToPassThrough_isClosed() throws IOException {
        set("", "rwx--x--x");
        Files.createDirectory(home.backups());
        set("backups", "rwxr-xr-x");

        privacy.keep();

        assertThat(of("backups")).isEqualTo("rwx------");
        set("", "rwxr-xr-x");
        set("backups", "rwxr-xr-x");
        privacy.keep();
        assertThat(of("backups"))
                .as("a home that others read is left to doctor and recover")
                .isEqualTo("rwxr-xr-x");
    }

    private void set(String entry, String permissions) throws IOException {
        Files.setPosixFilePermissions(
                temp.resolve("plant").resolve(entry), PosixFilePermissions.fromString(permissions));
    }

    private String of(String entry) throws IOException {
        return PosixFilePermissions.toString(
                Files.getPosixFilePermissions(temp.resolve("plant").resolve(entry)));
    }
}
