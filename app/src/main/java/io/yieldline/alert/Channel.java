package io.yieldline.alert;

/** A way to people. */
interface Channel {
    /** Its name in the settings. */
    String name();

    /** Where messages go, for people; without secrets. */
    String target();

    /** Only messages of this severity or worse go here. */
    Severity least();

    /** Sends a message and comes back when the other side has it. */
    void send(Message message) throws DeliveryException;
}
