#include "tests/test_indicators.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

void inquiry_close(struct inquiry *inquiry)
{
    arena_clear(&inquiry->arena);
    dataset_close(&inquiry->dataset);
}

void inquiry_all(struct inquiry *inquiry)
{
    struct column_spec *specs =
        ARENA_ARRAY(&inquiry->arena, struct column_spec, AVAILABLE_MAX);

    inquiry->query.columns = specs;
    inquiry->query.column_count =
        frame_available_specs(&inquiry->dataset, specs, AVAILABLE_MAX);
    inquiry->frame = frame_new(&inquiry->dataset, &inquiry->query, &inquiry->arena);
}

void inquiry_columns(struct inquiry *inquiry, const char *const *ids, size_t count)
{
    struct diag_list diags = {.arena = &inquiry->arena};
    struct column_spec *specs = ARENA_ARRAY(&inquiry->arena, struct column_spec, count);

    for (size_t i = 0; i < count; i++) {
        bool is_read = column_spec_read(&inquiry->dataset, ids[i], &specs[i], &diags);
        cr_assert(is_read, "%s: %s", ids[i], diags.first ? diags.first->message : "");
    }
    inquiry->query.columns = specs;
    inquiry->query.column_count = count;
    inquiry->frame = frame_new(&inquiry->dataset, &inquiry->query, &inquiry->arena);
}

void inquiry_within(struct inquiry *inquiry, const char *dimension, const char *code)
{
    size_t d = dataset_dimension(&inquiry->dataset, dimension);
    const struct dimension *of;

    cr_assert_neq(d, SIZE_MAX);
    of = &inquiry->dataset.dimension[d];
    for (uint32_t i = 0; i < of->member_count; i++)
        if (strcmp(of->members[i].code, code) == 0)
            inquiry->query.within[d] = i;
    cr_assert_neq(inquiry->query.within[d], MEMBER_NONE);
}

static struct value value_of(struct inquiry *inquiry, const char *code,
                             const char *column)
{
    inquiry_columns(inquiry, &column, 1);
    return sample_value(inquiry->frame, sample_row(inquiry->frame, code), column);
}

double inquiry_number(struct inquiry *inquiry, const char *code, const char *column)
{
    struct value value = value_of(inquiry, code, column);

    cr_assert(value_is_number(value), "%s of %s: %s", column, code,
              absence_words(value.absence));
    return value.number;
}

enum absence inquiry_absence(struct inquiry *inquiry, const char *code,
                             const char *column)
{
    return value_of(inquiry, code, column).absence;
}

void expect_close(double value, double expected, double relative, const char *what)
{
    cr_expect(fabs(value - expected) <= relative * fabs(expected),
              "%s: %.12g is not %.12g", what, value, expected);
}
