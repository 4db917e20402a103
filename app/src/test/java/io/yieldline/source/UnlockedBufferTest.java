package io.yieldline.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A stream through the buffer gives the same bytes, whatever the pieces. */
class UnlockedBufferTest {
    private static final int BUFFER = 16;

    private final Random random = new Random(16);

    @Test
    void bytes_areThoseOfTheStream_inPiecesOfAnySize() throws IOException {
        for (int size = 0; size < 5 * BUFFER; size++) {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            InputStream in = new UnlockedBuffer(new ByteArrayInputStream(bytes), BUFFER);
            assertThat(readInPieces(in, size)).isEqualTo(bytes);
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.read(new byte[1])).isEqualTo(-1);
        }
    }

    /** The parser takes two or four bytes at a time, and a piece that is shorter for the end of the file. */
    @Test
    void piece_isWholeUnlessTheStreamEnds() throws IOException {
        InputStream in = new UnlockedBuffer(new ByteArrayInputStream(new byte[2 * BUFFER + 1]), BUFFER);
        assertThat(in.read(new byte[BUFFER - 1])).isEqualTo(BUFFER - 1);
        assertThat(in.read(new byte[4])).isEqualTo(4);
        assertThat(in.available()).isEqualTo(BUFFER - 2);
        assertThat(in.read(new byte[BUFFER])).isEqualTo(BUFFER - 2);
    }

    @Test
    void skip_passesOverBytes() throws IOException {
        InputStream in = new UnlockedBuffer(new ByteArrayInputStream(new byte[] {1, 2, 3, 4, 5}), 2);
        in.skipNBytes(4);
        assertThat(in.read()).isEqualTo(5);
        assertThat(in.skip(1)).isZero();
    }

    private byte[] readInPieces(InputStream in, int size) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        while (read.size() < size) {
            if (random.nextBoolean()) {
                read.write(in.read());
            } else {
                read.write(in.readNBytes(random.nextInt(2 * BUFFER)));
            }
        }
        return read.toByteArray();
    }
}
