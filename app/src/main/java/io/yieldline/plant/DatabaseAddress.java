package io.yieldline.plant;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The address of a database as it may be shown: without passwords. Only what is known to be no secret is shown, because a driver has
 * many names for passwords, and people write addresses of other programs.
 */
public final class DatabaseAddress {
    private static final String HIDDEN = "***";

    /** Scheme, server and database, and what follows the question mark. */
    private static final Pattern PARTS = Pattern.compile("(?s)((?:jdbc:)?[\\w+.-]+:(?://)?)([^?]*)(?:\\?(.*))?");

    private static final Pattern SERVERS =
            Pattern.compile("(?:(?:\\[[0-9a-fA-F:.]*]|[\\w.%-]*)(?::\\d*)?,?)*(?:/[^:@]*)?");

    private static final Set<String> SHOWN = Set.of(
            "user",
            "ssl",
            "sslmode",
            "applicationname",
            "currentschema",
            "connecttimeout",
            "sockettimeout",
            "logintimeout",
            "targetservertype",
            "tcpkeepalive");

    private DatabaseAddress() {}

    /** An address without its secrets; any other text is returned as it is. */
    public static String masked(String address) {
        Matcher parts = PARTS.matcher(address);
        if (!parts.matches() || (!address.contains("://") && !address.startsWith("jdbc:"))) {
            return address;
        }
        String query = parts.group(3);
        return parts.group(1) + servers(parts.group(2)) + (query == null ? "" : "?" + query(query));
    }

    /** A text in which a driver or a parser may have repeated the address. */
    public static String maskedIn(String text, String address) {
        return text.replace(address, masked(address));
    }

    /** A user and password before the servers, up to the last @. */
    private static String servers(String text) {
        if (SERVERS.matcher(text).matches()) {
            return text;
        }
        int at = text.lastIndexOf('@');
        return HIDDEN + (at < 0 ? "" : text.substring(at));
    }

    private static String query(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(DatabaseAddress::parameter)
                .collect(Collectors.joining("&"));
    }

    private static String parameter(String parameter) {
        int equals = parameter.indexOf('=');
        if (equals < 0) {
            return parameter.isEmpty() ? "" : HIDDEN;
        }
        String name = parameter.substring(0, equals);
        boolean shown = SHOWN.contains(name.toLowerCase(Locale.ROOT)) && !parameter.contains("@");
        return shown ? parameter : name + "=" + HIDDEN;
    }
}
