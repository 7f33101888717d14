package dev.berth.ark;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.biz.BizName;
import dev.berth.error.BerthException;
import org.junit.jupiter.api.Test;

class ArkBizContainerTests {

    @Test
    void nameOfTheBaseInArkIsNoneThatABizCanHave() {
        assertThatExceptionOfType(BerthException.class).isThrownBy(() -> new BizName(ArkBizContainer.MASTER_NAME));
    }
}
