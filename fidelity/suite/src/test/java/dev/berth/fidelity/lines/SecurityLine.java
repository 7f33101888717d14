package dev.berth.fidelity.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.fidelity.Built;
import dev.berth.fidelity.Line;
import dev.berth.fidelity.Mask;
import dev.berth.fidelity.Visitor;
import dev.berth.process.BaseProcess;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Callers without, with wrong and with right credentials. */
public final class SecurityLine implements Line {

    private static final String[] BROWSER = {"Accept", "text/html"};
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

    @Override
    public String name() {
        return "security";
    }

    @Override
    public String shows() {
        return "Spring Security in the biz alone: form login, basic authentication, CSRF, rights of paths and methods; a neighbour stays open";
    }

    @Override
    public void visit(Visitor visitor) {

        visitor.get("/open").answers(200).with("open to anonymousUser");
        visitor.get("/notes").answers(401).header("www-authenticate");
        visitor.get("/notes", BROWSER).answers(302).header("location");
        visitor.get("/notes", "Authorization", basic("ann", "tea")).answers(200).with("[]");
        visitor.get("/notes", "Authorization", basic("ann", "coffee")).answers(401);
        visitor.get("/admin/count", "Authorization", basic("ann", "tea")).answers(403);
        visitor.get("/admin/count", "Authorization", basic("root", "pot")).answers(200);
        String form = visitor.get("/login", BROWSER)
                .answers(200)
                .with("Please sign in")
                .body();
        visitor.postForm("/login", "username=ann&password=tea", BROWSER).answers(403);
        visitor.postForm("/login", token(form) + "&username=ann&password=coffee", BROWSER)
                .answers(302);
        visitor.postForm("/login", token(form) + "&username=ann&password=tea", BROWSER)
                .answers(302)
                .header("set-cookie");
        visitor.postForm("/notes", "text=without").answers(403);
        String token = visitor.get("/token").answers(200).body();
        visitor.postForm("/notes", token + "&text=with").answers(200).with("ann: with");
        visitor.send(visitor.request("/notes")
                        .header("X-CSRF-TOKEN", token.substring(token.indexOf('=') + 1))
                        .DELETE())
                .answers(403);
        visitor.postForm("/logout", token, BROWSER).answers(302).header("location");
        visitor.get("/notes").answers(401);
    }

    @Override
    public List<Mask> masks() {
        return List.of(
                Mask.of("_csrf=[A-Za-z0-9_-]{20,}", "_csrf=<token>"),
                Mask.of("value=\"[A-Za-z0-9_-]{90,}\"", "value=\"<token>\""));
    }

    @Override
    public void besides(BaseProcess base) throws Exception {
        HttpResponse<String> installed = base.admin().install(Built.app("validation"));
        assertThat(installed.statusCode()).as(installed.body()).isEqualTo(201);
        assertThat(base.get("/validation/orders?count=1").statusCode()).isEqualTo(200);
        assertThat(base.get("/security/notes").statusCode()).isEqualTo(401);
        HttpResponse<String> uninstalled = base.admin().uninstall("validation");
        assertThat(uninstalled.statusCode()).as(uninstalled.body()).isEqualTo(200);
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static String token(String form) {
        Matcher matcher = TOKEN.matcher(form);
        assertThat(matcher.find()).isTrue();
        return "_csrf=" + matcher.group(1);
    }
}
