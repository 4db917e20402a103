package io.yieldline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same bytes have the same hash, however they come: the known answer for "abc" (FIPS 180-2). */
class Sha256Test {
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void sameBytes_sameHash(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("abc"), "abc");
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        MessageDigest digest = Sha256.digest();
        digest.update((byte) 'a');
        digest.update(new byte[] {'b', 'c'});

        assertThat(Sha256.of("abc")).isEqualTo(ABC);
        assertThat(Sha256.of(new byte[] {'a', 'b', 'c'})).isEqualTo(ABC);
        assertThat(Sha256.of(file)).isEqualTo(ABC);
        assertThat(Sha256.copy(file, copy)).isEqualTo(ABC);
        assertThat(copy.toString(StandardCharsets.UTF_8)).isEqualTo("abc");
        assertThat(Sha256.of(digest)).isEqualTo(ABC);
    }
}
