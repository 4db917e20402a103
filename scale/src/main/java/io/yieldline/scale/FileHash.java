package io.yieldline.scale;

import io.yieldline.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.util.SerializableConfiguration;

/** The SHA-256 of a file, on the machine that has its turn. */
record FileHash(SerializableConfiguration hadoop) implements MapFunction<String, String> {
    @Override
    public String call(String place) throws IOException {
        Path path = new Path(place);
        try (InputStream in = path.getFileSystem(hadoop.value()).open(path)) {
            return Sha256.copy(in, OutputStream.nullOutputStream());
        }
    }
}
