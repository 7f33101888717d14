/** Measures calls of a bean of the peer's base by a biz of the peer. */
package peer.calls;
