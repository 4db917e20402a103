/** YAML text in, validated values out: {@link io.yieldline.yaml.YamlNode} adds file and line to errors. */
@NullMarked
package io.yieldline.yaml;

import org.jspecify.annotations.NullMarked;
