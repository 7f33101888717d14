package dev.berth.fidelity.lines;

import dev.berth.fidelity.AllowedDifference;
import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;
import java.util.List;

/** Resources from everywhere. */
public final class ResourcesLine implements Line {

    private static final String FOLDER = "a folder read as a resource lists its files";
    private static final List<String> NAMES = List.of(
            "letters/first.txt",
            "letters/deep/third.txt",
            "letters/",
            "letters",
            "META-INF/words/library.txt",
            "META-INF/words/",
            "META-INF/MANIFEST.MF.none",
            "letters/gr%C3%B6%C3%9Fe%20with%20space.txt",
            "none.txt");

    private static final List<String> PATTERNS = List.of(
            "classpath*:letters/*.txt",
            "classpath*:letters/**/*.txt",
            "classpath*:**/beside.txt",
            "classpath:letters/*.txt",
            "classpath*:com/example/**/*.class",
            "classpath*:META-INF/words/both.txt",
            "classpath*:none/*.txt");

    @Override
    public String name() {
        return "resources";
    }

    @Override
    public String shows() {
        return "Resources by class, by context loader, by pattern, of several jars, through jar connections; versions of packages";
    }

    @Override
    public void visit(Visitor visitor) {

        visitor.get("/by-class").answers(200).with("beside a class of the library", "The first letter");
        for (String name : NAMES) {
            visitor.get("/by-loader?name=" + name).answers(200);
            visitor.get("/all?name=" + name).answers(200);
            visitor.get("/resource?location=classpath:" + name).answers(200);
        }
        visitor.get("/all?name=META-INF/words/both.txt").answers(200).with("of the library", "of the application");
        for (String pattern : PATTERNS) {
            visitor.get("/pattern?pattern=" + pattern).answers(200);
        }
        visitor.get("/pattern?pattern=classpath*:META-INF/words/*.txt")
                .answers(200)
                .with("both.txt", "library.txt");
        visitor.get("/injected").answers(200).with("The first letter", "beside a class of the library");
        visitor.get("/connection?name=META-INF/words/library.txt").answers(200).with("META-INF/words/library.txt");
        visitor.get("/package").answers(200).with("[\"1.0.0\"");
    }

    @Override
    public List<AllowedDifference> differences() {
        return List.of(
                AllowedDifference.of(".+letters/?: (body|header content-length)", ".+", ".+", FOLDER),
                AllowedDifference.of(".+META-INF/words/: (body|header content-length)", ".+", ".+", FOLDER),
                AllowedDifference.of(
                        ".+beside.txt: (body|header content-length)",
                        "40|.+beside.txt.+beside.txt.+beside.txt.+",
                        "27|.+beside.txt.+beside.txt.+",
                        "a pattern that begins with `**` does not find own files a second time below `BOOT-INF`"));
    }
}
