package dev.berth.leak.cleaner;

import java.lang.reflect.InvocationTargetException;

/**
 * What the shared Jackson has worked out for classes of a biz: the mapper that Jackson 3 offers to all, and the types that all
 * mappers of Jackson 2 share.
 */
public final class JacksonTypes implements Sweep {

    private static final String SHARED_MAPPER = "tools.jackson.databind.json.JsonMapper";
    private static final String SHARED_TYPES = "com.fasterxml.jackson.databind.type.TypeFactory";

    private final ClassLoader shared;

    /** Makes the sweep for the libraries that a loader has. */
    public JacksonTypes(ClassLoader shared) {
        this.shared = shared;
    }

    @Override
    public void sweep(ClosedBiz biz) {
        clear(SHARED_MAPPER, "shared", "clearCaches");
        clear(SHARED_TYPES, "defaultInstance", "clearCache");
    }

    /** One generation or both may be absent. */
    private void clear(String name, String instance, String method) {
        try {
            Class<?> type = Class.forName(name, true, shared);
            type.getMethod(method).invoke(type.getMethod(instance).invoke(null));
        } catch (ClassNotFoundException | NoClassDefFoundError absent) {
            return;
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException changed) {
            throw new IllegalStateException(changed);
        }
    }
}
