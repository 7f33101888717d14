/** A product catalog: rows in a database, shown on a page and served over REST. */
package dev.berth.samples.catalog;
