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
 * @param mappers the base's mappers of JSON, which an export may be or use
 */
record Offers(RevisionRegistry registry, SpiParticipant spis, BaseExports exports, BaseMappers mappers) {}
