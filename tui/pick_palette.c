/*
 * The command palette: every action with its key, every member, period, column and
 * dataset; the jump, which has what is in the dataset; and the search of the help.
 */
#include "core/base/translate.h"
#include "tui/pick_places.h"

static size_t list_all(const struct app *app, struct pick_item **items,
                       struct arena *arena)
{
    return places_list(app, (1u << PLACE_COUNT) - 1, items, arena);
}

const struct picker_ops picker_palette = {
    .title = N_("Any action, name or dataset"),
    .take = N_("do or go"),
    .list = list_all,
    .nth = places_nth,
    .typed = places_typed_row,
    .pick = places_go,
};

static size_t list_places(const struct app *app, struct pick_item **items,
                          struct arena *arena)
{
    return places_list(app, PLACE_BIT(PERIOD) | PLACE_BIT(MEMBER), items, arena);
}

const struct picker_ops picker_jump = {
    .title = N_("Jump: name, period, row number"),
    .take = N_("go"),
    .list = list_places,
    .nth = places_nth,
    .typed = places_typed_row,
    .pick = places_go,
};

static size_t list_actions(const struct app *app, struct pick_item **items,
                           struct arena *arena)
{
    return places_list(app, PLACE_BIT(ACTION), items, arena);
}

static void do_action(struct app *app, const struct pick_item *item)
{
    app->help_is_open = false;
    places_go(app, item);
}

const struct picker_ops picker_help = {
    .title = N_("What does what: a word or a key"),
    .take = N_("do it"),
    .list = list_actions,
    .pick = do_action,
    .takes_keys = true,
};
