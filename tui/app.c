#include "tui/app.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/query/spans.h"
#include "tui/crossing.h"
#include "tui/form.h"
#include "tui/layout.h"
#include "tui/lens.h"
#include "tui/picker.h"
#include "tui/source.h"
#include "tui/theme.h"
#include "tui/timing.h"
#include "tui/views/table_measure.h"
#include "tui/views/view.h"

#include <stdio.h>
#include <string.h>

void app_speak(struct app *app, const char *language)
{
    app->language = language;
    translate_use(app->look.is_ascii ? NULL : language);
}

void app_open(struct app *app, const struct catalog *catalog, const struct look *look,
              const char *language)
{
    *app = (struct app){0};
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

void app_close_dataset(struct app *app)
{
    picker_close(app);
    loading_close(app);
    spans_close(&app->coarse);
    dataset_close(&app->loaded);
    dataset_close(&app->older);
    cube_store_clear(&app->cubes);
    arena_clear(&app->frame_arena);
    arena_clear(&app->diag_arena);
    arena_clear(&app->audit_arena);
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
    spans_close(&app->coarse);
    dataset_close(&app->loaded);
    app->dataset = (struct dataset){0};
    app->has_dataset = false;
    arena_clear(&app->frame_arena);
    app->frame = app->ranking = app->trend = NULL;
    app->measure = NULL;
    cube_store_clear(&app->cubes);
    app->undo = app->redo = NULL;
    app->record_is_open = false;
}

void app_show(struct app *app, const struct dataset *dataset, const char *path)
{
    if (dataset->is_ytd)
        snprintf(
            app->message, sizeof(app->message),
            _("figures of the year to date: single periods are differences of them"));
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

static bool has_balance(const struct app *app)
{
    return app->frame->has_imports;
}

/* Rows of periods are those of the stretch. */
static void cut_to_stretch(const struct app *app, struct query *query)
{
    struct period first;
    struct period last;

    if (query->rows != ROWS_PERIOD || !lens_stretch(app, &first, &last))
        return;
    if (period_compare(first, query->period) > 0)
        query->period = first;
    if (period_compare(last, query->last_period) < 0)
        query->last_period = last;
}

struct query app_query(const struct app *app)
{
    struct query query = app->lens.query;

    query.filter = app->lens.filter;
    query.language = app->language;
    query.columns = app->lens.column_count ? app->lens.columns : NULL;
    query.column_count = app->lens.column_count;
    query.measure = app->lens.has_measure ? &app->lens.measure : NULL;
    query.scale_language = app->look.is_ascii ? "en" : app->language;
    query.marks = app->lens.marks;
    query.mark_count = app->lens.mark_count;
    query.is_over_time = view_ops(app->view)->is_over_time;
    cut_to_stretch(app, &query);
    return query;
}

/* The same for the frames that are made at every refresh. */
static struct query kept_query(struct app *app)
{
    struct query query = app_query(app);

    query.cubes = &app->cubes;
    return query;
}

/* Drops what is not among the rows that the lens keeps. */
static void keep_rows_of(struct frame *ranking, const struct frame *frame)
{
    size_t count = 0;

    for (size_t i = 0; i < ranking->row_count; i++)
        if (lens_find_row(frame, lens_id(&ranking->rows[i])) != SIZE_MAX)
            ranking->rows[count++] = ranking->rows[i];
    ranking->row_count = count;
}

/* By balance, largest surplus first; where there is none, by the lens' own order. */
static struct frame *ranking_new(struct app *app)
{
    struct query query = kept_query(app);
    struct frame *ranking;

    query.limit = 0;
    query.then_count = 0;
    query.filter_scale = &app->frame->filter_scale;
    query.sort = (struct sort_key){
        .kind = SORT_COLUMN,
        .column = {has_balance(app) ? INDICATOR_BALANCE : INDICATOR_FIGURE,
                   app->frame->exports},
        .is_descending = true,
    };
    ranking = frame_new(&app->dataset, &query, &app->frame_arena);
    if (app->lens.query.limit)
        keep_rows_of(ranking, app->frame);
    return ranking;
}

static struct query trend_query(struct app *app)
{
    struct query query = kept_query(app);

    query.filter = "";
    query.limit = 0;
    query.then_count = 0;
    query.mark_count = 0;
    query.rows = ROWS_PERIOD;
    query.sort = (struct sort_key){.kind = SORT_FILE};
    if (app->lens.query.rows != ROWS_PERIOD && app->dataset.period_count) {
        query.period = app->dataset.periods[0];
        query.last_period = app->dataset.periods[app->dataset.period_count - 1];
    }
    cut_to_stretch(app, &query);
    return query;
}

/* And, while the trend shows shares, the trend of what they are of. */
static void make_trends(struct app *app)
{
    struct query query = trend_query(app);
    struct column_spec extras[FORM_COLUMN_MAX];

    query.extras = extras;
    query.extra_count = form_columns(app, extras);
    app->trend = frame_new(&app->dataset, &query, &app->frame_arena);
    app->trend->query.extras = NULL;
    app->trend->query.extra_count = 0;
    app->trend_whole = NULL;
    if (form_shown(app) != FORM_SHARE)
        return;
    query.within[form_share_dimension(app)] = MEMBER_NONE;
    app->trend_whole = frame_new(&app->dataset, &query, &app->frame_arena);
}

void app_refresh(struct app *app)
{
    struct query query;

    if (!app->has_dataset)
        return;
    arena_clear(&app->frame_arena);
    timing_use(app);
    timing_settle(app);
    query = kept_query(app);
    app->frame = frame_new(&app->dataset, &query, &app->frame_arena);
    app->measure = table_measure_new(app->frame, &app->frame_arena);
    app->ranking = ranking_new(app);
    make_trends(app);
    app->cross = crossing_new(app, &app->frame_arena);
    lens_find_selected(app);
    app_settle(app);
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
