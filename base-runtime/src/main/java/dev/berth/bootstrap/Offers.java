package dev.berth.bootstrap;

import dev.berth.beans.BaseExports;
import dev.berth.lifecycle.RevisionRegistry;
import dev.berth.spi.SpiParticipant;

/**
 * What the base has for its biz before it serves, since its own beans use it already.
 *
 * @param registry knows the revisions
 * @param spis the SPIs of base and biz
 * @param exports the beans that the base exports
 */
record Offers(RevisionRegistry registry, SpiParticipant spis, BaseExports exports) {}
