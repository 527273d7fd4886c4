#include "core/query/coarsen.h"
#include "core/query/months.h"
#include "tests/sample.h"

#include <criterion/criterion.h>

static const char ytd[] =
    "entrepot: 1\ntitle: T\nkind: ytd\n"
    "unit: {currency: CNY, scale: 8}\n"
    "columns: [period, partner, exports, imports]\nobservations:\n"
    "  - [2023-12, A, 1200, 900]\n"
    "  - [2024-01, A, 100.5, 80]\n"
    "  - [2024-02, A, 190, 150]\n"
    "  - [2024-04, A, 400, 300]\n"
    "  - [2024-05, A, 510, c]\n"
    "  - [2024-06, A, 600, 480]\n"
    "  - [2024-02, B, 7, 8]\n";

Test(months, are_differences_of_the_year_to_date)
{
    struct dataset dataset;
    struct arena arena = {0};
    struct query query;
    struct frame *frame;

    sample_load(&dataset, ytd);
    cr_assert(dataset.is_ytd);
    months_from_year_to_date(&dataset);
    cr_expect_not(dataset.is_ytd);
    query = query_new(&dataset);
    query.within[0] = 0;
    query.rows = ROWS_PERIOD;
    query.period = dataset.periods[0];
    query.sort = (struct sort_key){.kind = SORT_FILE};
    frame = frame_new(&dataset, &query, &arena);
    cr_expect_eq(sample_value(frame, sample_row(frame, "2024-01"), "exports").number,
                 100.5e8);
    cr_expect_eq(sample_value(frame, sample_row(frame, "2024-02"), "exports").number,
                 89.5e8);
    /* March lacks, so April alone is not known; December 2023 is not January. */
    cr_expect_eq(sample_value(frame, sample_row(frame, "2024-04"), "exports").absence,
                 ABSENCE_NOT_AVAILABLE);
    cr_expect_eq(sample_value(frame, sample_row(frame, "2023-12"), "exports").absence,
                 ABSENCE_NOT_AVAILABLE);
    cr_expect_eq(sample_value(frame, sample_row(frame, "2024-05"), "exports").number,
                 110e8);
    cr_expect_eq(sample_value(frame, sample_row(frame, "2024-05"), "imports").absence,
                 ABSENCE_CONFIDENTIAL);
    cr_expect_eq(sample_value(frame, sample_row(frame, "2024-06"), "imports").absence,
                 ABSENCE_NOT_AVAILABLE);
    arena_clear(&arena);
    dataset_close(&dataset);
}

Test(months, year_to_date_figures_are_never_added_up)
{
    struct dataset dataset;
    struct dataset years = {0};

    sample_load(&dataset, ytd);
    cr_expect_not(coarsen(&dataset, FREQUENCY_YEAR, &years));
    dataset_close(&dataset);
}
