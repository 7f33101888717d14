package dev.berth.load;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.springframework.stereotype.Component;

/** Says items as they are, sums with CRC32. */
@Component
class Blue implements Colour {

    @Override
    public String word() {
        return "blue";
    }

    @Override
    public String describe(int id) {
        return "item " + id;
    }

    @Override
    public long checksum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }
}
