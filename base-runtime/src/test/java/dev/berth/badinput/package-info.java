/** What a base is sent that it can't take: each case for real, with the table of docs/errors.md made from the answers. */
package dev.berth.badinput;
