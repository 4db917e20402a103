package io.yieldline.ingest;

/** The header rows of a file do not allow to load it; the message says why. */
final class UnfitException extends RuntimeException {
    UnfitException(String message) {
        super(message);
    }
}
