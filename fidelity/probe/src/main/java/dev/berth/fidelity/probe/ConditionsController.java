package dev.berth.fidelity.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport.ConditionAndOutcomes;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells which auto-configurations matched, which did not and why, and which were excluded. */
@RestController
class ConditionsController {

    private final ConfigurableListableBeanFactory beans;

    ConditionsController(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    @GetMapping("/probe/conditions")
    Map<String, Object> conditions() {
        ConditionEvaluationReport report = ConditionEvaluationReport.get(beans);
        Map<String, List<String>> positive = new TreeMap<>();
        Map<String, List<String>> negative = new TreeMap<>();
        report.getConditionAndOutcomesBySource()
                .forEach((source, outcomes) ->
                        (outcomes.isFullMatch() ? positive : negative).put(source, messages(outcomes)));
        return Map.of(
                "positive",
                positive,
                "negative",
                negative,
                "unconditional",
                report.getUnconditionalClasses().stream().sorted().toList(),
                "exclusions",
                report.getExclusions().stream().sorted().toList());
    }

    private static List<String> messages(ConditionAndOutcomes outcomes) {
        List<String> messages = new ArrayList<>();
        outcomes.forEach(outcome -> messages.add(outcome.getOutcome().getMessage()));
        return messages;
    }
}
