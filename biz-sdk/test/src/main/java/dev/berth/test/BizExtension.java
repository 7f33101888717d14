package dev.berth.test;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Does what {@link BizTest} and {@link AssertNoLeakedLoaders} say.
 *
 * <p>Test classes with the same settings share a base; {@link BizTest} sees to it that they don't run at once.
 */
final class BizExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private static final Namespace SPACE = Namespace.create(BizExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Store store = context.getStore(SPACE);
        // A nested class finds the module of the class around it
        if (find(context).isEmpty()) {
            BizTest test = AnnotationSupport.findAnnotation(context.getRequiredTestClass(), BizTest.class)
                    .orElseThrow(() -> new TestKitException("'"
                            + context.getRequiredTestClass().getName()
                            + "' has @AssertNoLeakedLoaders but not @BizTest"));
            store.put(
                    ModuleUnderTest.class,
                    new ModuleUnderTest(context.getRequiredTestClass(), test, base(context, test)));
        }
        module(context).install();
    }

    /** The store of the root closes it when all tests have run. */
    private static TestBase base(ExtensionContext context, BizTest test) {
        return context.getRoot()
                .getStore(SPACE)
                .computeIfAbsent(List.of(test.settings()), TestBase::start, TestBase.class);
    }

    private static ModuleUnderTest module(ExtensionContext context) {
        return find(context).orElseThrow(() -> new TestKitException("@BizTest stands on no class around this test"));
    }

    private static Optional<ModuleUnderTest> find(ExtensionContext context) {
        return Optional.ofNullable(context.getStore(SPACE).get(ModuleUnderTest.class, ModuleUnderTest.class));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        module(context).install();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getRequiredTestMethod().isAnnotationPresent(AssertNoLeakedLoaders.class)) {
            module(context).uninstallAll(true);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        boolean check = AnnotationSupport.isAnnotated(testClass, AssertNoLeakedLoaders.class);
        // The tests around a nested class go on with the module, unless it asks what its own have left
        find(context)
                .filter(module -> check || module.belongsTo(testClass))
                .ifPresent(module -> module.uninstallAll(check));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == TestBiz.class || type == TestBase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ModuleUnderTest module = module(context);
        if (parameter.getParameter().getType() == TestBase.class) {
            return module.base();
        }
        return module.biz()
                .orElseThrow(() -> new TestKitException("The module is not installed at this moment: a constructor runs"
                        + " before it is installed anew; take the TestBiz as a parameter of the test"));
    }
}
