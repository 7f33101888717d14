package dev.berth.cli.leak;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shark.HeapField;
import shark.HeapGraph;
import shark.HeapObject;
import shark.HeapObject.HeapClass;
import shark.HeapObject.HeapInstance;

/** What of a heap dump belongs to closed revisions: their loaders, the classes of these, and the instances of those. */
final class OwnedObjects {

    private static final String LOADER = "dev.berth.ark.RevisionClassLoader";
    private static final String IDENTITY = "dev.berth.api.BizIdentity";

    private final Map<Long, String> loaders = new HashMap<>();
    private final Map<Long, String> classes = new HashMap<>();

    /**
     * Looks through a dump.
     *
     * @param revisions the ids of the revisions
     */
    OwnedObjects(HeapGraph graph, Set<String> revisions) {
        HeapClass type = graph.findClassByName(LOADER);
        if (type != null) {
            type.getInstances().iterator().forEachRemaining(loader -> revision(loader)
                    .filter(revisions::contains)
                    .ifPresent(revision -> loaders.put(loader.getObjectId(), revision)));
        }
        graph.getClasses().iterator().forEachRemaining(each -> {
            String revision = loaders.get(each.readRecord().getClassLoaderId());
            if (revision != null) {
                classes.put(each.getObjectId(), revision);
            }
        });
    }

    /** That of another loader may be cut off from its objects in a dump; it is not looked for then. */
    private static Optional<String> revision(HeapInstance loader) {
        try {
            return identity(loader);
        } catch (IllegalArgumentException notInTheDump) {
            return Optional.empty();
        }
    }

    private static Optional<String> identity(HeapInstance loader) {
        HeapField identity = loader.get(LOADER, "identity");
        HeapInstance value = identity == null ? null : identity.getValueAsInstance();
        HeapField revision = value == null ? null : value.get(IDENTITY, "revision");
        return Optional.ofNullable(revision).map(field -> field.getValue().readAsJavaString());
    }

    /** Returns the revisions of which the dump has something. */
    Set<String> revisions() {
        return Set.copyOf(loaders.values());
    }

    /** Returns the ids of all of it. */
    Set<Long> ids(HeapGraph graph) {
        Set<Long> ids = new HashSet<>(loaders.keySet());
        ids.addAll(classes.keySet());
        for (Iterator<HeapInstance> all = graph.getInstances().iterator(); all.hasNext(); ) {
            HeapInstance instance = all.next();
            if (classes.containsKey(instance.getInstanceClassId())) {
                ids.add(instance.getObjectId());
            }
        }
        return ids;
    }

    /** Returns the revision that something belongs to, unless to none of those. */
    Optional<String> owner(HeapObject object) {
        String ofLoader = loaders.get(object.getObjectId());
        if (ofLoader != null) {
            return Optional.of(ofLoader);
        }
        long type = object instanceof HeapInstance instance ? instance.getInstanceClassId() : object.getObjectId();
        return Optional.ofNullable(classes.get(type));
    }
}
