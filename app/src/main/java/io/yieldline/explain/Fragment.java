package io.yieldline.explain;

import java.util.ArrayList;
import java.util.List;

/**
 * An SQL fragment with the values of its placeholders.
 *
 * @param sql the text; {@code @} stands for the subject
 * @param values in the order of the placeholders
 */
record Fragment(String sql, List<Object> values) {
    static Fragment of(String sql, Object... values) {
        return new Fragment(sql, List.of(values));
    }

    /** A text with {@code {}} for each part, including the values of the parts. */
    static Fragment format(String text, Fragment... parts) {
        StringBuilder sql = new StringBuilder();
        List<Object> values = new ArrayList<>();
        String[] between = text.split("\\{}", -1);
        for (int i = 0; i < parts.length; i++) {
            sql.append(between[i]).append(parts[i].sql);
            values.addAll(parts[i].values);
        }
        return new Fragment(sql.append(between[parts.length]).toString(), values);
    }

    Fragment about(String expression) {
        return new Fragment(sql.replace("@", expression), values);
    }

    Object[] parameters() {
        return values.toArray();
    }
}
