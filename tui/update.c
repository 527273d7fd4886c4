#include "tui/app.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/columns.h"
#include "tui/copy.h"
#include "tui/input.h"
#include "tui/keep.h"
#include "tui/layout.h"
#include "tui/lens.h"
#include "tui/picker.h"
#include "tui/prompt.h"
#include "tui/record.h"
#include "tui/reload.h"
#include "tui/update.h"
#include "tui/views/view.h"

#include <stdio.h>
#include <string.h>

static void search_on(struct app *app, int step)
{
    struct arena scratch = {0};
    size_t count = app->frame->row_count;
    size_t found = SIZE_MAX;
    char name[INPUT_NAME_MAX];

    if (count && app->search[0])
        found = frame_search(app->frame, app->search,
                             (app->selected + (step > 0 ? 1 : count - 1)) % count, step,
                             &scratch);
    if (found != SIZE_MAX)
        lens_select(app, found);
    else if (app->search[0])
        prompt_not_found(app, app->search);
    else
        snprintf(app->message, sizeof(app->message), _("nothing to find yet: press %s"),
                 keymap_first(&app->keys, name, COMMAND_SEARCH));
    arena_clear(&scratch);
}

/* The bundled datasets are looked for when somebody asks for them first. */
static void find_datasets(struct app *app)
{
    if (!app->catalog.count)
        app->catalog = catalog_beside(
            &app->program_arena,
            catalog_of_folder(&app->program_arena, catalog_folder(&app->program_arena),
                              app->language),
            app->file, app->language);
}

static void open_gallery(struct app *app)
{
    find_datasets(app);
    app->catalog =
        catalog_with(&app->program_arena, app->catalog,
                     app->has_dataset ? app->dataset.path : NULL, app->language);
    if (app->catalog.count)
        app->page = PAGE_GALLERY;
    else
        snprintf(app->message, sizeof(app->message), _("no other datasets were found"));
}

/* Up one step; from the top, to the gallery. */
static void go_back(struct app *app)
{
    if (!lens_back(app))
        open_gallery(app);
}

static bool find_command(struct app *app, enum command command)
{
    switch (command) {
    case COMMAND_SEARCH:
        prompt_open(app, PROMPT_SEARCH);
        return true;
    case COMMAND_FILTER:
        prompt_open(app, PROMPT_FILTER);
        return true;
    case COMMAND_SORT:
        prompt_open(app, PROMPT_SORT);
        return true;
    case COMMAND_UNIT:
        prompt_open(app, PROMPT_UNIT);
        return true;
    case COMMAND_JUMP:
        picker_open(app, &picker_jump);
        return true;
    case COMMAND_SEARCH_NEXT:
        search_on(app, 1);
        return true;
    case COMMAND_SEARCH_PREVIOUS:
        search_on(app, -1);
        return true;
    case COMMAND_SORT_THEN:
        prompt_open(app, PROMPT_SORT_THEN);
        return true;
    case COMMAND_FILTER_CLEAR:
        update_say(app, lens_filter_clear(app), _("there is no filter to drop"));
        return true;
    case COMMAND_FILTER_DROP:
        update_say(app, lens_filter_drop(app), _("there is no filter to drop"));
        return true;
    case COMMAND_FILTER_SAME:
        update_say(app, lens_filter_same(app),
                   _("this row has nothing more in common with others"));
        return true;
    default:
        return false;
    }
}

static void set_view(struct app *app, enum view view)
{
    app->view = view;
    app->first_column = 0;
    app->notes_first = 0;
}

static bool data_command(struct app *app, enum command command)
{
    const struct view_ops *ops = view_ops(app->view);
    struct layout layout = layout_new(app);
    size_t page = ops->capacity ? ops->capacity(app, layout.body) : 1;
    long step = list_step(command, page, app->frame->row_count);

    if (ops->command && ops->command(app, command))
        return true;
    if (step) {
        lens_select(app, list_moved(app->selected, step, app->frame->row_count));
        return true;
    }
    if (command >= COMMAND_VIEW_OVERVIEW && command < COMMAND_VIEW_NEXT) {
        set_view(app, (enum view)(command - COMMAND_VIEW_OVERVIEW));
        return true;
    }
    if (command == COMMAND_VIEW_NEXT) {
        set_view(app, (enum view)((app->view + 1) % VIEW_COUNT));
        return true;
    }
    if (command == COMMAND_RELOAD) {
        app_reload_or_show(app);
        return true;
    }
    if (command == COMMAND_AUDIT) {
        page_open_audit(app);
        return true;
    }
    if (command == COMMAND_BACK) {
        go_back(app);
        return true;
    }
    return keep_command(app, command) || update_lens(app, command) ||
           find_command(app, command);
}

/* What newer ones of the dataset's files revise, unless a release is compared. */
static bool open_revisions(struct app *app)
{
    if (!app->has_dataset)
        return false;
    if (!app->older.path)
        revisions_within(&app->loaded, app->language, &app->arena, &app->revisions);
    if (!app->revisions.count)
        return false;
    app->revision = 0;
    app->page = PAGE_REVISIONS;
    return true;
}

