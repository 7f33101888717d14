package dev.berth.leak.cleaner;

import java.util.List;
import java.util.Map;

/**
 * What Spring's expressions, and Thymeleaf's that are made of them, know about a biz: the accessors of its types, and the
 * loader for compiled expressions.
 *
 * <p>Thymeleaf keeps one accessor and one parser for the JVM; the parser compiles for the context loader of its first use.
 */
public final class ExpressionCaches implements Sweep {

    private static final String COMPILER = "org.springframework.expression.spel.standard.SpelCompiler";
    private static final String CONTEXT = "org.thymeleaf.spring6.expression.ThymeleafEvaluationContext";
    private static final String EVALUATOR = "org.thymeleaf.spring6.expression.SPELVariableExpressionEvaluator";
    private static final String COMPILER_LOADER = "compilerClassLoader";
    private static final List<String> OF_AN_ACCESSOR =
            List.of("readerCache", "writerCache", "typeDescriptorCache", "sortedMethodsCache");

    @Override
    public void sweep(ClosedBiz biz) {
        Internals.constant(CONTEXT, "REFLECTIVE_PROPERTY_ACCESSOR_INSTANCE")
                .ifPresent(accessor -> OF_AN_ACCESSOR.forEach(
                        cache -> Internals.value(accessor, cache).ifPresent(map -> ((Map<?, ?>) map).clear())));
        for (String parser : List.of("PARSER_WITH_COMPILED_SPEL", "PARSER_WITHOUT_COMPILED_SPEL")) {
            Internals.constant(EVALUATOR, parser)
                    .flatMap(value -> Internals.value(value, "configuration"))
                    .ifPresent(configuration -> compileFor(biz, configuration));
        }
        Internals.constant(COMPILER, "compilers").ifPresent(byLoader -> ((Map<?, ?>) byLoader).clear());
    }

    private static void compileFor(ClosedBiz biz, Object configuration) {
        boolean ofTheBiz = Internals.value(configuration, COMPILER_LOADER)
                .filter(loader -> biz.owns((ClassLoader) loader))
                .isPresent();
        if (ofTheBiz) {
            Internals.set(configuration, COMPILER_LOADER, biz.base());
        }
    }
}
