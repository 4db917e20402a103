package io.yieldline.alert;

import java.util.Locale;

/** What a message says of an alert. */
enum News {
    NEW,
    STILL_OPEN,
    /** It began and ended before anybody could be told. */
    CAME_AND_WENT,
    CLEARED;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What people know once they have read it. */
    Alert.Told told() {
        return this == NEW || this == STILL_OPEN ? Alert.Told.OPEN : Alert.Told.CLEARED;
    }
}
