package io.yieldline.cli;

import io.yieldline.Program;
import picocli.CommandLine.IVersionProvider;

/** The version of the program. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Yieldline " + Program.version()};
    }
}
