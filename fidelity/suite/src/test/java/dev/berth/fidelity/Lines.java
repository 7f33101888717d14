package dev.berth.fidelity;

import dev.berth.fidelity.lines.ActuatorLine;
import dev.berth.fidelity.lines.AddedLibrariesLine;
import dev.berth.fidelity.lines.AsyncLine;
import dev.berth.fidelity.lines.BundlesLine;
import dev.berth.fidelity.lines.CachingLine;
import dev.berth.fidelity.lines.ClashOneLine;
import dev.berth.fidelity.lines.ClashTwoLine;
import dev.berth.fidelity.lines.ConfigImportLine;
import dev.berth.fidelity.lines.ConfigurationPropertiesLine;
import dev.berth.fidelity.lines.DeferredLine;
import dev.berth.fidelity.lines.ErrorPagesLine;
import dev.berth.fidelity.lines.EventsLine;
import dev.berth.fidelity.lines.FlywayLine;
import dev.berth.fidelity.lines.GradleLine;
import dev.berth.fidelity.lines.JdbcLine;
import dev.berth.fidelity.lines.JettyLine;
import dev.berth.fidelity.lines.JpaH2Line;
import dev.berth.fidelity.lines.JpaPostgresqlLine;
import dev.berth.fidelity.lines.KotlinLine;
import dev.berth.fidelity.lines.LombokLine;
import dev.berth.fidelity.lines.MultipartLine;
import dev.berth.fidelity.lines.OlderBootLine;
import dev.berth.fidelity.lines.OtherVersionsLine;
import dev.berth.fidelity.lines.ProfilesLine;
import dev.berth.fidelity.lines.ResourcesLine;
import dev.berth.fidelity.lines.RestclientLine;
import dev.berth.fidelity.lines.ScheduledLine;
import dev.berth.fidelity.lines.SecurityLine;
import dev.berth.fidelity.lines.ServiceLoaderLine;
import dev.berth.fidelity.lines.SessionsLine;
import dev.berth.fidelity.lines.ThymeleafLine;
import dev.berth.fidelity.lines.ValidationLine;
import dev.berth.fidelity.lines.WebjarsLine;
import dev.berth.fidelity.lines.WebsocketLine;
import java.util.List;
import java.util.stream.Stream;

/** All lines, in the order of the table. */
final class Lines {

    static final List<Line> ALL = List.of(
            // The web
            new ValidationLine(),
            new MultipartLine(),
            new ErrorPagesLine(),
            new WebjarsLine(),
            new ThymeleafLine(),
            new SessionsLine(),
            new DeferredLine(),
            new WebsocketLine(),
            new RestclientLine(),
            new SecurityLine(),
            new JettyLine(),
            // Data
            new JpaH2Line(),
            new JpaPostgresqlLine(),
            new JdbcLine(),
            new FlywayLine(),
            new CachingLine(),
            // Settings
            new ConfigurationPropertiesLine(),
            new ProfilesLine(),
            new ConfigImportLine(),
            // The application
            new EventsLine(),
            new ScheduledLine(),
            new AsyncLine(),
            new ActuatorLine(),
            // The class path
            new ServiceLoaderLine(),
            new ResourcesLine(),
            new AddedLibrariesLine(),
            new BundlesLine(),
            // How it is built, and with which versions
            new KotlinLine(),
            new LombokLine(),
            new GradleLine(),
            new OlderBootLine(),
            new OtherVersionsLine(),
            new ClashOneLine(),
            new ClashTwoLine());

    private Lines() {}

    /** Returns the lines that {@code -Dline=<regular expression>} chooses. */
    static List<Line> chosen() {
        return ALL.stream().filter(line -> isChosen(line.name())).toList();
    }

    /** Returns the refused kinds that the same choice chooses. */
    static List<Refused> chosenRefused() {
        return Stream.of(Refused.values())
                .filter(each -> isChosen(each.rowName()))
                .toList();
    }

    /** Returns how each row of the table begins, in its order. */
    static List<String> beginnings() {
        return Stream.concat(
                        ALL.stream().map(line -> Outcome.beginning(line.name(), line.shows())),
                        Stream.of(Refused.values()).map(each -> Outcome.beginning(each.rowName(), each.shows())))
                .toList();
    }

    private static boolean isChosen(String name) {
        String choice = System.getProperty("berth-test.line", "");
        return choice.isBlank() || name.matches(choice);
    }
}
