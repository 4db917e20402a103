package io.yieldline.schedule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The schedule and the server as systemd units (249 or later, for {@code OnSuccess}), run by a user of their own. */
public final class SystemdUnits {
    /** The unit of the server, which runs the jobs by itself. */
    public static final String SERVER = "yieldline.service";

    private static final String HARDENING = """
            UMask=0027
            NoNewPrivileges=yes
            PrivateTmp=yes
            PrivateDevices=yes
            ProtectSystem=strict
            ProtectKernelTunables=yes
            ProtectKernelModules=yes
            ProtectControlGroups=yes
            RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6
            RestrictNamespaces=yes
            LockPersonality=yes
            SystemCallArchitectures=native
            """;

    private final Schedule schedule;
    private final JobHost host;

    /** For this machine. */
    public SystemdUnits(Schedule schedule, JobHost host) {
        this.schedule = schedule.withAlerts();
        this.host = host;
    }

    /** The files by name: one service per job, one timer per job with cron, and the service of the server. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        for (Job job : schedule.jobs()) {
            files.put(unit(job) + ".service", service(job));
            if (job.trigger() != null) {
                files.put(unit(job) + ".timer", timer(job, job.trigger()));
            }
        }
        files.put(SERVER, server());
        return files;
    }

    private String server() {
        return """
                [Unit]
                Description=Yieldline: the server, which runs the jobs by itself
                After=network.target postgresql.service

                [Service]
                %sExecStart=%s
                SuccessExitStatus=143
                Restart=on-failure
                RestartPreventExitStatus=2
                RestartSec=10
                TimeoutStopSec=30
                %s
                [Install]
                WantedBy=multi-user.target
                """.formatted(needs(), command(List.of("serve")), hardening());
    }

    /** User, Java and variables. */
    private String needs() {
        return host.noteLines() + "User=" + host.user() + "\nEnvironment=" + quoted("JAVA_HOME=" + host.javaHome())
                + "\nEnvironmentFile=" + (host.needsVariables() ? "" : "-") + host.variablesFile() + "\n";
    }

    /** A home or program below /home must stay in sight. */
    private String hardening() {
        boolean inHome = Stream.concat(Stream.of(host.home()), host.program().stream())
                .anyMatch(path -> path.matches("/(home|root|run/user)/.*"));
        return HARDENING + "ProtectHome=" + (inHome ? "read-only" : "yes") + "\nReadWritePaths=" + quoted(host.home())
                + "\n";
    }

    private static String unit(Job job) {
        return "yieldline-" + job.name();
    }

    /**
     * Exit codes 3 and 4 are success with findings. A wrong command (2) is not retried. Alerts that find the plant locked (11) come with
     * the next time.
     */
    private String service(Job job) {
        String following = schedule.following(job.name()).stream()
                .map(next -> unit(next) + ".service")
                .collect(Collectors.joining(" "));
        return """
                [Unit]
                Description=Yieldline: %s
                %s%s
                [Service]
                Type=oneshot
                %sExecStart=%s
                SuccessExitStatus=%s
                TimeoutStartSec=%d
                %s%s""".formatted(
                        job.words(),
                        following.isEmpty() ? "" : "OnSuccess=" + following + "\n",
                        job.retries() == 0 ? "" : limit(job),
                        needs(),
                        command(job.run()),
                        Schedule.alerts(job) ? "3 4 11" : "3 4",
                        job.timeout().toSeconds(),
                        job.retries() == 0 ? "" : "Restart=on-failure\nRestartPreventExitStatus=2\nRestartSec=60\n",
                        hardening());
    }

    private static String limit(Job job) {
        return "StartLimitIntervalSec=%d\nStartLimitBurst=%d\n"
                .formatted((job.timeout().toSeconds() + 60) * (job.retries() + 1), job.retries() + 1);
    }

    private static String timer(Job job, CronTrigger trigger) {
        String events = CalendarEvents.of(trigger).stream()
                .map(event -> "OnCalendar=" + event + "\n")
                .collect(Collectors.joining());
        return """
                [Unit]
                Description=Yieldline: %s

                [Timer]
                %sPersistent=%s

                [Install]
                WantedBy=timers.target
                """.formatted(job.words(), events, job.misfire() != MisfirePolicy.NONE);
    }

    private String command(List<String> words) {
        return Stream.concat(host.program().stream(), words.stream())
                .map(SystemdUnits::quoted)
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        String safe = word.replace("\\", "\\\\").replace("%", "%%").replace("$", "$$");
        return safe.matches("[^\\s\"';]+") ? safe : "\"" + safe.replace("\"", "\\\"") + "\"";
    }
}
