package io.yieldline.mart;

import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Warehouse;

/** The master logs that the marts read, made with plain SQL as the feeds make them. */
final class MasterLogs {
    private static final String CALENDAR = """
            day date not null, week ${text} not null, week_start date not null, output_day date not null,
            hour integer not null, duration_seconds bigint not null""";
    private static final String ORIGIN =
            "identity uuid not null, content uuid not null, export_id bigint not null, row_number integer not null,";

    private MasterLogs() {}

    static void create(Warehouse warehouse) {
        warehouse.writeAll(MasterLogs::create);
    }

    private static void create(Session session) {
        session.execute("create table workstation_master_log (" + ORIGIN + """
                serial_number ${text}, part_number ${text}, customer_part_number ${text}, outbound_version ${text},
                station ${text}, started_at timestamp, ended_at timestamp, flow ${text}, model ${text}, status ${text},
                method ${text}, operator ${text}, first_started_at timestamp, """ + CALENDAR
                + ", verdict ${text}, in_scope boolean)");
        session.execute("create table testboard_master_log (" + ORIGIN + """
                serial_number ${text}, part_number ${text}, model ${text}, process ${text},
                baseboard_serial_number ${text}, baseboard_part_number ${text}, baseboard_uses integer,
                station ${text}, started_at timestamp, ended_at timestamp, status ${text}, operator ${text},
                failure_reasons ${text}, failure_note ${text}, failure_code ${text}, diag_version ${text},
                fixture ${text}, """ + CALENDAR
                + ", verdict ${text}, error_code ${text})");
        session.execute("create table snfn_master_log (" + ORIGIN + """
                station ${text}, fixture ${text}, error_code ${text}, error_description ${text}, serial_number ${text},
                part_number ${text}, model ${text}, started_at timestamp, ended_at timestamp, """ + CALENDAR + ")");
    }
}
