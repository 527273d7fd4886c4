#include "core/query/scan.h"

#include "core/base/pages.h"
#include "core/base/threads.h"
#include "core/query/scan_buckets.h"
#include "core/query/scan_pick.h"

#include <math.h>
#include <string.h>

enum {
    BLOCK = SCAN_BLOCK,    /* rows looked at together */
    TRIAL = 64,            /* of them, to see whether there are runs */
    TRIAL_RUNS = 8,        /* in them, and looking for runs is not worth it */
    PATIENCE = 16,         /* blocks without runs before they are looked for again */
    THREAD_ROWS = 1 << 20, /* rows that are worth a thread: one costs some 0.2 ms */
    THREAD_CELLS = 8       /* rows a cell, so that adding up the threads' cells is
                              less than what they save */
};

#define WHOLE_MAX 9007199254740992.0 /* 2^53 */

/* The rows of one thread. */
struct part {
    const struct scan *scan;
    struct scan_cells *cells;
    size_t count;
    bool is_plain[MEASURE_MAX]; /* no sum can leave the whole numbers of a double */
    bool is_whole[MEASURE_MAX]; /* nor is a figure missing */
    struct buckets buckets;
    size_t from;
    size_t to;
};

size_t scan_cell(const struct scan *scan, size_t observation)
{
    size_t period = codes_get(&scan->dataset->period, observation);

    return period * scan->member_count +
           (scan->member ? codes_get(scan->member, observation) : 0);
}

bool scan_has(const struct scan *scan, size_t observation)
{
    for (size_t k = 0; k < scan->filter_count; k++)
        if (!scan->filter[k].is_in[codes_get(scan->filter[k].codes, observation)])
            return false;
    return true;
}

/* How many codes from `from` on are the same, up to `to`. */
static size_t same_codes(const struct codes *codes, size_t from, size_t to)
{
    return codes_same(codes, from, from + 1, to - from - 1) + 1;
}

/* The end of the run of rows that begins at `from`: one cell, and all of them count or
 * none. */
static size_t run_end(const struct scan *scan, size_t from, size_t to)
{
    if (scan->member)
        to = from + same_codes(scan->member, from, to);
    for (size_t k = 0; k < scan->filter_count; k++)
        to = from + same_codes(scan->filter[k].codes, from, to);
    return from + same_codes(&scan->dataset->period, from, to);
}

static void add_absence(const struct scan_cells *cells, size_t cell, size_t row)
{
    enum absence absence =
        (enum absence)codes_get_sparse(&cells->measure->absence, row);

    cells->absence[cell] =
        (uint8_t)absence_joined((enum absence)cells->absence[cell], absence);
}

static inline void add_number(const struct scan_cells *cells, size_t cell,
                              double number, bool is_plain)
{
    if (is_plain)
        cells->sum[cell].high += number;
    else
        sum_add(&cells->sum[cell], number);
    cells->has_number[cell] = 1;
}

static inline void add_row(const struct scan_cells *cells, size_t cell, size_t row,
                           bool is_plain)
{
    double number = cells->measure->column.data[row];

    if (isnan(number))
        add_absence(cells, cell, row);
    else
        add_number(cells, cell, number, is_plain);
}

