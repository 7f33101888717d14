package dev.berth.benchmarks.host;

/**
 * What the process of a host takes after a full collection.
 *
 * @param loaders class loaders of biz on the heap
 * @param threads live threads of Java, less those of the pools that a base keeps for operations
 * @param files file descriptors
 * @param temporary files and folders in the temporary and the working folder
 * @param classes classes that are loaded
 * @param heap bytes of the objects on the heap
 * @param metaspace bytes of metaspace in use: classes, and the profiles of methods that the JVM makes as they get warm
 */
public record Footprint(int loaders, int threads, int files, int temporary, int classes, long heap, long metaspace) {}
