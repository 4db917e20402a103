package io.yieldline.api.auth;

import java.security.SecureRandom;
import java.util.Base64;

/** Random texts that open something. Only their hashes are kept: they are long enough that nobody can guess from a hash. */
public final class Secret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Secret() {}

    /** 256 random bits that can stand in a header. */
    static String fresh() {
        return text(BYTES);
    }

    /** A password of 120 bits that people can copy by hand. */
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
