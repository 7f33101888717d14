/** The biz of the peer that calls a bean of the base. */
package peer.importer;
