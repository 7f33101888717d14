/** The classes of the biz that provides prices; a template, of which there are as many as there are to be providers. */
package dev.berth.calls.biz;
