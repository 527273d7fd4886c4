#include "tui/app.h"

#include "core/base/translate.h"
#include "core/query/spans.h"
#include "core/query/start.h"
#include "tui/drilling.h"
#include "tui/layout.h"
#include "tui/lens.h"
#include "tui/picker.h"
#include "tui/source.h"
#include "tui/stopping.h"
#include "tui/theme.h"
#include "tui/timing.h"
#include "tui/unreadable.h"
#include "tui/views/view.h"

#include <stdio.h>
#include <string.h>

void app_speak(struct app *app, const char *language)
{
    auditing_close(app);
    tabs_forget_audits(app);
    app->language = language;
    translate_use(app->look.is_ascii ? NULL : language);
}

/* Of one that is zeroed. */
static void begin(struct app *app, const struct catalog *catalog,
                  const struct look *look, const char *language)
{
    app->catalog = *catalog;
    app->look = *look;
    app->themes = themes;
    app->theme_count = THEME_COUNT;
    keymap_open(&app->keys);
    app_speak(app, language);
    app->rows = 24;
    app->cols = 80;
    app->limits = load_limits_default;
}

void app_open(struct app *app, const struct catalog *catalog, const struct look *look,
              const char *language)
{
    *app = (struct app){0};
    begin(app, catalog, look, language);
}

/* Pages that nobody writes on are never touched: most of it is datasets to compare with
 * and to come back to. */
struct app *app_new(struct arena *arena, const struct catalog *catalog,
                    const struct look *look, const char *language)
{
    struct app *app = ARENA_NEW(arena, struct app);

    begin(app, catalog, look, language);
    return app;
}

void app_close_dataset(struct app *app)
{
    picker_close(app);
    loading_close(app);
    stopping_never(app);
    auditing_close(app);
    drilling_clear(app);
    folded_clear(&app->folded);
    timing_settled(app);
    spans_close(&app->coarse);
    dataset_close(&app->loaded);
    dataset_close(&app->older);
    cube_store_clear(&app->cubes);
    arena_clear(&app->frame_arena);
    arena_clear(&app->spare_arena);
    arena_clear(&app->diag_arena);
    question_close(app);
    arena_clear(&app->arena);
}

void app_close(struct app *app)
{
    tabs_end(app);
    app_close_dataset(app);
    arena_clear(&app->copy_arena);
    arena_clear(&app->program_arena);
}

enum load_result app_read(struct app *app, const char *path, struct dataset *dataset)
{
    /* What is written while the file is read must count as new. */
    struct file_stamp stamp = file_stamp_of(path);
    struct load_limits limits = app->limits;
    enum load_result result;

    arena_clear(&app->diag_arena);
    app->diags = (struct diag_list){.arena = &app->diag_arena};
    app->problem = 0;
    app->question.open = (struct load_open){0};
    limits.answers = question_answers(app);
    limits.open = &app->question.open;
    result = load_with_rates(path, app->rates_path, &limits, dataset, &app->diags);
    app->follow.has_failed = result != LOAD_OK;
    app->follow.told = stamp;
    if (result == LOAD_OK) {
        app->follow.read = stamp;
        return result;
    }
    app->failed_path = path;
    app->source = source_read(&app->diag_arena, path, &app->source_size);
    return result;
}

bool app_is_idle(const struct app *app)
{
    return (app->page == PAGE_DATA || app->page == PAGE_ERRORS ||
            app->page == PAGE_LOADING) &&
           app->prompt == PROMPT_NONE && !app->picker.ops && !app->columns_are_open;
}

void app_forget_dataset(struct app *app)
{
    stopping_never(app);
    auditing_close(app);
    drilling_clear(app);
    folded_clear(&app->folded);
    spans_close(&app->coarse);
    dataset_close(&app->loaded);
    app->dataset = (struct dataset){0};
    app->has_dataset = false;
    arena_clear(&app->frame_arena);
    arena_clear(&app->spare_arena);
    app->frame = app->ranking = app->trend = NULL;
    app->charting = (struct charting){0};
    app->measure = NULL;
    cube_store_clear(&app->cubes);
    app->undo = app->redo = NULL;
    app->record_is_open = false;
}

static void say_unreadable(struct app *app, const struct dataset *dataset)
{
    struct arena arena = {0};
    const char *words = unreadable_words(dataset, &arena);
    char key[INPUT_NAME_MAX];

    if (*words)
        snprintf(app->message, sizeof(app->message), _("%s; %s lists what"), words,
                 keymap_first(&app->keys, key, COMMAND_AUDIT));
    arena_clear(&arena);
}

