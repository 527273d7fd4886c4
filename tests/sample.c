#include "tests/sample.h"

#include "core/load/load.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

void sample_load(struct dataset *dataset, const char *yaml)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    enum load_result result;

    *dataset = (struct dataset){0};
    result = load_bytes("sample.yaml", yaml, strlen(yaml), &load_limits_default,
                        dataset, &diags);
    diag_print(&diags, stderr);
    arena_clear(&arena);
    cr_assert_eq(result, LOAD_OK);
}

void sample_bundled(struct dataset *dataset, const char *name)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    const char *top = getenv("top_srcdir");
    const char *path = arena_printf(&arena, "%s/datasets/%s", top ? top : ".", name);
    enum load_result result;

    *dataset = (struct dataset){0};
    result = load_file(path, &load_limits_default, dataset, &diags);
    diag_print(&diags, stderr);
    dataset->path = "bundled";
    arena_clear(&arena);
    cr_assert_eq(result, LOAD_OK);
}

const struct frame_row *sample_row(const struct frame *frame, const char *code)
{
    for (size_t i = 0; i < frame->row_count; i++)
        if (strcmp(frame->rows[i].code, code) == 0)
            return &frame->rows[i];
    cr_assert_fail("no row '%s'", code);
    return NULL;
}

struct value sample_value(const struct frame *frame, const struct frame_row *row,
                          const char *column)
{
    for (size_t c = 0; c < frame->column_count; c++)
        if (strcmp(frame->columns[c].id, column) == 0)
            return frame_cell(frame, row, c);
    cr_assert_fail("no column '%s'", column);
    return value_missing(ABSENCE_NO_ROW);
}
