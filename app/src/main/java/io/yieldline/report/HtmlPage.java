package io.yieldline.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.yieldline.yaml.ResourceFolder;
import java.util.Map;

/** Writes a page as self-contained HTML: it opens from an email and prints on A4. */
final class HtmlPage {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlPage.class.getClassLoader(), HtmlPage.class.getPackageName());

    private HtmlPage() {}

    static String of(ReportPage page) {
        StringOutput html = new StringOutput();
        String style = ResourceFolder.text(HtmlPage.class, "report.css");
        TEMPLATES.render("page.jte", Map.of("page", page, "style", style), html);
        return html.toString();
    }
}
