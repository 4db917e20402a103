package io.yieldline.alert;

import io.yieldline.warehouse.Session;
import java.time.Instant;
import java.util.List;

/** Says what is wrong now: all of it each time, so that what is no longer said has cleared. */
public interface ConditionSource {
    /** The conditions as the database and the plant stand. */
    List<Condition> conditions(Session session, Instant now);
}
