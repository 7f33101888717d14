package dev.berth.beans;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.util.ClassUtils;

/**
 * The types by which one would have a bean injected: its class, what that extends and implements, but not what merely marks
 * it for the JDK or for Spring.
 */
final class InjectableTypes {

    private static final Set<String> MARKS = Set.of(
            "java.io.Closeable",
            "java.io.Externalizable",
            "java.io.Flushable",
            "java.io.Serializable",
            "java.lang.AutoCloseable",
            "java.lang.Cloneable",
            "java.lang.Comparable",
            "java.lang.Enum",
            "java.lang.Object",
            "java.lang.Record",
            "java.lang.constant.Constable",
            "java.lang.constant.ConstantDesc",
            "java.util.EventListener",
            "org.springframework.aop.RawTargetAccess",
            "org.springframework.aop.SpringProxy",
            "org.springframework.aop.TargetClassAware",
            "org.springframework.aop.framework.Advised",
            "org.springframework.aop.framework.AopInfrastructureBean",
            "org.springframework.beans.factory.DisposableBean",
            "org.springframework.beans.factory.InitializingBean",
            "org.springframework.beans.factory.SmartInitializingSingleton",
            "org.springframework.context.ApplicationListener",
            "org.springframework.context.Lifecycle",
            "org.springframework.context.Phased",
            "org.springframework.context.SmartLifecycle",
            "org.springframework.core.DecoratingProxy",
            "org.springframework.core.InfrastructureProxy",
            "org.springframework.core.Ordered",
            "org.springframework.core.PriorityOrdered");

    private static final String SPRING = "org.springframework.";

    private InjectableTypes() {}

    /** Returns the types of beans of a class, the class first if it can be named at all. */
    static List<Class<?>> of(Class<?> beanClass) {
        Set<Class<?>> types = new LinkedHashSet<>();
        for (Class<?> type = ClassUtils.getUserClass(beanClass); type != null; type = type.getSuperclass()) {
            types.add(type);
        }
        types.addAll(ClassUtils.getAllInterfacesForClassAsSet(beanClass));
        for (Class<?> type : List.copyOf(types)) {
            addInterfaces(type, types);
        }
        List<Class<?>> worthInjecting = new ArrayList<>(types);
        worthInjecting.removeIf(InjectableTypes::isMark);
        return worthInjecting;
    }

    private static void addInterfaces(Class<?> type, Set<Class<?>> types) {
        for (Class<?> each : type.getInterfaces()) {
            if (types.add(each)) {
                addInterfaces(each, types);
            }
        }
    }

    private static boolean isMark(Class<?> type) {
        return type.isHidden()
                || Proxy.isProxyClass(type)
                || type == Proxy.class
                || MARKS.contains(type.getName())
                || (type.getName().startsWith(SPRING) && type.getSimpleName().endsWith("Aware"))
                || type.getName().startsWith("org.springframework.cglib.");
    }
}
