/** A small web biz whose every answer tells the version that gave it. */
package dev.berth.load;
