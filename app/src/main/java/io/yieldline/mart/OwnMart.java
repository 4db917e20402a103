package io.yieldline.mart;

/** A mart of a plant's own with the file that it was read from, for whatever is wrong with it later. */
record OwnMart(Mart mart, MartFile file) {}
