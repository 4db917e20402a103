package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.yieldline.cli.Program.Ended;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The release archive, unpacked into an empty folder: what is in it, and that it runs with Java alone. */
@Tag("release")
class ReleaseTest {
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    @TempDir
    static Path temp;

    static Path release;

    @BeforeAll
    static void unpack() throws IOException {
        Path archive = archive();
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("enablePosixFileAttributes", true))) {
            Path root = zip.getPath("/");
            try (Stream<Path> entries = Files.walk(root)) {
                for (Path entry : entries.skip(1).toList()) {
                    Files.copy(entry, temp.resolve(root.relativize(entry).toString()));
                    Files.setPosixFilePermissions(
                            temp.resolve(root.relativize(entry).toString()), Files.getPosixFilePermissions(entry));
                }
            }
        }
        release = temp.resolve(archive.getFileName().toString().replace(".zip", ""));
    }

    private static Path archive() throws IOException {
        try (Stream<Path> files = Files.list(TARGET)) {
            List<Path> archives = files.filter(
                            file -> file.getFileName().toString().matches("yieldline-[0-9.]+\\.zip"))
                    .toList();
            assumeTrue(archives.size() == 1, "one release archive in target is needed; run: .ci/run release");
            return archives.get(0);
        }
    }

    @Test
    void aDemoRunsWithJavaAlone(@TempDir Path empty) throws Exception {
        Program yieldline = new Program(List.of(release.resolve("yieldline").toString()), empty);
        Map<String, String> java = Map.of("JAVA_HOME", System.getProperty("java.home"));
        Ended demo = yieldline.run(java, "--quiet", "demo", "--days", "7", "--units", "100");
        assertThat(demo.err()).isEqualTo("Preparing faster starts (once, a few seconds)...\n");
        assertThat(demo.exitCode()).isZero();
        assertThat(demo.out()).contains("Created a demo plant in demo-plant.");
        assertThat(release.resolve("yieldline-" + System.getProperty("java.version") + ".jsa"))
                .isNotEmptyFile();
        Ended status = yieldline.run(java, "--home", "demo-plant", "status");
        assertThat(status.err()).isEmpty();
        assertThat(status.out()).startsWith("Plant     demo, ");
        assertThat(yieldline.run(java, "--version").out())
                .isEqualTo("Yieldline " + release.getFileName().toString().replace("yieldline-", "") + "\n");

        Files.setLastModifiedTime(
                release.resolve("yieldline.jar"), FileTime.from(Instant.now().plusSeconds(1)));
        assertThat(yieldline.run(java, "--version").err()).as("another program").isEqualTo(demo.err());

        Path moved = Files.move(release, temp.resolve("moved folder"));
        Program there = new Program(List.of(moved.resolve("yieldline").toString()), empty);
        assertThat(there.run(java, "--version").err()).as("another folder").isEqualTo(demo.err());
        assertThat(there.run(java, "--version").err()).isEmpty();
        Files.move(moved, release);
    }

    @Test
    void javaIsAskedForWhereThereIsNone(@TempDir Path empty) throws Exception {
        assertThat(new Program(List.of(release.resolve("yieldline").toString()), empty)
                        .run(Map.of("JAVA_HOME", "/nowhere"), "status"))
                .isEqualTo(new Ended(
                        1,
                        "",
                        "yieldline: there is no /nowhere/bin/java; install Java 17 or later, or set JAVA_HOME\n"));
    }

    @Test
    void everyPlatformHasItsLauncherAndTheLibraryOfTheDatabase() throws IOException {
        assertThat(names(release)).contains("yieldline", "yieldline.cmd", "yieldline.jar", "LICENSE", "README.md");
        assertThat(names(release.resolve("lib")))
                .contains(
                        "libduckdb_java.so_linux_amd64",
                        "libduckdb_java.so_linux_arm64",
                        "libduckdb_java.so_osx_universal",
                        "libduckdb_java.so_windows_amd64");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(release.resolve("yieldline"))))
                .isEqualTo("rwxr-xr-x");
        assertThat(Files.readString(release.resolve("yieldline.cmd")).replace("\r\n", ""))
                .doesNotContain("\n");
        assertThat(names(release.resolve("ops/systemd"))).containsExactly("yieldline.service");
    }

    @Test
    void everyLibraryIsListedWithItsLicence() throws IOException {
        String list = Files.readString(release.resolve("licences/THIRD-PARTY.txt"));
        for (String jar : names(release.resolve("lib"))) {
            if (jar.endsWith(".jar")) {
                String library = jar.replaceFirst("-[0-9][^-]*\\.jar$", "");
                assertThat(list).as(jar).containsPattern("\\(.+\\) .* \\([^:]+:" + Pattern.quote(library) + ":.*\\)");
            }
        }
    }

    @Test
    void everyPageIsInIt() throws IOException {
        assertThat(pages(release)).isNotEmpty().containsExactlyElementsOf(pages(Path.of("..")));
    }

    private static List<String> pages(Path root) throws IOException {
        List<String> pages = new ArrayList<>(
                names(root).stream().filter(name -> name.endsWith(".md")).toList());
        try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            docs.map(page -> root.relativize(page).toString()).sorted().forEach(pages::add);
        }
        return pages;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
