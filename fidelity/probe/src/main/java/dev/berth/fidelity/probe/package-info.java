/** Tells over HTTP what Spring Boot configured in the application around it, and by which settings. */
package dev.berth.fidelity.probe;
