/*
 * A newer state of the open file: what stays, what falls back, and when it is noticed.
 */
#include "tests/files.h"
#include "tui/app.h"
#include "tui/follow.h"
#include "tui/lens.h"
#include "tui/reload.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char head[] =
    "entrepot: 1\ntitle: T\nunit: {currency: USD, scale: 6}\n"
    "dimensions:\n  partner:\n    levels: [continent, country]\n    members:\n";

/* Members in two orders, so that every number changes. */
static const char first_members[] =
    "      - {code: ASIA, name: Asia, level: continent}\n"
    "      - {code: EUR, name: Europe, level: continent}\n"
    "      - {code: JPN, name: Japan, parent: ASIA}\n"
    "      - {code: VNM, name: Viet Nam, parent: ASIA}\n"
    "      - {code: FRA, name: France, parent: EUR}\n";
static const char second_members[] =
    "      - {code: EUR, name: Europe, level: continent}\n"
    "      - {code: ASIA, name: Asia, level: continent}\n"
    "      - {code: FRA, name: France, parent: EUR}\n"
    "      - {code: KOR, name: Korea, parent: ASIA}\n"
    "      - {code: VNM, name: Viet Nam, parent: ASIA}\n"
    "      - {code: JPN, name: Japan, parent: ASIA}\n";

static const char first_rows[] =
    "observations:\n"
    "  - {partner: JPN, period: 2023, exports: 9, imports: 4}\n"
    "  - {partner: VNM, period: 2023, exports: 5, imports: 2}\n"
    "  - {partner: FRA, period: 2023, exports: 7, imports: 3}\n"
    "  - {partner: JPN, period: 2024, exports: 10, imports: 4}\n"
    "  - {partner: VNM, period: 2024, exports: 6, imports: 2}\n"
    "  - {partner: FRA, period: 2024, exports: 8, imports: 3}\n";
static const char second_rows[] =
    "observations:\n"
    "  - {partner: KOR, period: 2022, exports: 1, imports: 1}\n"
    "  - {partner: JPN, period: 2023, exports: 9, imports: 4}\n"
    "  - {partner: VNM, period: 2023, exports: 55, imports: 2}\n"
    "  - {partner: FRA, period: 2023, exports: 7, imports: 3}\n"
    "  - {partner: KOR, period: 2024, exports: 1, imports: 1}\n"
    "  - {partner: JPN, period: 2024, exports: 10, imports: 4}\n"
    "  - {partner: VNM, period: 2024, exports: 66, imports: 2}\n"
    "  - {partner: FRA, period: 2025, exports: 8, imports: 3}\n";

struct bench {
    struct app app;
    char path[64];
};

static void write_file(const struct bench *bench, const char *members, const char *rows)
{
    struct arena arena = {0};
    const char *text = arena_printf(&arena, "%s%s%s", head, members, rows);

    files_write(bench->path, text, strlen(text));
    arena_clear(&arena);
}

static void start(struct bench *bench)
{
    struct catalog catalog = {0};
    struct look look = {.colors = 256};

    snprintf(bench->path, sizeof(bench->path), "reload-%ld.yaml", (long)getpid());
    write_file(bench, first_members, first_rows);
    app_open(&bench->app, &catalog, &look, "en");
    app_resize(&bench->app, 24, 80);
    cr_assert_eq(app_load(&bench->app, bench->path), LOAD_OK);
}

static void stop(struct bench *bench)
{
    app_close(&bench->app);
    unlink(bench->path);
}

static void press(struct bench *bench, const char *keys)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};

    cr_assert(app_keys(&bench->app, keys, &diags));
    arena_clear(&arena);
}

static const char *selected(const struct bench *bench)
{
    return bench->app.frame->rows[bench->app.selected].code;
}

Test(reload, keeps_lens_selection_and_view_by_code)
{
    struct bench bench;

    start(&bench);
    press(&bench, "2sn/viet<Enter>[");
    cr_assert_str_eq(selected(&bench), "VNM");
    write_file(&bench, second_members, second_rows);
    press(&bench, "r");
    cr_expect_str_eq(selected(&bench), "VNM");
    cr_expect_eq(bench.app.view, VIEW_TABLE);
    cr_expect_eq(bench.app.lens.query.sort.kind, SORT_NAME);
    cr_expect_eq(bench.app.lens.query.period.index, 2023);
    cr_expect_float_eq(
        frame_exports(bench.app.frame, &bench.app.frame->rows[bench.app.selected])
            .number,
        55e6, 0);
    stop(&bench);
}

Test(reload, keeps_the_way_down_and_the_history)
{
    struct bench bench;
    const struct dimension *partner;

    start(&bench);
    bench.app.lens.query.level = 0;
    app_refresh(&bench.app);
    press(&bench, "2/asia<Enter><Enter>");
    cr_assert_eq(bench.app.frame->member_count, 2);
    write_file(&bench, second_members, second_rows);
    press(&bench, "r");
    partner = &bench.app.dataset.dimension[0];
    cr_expect_eq(bench.app.frame->member_count, 3);
    cr_expect_str_eq(partner->members[bench.app.lens.query.within[0]].code, "ASIA");
    press(&bench, "<BS>");
    cr_expect_str_eq(selected(&bench), "ASIA");
    press(&bench, "u");
    cr_expect_eq(bench.app.frame->member_count, 3);
    press(&bench, "u");
    cr_expect_eq(bench.app.lens.query.within[0], MEMBER_NONE);
    stop(&bench);
}

