/**
 * Rows in, records or rejections out: {@link io.yieldline.feed.Feeds} has the definitions of the exports of a plant,
 * {@link io.yieldline.feed.RecordParser} cleans and types the rows of an export.
 */
@NullMarked
package io.yieldline.feed;

import org.jspecify.annotations.NullMarked;
