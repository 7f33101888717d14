package dev.berth.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CallAdmissionTests {

    private static final BizName NAME = new BizName("catalog");
    private static final int CALLERS = 4;
    private static final int SWAPS = 3_000;

    private final RevisionRegistry registry = new RevisionRegistry();
    private final CallAdmission admission = new CallAdmission(registry);

    @Test
    void enterCountsIntoTheActiveRevision() {
        // Given
        Revision revision = RevisionFixture.staged("catalog", 1);
        registry.pointTo(revision);
        // When / Then
        assertThat(admission.enter(NAME)).containsSame(revision);
        assertThat(revision.calls().count()).isOne();
        assertThat(admission.isActive(revision)).isTrue();
    }

    @Test
    void enterWhenNothingIsActiveEntersNothing() {
        assertThat(admission.enter(NAME)).isEmpty();
    }

    @Test
    void enterOneRevisionWhenItDrainsIsRefusedAndNotCounted() {
        // Given
        Revision revision = RevisionFixture.staged("catalog", 1);
        revision.transition(RevisionState.Staged.class, staged -> staged.start(Instant.EPOCH));
        revision.transition(RevisionState.Starting.class, starting -> starting.ready(Instant.EPOCH));
        // When / Then
        assertThat(admission.enter(revision)).isTrue();
        revision.transition(RevisionState.Ready.class, ready -> ready.retire(Instant.EPOCH));
        assertThat(admission.enter(revision)).isFalse();
        assertThat(revision.calls().count()).isOne();
    }

    /** What a drain rests on: it has seen the last call when it has seen none. */
    @Test
    void noCallBeginsOnARevisionAfterItsDrainSawNone() throws Exception {
        // Given
        Map<Revision, Boolean> drained = new ConcurrentHashMap<>();
        AtomicBoolean stop = new AtomicBoolean();
        AtomicLong calls = new AtomicLong();
        AtomicLong late = new AtomicLong();
        registry.pointTo(RevisionFixture.staged("catalog", 0));
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            callers.add(new Thread(() -> {
                while (!stop.get()) {
                    Revision revision = admission.enter(NAME).orElseThrow();
                    late.addAndGet(drained.containsKey(revision) ? 1 : 0);
                    calls.incrementAndGet();
                    late.addAndGet(drained.containsKey(revision) ? 1 : 0);
                    revision.calls().exit();
                }
            }));
        }
        callers.forEach(Thread::start);
        // When
        boolean allEnded = true;
        for (int number = 1; number <= SWAPS; number++) {
            Revision old = registry.active(NAME).orElseThrow();
            registry.pointTo(RevisionFixture.staged("catalog", number));
            allEnded &= old.calls().awaitNone(Duration.ofSeconds(10));
            drained.put(old, true);
        }
        stop.set(true);
        for (Thread caller : callers) {
            caller.join();
        }
        // Then
        assertThat(allEnded).isTrue();
        assertThat(calls.get()).isPositive();
        assertThat(late).hasValue(0);
    }
}
