package io.yieldline.warehouse;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Maps one row of a result to a value.
 *
 * @param <T> the value
 */
public interface RowMapper<T> {
    /** The value of the current row. */
    T map(ResultSet row) throws SQLException;
}
