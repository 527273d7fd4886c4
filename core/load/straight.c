#include "core/load/straight.h"

#include "core/base/text.h"

#include <math.h>
#include <string.h>

/* Room to remember texts of a dictionary. */
static void remember(struct straight_run *run, size_t field)
{
    uint32_t needed = run->dict[field]->count + 1;
    uint32_t capacity = needed + needed / 2 + 16;
    struct straight_known *known;

    if (needed <= run->capacity[field])
        return;
    known = ARENA_ARRAY(run->arena, struct straight_known, capacity);
    if (run->capacity[field])
        memcpy(known, run->known[field], run->capacity[field] * sizeof(*known));
    run->known[field] = known;
    run->capacity[field] = capacity;
}

void straight_begin(struct straight_run *run, const struct builder *builder,
                    const struct dataset *dataset)
{
    struct builder_spellings spellings = builder_spellings(builder);

    builder_block_clear(run->block);
    run->raised_row = 0;
    run->period = spellings.period;
    for (size_t i = 0; i < run->shape->count; i++) {
        const struct straight_field *field = &run->shape->field[i];
        if (field->kind == STRAIGHT_PERIOD)
            run->dict[i] = spellings.dict;
        else if (field->kind == STRAIGHT_CODE)
            run->dict[i] = &dataset->dimension[field->number].codes;
        else
            continue;
        remember(run, i);
    }
}

void straight_forget(struct straight_run *run)
{
    memset(run->known, 0, sizeof(run->known));
    memset(run->capacity, 0, sizeof(run->capacity));
    memset(run->last, 0, sizeof(run->last));
}

static bool is_bit_new(uint64_t *bits, size_t number)
{
    uint64_t bit = (uint64_t)1 << number;
    bool is_new = !(*bits & bit);

    *bits |= bit;
    return is_new;
}

bool straight_is_complete(const struct straight_shape *shape,
                          const struct dataset *dataset)
{
    uint64_t dimensions = 0;
    uint64_t measures = 0;
    size_t periods = 0;
    size_t count = 0;

    for (size_t i = 0; i < shape->count; i++) {
        const struct straight_field *field = &shape->field[i];
        periods += field->kind == STRAIGHT_PERIOD;
        count += field->kind == STRAIGHT_CODE || field->kind == STRAIGHT_FIGURE;
        if ((field->kind == STRAIGHT_CODE && !is_bit_new(&dimensions, field->number)) ||
            (field->kind == STRAIGHT_FIGURE && !is_bit_new(&measures, field->number)))
            return false;
    }
    return periods == 1 && dataset->measure_count &&
           count == dataset->dimension_count + dataset->measure_count;
}

/* Eight bytes are compared at once: most texts are no longer. Both can be read beyond
 * their end, by what is known of the arena, the shape and the lines. */
static inline bool is_same(const char *a, const char *b, size_t length)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    uint64_t here;
    uint64_t there;

    if (length <= sizeof(here) && length) {
        memcpy(&here, a, sizeof(here));
        memcpy(&there, b, sizeof(there));
        return (here ^ there) << (64 - 8 * length) == 0;
    }
#endif
    return memcmp(a, b, length) == 0;
}

static inline bool stands_at(const struct straight_known *known, const char *at,
                             const char *end, char stop)
{
    return known->text && known->length < (size_t)(end - at) &&
           at[known->length] == stop && is_same(at, known->text, known->length);
}

static bool is_word(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        char byte = text[i];
        char lower = (char)(byte | 0x20);
        bool is_inner = byte == '.' || byte == '-';
        if (!(lower >= 'a' && lower <= 'z') && !(byte >= '0' && byte <= '9') &&
            byte != '_' && !(is_inner && i > 0))
            return false;
    }
    return true;
}

/* A text of the field's dictionary. What is known of is tried first: what it was in the
 * row before, then what came after that when it was met last. */
