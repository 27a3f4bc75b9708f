package org.tasteprint.cli.command;

import org.tasteprint.cli.app.Checkup;
import org.tasteprint.cli.app.Checkup.Finding;
import org.tasteprint.cli.app.Workspace;
import picocli.CommandLine.Command;

@Command(
        name = "doctor",
        description = "Checks the JDK, native libraries, processor, memory, disk, database and weights: what is wrong and how to mend it.",
        footer = {"", "Exits with 1 when something that Tasteprint cannot do without is wrong."})
final class DoctorCommand extends Action<Checkup.Result> {
    @Override
    Checkup.Result run(Workspace workspace) {
        return new Checkup(workspace).run();
    }

    @Override
    String text(Checkup.Result result) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : result.checks()) {
            text.append("%-8s %-14s %s%n".formatted(finding.state(), finding.name(), finding.found()));
            if (!finding.remedy().isEmpty()) {
                text.append("%24s%s%n".formatted("→ ", finding.remedy()));
            }
        }
        return text.toString();
    }

    @Override
    int exitCode(Checkup.Result result) {
        return result.healthy() ? 0 : 1;
    }
}
