#include "tui/paint_shift.h"

#include "core/base/text.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/*
 * The cheapest way is found cell by cell: a place (i, j) is that of the first j cells
 * of the new line made from the first i of the old one, whose others are seen j - i
 * cells further then. Only places near the diagonal are looked at; a column has those
 * of one j, by i - j + BAND, between two that cost too much for anybody.
 */
enum {
    BAND = 24,            /* so far a cell may be moved */
    WIDTH = 2 * BAND + 1, /* places of one column */
    MOVE = 4,             /* bytes of ESC [ n C, and of P and @ */
    CLEAR = 3,            /* of ESC [ K */
    OP_BYTES = 16,        /* the most that one of them takes, with its cell */
    NEVER = 1 << 20       /* a cost */
};

enum op { OP_WRITE, OP_KEEP, OP_DELETE, OP_INSERT, OP_COUNT };

/* How a place is reached: the cheapest op, ops that lengthen a run of theirs, and
 * whether a cell is written behind the end of the old line. */
enum { CHEAPEST = 3, GOES_ON = 4 /* << op */, BEHIND = 64 };

struct column {
    int cheapest[WIDTH + 2];
    int run[OP_COUNT][WIDTH + 2]; /* with that op last */
};

struct ways {
    struct paint_line before;
    struct paint_line after;
    int shift_max;  /* more would push old cells over the edge */
    uint8_t *trace; /* by column and place */
};

static int bytes_of(uint32_t codepoint)
{
    return codepoint < 0x80 ? 1 : codepoint < 0x800 ? 2 : codepoint < 0x10000 ? 3 : 4;
}

static void forget(struct column *column)
{
    for (int k = 0; k < WIDTH + 2; k++) {
        column->cheapest[k] = NEVER;
        for (int op = 0; op < OP_COUNT; op++)
            column->run[op][k] = NEVER;
    }
}

/* One more of an op, or the first of a run: `from` is the place before it. */
static int lengthen(const struct column *column, int from, enum op op, uint8_t *trace)
{
    const int first = column->cheapest[from] + MOVE;
    const int next = column->run[op][from];

    if (next >= first)
        return first;
    *trace |= (uint8_t)(GOES_ON << op);
    return next;
}

/* The place k of `now`, where `last` is the column before: cells are taken from both
 * lines at the same k, from the new one at k + 1, from the old one at k - 1. */
static uint8_t find_place(const struct ways *ways, const struct column *last,
                          struct column *now, int i, int j, int k)
{
    const uint32_t codepoint = ways->after.text[j - 1];
    const bool is_at_end = i == ways->before.length;
    const int bytes = bytes_of(codepoint);
    int cost[OP_COUNT] = {last->cheapest[k] + bytes, NEVER, NEVER, NEVER};
    uint8_t trace = 0;
    uint8_t least = OP_WRITE;

    if (is_at_end && last->cheapest[k + 1] < last->cheapest[k]) {
        cost[OP_WRITE] = last->cheapest[k + 1] + bytes;
        trace |= BEHIND;
    }
    if (i > 0 && ways->before.text[i - 1] == codepoint)
        cost[OP_KEEP] = lengthen(last, k, OP_KEEP, &trace);
    if (i > 0)
        cost[OP_DELETE] = lengthen(now, k - 1, OP_DELETE, &trace);
    if (!is_at_end)
        cost[OP_INSERT] = lengthen(last, k + 1, OP_INSERT, &trace) + bytes;
    for (uint8_t op = 0; op < OP_COUNT; op++) {
        now->run[op][k] = cost[op];
        if (cost[op] < cost[least])
            least = op;
    }
    now->cheapest[k] = cost[least];
    return trace | least;
}

/* Before the first cell of the new line: all that can be done is to delete. */
static void begin(const struct ways *ways, struct column *column)
{
    forget(column);
    column->cheapest[BAND + 1] = 0;
    for (int i = 1; i <= BAND && i <= ways->before.length; i++) {
        column->run[OP_DELETE][BAND + 1 + i] = MOVE;
        column->cheapest[BAND + 1 + i] = MOVE;
        ways->trace[BAND + i] = OP_DELETE | (i > 1 ? GOES_ON << OP_DELETE : 0);
    }
}

