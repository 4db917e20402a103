package io.yieldline.alert;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Set;

/**
 * The permitted webhook hosts. Otherwise, anybody who can change the URL could make this machine call services that accept only
 * local requests: its own, those of its network, and the metadata service of a cloud.
 *
 * @param allowed hosts that the settings allow explicitly, also without TLS
 */
record WebhookTarget(URI address, Set<String> allowed) {
    /** Metadata services of clouds outside the link-local range. */
    private static final Set<String> METADATA = Set.of("100.100.100.200", "fd00:ec2:0:0:0:0:0:254", "192.0.0.192");

    static WebhookTarget of(String address, Set<String> allowed) throws DeliveryException {
        try {
            URI uri = new URI(address.strip());
            if (uri.getHost() == null) {
                throw new DeliveryException("the webhook URL has no host");
            }
            return new WebhookTarget(uri, allowed);
        } catch (URISyntaxException e) {
            throw new DeliveryException("the webhook URL is not valid");
        }
    }

    String host() {
        return address.getHost();
    }

    /** Refuses other hosts. The client connects to the address that was resolved here: Java caches it for 30 seconds. */
    void check() throws DeliveryException {
        if (allowed.contains(host()) && Set.of("http", "https").contains(address.getScheme())) {
            return;
        }
        if (!"https".equals(address.getScheme())) {
            throw new DeliveryException(host() + " must use TLS; write https, or add the host to allow");
        }
        for (InetAddress found : resolved()) {
            if (forbidden(found)) {
                throw new DeliveryException(host() + " is an address of this machine or its local network; to call it,"
                        + " add the host to allow");
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
