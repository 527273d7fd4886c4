#include "tui/unreadable.h"

#include "core/base/translate.h"

const char *unreadable_words(const struct dataset *dataset, struct arena *arena)
{
    const struct row_fates *fates = &dataset->fates;
    const char *figures = "";
    const char *rows = "";

    if (fates->figures)
        figures = arena_printf(arena,
                               P_("%zu figure could not be read",
                                  "%zu figures could not be read", fates->figures),
                               fates->figures);
    if (fates->refused)
        rows = arena_printf(
            arena, P_("%zu row was left out", "%zu rows were left out", fates->refused),
            fates->refused);
    return arena_printf(arena, "%s%s%s", figures, *figures && *rows ? _(", ") : "",
                        rows);
}
