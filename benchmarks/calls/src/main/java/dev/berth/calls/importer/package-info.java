/** The biz that imports a bean of the base. */
package dev.berth.calls.importer;
