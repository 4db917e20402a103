package io.yieldline.cli;

import io.yieldline.feed.Cleanings;
import io.yieldline.ingest.ExportReport;
import io.yieldline.ingest.LoadCounts;
import io.yieldline.ingest.LoadedDays;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** A report on an export as one flat object, as scripts read it. */
final class ExportReportJson extends StdSerializer<ExportReport> {
    ExportReportJson() {
        super(ExportReport.class);
    }

    @Override
    public void serialize(ExportReport report, JsonGenerator json, SerializationContext context) {
        json.writeStartObject();
        json.writeNumberProperty("exportId", report.exportId());
        json.writeStringProperty("file", report.file());
        json.writeStringProperty("sha256", report.sha256());
        json.writeStringProperty("feed", report.feed());
        json.writeStringProperty("format", report.format());
        json.writePOJOProperty("outcome", report.outcome());
        json.writeStringProperty("reason", report.reason());
        write(report.counts(), report.cleaned(), json);
        LoadedDays days = report.days();
        json.writePOJOProperty("firstDay", days == null ? null : days.first());
        json.writePOJOProperty("lastDay", days == null ? null : days.last());
        json.writeNumberProperty("days", days == null ? 0 : days.count());
        json.writePOJOProperty("unknownColumns", report.unknownColumns());
        json.writePOJOProperty("missingColumns", report.missingColumns());
        json.writePOJOProperty("remarks", report.remarks());
        json.writePOJOProperty("rejections", report.rejections());
        json.writeNumberProperty("seconds", report.seconds());
        json.writeEndObject();
    }

    private static void write(LoadCounts counts, Cleanings cleaned, JsonGenerator json) {
        json.writeNumberProperty("rows", counts.rows());
        json.writeNumberProperty("added", counts.added());
        json.writeNumberProperty("duplicate", counts.duplicate());
        json.writeNumberProperty("revised", counts.revised());
        json.writeNumberProperty("outdated", counts.outdated());
        json.writeNumberProperty("rejected", counts.rejected());
        json.writeNumberProperty("cleaned", cleaned.total());
        json.writeStringProperty("cleanedCells", cleaned.words());
        json.writeNumberProperty("purged", counts.purged());
    }
}
