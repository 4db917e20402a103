package io.yieldline.warehouse;

/** A statement failed: an error of the program or the machine. */
public final class WarehouseException extends RuntimeException {
    WarehouseException(String message, Throwable cause) {
        super(message, cause);
    }

    /** An invariant is violated. */
    public WarehouseException(String message) {
        super(message);
    }
}
