#include "tui/pick_places.h"

#include "core/base/translate.h"
#include "core/query/indicator_spec.h"
#include "tui/lens.h"
#include "tui/lens_columns.h"
#include "tui/lens_jump.h"
#include "tui/workspace.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROW_DIGITS = 9 };

/* A list of items that is filled kind by kind. */
struct places {
    const struct app *app;
    struct pick_item *items;
    size_t count;
    struct arena *arena;
};

static void add(struct places *places, enum place what, struct pick_item item)
{
    item.what = (int)what;
    places->items[places->count++] = item;
}

static void add_action(struct places *places, enum command command)
{
    const struct command_info *info = command_info(command);
    char keys[KEYS_SHOWN_MAX];

    keymap_keys(&places->app->keys, keys, command);
    add(places, PLACE_ACTION,
        (struct pick_item){
            .text = _(info->help),
            .also = arena_printf(places->arena, "%s %s %s %s %s %s", info->word,
                                 info->hint, command_group_title(info->group),
                                 _(info->hint), _(command_group_title(info->group)),
                                 command_also(command)),
            .kind = _("action"),
            .keys = arena_printf(places->arena, "%s", keys),
            .number = (size_t)command,
        });
}

/* Nobody opens a list to move by one row, so moves come last. */
static void add_actions(struct places *places)
{
    for (int moves = 0; moves < 2; moves++)
        for (size_t c = 1; c < COMMAND_COUNT; c++)
            if ((command_info((enum command)c)->group == GROUP_MOVE) == (moves == 1))
                add_action(places, (enum command)c);
}

static void add_periods(struct places *places)
{
    const struct dataset *dataset = &places->app->dataset;
    const struct query *query = &places->app->lens.query;

    for (uint32_t i = dataset->period_count; i-- > 0;) {
        char text[PERIOD_SHOWN_MAX];
        char words[PERIOD_SHOWN_MAX];
        period_show(text, dataset->periods[i]);
        add(places, PLACE_PERIOD,
            (struct pick_item){
                .text = arena_printf(places->arena, "%s", text),
                .also = arena_printf(places->arena, "%s",
                                     period_words(words, dataset->periods[i])),
                .detail = C_("period", frequency_noun(dataset->periods[i].frequency)),
                .kind = _("period"),
                .number = i,
                .is_on = query->rows != ROWS_PERIOD &&
                         period_equal(dataset->periods[i], query->period),
            });
    }
}

static void add_columns(struct places *places)
{
    const struct app *app = places->app;
    struct column_spec specs[AVAILABLE_MAX];
    size_t count = frame_available_specs(&app->dataset, specs, AVAILABLE_MAX);

    for (size_t i = 0; i < count; i++)
        add(places, PLACE_COLUMN,
            (struct pick_item){
                .text = places_column_title(app, specs[i], places->arena),
                .detail =
                    lens_has_column(app, specs[i]) ? _("sorts by it") : _("adds it"),
                .also =
                    arena_printf(places->arena, "%s %s",
                                 column_spec_id(&app->dataset, specs[i], places->arena),
                                 indicator_ops(specs[i].indicator)->formula),
                .kind = _("column"),
                .spec = specs[i],
            });
}

static void add_datasets(struct places *places)
{
    const struct catalog *catalog = &places->app->catalog;

    for (size_t i = 0; i < catalog->count; i++) {
        const struct catalog_entry *entry = &catalog->entries[i];
        add(places, PLACE_DATASET,
            (struct pick_item){
                .text = *entry->title ? entry->title : entry->name,
                .detail = entry->name,
                .also = arena_printf(places->arena, "%s %s", entry->publisher,
                                     entry->periods),
                .kind = _("dataset"),
                .number = i,
                .is_on = places->app->has_dataset &&
                         catalog_is_same_file(entry->path, places->app->dataset.path),
            });
    }
}

struct pick_item places_nth(const struct app *app, const struct pick_item *run,
                            size_t number)
{
    const struct dimension *dimension = &app->dataset.dimension[run->number];
    struct pick_item item = *run;

    item.run = 0;
    item.member = (uint32_t)number;
    item.text = member_name(dimension, item.member, app->language);
    item.detail = dimension->members[number].code;
    item.also = label_in(&dimension->members[number].name,
                         strncmp(app->language, "zh", 2) == 0 ? "en" : "zh");
    return item;
}

/* Every member, of a dimension as one run; and for what is narrowed, the way out of it.
 */