/* Where the lens does not begin with the latest period, or with a level. */
static void say_start(struct app *app)
{
    const struct dataset *dataset = &app->dataset;
    const struct query *query = &app->lens.query;
    char latest[PERIOD_SHOWN_MAX];
    char shown[PERIOD_SHOWN_MAX];
    struct period last;

    if (*app->message || query->rows == ROWS_PERIOD || !dataset->period_count)
        return;
    last = dataset->periods[start_latest(dataset)];
    if (period_compare(query->period, last) < 0)
        snprintf(app->message, sizeof(app->message),
                 _("%s has totals alone; this is %s"), period_words(latest, last),
                 period_words(shown, query->period));
    else if (query->level == LEVEL_GROUPS)
        snprintf(app->message, sizeof(app->message),
                 _("only groups have figures below the total"));
}

void app_show(struct app *app, const struct dataset *dataset, const char *path)
{
    if (dataset->is_ytd)
        snprintf(
            app->message, sizeof(app->message),
            _("figures of the year to date: single periods are differences of them"));
    say_unreadable(app, dataset);
    stopping_never(app);
    auditing_close(app);
    drilling_clear(app);
    folded_clear(&app->folded);
    spans_close(&app->coarse);
    dataset_close(&app->loaded);
    app->loaded = app->dataset = *dataset;
    app->file = path;
    app->lens.timing = (struct timing){0};
    app->has_timing = false;
    timing_use(app);
    app->has_dataset = true;
    app->page = PAGE_DATA;
    lens_reset(app);
    say_start(app);
    if (!app->dataset.observation_count)
        app->view = VIEW_NOTES;
    app_refresh(app);
}

/* The files that were given may change their names in memory; the path is ours. */
enum load_result app_load(struct app *app, const char *path)
{
    struct dataset dataset = {0};
    const char *kept = arena_printf(&app->arena, "%s", path);
    enum load_result result;

    if (app->loads_behind && loading_start(app, kept, false))
        return app->page == PAGE_ERRORS ? LOAD_BAD_DATA : LOAD_OK;
    result = app_read(app, kept, &dataset);
    if (result == LOAD_OK) {
        app_show(app, &dataset, kept);
        question_say_periods(app);
        return result;
    }
    if (!app->has_dataset)
        app->file = kept;
    app->page = PAGE_ERRORS;
    return result;
}

enum load_result app_compare(struct app *app, const char *older_path)
{
    enum load_result result;

    dataset_close(&app->older);
    result = load_file(arena_printf(&app->arena, "%s", older_path), &app->limits,
                       &app->older, &app->diags);
    if (result == LOAD_OK && !revisions_find(&app->older, &app->loaded, app->language,
                                             &app->arena, &app->revisions, &app->diags))
        result = LOAD_BAD_DATA;
    if (result != LOAD_OK) {
        app->failed_path = older_path;
        app->page = PAGE_ERRORS;
        return result;
    }
    app->page = PAGE_REVISIONS;
    return LOAD_OK;
}

/* Keeps [first, first + capacity) around `selected`, moving as little as possible. */
static size_t scrolled(size_t first, size_t selected, size_t capacity, size_t count)
{
    if (!capacity)
        return selected;
    if (selected < first)
        first = selected;
    if (selected >= first + capacity)
        first = selected - capacity + 1;
    if (first + capacity > count)
        first = count > capacity ? count - capacity : 0;
    return first;
}

/* The page of `capacity` rows that the selected one is on. */
static size_t page_of(size_t selected, size_t capacity)
{
    return capacity ? selected - selected % capacity : selected;
}

/* A view over time wants other rows than the rest. */
static bool is_of_other_view(const struct app *app)
{
    return app->page == PAGE_DATA && app->frame &&
           app->frame->query.is_over_time != view_ops(app->view)->is_over_time;
}

void app_settle(struct app *app)
{
    const struct view_ops *ops = view_ops(app->view);
    struct layout layout = layout_new(app);
    size_t capacity;

    if (is_of_other_view(app)) {
        app_refresh(app);
        return;
    }
    if (app->page == PAGE_DATA)
        app_settle_ranking(app);
    charting_settle(app);
    drilling_settle(app);
    if (app->page == PAGE_GALLERY)
        app->gallery_first =
            scrolled(app->gallery_first, app->chosen, layout_gallery_capacity(&layout),
                     app->catalog.count);
    if (app->page != PAGE_DATA || !app->frame || !ops->capacity)
        return;
    capacity = ops->capacity(app, layout.body);
    app->first = ops->is_paged ? page_of(app->selected, capacity)
                               : scrolled(app->first, app->selected, capacity,
                                          app->frame->row_count);
}

void app_resize(struct app *app, int rows, int cols)
{
    app->rows = rows < 0 ? 0 : rows;
    app->cols = cols < 0 ? 0 : cols;
    app_settle(app);
}