Test(reload, what_is_gone_falls_back_and_is_said)
{
    struct bench bench;

    start(&bench);
    bench.app.lens.query.level = 0;
    app_refresh(&bench.app);
    press(&bench, "2/asia<Enter><Enter>");
    write_file(&bench, "      - {code: FRA, name: France, level: country}\n",
               "observations:\n"
               "  - {partner: FRA, period: 2025, exports: 8, imports: 3}\n");
    press(&bench, "r");
    cr_expect_eq(bench.app.lens.query.within[0], MEMBER_NONE);
    cr_expect_eq(bench.app.lens.query.period.index, 2025);
    cr_expect_str_eq(selected(&bench), "FRA");
    cr_expect(strstr(bench.app.message, "gone from it") != NULL);
    press(&bench, "uu");
    stop(&bench);
}

Test(reload, a_bad_file_leaves_the_old_figures_and_can_be_looked_at)
{
    struct bench bench;

    start(&bench);
    press(&bench, "2/viet<Enter>");
    write_file(&bench, second_members, "observations: [\n");
    press(&bench, "r");
    cr_expect_eq(bench.app.page, PAGE_DATA);
    cr_expect_str_eq(selected(&bench), "VNM");
    cr_expect(strstr(bench.app.message, "r again shows why") != NULL);
    press(&bench, "r");
    cr_expect_eq(bench.app.page, PAGE_ERRORS);
    press(&bench, "<Esc>");
    cr_expect_eq(bench.app.page, PAGE_DATA);
    write_file(&bench, second_members, second_rows);
    press(&bench, "r");
    cr_expect_eq(bench.app.page, PAGE_DATA);
    cr_expect_str_eq(selected(&bench), "VNM");
    cr_expect_eq(bench.app.dataset.period_count, 4);
    stop(&bench);
}

Test(reload, coarser_periods_and_a_full_range_grow_with_the_file)
{
    struct bench bench;

    start(&bench);
    press(&bench, "2p");
    cr_assert_eq(bench.app.frame->row_count, 2);
    write_file(&bench, second_members, second_rows);
    press(&bench, "r");
    cr_expect_eq(bench.app.frame->row_count, 4);
    stop(&bench);
}

Test(follow, a_change_is_said_once_and_not_more_often_looked_for_than_each_second)
{
    struct bench bench;

    start(&bench);
    cr_expect_eq(follow_wait(&bench.app), 1000);
    cr_expect_not(follow_look(&bench.app, 5000));
    write_file(&bench, second_members, second_rows);
    cr_expect_not(follow_look(&bench.app, 5900));
    cr_expect(follow_look(&bench.app, 6000));
    cr_expect(strstr(bench.app.message, "has changed; r reads it again") != NULL);
    press(&bench, "j");
    cr_expect_not(follow_look(&bench.app, 9000));
    cr_expect_str_eq(bench.app.message, "");
    cr_expect_eq(bench.app.dataset.period_count, 2);
    unlink(bench.path);
    cr_expect(follow_look(&bench.app, 11000));
    cr_expect(strstr(bench.app.message, "is gone") != NULL);
    cr_expect_not(follow_look(&bench.app, 13000));
    stop(&bench);
}

Test(follow, watching_reads_again_and_waits_for_a_half_written_file)
{
    struct bench bench;

    start(&bench);
    bench.app.is_watching = true;
    press(&bench, "2/viet<Enter>");
    cr_expect_not(follow_look(&bench.app, 1000));
    write_file(&bench, second_members, "observations:\n  - {partner: KOR, per");
    cr_expect(follow_look(&bench.app, 2000));
    cr_expect_eq(bench.app.page, PAGE_DATA);
    cr_expect_eq(bench.app.dataset.period_count, 2);
    cr_expect_not(follow_look(&bench.app, 3000), "nothing new to read");
    write_file(&bench, second_members, second_rows);
    cr_expect(follow_look(&bench.app, 4000));
    cr_expect_eq(bench.app.dataset.period_count, 4);
    cr_expect_str_eq(selected(&bench), "VNM");
    stop(&bench);
}

Test(follow, nothing_is_read_while_something_is_typed)
{
    struct bench bench;

    start(&bench);
    bench.app.is_watching = true;
    press(&bench, "2/vi");
    write_file(&bench, second_members, second_rows);
    cr_expect_not(follow_look(&bench.app, 2000));
    press(&bench, "<Enter>");
    cr_expect(follow_look(&bench.app, 3000));
    cr_expect_eq(bench.app.dataset.period_count, 4);
    stop(&bench);
}
