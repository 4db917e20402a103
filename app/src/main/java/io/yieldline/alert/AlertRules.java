package io.yieldline.alert;

import io.yieldline.feed.Feeds;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.plant.Settings;
import io.yieldline.plant.Targets;
import io.yieldline.yaml.YamlNode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The built-in rules, configured by the settings. */
final class AlertRules {
    static final String CHANNEL_FAILED = "channel_failed";
    static final String RULE_FAILED = "rule_failed";
    static final String FINDING = "finding";

    private static final List<String> NAMES = List.of(
            "run_failed",
            "check_failed",
            "export_parked",
            "inbox_blocked",
            "task_failed",
            "job_given_up",
            "files_refused",
            "receipts_damaged",
            "data_late",
            LowYield.NAME,
            FINDING,
            "disk_low",
            "backup_old",
            CHANNEL_FAILED);

    private final Optional<YamlNode> yaml;
    private final List<AlertRule> rules = new ArrayList<>();

    private AlertRules(Optional<YamlNode> yaml, List<AlertRule> more) {
        this.yaml = yaml;
        List<String> known = new ArrayList<>(NAMES);
        more.forEach(rule -> known.add(rule.name()));
        yaml.ifPresent(node -> node.entries(known));
        more.forEach(rule -> add(rule.name(), settings(rule.name()), rule.source()));
    }

    static List<AlertRule> of(AlertSettings settings, Plant plant, Feeds feeds, AlertInputs around) {
        Home home = plant.home();
        ZoneId zone = plant.settings().zone();
        AlertRules rules = new AlertRules(settings.rules(), around.rules());
        rules.runs(plant, zone);
        rules.data(feeds, zone);
        rules.yields(plant.targets(), zone, settings.dashboard());
        rules.machine(home, zone, around);
        rules.add(
                CHANNEL_FAILED,
                rules.settings(CHANNEL_FAILED),
                new FailedChannels(
                        settings.channels().stream().map(Channel::name).toList()));
        return List.copyOf(rules.rules);
    }

    /** Whether the settings have targets for low yields, instead of those of the plant. */
    static boolean ownTargets(Settings settings) {
        Optional<YamlNode> low = settings.section("alerts")
                .flatMap(alerts -> alerts.find("rules"))
                .flatMap(rules -> rules.find(LowYield.NAME));
        return low.flatMap(node -> node.find(LowYield.TARGET)).isPresent()
                || low.flatMap(node -> node.find(LowYield.TARGETS)).isPresent();
    }

    private void runs(Plant plant, ZoneId zone) {
        RuleYaml run = settings("run_failed", "unfinished", "within");
        Duration within = run.span("within", Duration.ofDays(7));
        add(
                "run_failed",
                run,
                new FailedRuns(
                        run.severity(Severity.WARNING), run.span("unfinished", Duration.ofHours(6)), within, zone));
        RuleYaml check = settings("check_failed", "within");
        add(
                "check_failed",
                check,
                new FailedChecks(
                        check.severity(Severity.WARNING), check.span("within", Duration.ofDays(7)), zone, plant));
    }

    private void data(Feeds feeds, ZoneId zone) {
        RuleYaml parked = settings("export_parked", "within");
        add(
                "export_parked",
                parked,
                new ParkedExports(parked.severity(Severity.WARNING), parked.span("within", Duration.ofDays(7)), zone));
        RuleYaml late = settings("data_late", "after", "feeds", "days_off");
        add("data_late", late, LateData.of(late, feeds, zone));
    }

    private void yields(Targets targets, ZoneId zone, @Nullable String dashboard) {
        RuleYaml low = settings(LowYield.NAME, LowYield.TARGET, LowYield.TARGETS, "periods", "units");
        add(LowYield.NAME, low, LowYield.of(low, targets, zone));
        RuleYaml finding = settings(FINDING);
        add(FINDING, finding, new NewFindings(finding.severity(Severity.WARNING), dashboard));
    }

    private void machine(Home home, ZoneId zone, AlertInputs around) {
        RuleYaml inbox = settings("inbox_blocked");
        add("inbox_blocked", inbox, new BlockedInbox(inbox.severity(Severity.WARNING), home));
        RuleYaml receipts = settings("receipts_damaged");
        add("receipts_damaged", receipts, new DamagedReceipts(receipts.severity(Severity.WARNING), home));
        RuleYaml task = settings("task_failed");
        add("task_failed", task, new FailedTasks(task.severity(Severity.CRITICAL), around.tasks(), zone));
        RuleYaml job = settings("job_given_up");
        add("job_given_up", job, new LostJobs(job.severity(Severity.CRITICAL), around.lostSlots()));
        RuleYaml files = settings("files_refused");
        add(
                "files_refused",
                files,
                new RefusedFiles(
                        files.severity(Severity.CRITICAL), around.tasks().files(), zone));
        RuleYaml disk = settings("disk_low", "free_gigabytes");
        add(
                "disk_low",
                disk,
                new LowDisk(
                        disk.severity(Severity.CRITICAL), disk.whole("free_gigabytes", 2), home, around.freeBytes()));
        RuleYaml backup = settings("backup_old", "after");
        if (around.newestBackup() != null) {
            add(
                    "backup_old",
                    backup,
                    new OldBackup(
                            backup.severity(Severity.WARNING),
                            backup.span("after", Duration.ofHours(26)),
                            around.newestBackup(),
                            zone));
        }
    }

    private RuleYaml settings(String rule, String... keys) {
        return RuleYaml.of(yaml, rule, keys);
    }

    private void add(String name, RuleYaml settings, ConditionSource source) {
        if (settings.on()) {
            rules.add(new AlertRule(name, source));
        }
    }
}
