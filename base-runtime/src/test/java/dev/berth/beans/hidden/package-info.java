/** What a test's base keeps to itself. */
package dev.berth.beans.hidden;