static void add_members(struct places *places)
{
    const struct app *app = places->app;

    for (size_t d = 0; d < app->dataset.dimension_count; d++) {
        const struct dimension *dimension = &app->dataset.dimension[d];
        if (app->lens.query.within[d] != MEMBER_NONE)
            add(places, PLACE_MEMBER,
                (struct pick_item){
                    .text = arena_printf(places->arena, _("all, no single %s"),
                                         dimension_word(dimension, app->language)),
                    .detail = _("widens again"),
                    .kind = dimension_word(dimension, app->language),
                    .number = d,
                    .member = MEMBER_NONE,
                });
        if (dimension->member_count)
            add(places, PLACE_MEMBER,
                (struct pick_item){
                    .kind = dimension_word(dimension, app->language),
                    .number = d,
                    .run = dimension->member_count,
                });
    }
}

/* Rows have numbers: they are typed, not listed. */
static void add_rows(struct places *places)
{
    (void)places;
}

static void (*const makers[PLACE_COUNT])(struct places *places) = {
    [PLACE_ACTION] = add_actions,   [PLACE_PERIOD] = add_periods,
    [PLACE_COLUMN] = add_columns,   [PLACE_MEMBER] = add_members,
    [PLACE_DATASET] = add_datasets, [PLACE_ROW] = add_rows,
};

static size_t most_of(const struct app *app)
{
    size_t most = COMMAND_COUNT + AVAILABLE_MAX + app->catalog.count;

    if (app->page != PAGE_DATA)
        return most;
    return most + app->dataset.period_count + 2 * app->dataset.dimension_count;
}

size_t places_list(const struct app *app, unsigned set, struct pick_item **items,
                   struct arena *arena)
{
    struct places places = {.app = app, .arena = arena};

    if (app->page != PAGE_DATA)
        set &= PLACE_BIT(ACTION) | PLACE_BIT(DATASET);
    places.items = ARENA_ARRAY(arena, struct pick_item, most_of(app));
    for (size_t what = 0; what < PLACE_COUNT; what++)
        if (set & 1u << what)
            makers[what](&places);
    *items = places.items;
    return places.count;
}

bool places_typed_row(const struct app *app, const char *text, struct pick_item *item,
                      struct arena *arena)
{
    size_t length = strspn(text, "0123456789");
    size_t row;

    if (app->page != PAGE_DATA || !length || text[length] || length > ROW_DIGITS)
        return false;
    row = strtoul(text, NULL, 10);
    if (!row || row > app->frame->row_count)
        return false;
    *item = (struct pick_item){
        .text = arena_printf(arena, "%zu: %s", row, app->frame->rows[row - 1].name),
        .detail = app->frame->noun,
        .kind = _("row"),
        .number = row - 1,
        .what = PLACE_ROW,
    };
    return true;
}

static void go_action(struct app *app, const struct pick_item *item)
{
    if (!app_command(app, (enum command)item->number))
        snprintf(app->message, sizeof(app->message), _("'%s' means nothing here"),
                 _(command_info((enum command)item->number)->help));
}

static void go_period(struct app *app, const struct pick_item *item)
{
    lens_jump_period(app, (uint32_t)item->number);
}

static void go_member(struct app *app, const struct pick_item *item)
{
    lens_jump_member(app, item->number, item->member);
}

static void go_row(struct app *app, const struct pick_item *item)
{
    if (item->number < app->frame->row_count)
        lens_select(app, item->number);
}

/* A column that is there already is sorted by; another is put at the end, where the
 * table shows it. */
static void go_column(struct app *app, const struct pick_item *item)
{
    if (lens_has_column(app, item->spec)) {
        lens_sort(app, (struct sort_key){SORT_COLUMN, item->spec, true});
        return;
    }
    if (!lens_toggle_column(app, item->spec))
        return;
    app->view = VIEW_TABLE;
    app->column = app->lens.column_count;
    snprintf(app->message, sizeof(app->message),
             _("added to the table as the last column"));
}

static void go_dataset(struct app *app, const struct pick_item *item)
{
    app->chosen = item->number;
    if (workspace_open_file(app, app->catalog.entries[item->number].path) == LOAD_OK &&
        app->page == PAGE_DATA && app->view == VIEW_NOTES &&
        app->dataset.observation_count)
        app->view = VIEW_OVERVIEW;
}

static void (*const goers[PLACE_COUNT])(struct app *app,
                                        const struct pick_item *item) = {
    [PLACE_ACTION] = go_action,   [PLACE_PERIOD] = go_period,
    [PLACE_COLUMN] = go_column,   [PLACE_MEMBER] = go_member,
    [PLACE_DATASET] = go_dataset, [PLACE_ROW] = go_row,
};

void places_go(struct app *app, const struct pick_item *item)
{
    goers[item->what](app, item);
}
