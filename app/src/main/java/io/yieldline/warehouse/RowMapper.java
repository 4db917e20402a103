package io.yieldline.warehouse;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Makes a value of one row of an answer.
 *
 * @param <T> the value
 */
public interface RowMapper<T> {
    /** The value of the row that the result set stands on. */
    T map(ResultSet row) throws SQLException;
}
