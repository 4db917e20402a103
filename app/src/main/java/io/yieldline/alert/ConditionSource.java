package io.yieldline.alert;

import io.yieldline.warehouse.Session;
import java.time.Instant;
import java.util.List;

/** Reports all current problems each time; a problem that is no longer reported has cleared. */
public interface ConditionSource {
    /** The current conditions. */
    List<Condition> conditions(Session session, Instant now);
}
