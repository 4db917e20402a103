package io.yieldline.alert;

import io.yieldline.yaml.YamlNode;
import java.time.DateTimeException;
import java.time.LocalTime;

/**
 * Daily hours of plant time in which only critical alerts are sent; all others are sent at the end.
 *
 * @param from start
 * @param to end, possibly on the next day
 */
record QuietHours(LocalTime from, LocalTime to) {
    static QuietHours of(YamlNode node) {
        String[] hours = node.text().split("-", -1);
        try {
            if (hours.length == 2) {
                return new QuietHours(LocalTime.parse(hours[0].strip()), LocalTime.parse(hours[1].strip()));
            }
        } catch (DateTimeException e) {
            // Reported like a range without a dash.
        }
        throw node.wrong("\"" + node.text() + "\" is not a valid time range; write it like 22:00-06:00");
    }

    boolean hold(LocalTime time) {
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }
}
