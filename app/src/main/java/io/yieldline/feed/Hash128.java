package io.yieldline.feed;

import io.yieldline.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/** The first 128 bits of a SHA-256: enough to distinguish all events of a plant. */
final class Hash128 {
    private final MessageDigest digest = Sha256.digest();

    UUID of(CharSequence text) {
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
