/** YAML text in, checked values out: {@link io.yieldline.yaml.YamlNode} names file and line of whatever is wrong. */
@NullMarked
package io.yieldline.yaml;

import org.jspecify.annotations.NullMarked;
