package io.yieldline.api;

import io.yieldline.api.auth.Role;
import io.yieldline.ingest.ExportName;
import io.yieldline.operation.load.UploadOperation;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Uploads of exports, as the body or as the file of a form; the name is only a label. */
final class UploadRoutes {
    private static final int LONGEST_NAME = 200;

    private final Staging staging;
    private final ApiJobs jobs;

    UploadRoutes(Staging staging, ApiJobs jobs) {
        this.staging = staging;
        this.jobs = jobs;
    }

    List<Route> routes() {
        return List.of(Route.post(
                        "/uploads",
                        Role.OPERATOR,
                        "Load an export, and bring the marts up to date: the body is the file, or a form with it.",
                        this::upload)
                .with(Parameter.text("name", "name of the file, only a label; a form includes it")
                        .characters(1000))
                .taking("application/octet-stream", FormFile.TYPE)
                .in(Lane.LARGE_BODIES));
    }

    private RouteResponse upload(Request request) throws IOException {
        return request.bodyType().equals(FormFile.TYPE)
                ? loadForm(FormFile.of(request), request)
                : load(staging.store(request.stream(), request.length()), "", request);
    }

    private RouteResponse loadForm(FormFile form, Request request) throws IOException {
        Staging.Arrived arrived = staging.store(form, request.length() - FormFile.MAX_AROUND);
        return load(arrived, form.fileName(), request);
    }

    private RouteResponse load(Staging.Arrived arrived, String ownName, Request request) {
        String name = name(request.values().text("name").orElse(ownName));
        String key = request.header("Idempotency-Key")
                .filter(given -> given.matches("[\\x21-\\x7e]{8,100}"))
                .orElseGet(() -> UUID.randomUUID().toString());
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("sha256", arrived.sha256());
        json.put("bytes", arrived.bytes());
        ApiJobs.Work<?, ?> work = new ApiJobs.Work<>(
                new UploadOperation(),
                new UploadOperation.Parameters(name, arrived.file()),
                () -> Staging.discard(arrived.file()));
        json.putAll(jobs.start(work, key, arrived.sha256(), request.actor()));
        return RouteResponse.json(202, json);
    }

    /** The file name without directories and without control or bidirectional characters. */
    static String name(String given) {
        String name = ExportName.fileName(given).replaceAll("\\p{C}", "").strip();
        String kept = name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
        return kept.isEmpty() || kept.matches("\\.+") ? "upload" : kept;
    }
}
