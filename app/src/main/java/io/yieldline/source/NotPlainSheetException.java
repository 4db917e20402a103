package io.yieldline.source;

/** The plain reader cannot read a sheet. This is no error of the file: another reader is used. */
final class NotPlainSheetException extends RuntimeException {
    NotPlainSheetException() {
        super("not a plain sheet", null, false, false);
    }
}
