/**
 * HTTP in, operations out: the server of a plant and its routes. {@link io.yieldline.api.Api} wires the REST API: every {@link
 * io.yieldline.api.Route} is data, {@link io.yieldline.api.Routes} handles all requests, and the
 * OpenAPI document is generated from the routes. {@link io.yieldline.api.Users}, {@link io.yieldline.api.ApiTokens} and {@link
 * api.auth}; {@link io.yieldline.api.CommandRoutes} runs commands for command lines on the same machine.
 */
@NullMarked
package io.yieldline.api;

import org.jspecify.annotations.NullMarked;