static inline const char *read_known(struct straight_run *run, size_t field,
                                     const char *at, const char *end, char stop)
{
    struct straight_known *known = run->known[field];
    uint32_t last = run->last[field];
    uint32_t next = known[last].next;
    size_t length;

    if (stands_at(&known[last], at, end, stop))
        return at + known[last].length;
    if (stands_at(&known[next], at, end, stop)) {
        run->last[field] = next;
        return at + known[next].length;
    }
    length = straight_scan(at, stop);
    if (!length || at[length] != stop || (run->shape->is_plain && !is_word(at, length)))
        return NULL;
    next = dict_find(run->dict[field], at, length);
    if (next == DICT_NONE)
        return NULL;
    known[next].text = run->dict[field]->text[next];
    known[next].length = length;
    known[last].next = next;
    run->last[field] = next;
    return at + length;
}

static const char *skip(const char *at, char stop)
{
    size_t length = straight_scan(at, stop);

    return at[length] == stop && text_is_valid(at, length) ? at + length : NULL;
}

/* A row that does not fit has never been: what it raised is brought back. */
static void raise_decimals(struct straight_run *run, size_t measure, int decimals)
{
    struct builder_block *block = run->block;

    if (run->raised_row != block->count + 1)
        memcpy(run->decimals_before, block->decimals_max, sizeof(block->decimals_max));
    run->raised_row = block->count + 1;
    block->decimals_max[measure] = decimals;
}

static const char *read_figure(struct straight_run *run, size_t measure, const char *at)
{
    struct builder_block *block = run->block;
    const char *absent = run->shape->absent;
    double value;
    int decimals;
    const char *end = straight_number(at, &value, &decimals);

    if (!end) {
        block->number[measure][block->count] = NAN;
        return strncmp(at, absent, strlen(absent)) == 0 ? at + strlen(absent) : NULL;
    }
    block->number[measure][block->count] = value;
    if (decimals > block->decimals_max[measure])
        raise_decimals(run, measure, decimals);
    return end;
}

static const char *read_field(struct straight_run *run, size_t i, const char *at,
                              const char *end, char stop)
{
    const struct straight_field *field = &run->shape->field[i];
    struct builder_block *block = run->block;

    switch (field->kind) {
    case STRAIGHT_SKIP:
        return skip(at, stop);
    case STRAIGHT_EMPTY:
        return at;
    case STRAIGHT_PERIOD:
        at = read_known(run, i, at, end, stop);
        if (at)
            block->period[block->count] = run->period[run->last[i]];
        return at;
    case STRAIGHT_CODE:
        at = read_known(run, i, at, end, stop);
        if (at)
            block->code[field->number][block->count] = run->last[i];
        return at;
    case STRAIGHT_FIGURE:
        return read_figure(run, field->number, at);
    }
    return NULL;
}

static const char *read_row(struct straight_run *run, const char *at, const char *end)
{
    const struct straight_shape *shape = run->shape;

    for (size_t i = 0; i < shape->count; i++) {
        const struct straight_field *field = &shape->field[i];
        bool is_last = i + 1 == shape->count;
        char stop = is_last ? *shape->after : *shape->field[i + 1].before;
        if (!is_same(at, field->before, field->before_length))
            return NULL;
        at = read_field(run, i, at + field->before_length, end, stop);
        if (!at || *at != stop)
            return NULL;
    }
    return is_same(at, shape->after, shape->after_length) ? at + shape->after_length
                                                          : NULL;
}

size_t straight_read(struct straight_run *run, const char *text, size_t size)
{
    struct builder_block *block = run->block;
    const char *end = text + size;
    const char *at = text;

    while (at < end && block->count < block->capacity) {
        const char *next = read_row(run, at, end);
        if (!next) {
            if (run->raised_row == block->count + 1)
                memcpy(block->decimals_max, run->decimals_before,
                       sizeof(block->decimals_max));
            break;
        }
        at = next;
        block->count++;
    }
    return (size_t)(at - text);
}
