package io.yieldline.insight;

import io.yieldline.insight.Split.Group;
import io.yieldline.warehouse.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a yield changed: first by station, then by the groups of each station. Both levels add up exactly.
 *
 * @param question what was asked
 * @param whole the change of all judged records, split into stations
 * @param stations the change of each station, split into its groups; in the order of {@code whole}
 */
public record YieldChange(ChangeQuestion question, Split whole, List<Station> stations) {
    /** Answers a question from the master logs. */
    public static YieldChange of(ChangeQuestion question, Session session) {
        return of(question, question.groups(session));
    }

    static YieldChange of(ChangeQuestion question, List<Group> groups) {
        Map<String, List<Group>> byStation = new LinkedHashMap<>();
        for (Group group : groups) {
            byStation
                    .computeIfAbsent(group.keys().get(0), name -> new ArrayList<>())
                    .add(group);
        }
        List<Station> stations = new ArrayList<>();
        byStation.forEach((name, its) -> stations.add(new Station(name, Split.of(its))));
        return new YieldChange(
                question, Split.of(stations.stream().map(Station::group).toList()), stations);
    }

    /** The names of the stations with judged records in one of the periods only: there is nothing to compare. */
    public List<String> notCompared() {
        return stations.stream()
                .filter(station -> station.split().change() == null)
                .map(Station::name)
                .toList();
    }

    /** The change of the rolled yield, the product of the yields of the stations that both periods have. */
    public RolledChange rolled() {
        return RolledChange.of(stations);
    }

    /**
     * A station.
     *
     * @param name as spelled in the export
     * @param split its change
     */
    public record Station(String name, Split split) {
        Group group() {
            return new Group(List.of(name), split.before(), split.after());
        }
    }
}
