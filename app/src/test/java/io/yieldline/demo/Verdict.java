package io.yieldline.demo;

/** What a status means. */
enum Verdict {
    PASS,
    FAIL,
    NONE;

    static Verdict of(String status) {
        if (status == null) {
            return NONE;
        }
        return switch (status) {
            case "Pass" -> PASS;
            case "Fail", "Scrap" -> FAIL;
            default -> NONE;
        };
    }
}
