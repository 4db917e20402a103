package io.yieldline.scale;

import io.yieldline.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** The SHA-256 of a file, on the machine that has its turn. */
record FileHash(SerializableConfiguration hadoop) implements MapFunction<String, String> {
    /** The hashes of files, by their places, in the same order. */
    static List<String> of(SparkSession spark, List<String> places) {
        if (places.isEmpty()) {
            return List.of();
        }
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        return spark.createDataset(context.parallelize(places, places.size()).rdd(), Encoders.STRING())
                .map(new FileHash(new SerializableConfiguration(context.hadoopConfiguration())), Encoders.STRING())
                .collectAsList();
    }

    @Override
    public String call(String place) throws IOException {
        Path path = new Path(place);
        try (InputStream in = StoreFolder.files(path, hadoop.value()).open(path)) {
            return Sha256.copy(in, OutputStream.nullOutputStream());
        }
    }
}
