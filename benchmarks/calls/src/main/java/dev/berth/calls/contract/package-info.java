/** What the base exports to the biz of this benchmark. */
package dev.berth.calls.contract;
