package io.yieldline.alert;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;

/** The addresses of people for email. */
public final class MailAddress {
    private static final int MOST_CHARACTERS = 254;

    private MailAddress() {}

    /** Whether a text is one address, such as {@code ann@example.com}. */
    public static boolean valid(String text) {
        return parse(text).isPresent();
    }

    /**
     * The same text if it is one address.
     *
     * @throws UserError if it is not
     */
    public static String required(String text) {
        if (!valid(text)) {
            throw new UserError(ExitCode.USAGE, complaint(text));
        }
        return text;
    }

    static String complaint(String text) {
        return "\"" + text.replaceAll("\\p{Cntrl}", " ") + "\" is not a valid email address";
    }

    static Optional<InternetAddress> parse(String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            address.validate();
            boolean fits = text.contains("@")
                    && text.length() <= MOST_CHARACTERS
                    && text.chars().noneMatch(Character::isISOControl);
            return fits ? Optional.of(address) : Optional.empty();
        } catch (AddressException e) {
            return Optional.empty();
        }
    }
}
