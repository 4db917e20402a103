package io.yieldline.api.subscription;

import java.util.List;

/**
 * What a subject says now.
 *
 * @param marker differs if it says something else
 * @param editions the messages to send; empty if there is nothing yet
 */
record Look(String marker, List<Edition> editions) {}
