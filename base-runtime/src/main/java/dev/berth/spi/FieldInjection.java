package dev.berth.spi;

import dev.berth.api.spi.DynamicInject;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.AutowiredAnnotationBeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Makes {@code @DynamicInject} on a field or a setter enough to inject it, without {@code @Autowired}. */
final class FieldInjection {

    private FieldInjection() {}

    /** Adds the processor of the annotation; it is no bean, so that no condition and no list of beans sees it. */
    static void addTo(ConfigurableListableBeanFactory factory) {
        Processor processor = new Processor();
        processor.setAutowiredAnnotationType(DynamicInject.class);
        processor.setBeanFactory(factory);
        factory.addBeanPostProcessor(processor);
    }

    /** Constructors are chosen by the biz's own processor, which comes later. */
    private static final class Processor extends AutowiredAnnotationBeanPostProcessor {

        @Override
        public Constructor<?> @Nullable [] determineCandidateConstructors(Class<?> beanClass, String beanName) {
            return null;
        }
    }
}
