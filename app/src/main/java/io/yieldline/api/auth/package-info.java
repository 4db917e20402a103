/**
 * Who may do what, and who did: users with roles and passwords, sessions, API tokens, and the audit trail whose entries
 * hold each other. {@link io.yieldline.api.auth.Users}, {@link io.yieldline.api.auth.Sessions}, {@link
 * io.yieldline.api.auth.ApiTokens} and {@link io.yieldline.api.auth.Audit} are the doors; nothing here knows HTTP.
 */
@NullMarked
package io.yieldline.api.auth;

import org.jspecify.annotations.NullMarked;
