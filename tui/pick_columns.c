/*
 * Picking a column: as the measure of charts, as the key of the sort, and in the
 * list of columns.
 */
#include "core/base/translate.h"
#include "core/query/indicator_spec.h"
#include "tui/columns.h"
#include "tui/lens.h"
#include "tui/pick_places.h"

#include <string.h>

/* As pick_item.number: what is no column. */
enum { PICK_COLUMN, PICK_FLOWS, PICK_NAME, PICK_CODE, PICK_FILE };

/* The measure's own title and what is computed of it. */
const char *places_column_title(const struct app *app, struct column_spec spec,
                                struct arena *arena)
{
    const struct indicator_ops *ops = indicator_ops(spec.indicator);
    const char *title;

    if (!ops->is_per_measure)
        return _(ops->title);
    title = measure_title(&app->dataset.measure[spec.measure], app->language);
    if (spec.indicator == INDICATOR_FIGURE)
        return title;
    return arena_printf(arena, _("%s, %s"), title, _(ops->title));
}

static size_t add_columns(const struct app *app, struct pick_item *items,
                          struct column_spec *on, struct arena *arena)
{
    struct column_spec specs[AVAILABLE_MAX];
    size_t count = frame_available_specs(&app->dataset, specs, AVAILABLE_MAX);

    for (size_t i = 0; i < count; i++)
        items[i] = (struct pick_item){
            .text = places_column_title(app, specs[i], arena),
            .detail = _(indicator_ops(specs[i].indicator)->formula),
            .also = column_spec_id(&app->dataset, specs[i], arena),
            .spec = specs[i],
            .is_on = on && column_spec_equal(*on, specs[i]),
        };
    return count;
}

static size_t list_measures(const struct app *app, struct pick_item **items,
                            struct arena *arena)
{
    struct column_spec on = app->lens.measure;
    struct pick_item *list = ARENA_ARRAY(arena, struct pick_item, AVAILABLE_MAX + 1);

    *items = list;
    list[0] = (struct pick_item){
        .text =
            app->frame->has_imports ? _("Exports and imports") : _("The first measure"),
        .detail = _("as usual"),
        .number = PICK_FLOWS,
        .is_on = !app->lens.has_measure,
    };
    return 1 + add_columns(app, list + 1, app->lens.has_measure ? &on : NULL, arena);
}

static void pick_measure(struct app *app, const struct pick_item *item)
{
    lens_measure(app, item->number == PICK_FLOWS ? NULL : &item->spec);
}

const struct picker_ops picker_measure = {
    .title = N_("Charts show"),
    .take = N_("take"),
    .list = list_measures,
    .pick = pick_measure,
};

static size_t list_sorts(const struct app *app, struct pick_item **items,
                         struct arena *arena)
{
    static const struct pick_item others[] = {
        {.text = NC_("sort", "Name"),
         .detail = N_("in alphabetical order"),
         .number = PICK_NAME},
        {.text = NC_("sort", "Code"),
         .detail = N_("in alphabetical order"),
         .number = PICK_CODE},
        {.text = NC_("sort", "File"),
         .detail = N_("as the file has them"),
         .number = PICK_FILE},
    };
    enum { OTHERS = sizeof(others) / sizeof(others[0]) };
    const struct sort_key *sort = &app->lens.query.sort;
    struct column_spec on = sort->column;
    struct pick_item *list =
        ARENA_ARRAY(arena, struct pick_item, AVAILABLE_MAX + OTHERS);
    size_t count =
        add_columns(app, list, sort->kind == SORT_COLUMN ? &on : NULL, arena);

    for (size_t i = 0; i < OTHERS; i++) {
        list[count + i] = others[i];
        list[count + i].text = C_("sort", others[i].text);
        list[count + i].detail = _(others[i].detail);
    }
    *items = list;
    return count + OTHERS;
}

static struct sort_key key_of(const struct pick_item *item)
{
    if (item->number == PICK_NAME)
        return (struct sort_key){.kind = SORT_NAME};
    if (item->number == PICK_CODE)
        return (struct sort_key){.kind = SORT_CODE};
    if (item->number == PICK_FILE)
        return (struct sort_key){.kind = SORT_FILE};
    return (struct sort_key){SORT_COLUMN, item->spec, true};
}

static void pick_sort(struct app *app, const struct pick_item *item)
{
    lens_sort(app, key_of(item));
}

const struct picker_ops picker_sort = {
    .title = N_("Sort by"),
    .take = N_("take"),
    .list = list_sorts,
    .pick = pick_sort,
};

static void pick_then(struct app *app, const struct pick_item *item)
{
    lens_sort_then(app, key_of(item));
}

const struct picker_ops picker_then = {
    .title = N_("Then by"),
    .list = list_sorts,
    .pick = pick_then,
};

static size_t list_available(const struct app *app, struct pick_item **items,
                             struct arena *arena)
{
    *items = ARENA_ARRAY(arena, struct pick_item, AVAILABLE_MAX);
    return add_columns(app, *items, NULL, arena);
}

static void pick_column(struct app *app, const struct pick_item *item)
{
    columns_follow(app, item->spec);
}

const struct picker_ops picker_column = {
    .title = N_("Find a column"),
    .take = N_("go to it"),
    .list = list_available,
    .pick = pick_column,
};
