#include "core/load/straight.h"

#include "core/base/text.h"
#include "core/load/straight_number.h"
#include "core/load/straight_word.h"

#include <math.h>
#include <string.h>

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

static const char *text_known(const struct straight_lane *lane, uint32_t number)
{
    return number < lane->base ? lane->dict->text[number]
                               : lane->guess[number - lane->base];
}

static void set_known(struct straight_lane *lane, uint32_t known, size_t length,
                      uint32_t number)
{
    struct straight_known *of = &lane->known[known];
    char text[sizeof(of->word)] = "";
    size_t first = length < sizeof(text) ? length + 1 : sizeof(text);

    memcpy(text, text_known(lane, known), first < length ? first : length);
    if (length < first)
        text[length] = lane->stop;
    of->word = straight_word(text, first, &of->mask);
    of->length = (uint32_t)length;
    of->number = number;
}

/* Among the texts that were guessed. */
static uint32_t find_guess(const struct straight_lane *lane, const char *at,
                           size_t length)
{
    for (uint32_t i = 0; i < lane->guess_count; i++)
        if (lane->known[lane->base + i].length == length &&
            memcmp(lane->guess[i], at, length) == 0)
            return lane->base + i;
    return DICT_NONE;
}

bool straight_guess(struct straight_run *run, struct straight_guess *guess)
{
    struct straight_lane *lane = run->unknown;
    uint32_t known;

    if (!lane || run->unknown_length > STRAIGHT_GUESS_MAX ||
        lane->guess_count == STRAIGHT_GUESSES)
        return false;
    guess->field = (size_t)(lane - run->lane);
    guess->number = lane->guess_count +
                    (lane->kind == STRAIGHT_PERIOD ? run->period_count : lane->base);
    guess->length = run->unknown_length;
    memcpy(guess->text, run->unknown_text, guess->length);
    known = lane->base + lane->guess_count;
    lane->guess[lane->guess_count++] = run->unknown_text;
    set_known(lane, known, guess->length, guess->number);
    return true;
}

/* What rows have for a text of the lane's dictionary. */
static uint32_t number_of(const struct straight_run *run,
                          const struct straight_lane *lane, uint32_t text)
{
    if (lane->kind == STRAIGHT_PERIOD)
        return run->period[text];
    return lane->kind == STRAIGHT_FLOW ? run->flow[text] : text;
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
    if (found != DICT_NONE)
        set_known(lane, found, length, number_of(run, lane, found));
    else
        found = find_guess(lane, at, length);
    if (found == DICT_NONE &&
        (lane->kind == STRAIGHT_FLOW || lane->kind == STRAIGHT_ATTRIBUTE))
        return NULL;
    if (found == DICT_NONE) {
        run->unknown = lane;
        run->unknown_text = at;
        run->unknown_length = length;
        return NULL;
    }
    lane->known[lane->last].next = found;
    lane->last = found;
    return at + length;
}

static bool is_long_known(const struct straight_lane *lane, uint32_t number,
                          const char *at, const char *end)
{
    size_t length = lane->known[number].length;

    return goes_on(text_known(lane, number), length, at, end) &&
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

/* A figure that is long, or none. */
static const char *read_other_figure(struct straight_run *run, size_t i, size_t row,
                                     const char *at)
{
    size_t measure = run->shape->field[i].number;
    const char *absent = run->shape->absent;
    double value;
    int decimals;
    const char *end = straight_number_long(at, &value, &decimals);

    if (!end) {
        run->lane[i].number[row] = NAN;
        return strncmp(at, absent, strlen(absent)) == 0 ? at + strlen(absent) : NULL;
    }
    run->lane[i].number[row] = value;
    if (decimals > run->block->decimals_max[measure])
        raise_decimals(run, measure, decimals);
    return end;
}

static inline const char *read_figure(struct straight_run *run, size_t i, size_t row,
                                      const char *at)
{
    size_t measure = run->shape->field[i].number;
    double value;
    int decimals;
    const char *end = straight_number_short(at, &value, &decimals);

    if (!end)
        return read_other_figure(run, i, row, at);
    run->lane[i].number[row] = value;
    if (decimals > run->block->decimals_max[measure])
        raise_decimals(run, measure, decimals);
    return end;
}

/* A value that is long, or none. */
static const char *read_other_value(struct straight_run *run, size_t i, size_t row,
                                    const char *at)
{
    const char *absent = run->shape->absent;
    double *value = &run->lane[i].number[row];
    const char *end = straight_number_long(at, value, &run->value_decimals);

    if (end)
        return end;
    *value = NAN;
    run->value_decimals = 0;
    return strncmp(at, absent, strlen(absent)) == 0 ? at + strlen(absent) : NULL;
}

/* Decimals wait for the measure, which may be told behind the value. */
static inline const char *read_value(struct straight_run *run, size_t i, size_t row,
                                     const char *at)
{
    double value;
    const char *end = straight_number_short(at, &value, &run->value_decimals);

    if (!end)
        return read_other_value(run, i, row, at);
    run->lane[i].number[row] = value;
    return end;
}

static void end_value(struct straight_run *run, size_t row)
{
    struct builder_block *block = run->block;
    int *decimals_max = &block->decimals_max[block->flow[row]];

    if (run->value_decimals > *decimals_max)
        *decimals_max = run->value_decimals;
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
    case STRAIGHT_ATTRIBUTE:
        if (*at == lane->stop) {
            lane->code[row] = 0;
            return at;
        }
        /* fallthrough */
    case STRAIGHT_PERIOD:
    case STRAIGHT_CODE:
    case STRAIGHT_FLOW:
        at = read_known(run, lane, at, end);
        if (at)
            lane->code[row] = lane->known[lane->last].number;
        return at;
    case STRAIGHT_FIGURE:
        return read_figure(run, i, row, at);
    case STRAIGHT_VALUE:
        return read_value(run, i, row, at);
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
        const struct straight_text *behind = &run->lane[i].behind;
        at = read_field(run, i, row, at, end);
        if (!at || *at != run->lane[i].stop)
            return NULL;
        if (behind->length > 1 && !stands_at(behind, at, end))
            return NULL;
        at += behind->length;
    }
    if (run->block->flow)
        end_value(run, row);
    return at;
}

size_t straight_read(struct straight_run *run, const char *text, size_t size)
{
    struct builder_block *block = run->block;
    const char *end = text + size;
    const char *at = text;

    run->unknown = NULL;
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
