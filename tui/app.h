/*
 * App: everything the program knows while it runs.
 *
 * One way: a key becomes a command, app_key() changes this state and asks the core for
 * new frames, app_draw() turns the state into cells and changes nothing.
 */
#ifndef TUI_APP_H
#define TUI_APP_H

#include "core/base/arena.h"
#include "core/base/diag.h"
#include "core/load/load.h"
#include "core/model/dataset.h"
#include "core/query/cross.h"
#include "core/query/cube_store.h"
#include "core/query/folded.h"
#include "core/query/frame.h"
#include "core/query/query.h"
#include "core/query/revision.h"
#include "tui/auditing.h"
#include "tui/catalog.h"
#include "tui/cells.h"
#include "tui/charting.h"
#include "tui/command.h"
#include "tui/follow.h"
#include "tui/history.h"
#include "tui/keymap.h"
#include "tui/loading.h"
#include "tui/look.h"
#include "tui/question.h"
#include "tui/tabs.h"

#include <stdbool.h>
#include <stddef.h>

/* constant, name of the ops table view_NAME; the order of the keys from 1 on */
#define VIEWS(X)          \
    X(OVERVIEW, overview) \
    X(TABLE, table)       \
    X(BARS, bars)         \
    X(TREND, trend)       \
    X(SURPLUS, surplus)   \
    X(NOTES, notes)       \
    X(PATH, path)         \
    X(COMPARE, compare)   \
    X(MIRROR, mirror)     \
    X(DRILL, drill)       \
    X(HEAT, heat)         \
    X(RANKING, ranking)

enum view {
#define X(constant, name) VIEW_##constant,
    VIEWS(X)
#undef X
        VIEW_COUNT
};

/* How the trend shows its figures: constant, word of --form */
#define FORMS(X)        \
    X(LEVEL, "level")   \
    X(GROWTH, "growth") \
    X(INDEX, "index")   \
    X(SHARE, "share")

enum form {
#define X(constant, word) FORM_##constant,
    FORMS(X)
#undef X
        FORM_COUNT
};

enum { FILTER_MAX = 256, TRAIL_MAX = 16, LENS_COLUMN_MAX = 24, MARK_MAX = 200 };

/* Where a row is found again whatever its place: the thing, not the row number. */
struct row_id {
    bool is_set;
    bool is_unallocated;
    uint32_t member;
    uint32_t period;
};

/* A step down: what to come back to. */
struct trail_step {
    size_t rows;
    size_t level;
    uint32_t within;
    struct sort_key sort;
    struct sort_key then[SORT_THEN_MAX];
    size_t then_count;
    struct period period;
    struct row_id selected;
};

/* A column of the table that is wider or narrower than it would be by itself. */
struct column_width {
    struct column_spec spec;
    int extra; /* cells, below 0: narrower */
};

/* In which periods; zeroed, the file's own. */
struct timing {
    bool is_coarse; /* whether periods are added up to those of `frequency` */
    enum frequency frequency;
    bool is_range; /* whether it is one range, of one period or more, in every year */
    struct period range;
    struct period own; /* the file's own period that was looked at before; or zeroed */
};

/* What `dataset` was a view of, and what was kept of it, while a change of the periods
 * can be taken back. */
struct timing_before {
    bool is_set;
    struct dataset coarse;
    struct dataset dataset;
    struct timing timing;
    struct cube_store cubes;
};

/* A part of the time, from one period to another; zeroed, all of it. */
struct stretch {
    bool is_set;
    struct period first;
    struct period last;
};

/* What is looked at, and how: everything that undo brings back. It stays when the view
 * changes. query.filter points to nothing here: the text is in `filter`. */
struct lens {
    struct query query;
    char filter[FILTER_MAX];
    struct column_spec columns[LENS_COLUMN_MAX]; /* of the table; none: the usual */
    size_t column_count;
    struct column_width widths[LENS_COLUMN_MAX]; /* of those that were changed */
    size_t width_count;
    int name_extra; /* cells that names have more (or less) than they would take */
    size_t frozen;  /* columns that stay when the others scroll */
    struct timing timing;
    bool has_measure; /* whether charts show a column of choice instead of the flows */
    struct column_spec measure;
    struct stretch stretch; /* of the trend, and of rows of periods */
    enum form form;         /* of the trend */
    bool has_log;           /* the trend on a log scale, where it may be */
    struct row_id left;     /* what the selected row is compared with */
    bool has_one_scale;     /* small charts: one for all, not each its own */
    bool has_row_scale;     /* the heat table: each row its own, not one for all */
    struct row_id selected;
    struct trail_step trail[TRAIL_MAX];
    size_t trail_count;
    struct mark marks[MARK_MAX]; /* of all dimensions; the frame takes its own */
    size_t mark_count;
};

