package io.yieldline.cli;

import io.yieldline.cli.Month.Told;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The page about what an operator is told in a bad month, with numbers and names of files left out. */
record BadMonthPage(List<Told> told) {
    void assertWritten() throws IOException {
        Page page = new Page(
                BadMonthTest.class,
                "A bad month",
                "What `yieldline` says when the morning goes wrong, and the command to run then. A test lives through this month with"
                        + " real exports: after each trouble it runs the command, and every mart must be the same as in a plant"
                        + " that never had trouble. `N` stands for numbers, `FILE` for the name of an export. Damage of the"
                        + " database is said by the first command that reads the damaged part, see"
                        + " [troubleshooting](recovery.md).");
        Set<Told> once =
                new LinkedHashSet<>(told.stream().map(BadMonthPage::plain).toList());
        once.forEach(one -> add(page, one));
        page.check("bad-month.md");
    }

    private static void add(Page page, Told one) {
        page.paragraph("## " + one.trouble());
        page.paragraph("```text\n$ yieldline --home plant " + one.asked() + "\n" + one.line() + "\n```");
        page.paragraph(
                one.command().isEmpty()
                        ? "Nothing to do."
                        : "Then run `yieldline --home plant " + one.command() + "`.");
    }

    private static Told plain(Told one) {
        return new Told(one.trouble(), one.asked(), plain(one.line()), plain(one.command()));
    }

    private static String plain(String text) {
        return text.replace("TEMP/plant/inbox/", "")
                .replace("TEMP/", "")
                .replaceAll("(copy of )?\\w*(Report|_report)_\\w*\\.xlsx", "FILE")
                .replaceAll("\\d[\\d,.:-]*\\d|\\d", "N");
    }
}