/* Four sums side by side: none waits for the addition before it. */
static double sum_plain(const double *number, size_t count)
{
    double sum[4] = {0};
    size_t i = 0;

    for (; i + 4 <= count; i += 4)
        for (size_t k = 0; k < 4; k++)
            sum[k] += number[i + k];
    for (; i < count; i++)
        sum[0] += number[i];
    return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

static void add_run(struct scan_cells *cells, bool is_plain, size_t cell, size_t from,
                    size_t to)
{
    const double *number = cells->measure->column.data;
    double sum = is_plain ? sum_plain(number + from, to - from) : NAN;

    if (!isnan(sum)) {
        add_number(cells, cell, sum, true);
        return;
    }
    for (size_t row = from; row < to; row++)
        add_row(cells, cell, row, is_plain);
}

/* Returns how many runs there were. */
static size_t add_runs(const struct part *part, size_t from, size_t to)
{
    size_t count = 0;

    for (size_t end; from < to; from = end, count++) {
        size_t cell;
        end = run_end(part->scan, from, to);
        if (!scan_has(part->scan, from))
            continue;
        cell = scan_cell(part->scan, from);
        for (size_t m = 0; m < part->count; m++)
            add_run(&part->cells[m], part->is_plain[m], cell, from, end);
    }
    return count;
}

static void add_picked(struct scan_cells *cells, bool is_plain,
                       const struct scan_picked *picked, size_t from)
{
    for (size_t i = 0; i < picked->count; i++)
        add_row(cells, picked->cell[i], from + picked->row[i], is_plain);
}

static void add_filtered(const struct part *part, size_t from, size_t to)
{
    const struct scan *scan = part->scan;
    struct scan_picked picked;

    scan_pick(&picked, scan, from, to - from);
    for (size_t i = 0; i < picked.count; i++)
        picked.cell[i] = (uint32_t)scan_cell(scan, from + picked.row[i]);
    for (size_t m = 0; m < part->count; m++)
        add_picked(&part->cells[m], part->is_plain[m], &picked, from);
}

/* Cells of all rows of a block. */
static void find_cells(const struct scan *scan, size_t from, size_t count,
                       uint32_t *cell)
{
    uint32_t member[BLOCK];

    codes_unpack(&scan->dataset->period, from, count, cell);
    if (!scan->member)
        return;
    codes_unpack(scan->member, from, count, member);
    for (size_t i = 0; i < count; i++)
        cell[i] = cell[i] * scan->member_count + member[i];
}

static void add_all(const struct scan_cells *cells, bool is_plain, const uint32_t *cell,
                    size_t from, size_t count)
{
    for (size_t i = 0; i < count; i++)
        add_row(cells, cell[i], from + i, is_plain);
}

/* Whether the members of one period's rows are so few that they are buckets. */
static bool is_one_period(const struct scan *scan, size_t from, size_t to)
{
    return scan->member && scan->member_count <= BUCKETS_MAX &&
           same_codes(&scan->dataset->period, from, to) == to - from;
}

static size_t cell_count(const struct scan *scan)
{
    return (size_t)scan->member_count * scan->dataset->period_count;
}

static void add_unfiltered(struct part *part, size_t from, size_t to)
{
    const struct scan *scan = part->scan;
    size_t count = to - from;
    uint32_t cell[BLOCK];
    bool has_few = cell_count(scan) <= BUCKETS_MAX;
    bool is_narrow = !has_few && is_one_period(scan, from, to);

    if (is_narrow)
        buckets_add_codes(&part->buckets,
                          scan_cell(scan, from) - codes_get(scan->member, from),
                          scan->member, from, count);
    if (is_narrow && part->buckets.whole_count == part->count)
        return;
    find_cells(scan, from, count, cell);
    if (has_few)
        buckets_add_cells(&part->buckets, cell, from, count);
    for (size_t m = 0; m < part->count; m++)
        if (!part->is_whole[m] || (!has_few && !is_narrow))
            add_all(&part->cells[m], part->is_plain[m], cell, from, count);
}

/* One by one. */
static void add_rows(struct part *part, size_t from, size_t to)
{
    if (part->scan->filter_count)
        add_filtered(part, from, to);
    else
        add_unfiltered(part, from, to);
}

static void run_part(void *state, size_t number)
{
    struct part *part = (struct part *)state + number;
    size_t wait = 0;

    for (size_t from = part->from;
         from < part->to && !stop_is_wanted(part->scan->stop);) {
        size_t to = part->to - from < BLOCK ? part->to : from + BLOCK;
        size_t tried = wait || to - from < TRIAL ? from : from + TRIAL;
        if (!wait && add_runs(part, from, tried) > TRIAL_RUNS)
            wait = PATIENCE;
        if (!wait) {
            add_runs(part, tried, to);
        } else {
            add_rows(part, tried, to);
            wait--;
        }
        from = to;
    }
    buckets_empty(&part->buckets);
}

static void cells_new(struct scan_cells *cells, size_t size, struct arena *arena)
{
    cells->sum = ARENA_ARRAY(arena, struct sum, size);
    cells->has_number = ARENA_ARRAY(arena, uint8_t, size);
    cells->absence = ARENA_ARRAY(arena, uint8_t, size);
    pages_expect(cells->sum, size * sizeof(*cells->sum));
    memset(cells->absence, ABSENCE_NO_ROW, size);
}

static void join(struct scan_cells *cells, const struct scan_cells *others, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        /* In a file that is sorted, threads have few cells in common. */
        if (!others->has_number[i] && others->absence[i] == ABSENCE_NO_ROW)
            continue;
        sum_add(&cells->sum[i], others->sum[i].high);
        sum_add(&cells->sum[i], others->sum[i].low);
        cells->has_number[i] |= others->has_number[i];
        if (others->absence[i] != ABSENCE_NO_ROW)
            cells->absence[i] = (uint8_t)absence_joined(
                (enum absence)cells->absence[i], (enum absence)others->absence[i]);
    }
}

