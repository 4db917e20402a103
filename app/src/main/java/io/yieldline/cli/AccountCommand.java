package io.yieldline.cli;

import io.yieldline.api.auth.AccountResult;
import io.yieldline.warehouse.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** A command for users, tokens or the audit trail: prints a table, or one line and a secret that is shown once. */
abstract class AccountCommand<P> extends PlantCommand<P, AccountResult> {
    @Mixin
    FormatOption format = new FormatOption();

    /** The text before a secret that is shown once. */
    abstract String once();

    @Override
    Object json(AccountResult result) {
        Table table = result.table();
        if (table != null) {
            return table;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("summary", result.summary());
        String secret = result.secret();
        if (secret != null) {
            json.put("secret", secret);
        }
        return json;
    }

    @Override
    void print(AccountResult result, Console console) {
        Table table = result.table();
        if (table != null) {
            format.print(table, console, () -> printTable(table, result, console));
        } else {
            console.line(capital(result.summary()) + ".");
            String secret = result.secret();
            if (secret != null) {
                console.line(once() + ": " + secret);
            }
        }
    }

    private static void printTable(Table table, AccountResult result, Console console) {
        if (!table.rows().isEmpty()) {
            console.table(table);
        }
        console.line(capital(result.summary()) + ".");
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
