#include "core/load/straight.h"

#include "core/base/text.h"
#include "core/load/straight_number.h"

#include <math.h>
#include <string.h>

/* The first bytes of a text, and which they are; of no more than eight. */
static uint64_t word_of(const char *text, size_t length, uint64_t *mask)
{
    size_t first = length < sizeof(*mask) ? length : sizeof(*mask);
    uint64_t word = 0;

    *mask = 0;
    memset(mask, 0xFF, first);
    memcpy(&word, text, first);
    return word;
}

static struct straight_text text_of(const char *text, size_t length)
{
    struct straight_text made = {.text = text, .length = length};

    made.word = word_of(text, length, &made.mask);
    return made;
}

/* Room to remember texts of a dictionary. */
static void remember(struct straight_lane *lane, struct arena *arena)
{
    uint32_t needed = lane->dict->count + 1;
    uint32_t capacity = needed + needed / 2 + 16;
    struct straight_known *known;

    if (needed <= lane->capacity)
        return;
    known = ARENA_ARRAY(arena, struct straight_known, capacity);
    if (lane->capacity)
        memcpy(known, lane->known, lane->capacity * sizeof(*known));
    for (uint32_t i = lane->capacity; i < capacity; i++)
        known[i].word = 1; /* and the mask is 0 */
    lane->known = known;
    lane->capacity = capacity;
}

static void set_behind(struct straight_lane *lane, const char *text, size_t length)
{
    lane->behind = text_of(text, length);
    lane->stop = *text;
}

static void begin_lane(struct straight_run *run, size_t i,
                       const struct dataset *dataset, const struct dict *periods)
{
    const struct straight_shape *shape = run->shape;
    const struct straight_field *field = &shape->field[i];
    struct straight_lane *lane = &run->lane[i];

    lane->kind = field->kind;
    if (i + 1 < shape->count)
        set_behind(lane, field[1].before, field[1].before_length);
    else
        set_behind(lane, shape->after, shape->after_length);
    if (field->kind == STRAIGHT_FIGURE)
        lane->number = run->block->number[field->number];
    if (field->kind != STRAIGHT_PERIOD && field->kind != STRAIGHT_CODE)
        return;
    lane->dict = periods;
    lane->code = run->block->period;
    if (field->kind == STRAIGHT_CODE) {
        lane->dict = &dataset->dimension[field->number].codes;
        lane->code = run->block->code[field->number];
    }
    remember(lane, run->arena);
}

void straight_begin(struct straight_run *run, const struct builder *builder,
                    const struct dataset *dataset)
{
    struct builder_spellings spellings = builder_spellings(builder);
    const struct straight_shape *shape = run->shape;

    builder_block_clear(run->block);
    run->raised_row = 0;
    run->period = spellings.period;
    run->before = text_of(shape->field[0].before, shape->field[0].before_length);
    for (size_t i = 0; i < shape->count; i++)
        begin_lane(run, i, dataset, spellings.dict);
}

