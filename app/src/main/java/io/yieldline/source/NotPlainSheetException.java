package io.yieldline.source;

/** A sheet holds something that the plain reader does not know for certain. No fault of the file: another reader decides. */
final class NotPlainSheetException extends RuntimeException {
    NotPlainSheetException() {
        super("not a plain sheet", null, false, false);
    }
}
