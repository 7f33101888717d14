package dev.berth.fidelity.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.fidelity.Built;
import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;
import dev.berth.process.BaseProcess;
import java.net.http.HttpResponse;

/** One of two that clash. */
public final class ClashTwoLine implements Line {

    @Override
    public String name() {
        return "clash-two";
    }

    @Override
    public String shows() {
        return "Commons Lang 3.20.0, and a class and resources that have the same names as those of clash-one, beside it";
    }

    @Override
    public void visit(Visitor visitor) {
        visitor.get("/who")
                .answers(200)
                .with("\"who\":\"two\"", "\"calls\":1", "\"texts\":1", "The text of two", "The bundle of two");
        visitor.get("/library")
                .answers(200)
                .with(
                        "\"resource\":\"3.20.0\"",
                        "\"version\":\"3.20.0\"",
                        "[org.apache.commons.lang3.Strings, org.apache.commons.lang3.stream.IntStreams]");
    }

    /** The other one side by side with this: both still answer each by itself. */
    @Override
    public void besides(BaseProcess base) throws Exception {
        assertThat(base.admin().install(Built.app("clash-one")).statusCode()).isEqualTo(201);
        try {
            assertThat(base.get("/clash-one/library").body()).contains("\"resource\":\"3.9\"");
            assertThat(base.get("/clash-two/library").body()).contains("\"resource\":\"3.20.0\"");
            assertThat(base.get("/clash-one/who").body())
                    .contains("\"calls\":1", "The text of one", "The bundle of one");
            assertThat(base.get("/clash-two/who").body())
                    .contains("\"calls\":2", "The text of two", "The bundle of two");
        } finally {
            HttpResponse<String> uninstalled = base.admin().uninstall("clash-one");
            assertThat(uninstalled.statusCode()).as(uninstalled.body()).isEqualTo(200);
        }
    }
}
