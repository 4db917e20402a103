package io.yieldline.warehouse;

/** The database refused what the program asked of it: our mistake, or the machine's. */
public final class WarehouseException extends RuntimeException {
    WarehouseException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Something that must hold does not. */
    public WarehouseException(String message) {
        super(message);
    }
}
