package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk that uploads may fill while they wait: four of the greatest size. */
class StagingTest {
    private static final int MOST = 1_000;

    @TempDir
    Path temp;

    @Test
    void fourOfTheGreatestSize_areAllThatWait() throws IOException {
        Staging staging = new Staging(temp, MOST);
        List<Staging.Arrived> waiting = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            waiting.add(staging.store(bytes(MOST), MOST));
        }

        assertThatThrownBy(() -> staging.store(bytes(1), 1))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.answer().status()).isEqualTo(503))
                .hasMessage("too many uploads are waiting to be loaded; try again later");
        assertThat(files()).isEqualTo(4);

        waiting.forEach(arrived -> Staging.discard(arrived.file()));
        assertThat(staging.store(bytes(1), 1).bytes()).isEqualTo(1);
    }

    @Test
    void whatIsRefused_takesNoRoom() throws IOException {
        Staging staging = new Staging(temp, MOST);

        assertThatThrownBy(() -> staging.store(bytes(MOST + 1), -1))
                .hasMessageStartingWith("an upload has at most 1,000 bytes");
        assertThatThrownBy(() -> staging.store(bytes(1), MOST + 1))
                .hasMessageStartingWith("an upload has at most 1,000 bytes");
        assertThatThrownBy(() -> staging.store(bytes(0), 0)).hasMessageStartingWith("the upload is empty");
        assertThat(files()).isZero();
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(temp)) {
            return files.count();
        }
    }

    private static ByteArrayInputStream bytes(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }
}
