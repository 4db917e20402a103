package io.yieldline.api;

import io.yieldline.api.auth.ApiTokens;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The API token in a header {@code Authorization}.
 *
 * @param basic whether it is the password of Basic authentication, which spreadsheets can send; the user name is not looked at
 */
record ShownToken(String token, boolean basic) {
    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    /** Empty if the header shows no token, such as the password of a user. */
    static Optional<ShownToken> of(String authorization) {
        Optional<ShownToken> shown = after(BEARER, authorization)
                .map(token -> new ShownToken(token, false))
                .or(() -> after(BASIC, authorization)
                        .flatMap(ShownToken::password)
                        .map(token -> new ShownToken(token, true)));
        return shown.filter(each -> each.token.startsWith(ApiTokens.PREFIX));
    }

    private static Optional<String> after(String scheme, String authorization) {
        return authorization.regionMatches(true, 0, scheme, 0, scheme.length())
                ? Optional.of(authorization.substring(scheme.length()).strip())
                : Optional.empty();
    }

    private static Optional<String> password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            return pair.contains(":") ? Optional.of(pair.substring(pair.indexOf(':') + 1)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
