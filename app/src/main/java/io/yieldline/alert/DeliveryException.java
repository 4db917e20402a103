package io.yieldline.alert;

/** A message did not arrive. The text is one line without secrets: it is kept and shown. */
final class DeliveryException extends Exception {
    DeliveryException(String message) {
        super(message.replaceAll("\\p{Cntrl}+", " ").strip());
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
