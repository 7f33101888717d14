package dev.berth.cli.leak;

import dev.berth.cli.leak.LeakPath.Step;
import java.util.ArrayList;
import java.util.List;
import shark.LeakTrace;
import shark.LeakTrace.GcRootType;
import shark.LeakTraceObject;
import shark.LeakTraceObject.ObjectType;
import shark.LeakTraceReference;

/** Puts a path of shark into words. */
final class PathReader {

    private PathReader() {}

    static LeakPath read(LeakTrace trace) {
        List<LeakTraceReference> references = trace.getReferencePath();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) {
            steps.add(new Step(reference(references.get(i)), name(target(trace, i))));
        }
        LeakTraceObject first = references.isEmpty()
                ? trace.getLeakingObject()
                : references.get(0).getOriginObject();
        String root = root(trace.getGcRootType(), first);
        return new LeakPath(revision(trace.getLeakingObject()), root, steps, culprit(trace, root));
    }

    private static LeakTraceObject target(LeakTrace trace, int step) {
        List<LeakTraceReference> references = trace.getReferencePath();
        return step + 1 < references.size() ? references.get(step + 1).getOriginObject() : trace.getLeakingObject();
    }

    private static String revision(LeakTraceObject object) {
        return object.getLabels().stream()
                .filter(label -> label.startsWith(LeakSearch.OWNED))
                .map(label -> label.substring(LeakSearch.OWNED.length()))
                .findFirst()
                .orElse("");
    }

    private static String root(GcRootType type, LeakTraceObject first) {
        return switch (type) {
            case JAVA_FRAME -> "stack of " + name(first);
            case THREAD_OBJECT -> "live " + name(first);
            case STICKY_CLASS -> "class of the JDK, " + first.getClassName();
            case JNI_GLOBAL -> "global reference of native code (or of the JVM) to " + name(first);
            case JNI_LOCAL -> "local variable of native code, " + name(first);
            case MONITOR_USED, JNI_MONITOR -> "monitor that a thread holds, " + name(first);
            case NATIVE_STACK, THREAD_BLOCK -> "native stack with " + name(first);
        };
    }

    private static String name(LeakTraceObject object) {
        if (object.getType() == ObjectType.CLASS) {
            return "class " + object.getClassName();
        }
        String title = object.getLabels().stream()
                .filter(label -> label.startsWith("'"))
                .findFirst()
                .map(label -> " " + label)
                .orElse("");
        return (title.isEmpty() ? "" : "thread ").concat(object.getClassName()).concat(title);
    }

    private static String reference(LeakTraceReference reference) {
        String owner = reference.getOwningClassName();
        return switch (reference.getReferenceType()) {
            case STATIC_FIELD -> "static field " + owner + "." + reference.getReferenceName();
            case INSTANCE_FIELD -> "field " + owner + "." + reference.getReferenceName();
            case LOCAL -> "local variable on the stack";
            case ARRAY_ENTRY -> "element [" + reference.getReferenceName() + "]";
        };
    }

    /** The last named reference of somebody else; collections of the JDK are on the way only. */
    private static String culprit(LeakTrace trace, String root) {
        List<LeakTraceReference> references = trace.getReferencePath();
        String held = " holds a " + trace.getLeakingObject().getClassName() + " of the biz";
        for (int i = references.size() - 1; i >= 0; i--) {
            LeakTraceReference reference = references.get(i);
            LeakTraceObject origin = reference.getOriginObject();
            boolean onTheWay =
                    switch (reference.getReferenceType()) {
                        case ARRAY_ENTRY, LOCAL -> true;
                        case STATIC_FIELD -> false;
                        case INSTANCE_FIELD -> isCollection(origin.getClassName());
                    };
            if (!onTheWay) {
                String thread = origin.getLabels().stream()
                        .filter(label -> label.startsWith("'"))
                        .findFirst()
                        .map(label -> " of thread " + label)
                        .orElse("");
                return capital(reference(reference)) + thread + held;
            }
        }
        return capital(root) + held;
    }

    private static boolean isCollection(String type) {
        return type.startsWith("java.util.") || type.startsWith("java.lang.ThreadLocal$");
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
