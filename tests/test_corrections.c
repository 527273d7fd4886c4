/*
 * A flow below zero is a correction: what has a range has no value there.
 */
#include "core/query/indicator_spec.h"
#include "tests/sample.h"

#include <criterion/criterion.h>
#include <string.h>

/* B has exports below zero, C imports; the total is what is left. */
static const char yaml[] =
    "title: T\nunit: {currency: USD, scale: 6}\n"
    "columns: [period, partner, exports, imports]\nobservations:\n"
    "- [2024, A, 100, 50]\n- [2024, B, -10, 50]\n- [2024, C, 20, -5]\n";

static struct value ask(const struct dataset *dataset, struct arena *arena,
                        const char *code, const char *column)
{
    struct diag_list diags = {.arena = arena};
    struct query query = query_new(dataset);
    struct column_spec spec;
    struct frame *frame;

    cr_assert(column_spec_read(dataset, column, &spec, &diags), "%s", column);
    query.columns = &spec;
    query.column_count = 1;
    frame = frame_new(dataset, &query, arena);
    return sample_value(frame, sample_row(frame, code), column);
}

Test(corrections, have_no_share_ratio_or_index)
{
    static const char *const columns[] = {"cover", "share", "normalised-balance",
                                          "grubel-lloyd", "lafay"};
    static const char *const codes[] = {"B", "C"};
    struct arena arena = {0};
    struct dataset dataset;

    sample_load(&dataset, yaml);
    for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
        for (size_t k = 0; k < 2; k++)
            cr_expect_eq(ask(&dataset, &arena, codes[k], columns[i]).absence,
                         ABSENCE_UNDEFINED, "%s of %s", columns[i], codes[k]);
    cr_expect_eq(ask(&dataset, &arena, "B", "exports-share").absence,
                 ABSENCE_UNDEFINED);
    cr_expect_eq(ask(&dataset, &arena, "C", "imports-share").absence,
                 ABSENCE_UNDEFINED);
    cr_expect_float_eq(ask(&dataset, &arena, "C", "exports-share").number, 2000. / 110,
                       1e-9);
    cr_expect_eq(ask(&dataset, &arena, "A", "cover").number, 200);
    /* What is a difference stays one. */
    cr_expect_eq(ask(&dataset, &arena, "B", "balance").number, -60e6);
    dataset_close(&dataset);
    arena_clear(&arena);
}
