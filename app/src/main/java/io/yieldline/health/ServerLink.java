package io.yieldline.health;

import io.yieldline.plant.ServerAddress;

/** The server of the plant, if any. */
final class ServerLink implements Link {
    @Override
    public String name() {
        return "server";
    }

    @Override
    public String downstream() {
        return "nothing runs automatically until a server is started";
    }

    @Override
    public boolean inDatabase() {
        return false;
    }

    @Override
    public Found examine(Examination examination) {
        return ServerAddress.of(examination.home())
                .map(address -> address.alive()
                        ? Found.ok(address.toString())
                        : Found.warn(
                                "it was killed: " + address + " is gone",
                                new Remedy(Stage.BY_HAND, "", "start it again: yieldline serve", "serve")))
                .orElse(Found.ok("no server is running"));
    }
}
