package io.yieldline.alert;

import io.yieldline.yaml.YamlNode;
import java.time.DateTimeException;
import java.time.LocalTime;

/**
 * Hours of plant time, each day, in which only critical alerts are told; the others are told when they end.
 *
 * @param from when they begin
 * @param to when they end, perhaps on the next day
 */
record QuietHours(LocalTime from, LocalTime to) {
    static QuietHours of(YamlNode node) {
        String[] hours = node.text().split("-", -1);
        try {
            if (hours.length == 2) {
                return new QuietHours(LocalTime.parse(hours[0].strip()), LocalTime.parse(hours[1].strip()));
            }
        } catch (DateTimeException e) {
            // It is answered like one without a dash.
        }
        throw node.wrong("\"" + node.text() + "\" are no hours; write them like 22:00-06:00");
    }

    boolean hold(LocalTime time) {
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }
}
