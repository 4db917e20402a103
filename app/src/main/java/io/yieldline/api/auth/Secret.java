package io.yieldline.api.auth;

import java.security.SecureRandom;
import java.util.Base64;

/** Random secrets. Only hashes are stored: the secrets are too long to be guessed from a hash. */
public final class Secret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Secret() {}

    /** 256 random bits, valid in a header. */
    static String fresh() {
        return text(BYTES);
    }

    /** A 120-bit password that people can type. */
    static String password() {
        return text(15);
    }

    static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String text(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(bytes));
    }
}