/* Fills `column` with the places of the last cell of the new line. */
static void find_ways(const struct ways *ways, struct column *column)
{
    struct column columns[2];
    struct column *last = &columns[0];
    struct column *now = &columns[1];

    begin(ways, last);
    for (int j = 1; j <= ways->after.length; j++) {
        struct column *next = last;

        forget(now);
        for (int k = BAND - ways->shift_max; k < WIDTH; k++) {
            const int i = j + k - BAND;
            if (i >= 0 && i <= ways->before.length)
                ways->trace[j * WIDTH + k] = find_place(ways, last, now, i, j, k + 1);
        }
        last = now;
        now = next;
    }
    *column = *last;
}

/* Of the old line's cells, how many the cheapest way to the whole new one uses; -1:
 * there is none. */
static int best_end(const struct ways *ways, const struct column *column)
{
    int best = -1;
    int least = NEVER;

    for (int k = 0; k < WIDTH; k++) {
        const int i = ways->after.length + k - BAND;
        const int cost =
            column->cheapest[k + 1] + (i < ways->before.length ? CLEAR : 0);

        if (i >= 0 && i <= ways->before.length && cost < least) {
            least = cost;
            best = i;
        }
    }
    return best;
}

/* The ops of the way to (i, whole), first to last; returns how many there are. */
static size_t trace_back(const struct ways *ways, int i, uint8_t *ops)
{
    const size_t most = (size_t)(ways->before.length + ways->after.length);
    size_t at = most;
    int j = ways->after.length;
    int op = -1; /* the cheapest */

    while (i > 0 || j > 0) {
        const uint8_t trace = ways->trace[j * WIDTH + i - j + BAND];

        if (op < 0)
            op = trace & CHEAPEST;
        ops[--at] = (uint8_t)op;
        if (op != OP_INSERT && !(op == OP_WRITE && trace & BEHIND))
            i--;
        if (op != OP_DELETE)
            j--;
        if (!(trace & GOES_ON << op))
            op = -1;
    }
    memmove(ops, ops + at, most - at);
    return most - at;
}

/* `is_gone_over`: the cursor has to be at the end. */
static size_t emit(const struct paint_line *after, const uint8_t *ops, size_t count,
                   bool is_gone_over, char *bytes)
{
    static const char letters[OP_COUNT] = {0, 'C', 'P', '@'};
    size_t size = 0;
    int j = 0;

    for (size_t at = 0; at < count;) {
        const enum op op = (enum op)ops[at];
        int run = 0;

        for (; at < count && ops[at] == (uint8_t)op; at++)
            run++;
        /* What stays at the end is not gone over. */
        if (op == OP_KEEP && at == count && !is_gone_over)
            break;
        if (op != OP_WRITE && run == 1)
            size += (size_t)snprintf(bytes + size, OP_BYTES, "\033[%c", letters[op]);
        else if (op != OP_WRITE)
            size +=
                (size_t)snprintf(bytes + size, OP_BYTES, "\033[%d%c", run, letters[op]);
        for (int i = 0; i < run && op != OP_DELETE; i++, j++)
            if (op != OP_KEEP)
                size += text_encode(after->text[j], bytes + size);
    }
    return size;
}

const char *paint_shift(struct paint_line before, struct paint_line after, int room,
                        struct arena *arena, size_t *size)
{
    const int spare = room - before.length;
    const size_t most = (size_t)(before.length + after.length) * OP_BYTES + OP_BYTES;
    struct ways ways = {before, after, spare < BAND ? spare : BAND, NULL};
    struct column column;
    uint8_t *ops;
    char *bytes;
    int end;

    if (after.length >= room || before.length > room)
        return NULL;
    ways.trace = ARENA_ARRAY(arena, uint8_t, (size_t)(after.length + 1) * WIDTH);
    find_ways(&ways, &column);
    end = best_end(&ways, &column);
    if (end < 0)
        return NULL;
    ops = ARENA_ARRAY(arena, uint8_t, most);
    bytes = arena_alloc(arena, most);
    *size = emit(&after, ops, trace_back(&ways, end, ops), end < before.length, bytes);
    if (end < before.length)
        *size += (size_t)snprintf(bytes + *size, OP_BYTES, "\033[K");
    return bytes;
}
