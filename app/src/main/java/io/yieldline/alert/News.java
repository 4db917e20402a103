package io.yieldline.alert;

import java.util.Locale;

/** The kind of news about an alert. */
enum News {
    NEW,
    STILL_OPEN,
    /** It was opened and cleared before a message was sent. */
    CAME_AND_WENT,
    CLEARED;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The reported state after this message. */
    Alert.ReportedState told() {
        return this == NEW || this == STILL_OPEN ? Alert.ReportedState.OPEN : Alert.ReportedState.CLEARED;
    }
}
