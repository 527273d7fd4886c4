#include "core/base/number.h"
#include "core/model/builder_internal.h"

#include <math.h>
#include <string.h>

void builder_row(struct builder *builder, struct source_pos at)
{
    struct row *row = &builder->row;

    row->at = at;
    row->errors_before = builder->diags->count[SEVERITY_ERROR];
    row->has_period = false;
    row->dimensions = 0;
    row->measures = 0;
    memset(row->attribute, 0, sizeof(row->attribute));
    memset(row->own, 0, sizeof(row->own));
    row->action = ROW_ADDS;
}

/* What a period is found by. */
enum { PERIOD_KEY = 2 * sizeof(int32_t) };

static void write_key(char key[PERIOD_KEY], struct period period)
{
    const int32_t parts[2] = {(int32_t)period.frequency, period.index};

    memcpy(key, parts, PERIOD_KEY);
}

/* The number of the period, a new one when it is the first of its kind. */
static uint32_t period_number(struct builder *builder, struct period period)
{
    struct dataset *dataset = builder->dataset;
    char key[PERIOD_KEY];

    write_key(key, period);

    uint32_t number =
        dict_add(&builder->period_numbers, &builder->scratch, key, sizeof(key));
    if (number < dataset->period_count)
        return number;

    size_t capacity = builder->period_capacity;
    dataset->periods = builder_grow(&dataset->arena, dataset->periods, number,
                                    &capacity, sizeof(period));
    builder->period_capacity = (uint32_t)capacity;
    dataset->periods[number] = period;
    dataset->period_count = number + 1;
    return number;
}

/* The number of a period that is spelled so; NO_PERIOD after reporting a mistake. */
static uint32_t take_period(struct builder *builder, struct builder_text text,
                            struct period period)
{
    if (!builder_take_frequency(builder, text, period.frequency))
        return NO_PERIOD;
    return period_number(builder, period);
}

/* Reads a spelling that was not met before; NO_PERIOD after reporting a mistake. */
static uint32_t read_period(struct builder *builder, struct builder_text text)
{
    struct period period;

    if (period_read(text.text, text.length, &period))
        return take_period(builder, text, period);
    diag_error_span(builder->diags, text.at, builder_span(text),
                    "'%s' is not a period: 2024, 2024-H1, 2024-Q3, 2024-07, "
                    "2024-W27 and 2024-07-15 are",
                    builder_quote(builder, text));
    return NO_PERIOD;
}

/* `known` NULL: it is to be read. */
static void give_period(struct builder *builder, struct builder_text period,
                        const struct period *known)
{
    struct row *row = &builder->row;
    uint32_t spelling =
        dict_find_near(&builder->spellings, period.text, period.length, row->spelling);

    row->has_period = true;
    if (spelling != DICT_NONE) {
        row->spelling = spelling;
        row->period = builder->spelling_period[spelling];
        return;
    }
    row->period =
        known ? take_period(builder, period, *known) : read_period(builder, period);
    if (row->period == NO_PERIOD)
        return;

    size_t capacity = builder->spelling_capacity;
    spelling =
        dict_add(&builder->spellings, &builder->scratch, period.text, period.length);
    builder->spelling_period =
        builder_grow(&builder->scratch, builder->spelling_period, spelling, &capacity,
                     sizeof(*builder->spelling_period));
    builder->spelling_capacity = (uint32_t)capacity;
    builder->spelling_period[spelling] = row->period;
}

void builder_period(struct builder *builder, struct builder_text period)
{
    give_period(builder, period, NULL);
}

void builder_period_as(struct builder *builder, struct builder_text spelling,
                       struct period period)
{
    give_period(builder, spelling, &period);
}

/* "2024-01-02" is 2024-02-01. */
static struct period swapped(struct period period)
{
    char text[PERIOD_SHOWN_MAX];
    char other[PERIOD_SHOWN_MAX];

    period_show(text, period);
    memcpy(other, text, sizeof(other));
    memcpy(other + 5, text + 8, 2);
    memcpy(other + 8, text + 5, 2);
    period_read(other, strlen(other), &period);
    return period;
}

void builder_swap_days(struct builder *builder)
{
    struct dataset *dataset = builder->dataset;

    dict_close(&builder->period_numbers);
    builder->period_numbers = (struct dict){0};
    for (uint32_t i = 0; i < dataset->period_count; i++) {
        char key[PERIOD_KEY];
        if (dataset->periods[i].frequency == FREQUENCY_DAY)
            dataset->periods[i] = swapped(dataset->periods[i]);
        write_key(key, dataset->periods[i]);
        dict_add(&builder->period_numbers, &builder->scratch, key, sizeof(key));
    }
}

