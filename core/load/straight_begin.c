/*
 * Makes a run of straight rows ready: what stands around its fields, room for the texts
 * that are met in them, and where rows go.
 */
#include "core/load/straight.h"
#include "core/load/straight_word.h"

#include <string.h>

static struct straight_text text_of(const char *text, size_t length)
{
    struct straight_text made = {.text = text, .length = length};

    made.word = straight_word(text, length, &made.mask);
    return made;
}

static void forget_known(struct straight_lane *lane, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++) {
        lane->known[i].word = 1;
        lane->known[i].mask = 0;
    }
}

/* Room to remember texts of a dictionary, and those that may be new in it. */
static void remember(struct straight_lane *lane, struct arena *arena)
{
    uint32_t needed = lane->dict->count + STRAIGHT_GUESSES + 1;
    uint32_t capacity = needed + needed / 2;
    struct straight_known *known;

    if (lane->guess_count)
        forget_known(lane, lane->base, lane->base + lane->guess_count);
    lane->guess_count = 0;
    lane->base = lane->dict->count;
    if (needed <= lane->capacity)
        return;
    known = ARENA_ARRAY(arena, struct straight_known, capacity);
    if (lane->capacity)
        memcpy(known, lane->known, lane->capacity * sizeof(*known));
    lane->known = known;
    forget_known(lane, lane->capacity, capacity);
    lane->capacity = capacity;
}

static void set_behind(struct straight_lane *lane, const char *text, size_t length)
{
    lane->behind = text_of(text, length);
    lane->stop = *text;
}

static void begin_lane(struct straight_run *run, size_t i,
                       const struct builder *builder, const struct dataset *dataset)
{
    const struct straight_shape *shape = run->shape;
    const struct straight_field *field = &shape->field[i];
    struct straight_lane *lane = &run->lane[i];

    lane->kind = field->kind;
    if (i + 1 < shape->count)
        set_behind(lane, field[1].before, field[1].before_length);
    else
        set_behind(lane, shape->after, shape->after_length);
    if (field->kind == STRAIGHT_PERIOD)
        lane->dict = builder_spellings(builder).dict;
    else if (field->kind == STRAIGHT_CODE)
        lane->dict = &dataset->dimension[field->number].codes;
    else if (field->kind == STRAIGHT_FLOW)
        lane->dict = builder_flows(builder).dict;
    else if (field->kind == STRAIGHT_ATTRIBUTE)
        lane->dict = &dataset->texts[field->number];
    else
        return;
    remember(lane, run->arena);
}

void straight_begin(struct straight_run *run, const struct builder *builder,
                    const struct dataset *dataset)
{
    const struct straight_shape *shape = run->shape;

    run->period = builder_spellings(builder).number;
    run->flow = builder_flows(builder).number;
    run->period_count = dataset->period_count;
    run->before = text_of(shape->field[0].before, shape->field[0].before_length);
    if (run->lane_count < shape->count) {
        run->lane = ARENA_ARRAY(run->arena, struct straight_lane, shape->count);
        run->lane_count = shape->count;
    }
    for (size_t i = 0; i < shape->count; i++)
        begin_lane(run, i, builder, dataset);
}

void straight_aim(struct straight_run *run, struct builder_block *block)
{
    run->block = block;
    run->raised_row = 0;
    for (size_t i = 0; i < run->shape->count; i++) {
        const struct straight_field *field = &run->shape->field[i];
        struct straight_lane *lane = &run->lane[i];
        if (field->kind == STRAIGHT_PERIOD)
            lane->code = block->period;
        else if (field->kind == STRAIGHT_CODE)
            lane->code = block->code[field->number];
        else if (field->kind == STRAIGHT_FIGURE)
            lane->number = block->number[field->number];
        else if (field->kind == STRAIGHT_FLOW)
            lane->code = block->flow;
        else if (field->kind == STRAIGHT_VALUE)
            lane->number = block->value;
        else if (field->kind == STRAIGHT_ATTRIBUTE)
            lane->code = block->attribute[field->number];
    }
}

void straight_forget(struct straight_run *run)
{
    for (size_t i = 0; i < run->lane_count; i++) {
        struct straight_lane *lane = &run->lane[i];
        *lane =
            (struct straight_lane){.known = lane->known, .capacity = lane->capacity};
        forget_known(lane, 0, lane->capacity);
    }
}
