package io.yieldline.operation.load;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.ingest.Ledger;
import io.yieldline.warehouse.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Exports that a user names: by their number, or by their SHA-256, which stays when a number changes. */
final class NamedExports {
    private static final String SEE = "; parked ones are listed by: yieldline rejects --parked";

    private NamedExports() {}

    /** Refuses texts that identify no export, before a plant is opened. */
    static void requireReadable(List<String> exports) {
        exports.stream()
                .filter(export -> !export.matches("[0-9]{1,18}|[0-9a-f]{64}"))
                .findFirst()
                .ifPresent(export -> {
                    throw new UserError(
                            ExitCode.USAGE,
                            "\"" + export + "\" is neither the number of an export nor its SHA-256" + SEE);
                });
    }

    /** Their names by hash; refuses one that the ledger does not know. */
    static Map<String, String> of(List<String> exports, Session session) {
        Map<String, String> found = new LinkedHashMap<>();
        exports.forEach(export -> found.putAll(named(export, session)));
        return found;
    }

    /** The same; refuses one that is not parked. */
    static Map<String, String> parked(List<String> exports, Session session) {
        Map<String, String> parked = Ledger.parked(session);
        Map<String, String> found = of(exports, session);
        found.forEach((sha256, name) -> {
            if (!parked.containsKey(sha256)) {
                throw new UserError(ExitCode.USAGE, name + " is not parked, so it cannot be dismissed" + SEE);
            }
        });
        return found;
    }

    private static Map<String, String> named(String export, Session session) {
        Map<String, String> found = export.length() == 64
                ? Ledger.hashed(session, export)
                : Ledger.numbered(session, Long.parseLong(export));
        if (found.isEmpty()) {
            throw new UserError(ExitCode.USAGE, "there is no export " + export + SEE);
        }
        return found;
    }
}