void builder_code(struct builder *builder, size_t dimension, struct builder_text code)
{
    struct dimension *of = &builder->dataset->dimension[dimension];
    struct row *row = &builder->row;

    row->dimensions |= (uint64_t)1 << dimension;
    if (code.length == 0) {
        diag_error(builder->diags, code.at, "the %s is empty", of->id);
        return;
    }
    /* Rows mostly have the member of the row before, or the next. */
    row->code[dimension] =
        dict_find_near(&of->codes, code.text, code.length, row->code[dimension]);
    if (row->code[dimension] != DICT_NONE)
        return;
    if (!builder->dimension[dimension].is_sealed) {
        row->code[dimension] = builder_intern(builder, dimension, code);
        return;
    }
    diag_error_span(builder->diags, code.at, builder_span(code),
                    "%s '%s' is not among the members%s", of->id,
                    builder_quote(builder, code),
                    builder_suggest(builder, code, of->codes.text, of->codes.count));
}

/* Whether the text is a word of absence. */
bool builder_read_absence(struct builder_text text, enum absence *absence)
{
    *absence = ABSENCE_NOT_AVAILABLE;
    if (text.length == 0 || (text.length == 4 && memcmp(text.text, "null", 4) == 0))
        return true;
    if (text.length != 1)
        return false;
    switch (*text.text) {
    case '~':
        return true;
    case '-':
        *absence = ABSENCE_NOT_APPLICABLE;
        return true;
    case 'c':
        *absence = ABSENCE_CONFIDENTIAL;
        return true;
    case '<':
        *absence = ABSENCE_ROUNDED;
        return true;
    case '?':
        *absence = ABSENCE_UNREADABLE;
        return true;
    default:
        return false;
    }
}

void builder_figure(struct builder *builder, size_t measure, struct builder_text figure)
{
    struct row *row = &builder->row;
    struct pending_measure *pending = &builder->measure[measure];
    struct number number;

    row->measures |= (uint64_t)1 << measure;
    row->number[measure] = NAN;
    if (number_read(figure.text, figure.length, &number)) {
        row->absence[measure] = ABSENCE_NONE;
        row->number[measure] = number.value;
        if (fabs(number.value) > pending->largest)
            pending->largest = fabs(number.value);
        if (number.decimals > pending->decimals_max)
            pending->decimals_max = number.decimals;
        return;
    }
    if (builder_read_absence(figure, &row->absence[measure]))
        return;
    diag_error_span(builder->diags, figure.at, builder_span(figure),
                    "'%s' is not a number: %s", builder_quote(builder, figure),
                    number_hint(figure.text, figure.length));
}

/* Whether the row says what it must. */
static bool is_complete(struct builder *builder)
{
    const struct dataset *dataset = builder->dataset;
    const struct row *row = &builder->row;

    if (builder->diags->count[SEVERITY_ERROR] != row->errors_before)
        return false;
    if (!row->has_period)
        return diag_error(builder->diags, row->at, "the observation has no period");
    for (size_t i = 0; i < dataset->dimension_count; i++)
        if (!(row->dimensions >> i & 1))
            return diag_error(builder->diags, row->at, "the observation has no %s",
                              dataset->dimension[i].id);
    if (!row->measures)
        return diag_error(builder->diags, row->at, "the observation has no figure");
    if (dataset->observation_count == OBSERVATION_MAX)
        return diag_error(builder->diags, row->at,
                          "a dataset has at most %u observations", OBSERVATION_MAX);
    return true;
}

static void add_figure(struct builder *builder, size_t number, size_t index)
{
    struct dataset *dataset = builder->dataset;
    struct measure *measure = &dataset->measure[number];
    const struct row *row = &builder->row;
    bool is_given = row->measures >> number & 1;
    enum absence absence = is_given ? row->absence[number] : ABSENCE_NO_ROW;

    numbers_add(&measure->column, &dataset->arena,
                absence == ABSENCE_NONE ? row->number[number] : NAN);
    if (absence != ABSENCE_NONE)
        codes_add_sparse(&measure->absence, &dataset->arena, index, absence);
}

void builder_row_end(struct builder *builder)
{
    struct dataset *dataset = builder->dataset;
    const struct row *row = &builder->row;
    struct arena *arena = &dataset->arena;
    size_t index = dataset->observation_count;

    if (!is_complete(builder))
        return;
    codes_add(&dataset->period, arena, row->period);
    for (size_t i = 0; i < dataset->dimension_count; i++) {
        codes_add(&dataset->dimension[i].column, arena, row->code[i]);
        dataset->dimension[i].members[row->code[i]].has_rows = true;
    }
    for (size_t i = 0; i < dataset->measure_count; i++)
        add_figure(builder, i, index);
    builder_add_attributes(builder, index);
    codes_add_sparse(&dataset->file, arena, index,
                     dataset->file_count ? dataset->file_count - 1 : 0);
    codes_add_sparse(&builder->action, arena, index, row->action);
    sequence_add(&dataset->line, arena, (uint32_t)row->at.line);
    sequence_add(&builder->row_column, arena, (uint32_t)row->at.column);
    dataset->observation_count++;
}
