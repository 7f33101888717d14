package dev.berth.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareRuleTests {

    @ParameterizedTest
    @CsvSource({
        "7.0.9, 7.0.9, true",
        "7.0.9, 7.0.10, true",
        "7.0.9, 7.1.0, true",
        "7.0.9, 7.0.8, false",
        "7.0.9, 8.0.0, false",
        "7.0.9, 6.2.0, false",
        "3.1.5.RELEASE, 3.1.5.RELEASE, true",
        "7.4.5.Final, 7.4.10.Final, true",
        "2.0.0-RC1, 2.0.0, true",
        "2.0.0, 2.0.0-RC1, false",
        "1.0-SNAPSHOT, 1.0-SNAPSHOT, true",
        "2.21, 2.21.1, true",
        "r09, r10, false"
    })
    void isMetBySameMajorThatIsNotOlder(String wanted, String provided, boolean met) {
        assertThat(ShareRule.isMet(wanted, provided)).isEqualTo(met);
    }
}
