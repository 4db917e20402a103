package io.yieldline.scale;

import io.yieldline.feed.ColumnType;
import io.yieldline.warehouse.BulkColumn;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The columns of tables as Spark has them. A hash is its text, because Spark reads and writes no Parquet column of that type. */
final class SparkColumns {
    private static final int DIGITS = 18;
    private static final int DECIMALS = 6;

    private SparkColumns() {}

    static StructType schema(List<BulkColumn> columns) {
        StructType schema = new StructType();
        for (BulkColumn column : columns) {
            schema = schema.add(column.name(), type(column.type()));
        }
        return schema;
    }

    /** These columns of rows, in this order and with these types. */
    static Dataset<Row> select(Dataset<Row> rows, List<BulkColumn> columns) {
        return rows.select(columns.stream()
                .map(column ->
                        functions.col(column.name()).cast(type(column.type())).as(column.name()))
                .toArray(Column[]::new));
    }

    /** A value as text, as DuckDB has it: Spark puts a plus in front of years from 10000 on. */
    static String text(BulkColumn column) {
        String text = "cast(" + column.name() + " as string)";
        return switch (column.type()) {
            case DATE, TIMESTAMP -> "trim(leading '+' from " + text + ")";
            default -> text;
        };
    }

    private static DataType type(ColumnType type) {
        return switch (type) {
            case TIMESTAMP -> DataTypes.TimestampNTZType;
            case DATE -> DataTypes.DateType;
            case INTEGER -> DataTypes.IntegerType;
            case BIGINT -> DataTypes.LongType;
            case DECIMAL -> DataTypes.createDecimalType(DIGITS, DECIMALS);
            case BOOLEAN -> DataTypes.BooleanType;
            case TEXT, IDENTIFIER, UUID -> DataTypes.StringType;
        };
    }
}
