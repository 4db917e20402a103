package io.yieldline.scale;

import org.apache.spark.launcher.JavaModuleOptions;

/** Prints what this version of Spark asks of Java, for scripts. */
public final class JavaFlags {
    private JavaFlags() {}

    /** Prints the flags in one line. */
    public static void main(String[] words) {
        System.out.println(JavaModuleOptions.defaultModuleOptions());
    }
}
