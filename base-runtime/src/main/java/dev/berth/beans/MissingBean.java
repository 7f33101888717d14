package dev.berth.beans;

import dev.berth.beans.Import.Outcome;
import dev.berth.beans.RevisionImports.Decision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.core.ResolvableType;

/** Tells a biz that lacks a bean what the base exports, and why what it looks for is not among its imports. */
final class MissingBean {

    private static final int MAX_CAUSES = 100;
    private static final int NAMED = 10;

    private final List<Decision> decisions;

    MissingBean(List<Decision> decisions) {
        this.decisions = decisions;
    }

    /** Explains a failed start, if a bean is what it lacked and the base exports any. */
    Optional<String> explain(Throwable failure) {
        if (decisions.isEmpty()) {
            return Optional.empty();
        }
        return missing(failure).map(this::explain);
    }

    private static Optional<NoSuchBeanDefinitionException> missing(Throwable failure) {
        Throwable cause = failure;
        NoSuchBeanDefinitionException found = null;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof NoSuchBeanDefinitionException missing
                    && !(cause instanceof NoUniqueBeanDefinitionException)) {
                found = missing;
            }
            cause = cause.getCause();
        }
        return Optional.ofNullable(found);
    }

    private String explain(NoSuchBeanDefinitionException missing) {
        Wanted wanted = new Wanted(missing.getResolvableType(), missing.getBeanName());
        List<Decision> near = decisions.stream().filter(wanted::isNear).toList();
        List<Decision> others = new ArrayList<>(decisions);
        others.removeAll(near);
        others.sort(Comparator.comparing(decision -> decision.export().name()));
        String text = near.stream().map(MissingBean::told).collect(Collectors.joining("; "));
        String rest = others.stream()
                .limit(NAMED)
                .map(decision -> "'" + decision.export().name() + "' ("
                        + decision.export().typeName() + ")")
                .collect(Collectors.joining(", "));
        String more = others.size() > NAMED ? " and " + (others.size() - NAMED) + " more" : "";
        if (near.isEmpty()) {
            return "The base exports " + rest + more + ", but nothing of that name or type";
        }
        return "The base exports " + text + (rest.isEmpty() ? "" : "; it also exports " + rest + more);
    }

    private static String told(Decision decision) {
        String why = decision.outcome() == Outcome.IMPORTED
                ? "which is imported but does not fit here, by its generic type, its qualifiers or its name"
                : "which is not imported. " + decision.reason();
        return "'" + decision.export().name() + "' (" + decision.export().typeName() + "), " + why;
    }

    /**
     * What is missing.
     *
     * @param type its type, unless it was asked for by name
     * @param name its name, unless it was asked for by type
     */
    private record Wanted(@Nullable ResolvableType type, @Nullable String name) {

        boolean isNear(Decision decision) {
            ExportedBean export = decision.export();
            if (name != null) {
                return export.name().equalsIgnoreCase(name) || export.aliases().contains(name);
            }
            Class<?> wanted = type == null ? null : type.toClass();
            return wanted != null
                    && export.types().stream()
                            .anyMatch(each -> each.getSimpleName().equals(wanted.getSimpleName()));
        }
    }
}
