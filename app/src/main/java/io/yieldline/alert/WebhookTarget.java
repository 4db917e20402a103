package io.yieldline.alert;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Set;

/**
 * Where a webhook may go. Whoever can change an address could otherwise make this machine talk to services that listen for
 * nobody else: its own, its neighbours' and the one that hands out a cloud machine's credentials.
 *
 * @param allowed hosts that the settings allow all the same, also without TLS
 */
record WebhookTarget(URI address, Set<String> allowed) {
    /** Metadata services of clouds outside the link-local range. */
    private static final Set<String> METADATA = Set.of("100.100.100.200", "fd00:ec2:0:0:0:0:0:254", "192.0.0.192");

    static WebhookTarget of(String address, Set<String> allowed) throws DeliveryException {
        try {
            URI uri = new URI(address.strip());
            if (uri.getHost() == null) {
                throw new DeliveryException("the address of the webhook has no host");
            }
            return new WebhookTarget(uri, allowed);
        } catch (URISyntaxException e) {
            throw new DeliveryException("the address of the webhook is not an address");
        }
    }

    String host() {
        return address.getHost();
    }

    /** Refuses what is not allowed. The client connects to what was looked up here: Java remembers it for 30 seconds. */
    void check() throws DeliveryException {
        if (allowed.contains(host()) && Set.of("http", "https").contains(address.getScheme())) {
            return;
        }
        if (!"https".equals(address.getScheme())) {
            throw new DeliveryException(host() + " is not called without TLS; write https, or name the host in allow");
        }
        for (InetAddress found : resolved()) {
            if (forbidden(found)) {
                throw new DeliveryException(
                        host() + " is an address of this machine or its network devices; to call it,"
                                + " name the host in allow");
            }
        }
    }

    private InetAddress[] resolved() throws DeliveryException {
        try {
            return InetAddress.getAllByName(host());
        } catch (UnknownHostException e) {
            throw new DeliveryException("the host " + host() + " is unknown");
        }
    }

    static boolean forbidden(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || METADATA.contains(address.getHostAddress());
    }
}
