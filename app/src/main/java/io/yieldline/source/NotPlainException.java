package io.yieldline.source;

/** The plain reader cannot read a part of a workbook. This is no error of the file: another reader is used. */
final class NotPlainException extends RuntimeException {
    NotPlainException() {
        super("not plain", null, false, false);
    }
}
