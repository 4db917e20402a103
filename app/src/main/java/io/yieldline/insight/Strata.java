package io.yieldline.insight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** First judged runs by stratum: the units of each, and the failed ones by what failed. */
final class Strata {
    private final Map<List<String>, Stratum> strata = new LinkedHashMap<>();
    private final Set<String> names = new TreeSet<>();
    private final Set<String> failures = new TreeSet<>();

    Strata(List<FirstRuns> runs) {
        runs.forEach(run -> {
            strata.computeIfAbsent(run.stratum(), Stratum::new).add(run);
            names.add(run.suspect());
            if (run.failed()) {
                failures.add(run.failure());
            }
        });
    }

    /** Everybody with their shares; with codes, each code on each fixture that tests what the code can come from. */
    List<Suspect> suspects(boolean byCode) {
        List<Suspect> suspects = new ArrayList<>();
        for (String name : names) {
            long units =
                    strata.values().stream().mapToLong(each -> each.units(name)).sum();
            if (!byCode) {
                suspects.add(Suspect.of(List.of(name), units, shares(name, FirstRuns.FAILED)));
                continue;
            }
            for (String code : failures) {
                List<Share> shares = shares(name, code);
                if (!shares.isEmpty()) {
                    suspects.add(Suspect.of(List.of(code, name), units, shares));
                }
            }
        }
        return suspects;
    }

    private List<Share> shares(String name, String failure) {
        return strata.values().stream()
                .filter(stratum -> stratum.units(name) > 0 && stratum.failed(failure) > 0)
                .map(stratum -> stratum.share(name, failure))
                .toList();
    }

    /** Units that are compared with each other. */
    private static final class Stratum {
        private final List<String> values;
        private final Map<String, Long> units = new HashMap<>();
        private final Map<String, Long> failed = new HashMap<>();
        private final Map<List<String>, Long> failedOf = new HashMap<>();
        private long all;

        Stratum(List<String> values) {
            this.values = values;
        }

        void add(FirstRuns run) {
            all += run.units();
            units.merge(run.suspect(), run.units(), Long::sum);
            if (run.failed()) {
                failed.merge(run.failure(), run.units(), Long::sum);
                failedOf.merge(List.of(run.suspect(), run.failure()), run.units(), Long::sum);
            }
        }

        long units(String name) {
            return units.getOrDefault(name, 0L);
        }

        long failed(String failure) {
            return failed.getOrDefault(failure, 0L);
        }

        Share share(String name, String failure) {
            return new Share(
                    values, units(name), failedOf.getOrDefault(List.of(name, failure), 0L), all, failed(failure));
        }
    }
}
