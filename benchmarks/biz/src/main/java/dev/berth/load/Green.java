package dev.berth.load;

import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import org.springframework.stereotype.Component;

/** Says items the other way round, sums with Adler32. */
@Component
class Green implements Colour {

    @Override
    public String word() {
        return "green";
    }

    @Override
    public String describe(int id) {
        return new StringBuilder("item ").append(id).reverse().toString();
    }

    @Override
    public long checksum(String text) {
        Adler32 sum = new Adler32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }
}
