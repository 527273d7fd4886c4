/*
 * What a file cannot easily show: the builder by hand, exactness, memory that runs out.
 */
#include "core/base/number.h"
#include "core/load/load.h"
#include "core/model/builder.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static const struct source_pos here = {"test", 1, 1};

static struct builder_text text(const char *word)
{
    return (struct builder_text){word, strlen(word), here};
}

static void add_row(struct builder *builder, const char *period, size_t measure,
                    const char *figure)
{
    builder_row(builder, here);
    builder_period(builder, text(period));
    builder_figure(builder, measure, text(figure));
    builder_row_end(builder);
}

/* Makes a dataset of one measure with these figures, one a year from 2000 on. */
static void build(struct dataset *dataset, struct diag_list *diags,
                  const char *const *figures, size_t count)
{
    struct builder *builder = builder_open(dataset, diags);
    size_t exports;

    dataset->unit = (struct unit){UNIT_CURRENCY, "USD", 0};
    exports = builder_measure(builder, &(struct measure_spec){.id = text("exports")});
    for (size_t i = 0; i < count; i++) {
        char period[8];

        snprintf(period, sizeof(period), "%zu", 2000 + i);
        add_row(builder, period, exports, figures[i]);
    }
    cr_expect(builder_finish(builder));
    builder_close(builder);
}

Test(builder, figures_with_up_to_nine_decimals_are_exact)
{
    static const char *const figures[] = {"0.1", "-2251799.813685247", "1e3"};
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};
    const struct measure *exports;

    build(&dataset, &diags, figures, 3);
    exports = &dataset.measure[0];
    cr_expect(exports->is_scaled);
    cr_expect_eq(exports->decimals, 9);
    cr_expect_eq(exports->column.data[0], 100000000);
    cr_expect_eq(exports->column.data[1], -2251799813685247);
    cr_expect_eq(exports->column.data[2], 1000000000000);
    dataset_close(&dataset);
    arena_clear(&arena);
}

Test(builder, what_whole_numbers_cannot_hold_stays_as_it_is)
{
    static const char *const cases[][2] = {
        {"0.0000000001", "1"},
        {"9007199254740993", "1"},
        {"2251799.813685248", "0.000000001"},
        {"1e300", "0.5"},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct arena arena = {0};
        struct diag_list diags = {.arena = &arena};
        struct dataset dataset = {0};
        struct number number;

        build(&dataset, &diags, cases[i], 2);
        cr_assert(number_read(cases[i][0], strlen(cases[i][0]), &number));
        cr_expect_not(dataset.measure[0].is_scaled, "%s", cases[i][0]);
        cr_expect_eq(dataset.measure[0].decimals, 0);
        cr_expect_eq(dataset_value(&dataset, 0, 0).number, number.value);
        dataset_close(&dataset);
        arena_clear(&arena);
    }
}

Test(builder, a_measure_that_comes_late_has_no_rows_before)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};
    struct builder *builder = builder_open(&dataset, &diags);
    size_t first;
    size_t second;

    dataset.unit = (struct unit){UNIT_CURRENCY, "USD", 0};
    first = builder_measure(builder, &(struct measure_spec){.id = text("exports")});
    add_row(builder, "2023", first, "1");
    second = builder_measure(builder, &(struct measure_spec){.id = text("imports")});
    add_row(builder, "2024", second, "2");
    cr_expect(builder_finish(builder));
    builder_close(builder);
    cr_expect_eq(dataset_value(&dataset, second, 0).absence, ABSENCE_NO_ROW);
    cr_expect_eq(dataset_value(&dataset, first, 1).absence, ABSENCE_NO_ROW);
    cr_expect_eq(dataset_value(&dataset, second, 1).number, 2);
    dataset_close(&dataset);
    arena_clear(&arena);
}

Test(builder, a_mistake_drops_its_row_alone)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};
    struct builder *builder = builder_open(&dataset, &diags);
    size_t exports =
        builder_measure(builder, &(struct measure_spec){.id = text("exports")});

    dataset.unit = (struct unit){UNIT_PERCENT, "percent", 0};
    add_row(builder, "2022", exports, "1");
    add_row(builder, "2023", exports, "one");
    add_row(builder, "2024", exports, "3");
    cr_expect_eq(dataset.observation_count, 2);
    cr_expect_not(builder_finish(builder));
    cr_expect_eq(diags.count[SEVERITY_ERROR], 1);
    builder_close(builder);
    dataset_close(&dataset);
    arena_clear(&arena);
}

Test(builder, events_are_sorted_and_those_of_one_period_keep_their_order)
{
    static const int32_t years[] = {2020, 2001, 2020, 1999, 2001, 2030, 2020};
    static const char *const sorted[] = {"3", "1", "4", "0", "2", "6", "5"};
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};
    struct builder *builder = builder_open(&dataset, &diags);

    for (size_t i = 0; i < 7; i++) {
        struct event event = {.period = {FREQUENCY_YEAR, years[i], 0}};

        label_add(&event.title, &dataset.arena, "",
                  arena_printf(&dataset.arena, "%zu", i));
        builder_event(builder, event, NULL, 0);
    }
    cr_expect(builder_finish(builder));
    for (size_t i = 0; i < 7; i++)
        cr_expect_str_eq(label_pick(&dataset.events[i].title, ""), sorted[i]);
    builder_close(builder);
    dataset_close(&dataset);
    arena_clear(&arena);
}

Test(builder, a_hundred_thousand_members_in_one_chain_are_no_recursion)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};
    struct builder *builder = builder_open(&dataset, &diags);
    size_t partner = builder_dimension(builder, text("partner"));

    for (int i = 0; i < 100000; i++) {
        struct member_spec spec = {
            .code = text(arena_printf(&arena, "M%d", i)),
            .parent = text(arena_printf(&arena, "M%d", (i + 1) % 100000)),
        };

        builder_member(builder, partner, &spec);
    }
    cr_expect_not(builder_finish(builder));
    builder_close(builder);
    dataset_close(&dataset);
    arena_clear(&arena);
}
