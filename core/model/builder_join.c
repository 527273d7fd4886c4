/*
 * Rows of one key that say different measures, such as one of the exports and one of
 * the imports: they are one observation.
 *
 * Most tables have nothing else, and several threads join their rows, each those of
 * keys of its own. What is not as plain, a row that says again what another one says,
 * waits for the thread that called, with all rows of its key behind it, so that what
 * becomes of them is what would have become of them one by one.
 */
#include "core/base/threads.h"
#include "core/base/translate.h"
#include "core/model/builder_internal.h"
#include "core/model/row_table.h"

enum {
    ROWS_A_THREAD = 100000,
    KEYS_TOGETHER = 12 /* bits of a key: keys near each other are one thread's */
};

/* What becomes of a row. */
enum fate {
    FATE_STAYS,
    FATE_GOES,
    FATE_IS_DOUBTED, /* a first one, and others of its key wait */
    FATE_WAITS
};

struct joining {
    struct builder *builder;
    struct row_table *table;
    uint8_t *fate;                 /* by row */
    uint8_t *absence[MEASURE_MAX]; /* by row, where all is plain */
    size_t parts;
    size_t gone[THREADS_MAX];
    bool has_waiting[THREADS_MAX];
    size_t overlap;
    bool is_contradicted;
    bool has_attributes;
};

/* Whether the second row says nothing that the first one says. */
static bool are_parts(const struct dataset *dataset, size_t first, size_t second)
{
    for (size_t m = 0; m < dataset->measure_count; m++)
        if (dataset_absence(dataset, m, first) != ABSENCE_NO_ROW &&
            dataset_absence(dataset, m, second) != ABSENCE_NO_ROW)
            return false;
    return true;
}

/* Whether a later file says again what an earlier one says: files that overlap. */
static bool is_overlap(const struct dataset *dataset, size_t first, size_t second)
{
    if (dataset_file(dataset, first) == dataset_file(dataset, second))
        return false;
    for (size_t m = 0; m < dataset->measure_count; m++)
        if (dataset_absence(dataset, m, second) != ABSENCE_NO_ROW &&
            builder_differ(dataset, m, first, second))
            return false;
    return true;
}

/* Whether something is said of any figure. */
static bool has_attributes(const struct dataset *dataset)
{
    bool has_some = false;

    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++) {
        has_some = has_some || dataset->attribute[i].count;
        for (size_t m = 0; m < dataset->measure_count; m++)
            has_some = has_some || dataset->measure[m].attribute[i].count;
    }
    return has_some;
}

/* Puts the figures of the second row into the first. */
static void join(struct builder *builder, size_t first, size_t second,
                 bool has_attributes)
{
    struct dataset *dataset = builder->dataset;

    for (size_t m = 0; m < dataset->measure_count; m++) {
        struct measure *measure = &dataset->measure[m];
        enum absence absence = dataset_absence(dataset, m, second);
        if (absence == ABSENCE_NO_ROW)
            continue;
        if (has_attributes)
            builder_take_attributes(builder, m, first, second);
        measure->column.data[first] = measure->column.data[second];
        codes_add_sparse(&measure->absence, &dataset->arena, first, absence);
    }
}

/* What becomes of a row that is not the first of its key; whether it goes. */
static bool settle(struct joining *joining, size_t first, size_t row)
{
    struct builder *builder = joining->builder;
    const struct dataset *dataset = builder->dataset;

    if (is_overlap(dataset, first, row)) {
        joining->overlap++;
    } else if (!builder_deletes(builder, row) && are_parts(dataset, first, row)) {
        join(builder, first, row, joining->has_attributes);
    } else if (!builder_act(builder, first, row) &&
               !builder_repeat(builder, first, row) &&
               !builder_supersede(builder, first, row)) {
        joining->is_contradicted = true;
        return false;
    }
    return true;
}

static void join_one_by_one(struct joining *joining)
{
    size_t count = joining->builder->dataset->observation_count;

    for (size_t i = 0; i < count; i++) {
        size_t first = row_table_add(joining->table, i);
        if (first == i)
            builder_drop_deletions(joining->builder, i);
        else if (settle(joining, first, i))
            joining->fate[i] = FATE_GOES;
        joining->gone[0] += joining->fate[i];
    }
}

/* Whether rows have nothing but figures, all of one file. */
static bool is_plain(const struct joining *joining)
{
    const struct builder *builder = joining->builder;

    return !joining->has_attributes && !builder->action.count &&
           !builder->dataset->file.count;
}

/* Absences of all rows, one byte each. */
static void complete_absences(struct joining *joining)
{
    struct dataset *dataset = joining->builder->dataset;

    for (size_t m = 0; m < dataset->measure_count; m++) {
        struct codes *absence = &dataset->measure[m].absence;
        struct codes_run rest = {ABSENCE_NONE, 0,
                                 dataset->observation_count - absence->count};
        codes_add_run(absence, &dataset->arena, rest);
        joining->absence[m] = (uint8_t *)absence->data;
    }
}

