/** What a base of tests shares with its biz: SPIs and the types that they speak of. */
package dev.berth.contracts;
