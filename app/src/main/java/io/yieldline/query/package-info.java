/**
 * SQL of people to rows. The SELECT runs in a worker process of its own, over the files of one version of the lake: it can change
 * nothing, read nothing else and stop nothing.
 *
 * <p>In: a SELECT with named parameters, and the version of the lake. Out: {@link io.yieldline.query.QueryAnswer}. {@link
 * io.yieldline.query.QueryDesk} limits how many run at the same time, {@link io.yieldline.query.QueryText} fills parameters in,
 * {@link io.yieldline.query.SavedQueries} and {@link io.yieldline.query.QueryHistory} keep what people asked.
 */
@NullMarked
package io.yieldline.query;

import org.jspecify.annotations.NullMarked;
