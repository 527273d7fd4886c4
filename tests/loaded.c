#include "tests/loaded.h"

#include <criterion/criterion.h>
#include <string.h>

void loaded_open(struct loaded *loaded)
{
    *loaded = (struct loaded){0};
    loaded->diags.arena = &loaded->arena;
}

void loaded_bytes(struct loaded *loaded, const char *name, const char *bytes,
                  size_t size, const struct load_limits *limits)
{
    loaded_open(loaded);
    loaded->result =
        load_bytes(name, bytes, size, limits, &loaded->dataset, &loaded->diags);
}

void loaded_close(struct loaded *loaded)
{
    dataset_close(&loaded->dataset);
    arena_clear(&loaded->arena);
}

const char *loaded_error(const struct loaded *loaded)
{
    const struct diag *diag = loaded->diags.first;

    while (diag && diag->severity != SEVERITY_ERROR)
        diag = diag->next;
    return diag ? diag->message : "";
}

const char *loaded_message(const struct loaded *loaded)
{
    return loaded->diags.first ? loaded->diags.first->message : "";
}

struct value loaded_figure(const struct dataset *dataset, const char *measure,
                           const char *code, const char *period)
{
    struct period wanted;
    size_t number = dataset_measure(dataset, measure);

    cr_assert_neq(number, SIZE_MAX, "no measure %s", measure);
    cr_assert(period_read(period, strlen(period), &wanted));
    for (size_t i = 0; i < dataset->observation_count; i++) {
        const struct dimension *dimension = &dataset->dimension[0];
        if (period_equal(dataset->periods[codes_get(&dataset->period, i)], wanted) &&
            (!code || strcmp(dimension->members[codes_get(&dimension->column, i)].code,
                             code) == 0))
            return dataset_value(dataset, number, i);
    }
    cr_assert_fail("no row %s %s", code ? code : "", period);
    return value_missing(ABSENCE_NO_ROW);
}

const struct member *loaded_member(const struct dataset *dataset, const char *dimension,
                                   const char *code)
{
    size_t d = dataset_dimension(dataset, dimension);
    uint32_t number;

    cr_assert_neq(d, SIZE_MAX, "no dimension %s", dimension);
    number = dict_find(&dataset->dimension[d].codes, code, strlen(code));
    cr_assert_neq(number, DICT_NONE, "no %s", code);
    return &dataset->dimension[d].members[number];
}
