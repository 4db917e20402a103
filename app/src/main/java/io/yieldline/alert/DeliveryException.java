package io.yieldline.alert;

/** A message was not delivered. The text is one line without secrets: it is stored and shown. */
final class DeliveryException extends Exception {
    DeliveryException(String message) {
        super(message.replaceAll("\\p{Cntrl}+", " ").strip());
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
