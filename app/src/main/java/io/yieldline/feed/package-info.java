/**
 * Rows in, records or rejections out: {@link io.yieldline.feed.Feeds} are the definitions of the exports that a plant knows,
 * {@link io.yieldline.feed.RecordParser} cleans and types the rows of one.
 */
@NullMarked
package io.yieldline.feed;

import org.jspecify.annotations.NullMarked;
