#include "tui/paint.h"

#include "tui/paint_scroll.h"
#include "tui/paint_shift.h"
#include "tui/picture.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum {
    GAP_COLS = 3,    /* so few cells are sent again rather than gone round */
    ERASE_COLS = 5,  /* from so many blanks on they are erased */
    SHIFT_BYTES = 32 /* from so many bytes of a row on, moving cells is tried */
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
    bool is_on; /* attributes are */
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

/* Marks go where the terminal wants them, which curses knows better. */
static bool is_plain(const struct cell *cell)
{
    return picture_is_certain(cell) && !cell->mark[0];
}

/* The job that is left when rows that moved are scrolled first, with the bytes of that;
 * false when they cannot be. Memory is the arena's. */
static bool scroll_first(const struct brushes *brushes, struct paint_job *job,
                         struct arena *arena, char bytes[PAINT_SCROLL_MAX],
                         size_t *size)
{
    struct paint_scroll scroll;

    *size = 0;
    if (!paint_scroll_find(job, &scroll))
        return true;
    if (!brushes->can_scroll || !brushes->has_ground[STYLE_PLAIN])
        return false;
    *size = paint_scroll_bytes(job, &scroll, bytes);
    job->shown = paint_scroll_shown(job, &scroll, arena);
    return true;
}

/* Whether every cell that changes may be sent past curses. */
static bool can_send(const struct paint_job *job)
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
    return true;
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

/* "" when the cursor is there. */
static void way_to(const struct strokes *strokes, int row, int col,
                   char move[PAINT_MOVE_MAX])
{
    paint_move((struct paint_place){strokes->row, strokes->col},
               (struct paint_place){row, col}, strokes->brushes->can_step, move);
}

