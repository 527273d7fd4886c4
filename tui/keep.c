#include "tui/keep.h"

#include "core/base/save.h"
#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/export/convert.h"
#include "core/export/export.h"
#include "core/load/paths.h"
#include "tui/edit.h"
#include "tui/input.h"
#include "tui/print.h"
#include "tui/views/view.h"
#include "tui/workspace.h"

#include <string.h>

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

static bool is_input(const struct app *app)
{
    return strcmp(app->file, "-") == 0;
}

/* "data/china.yaml" in the table: "china-table.csv", in the present folder; a dataset
 * that names tables lies beside the first of them. */
static void suggest(struct app *app)
{
    struct arena arena = {0};
    const char *name = is_input(app) ? "input" : base_name(app->file);
    const char *dot = strrchr(name, '.');
    int length = (int)(dot && dot != name ? (size_t)(dot - name) : strlen(name));

    length = length < FILE_NAME_MAX / 2 ? length : FILE_NAME_MAX / 2;
    if (app->prompt == PROMPT_WORKSPACE)
        snprintf(app->file_name, sizeof(app->file_name), "%.*s.workspace.yaml", length,
                 name);
    else if (app->prompt == PROMPT_SAVE_AS)
        snprintf(app->file_name, sizeof(app->file_name), "%s%.*s.yaml",
                 path_folder(paths_of(app->file, &arena).path[0], &arena), length,
                 name);
    else
        snprintf(app->file_name, sizeof(app->file_name), "%.*s-%s.csv", length, name,
                 view_ops(app->view)->name);
    arena_clear(&arena);
}

static void open_prompt(struct app *app, enum prompt prompt)
{
    app->prompt = prompt;
    app->history.place = 0;
    suggest(app);
}

bool keep_command(struct app *app, enum command command)
{
    if (command == COMMAND_COPY)
        open_prompt(app, PROMPT_COPY);
    else if (command == COMMAND_EXPORT)
        open_prompt(app, PROMPT_EXPORT);
    else if ((command == COMMAND_WORKSPACE || command == COMMAND_SAVE_AS) &&
             is_input(app))
        snprintf(app->message, sizeof(app->message),
                 _("standard input cannot be read again: write it to a file first"));
    else if (command == COMMAND_WORKSPACE)
        open_prompt(app, PROMPT_WORKSPACE);
    else if (command == COMMAND_SAVE_AS && app->loaded.format)
        open_prompt(app, PROMPT_SAVE_AS);
    else if (command == COMMAND_SAVE_AS)
        snprintf(app->message, sizeof(app->message),
                 _("this is no table whose answers could be kept"));
    else
        return false;
    return true;
}

bool keep_is_open(const struct app *app)
{
    return app->prompt == PROMPT_EXPORT || app->prompt == PROMPT_WORKSPACE ||
           app->prompt == PROMPT_SAVE_AS || app->prompt == PROMPT_OVERWRITE;
}

const struct frame *keep_frame(const struct app *app)
{
    if (app->view == VIEW_TREND)
        return app->trend;
    return app->view == VIEW_SURPLUS ? app->ranking : app->frame;
}

const struct frame_row *keep_row(const struct app *app)
{
    const struct frame *frame = keep_frame(app);
    size_t row = app->view == VIEW_TREND     ? app->trended
                 : app->view == VIEW_SURPLUS ? app->ranked
                                             : app->selected;

    return row < frame->row_count ? &frame->rows[row] : NULL;
}

struct sheet keep_sheet(const struct app *app)
{
    return app->cross ? sheet_of_cross(app->cross, app->view == VIEW_RANKING)
                      : sheet_of_frame(keep_frame(app));
}

bool keep_write_screen(const struct app *app, FILE *out)
{
    struct arena arena = {0};
    struct look look = {.is_ascii = app->look.is_ascii};
    struct glyphs glyphs = look.is_ascii ? glyphs_ascii : glyphs_unicode;
    struct cells *cells = cells_new(&arena, app->rows, app->cols, &glyphs);
    bool is_written;

    /* Without attributes, ink and paper cannot change places. */
    glyphs.has_flip = false;
    app_draw(app, cells, &arena);
    cells->rows -= cells->rows > 0;
    is_written = print_cells(cells, &look, out);
    arena_clear(&arena);
    return is_written;
}

/* The name's ending says the format: NULL and *is_text for .txt, NULL alone for none
 * that is known. */
static const struct export_ops *format_of(const char *name, bool *is_text)
{
    const char *dot = strrchr(base_name(name), '.');

    *is_text = dot && strcmp(dot, ".txt") == 0;
    return dot ? export_find(dot + 1) : NULL;
}

static void say_written(struct app *app, const struct export_ops *ops, long bytes)
{
    if (ops)
        snprintf(app->message, sizeof(app->message),
                 _("wrote %zu rows, %ld bytes to %.150s"), keep_frame(app)->row_count,
                 bytes, app->file_name);
    else
        snprintf(app->message, sizeof(app->message),
                 _("wrote the screen as text, %ld bytes to %.150s"), bytes,
                 app->file_name);
}

