package io.yieldline.insight;

import io.yieldline.insight.Split.Group;
import io.yieldline.warehouse.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Why a yield changed: first by station, then by the groups of each station. Both levels add up exactly.
 *
 * @param question what was asked
 * @param whole the change of all judged records, split into stations; without those of repair, debug and scrap, as the headline yields
 * @param stations the change of each station, split into its groups
 */
public record YieldChange(ChangeQuestion question, Split whole, List<Station> stations) {
    /** Answers a question from the master logs. */
    public static YieldChange of(ChangeQuestion question, Session session) {
        return of(question, question.groups(session), question.repairStations(session));
    }

    static YieldChange of(ChangeQuestion question, List<Group> groups, Set<String> repair) {
        Map<String, List<Group>> byStation = new LinkedHashMap<>();
        for (Group group : groups) {
            byStation
                    .computeIfAbsent(group.keys().get(0), name -> new ArrayList<>())
                    .add(group);
        }
        List<Station> stations = new ArrayList<>();
        byStation.forEach((name, its) -> stations.add(new Station(name, Split.of(its), repair.contains(name))));
        return new YieldChange(
                question,
                Split.of(stations.stream()
                        .filter(station -> !station.repair())
                        .map(Station::group)
                        .toList()),
                stations);
    }

    /** The names of the stations of repair, debug and scrap, which the whole is without. */
    public List<String> repair() {
        return stations.stream().filter(Station::repair).map(Station::name).toList();
    }

    /**
     * Why the yield of a model at a station changed; empty if one of the periods has no judged record of it.
     *
     * @throws IllegalArgumentException if the groups are not by model
     */
    public Optional<Terms> terms(String model, String station) {
        int place = question.by().indexOf(Dimension.MODEL) + 1;
        if (place == 0) {
            throw new IllegalArgumentException("the groups are not by model");
        }
        return Optional.ofNullable(Split.of(stations.stream()
                        .filter(each -> each.name().equals(station))
                        .flatMap(each -> each.split().parts().stream())
                        .map(Split.Part::group)
                        .filter(group -> group.keys().get(place).equals(model))
                        .toList())
                .terms());
    }

    /** The names of the stations with judged records in one of the periods only: there is nothing to compare. */
    public List<String> notCompared() {
        return stations.stream()
                .filter(station -> station.split().change() == null)
                .map(Station::name)
                .toList();
    }

    /** The change of the rolled yield, the product of the yields of the stations of the whole that both periods have. */
    public RolledChange rolled() {
        return RolledChange.of(
                stations.stream().filter(station -> !station.repair()).toList());
    }

    /**
     * A station.
     *
     * @param name as spelled in the export
     * @param split its change
     * @param repair whether it is a station of repair, debug or scrap
     */
    public record Station(String name, Split split, boolean repair) {
        Group group() {
            return new Group(List.of(name), split.before(), split.after());
        }
    }
}
