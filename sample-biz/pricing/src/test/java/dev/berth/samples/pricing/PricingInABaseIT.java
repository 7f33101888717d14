package dev.berth.samples.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.test.AssertNoLeakedLoaders;
import dev.berth.test.BizTest;
import dev.berth.test.TestBiz;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** The slim jar in a base, where it has to get along with what the base has. */
@BizTest
@AssertNoLeakedLoaders
class PricingInABaseIT {

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void quoteFollowsTheRulesInTheFiles(TestBiz pricing) throws Exception {
        HttpResponse<String> quote = get(pricing, "/api/prices/TEA-001?quantity=20");

        assertThat(quote.statusCode()).isEqualTo(200);
        assertThat(quote.body()).contains("\"total\":155.79");
    }

    @Test
    void quoteOfUnlistedSkuIsNotFound(TestBiz pricing) throws Exception {
        assertThat(get(pricing, "/api/prices/TEA-999").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(TestBiz biz, String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(biz.url(path)).build(), BodyHandlers.ofString());
    }
}
