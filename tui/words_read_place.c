/*
 * Words back into where on the screen one is.
 */
#include "tui/words_internal.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/lens.h"
#include "tui/path_plan.h"
#include "tui/words.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { COUNT_MAX = 1000000000, YEARS_MAX = 2999 };

static const struct source_pos here = {"entrepot", 0, 0};

/* A member of the named dimension, else of that of the rows; or a period. */
static bool mark_one(struct app *app, const struct word_part *part)
{
    const struct dataset *dataset = &app->dataset;
    bool is_period = part->name ? strcmp(part->name, "period") == 0
                                : app->lens.query.rows == ROWS_PERIOD;
    struct mark mark = {ROWS_PERIOD, MEMBER_NONE, {0}};

    if (app->lens.mark_count == MARK_MAX)
        return false;
    if (is_period) {
        if (!period_read_joined(part->value, &mark.period))
            return false;
    } else {
        mark.rows =
            part->name ? dataset_dimension(dataset, part->name) : app->lens.query.rows;
        if (mark.rows == SIZE_MAX)
            return false;
        mark.member = dict_find(&dataset->dimension[mark.rows].codes, part->value,
                                strlen(part->value));
        if (mark.member == DICT_NONE)
            return false;
    }
    app->lens.marks[app->lens.mark_count++] = mark;
    return true;
}

static bool read_marks(struct app *app, const char *text, struct diag_list *diags)
{
    struct word_part part;

    for (const char *list = text; words_next_part(&list, &part, diags->arena);)
        if (!mark_one(app, &part))
            return diag_error(diags, here, _("--mark: there is no '%s' to mark"),
                              part.value);
    app_refresh(app);
    return true;
}

static size_t find_code(const struct frame *frame, const char *code)
{
    for (size_t i = 0; i < frame->row_count; i++)
        if (strcmp(frame->rows[i].code, code) == 0)
            return i;
    return SIZE_MAX;
}

/* A row by its whole name; none where two are called so. */
static size_t find_name(const struct frame *frame, const char *name)
{
    size_t found = SIZE_MAX;

    for (size_t i = 0; i < frame->row_count; i++) {
        if (strcasecmp(frame->rows[i].name, name) != 0)
            continue;
        if (found != SIZE_MAX)
            return SIZE_MAX;
        found = i;
    }
    return found;
}

static bool read_row(const struct app *app, const char *code, size_t *row,
                     struct diag_list *diags)
{
    const char **codes;
    const char *closest;
    size_t count = app->frame->row_count;

    *row = find_code(app->frame, code);
    if (*row == SIZE_MAX)
        *row = find_name(app->frame, code);
    if (*row != SIZE_MAX)
        return true;
    codes = ARENA_ARRAY(diags->arena, const char *, count);
    for (size_t i = 0; i < count; i++)
        codes[i] = app->frame->rows[i].code;
    closest = text_closest(code, codes, count);
    if (closest)
        return diag_error(diags, here,
                          _("no row has the code '%s'; did you mean '%s'?"), code,
                          closest);
    return diag_error(diags, here, _("no row has the code '%s'"), code);
}

static bool read_at(struct app *app, const char *text, struct diag_list *diags)
{
    const struct frame *trend = app->trend;
    struct period period;

    if (!period_read_joined(text, &period))
        return diag_error(diags, here, _("--at '%s' is no period"), text);
    for (size_t i = 0; i < trend->row_count; i++) {
        if (!period_equal(app->dataset.periods[trend->rows[i].period], period))
            continue;
        app->trended = i;
        return true;
    }
    return diag_error(diags, here, _("the trend has no figures for '%s'"), text);
}

/* A whole number of the list, 0 to `most`. */
static bool read_count(const struct word_part *part, size_t most, size_t *count)
{
    char *end;
    long number = strtol(part->value, &end, 10);

    if (end == part->value || *end || number < 0 || (size_t)number > most)
        return false;
    *count = (size_t)number;
    return true;
}

