package dev.berth.linkage;

import static dev.berth.linkage.Libraries.base;
import static dev.berth.linkage.Libraries.nested;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of a library that the base's others link to. */
class LinkageReferencesTests {

    private static final BizId SHOP = new BizId(new BizName("shop"), new BizVersion("1.0"));

    @Test
    void planWhenASharedLibraryLinksToWhatIsBroughtBringsItToo() {
        // Given
        BaseLibraries base = new BaseLibraries(List.of(
                base("g:top:1", "g:middle:1"), base("g:middle:1", "g:low:1"), base("g:low:1"), base("g:aside:1")));

        // When
        Linkage linkage =
                LinkagePlanner.plan(SHOP, List.of(nested("g:top:1"), nested("g:low:2"), nested("g:aside:1")), base);

        // Then
        assertThat(decision(linkage, "top").sharing()).isEqualTo(Sharing.BRING);
        assertThat(decision(linkage, "top").reason())
                .isEqualTo("Base's copy links to low, of which the biz brings its own");
        assertThat(decision(linkage, "aside").sharing()).isEqualTo(Sharing.SHARE);
    }

    @Test
    void planWhenNothingThatTheBaseHasIsBroughtAsksForNoReferences() {
        // Given
        BaseLibraries base =
                new BaseLibraries(List.of(new BaseLibrary(Libraries.coordinates("g:top:1"), Set.of(), false, () -> {
                    throw new AssertionError("Nobody needs them");
                })));

        // When
        Linkage linkage = LinkagePlanner.plan(SHOP, List.of(nested("g:top:1"), nested("g:elsewhere:2")), base);

        // Then
        assertThat(decision(linkage, "top").sharing()).isEqualTo(Sharing.SHARE);
        assertThat(decision(linkage, "elsewhere").sharing()).isEqualTo(Sharing.BRING);
    }

    @Test
    void planWhenOnlySomeAreSharedAsksForTheReferencesOfThoseAlone() {
        // Given
        BaseLibraries base = new BaseLibraries(List.of(
                base("g:top:1", "g:middle:1"),
                base("g:middle:1"),
                base("g:low:1"),
                new BaseLibrary(Libraries.coordinates("g:aside:1"), Set.of(), false, () -> {
                    throw new AssertionError("No biz has it");
                })));

        // When
        Linkage linkage = LinkagePlanner.plan(SHOP, List.of(nested("g:top:1"), nested("g:low:2")), base);

        // Then
        assertThat(decision(linkage, "top").sharing()).isEqualTo(Sharing.SHARE);
    }

    @Test
    void planWhenWhatLinksMustBeSharedKeepsItAndSaysSo() {
        // Given
        BaseLibraries base = new BaseLibraries(List.of(
                base("org.springframework:spring-web:7.0.9", "g:low:1"),
                base("g:top:1", "org.springframework:spring-web:7.0.9"),
                base("g:low:1")));

        // When
        Linkage linkage = LinkagePlanner.plan(
                SHOP,
                List.of(nested("org.springframework:spring-web:7.0.9"), nested("g:top:1"), nested("g:low:2")),
                base);

        // Then
        assertThat(decision(linkage, "spring-web").sharing()).isEqualTo(Sharing.SHARE);
        assertThat(decision(linkage, "spring-web").reason())
                .isEqualTo("Base has the same version; it works with the base's low, not with the biz's own");
        assertThat(decision(linkage, "top").sharing()).isEqualTo(Sharing.SHARE);
    }

    @Test
    void planWhenAModuleOfSpringLinksToWhatIsBroughtBringsThatModule() {
        // Given
        BaseLibraries base = new BaseLibraries(List.of(
                base("org.springframework:spring-core:7.0.9"),
                base("org.springframework.boot:spring-boot-jdbc:4.1.1", "com.zaxxer:HikariCP:7.0.2"),
                base(
                        "org.springframework.boot:spring-boot-jpa:4.1.1",
                        "org.springframework.boot:spring-boot-jdbc:4.1.1"),
                base("com.zaxxer:HikariCP:7.0.2")));

        // When
        Linkage linkage = LinkagePlanner.plan(
                SHOP,
                List.of(
                        nested("org.springframework:spring-core:7.0.9"),
                        nested("org.springframework.boot:spring-boot-jdbc:4.1.1"),
                        nested("org.springframework.boot:spring-boot-jpa:4.1.0"),
                        nested("com.zaxxer:HikariCP:6.3.3")),
                base);

        // Then
        assertThat(decision(linkage, "spring-core").sharing()).isEqualTo(Sharing.SHARE);
        assertThat(decision(linkage, "spring-boot-jdbc").sharing()).isEqualTo(Sharing.BRING);
        assertThat(decision(linkage, "spring-boot-jpa").reason())
                .isEqualTo("Base's copy links to HikariCP, of which the biz brings its own");
    }

    private static LinkageDecision decision(Linkage linkage, String artifact) {
        return linkage.decisions().stream()
                .filter(each -> each.library().coordinates().artifact().equals(artifact))
                .findFirst()
                .orElseThrow();
    }
}
