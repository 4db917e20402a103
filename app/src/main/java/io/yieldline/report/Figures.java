package io.yieldline.report;

import io.yieldline.mart.RatioSql;
import io.yieldline.warehouse.Session;
import io.yieldline.yaml.ResourceFolder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The current figures of the marts. */
final class Figures {
    private Figures() {}

    /** The figures of a range of periods of the same kind. */
    static Map<Figure.Key, Figure> between(Session session, Period first, Period last) {
        boolean daily = last.kind() == ReportKind.DAILY;
        String sql =
                RatioSql.expand(ResourceFolder.text(Figures.class, last.kind().word() + "_figures.sql"));
        List<Object> ends = daily ? List.of(first.from(), last.from()) : List.of(first.name(), last.name());
        int parts = sql.split("between", -1).length - 1;
        return session
                .query(
                        sql,
                        Figures::figure,
                        Collections.nCopies(parts, ends).stream()
                                .flatMap(List::stream)
                                .toArray())
                .stream()
                .collect(Collectors.toMap(Figure::key, figure -> figure, (one, other) -> one, LinkedHashMap::new));
    }

    static Figure figure(ResultSet row) throws SQLException {
        long denominator = row.getLong(6);
        boolean plain = row.wasNull();
        return new Figure(
                new Figure.Key(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                row.getLong(5),
                plain ? null : denominator);
    }
}
