#include "tui/paint.h"

#include "tui/picture.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum {
    MOVE_BYTES = 28,    /* the longest move */
    GAP_COLS = 3,       /* so few cells are sent again rather than gone round */
    ERASE_COLS = 5,     /* from so many blanks on they are erased */
    MOVED_ROWS_MIN = 3, /* so many rows elsewhere have been scrolled */
    SHIFT_MAX = 2
};

/* What is known of a cell: the eye sees that it changes; it was sent. */
enum { SEEN = 1, SENT = 2 };

static_assert(STYLE_COUNT <= 64, "a row's styles are bits");

/* Bytes in the making, and where they leave the cursor. */
struct strokes {
    const struct brushes *brushes;
    const struct paint_job *job;
    uint8_t *mark;    /* by cell: SEEN, SENT */
    uint64_t *styles; /* by row: bits of those that something to be sent has */
    char *bytes;
    size_t size;
    int row; /* -1: not known */
    int col;
};

static const struct cell *wanted_at(const struct paint_job *job, int row, int col)
{
    return &job->wanted->cell[(size_t)row * (size_t)job->wanted->cols + (size_t)col];
}

static const struct cell *shown_at(const struct paint_job *job, int row, int col)
{
    return &job->shown[(size_t)row * (size_t)job->shown_cols + (size_t)col];
}

static bool is_changed(const struct paint_job *job, int row, int col)
{
    return !picture_is_same(wanted_at(job, row, col), shown_at(job, row, col));
}

/* Whether the row is what another one showed before. */
static bool is_moved(const struct paint_job *job, int row, int from)
{
    bool has_changed = false;

    for (int col = 0; col < job->cols; col++) {
        if (!picture_is_same(wanted_at(job, row, col), shown_at(job, from, col)))
            return false;
        has_changed = has_changed || is_changed(job, row, col);
    }
    return has_changed;
}

static bool is_scrolled(const struct paint_job *job)
{
    for (int shift = -SHIFT_MAX; shift <= SHIFT_MAX; shift++) {
        int moved = 0;

        for (int row = 0; row < job->rows; row++)
            if (shift && row + shift >= 0 && row + shift < job->rows &&
                is_moved(job, row, row + shift))
                moved++;
        if (moved >= MOVED_ROWS_MIN)
            return true;
    }
    return false;
}

/* Marks go where the terminal wants them, which curses knows better. */
static bool is_plain(const struct cell *cell)
{
    return picture_is_certain(cell) && !cell->mark[0];
}

bool paint_can(const struct paint_job *job)
{
    for (int row = 0; row < job->rows; row++)
        for (int col = 0; col < job->cols; col++) {
            const struct cell *cell = wanted_at(job, row, col);
            const bool is_last = row == job->rows - 1 && col + 1 >= job->shown_cols;

            if (!is_changed(job, row, col) || cell->width == 0)
                continue;
            if (!is_plain(cell) || col + cell->width > job->cols || is_last)
                return false;
        }
    return !is_scrolled(job);
}

static bool is_blank(const struct strokes *strokes, const struct cell *cell)
{
    return cell->codepoint == ' ' && !cell->mark[0] &&
           strokes->brushes->has_ground[cell->style];
}

static bool is_like(const struct brushes *brushes, enum style a, enum style b)
{
    return a == b || strcmp(brushes->sgr[a], brushes->sgr[b]) == 0;
}

static uint8_t *mark_at(const struct strokes *strokes, int row, int col)
{
    return &strokes->mark[row * strokes->job->cols + col];
}

/* Whether the cell may be sent in this style: a blank in any that leaves the ground. */
static bool fits(const struct strokes *strokes, int row, int col, enum style style)
{
    const struct cell *cell = wanted_at(strokes->job, row, col);

    if (is_blank(strokes, cell) && strokes->brushes->has_ground[style])
        return true;
    return is_plain(cell) && is_like(strokes->brushes, (enum style)cell->style, style);
}

static void add(struct strokes *strokes, const char *bytes, size_t size)
{
    memcpy(strokes->bytes + strokes->size, bytes, size);
    strokes->size += size;
}

/* The shortest way there. */
static void go_to(struct strokes *strokes, int row, int col)
{
    char move[MOVE_BYTES];
    const int distance = col - strokes->col;

    if (strokes->row == row && distance == 0)
        return;
    if (strokes->row == row && distance == 1)
        snprintf(move, sizeof(move), "\033[C");
    else if (strokes->row == row && distance > 0)
        snprintf(move, sizeof(move), "\033[%dC", distance);
    else if (strokes->row >= 0 && distance == 0)
        snprintf(move, sizeof(move), "\033[%dd", row + 1);
    else
        snprintf(move, sizeof(move), "\033[%d;%dH", row + 1, col + 1);
    add(strokes, move, strlen(move));
    strokes->row = row;
    strokes->col = col;
}

/* How many blanks follow, up to `end`. */
static int blanks_at(const struct strokes *strokes, int row, int col, int end)
{
    int count = 0;

    while (col + count < end &&
           is_blank(strokes, wanted_at(strokes->job, row, col + count)))
        count++;
    return count;
}

