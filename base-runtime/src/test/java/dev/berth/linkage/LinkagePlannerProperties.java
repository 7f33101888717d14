package dev.berth.linkage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.artifact.Library;
import dev.berth.artifact.LibraryCoordinates;
import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

class LinkagePlannerProperties {

    private static final BizId SHOP = new BizId(new BizName("shop"), new BizVersion("1.0"));

    private static final List<String> NAMES = List.of(
            "org.springframework:spring-core",
            "org.springframework:spring-web",
            "org.springframework.boot:spring-boot",
            "org.springframework.boot:spring-boot-starter",
            "org.slf4j:slf4j-api",
            "ch.qos.logback:logback-classic",
            "?:tomcat-embed-core",
            "jakarta.servlet:jakarta.servlet-api",
            "com.fasterxml.jackson.core:jackson-annotations",
            "com.fasterxml.jackson.core:jackson-databind",
            "tools.jackson.core:jackson-databind",
            "org.hibernate.orm:hibernate-core",
            "jakarta.persistence:jakarta.persistence-api",
            "io.netty:netty-common",
            "io.netty:netty-buffer",
            "io.projectreactor.netty:reactor-netty-http",
            "dev.berth:biz-api",
            "org.csv:csv",
            "com.zaxxer:HikariCP");

    /** What both sides are, and how the biz's list is shuffled. */
    record Case(List<Library> declared, List<BaseLibrary> base, long seed) {}

    @Property(edgeCases = EdgeCasesMode.NONE)
    void planIsTheSameInWhateverOrder(@ForAll("cases") Case each) {
        // Given
        List<Library> declared = new ArrayList<>(each.declared);
        List<BaseLibrary> base = new ArrayList<>(each.base);
        Collections.shuffle(declared, new Random(each.seed));
        Collections.shuffle(base, new Random(each.seed));

        // When / Then
        assertThat(outcome(declared, base)).isEqualTo(outcome(each.declared, each.base));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void casesAreNotAllRefused(@ForAll("cases") Case each) {
        // When
        Statistics.collect(plan(each)
                .filter(linkage -> linkage.decisions().stream()
                                .map(LinkageDecision::sharing)
                                .distinct()
                                .count()
                        > 1)
                .isPresent());

        // Then
        Statistics.coverage(coverage -> coverage.check(true).percentage(share -> share > 10));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void planDecidesOnceForEachLibrary(@ForAll("cases") Case each) {
        plan(each).ifPresent(linkage -> assertThat(linkage.decisions())
                .extracting(LinkageDecision::library)
                .containsExactlyInAnyOrderElementsOf(each.declared));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void planNeverSharesAnOlderLibraryOrAnotherMajor(@ForAll("cases") Case each) {
        plan(each).stream()
                .flatMap(linkage -> linkage.decisions().stream())
                .filter(decision -> decision.sharing() == Sharing.SHARE)
                .filter(decision -> decision.library().coordinates().version().isPresent())
                // An API in Tomcat has a version of its own
                .filter(decision -> !decision.library().coordinates().artifact().startsWith("jakarta.servlet"))
                .forEach(decision -> {
                    String asked = decision.library().coordinates().version().orElseThrow();
                    String had = decision.base()
                            .orElseThrow()
                            .coordinates()
                            .version()
                            .orElseThrow();
                    assertThat(Versions.compare(had, asked)).isNotNegative();
                    assertThat(had.charAt(0)).isEqualTo(asked.charAt(0));
                });
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void planNeverSplitsAFamilyThatBothHave(@ForAll("cases") Case each) {
        plan(each).ifPresent(linkage -> {
            Map<Optional<Family>, Set<Sharing>> sharings = linkage.decisions().stream()
                    .filter(decision -> decision.base().isPresent() && decision.sharing() != Sharing.IGNORE)
                    .filter(decision ->
                            Family.of(decision.library().coordinates()).isPresent())
                    // Its modules part one by one
                    .filter(decision -> MustShare.stays(decision.library().coordinates()))
                    .collect(groupingBy(
                            decision -> Family.of(decision.library().coordinates()),
                            mapping(LinkageDecision::sharing, toSet())));
            assertThat(sharings.values())
                    .allSatisfy(sharing -> assertThat(sharing).hasSize(1));
        });
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void planSharesWhatMustBeSharedOrRefuses(@ForAll("cases") Case each) {
        plan(each).ifPresent(linkage -> assertThat(linkage.decisions())
                .filteredOn(decision -> decision.base().filter(MustShare::is).isPresent())
                .filteredOn(decision -> MustShare.stays(decision.library().coordinates()))
                .allSatisfy(decision -> assertThat(decision.sharing()).isNotEqualTo(Sharing.BRING)));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void planNeverBringsWhatIsOnlyNamed(@ForAll("cases") Case each) {
        plan(each).ifPresent(linkage -> assertThat(linkage.brought())
                .noneSatisfy(library -> assertThat(library.isDeclaredOnly()).isTrue()));
    }

    /** Mostly alike, as real ones are; else nearly all would be refused. */
    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<String> versions = Arbitraries.frequency(
                Tuple.of(12, "1.1"),
                Tuple.of(4, "1.0"),
                Tuple.of(1, "1.1.0-RC1"),
                Tuple.of(1, "2.0.0.Final"),
                Tuple.of(1, "?"));
        Arbitrary<LibraryCoordinates> coordinates = Combinators.combine(Arbitraries.of(NAMES), versions)
                .as((name, version) -> Libraries.coordinates(name + ":" + version));
        Arbitrary<Library> declared = Combinators.combine(
                        coordinates, Arbitraries.integers().between(0, 9))
                .as((each, kind) -> kind == 0
                        ? Library.declaredOnly(each)
                        : new Library(each, Set.of(), Optional.of("lib/" + each.artifact() + ".jar")));
        Arbitrary<BaseLibrary> base = Combinators.combine(
                        coordinates,
                        coordinates.set().ofMaxSize(3),
                        Arbitraries.integers().between(0, 9))
                .as((each, references, kind) ->
                        new BaseLibrary(each, Set.of(), kind == 0, new Libraries.References(references)));
        return Combinators.combine(
                        declared.list().uniqueElements().ofMaxSize(8),
                        base.list()
                                .uniqueElements(each -> each.coordinates().name())
                                .ofMinSize(8)
                                .ofMaxSize(NAMES.size()),
                        Arbitraries.longs())
                .as(Case::new);
    }

    private static Optional<Linkage> plan(Case each) {
        try {
            return Optional.of(LinkagePlanner.plan(SHOP, each.declared, new BaseLibraries(each.base)));
        } catch (BerthException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.LINKAGE_REFUSED);
            return Optional.empty();
        }
    }

    private static String outcome(List<Library> declared, List<BaseLibrary> base) {
        try {
            return LinkagePlanner.plan(SHOP, declared, new BaseLibraries(base))
                    .decisions()
                    .toString();
        } catch (BerthException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