/* Sums of anything but whole numbers depend on the order in the last digit. */
static size_t thread_count(const struct scan *scan, const struct scan_cells *cells,
                           size_t count, size_t size)
{
    size_t rows = scan->dataset->observation_count;

    for (size_t m = 0; m < count; m++)
        if (!cells[m].measure->is_scaled)
            return 1;
    if (scan->threads)
        return scan->threads < THREADS_MAX ? scan->threads : THREADS_MAX;
    return rows / THREAD_CELLS < size ? 1 : threads_for(rows / THREAD_ROWS);
}

static void measure_new(struct part *part, size_t m, const struct measure *measure)
{
    size_t rows = part->scan->dataset->observation_count;

    part->cells[m].measure = measure;
    part->is_plain[m] = measure->is_scaled && measure->largest > 0 &&
                        measure->largest * (double)rows < WHOLE_MAX;
    part->is_whole[m] = part->is_plain[m] && !measure->absence.count;
    if (part->is_whole[m])
        part->buckets.whole[part->buckets.whole_count++] = m;
}

static size_t bucket_count(const struct scan *scan)
{
    size_t count = cell_count(scan);

    if (count > BUCKETS_MAX)
        count = scan->member_count;
    return count <= BUCKETS_MAX ? count : 0;
}

void scan_run(const struct scan *scan, struct scan_cells *cells, size_t count,
              struct arena *arena)
{
    size_t rows = scan->dataset->observation_count;
    size_t size = cell_count(scan);
    size_t threads = thread_count(scan, cells, count, size);
    struct part parts[THREADS_MAX];
    struct scan_cells *own =
        ARENA_ARRAY(arena, struct scan_cells, count * (threads - 1));

    for (size_t t = 0; t < threads; t++) {
        struct part *part = &parts[t];
        *part = (struct part){scan, t ? own + (t - 1) * count : cells, count,
                              .from = rows / threads * t,
                              .to = t + 1 < threads ? rows / threads * (t + 1) : rows};
        for (size_t m = 0; m < count; m++) {
            measure_new(part, m, cells[m].measure);
            cells_new(&part->cells[m], size, arena);
        }
        part->buckets.cells = part->cells;
        buckets_new(&part->buckets, bucket_count(scan), arena);
    }
    threads_run(run_part, parts, threads);
    for (size_t t = 1; t < threads; t++)
        for (size_t m = 0; m < count; m++)
            join(&cells[m], &own[(t - 1) * count + m], size);
}
