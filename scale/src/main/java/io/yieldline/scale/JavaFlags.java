package io.yieldline.scale;

import org.apache.spark.launcher.JavaModuleOptions;

/** Prints what this version of Spark and this job ask of Java, for scripts. */
public final class JavaFlags {
    /**
     * What Spark generates for the rows of a wide table is a single method, longer than those that Java compiles without this flag:
     * it would be interpreted, and reading an export would take half as much again.
     */
    static final String COMPILE_LONG_METHODS = "-XX:-DontCompileHugeMethods";

    private JavaFlags() {}

    /** Prints the flags in one line. */
    public static void main(String[] words) {
        System.out.println(JavaModuleOptions.defaultModuleOptions() + " " + COMPILE_LONG_METHODS);
    }
}
