package dev.berth.artifact;

import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds name and version of a biz, each by itself: flags, else manifest, else pom.properties, else file name.
 *
 * <p>{@code Berth-Biz-Name} and {@code Ark-Biz-Name} are meant as names, so one that doesn't fit is an error. A title
 * ({@code Implementation-Title}) is what people read, 'My Shop', and is passed over where it is no name.
 */
final class BizIdFinder {

    private static final String REMEDY = "Give name and version with --name and --version.";
    private static final Pattern FILE_NAME = Pattern.compile("(.+?)-(\\d+(?:\\.[A-Za-z0-9.+_-]+|-[A-Z]+)?)");
    private static final Pattern KIND_SUFFIX = Pattern.compile("-(ark-biz|biz|exec|boot|slim)$");

    private final IdentityFlags flags;
    private final Attributes manifest;
    private final JarContents contents;
    private final Optional<PomCoordinates> pom;

    BizIdFinder(IdentityFlags flags, Attributes manifest, JarContents contents, List<String> entryNames) {
        this.flags = flags;
        this.manifest = manifest;
        this.contents = contents;
        List<PomCoordinates> poms = entryNames.stream()
                .filter(LibraryReader::isPom)
                .flatMap(path -> PomCoordinates.of(path).stream())
                .toList();
        this.pom = new CoordinatesFinder(flags.fileName().orElse(""), manifest).choose(poms);
    }

    BizId find() throws IOException {
        Optional<String> pomVersion = pom.isPresent() ? pom.get().version(contents) : Optional.empty();
        BizName name = flags.name()
                .or(() ->
                        value("Berth-Biz-Name").or(() -> value("Ark-Biz-Name")).map(BizIdFinder::nameMeant))
                .or(this::nameFound)
                .orElseThrow(() -> unknown("name"));
        BizVersion version = flags.version()
                .or(() -> value("Berth-Biz-Version")
                        .or(() -> value("Ark-Biz-Version"))
                        .or(() -> value("Implementation-Version").filter(text -> !text.equals("unspecified")))
                        .or(() -> pomVersion)
                        .or(() -> fromFileName(2))
                        .map(BizIdFinder::versionMeant))
                .orElseThrow(() -> unknown("version"));
        return new BizId(name, version);
    }

    private Optional<BizName> nameFound() {
        List<String> candidates = Stream.of(
                        value("Implementation-Title"), pom.map(PomCoordinates::artifact), fromFileName(1), stem())
                .flatMap(Optional::stream)
                .toList();
        for (String candidate : candidates) {
            try {
                return Optional.of(new BizName(candidate));
            } catch (BerthException e) {
                // The next source may have one that fits; if none does, the first is named in the error
            }
        }
        return candidates.stream().findFirst().map(BizIdFinder::nameMeant);
    }

    private static BizName nameMeant(String text) {
        try {
            return new BizName(text);
        } catch (BerthException e) {
            throw new BerthException(
                    e.code(), String.valueOf(e.getMessage()), "Give another name with --name. " + e.remedy(), e);
        }
    }

    private static BizVersion versionMeant(String text) {
        try {
            return new BizVersion(text);
        } catch (BerthException e) {
            throw new BerthException(
                    e.code(), String.valueOf(e.getMessage()), "Give another version with --version. " + e.remedy(), e);
        }
    }

    private Optional<String> fromFileName(int group) {
        return stem().map(FILE_NAME::matcher).filter(Matcher::matches).map(matcher -> matcher.group(group));
    }

    private Optional<String> stem() {
        return flags.fileName()
                .map(name -> name.endsWith(".jar") ? name.substring(0, name.length() - 4) : name)
                .map(stem -> KIND_SUFFIX.matcher(stem).replaceFirst(""))
                .filter(stem -> !stem.isEmpty());
    }

    private Optional<String> value(String key) {
        return ManifestReader.value(manifest, key);
    }

    private static BerthException unknown(String what) {
        return new BerthException(ErrorCode.IDENTITY_UNKNOWN, "The jar states no " + what + " for the biz", REMEDY);
    }
}