/* What the path to balance assumes; zeroed, it follows the data. */
struct path_state {
    bool is_set[2]; /* exports, imports: whether the rate was chosen with the keys */
    int tenths[2];  /* of a percent a year */
    int target;     /* the year to be equal by; 0: ten years on */
    int back;       /* whole years before the latest that it starts from */
    size_t selected;
};

struct lens_history {
    struct lens_history *older;
    struct lens lens;
};

enum page {
    PAGE_GALLERY,  /* the list of datasets */
    PAGE_DATA,     /* a dataset in one of the views */
    PAGE_LOADING,  /* a file of which nothing can be shown yet */
    PAGE_ERRORS,   /* a file that could not be loaded */
    PAGE_AUDIT,    /* what is doubtful in the dataset */
    PAGE_QUESTION, /* what a table leaves open */
    PAGE_REVISIONS /* what the dataset changes of an older release */
};

enum prompt {
    PROMPT_NONE,
    PROMPT_SEARCH,
    PROMPT_FILTER,
    PROMPT_SORT,
    PROMPT_UNIT,
    PROMPT_SORT_THEN,
    PROMPT_COPY,      /* what to copy: a letter */
    PROMPT_EXPORT,    /* the file to write to */
    PROMPT_WORKSPACE, /* the file to save the workspace in */
    PROMPT_SAVE_AS,   /* the dataset that keeps the answers about a table */
    PROMPT_OVERWRITE  /* whether a file that is there may be replaced */
};

enum { FILE_NAME_MAX = 1024 };

/* A list to choose from by typing (picker.h). */
struct picker_state {
    const struct picker_ops *ops; /* NULL: closed */
    char text[FILTER_MAX];        /* typed so far */
    size_t chosen;                /* among those that fit it */
    struct pick_list *list;       /* all there is, and what fits (pick_list.h) */
    struct arena arena;           /* of the list, until the picker closes */
};

struct drilling;
struct moment;
struct stop;
struct workspace_entry;

struct app {
    struct arena program_arena; /* as long as the program */
    struct arena arena;         /* as long as the dataset is open */
    struct tabs tabs;           /* the other datasets */
    struct look look;
    const struct theme *themes; /* to choose from, the built-in ones first */
    size_t theme_count;
    struct keymap keys;
    bool has_mouse;
    int rows;
    int cols;

    enum page page;
    struct catalog catalog; /* what the gallery shows */
    size_t chosen;          /* in the gallery */
    size_t gallery_first;

    struct load_limits limits;          /* of every file that is opened */
    const struct load_answers *answers; /* about this file; NULL: those of `limits` */
    struct question_state question;
    struct dataset loaded;  /* as the file has it */
    struct dataset coarse;  /* the same in other periods, when the lens wants them */
    struct dataset dataset; /* a view of one of the two; never closed */
    struct timing timing;   /* that `dataset` is in */
    bool has_timing;
    bool has_dataset;
    const char *file; /* as it was opened, "-" for standard input */
    struct follow follow;
    struct loading loading;        /* what is being read behind the screen */
    bool loads_behind;             /* whether files are; else all waits for them */
    const struct options *startup; /* what they are to be shown with; NULL: nothing */
    const struct workspace_entry *words; /* the same of the file that a workspace opens
                                            now; NULL: none, or they are applied */
    bool has_pressed_keys;               /* those that were given with the program */
    bool is_watching; /* whether a file that changes is read again by itself */
    struct arena diag_arena;
    struct diag_list diags; /* of the last load */
    struct dataset older;   /* what `dataset` is compared with */
    struct revisions revisions;
    size_t revision;        /* selected on that page */
    const char *rates_path; /* rates that go with every dataset, or NULL */
    const char *failed_path;
    char *source; /* text of the file that failed, for the excerpt */
    size_t source_size;
    size_t problem;           /* selected on the errors page */
    struct arena audit_arena; /* of what is below, made when the page is opened */
    struct auditing auditing;
    struct audit_report audit; /* what it has found so far */
    char *audit_source; /* text of the dataset's file, NULL when it cannot be read */
    size_t audit_source_size;
    size_t finding; /* selected; with none, the first check on screen */

    enum view view;
    struct lens lens;
    struct lens_history *undo;
    struct lens_history *redo;

