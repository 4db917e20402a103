package io.yieldline.warehouse;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.postgresql.util.ByteConverter;

/** A decimal in PostgreSQL's binary format, as the driver writes it. */
final class PostgresNumeric {
    private PostgresNumeric() {}

    static byte[] bytes(BigDecimal value) {
        return ByteConverter.numeric(value.signum() == 0 ? new BigDecimal(BigInteger.ZERO, value.scale()) : value);
    }
}
