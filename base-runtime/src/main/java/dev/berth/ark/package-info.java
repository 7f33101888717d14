/** The only code that knows SOFAArk: boots the ArkContainer, indexes the base's class path, makes BizClassLoaders. */
@NullMarked
package dev.berth.ark;

import org.jspecify.annotations.NullMarked;