    struct moment *moment;   /* what a stop brings back (stopping.h); NULL: nothing */
    const struct stop *stop; /* of the work for a key; NULL with `moment` */
    bool was_stopped;
    struct timing_before before;   /* until a refresh is over */
    struct folded_store folded;    /* of `loaded`, for the same */
    struct cube_store cubes;       /* of `dataset`, for the frames below */
    struct charting charting;      /* of `frame` and `ranking` */
    struct drilling *drilling;     /* the columns of drill; NULL: nobody looked */
    struct table_measure *measure; /* of `frame`, for the table (table_measure.h) */
    struct arena spare_arena;      /* memory for the next refresh */
    struct arena frame_arena;      /* what is below lives until the next refresh */
    struct frame *frame;           /* the rows of the lens */
    struct frame *ranking;         /* the same rows by balance, largest surplus first;
                                      NULL while no view wants them */
    struct frame *trend;           /* all periods of what the lens is narrowed to */
    struct frame
        *trend_whole;    /* what shares of the trend are of, while it shows them */
    struct cross *cross; /* the frame by periods, for the views of it; or NULL */
    size_t selected;     /* in frame */
    size_t ranked;       /* the same row in ranking */
    size_t trended;      /* point of the trend, oldest first */
    size_t first;        /* first row on screen */
    size_t first_column; /* of the table, behind the frozen ones */
    size_t column;       /* of the table, with the cursor, from 1; 0: the name */
    size_t pane;         /* of the overview */
    size_t notes_first;
    struct path_state path;

    enum prompt prompt;
    char input[FILTER_MAX];
    char file_name[FILE_NAME_MAX]; /* typed */
    enum prompt file_prompt; /* what the name is for, while overwriting is asked */
    struct lens before_prompt;
    struct prompt_history history; /* what was typed before */
    char search[FILTER_MAX];       /* the last one, for n and N */
    bool help_is_open;
    size_t help_first;
    struct picker_state picker;
    bool columns_are_open;
    size_t column_chosen;
    bool record_is_open;
    size_t record_first;
    size_t record_source; /* which of the records that there are */
    const char *language; /* of names and of the screen, "en" */
    char message[256];    /* one line, until the next key */
    bool is_new;          /* nobody has pressed a key yet: say where help is */
    bool has_terminal;    /* that can be copied to */
    struct arena copy_arena;
    const char *copy; /* text for the terminal's clipboard, or NULL */
    size_t copy_size;
    bool wants_redraw;
    bool wants_suspend;
    bool has_more_keys; /* others wait to be taken before anything is drawn */
    bool is_stale;      /* the frames are not those of the lens */
    bool has_quit;
};

/* Starts on the gallery. `catalog` and `look` are copied. */
void app_open(struct app *app, const struct catalog *catalog, const struct look *look,
              const char *language);
/* The same for one in an arena, which must outlive it. */
struct app *app_new(struct arena *arena, const struct catalog *catalog,
                    const struct look *look, const char *language);
void app_close(struct app *app);
/* Frees what belongs to the dataset that is open. */
void app_close_dataset(struct app *app);

/* Loads the file and shows it, or its mistakes. LOAD_OK also while it is being read
 * (loading.h). */
enum load_result app_load(struct app *app, const char *path);
/* Shows a dataset that was read from the path, which lives on; it is the app's then. */
void app_show(struct app *app, const struct dataset *dataset, const char *path);
/* Nothing is open any more. */
void app_forget_dataset(struct app *app);
/* Whether nothing is open that the change of every row would confuse. */
bool app_is_idle(const struct app *app);

/* Reads a file and leaves what is open as it is; on failure the mistakes are in
 * app->diags, and `dataset`, which must be zeroed, is closed. `path` must live on. */
enum load_result app_read(struct app *app, const char *path, struct dataset *dataset);

/* Compares the dataset that is open with an older release of it, and shows how they
 * differ; the mistakes of that file are in app->diags. */
enum load_result app_compare(struct app *app, const char *older_path);

/* The only ways in: a key (input.h), another size, and a click (mouse.h). */
void app_key(struct app *app, int key);
void app_resize(struct app *app, int rows, int cols);

/* Speaks that language from now on: names, where they have it, and all other words,
 * where there is a translation and more than ASCII can be shown. `language` must live
 * on. */
void app_speak(struct app *app, const char *language);

/* Adds periods up to a coarser frequency, or goes back to the file's own (NULL). False
 * when the file's do not add up to it. */
bool app_set_frequency(struct app *app, const enum frequency *frequency);

/* The query of the lens, with everything that the app adds to it. */
struct query app_query(const struct app *app);

/* Computes the frames of the lens anew and finds the selection again. */
void app_refresh(struct app *app);
/* The same, but while more keys wait, not before one of them needs the frames: for what
 * is typed, and for keys that repeat. */
void app_refresh_soon(struct app *app);
/* Makes the ranking where the view on the screen wants it and it is not there. */
void app_settle_ranking(struct app *app);
/* Scrolls so that the selection is on screen; after every change of size or rows. */
void app_settle(struct app *app);

/* Runs a command; whether it meant anything here. */
bool app_command(struct app *app, enum command command);

/* Keeps the lens for undo before it changes. */
void app_remember(struct app *app);

/* Puts the keys of a --keys text in, one after the other; false and a message for an
 * unknown key name. */
bool app_keys(struct app *app, const char *keys, struct diag_list *diags);

/* Draws the whole screen; scratch memory comes from `arena`. */
void app_draw(const struct app *app, struct cells *cells, struct arena *arena);

#endif