/* "-2.5" in tenths, digits and at most one decimal, whatever the locale. */
static bool read_tenths(const char *text, int *tenths)
{
    char *end;
    bool is_negative = *text == '-';
    long whole = strtol(text + is_negative, &end, 10);
    long rest = 0;

    if (end == text + is_negative || whole < 0 || whole > 1000)
        return false;
    if (*end == '.' && end[1] >= '0' && end[1] <= '9') {
        rest = end[1] - '0';
        end += 2;
    }
    *tenths = (int)(10 * whole + rest) * (is_negative ? -1 : 1);
    return !*end;
}

static bool assume(struct path_state *path, const struct word_part *part)
{
    const char *name = part->name ? part->name : "";
    bool is_imports = strcmp(name, "imports") == 0;
    size_t count = 0;

    if (strcmp(name, "exports") == 0 || is_imports) {
        path->is_set[is_imports] = read_tenths(part->value, &path->tenths[is_imports]);
        return path->is_set[is_imports];
    }
    if (!read_count(part, YEARS_MAX, &count))
        return false;
    if (strcmp(name, "target") == 0)
        path->target = (int)count;
    else if (strcmp(name, "back") == 0)
        path->back = (int)count;
    else
        return false;
    return true;
}

static bool read_assume(struct app *app, const char *text, struct diag_list *diags)
{
    struct word_part part;

    for (const char *list = text; words_next_part(&list, &part, diags->arena);)
        if (!assume(&app->path, &part))
            return diag_error(diags, here,
                              _("--assume '%s' is not understood; write for example "
                                "exports:2.5,imports:4,target:2040,back:1"),
                              text);
    return true;
}

static bool scroll(struct app *app, const struct word_part *part)
{
    struct {
        const char *name;
        size_t *place;
        size_t most;
    } places[] = {
        {"row", &app->first, COUNT_MAX},
        {"column", &app->first_column, FRAME_COLUMN_MAX},
        {"cursor", &app->column, FRAME_COLUMN_MAX},
        {"pane", &app->pane, 2},
        {"notes", &app->notes_first, COUNT_MAX},
        {"line", &app->path.selected, PATH_PARAMETER_COUNT - 1},
        {"rank", &app->ranked, COUNT_MAX},
    };

    for (size_t i = 0; part->name && i < sizeof(places) / sizeof(places[0]); i++)
        if (strcmp(places[i].name, part->name) == 0)
            return read_count(part, places[i].most, places[i].place);
    return false;
}

static bool read_scroll(struct app *app, const char *text, struct diag_list *diags)
{
    struct word_part part;

    for (const char *list = text; words_next_part(&list, &part, diags->arena);)
        if (!scroll(app, &part))
            return diag_error(diags, here,
                              _("--scroll '%s' is not understood; write for example "
                                "row:20,column:2,pane:1,notes:10,line:1,rank:0"),
                              text);
    return true;
}

bool words_read_places(struct app *app, const char *const text[OPTION_COUNT],
                       struct diag_list *diags)
{
    bool is_good = true;
    size_t row;

    if (text[OPTION_MARK])
        is_good = read_marks(app, text[OPTION_MARK], diags);
    if (text[OPTION_AGAINST]) {
        is_good = read_row(app, text[OPTION_AGAINST], &row, diags);
        if (is_good)
            app->lens.left = lens_id(&app->frame->rows[row]);
    }
    if (text[OPTION_SELECT]) {
        if (read_row(app, text[OPTION_SELECT], &row, diags))
            lens_select(app, row);
        else
            is_good = false;
    }
    if (text[OPTION_AT])
        is_good = read_at(app, text[OPTION_AT], diags) && is_good;
    if (text[OPTION_ASSUME])
        is_good = read_assume(app, text[OPTION_ASSUME], diags) && is_good;
    if (text[OPTION_SCROLL])
        is_good = read_scroll(app, text[OPTION_SCROLL], diags) && is_good;
    app_settle(app);
    return is_good;
}
