#include "tui/session.h"

#include "core/base/stop.h"
#include "core/base/translate.h"
#include "core/base/worker.h"
#include "tui/clock.h"
#include "tui/input.h"
#include "tui/picker.h"
#include "tui/screen.h"
#include "tui/stopping.h"

#include <stdio.h>
#include <string.h>

/* Milliseconds: what takes less is waited for; work that takes longer than SHOWN_AFTER
 * is shown, and again after each PAUSE. */
enum { PATIENCE = 10, SHOWN_AFTER = 300, PAUSE = 500, SECOND = 1000 };

enum { WAITING_MAX = 256 };

/* A key, or a click. */
struct entry {
    int key;
    struct mouse mouse;
};

/* What the worker has while it works. */
struct turn {
    struct app *app;
    const struct session_start *start; /* NULL: that is done */
    struct entry entries[WAITING_MAX]; /* to be taken */
    size_t count;
    int rows; /* of the screen */
    int cols;
    struct stop stop;
    struct moment moment;

    struct arena arena;  /* of the picture */
    struct cells *cells; /* it; NULL: nothing is other than before */
};

struct session {
    struct worker *worker; /* NULL: there is no other thread, or not yet */
    struct arena worker_arena;
    struct turn turn;
    struct entry waiting[WAITING_MAX]; /* that came while it was worked */
    size_t waiting_count;
    bool is_closed;
    bool was_noted;   /* it is on the screen that work is going on */
    const char *work; /* "working", in the language that the app had before */
    const char *stopping;
    char stop_words[64]; /* "Esc stops it" */
    struct arena arena;  /* of the picture on the screen */
    struct cells *cells;
};

/* The worker's side. */

static void take_entry(struct app *app, const struct entry *entry)
{
    if (entry->key == INPUT_MOUSE)
        app_mouse(app, &entry->mouse);
    else if (entry->key != INPUT_RESIZE && entry->key != INPUT_RESUME)
        app_key(app, entry->key);
}

/* Each key can be taken back by itself; those that waited behind it are gone with it.
 */
static void take(struct turn *turn)
{
    struct app *app = turn->app;

    for (size_t i = 0; i < turn->count && !app->has_quit; i++) {
        app->has_more_keys = i + 1 < turn->count;
        stopping_begin(app, &turn->moment, &turn->stop);
        take_entry(app, &turn->entries[i]);
        if (stopping_end(app))
            break;
    }
    app->has_more_keys = false;
}

static void draw(struct turn *turn)
{
    struct app *app = turn->app;

    if (turn->rows != app->rows || turn->cols != app->cols)
        app_resize(app, turn->rows, turn->cols);
    turn->cells = cells_new(&turn->arena, turn->rows, turn->cols,
                            app->look.is_ascii ? &glyphs_ascii : &glyphs_unicode);
    app_draw(app, turn->cells, &turn->arena);
}

static void work(void *state)
{
    struct turn *turn = (struct turn *)state;
    struct app *app = turn->app;
    bool is_other = turn->start || turn->count;

    if (turn->start && !turn->start->begin(app, turn->start->state)) {
        app->has_quit = true;
        return;
    }
    take(turn);
    if (!turn->count)
        picker_look(app);
    is_other = loading_look(app) || is_other;
    is_other = auditing_look(app) || is_other;
    is_other = follow_look(app, clock_now()) || is_other;
    if (is_other && !app->has_quit)
        draw(turn);
}

/* The screen's side. */

/* The last picture in the size of now, with room for a note in its last row. */
static struct cells *copy_picture(const struct session *session, struct arena *arena)
{
    const struct cells *old = session->cells;
    const struct glyphs *glyphs = old ? old->glyphs : &glyphs_ascii;
    struct cells *copy;
    int rows;
    int cols;

    screen_size(&rows, &cols);
    copy = cells_new(arena, rows, cols, glyphs);
    for (int row = 0; old && row < rows && row < old->rows; row++)
        memcpy(copy->cell + (size_t)row * (size_t)cols,
               old->cell + (size_t)row * (size_t)old->cols,
               sizeof(struct cell) * (size_t)(cols < old->cols ? cols : old->cols));
    if (old) {
        copy->cursor_row = old->cursor_row;
        copy->cursor_col = old->cursor_col;
        copy->cursor_is_shown = old->cursor_is_shown;
    }
    return copy;
}

static void show_note(struct session *session, long elapsed)
{
    struct arena arena = {0};
    struct cells *cells = copy_picture(session, &arena);
    struct rect area = cells_rect(cells);
    bool is_stopping = stop_is_wanted(&session->turn.stop);
    const char *text = arena_printf(
        &arena, " %s  %ld.%ld s  %s", is_stopping ? session->stopping : session->work,
        elapsed / SECOND, elapsed % SECOND / (SECOND / 10),
        is_stopping || !session->turn.count ? "" : session->stop_words);

    cells_fit(cells, area, area.rows - 1, 0, area.cols, STYLE_WARNING, ALIGN_LEFT,
              text);
    screen_show(cells);
    session->was_noted = true;
    arena_clear(&arena);
}

