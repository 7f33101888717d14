package dev.berth.ark;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the texts in the constant pool of a class file, which is enough to know what it can't have to do with. */
final class ConstantTexts {

    /** JVM specification, table 4.4-B. */
    private static final int UTF8 = 1;

    private static final int HEADER_BYTES = 8;

    private ConstantTexts() {}

    static List<String> of(byte[] classFile) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
        in.skipNBytes(HEADER_BYTES);
        int count = in.readUnsignedShort();
        List<String> texts = new ArrayList<>(count / 2);
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            if (tag == UTF8) {
                texts.add(in.readUTF());
            } else {
                in.skipNBytes(length(tag));
                // Numbers of eight bytes take two places
                i += tag == 5 || tag == 6 ? 1 : 0;
            }
        }
        return texts;
    }

    private static int length(int tag) throws IOException {
        return switch (tag) {
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case 5, 6 -> 8;
            default -> throw new IOException("Unknown constant " + tag);
        };
    }
}
