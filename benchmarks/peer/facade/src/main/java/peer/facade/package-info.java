/** What the peer's base and its biz both see. */
package peer.facade;
