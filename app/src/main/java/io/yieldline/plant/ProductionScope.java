package io.yieldline.plant;

import io.yieldline.NameKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The production scope: by service flow and station, whose names compare as in {@link NameKey}. */
public record ProductionScope(boolean blankFlow, List<String> excludedFlows, List<String> excludedStations) {
    /** Whether a record of this flow and station is production. */
    public boolean holds(@Nullable String flow, String station) {
        return (flow == null ? blankFlow : !contains(excludedFlows, flow)) && !contains(excludedStations, station);
    }

    private static boolean contains(List<String> names, String name) {
        return names.stream().anyMatch(listed -> NameKey.alike(listed, name));
    }

    @Override
    public String toString() {
        return RecordText.of(this);
    }
}
