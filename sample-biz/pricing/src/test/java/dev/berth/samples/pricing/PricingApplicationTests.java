package dev.berth.samples.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class PricingApplicationTests {

    @Autowired
    private MockMvcTester mvc;

    @Test
    void quoteFollowsTheRulesInTheFiles() {
        assertThat(mvc.get().uri("/api/prices/TEA-001?quantity=20"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"sku": "TEA-001", "quantity": 20, "unitPrice": 8.32, "discountPercent": 12.5,
                         "discountReason": "Twenty packets of tea, or more", "net": 145.60, "vat": 10.19, "total": 155.79}
                        """);
    }

    @Test
    void quoteOfUnlistedSkuIsNotFound() {
        assertThat(mvc.get().uri("/api/prices/TEA-999"))
                .hasStatus(HttpStatus.NOT_FOUND)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("The price list has no 'TEA-999'");
    }

    @Test
    void quoteOfNoPiecesIsABadRequest() {
        assertThat(mvc.get().uri("/api/prices/TEA-001?quantity=0"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
}
