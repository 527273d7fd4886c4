/*
 * Periods of several frequencies in one file: months beside the year that they add up
 * to. Nothing is counted twice, so the rows of one frequency alone stay: the one that
 * is answered, else the finest that says about as much as any. What is left out is
 * told, with the option that keeps it instead.
 */
#include "core/base/translate.h"
#include "core/model/builder_internal.h"

#include <string.h>

/* A finer frequency stays where it covers at least a quarter of what a coarser one
 * does: five years of months say more than twenty of years, one year of them says less.
 */
#define ENOUGH 0.25

void builder_keep_frequency(struct builder *builder, enum frequency frequency)
{
    builder->wanted = frequency;
    builder->has_wanted = true;
}

bool builder_wants_frequency(const struct builder *builder)
{
    return builder->has_wanted;
}

static bool is_of(unsigned frequencies, int frequency)
{
    return frequencies >> frequency & 1;
}

/* Files that differ are better opened each by itself. */
static bool refuse(struct builder *builder, struct builder_text text,
                   enum frequency frequency)
{
    const struct dataset *dataset = builder->dataset;
    enum frequency before = dataset->periods[0].frequency;
    struct source_pos at = builder->frequency_at[before];
    char first[PERIOD_SHOWN_MAX];

    period_show(first, dataset->periods[0]);
    if (frequency == FREQUENCY_UNDATED || before == FREQUENCY_UNDATED)
        return diag_error_span(builder->diags, text.at, builder_span(text),
                               "'%s' is %s, but '%s' at line %zu is %s; a file has "
                               "periods or none",
                               builder_quote(builder, text),
                               frequency_adjective(frequency), first, at.line,
                               frequency_adjective(before));
    return diag_error_span(
        builder->diags, text.at, builder_span(text),
        "'%s' is %s, but '%s' at line %zu of %s is %s: --periods=%s or --periods=%s "
        "keeps one of them, --apart opens each file by itself",
        builder_quote(builder, text), frequency_adjective(frequency), first, at.line,
        at.file, frequency_adjective(before), frequency_noun(frequency),
        frequency_noun(before));
}

bool builder_take_frequency(struct builder *builder, struct builder_text text,
                            enum frequency frequency)
{
    const unsigned undated = 1u << FREQUENCY_UNDATED;
    const struct dataset *dataset = builder->dataset;
    unsigned frequencies = builder->frequencies | 1u << frequency;

    if (frequencies == builder->frequencies)
        return true;
    if (builder->frequencies) {
        const char *file = builder->frequency_at[dataset->periods[0].frequency].file;
        bool is_elsewhere = strcmp(file, text.at.file) != 0;
        if (frequencies & undated || (is_elsewhere && !builder->has_wanted))
            return refuse(builder, text, frequency);
    }
    builder->frequencies = frequencies;
    builder->frequency_at[frequency] = text.at;
    return true;
}

static void count_rows(struct dataset *dataset)
{
    memset(dataset->rows_of, 0, sizeof(dataset->rows_of));
    for (size_t i = 0; i < dataset->observation_count; i++)
        dataset->rows_of[dataset->periods[codes_get(&dataset->period, i)].frequency]++;
}

/* How many years all rows of the frequency are of together. */
static double covered(const struct dataset *dataset, int frequency)
{
    static const double in_a_year[FREQUENCY_COUNT] = {
        [FREQUENCY_YEAR] = 1,    [FREQUENCY_HALF] = 2,  [FREQUENCY_QUARTER] = 4,
        [FREQUENCY_MONTH] = 12,  [FREQUENCY_WEEK] = 52, [FREQUENCY_DAY] = 365,
        [FREQUENCY_UNDATED] = 1,
    };

    return (double)dataset->rows_of[frequency] / in_a_year[frequency];
}

/* Frequencies are in the order of their fineness. */
static int choose(const struct builder *builder)
{
    const struct dataset *dataset = builder->dataset;
    double most = 0;
    int finest = FREQUENCY_COUNT;

    if (builder->has_wanted)
        return (int)builder->wanted;
    for (int i = 0; i < FREQUENCY_COUNT; i++)
        if (covered(dataset, i) > most)
            most = covered(dataset, i);
    while (finest-- > 0)
        if (dataset->rows_of[finest] && covered(dataset, finest) >= ENOUGH * most)
            return finest;
    return FREQUENCY_YEAR;
}

