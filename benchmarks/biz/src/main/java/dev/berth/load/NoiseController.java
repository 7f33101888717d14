package dev.berth.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a biz can do to its neighbours; none of these requests ends well, most of them never. */
@RestController
@RequestMapping("/noise")
class NoiseController {

    private static final int PIECE = 64 * 1024;
    private static final int HELD_PIECES = 8;

    private final Object one = new Object();
    private final Object other = new Object();
    private volatile long spins;

    /** Keeps a processor busy for ever. */
    @GetMapping("/spin")
    String spin() {
        while (spins >= 0) {
            spins++;
        }
        return "never";
    }

    /** Makes garbage for ever, half a MB of it alive at any time. */
    @GetMapping("/allocate")
    String allocate() {
        Deque<byte[]> held = new ArrayDeque<>();
        while (spins >= 0) {
            held.add(new byte[PIECE]);
            if (held.size() > HELD_PIECES) {
                held.remove();
            }
        }
        return "never";
    }

    /** Keeps all that it allocates, until the heap is full; then it fails and lets go. */
    @GetMapping("/hoard")
    String hoard() {
        List<byte[]> held = new ArrayList<>();
        while (spins >= 0) {
            held.add(new byte[PIECE]);
        }
        return "never";
    }

    /** Two of these lock each other out for good, and all that come later with them. */
    @GetMapping("/deadlock")
    String deadlock() throws InterruptedException {
        boolean even = Thread.currentThread().getId() % 2 == 0;
        synchronized (even ? one : other) {
            Thread.sleep(200);
            synchronized (even ? other : one) {
                return "lucky";
            }
        }
    }
}
