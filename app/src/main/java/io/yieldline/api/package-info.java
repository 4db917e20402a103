/**
 * HTTP in, operations out: the server of a plant and its routes. {@link io.yieldline.api.Api} wires the REST API: every {@link
 * io.yieldline.api.Route} is data, {@link io.yieldline.api.Routes} is the one place that lets a request through to it, and the
 * OpenAPI document is made from the same routes. Who may do what is in {@code
 * api.auth}; {@link io.yieldline.api.CommandRoutes} runs commands for command lines on the same machine.
 */
@NullMarked
package io.yieldline.api;

import org.jspecify.annotations.NullMarked;
