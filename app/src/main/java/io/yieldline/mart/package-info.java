/**
 * Master logs in, marts out: {@link io.yieldline.mart.Marts} are the aggregate tables of a plant, each one SELECT in a
 * separate file; {@link io.yieldline.mart.Views} are computed from them. {@link io.yieldline.mart.MartRefresh} refreshes
 * marts, completely or only where their source changed, with the same result.
 */
@NullMarked
package io.yieldline.mart;

import org.jspecify.annotations.NullMarked;