/* The words for it, while the app can be asked. */
static void prepare_note(struct session *session)
{
    const struct app *app = session->turn.app;
    char name[INPUT_NAME_MAX];

    session->work = _("working");
    session->stopping = _("stopping");
    snprintf(session->stop_words, sizeof(session->stop_words), _("%s stops it"),
             keymap_first(&app->keys, name, COMMAND_CANCEL));
}

/* Esc is about what the note says: earlier it is a key like others, and what no key
 * began is not stopped. */
static bool is_stop(const struct session *session, int key)
{
    return key == INPUT_ESCAPE && session->was_noted && session->turn.count;
}

/* What a key means while another is worked on. */
static void note_key(struct session *session, int key)
{
    struct entry entry = {.key = key};
    struct arena arena = {0};

    session->is_closed = key == INPUT_CLOSED;
    if (key == INPUT_RESIZE || key == INPUT_RESUME)
        screen_show(copy_picture(session, &arena));
    if (key == INPUT_MOUSE)
        entry.mouse = screen_mouse();
    if (session->is_closed || is_stop(session, key)) {
        atomic_store(&session->turn.stop.is_wanted, true);
        session->waiting_count = 0;
    } else if (session->waiting_count < WAITING_MAX) {
        session->waiting[session->waiting_count++] = entry;
    }
    arena_clear(&arena);
}

/* The app is the worker's; keys are kept for it. */
static void attend(struct session *session, long started)
{
    long next = started + SHOWN_AFTER;

    while (!worker_wait(session->worker, session->is_closed ? -1 : 0)) {
        long now = clock_now();
        int key;
        if (now >= next) {
            show_note(session, now - started);
            next = now + PAUSE;
        }
        key = screen_key((int)(next - now > 0 ? next - now : PAUSE),
                         worker_fd(session->worker));
        if (key != INPUT_NONE)
            note_key(session, key);
    }
}

static void do_turn(struct session *session)
{
    struct turn *turn = &session->turn;
    long started = clock_now();

    atomic_store(&turn->stop.is_wanted, false);
    screen_size(&turn->rows, &turn->cols);
    prepare_note(session);
    if (!session->worker && !(turn->start && turn->start->is_quick))
        session->worker = worker_open(&session->worker_arena);
    if (!session->worker) {
        work(turn);
    } else {
        worker_start(session->worker, work, turn);
        if (!worker_wait(session->worker, PATIENCE))
            attend(session, started);
    }
    turn->start = NULL;
    turn->count = 0;
}

static void show(struct session *session)
{
    struct turn *turn = &session->turn;
    struct app *app = turn->app;

    if (turn->cells) {
        arena_clear(&session->arena);
        session->arena = turn->arena;
        session->cells = turn->cells;
        turn->arena = (struct arena){0};
        turn->cells = NULL;
    } else if (!session->was_noted) {
        return;
    }
    session->was_noted = false;
    if (app->wants_redraw)
        screen_forget();
    app->wants_redraw = false;
    screen_use_theme(app->look.theme);
    screen_use_mouse(app->has_mouse);
    if (session->cells)
        screen_show(session->cells);
    loading_go_on(app);
}

/* What the keys wanted of the terminal. */
static void serve(struct app *app)
{
    if (app->copy)
        screen_copy(app->copy, app->copy_size);
    app->copy = NULL;
    if (app->wants_suspend) {
        app->wants_suspend = false;
        screen_suspend();
    }
}

static int shorter(int a, int b)
{
    if (a < 0 || b < 0)
        return a < 0 ? b : a;
    return a < b ? a : b;
}

/* Waits for a key, something that was read, or the time to look for it. */
static void await(struct session *session)
{
    struct turn *turn = &session->turn;
    struct app *app = turn->app;
    int key;

    memcpy(turn->entries, session->waiting,
           session->waiting_count * sizeof(session->waiting[0]));
    turn->count = session->waiting_count;
    session->waiting_count = 0;
    if (turn->count)
        return;
    key = screen_key(shorter(shorter(auditing_wait(app), picker_wait(app)),
                             shorter(follow_wait(app), loading_wait(app))),
                     loading_fd(app));
    session->is_closed = key == INPUT_CLOSED;
    turn->entries[0] = (struct entry){.key = key};
    if (key == INPUT_MOUSE)
        turn->entries[0].mouse = screen_mouse();
    turn->count = key != INPUT_NONE && key != INPUT_CLOSED;
}

void session_run(struct app *app, const struct session_start *start)
{
    struct arena arena = {0};
    struct session *session = ARENA_NEW(&arena, struct session);

    session->turn.app = app;
    session->turn.start = start;
    while (!session->is_closed && !app->has_quit) {
        do_turn(session);
        if (app->has_quit || session->is_closed)
            break;
        show(session);
        serve(app);
        await(session);
    }
    worker_close(session->worker);
    arena_clear(&session->worker_arena);
    arena_clear(&session->turn.arena);
    arena_clear(&session->arena);
    arena_clear(&arena);
}
