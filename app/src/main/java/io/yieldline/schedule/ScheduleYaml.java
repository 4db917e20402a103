package io.yieldline.schedule;

import io.yieldline.yaml.YamlNode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads the section {@code schedule} of the settings. */
final class ScheduleYaml {
    private static final List<String> KEYS = List.of("run", "cron", "zone", "missed", "timeout", "retries", "after");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]*");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");
    private static final Duration TIMEOUT = Duration.ofHours(2);
    private static final int RETRIES = 2;

    private final Map<String, YamlNode> entries;
    private final ZoneId plantZone;

    private ScheduleYaml(Map<String, YamlNode> entries, ZoneId plantZone) {
        this.entries = entries;
        this.plantZone = plantZone;
    }

    static List<Job> jobs(YamlNode section, ZoneId plantZone) {
        ScheduleYaml yaml = new ScheduleYaml(section.entries(), plantZone);
        List<Job> jobs = new ArrayList<>();
        yaml.entries.forEach((name, node) -> jobs.add(yaml.job(name, node)));
        yaml.entries.forEach(yaml::refuseCycle);
        return List.copyOf(jobs);
    }

    private Job job(String name, YamlNode node) {
        if (!NAME.matcher(name).matches()) {
            throw node.wrong("\"" + name + "\" is not a valid job name; use lower-case letters, digits, - and _");
        }
        node.entries(KEYS);
        Optional<YamlNode> after = node.find("after");
        after.ifPresent(this::refuseUnknown);
        if (node.find("cron").isEmpty() && after.isEmpty()) {
            throw node.wrong("job " + name + " never runs; add cron, or after with the job that it follows");
        }
        return new Job(
                name,
                words(node.get("run")),
                node.find("cron")
                        .map(cron -> new CronTrigger(cron(cron), zone(node)))
                        .orElse(null),
                node.find("missed")
                        .map(missed -> MisfirePolicy.of(missed.oneOf(MisfirePolicy.words())))
                        .orElse(MisfirePolicy.LAST),
                node.find("timeout").map(YamlNode::duration).orElse(TIMEOUT),
                node.find("retries").map(retries -> retries.integer(0, 20)).orElse(RETRIES),
                after.map(YamlNode::text).orElse(null));
    }

    private static List<String> words(YamlNode run) {
        List<String> words =
                WORD.matcher(run.text()).results().map(ScheduleYaml::word).toList();
        if (words.isEmpty()) {
            throw run.wrong("has no run; write a command as you type it after yieldline, such as daily");
        }
        return words;
    }

    private static String word(MatchResult match) {
        return match.group(1) == null ? match.group() : match.group(1);
    }

    private static Cron cron(YamlNode node) {
        Cron cron;
        try {
            cron = Cron.of(node.text());
        } catch (IllegalArgumentException e) {
            throw node.wrong("\"" + node.text() + "\" is not a valid cron expression (" + e.getMessage()
                    + "); write minute, hour, day, month and day of week, such as \"0 7 * * 1-5\"");
        }
        if (cron.after(LocalDateTime.of(2000, 1, 1, 0, 0)).isEmpty()) {
            throw node.wrong("\"" + node.text() + "\" never occurs; no month has such a day");
        }
        return cron;
    }

    private ZoneId zone(YamlNode job) {
        return job.find("zone").map(YamlNode::zone).orElse(plantZone);
    }

    private void refuseUnknown(YamlNode after) {
        if (!entries.containsKey(after.text())) {
            throw after.wrong(
                    "\"" + after.text() + "\" is not a job; valid values: " + String.join(", ", entries.keySet()));
        }
    }

    private void refuseCycle(String name, YamlNode node) {
        Set<String> chain = new LinkedHashSet<>(List.of(name));
        Optional<YamlNode> after = node.find("after");
        while (after.isPresent()) {
            if (!chain.add(after.get().text())) {
                throw node.wrong(
                        "jobs wait for each other: " + String.join(", ", chain) + "; remove after from one of them");
            }
            after = Optional.ofNullable(entries.get(after.get().text())).flatMap(job -> job.find("after"));
        }
    }
}
