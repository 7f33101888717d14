/** What a test's base and its biz have in common; the base exports it. */
package dev.berth.beans.contract;