static bool export_file(struct app *app, enum save_mode mode, struct diag_list *diags)
{
    bool is_text;
    const struct export_ops *ops = format_of(app->file_name, &is_text);
    const struct sheet sheet = keep_sheet(app);
    struct save save;
    bool is_written;
    long bytes;

    if (!ops && !is_text)
        return diag_error(
            diags, (struct source_pos){0},
            _("the ending of the name says the format: .csv .tsv .json .md "
              ".txt"));
    if (!save_open(&save, app->file_name, mode, diags))
        return false;
    is_written = ops ? ops->write(&sheet, save.out) : keep_write_screen(app, save.out);
    bytes = ftell(save.out);
    if (!save_commit(&save, is_written, diags))
        return false;
    say_written(app, ops, bytes);
    return true;
}

static bool save_workspace(struct app *app, enum save_mode mode,
                           struct diag_list *diags)
{
    if (!workspace_save(app, app->file_name, mode, diags))
        return false;
    snprintf(app->message, sizeof(app->message),
             P_("saved %zu dataset in %.150s", "saved %zu datasets in %.150s",
                tabs_count(app)),
             tabs_count(app), app->file_name);
    return true;
}

/* A file of ours that names the table: nothing of it is copied, so nothing replaces. */
static bool save_answers(struct app *app, struct diag_list *diags)
{
    static const struct load_answers none = {0};
    const struct load_answers *answers = question_answers(app);

    if (!convert_answers(&app->loaded, answers ? answers : &none, app->file,
                         app->file_name, diags))
        return false;
    snprintf(app->message, sizeof(app->message),
             _("wrote %.150s, which names the table and keeps what is known of it"),
             app->file_name);
    return true;
}

/* Closes the prompt and writes; a mistake that can be mended opens it again. */
static void write_file(struct app *app, enum save_mode mode)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    enum prompt prompt = app->file_prompt;
    bool is_good;

    app->prompt = prompt;
    history_keep(app, app->file_name);
    app->prompt = PROMPT_NONE;
    is_good = prompt == PROMPT_WORKSPACE ? save_workspace(app, mode, &diags)
              : prompt == PROMPT_SAVE_AS ? save_answers(app, &diags)
                                         : export_file(app, mode, &diags);
    if (!is_good) {
        app->prompt = prompt;
        snprintf(app->message, sizeof(app->message), "%s", diags.first->message);
    }
    arena_clear(&arena);
}

static void overwrite_key(struct app *app, int key)
{
    if (key == 'y')
        write_file(app, SAVE_REPLACE);
    else
        app->prompt = app->file_prompt;
}

/* Enter: asks before it writes over a file. */
static void take_name(struct app *app)
{
    app->file_prompt = app->prompt;
    if (app->prompt != PROMPT_SAVE_AS && save_is_taken(app->file_name))
        app->prompt = PROMPT_OVERWRITE;
    else
        write_file(app, SAVE_NEW);
}

void keep_key(struct app *app, int key)
{
    if (app->prompt == PROMPT_OVERWRITE)
        overwrite_key(app, key);
    else if (key == INPUT_ESCAPE || (key == INPUT_BACKSPACE && !app->file_name[0]))
        app->prompt = PROMPT_NONE;
    else if (key == INPUT_UP || key == INPUT_DOWN)
        history_step(app, key == INPUT_UP ? 1 : -1, app->file_name,
                     sizeof(app->file_name));
    else if (key == INPUT_ENTER)
        take_name(app);
    else
        edit_key(app->file_name, sizeof(app->file_name), key);
}

/* The end of a long name is what is typed at. */
static const char *tail(const char *text, int cols)
{
    while (*text && text_width(text) > cols) {
        struct glyph glyph;
        text += text_next(text, strlen(text), &glyph);
    }
    return text;
}

/* Hints for the open prompt, the longest first. */
static const char *const *hints_of(enum prompt prompt)
{
    static const char *const export[] = {
        N_(".csv .tsv .json .md .txt  Enter write  Esc back"),
        N_(".csv .tsv .json .md .txt  Enter"), N_("Enter write"), NULL};
    static const char *const overwrite[] = {N_("y replace  Esc back"), N_("y replace"),
                                            NULL};
    static const char *const write[] = {N_("Enter write  Esc back"), N_("Enter write"),
                                        NULL};

    return prompt == PROMPT_EXPORT      ? export
           : prompt == PROMPT_OVERWRITE ? overwrite
                                        : write;
}

static const char *question_of(enum prompt prompt)
{
    switch (prompt) {
    case PROMPT_OVERWRITE:
        return _("there is a file; replace ");
    case PROMPT_WORKSPACE:
        return _("save workspace in ");
    case PROMPT_SAVE_AS:
        return _("save dataset as ");
    default:
        return _("export to ");
    }
}

void keep_draw(const struct app *app, struct cells *cells, struct rect area)
{
    int col = cells_text(cells, area, 0, 1, STYLE_PROMPT, question_of(app->prompt));

    col = cells_text(cells, area, 0, col, STYLE_PLAIN,
                     tail(app->file_name, area.cols - col - 2));
    cells->cursor_row = area.row;
    cells->cursor_col = area.col + col;
    cells->cursor_is_shown = true;
    for (const char *const *hint = hints_of(app->prompt); *hint; hint++)
        if (col + 2 + text_width(_(*hint)) < area.cols) {
            cells_fit(cells, area, 0, col + 2, area.cols - col - 3, STYLE_MUTED,
                      ALIGN_RIGHT, _(*hint));
            return;
        }
}