static void add_cell(struct strokes *strokes, const struct cell *cell)
{
    char bytes[4];

    add(strokes, bytes, text_encode(cell->codepoint, bytes));
    strokes->col += cell->width;
}

/* Cells that have one style, side by side. */
static void stroke(struct strokes *strokes, int row, int col, int end)
{
    while (col < end) {
        const struct cell *cell = wanted_at(strokes->job, row, col);
        const int blanks = blanks_at(strokes, row, col, end);
        char erase[MOVE_BYTES];

        *mark_at(strokes, row, col) |= SENT;
        if (cell->width == 0) {
            col++;
            continue;
        }
        go_to(strokes, row, col);
        if (blanks >= ERASE_COLS && strokes->brushes->can_erase) {
            snprintf(erase, sizeof(erase), "\033[%dX", blanks);
            add(strokes, erase, strlen(erase));
            for (int i = 0; i < blanks; i++)
                *mark_at(strokes, row, col + i) |= SENT;
            col += blanks;
            continue;
        }
        add_cell(strokes, cell);
        col += cell->width;
    }
    /* In the last column a terminal may wait at its edge, or be in the next row. */
    if (strokes->col >= strokes->job->shown_cols)
        strokes->row = -1;
}

/* Whether it is to be sent, and in this style if it can be: blanks that any style may
 * send wait for those between others, and for the plain one. */
static bool is_wanted(const struct strokes *strokes, int row, int col, enum style style)
{
    return *mark_at(strokes, row, col) == SEEN &&
           (style == STYLE_PLAIN ||
            !is_blank(strokes, wanted_at(strokes->job, row, col)));
}

/* The end of the cells from there on that fit: few that stay are sent again. */
static int end_of(const struct strokes *strokes, int row, int col, enum style style)
{
    int end = col;
    int kept = 0; /* cells that stay, since `end` */

    for (int at = col; at < strokes->job->cols && kept <= GAP_COLS; at++) {
        if (wanted_at(strokes->job, row, at)->width != 0 &&
            !fits(strokes, row, at, style))
            break;
        kept += !(*mark_at(strokes, row, at) & SEEN);
        if (is_wanted(strokes, row, at, style)) {
            end = at + 1;
            kept = 0;
        }
    }
    /* Both halves of a wide character. */
    if (end < strokes->job->cols && wanted_at(strokes->job, row, end)->width == 0)
        end++;
    return end;
}

/* All that has the style; turns it on when there is anything. */
static bool paint_style(struct strokes *strokes, enum style style)
{
    const struct paint_job *job = strokes->job;
    const char *sgr = strokes->brushes->sgr[style];
    bool is_on = false;

    for (int row = 0; row < job->rows; row++)
        for (int col = 0; col < job->cols && strokes->styles[row] >> style & 1; col++) {
            if (!is_wanted(strokes, row, col, style) ||
                wanted_at(job, row, col)->width == 0 || !fits(strokes, row, col, style))
                continue;
            if (!is_on)
                add(strokes, sgr, strlen(sgr));
            is_on = true;
            stroke(strokes, row, col, end_of(strokes, row, col, style));
        }
    return is_on;
}

/* Marks what the eye sees change, and counts it. */
static size_t mark_seen(struct strokes *strokes)
{
    const struct paint_job *job = strokes->job;
    size_t count = 0;

    for (int row = 0; row < job->rows; row++)
        for (int col = 0; col < job->cols; col++) {
            const struct cell *wanted = wanted_at(job, row, col);
            const bool is_empty = is_blank(strokes, wanted);

            if (!is_changed(job, row, col) ||
                (is_empty && is_blank(strokes, shown_at(job, row, col))))
                continue;
            *mark_at(strokes, row, col) = SEEN;
            strokes->styles[row] |= (uint64_t)1
                                    << (is_empty ? STYLE_PLAIN : wanted->style);
            count++;
        }
    return count;
}

const char *paint_bytes(const struct brushes *brushes, const struct paint_job *job,
                        struct arena *arena, size_t *size)
{
    static const char off[] = "\033[m";
    struct strokes strokes = {.brushes = brushes, .job = job, .row = -1};
    size_t seen;
    bool is_on = false;

    strokes.mark = ARENA_ARRAY(arena, uint8_t, (size_t)job->rows * (size_t)job->cols);
    strokes.styles = ARENA_ARRAY(arena, uint64_t, (size_t)job->rows);
    seen = mark_seen(&strokes);
    strokes.bytes = arena_alloc(arena, seen * (2 * MOVE_BYTES + (1 + GAP_COLS) * 4) +
                                           (STYLE_COUNT + 1) * PAINT_SGR_MAX + 1);
    for (int style = 0; style < STYLE_COUNT; style++)
        if (style != STYLE_PLAIN)
            is_on = paint_style(&strokes, (enum style)style) || is_on;
    /* Last, as it turns the attributes off as a rule. */
    if (paint_style(&strokes, STYLE_PLAIN))
        is_on = strcmp(brushes->sgr[STYLE_PLAIN], off) != 0;
    if (is_on)
        add(&strokes, off, strlen(off));
    *size = strokes.size;
    return strokes.bytes;
}
