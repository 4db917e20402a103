/**
 * Master logs in, marts out: {@link io.yieldline.mart.Marts} are the aggregate tables that a plant has, each one SELECT in a
 * file of its own, {@link io.yieldline.mart.Views} what is derived from them. {@link io.yieldline.mart.MartRefresh} brings the
 * marts up to date, whole or only where their source changed, with the same result.
 */
@NullMarked
package io.yieldline.mart;

import org.jspecify.annotations.NullMarked;
