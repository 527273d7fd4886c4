#include "tui/paint_shift.h"

#include "core/base/text.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/*
 * The cheapest way is found cell by cell: cost[i][j] is that of the first j cells of
 * the new line made from the first i of the old one, which leaves the others where they
 * are seen now, j - i cells further. Only ways near the diagonal are looked at.
 */
enum {
    BAND = 24,            /* so far a cell may be moved */
    WIDTH = 2 * BAND + 1, /* ways of one column */
    MOVE = 4,             /* bytes of ESC [ n C, and of P and @ */
    CLEAR = 3,            /* of ESC [ K */
    OP_BYTES = 16,        /* the most that one of them takes, with its cell */
    NEVER = INT16_MAX / 2 /* a cost */
};

enum op { OP_WRITE, OP_KEEP, OP_DELETE, OP_INSERT, OP_COUNT };

/* How a cell was reached: the cheapest op, and of each op whether it goes on. */
struct way {
    int16_t cost[OP_COUNT]; /* with that op last */
    uint8_t cheapest;       /* enum op */
    uint8_t goes_on;        /* bits of ops that lengthen a run of theirs */
    bool is_behind;         /* written behind the end of the old line */
};

struct ways {
    struct paint_line before;
    struct paint_line after;
    int shift_max; /* more would push old cells over the edge */
    struct way *way;
};

static struct way *way_at(const struct ways *ways, int i, int j)
{
    return &ways->way[j * WIDTH + (j - i) + BAND];
}

static bool is_within(const struct ways *ways, int i, int j)
{
    return i >= 0 && j >= 0 && i <= ways->before.length && j - i >= -BAND &&
           j - i <= ways->shift_max;
}

static int cheapest_cost(const struct ways *ways, int i, int j)
{
    const struct way *way;

    if (!is_within(ways, i, j))
        return NEVER;
    way = way_at(ways, i, j);
    return way->cost[way->cheapest];
}

static int run_cost(const struct ways *ways, int i, int j, enum op op)
{
    return is_within(ways, i, j) ? way_at(ways, i, j)->cost[op] : NEVER;
}

static int bytes_of(uint32_t codepoint)
{
    return codepoint < 0x80 ? 1 : codepoint < 0x800 ? 2 : codepoint < 0x10000 ? 3 : 4;
}

/* One more of an op that the way from (i, j) has last, or the first of a run. */
static void add_run(const struct ways *ways, struct way *way, enum op op, int i, int j,
                    int bytes)
{
    const int first = cheapest_cost(ways, i, j) + MOVE;
    const int next = run_cost(ways, i, j, op);

    if (next < first)
        way->goes_on |= (uint8_t)(1 << op);
    way->cost[op] = (int16_t)((next < first ? next : first) + bytes);
}

static void add_write(const struct ways *ways, struct way *way, int i, int j, int bytes)
{
    const int over = cheapest_cost(ways, i - 1, j - 1);
    const int behind = i == ways->before.length ? cheapest_cost(ways, i, j - 1) : NEVER;

    way->is_behind = behind < over;
    way->cost[OP_WRITE] = (int16_t)((behind < over ? behind : over) + bytes);
}

static void find_way(const struct ways *ways, int i, int j)
{
    struct way *way = way_at(ways, i, j);
    const uint32_t codepoint = j > 0 ? ways->after.text[j - 1] : 0;
    const int bytes = bytes_of(codepoint);

    *way = (struct way){.cost = {NEVER, NEVER, NEVER, NEVER}};
    if (i == 0 && j == 0) {
        way->cost[OP_WRITE] = 0;
        return;
    }
    if (j > 0)
        add_write(ways, way, i, j, bytes);
    if (i > 0 && j > 0 && ways->before.text[i - 1] == codepoint)
        add_run(ways, way, OP_KEEP, i - 1, j - 1, 0);
    if (i > 0)
        add_run(ways, way, OP_DELETE, i - 1, j, 0);
    if (j > 0 && i < ways->before.length)
        add_run(ways, way, OP_INSERT, i, j - 1, bytes);
    for (int op = 0; op < OP_COUNT; op++) {
        if (way->cost[op] > NEVER)
            way->cost[op] = NEVER;
        if (way->cost[op] < way->cost[way->cheapest])
            way->cheapest = (uint8_t)op;
    }
}

/* Of the old line's cells, how many the cheapest way to the whole new one uses. */
static int best_end(const struct ways *ways)
{
    int best = -1;
    int least = NEVER;

    for (int i = 0; i <= ways->before.length; i++) {
        int cost = cheapest_cost(ways, i, ways->after.length) +
                   (i < ways->before.length ? CLEAR : 0);
        if (cost < least) {
            least = cost;
            best = i;
        }
    }
    return best;
}

/* The ops of the way to (i, whole), first to last; returns how many there are. */
static size_t trace(const struct ways *ways, int i, uint8_t *ops)
{
    const size_t most = (size_t)(ways->before.length + ways->after.length);
    size_t at = most;
    int j = ways->after.length;
    uint8_t op = way_at(ways, i, j)->cheapest;

    while (i > 0 || j > 0) {
        const struct way *way = way_at(ways, i, j);
        const bool goes_on = op != OP_WRITE && (way->goes_on >> op & 1);

        ops[--at] = op;
        if (op != OP_INSERT && !(op == OP_WRITE && way->is_behind))
            i--;
        if (op != OP_DELETE)
            j--;
        op = goes_on ? op : way_at(ways, i, j)->cheapest;
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
    uint8_t *ops;
    char *bytes;
    int end;

    if (after.length >= room || before.length > room)
        return NULL;
    ways.way = ARENA_ARRAY(arena, struct way, (size_t)(after.length + 1) * WIDTH);
    for (int j = 0; j <= after.length; j++)
        for (int i = j > BAND ? j - BAND : 0; i <= before.length && i <= j + BAND; i++)
            if (is_within(&ways, i, j))
                find_way(&ways, i, j);
    end = best_end(&ways);
    if (end < 0)
        return NULL;
    ops = ARENA_ARRAY(arena, uint8_t, most);
    bytes = arena_alloc(arena, most);
    *size = emit(&after, ops, trace(&ways, end, ops), end < before.length, bytes);
    if (end < before.length)
        *size += (size_t)snprintf(bytes + *size, OP_BYTES, "\033[K");
    return bytes;
}
