package io.yieldline.api.auth;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Stored passwords: {@code pbkdf2-sha256$ROUNDS$SALT$HASH}, by PBKDF2 with HMAC-SHA256. A hash takes part of a second by
 * design, so only a few are computed at a time.
 */
public final class Password {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final int SHORTEST = 12;
    private static final int LONGEST = 256;
    private static final Semaphore COMPUTING = new Semaphore(2);

    private Password() {}

    /** Refuses a password that is too easy to guess. */
    static void check(String password, String user) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new UserError(
                    ExitCode.USAGE,
                    "a password has " + SHORTEST + " to " + LONGEST + " characters; choose another one");
        }
        if (password.equalsIgnoreCase(user) || password.chars().distinct().count() < 5) {
            throw new UserError(ExitCode.USAGE, "that password is too easy to guess; choose another one");
        }
    }

    static String hash(String password, int rounds) {
        byte[] salt = Secret.bytes(SALT_BYTES);
        return "pbkdf2-sha256$" + rounds + "$" + HexFormat.of().formatHex(salt) + "$"
                + HexFormat.of().formatHex(derive(password, salt, rounds));
    }

    /** Whether the password matches the stored one; takes the time of the stored rounds in any case. */
    public static boolean matches(String password, String kept) {
        String[] parts = kept.split("\\$");
        byte[] expected = HexFormat.of().parseHex(parts[3]);
        byte[] shown = derive(password, HexFormat.of().parseHex(parts[2]), Integer.parseInt(parts[1]));
        return MessageDigest.isEqual(shown, expected);
    }

    /** Spends the time of a comparison for an unknown user. */
    public static void pretend(String password, int rounds) {
        derive(password, new byte[SALT_BYTES], rounds);
    }

    private static byte[] derive(String password, byte[] salt, int rounds) {
        String bounded = password.length() > LONGEST ? password.substring(0, LONGEST) : password;
        COMPUTING.acquireUninterruptibly();
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(bounded.toCharArray(), salt, rounds, HASH_BITS))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            COMPUTING.release();
        }
    }
}