static void go_to(struct strokes *strokes, int row, int col)
{
    char move[PAINT_MOVE_MAX];

    way_to(strokes, row, col, move);
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
        char erase[PAINT_MOVE_MAX];

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

/* What has the style in a row. */
static void paint_row(struct strokes *strokes, int row, enum style style)
{
    const struct paint_job *job = strokes->job;

    for (int col = 0; col < job->cols; col++)
        if (is_wanted(strokes, row, col, style) &&
            wanted_at(job, row, col)->width != 0 && fits(strokes, row, col, style))
            stroke(strokes, row, col, end_of(strokes, row, col, style));
}

/* The code points of a row from there on, when all is text of the plain style. */
static bool take_line(const struct strokes *strokes, const struct cell *cell, int count,
                      struct paint_line *line, struct arena *arena)
{
    uint32_t *text = ARENA_ARRAY(arena, uint32_t, (size_t)count);

    *line = (struct paint_line){text, 0};
    for (int i = 0; i < count; i++) {
        const bool is_empty = is_blank(strokes, &cell[i]);

        if (!is_empty &&
            (!is_plain(&cell[i]) || cell[i].width != 1 ||
             !is_like(strokes->brushes, (enum style)cell[i].style, STYLE_PLAIN)))
            return false;
        text[i] = cell[i].codepoint;
        if (!is_empty)
            line->length = i + 1;
    }
    return true;
}

/* Where the first cell of the row is that the eye sees change. */
static int first_seen(const struct strokes *strokes, int row)
{
    int col = 0;

    while (col < strokes->job->cols && !(*mark_at(strokes, row, col) & SEEN))
        col++;
    return col;
}

/* A row of plain text that was painted since `before`: again by moving what stays,
 * where that takes less. */
static void shift_row(struct strokes *strokes, int row, const struct strokes *before)
{
    const struct paint_job *job = strokes->job;
    const int col = first_seen(strokes, row);
    const int count = job->cols - col;
    struct arena arena = {0};
    struct paint_line old;
    struct paint_line new;
    char move[PAINT_MOVE_MAX];
    const char *bytes = NULL;
    size_t size;

    way_to(before, row, col, move);
    if (take_line(strokes, shown_at(job, row, col), count, &old, &arena) &&
        take_line(strokes, wanted_at(job, row, col), count, &new, &arena))
        bytes = paint_shift(old, new, job->shown_cols - col, &arena, &size);
    if (bytes && strlen(move) + size < strokes->size - before->size) {
        *strokes = *before;
        add(strokes, move, strlen(move));
        add(strokes, bytes, size);
        strokes->row = -1;
    }
    arena_clear(&arena);
}

/* Turns the style on, or the last one off. */
static void turn_on(struct strokes *strokes, enum style style)
{
    static const char off[] = "\033[m";
    const char *sgr = strokes->brushes->sgr[style];
    const bool is_off = strcmp(sgr, off) == 0;

    if (is_off && !strokes->is_on)
        return;
    /* What was on need not be turned off where nothing was. */
    if (!strokes->is_on && strncmp(sgr, "\033[;", 3) == 0) {
        add(strokes, sgr, 2);
        sgr += 3;
    }
    add(strokes, sgr, strlen(sgr));
    strokes->is_on = !is_off;
}

/* All that has the style; turns it on when there is anything. */
static void paint_style(struct strokes *strokes, enum style style)
{
    const bool can_shift = style == STYLE_PLAIN && strokes->brushes->can_shift &&
                           strokes->brushes->has_ground[STYLE_PLAIN];
    const struct strokes start = *strokes;
    size_t on;

    turn_on(strokes, style);
    on = strokes->size;
    for (int row = 0; row < strokes->job->rows; row++) {
        const struct strokes before = *strokes;

        if (!(strokes->styles[row] >> style & 1))
            continue;
        paint_row(strokes, row, style);
        if (can_shift && strokes->size - before.size >= SHIFT_BYTES)
            shift_row(strokes, row, &before);
    }
    if (strokes->size == on)
        *strokes = start;
}

/* Styles that are turned on by the same bytes are painted as the first of them. */
static void find_alike(const struct brushes *brushes, enum style alike[STYLE_COUNT])
{
    for (int style = 0; style < STYLE_COUNT; style++) {
        alike[style] = STYLE_PLAIN;
        while (!is_like(brushes, alike[style], (enum style)style))
            alike[style]++;
    }
}

/* Marks what the eye sees change, and counts it. */
static size_t mark_seen(struct strokes *strokes)
{
    const struct paint_job *job = strokes->job;
    enum style alike[STYLE_COUNT];
    size_t count = 0;

    find_alike(strokes->brushes, alike);

    for (int row = 0; row < job->rows; row++)
        for (int col = 0; col < job->cols; col++) {
            const struct cell *wanted = wanted_at(job, row, col);
            const bool is_empty = is_blank(strokes, wanted);

            if (!is_changed(job, row, col) ||
                (is_empty && is_blank(strokes, shown_at(job, row, col))))
                continue;
            *mark_at(strokes, row, col) = SEEN;
            strokes->styles[row] |= (uint64_t)1
                                    << (is_empty ? STYLE_PLAIN : alike[wanted->style]);
            count++;
        }
    return count;
}

/* All styles, with plain text before or after the others, and the cursor in its place.
 */
static void paint_styles(struct strokes *strokes, bool is_plain_first)
{
    const struct cells *wanted = strokes->job->wanted;

    if (is_plain_first)
        paint_style(strokes, STYLE_PLAIN);
    for (int style = 0; style < STYLE_COUNT; style++)
        if (style != STYLE_PLAIN)
            paint_style(strokes, (enum style)style);
    /* It turns the attributes off as a rule. */
    if (!is_plain_first)
        paint_style(strokes, STYLE_PLAIN);
    if (strokes->is_on)
        add(strokes, "\033[m", 3);
    if (strokes->size)
        go_to(strokes, wanted->cursor_row, wanted->cursor_col);
}

const char *paint_bytes(const struct brushes *brushes, const struct paint_job *job,
                        struct arena *arena, size_t *size)
{
    const size_t cells = (size_t)job->rows * (size_t)job->cols;
    struct paint_job left = *job;
    struct strokes strokes = {.brushes = brushes,
                              .job = &left,
                              .row = job->cursor.row,
                              .col = job->cursor.col};
    struct strokes other;
    char scroll[PAINT_SCROLL_MAX];
    size_t scroll_size;
    size_t most;

    if (!scroll_first(brushes, &left, arena, scroll, &scroll_size) || !can_send(&left))
        return NULL;
    strokes.mark = ARENA_ARRAY(arena, uint8_t, cells);
    strokes.styles = ARENA_ARRAY(arena, uint64_t, (size_t)job->rows);
    most = mark_seen(&strokes) * (2 * PAINT_MOVE_MAX + (1 + GAP_COLS) * 4) +
           (STYLE_COUNT + 1) * PAINT_SGR_MAX + PAINT_SCROLL_MAX + PAINT_MOVE_MAX + 1;
    strokes.bytes = arena_alloc(arena, most);
    if (scroll_size) {
        add(&strokes, scroll, scroll_size);
        strokes.row = -1;
    }
    other = strokes;
    other.mark = arena_alloc(arena, cells);
    memcpy(other.mark, strokes.mark, cells);
    other.bytes = arena_alloc(arena, most);
    memcpy(other.bytes, strokes.bytes, scroll_size);
    paint_styles(&strokes, false);
    paint_styles(&other, true);
    if (other.size < strokes.size)
        strokes = other;
    *size = strokes.size;
    return strokes.bytes;
}