/* The same as are_parts() and join(), of plain rows; false when they are no parts. */
static bool join_plain(const struct joining *joining, size_t first, size_t second)
{
    struct dataset *dataset = joining->builder->dataset;
    bool is_twice = false;

    for (size_t m = 0; m < dataset->measure_count; m++)
        is_twice |= joining->absence[m][first] != ABSENCE_NO_ROW &&
                    joining->absence[m][second] != ABSENCE_NO_ROW;
    for (size_t m = 0; m < dataset->measure_count && !is_twice; m++) {
        double *number = dataset->measure[m].column.data;
        if (joining->absence[m][second] == ABSENCE_NO_ROW)
            continue;
        number[first] = number[second];
        joining->absence[m][first] = joining->absence[m][second];
    }
    return !is_twice;
}

static void join_row(struct joining *joining, size_t part, size_t first, size_t row)
{
    uint8_t *fate = joining->fate;

    if (fate[first] != FATE_IS_DOUBTED && join_plain(joining, first, row)) {
        fate[row] = FATE_GOES;
        joining->gone[part]++;
    } else {
        fate[first] = FATE_IS_DOUBTED;
        fate[row] = FATE_WAITS;
        joining->has_waiting[part] = true;
    }
}

/* The rows of some keys: of all, unless these have places of their own. */
static void join_part(void *state, size_t part)
{
    struct joining *joining = (struct joining *)state;
    const struct dataset *dataset = joining->builder->dataset;
    struct row_table *table = joining->table;
    uint64_t key[ROW_KEYS_AT_ONCE];
    size_t count;

    for (size_t from = 0; from < dataset->observation_count; from += count) {
        size_t left = dataset->observation_count - from;
        count = left < ROW_KEYS_AT_ONCE ? left : ROW_KEYS_AT_ONCE;
        if (table->is_direct)
            row_keys(dataset, from, count, key);
        for (size_t i = 0; i < count; i++) {
            size_t first;
            if (table->is_direct && (key[i] >> KEYS_TOGETHER) % joining->parts != part)
                continue;
            first = table->is_direct ? row_table_add_key(table, key[i], from + i)
                                     : row_table_add(table, from + i);
            if (first != from + i)
                join_row(joining, part, first, from + i);
        }
    }
}

static void join_waiting(struct joining *joining)
{
    uint8_t *fate = joining->fate;

    for (size_t i = 0; i < joining->builder->dataset->observation_count; i++) {
        size_t first;
        if (fate[i] == FATE_IS_DOUBTED)
            fate[i] = FATE_STAYS;
        if (fate[i] != FATE_WAITS)
            continue;
        first = row_table_add(joining->table, i);
        fate[i] = settle(joining, first, i) ? FATE_GOES : FATE_STAYS;
        joining->gone[0] += fate[i];
    }
}

static void join_together(struct joining *joining)
{
    size_t rows = joining->builder->dataset->observation_count;
    bool has_waiting = false;

    complete_absences(joining);
    joining->parts = joining->table->is_direct ? threads_for(rows / ROWS_A_THREAD) : 1;
    crew_run(joining->builder->crew, join_part, joining, joining->parts);
    for (size_t i = 0; i < joining->parts; i++)
        has_waiting = has_waiting || joining->has_waiting[i];
    if (has_waiting)
        join_waiting(joining);
}

static size_t count_gone(const struct joining *joining)
{
    size_t gone = 0;

    for (size_t i = 0; i < THREADS_MAX; i++)
        gone += joining->gone[i];
    return gone;
}

/* Rows that are in two files count once, and that is said. */
static void tell_overlap(struct builder *builder, size_t count)
{
    const struct dataset *dataset = builder->dataset;

    if (count)
        diag_note(builder->diags, (struct source_pos){.file = dataset->path},
                  P_("%zu row is in more than one of the %u files with the same "
                     "figures, and counted once",
                     "%zu rows are in more than one of the %u files with the same "
                     "figures, and counted once",
                     count),
                  count, dataset->file_count);
}

bool builder_join_rows(struct builder *builder)
{
    struct dataset *dataset = builder->dataset;
    size_t count = dataset->observation_count;
    struct joining joining = {
        .builder = builder,
        .table = row_table_new(dataset, &builder->scratch),
        .fate = ARENA_ARRAY(&builder->scratch, uint8_t, count),
        .has_attributes = has_attributes(dataset),
    };
    size_t gone;

    if (is_plain(&joining))
        join_together(&joining);
    else
        join_one_by_one(&joining);
    gone = count_gone(&joining) + builder_leave_deleted(builder, joining.fate, count);
    builder_move_superseded(builder, joining.fate, count);
    if (gone)
        builder_leave_rows(builder, joining.fate, gone);
    if (!joining.is_contradicted)
        tell_overlap(builder, joining.overlap);
    builder_tell_repeats(builder);
    builder_tell_actions(builder);
    builder_tell_superseded(builder);
    return !joining.is_contradicted;
}
