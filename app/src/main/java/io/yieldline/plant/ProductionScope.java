package io.yieldline.plant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which records count as production: by service flow and station, compared without case. */
public record ProductionScope(boolean blankFlow, List<String> excludedFlows, List<String> excludedStations) {
    /** Whether a record of this flow at this station is production. */
    public boolean holds(@Nullable String flow, String station) {
        return (flow == null ? blankFlow : !contains(excludedFlows, flow)) && !contains(excludedStations, station);
    }

    private static boolean contains(List<String> names, String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }
}
