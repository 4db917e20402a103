package io.yieldline.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A column of a file of rows that leaves the plant: whole numbers, numbers, days, times, truth values and texts, the same from every
 * engine.
 */
public record FileColumn(String name, Type type) {
    /** What a column of a file holds. */
    public enum Type {
        TEXT("varchar"),
        WHOLE("bigint"),
        NUMBER("double"),
        DAY("date"),
        TIME("timestamp"),
        FLAG("boolean");

        private final String sql;

        Type(String sql) {
            this.sql = sql;
        }
    }

    /** The columns of a result. */
    public static List<FileColumn> of(Session session, String sql, @Nullable Object... parameters) {
        List<FileColumn> columns = new ArrayList<>();
        session.typeNames(sql, parameters).forEach((name, type) -> columns.add(of(name, type)));
        return columns;
    }

    /** A column of this type of an engine. */
    public static FileColumn of(String name, String engineType) {
        return new FileColumn(name, type(engineType));
    }

    /** The values of a row as these columns hold them. */
    static @Nullable Object[] values(List<FileColumn> columns, List<@Nullable Object> row) {
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(row.get(i), columns.get(i).type);
        }
        return values;
    }

    String definition() {
        return '"' + name + "\" " + type.sql;
    }

    private static @Nullable Object value(@Nullable Object value, Type type) {
        if (value instanceof Number number && type == Type.NUMBER) {
            return number.doubleValue();
        }
        if (value instanceof Number number && type == Type.WHOLE) {
            return number.longValue();
        }
        return value == null || type != Type.TEXT ? value : value.toString();
    }

    private static Type type(String engineType) {
        return switch (engineType.toLowerCase(Locale.ROOT).replaceAll("[ (].*", "")) {
            case "bigint", "int8", "integer", "int4", "smallint", "int2", "hugeint" -> Type.WHOLE;
            case "decimal", "numeric", "double", "float8", "float", "float4", "real" -> Type.NUMBER;
            case "date" -> Type.DAY;
            case "timestamp" -> Type.TIME;
            case "boolean", "bool" -> Type.FLAG;
            default -> Type.TEXT;
        };
    }
}
