package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.expression.spel.SpelCompilerMode;
import org.springframework.expression.spel.SpelParserConfiguration;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class ExpressionCachesTests {

    /** Thymeleaf keeps what it knows hard, whatever happens to soft references. */
    @Test
    void sweepWhenThymeleafKnowsTypesOfBizForgetsThem() {
        // Given
        TinyBiz biz = TinyBiz.run(Page.class);
        biz.clean(new BeanInfos(), new SpringCaches(), new ConversionCaches());
        boolean held = biz.isHeld();
        // When
        biz.clean(new ExpressionCaches());
        // Then
        assertThat(held).isTrue();
        assertThat(biz.isCollected()).isTrue();
    }

    @Test
    void sweepWhenExpressionsWereCompiledForBizForgetsThem() {
        // Given
        TinyBiz biz = TinyBiz.run(Compiled.class);
        boolean held = biz.isHeld();
        if (held) {
            biz.clean(new BeanInfos(), new SpringCaches(), new ConversionCaches());
        }
        boolean stillHeld = biz.isHeld();
        // When
        if (stillHeld) {
            biz.clean(new ExpressionCaches());
        }
        // Then
        assertThat(stillHeld || !TinyBiz.softReferencesHold()).isTrue();
        assertThat(biz.isCollected()).isTrue();
    }

    public static class Page implements Runnable {

        @Override
        public void run() {
            SpringTemplateEngine engine = new SpringTemplateEngine();
            engine.setEnableSpringELCompiler(true);
            engine.setTemplateResolver(new StringTemplateResolver());
            Map<String, Object> variables = Map.of(
                    "guest",
                    new Guest(),
                    ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                    new ThymeleafEvaluationContext(new GenericApplicationContext(), null));
            String page = engine.process("[[${guest.name}]]", new Context(null, variables));
            if (!page.equals("Ann")) {
                throw new IllegalStateException(page);
            }
        }

        public static class Guest {

            public String getName() {
                return "Ann";
            }
        }
    }

    public static class Compiled implements Runnable {

        @Override
        public void run() {
            SpelParserConfiguration mode =
                    new SpelParserConfiguration(SpelCompilerMode.IMMEDIATE, Compiled.class.getClassLoader());
            Object sum = new SpelExpressionParser(mode).parseExpression("1 + 1").getValue();
            new SpelExpressionParser(mode).parseExpression("'tea'.length()").getValue(Integer.class);
            if (!Integer.valueOf(2).equals(sum)) {
                throw new IllegalStateException();
            }
            var expression = new SpelExpressionParser(mode).parseExpression("length()");
            expression.getValue("tea");
            expression.getValue("tea");
        }
    }
}
