/*
 * Marks of the lens: rows that are looked at together.
 */
#include "core/base/translate.h"
#include "tui/lens.h"
#include "tui/mark.h"

#include <stdio.h>
#include <string.h>

static bool is_same(const struct mark *a, const struct mark *b)
{
    if (a->rows != b->rows)
        return false;
    return a->rows == ROWS_PERIOD ? period_equal(a->period, b->period)
                                  : a->member == b->member;
}

/* Puts the mark there or takes it away; false when there is no room. */
static bool toggle(struct lens *lens, const struct mark *mark)
{
    for (size_t i = 0; i < lens->mark_count; i++) {
        if (!is_same(&lens->marks[i], mark))
            continue;
        memmove(&lens->marks[i], &lens->marks[i + 1],
                (lens->mark_count - i - 1) * sizeof(lens->marks[0]));
        lens->mark_count--;
        return true;
    }
    if (lens->mark_count == MARK_MAX)
        return false;
    lens->marks[lens->mark_count++] = *mark;
    return true;
}

static void say_marked(struct app *app)
{
    struct arena scratch = {0};
    const struct glyphs *glyphs = app->look.is_ascii ? &glyphs_ascii : &glyphs_unicode;
    struct show show = show_new(app->frame, glyphs, &scratch);

    snprintf(app->message, sizeof(app->message), "%s",
             mark_words(app->frame, &show, app->cols - 2));
    arena_clear(&scratch);
}

void lens_mark(struct app *app)
{
    const struct frame_row *row;
    struct mark mark;
    struct lens before = app->lens;

    if (app->selected >= app->frame->row_count)
        return;
    row = &app->frame->rows[app->selected];
    if (row->kind == ROW_UNALLOCATED) {
        snprintf(app->message, sizeof(app->message),
                 _("what is not allocated is no row to mark"));
        return;
    }
    mark = (struct mark){app->frame->query.rows, row->member,
                         app->dataset.periods[row->period]};
    if (!toggle(&before, &mark)) {
        snprintf(app->message, sizeof(app->message), _("at most %d rows can be marked"),
                 MARK_MAX);
        return;
    }
    app_remember(app);
    app->lens = before;
    app_refresh(app);
    app_command(app, COMMAND_DOWN);
    say_marked(app);
}

bool lens_unmark(struct app *app)
{
    if (!app->lens.mark_count)
        return false;
    app_remember(app);
    app->lens.mark_count = 0;
    app_refresh(app);
    return true;
}
