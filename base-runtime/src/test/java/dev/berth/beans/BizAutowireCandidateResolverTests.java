package dev.berth.beans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Month;
import java.time.Year;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Values that are no beans fill the injection points they are meant for, and no others. */
class BizAutowireCandidateResolverTests {

    /** Knows the year, which no bean does. */
    private static final InjectionValues YEARS =
            point -> point.getDependencyType() == Year.class ? Optional.of(Year.of(2026)) : Optional.empty();

    @Test
    void injectWhenValueIsKnownGivesItToEachKindOfPoint() {
        // When
        try (AnnotationConfigApplicationContext context = context(YEARS)) {
            Points points = context.getBean(Points.class);
            // Then
            assertThat(points.constructed).isEqualTo(Year.of(2026));
            assertThat(points.field).isEqualTo(Year.of(2026));
            assertThat(points.provider.getObject()).isEqualTo(Year.of(2026));
            assertThat(points.set).isEqualTo(Year.of(2026));
        }
    }

    @Test
    void injectWhenPointIsNotMeantLeavesItToSpring() {
        // When
        try (AnnotationConfigApplicationContext context = context(YEARS)) {
            // Then
            Points points = context.getBean(Points.class);
            assertThat(points.text).isEqualTo("text");
            assertThat(points.other).isEmpty();
        }
    }

    @Test
    void injectWhenValueFailsTellsTheCause() {
        // Given
        InjectionValues failing = point -> {
            throw new IllegalStateException("No such year");
        };
        // Then
        assertThatThrownBy(() -> context(failing))
                .isInstanceOf(UnsatisfiedDependencyException.class)
                .hasRootCauseMessage("No such year");
    }

    private static AnnotationConfigApplicationContext context(InjectionValues values) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        BizAutowireCandidateResolver.install(context.getBeanFactory(), values);
        context.register(Points.class);
        context.refresh();
        return context;
    }

    /** A bean with points of several kinds. */
    static class Points {

        private final Year constructed;

        @Autowired
        private Year field;

        @Autowired
        private ObjectProvider<Year> provider;

        @Autowired
        private Optional<Month> other;

        @Value("text")
        private String text;

        private Year set;

        Points(Year constructed) {
            this.constructed = constructed;
        }

        @Autowired
        void set(Year year) {
            set = year;
        }
    }
}
