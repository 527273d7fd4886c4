#include "core/base/sequence.h"

#include "core/base/pages.h"

enum {
    FIRST_CAPACITY = 16,
    FEW = 64,          /* stretches that are kept however short they are */
    STRETCH_LEAST = 16 /* numbers in one, on average: else codes take less */
};

static size_t bytes_of(size_t stretches)
{
    return stretches * sizeof(struct sequence_stretch);
}

static void forget_stretches(struct sequence *sequence)
{
    pages_free(sequence->stretch, bytes_of(sequence->stretch_capacity));
    sequence->stretch = NULL;
    sequence->stretch_count = sequence->stretch_capacity = 0;
}

static size_t end_of(const struct sequence *sequence, size_t stretch)
{
    return stretch + 1 < sequence->stretch_count ? sequence->stretch[stretch + 1].from
                                                 : sequence->count;
}

struct codes *sequence_codes(struct sequence *sequence, const struct arena *arena)
{
    for (size_t i = 0; i < sequence->stretch_count; i++) {
        const struct sequence_stretch *stretch = &sequence->stretch[i];

        codes_add_run(&sequence->codes, arena,
                      (struct codes_run){stretch->first, stretch->step,
                                         end_of(sequence, i) - stretch->from});
    }
    forget_stretches(sequence);
    return &sequence->codes;
}

static void begin_stretch(struct sequence *sequence, const struct arena *arena,
                          struct codes_run run)
{
    size_t count = sequence->stretch_count;

    if (count == sequence->stretch_capacity) {
        size_t capacity = count ? 2 * count : FIRST_CAPACITY;
        arena_charge(arena, bytes_of(capacity - count));
        sequence->stretch = (struct sequence_stretch *)pages_grow(
            sequence->stretch, bytes_of(count), bytes_of(capacity), arena);
        sequence->stretch_capacity = capacity;
    }
    sequence->stretch[count] =
        (struct sequence_stretch){(uint32_t)sequence->count, run.first, run.step};
    sequence->stretch_count++;
}

/* Whether the numbers go on with the last stretch, whose step its second one says. */
static bool goes_on(struct sequence *sequence, struct codes_run run)
{
    struct sequence_stretch *last;
    uint32_t length;

    if (!sequence->stretch_count)
        return false;
    last = &sequence->stretch[sequence->stretch_count - 1];
    length = (uint32_t)sequence->count - last->from;
    if (length == 1)
        last->step = run.first - last->first;
    return run.first == last->first + last->step * length &&
           (run.count == 1 || run.step == last->step);
}

static bool has_few(const struct sequence *sequence)
{
    return sequence->stretch_count < FEW ||
           sequence->stretch_count < sequence->count / STRETCH_LEAST;
}

void sequence_add_run(struct sequence *sequence, const struct arena *arena,
                      struct codes_run run)
{
    if (!run.count)
        return;
    if (sequence->codes.count || !has_few(sequence)) {
        codes_add_run(sequence_codes(sequence, arena), arena, run);
        return;
    }
    if (!goes_on(sequence, run))
        begin_stretch(sequence, arena, run);
    sequence->count += run.count;
}

void sequence_add(struct sequence *sequence, const struct arena *arena, uint32_t number)
{
    if (sequence->codes.count)
        codes_add(&sequence->codes, arena, number);
    else
        sequence_add_run(sequence, arena, (struct codes_run){number, 0, 1});
}

/* Numbers that go on by one step and are not added yet. */
static inline void add_later(struct sequence *sequence, const struct arena *arena,
                             struct codes_run *run, uint32_t number)
{
    if (run->count == 1)
        run->step = number - run->first;
    if (run->count && number == run->first + run->step * (uint32_t)run->count) {
        run->count++;
        return;
    }
    sequence_add_run(sequence, arena, *run);
    *run = (struct codes_run){number, 0, 1};
}

static size_t count_kept(const uint8_t *is_gone, size_t count)
{
    size_t kept = 0;

    for (size_t i = 0; i < count; i++)
        kept += !is_gone[i];
    return kept;
}

/* Of one stretch, whose first is the first of so many. */
static void keep_stretch(struct sequence *kept, const struct arena *arena,
                         struct codes_run of, const uint8_t *is_gone)
{
    struct codes_run run = {of.first, 0, 0};

    if (of.step == 0)
        run.count = count_kept(is_gone, of.count);
    for (size_t i = 0; i < of.count && of.step; i++)
        if (!is_gone[i])
            add_later(kept, arena, &run, of.first + of.step * (uint32_t)i);
    sequence_add_run(kept, arena, run);
}

void sequence_keep(struct sequence *sequence, const struct arena *arena,
                   const uint8_t *is_gone, size_t count)
{
    struct sequence kept = {0};

    for (size_t i = 0; i < sequence->stretch_count; i++) {
        const struct sequence_stretch *of = &sequence->stretch[i];
        size_t end = end_of(sequence, i);
        struct codes_run all = {of->first, of->step,
                                (end < count ? end : count) - of->from};
        keep_stretch(&kept, arena, all, is_gone + of->from);
    }
    for (size_t i = 0; i < sequence->codes.count && i < count; i++)
        if (!is_gone[i])
            sequence_add(&kept, arena, codes_get(&sequence->codes, i));
    sequence_close(sequence);
    *sequence = kept;
}

uint32_t sequence_get(const struct sequence *sequence, size_t index)
{
    const struct sequence_stretch *stretch;
    size_t low = 0;
    size_t high = sequence->stretch_count;

    if (!high)
        return codes_get(&sequence->codes, index);
    /* Stretches before `low` begin no later than the element, those from `high` on do.
     */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sequence->stretch[middle].from <= index)
            low = middle + 1;
        else
            high = middle;
    }
    stretch = &sequence->stretch[low - 1];
    return stretch->first + stretch->step * (uint32_t)(index - stretch->from);
}

void sequence_cut(struct sequence *sequence, size_t count)
{
    size_t stretches = sequence->stretch_count;

    while (stretches && sequence->stretch[stretches - 1].from >= count)
        stretches--;
    sequence->stretch_count = stretches;
    if (sequence->count > count)
        sequence->count = count;
    if (sequence->codes.count > count)
        sequence->codes.count = count;
}

void sequence_close(struct sequence *sequence)
{
    forget_stretches(sequence);
    codes_close(&sequence->codes);
    sequence->count = 0;
}
