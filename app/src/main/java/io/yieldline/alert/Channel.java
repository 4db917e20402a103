package io.yieldline.alert;

/** A channel for messages. */
interface Channel {
    /** Its name in the settings. */
    String name();

    /** Description of the destination, without secrets. */
    String target();

    /** Minimum severity of messages for this channel. */
    Severity least();

    /** Sends a message; returns when the receiver has accepted it. */
    void send(Message message) throws DeliveryException;
}