void straight_forget(struct straight_run *run)
{
    memset(run->lane, 0, sizeof(run->lane));
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

static inline bool is_like(uint64_t word, uint64_t mask, const char *at)
{
    uint64_t there;

    memcpy(&there, at, sizeof(there));
    return (there & mask) == word;
}

/* The rest of a text behind its first eight bytes, which have no line's end in them: it
 * is not compared beyond `end`. */
static bool goes_on(const char *text, size_t length, const char *at, const char *end)
{
    const size_t first = sizeof(uint64_t);

    return length <= (size_t)(end - at) &&
           memcmp(at + first, text + first, length - first) == 0;
}

/* Whether the text stands there. Eight bytes can be read even behind the last line. */
static inline bool stands_at(const struct straight_text *text, const char *at,
                             const char *end)
{
    return is_like(text->word, text->mask, at) &&
           (text->length <= sizeof(text->word) ||
            goes_on(text->text, text->length, at, end));
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

static void set_known(struct straight_run *run, struct straight_lane *lane,
                      uint32_t number, size_t length)
{
    struct straight_known *known = &lane->known[number];
    char text[sizeof(known->word)] = "";
    size_t first = length < sizeof(text) ? length + 1 : sizeof(text);

    memcpy(text, lane->dict->text[number], first < length ? first : length);
    if (length < first)
        text[length] = lane->stop;
    known->word = word_of(text, first, &known->mask);
    known->length = (uint32_t)length;
    known->number = lane->kind == STRAIGHT_PERIOD ? run->period[number] : number;
}

/* Looks a text up that did not come when it was expected. */
static const char *find_known(struct straight_run *run, struct straight_lane *lane,
                              const char *at)
{
    size_t length = straight_scan(at, lane->stop);
    uint32_t found;

    if (!length || length > UINT32_MAX || at[length] != lane->stop ||
        (run->shape->is_plain && !is_word(at, length)))
        return NULL;
    found = dict_find(lane->dict, at, length);
    if (found == DICT_NONE)
        return NULL;
    set_known(run, lane, found, length);
    lane->known[lane->last].next = found;
    lane->last = found;
    return at + length;
}

static bool is_long_known(const struct straight_lane *lane, uint32_t number,
                          const char *at, const char *end)
{
    size_t length = lane->known[number].length;

    return goes_on(lane->dict->text[number], length, at, end) &&
           at[length] == lane->stop;
}

static inline bool is_known(const struct straight_lane *lane, uint32_t number,
                            const char *at, const char *end)
{
    const struct straight_known *known = &lane->known[number];

    return is_like(known->word, known->mask, at) &&
           (known->length < sizeof(known->word) ||
            is_long_known(lane, number, at, end));
}

/* A text of the field's dictionary. What is known of is tried first: what it was in the
 * row before, then what came after that when it was met last. */
static inline const char *read_known(struct straight_run *run,
                                     struct straight_lane *lane, const char *at,
                                     const char *end)
{
    uint32_t last = lane->last;
    uint32_t next = lane->known[last].next;

    if (is_known(lane, last, at, end))
        return at + lane->known[last].length;
    if (!is_known(lane, next, at, end))
        return find_known(run, lane, at);
    lane->last = next;
    return at + lane->known[next].length;
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

static inline const char *read_figure(struct straight_run *run, size_t i, size_t row,
                                      const char *at)
{
    size_t measure = run->shape->field[i].number;
    const char *absent = run->shape->absent;
    double value;
    int decimals;
    const char *end = straight_number_short(at, &value, &decimals);

    if (!end)
        end = straight_number_long(at, &value, &decimals);
    if (!end) {
        run->lane[i].number[row] = NAN;
        return strncmp(at, absent, strlen(absent)) == 0 ? at + strlen(absent) : NULL;
    }
    run->lane[i].number[row] = value;
    if (decimals > run->block->decimals_max[measure])
        raise_decimals(run, measure, decimals);
    return end;
}

static inline const char *read_field(struct straight_run *run, size_t i, size_t row,
                                     const char *at, const char *end)
{
    struct straight_lane *lane = &run->lane[i];

    switch (lane->kind) {
    case STRAIGHT_SKIP:
        return skip(at, lane->stop);
    case STRAIGHT_EMPTY:
        return at;
    case STRAIGHT_PERIOD:
    case STRAIGHT_CODE:
        at = read_known(run, lane, at, end);
        if (at)
            lane->code[row] = lane->known[lane->last].number;
        return at;
    case STRAIGHT_FIGURE:
        return read_figure(run, i, row, at);
    }
    return NULL;
}

static inline const char *read_row(struct straight_run *run, size_t row, const char *at,
                                   const char *end)
{
    size_t count = run->shape->count;

    if (!stands_at(&run->before, at, end))
        return NULL;
    at += run->before.length;
    for (size_t i = 0; i < count; i++) {
        at = read_field(run, i, row, at, end);
        if (!at || !stands_at(&run->lane[i].behind, at, end))
            return NULL;
        at += run->lane[i].behind.length;
    }
    return at;
}

size_t straight_read(struct straight_run *run, const char *text, size_t size)
{
    struct builder_block *block = run->block;
    const char *end = text + size;
    const char *at = text;

    while (at < end && block->count < block->capacity) {
        const char *next = read_row(run, block->count, at, end);
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
