package io.yieldline.query;

import io.yieldline.UserError;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Warehouse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** The saved queries of a plant. */
public final class SavedQueries {
    private static final String SELECT =
            "select name, title, query_text, owner, created_at, changed_at from saved_query ";

    private final Warehouse warehouse;

    /** The saved queries in this database. */
    public SavedQueries(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** All, by name. */
    public List<SavedQuery> all() {
        return warehouse.read(session -> session.query(SELECT + "order by name", SavedQueries::row));
    }

    /** The one with this name. */
    public Optional<SavedQuery> find(String name) {
        return warehouse.read(session -> find(session, name));
    }

    /**
     * The one with this name.
     *
     * @throws UserError if there is none
     */
    public SavedQuery get(String name) {
        return find(name).orElseThrow(() -> unknown(name));
    }

    /** Saves a query, over the one with its name if there is one; the first owner stays. */
    public SavedQuery save(SavedQuery query) {
        return warehouse.note(session -> {
            SavedQuery kept = find(session, query.name())
                    .map(before -> new SavedQuery(
                            query.name(),
                            query.title(),
                            query.sql(),
                            before.owner(),
                            before.created(),
                            query.changed()))
                    .orElse(query);
            session.execute("delete from saved_query where name = ?", query.name());
            session.execute(
                    "insert into saved_query (name, title, query_text, owner, created_at, changed_at)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    kept.name(),
                    kept.title(),
                    kept.sql(),
                    kept.owner(),
                    kept.created(),
                    kept.changed());
            return kept;
        });
    }

    /**
     * Removes the one with this name.
     *
     * @throws UserError if there is none
     */
    public void remove(String name) {
        get(name);
        warehouse.noteAll(session -> session.execute("delete from saved_query where name = ?", name));
    }

    private static Optional<SavedQuery> find(Session session, String name) {
        return session.first(SELECT + "where name = ?", SavedQueries::row, name);
    }

    private UserError unknown(String name) {
        List<String> names = all().stream().map(SavedQuery::name).toList();
        return new UserError("there is no saved query \"" + name + "\""
                + (names.isEmpty() ? "; none is saved yet" : "; saved: " + String.join(", ", names)));
    }

    private static SavedQuery row(ResultSet row) throws SQLException {
        return new SavedQuery(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, LocalDateTime.class),
                row.getObject(6, LocalDateTime.class));
    }
}
