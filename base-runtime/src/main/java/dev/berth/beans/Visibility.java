package dev.berth.beans;

import dev.berth.lifecycle.Revision;
import dev.berth.linkage.BaseLibrary;
import dev.berth.linkage.LinkageDecision;
import dev.berth.linkage.Sharing;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Which types of the base a biz sees as the very same classes, and what hides the others. */
final class Visibility {

    private final Revision revision;
    private final ClassLoader loader;
    private final Supplier<List<BaseLibrary>> libraries;

    /**
     * Makes the view of one revision.
     *
     * @param loader the loader of the revision
     * @param libraries the libraries of the base
     */
    Visibility(Revision revision, ClassLoader loader, Supplier<List<BaseLibrary>> libraries) {
        this.revision = revision;
        this.loader = loader;
        this.libraries = libraries;
    }

    List<Class<?>> visible(Collection<Class<?>> types) {
        return types.stream().filter(this::sees).toList();
    }

    private boolean sees(Class<?> type) {
        try {
            return loader.loadClass(type.getName()) == type;
        } catch (ClassNotFoundException | LinkageError hidden) {
            return false;
        }
    }

    /** Says why the biz sees none of the types of a bean, by the one that the base has declared. */
    String reason(ExportedBean export) {
        return "The biz sees none of its types: " + place(export.declaredType());
    }

    private String place(Class<?> type) {
        if (bringsCopy(type)) {
            return "it has a copy of its own of '" + type.getName() + "'" + broughtBy(type);
        }
        return library(type)
                .map(library -> hiddenBy(type, library))
                .orElseGet(() -> "package '" + type.getPackageName()
                        + "' belongs to the base application, which does not export it (berth.export.packages)");
    }

    private boolean bringsCopy(Class<?> type) {
        try {
            return loader.loadClass(type.getName()) != type;
        } catch (ClassNotFoundException | LinkageError none) {
            return false;
        }
    }

    private String broughtBy(Class<?> type) {
        return library(type)
                .flatMap(this::decision)
                .filter(decision -> decision.sharing() == Sharing.BRING)
                .map(decision -> " (library '" + decision.library().coordinates() + "': " + decision.reason() + ")")
                .orElse("");
    }

    private String hiddenBy(Class<?> type, BaseLibrary library) {
        return "'" + type.getName() + "' is in library '"
                + library.coordinates().name() + "' of the base, which the biz "
                + decision(library)
                        .map(decision -> "does not share: " + decision.reason())
                        .orElse("does not declare");
    }

    private Optional<BaseLibrary> library(Class<?> type) {
        return libraries.get().stream()
                .filter(library -> library.packages().contains(type.getPackageName()))
                .findFirst();
    }

    private Optional<LinkageDecision> decision(BaseLibrary library) {
        return revision.spec().linkage().decisions().stream()
                .filter(decision -> decision.base().filter(library::equals).isPresent())
                .findFirst();
    }
}
