package io.yieldline.query;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * What a worker is asked to do.
 *
 * @param folders the folders below the working folder that may be read
 * @param functions statements that create the functions that views call; empty for none
 * @param views the tables of the lake, in the order in which they can be created
 * @param lists the lists of the user, each a table
 * @param sql one SELECT
 */
record WorkerTask(
        List<String> folders,
        String functions,
        List<View> views,
        List<ValueList> lists,
        String sql,
        QueryLimits limits) {
    /** A table of the lake as a SELECT over its files, or over other views. */
    record View(String name, String select) {}

    void write(DataOutputStream out) throws IOException {
        Wire.writeList(out, folders, folder -> Wire.writeText(out, folder));
        Wire.writeText(out, functions);
        Wire.writeList(out, views, view -> {
            Wire.writeText(out, view.name);
            Wire.writeText(out, view.select);
        });
        Wire.writeList(out, lists, list -> {
            Wire.writeText(out, list.name());
            Wire.writeList(out, list.values(), value -> Wire.writeText(out, value));
        });
        Wire.writeText(out, sql);
        limits.write(out);
        out.flush();
    }

    static WorkerTask read(DataInputStream in) throws IOException {
        return new WorkerTask(
                Wire.readList(in, () -> Wire.readText(in)),
                Wire.readText(in),
                Wire.readList(in, () -> new View(Wire.readText(in), Wire.readText(in))),
                Wire.readList(in, () -> new ValueList(Wire.readText(in), Wire.readList(in, () -> Wire.readText(in)))),
                Wire.readText(in),
                QueryLimits.read(in));
    }
}