static bool program_command(struct app *app, enum command command)
{
    switch (command) {
    case COMMAND_CANCEL:
        return loading_stop(app);
    case COMMAND_QUIT:
        app->has_quit = true;
        return true;
    case COMMAND_HELP:
        app->help_is_open = true;
        app->help_first = 0;
        return true;
    case COMMAND_REDRAW:
        app->wants_redraw = true;
        return true;
    case COMMAND_SUSPEND:
        app->wants_suspend = true;
        return true;
    case COMMAND_PALETTE:
        find_datasets(app);
        picker_open(app, &picker_palette);
        return true;
    case COMMAND_COPY_COMMAND:
        copy_command_line(app);
        return true;
    case COMMAND_TAB_PREVIOUS:
    case COMMAND_TAB_NEXT:
        update_say(app, tabs_step(app, command == COMMAND_TAB_NEXT ? 1 : -1),
                   _("one dataset is open; o opens more"));
        return true;
    case COMMAND_TAB_CLOSE:
        update_say(app, tabs_close(app),
                   _("the last dataset stays; q leaves entrepot"));
        return true;
    case COMMAND_GALLERY:
        open_gallery(app);
        return true;
    case COMMAND_REVISIONS:
        update_say(app, open_revisions(app), "no file here revises another");
        return true;
    case COMMAND_ANSWER:
        update_say(app, question_open(app), _("there is no table here to ask about"));
        return true;
    case COMMAND_RECORD:
        update_say(app, record_open(app), _("there is no number here"));
        return true;
    default:
        return false;
    }
}

bool app_command(struct app *app, enum command command)
{
    if (program_command(app, command) || look_command(app, command))
        return true;
    if (app->page != PAGE_DATA)
        return page_command(app, command);
    return data_command(app, command);
}

/* What lies over the screen: keys scroll it or close it. A key that closes it without
 * being one of closing (its `own`, Esc, ...) counts for what is below, too. */
static bool overlay_key(struct app *app, enum command command, enum command own,
                        bool *is_open, size_t *first, size_t most)
{
    long step = list_step(command, (size_t)(app->rows > 8 ? app->rows - 8 : 1), 1000);

    if (step) {
        *first = list_moved(*first, step, most + 1);
        return true;
    }
    *is_open = false;
    return command == COMMAND_CANCEL || command == own || command == COMMAND_BACK ||
           command == COMMAND_QUIT;
}

static bool record_key(struct app *app, enum command command)
{
    int step = command == COMMAND_PANE_NEXT || command == COMMAND_RIGHT      ? 1
               : command == COMMAND_PANE_PREVIOUS || command == COMMAND_LEFT ? -1
                                                                             : 0;

    if (step) {
        record_turn(app, step);
        return true;
    }
    return overlay_key(app, command, COMMAND_RECORD, &app->record_is_open,
                       &app->record_first, record_scroll(app));
}

static bool help_key(struct app *app, enum command command)
{
    if (command == COMMAND_SEARCH) {
        picker_open(app, &picker_help);
        return true;
    }
    return overlay_key(app, command, COMMAND_HELP, &app->help_is_open, &app->help_first,
                       layout_help_scroll(app));
}

/* Whether the key asks for other rows, whatever those of now are. */
static bool needs_no_rows(const struct app *app, int key, enum command command)
{
    if (app->prompt != PROMPT_NONE)
        return prompt_needs_no_rows(app, key);
    return (command == COMMAND_PERIOD_PREVIOUS || command == COMMAND_PERIOD_NEXT) &&
           app->page == PAGE_DATA && app_is_idle(app) &&
           app->lens.query.rows != ROWS_PERIOD;
}

void app_key(struct app *app, int key)
{
    enum command command = keymap_lookup(&app->keys, key);
    char name[INPUT_NAME_MAX];

    if (app->is_stale && !needs_no_rows(app, key, command))
        app_refresh(app);
    app->message[0] = '\0';
    app->is_new = false;
    if (command == COMMAND_REDRAW) {
        /* Whatever is open stays open. */
        app->wants_redraw = true;
    } else if (app->prompt != PROMPT_NONE) {
        prompt_key(app, key);
    } else if (app->picker.ops) {
        picker_key(app, key);
    } else if (app->help_is_open && help_key(app, command)) {
        /* done */
    } else if (app->columns_are_open) {
        columns_key(app, key);
    } else if (app->record_is_open && record_key(app, command)) {
        /* done */
    } else if (command == COMMAND_NONE) {
        snprintf(app->message, sizeof(app->message),
                 _("no such key here; %s shows them"),
                 keymap_first(&app->keys, name, COMMAND_HELP));
    } else {
        app_command(app, command);
    }
    app_settle(app);
}

bool app_keys(struct app *app, const char *keys, struct diag_list *diags)
{
    for (int key = input_read(&keys); key != INPUT_NONE; key = input_read(&keys)) {
        if (key < 0)
            return diag_error(diags, (struct source_pos){"entrepot", 0, 0},
                              _("unknown key '%s'; names are <Enter>, <Down>, <PgDn>, "
                                "<Tab>, <Esc>, <C-l>, <F1>, ..."),
                              keys);
        app_key(app, key);
        if (app->has_quit)
            break;
    }
    return true;
}
