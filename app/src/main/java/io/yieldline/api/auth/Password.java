package io.yieldline.api.auth;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Stored passwords: {@code pbkdf2-sha256$ROUNDS$SALT$HASH}, by PBKDF2 with HMAC-SHA256. A hash takes part of a second by
 * design; the server lets only a few requests compute one at a time.
 */
public final class Password {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final int SHORTEST = 12;
    private static final int LONGEST = 256;

    /** Of what is longer, so much is measured: the time grows faster than the length. */
    private static final int MEASURED = 64;

    /** From 0 to 4; below 3 a hundred million guesses are enough. */
    private static final int LEAST_SCORE = 3;

    private Password() {}

    /** Refuses a password that is too easy to guess. */
    static void check(String password, String user) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new UserError(
                    ExitCode.USAGE,
                    "a password has " + SHORTEST + " to " + LONGEST + " characters; choose another one");
        }
        String start = password.substring(0, Math.min(MEASURED, password.length()));
        if (Guessing.MEASURE.measure(start, List.of(user, "yieldline")).getScore() < LEAST_SCORE) {
            throw new UserError(
                    ExitCode.USAGE,
                    "that password is too easy to guess: many people use it or one like it; choose four words or more"
                            + " that do not belong together, or random characters");
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
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(bounded.toCharArray(), salt, rounds, HASH_BITS))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its dictionaries are read when the first password is chosen. */
    private static final class Guessing {
        private static final Zxcvbn MEASURE = new Zxcvbn();
    }
}