/* Marks what goes. Rows of the file are used as long as one observation of them is. */
static size_t leave_out(struct builder *builder, int kept, uint8_t *is_gone)
{
    struct dataset *dataset = builder->dataset;
    struct row_fates *fates = &dataset->fates;
    size_t gone = 0;
    bool is_used = false;

    for (size_t i = 0; i < dataset->observation_count; i++) {
        const struct period *period = &dataset->periods[codes_get(&dataset->period, i)];
        bool is_last =
            i + 1 == dataset->observation_count ||
            sequence_get(&dataset->line, i) != sequence_get(&dataset->line, i + 1);
        is_gone[i] = (int)period->frequency != kept;
        gone += is_gone[i];
        is_used = is_used || !is_gone[i];
        if (is_last && !is_used && fates->used) {
            fates->used--;
            fates->other++;
        }
        is_used = is_used && !is_last;
    }
    return gone;
}

static void renumber_periods(struct builder *builder, int kept)
{
    struct dataset *dataset = builder->dataset;
    uint32_t *map = ARENA_ARRAY(&builder->scratch, uint32_t, dataset->period_count);
    uint32_t count = 0;

    for (uint32_t i = 0; i < dataset->period_count; i++) {
        if ((int)dataset->periods[i].frequency != kept)
            continue;
        dataset->periods[count] = dataset->periods[i];
        map[i] = count++;
    }
    codes_remap(&dataset->period, &dataset->arena, map);
    dataset->period_count = count;
}

static void mark_members(struct dimension *dimension, size_t count)
{
    for (uint32_t i = 0; i < dimension->member_count; i++)
        dimension->members[i].has_rows = false;
    for (size_t i = 0; i < count; i++)
        dimension->members[codes_get(&dimension->column, i)].has_rows = true;
}

/* The message is of the first that is left out. */
static void tell(struct builder *builder, int left, int kept)
{
    struct source_pos at = builder->frequency_at[left];
    size_t count = builder->dataset->rows_of[left];
    const char *message;

    if (!count || builder->diags->count[SEVERITY_ERROR] != builder->errors_before)
        return;
    message = arena_printf(
        &builder->scratch,
        P_("%zu %s observation, this one, is left out beside %s ones, so that nothing "
           "is counted twice; --periods=%s keeps it instead",
           "%zu %s observations, of which this is the first, are left out beside %s "
           "ones, so that nothing is counted twice; --periods=%s keeps them instead",
           count),
        count, frequency_adjective((enum frequency)left),
        frequency_adjective((enum frequency)kept),
        frequency_noun((enum frequency)left));
    if (builder->has_wanted)
        diag_note(builder->diags, at, "%s", message);
    else
        diag_warning(builder->diags, at, "%s", message);
}

void builder_settle_frequency(struct builder *builder)
{
    struct dataset *dataset = builder->dataset;
    unsigned frequencies = builder->frequencies;
    uint8_t *is_gone;
    size_t gone;
    int kept;

    if (!(frequencies & (frequencies - 1)) || !dataset->observation_count)
        return;
    count_rows(dataset);
    kept = choose(builder);
    if (!dataset->rows_of[kept])
        return;
    is_gone = ARENA_ARRAY(&builder->scratch, uint8_t, dataset->observation_count);
    gone = leave_out(builder, kept, is_gone);
    if (gone)
        builder_leave_rows(builder, is_gone, gone);
    renumber_periods(builder, kept);
    for (size_t d = 0; d < dataset->dimension_count; d++)
        mark_members(&dataset->dimension[d], dataset->observation_count);
    for (int i = 0; i < FREQUENCY_COUNT; i++)
        if (is_of(frequencies, i) && i != kept)
            tell(builder, i, kept);
    builder->frequencies = 1u << kept;
}

bool builder_check_frequency(struct builder *builder)
{
    const struct dataset *dataset = builder->dataset;
    enum frequency has;

    if (!builder->has_wanted || !dataset->period_count || dataset->is_partial)
        return true;
    has = dataset->periods[0].frequency;
    if (has == builder->wanted || has == FREQUENCY_UNDATED)
        return true;
    return diag_error(builder->diags, builder->frequency_at[has],
                      "the file has no %s periods, which --periods=%s is for: they are "
                      "%s",
                      frequency_adjective(builder->wanted),
                      frequency_noun(builder->wanted), frequency_adjective(has));
}

bool builder_leaves_out(const struct builder *builder, struct builder_text text)
{
    struct period period;
    const struct dataset *dataset = builder->dataset;

    return text.text && period_read(text.text, text.length, &period) &&
           dataset->rows_of[period.frequency] && dataset->period_count &&
           dataset->periods[0].frequency != period.frequency;
}
