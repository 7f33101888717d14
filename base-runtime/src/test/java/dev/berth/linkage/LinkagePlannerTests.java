package dev.berth.linkage;

import static dev.berth.linkage.Libraries.base;
import static dev.berth.linkage.Libraries.exported;
import static dev.berth.linkage.Libraries.named;
import static dev.berth.linkage.Libraries.nested;
import static dev.berth.linkage.Libraries.packaged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.artifact.Library;
import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkagePlannerTests {

    private static final BizId SHOP = new BizId(new BizName("shop"), new BizVersion("1.0"));

    @ParameterizedTest
    @CsvSource({
        "1.2.0, 1.2.0, SHARE, Base has the same version",
        "1.2.0, 1.3.0, SHARE, 'Base has 1.3.0, same major and not older'",
        "1.2, 1.2.0, SHARE, 'Base has 1.2.0, same major and not older'",
        "1.10.0, 1.9.0, BRING, 'Base has 1.9.0, which is older'",
        "1.2.0, 1.2.0-RC1, BRING, 'Base has 1.2.0-RC1, which is older'",
        "1.2.0, 2.0.0, BRING, 'Base has 2.0.0, another major version'",
        "2.0.0, 1.2.0, BRING, 'Base has 1.2.0, another major version'",
        "33.5.0-jre, 33.4.0-jre, BRING, 'Base has 33.4.0-jre, which is older'",
        "1.2.0, ?, BRING, The version of the base's copy is unknown",
        "?, 1.2.0, BRING, The version of the biz's copy is unknown",
    })
    void planComparesVersions(String asked, String had, Sharing expected, String reason) {
        // When
        LinkageDecision decision = only(nested("g:a:" + asked), base("g:a:" + had));

        // Then
        assertThat(decision.sharing()).isEqualTo(expected);
        assertThat(decision.reason()).isEqualTo(reason);
        assertThat(decision.base()).isPresent();
    }

    @Test
    void planWhenBaseLacksALibraryBringsIt() {
        // When
        LinkageDecision decision = only(nested("g:a:1"), base("g:b:1"));

        // Then
        assertThat(decision.sharing()).isEqualTo(Sharing.BRING);
        assertThat(decision.reason()).isEqualTo("Base doesn't have it");
        assertThat(decision.base()).isEmpty();
    }

    @Test
    void planWhenBizBringsAnotherServerSaysThatItServesNothing() {
        assertThat(only(nested("org.eclipse.jetty:jetty-server:12"), base("g:b:1"))
                        .reason())
                .isEqualTo("Base doesn't have it; it serves nothing, the base's Tomcat does in its place");
    }

    @Test
    void planWhenGroupsDifferBrings() {
        assertThat(only(nested("g:a:1"), base("other:a:1")).base()).isEmpty();
    }

    @Test
    void planWhenAGroupIsUnknownAndPackagesOverlapShares() {
        assertThat(only(nested("g:a:1", Set.of("x.y", "x.z")), packaged("?:a:1", "x.y"))
                        .sharing())
                .isEqualTo(Sharing.SHARE);
    }

    @Test
    void planWhenAGroupIsUnknownAndNoPackageOverlapsBrings() {
        assertThat(only(nested("?:a:1", Set.of("x.z")), packaged("g:a:1", "x.y"))
                        .sharing())
                .isEqualTo(Sharing.BRING);
    }

    @Test
    void planWhenOneMemberOfAFamilyDoesNotFitBringsAllThatBothHave() {
        // Given
        BaseLibraries base = new BaseLibraries(List.of(
                base("org.hibernate.orm:hibernate-core:7.1.0"),
                base("jakarta.persistence:jakarta.persistence-api:3.2.0")));

        // When
        Linkage linkage = LinkagePlanner.plan(
                SHOP,
                List.of(
                        nested("org.hibernate.orm:hibernate-core:7.2.0"),
                        nested("jakarta.persistence:jakarta.persistence-api:3.2.0")),
                base);

        // Then
        assertThat(linkage.brought()).hasSize(2);
        assertThat(decision(linkage, "jakarta.persistence-api").reason())
                .isEqualTo("Hibernate moves as one, and the base's hibernate-core can't be shared");
    }

    @Test
    void planWhenBaseLacksAMemberThatFitsBringsItBesideTheSharedOnes() {
        // When
        Linkage linkage = LinkagePlanner.plan(
                SHOP,
                List.of(
                        nested("org.hibernate.orm:hibernate-core:7.1.0"),
                        nested("org.hibernate.orm:hibernate-envers:7.1.0")),
                new BaseLibraries(List.of(base("org.hibernate.orm:hibernate-core:7.1.4"))));

        // Then
        assertThat(decision(linkage, "hibernate-core").sharing()).isEqualTo(Sharing.SHARE);
        assertThat(decision(linkage, "hibernate-envers").sharing()).isEqualTo(Sharing.BRING);
    }

    @Test
    void planWhenALackingMemberIsNewerThanItsFamilyBringsAll() {
        // When
        Linkage linkage = LinkagePlanner.plan(
                SHOP,
                List.of(
                        nested("org.hibernate.orm:hibernate-core:7.1.0"),
                        nested("org.hibernate.orm:hibernate-envers:7.2.0")),
                new BaseLibraries(List.of(base("org.hibernate.orm:hibernate-core:7.1.0"))));

        // Then
        assertThat(linkage.brought()).hasSize(2);
    }

    @Test
    void planWhenJacksonAnnotationsAreTooOldBringsBothJacksons() {
        // When
        Linkage linkage = LinkagePlanner.plan(
                SHOP,
                List.of(
                        nested("com.fasterxml.jackson.core:jackson-annotations:2.22"),
                        nested("com.fasterxml.jackson.core:jackson-databind:2.21.0"),
                        nested("tools.jackson.core:jackson-databind:3.1.0")),
                new BaseLibraries(List.of(
                        base("com.fasterxml.jackson.core:jackson-annotations:2.21"),
                        base("com.fasterxml.jackson.core:jackson-databind:2.21.0"),
                        base("tools.jackson.core:jackson-databind:3.1.0"))));

        // Then
        assertThat(linkage.brought()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.springframework:spring-core:7.1.0",
                "org.springframework.boot:spring-boot:4.2.0",
                "org.springframework:spring-core:8.0.0",
                "org.slf4j:slf4j-api:2.1.0",
                "ch.qos.logback:logback-classic:1.6.0",
                "org.apache.tomcat.embed:tomcat-embed-core:11.1.0",
                "org.apache.tomcat.embed:tomcat-embed-el:11.1.0",
                "jakarta.servlet:jakarta.servlet-api:6.2.0",
                "io.micrometer:micrometer-observation:1.18.0",
                "dev.berth:biz-api:0.2.0",
                "com.example:contract:2.0",
                "org.springframework:spring-jms:7.1.0",
            })
    void planWhenWhatMustBeSharedDoesNotFitRefuses(String newer) {
        // Given
        Library library = nested(newer);

        // When
        BerthException refused = refused(
                List.of(
                        nested("org.springframework:spring-context:7.0.9"),
                        nested("org.slf4j:slf4j-api:2.0.18"),
                        nested("org.apache.tomcat.embed:tomcat-embed-core:11.0.24"),
                        library),
                webBase());

        // Then
        assertThat(refused.getMessage())
                .startsWith("The base can't link biz 'shop:1.0': '")
                .contains("'" + library.coordinates().artifact() + "' "
                        + library.coordinates().version().orElseThrow())
                .contains("Base has");
        assertThat(refused.remedy()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.springframework:spring-core:7.0.1",
                "org.springframework.boot:spring-boot:4.0.0",
                "org.slf4j:slf4j-api:2.0.9",
                "dev.berth:biz-api:0.1.0",
                "com.example:contract:1.0",
            })
    void planWhenWhatMustBeSharedIsOlderSharesTheBases(String older) {
        assertThat(LinkagePlanner.plan(SHOP, List.of(nested(older)), webBase()).decisions())
                .extracting(LinkageDecision::sharing)
                .containsExactly(Sharing.SHARE);
    }

    @Test
    void planCollectsAllProblemsInOneMessage() {
        // When
        BerthException refused = refused(
                List.of(
                        nested("org.springframework:spring-core:7.1.0"),
                        nested("org.springframework:spring-context:7.1.0"),
                        nested("org.slf4j:slf4j-api:2.1.0"),
                        named("org.csv:csv:1.2")),
                webBase());

        // Then
        assertThat(refused)
                .hasMessage(
                        "The base can't link biz 'shop:1.0': 'csv' 1.2: Base doesn't have it; 'slf4j-api' 2.1.0: Base has"
                                + " 2.0.18, which is older; 'spring-context' 7.1.0 and 1 more of Spring: Base has 7.0.9, which is"
                                + " older");
    }

    @Test
    void planWhenBaseLacksASpringModuleBringsIt() {
        assertThat(LinkagePlanner.plan(SHOP, List.of(nested("org.springframework:spring-jms:7.0.9")), webBase())
                        .brought())
                .hasSize(1);
    }

    @Test
    void planWhenServletApiIsAJarOfItsOwnSharesTomcats() {
        // When
        LinkageDecision decision = LinkagePlanner.plan(
                        SHOP, List.of(nested("jakarta.servlet:jakarta.servlet-api:6.1.0")), webBase())
                .decisions()
                .get(0);

        // Then
        assertThat(decision.sharing()).isEqualTo(Sharing.SHARE);
        assertThat(decision.base().orElseThrow().coordinates().artifact()).isEqualTo("tomcat-embed-core");
        assertThat(decision.reason()).isEqualTo("Base has the same version in tomcat-embed-core");
    }

    @Test
    void planWhenBaseHasNoServletApiRefuses() {
        refused(List.of(nested("jakarta.servlet:jakarta.servlet-api:6.1.0")), new BaseLibraries(List.of()));
    }

    @Test
    void planBringsOtherServers() {
        assertThat(LinkagePlanner.plan(
                                SHOP,
                                List.of(
                                        nested("org.eclipse.jetty:jetty-server:12.1.0"),
                                        nested("org.springframework.boot:spring-boot-jetty:4.1.1")),
                                webBase())
                        .brought())
                .hasSize(2);
    }

    @Test
    void planAlwaysSharesWhatIsExported() {
        assertThat(LinkagePlanner.plan(SHOP, List.of(), webBase()).shared())
                .extracting(library -> library.coordinates().artifact())
                .containsExactly("biz-api", "contract");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring-boot-loader",
                "spring-boot-jarmode-tools",
                "spring-boot-devtools",
                "spring-boot-docker-compose",
                "spring-boot-starter",
                "spring-boot-starter-webmvc"
            })
    void planIgnoresWhatHasNoWorkInABase(String artifact) {
        // When
        LinkageDecision decision =
                only(named("org.springframework.boot:" + artifact + ":4.9.9"), base("org.slf4j:slf4j-api:2.0.18"));

        // Then
        assertThat(decision.sharing()).isEqualTo(Sharing.IGNORE);
        assertThat(decision.reason()).isNotBlank();
    }

    @Test
    void planWhenBaseHasANamedLibraryShares() {
        assertThat(only(named("g:a:1.0"), base("?:a:1.1")).sharing()).isEqualTo(Sharing.SHARE);
    }

    @Test
    void planWhenNamedLibraryIsTooOldInTheBaseRefuses() {
        assertThat(refused(List.of(named("g:a:1.2")), new BaseLibraries(List.of(base("g:a:1.1")))))
                .hasMessageContaining("'a' 1.2: Base has 1.1, which is older");
    }

    @Test
    void planWhenNamedLibraryHasNoVersionTakesWhatIsThere() {
        // When
        Linkage linkage = LinkagePlanner.plan(
                SHOP, List.of(named("?:a:?"), named("?:elsewhere:?")), new BaseLibraries(List.of(base("g:a:1.1"))));

        // Then
        assertThat(decision(linkage, "a").sharing()).isEqualTo(Sharing.SHARE);
        assertThat(decision(linkage, "elsewhere").sharing()).isEqualTo(Sharing.IGNORE);
    }

    @Test
    void planWhenFamilyOfANamedLibraryIsBroughtRefuses() {
        assertThat(refused(
                        List.of(
                                nested("org.hibernate.orm:hibernate-core:7.2.0"),
                                named("jakarta.persistence:jakarta.persistence-api:3.2.0")),
                        new BaseLibraries(List.of(
                                base("org.hibernate.orm:hibernate-core:7.1.0"),
                                base("jakarta.persistence:jakarta.persistence-api:3.2.0")))))
                .hasMessageContaining("'jakarta.persistence-api' 3.2.0: Hibernate moves as one");
    }

    @Test
    void planWhenOnlyThePatchOfWhatMustBeSharedIsNewerShares() {
        // When
        LinkageDecision decision = only(
                nested("org.apache.tomcat.embed:tomcat-embed-core:11.0.25"),
                base("org.apache.tomcat.embed:tomcat-embed-core:11.0.24"));

        // Then
        assertThat(decision.sharing()).isEqualTo(Sharing.SHARE);
        assertThat(decision.reason()).isEqualTo("Base has 11.0.24, an older patch, and there can be only one");
    }

    @Test
    void planWhenALibraryIsThereTwiceTreatsBothAlike() {
        // When
        Linkage linkage = LinkagePlanner.plan(
                SHOP, List.of(nested("g:a:1.0"), nested("g:a:2.0")), new BaseLibraries(List.of(base("g:a:1.0"))));

        // Then
        assertThat(linkage.brought()).hasSize(2);
    }

    private static BaseLibraries webBase() {
        return new BaseLibraries(List.of(
                base("?:spring-core:7.0.9"),
                base("?:spring-context:7.0.9"),
                base("?:spring-boot:4.1.1"),
                base("org.slf4j:slf4j-api:2.0.18"),
                base("ch.qos.logback:logback-classic:1.5.38"),
                base("?:tomcat-embed-core:11.0.24"),
                base("?:tomcat-embed-el:11.0.24"),
                base("io.micrometer:micrometer-observation:1.17.1"),
                base("dev.berth:biz-api:0.1.0"),
                exported("com.example:contract:1.0")));
    }

    private static LinkageDecision only(Library library, BaseLibrary base) {
        List<LinkageDecision> decisions = LinkagePlanner.plan(SHOP, List.of(library), new BaseLibraries(List.of(base)))
                .decisions();
        assertThat(decisions).hasSize(1);
        return decisions.get(0);
    }

    private static LinkageDecision decision(Linkage linkage, String artifact) {
        return linkage.decisions().stream()
                .filter(each -> each.library().coordinates().artifact().equals(artifact))
                .findFirst()
                .orElseThrow();
    }

    private static BerthException refused(List<Library> libraries, BaseLibraries base) {
        BerthException refused =
                catchThrowableOfType(BerthException.class, () -> LinkagePlanner.plan(SHOP, libraries, base));
        assertThat(refused).isNotNull();
        assertThat(refused.code()).isEqualTo(ErrorCode.LINKAGE_REFUSED);
        return refused;
    }
}
