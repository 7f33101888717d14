package dev.berth.samples.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class CatalogApplicationTests {

    @Autowired
    private MockMvcTester mvc;

    @Test
    void pageListsTheProductsUnderTheContextPath() {
        // When
        MvcTestResult page = mvc.get().uri("/shop/").contextPath("/shop").exchange();

        // Then
        assertThat(page).hasStatusOk().hasContentTypeCompatibleWith(MediaType.TEXT_HTML);
        assertThat(page)
                .bodyText()
                .contains("Espresso beans, 1 kg", "€ 19.90")
                .contains("href=\"/shop/catalog.css\"", "href=\"/shop/api/products/");
    }

    @Test
    void listReturnsTheSeededProductsOrderedBySku() {
        // When
        MvcTestResult list = mvc.get().uri("/api/products").exchange();

        // Then
        assertThat(list)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[*].sku")
                .asArray()
                .containsExactly("COF-100", "MUG-010", "TEA-001", "TEA-002");
    }

    @Test
    void addedProductIsFoundWhereTheAnswerSays() {
        // Given
        MvcTestResult added = post("{\"sku\":\"TEA-003\",\"name\":\"Rooibos\",\"price\":6.40}");
        String location = added.getResponse().getHeader("Location");

        // When
        MvcTestResult found = mvc.get().uri(location).exchange();

        // Then
        assertThat(added).hasStatus(HttpStatus.CREATED);
        assertThat(found).hasStatusOk().bodyJson().extractingPath("$.price").isEqualTo(6.4);
    }

    @Test
    void addOfInvalidProductNamesEveryWrongField() {
        // When
        MvcTestResult refused = post("{\"sku\":\"tea\",\"name\":\" \",\"price\":0}");

        // Then
        assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(refused).bodyJson().extractingPath("$.fields").asMap().containsOnlyKeys("name", "price", "sku");
    }

    @Test
    void addOfKnownSkuIsAConflict() {
        // When
        MvcTestResult refused = post("{\"sku\":\"TEA-001\",\"name\":\"Assam again\",\"price\":1.00}");

        // Then
        assertThat(refused).hasStatus(HttpStatus.CONFLICT);
        assertThat(refused).bodyJson().extractingPath("$.detail").asString().contains("'TEA-001'");
    }

    @Test
    void removedProductIsGone() {
        // Given
        String location = post("{\"sku\":\"TEA-004\",\"name\":\"Oolong\",\"price\":9.00}")
                .getResponse()
                .getHeader("Location");

        // When
        MvcTestResult removed = mvc.delete().uri(location).exchange();

        // Then
        assertThat(removed).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(mvc.get().uri(location)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.delete().uri(location)).hasStatus(HttpStatus.NOT_FOUND);
    }

    private MvcTestResult post(String json) {
        return mvc.post()
                .uri("/api/products")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }
}
