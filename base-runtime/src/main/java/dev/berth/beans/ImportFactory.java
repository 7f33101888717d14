package dev.berth.beans;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/**
 * The imports of one revision, as the parent of its factory: found by whatever looks up the hierarchy, shadowed by the biz's own
 * beans, and never initialised, post-processed or destroyed by the biz.
 */
final class ImportFactory extends DefaultListableBeanFactory {}
