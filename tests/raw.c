#include "tests/raw.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static double number_of(const char *text)
{
    char *end;
    double number = strtod(text, &end);

    return end == text || (*text == '-' && text[1] == '\0') ? NAN : number;
}

static void read_line(struct raw *raw, const char *line)
{
    char code[16];
    char rest[16];
    char figures[3][32];
    struct raw_row *row = &raw->row[raw->count];

    if (sscanf(line, " - {code: %15[^,], level: country, parent: %15[^,]", code,
               rest) == 2) {
        cr_assert_lt(raw->count, RAW_MAX);
        snprintf(row->code, sizeof(row->code), "%s", code);
        snprintf(row->parent, sizeof(row->parent), "%s", rest);
        snprintf(row->member, sizeof(row->member), "%.199s", line);
        raw->count++;
    }
    if (sscanf(line, " - [2024, %15[^,], %31[^,], %31[^,], %31[^,],", code, figures[0],
               figures[1], figures[2]) != 4)
        return;
    for (size_t i = 0; i < raw->count; i++) {
        if (strcmp(raw->row[i].code, code) != 0)
            continue;
        raw->row[i].exports = number_of(figures[0]);
        raw->row[i].imports = number_of(figures[1]);
        raw->row[i].exports_growth = number_of(figures[2]);
    }
}

void raw_read(struct raw *raw)
{
    const char *top = getenv("top_srcdir");
    char path[1024];
    char line[512];
    FILE *file;

    *raw = (struct raw){0};
    snprintf(path, sizeof(path), "%s/datasets/china-partners-2024.yaml",
             top ? top : ".");
    file = fopen(path, "r");
    cr_assert_not_null(file, "%s", path);
    while (fgets(line, sizeof(line), file))
        read_line(raw, line);
    fclose(file);
    cr_assert_eq(raw->count, 252);
}

const struct raw_row *raw_find(const struct raw *raw, const char *code)
{
    for (size_t i = 0; i < raw->count; i++)
        if (strcmp(raw->row[i].code, code) == 0)
            return &raw->row[i];
    cr_assert(false, "no row %s", code);
    return NULL;
}

bool raw_is_in(const struct raw_row *row, const char *group)
{
    const char *groups = strstr(row->member, "groups: [");
    const char *found = groups ? strstr(groups, group) : NULL;

    return found && found < strchr(groups, ']') &&
           strchr(",]", found[strlen(group)]) != NULL;
}
