package io.yieldline.warehouse;

/** The database refused what the program asked of it: our mistake, or the machine's. */
public final class WarehouseException extends RuntimeException {
    WarehouseException(String message, Throwable cause) {
        super(message, cause);
    }

    WarehouseException(String message) {
        super(message);
    }
}
