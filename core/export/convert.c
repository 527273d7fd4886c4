#include "core/export/convert.h"

#include "core/base/number.h"
#include "core/base/save.h"
#include "core/base/text.h"
#include "core/export/convert_text.h"
#include "core/load/paths.h"
#include "core/load/roles.h"

#include <string.h>

static void write_about(FILE *out, const struct dataset *dataset)
{
    fputs("entrepot: 1\n", out);
    convert_label_line(out, "title", &dataset->title);
    convert_label_line(out, "publisher", &dataset->publisher);
    if (dataset->reporter_code && *dataset->reporter_code) {
        fputs("reporter: {code: ", out);
        convert_quoted(out, dataset->reporter_code);
        fputs(", name: ", out);
        convert_label(out, &dataset->reporter);
        fputs("}\n", out);
    }
    convert_label_line(out, "source", &dataset->source);
    if (dataset->retrieved && *dataset->retrieved) {
        fputs("retrieved: ", out);
        convert_quoted(out, dataset->retrieved);
        fputc('\n', out);
    }
    for (size_t i = 0; i < dataset->note_count; i++) {
        fputs(i ? "  - " : "notes:\n  - ", out);
        convert_label(out, &dataset->notes[i]);
        fputc('\n', out);
    }
    if (dataset->is_ytd)
        fputs("kind: ytd\n", out);
    if (dataset->unit.kind != UNIT_NONE) {
        fputs("unit: ", out);
        convert_unit(out, dataset->unit);
        fputc('\n', out);
    }
}

static void write_levels(FILE *out, const struct dimension *dimension)
{
    if (dimension->level_count < 1 || !dimension->level[0])
        return;
    fputs("    levels:\n", out);
    for (size_t i = 0; i < dimension->level_count; i++) {
        fputs("      - {id: ", out);
        convert_quoted(out, dimension->level[i]);
        if (!label_is_empty(&dimension->level_title[i])) {
            fputs(", title: ", out);
            convert_label(out, &dimension->level_title[i]);
        }
        fputs("}\n", out);
    }
}

static void write_groups_of(FILE *out, const struct dimension *dimension,
                            const struct member *member)
{
    for (size_t i = 0; i < member->group_count; i++) {
        fputs(i ? ", " : ", groups: [", out);
        convert_quoted(out, dimension->members[member->groups[i]].code);
    }
    if (member->group_count)
        fputc(']', out);
}

/* The level is always said: then nothing is made of the member's name once more. */
static void write_place(FILE *out, const struct dimension *dimension,
                        const struct member *member)
{
    if (member->is_group)
        return;
    if (dimension->level[member->level]) {
        fputs(", level: ", out);
        convert_quoted(out, dimension->level[member->level]);
    }
    if (member->parent != MEMBER_NONE) {
        fputs(", parent: ", out);
        convert_quoted(out, dimension->members[member->parent].code);
    }
    if (member->is_residual)
        fputs(", residual: true", out);
    write_groups_of(out, dimension, member);
}

static void write_member(FILE *out, const struct dimension *dimension,
                         const struct member *member)
{
    fputs("      - {code: ", out);
    convert_quoted(out, member->code);
    if (!label_is_empty(&member->name)) {
        fputs(", name: ", out);
        convert_label(out, &member->name);
    }
    write_place(out, dimension, member);
    fputs("}\n", out);
}

static void write_members(FILE *out, const struct dimension *dimension, bool groups)
{
    bool has_some = false;

    for (uint32_t i = 0; i < dimension->member_count; i++) {
        if (dimension->members[i].is_group != groups)
            continue;
        if (!has_some)
            fputs(groups ? "    groups:\n" : "    members:\n", out);
        has_some = true;
        write_member(out, dimension, &dimension->members[i]);
    }
}

static void write_dimensions(FILE *out, const struct dataset *dataset)
{
    if (dataset->dimension_count)
        fputs("dimensions:\n", out);
    for (size_t i = 0; i < dataset->dimension_count; i++) {
        const struct dimension *dimension = &dataset->dimension[i];
        fputs("  ", out);
        convert_word(out, dimension->id);
        fputs(":\n", out);
        if (!label_is_empty(&dimension->title)) {
            fputs("    title: ", out);
            convert_label(out, &dimension->title);
            fputc('\n', out);
        }
        if (dimension->is_apart)
            fputs("    adds: false\n", out);
        write_levels(out, dimension);
        write_members(out, dimension, false);
        write_members(out, dimension, true);
    }
}

static void write_measures(FILE *out, const struct dataset *dataset)
{
    if (dataset->measure_count)
        fputs("measures:\n", out);
    for (size_t i = 0; i < dataset->measure_count; i++) {
        const struct measure *measure = &dataset->measure[i];
        fputs("  ", out);
        convert_word(out, measure->id);
        fputs(": {unit: ", out);
        convert_unit(out, measure->unit);
        if (!label_is_empty(&measure->title)) {
            fputs(", title: ", out);
            convert_label(out, &measure->title);
        }
        if (measure->valuation != VALUATION_NONE)
            fprintf(out, ", valuation: %s", valuation_word(measure->valuation));
        if (measure->growth_of != MEASURE_NONE) {
            fputs(", growth: ", out);
            convert_quoted(out, dataset->measure[measure->growth_of].id);
        }
        fputs("}\n", out);
    }
}

static void write_figure(FILE *out, const struct measure *measure, size_t observation)
{
    char text[CONVERT_SHOWN_MAX];
    const char *figure = convert_figure(measure, observation, text);

    /* A measure of which the file says nothing is not named. */
    if (!figure)
        return;
    fputs(", ", out);
    convert_word(out, measure->id);
    fprintf(out, *figure == '<' || *figure == '?' ? ": \"%s\"" : ": %s", figure);
}

static void write_extra(FILE *out, const struct dataset *dataset,
                        const struct convert_extra *extra, size_t observation)
{
    uint32_t number = codes_get_sparse(extra->column, observation);
    struct arena scratch = {0};

    if (!number)
        return;
    fputs(", ", out);
    if (extra->of)
        convert_quoted(out, convert_extra_name(extra, &scratch));
    else
        fputs(attribute_word(extra->attribute), out);
    fputs(": ", out);
    convert_quoted(out, dataset_attribute_text(dataset, extra->attribute, number));
    arena_clear(&scratch);
}

static void write_row(FILE *out, const struct dataset *dataset,
                      const struct convert_extra *extras, size_t extra_count,
                      size_t observation)
{
    uint32_t number = codes_get(&dataset->period, observation);
    char period[PERIOD_SHOWN_MAX];

    fprintf(out, "  - {period: %s", period_show(period, dataset->periods[number]));
    for (size_t d = 0; d < dataset->dimension_count; d++) {
        const struct dimension *dimension = &dataset->dimension[d];
        number = codes_get(&dimension->column, observation);
        fputs(", ", out);
        convert_word(out, dimension->id);
        fputs(": ", out);
        convert_quoted(out, dimension->members[number].code);
    }
    for (size_t m = 0; m < dataset->measure_count; m++)
        write_figure(out, &dataset->measure[m], observation);
    for (size_t i = 0; i < extra_count; i++)
        write_extra(out, dataset, &extras[i], observation);
    fputs("}\n", out);
}

static void write_rows(FILE *out, const struct dataset *dataset, const char *csv)
{
    struct convert_extra extras[CONVERT_EXTRA_MAX];
    size_t extra_count = convert_extras(dataset, extras);

    if (csv) {
        fputs("data: ", out);
        convert_quoted(out, csv);
        fputc('\n', out);
        return;
    }
    if (dataset->observation_count)
        fputs("observations:\n", out);
    for (size_t i = 0; i < dataset->observation_count; i++)
        write_row(out, dataset, extras, extra_count, i);
}

static bool is_written(FILE *out)
{
    return fflush(out) == 0 && !ferror(out);
}

/* "trade.yaml" has its rows in "trade.csv". */
static const char *csv_of(const char *path, struct arena *arena)
{
    const char *dot = strrchr(text_file_name(path), '.');
    bool is_taken = dot && strcmp(dot, ".csv") == 0;
    int length = (int)(dot && !is_taken ? (size_t)(dot - path) : strlen(path));

    return arena_printf(arena, "%.*s.csv", length, path);
}

static bool write_csv(const struct dataset *dataset, const char *path,
                      struct diag_list *diags)
{
    struct save save;

    if (!save_open(&save, path, SAVE_NEW, diags))
        return false;
    convert_csv(save.out, dataset);
    return save_commit(&save, is_written(save.out), diags);
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* Codes that begin or end with a blank, or a no-break space. */
static bool has_blank_codes(const struct dataset *dataset)
{
    for (size_t d = 0; d < dataset->dimension_count; d++)
        for (uint32_t i = 0; i < dataset->dimension[d].member_count; i++) {
            const char *code = dataset->dimension[d].members[i].code;
            size_t length = strlen(code);
            if (length && (is_blank(code[0]) || is_blank(code[length - 1])))
                return true;
            if (length > 1 && strcmp(code + length - 2, "\xc2\xa0") == 0)
                return true;
        }
    return false;
}

bool convert_dataset(const struct dataset *dataset, const char *path, size_t inline_max,
                     struct diag_list *diags)
{
    /* Blanks around a field of a table are none of it. */
    bool is_large =
        dataset->observation_count > inline_max && !has_blank_codes(dataset);
    const char *csv = is_large ? csv_of(path, diags->arena) : NULL;
    struct save save;

    /* First what may fail, so that no table is left without its YAML. */
    if (!save_open(&save, path, SAVE_NEW, diags))
        return false;
    if (csv && !write_csv(dataset, csv, diags)) {
        save_commit(&save, false, diags);
        return false;
    }
    write_about(save.out, dataset);
    convert_rates(save.out, dataset);
    write_dimensions(save.out, dataset);
    write_measures(save.out, dataset);
    write_rows(save.out, dataset, csv ? text_file_name(csv) : NULL);
    convert_events(save.out, dataset);
    convert_facts(save.out, dataset);
    convert_revised(save.out, dataset);
    return save_commit(&save, is_written(save.out), diags);
}

static void write_map(FILE *out, const struct load_answers *answers)
{
    for (size_t i = 0; i < answers->map_count; i++) {
        const struct load_map *map = &answers->map[i];
        struct arena arena = {0};
        fprintf(out, "%s%s: ", i ? ", " : "map: {", map->role->word);
        convert_quoted(out, arena_copy(&arena, map->column, map->length));
        arena_clear(&arena);
    }
    if (answers->map_count)
        fputs("}\n", out);
}

static void write_answers(FILE *out, const struct load_answers *answers)
{
    if (answers->unit.kind != UNIT_NONE) {
        fputs("unit: ", out);
        convert_unit(out, answers->unit);
        fputc('\n', out);
    }
    if (answers->decimal)
        fprintf(out, "decimal: %s\n", decimal_word(answers->decimal));
    if (answers->dates)
        fprintf(out, "dates: %s\n", dates_word(answers->dates));
    if (answers->repeats)
        fprintf(out, "repeats: %s\n", repeats_word(answers->repeats));
    if (answers->has_periods)
        fprintf(out, "periods: %s\n", frequency_noun(answers->periods));
    if (answers->encoding) {
        fputs("encoding: ", out);
        convert_quoted(out, answers->encoding);
        fputc('\n', out);
    }
    write_map(out, answers);
}

bool convert_answers(const struct dataset *dataset, const struct load_answers *answers,
                     const char *given, const char *path, struct diag_list *diags)
{
    struct paths paths = paths_of(given, diags->arena);
    const char *folder = path_folder(path, diags->arena);
    struct save save;

    for (size_t i = 0; i < paths.count; i++) {
        if (path_is_folder(paths.path[i]))
            return diag_error(diags, (struct source_pos){.file = path},
                              "cannot write: it names files, and '%s' is a folder; "
                              "open the files in it by their names",
                              paths.path[i]);
        if (strcmp(folder, path_folder(paths.path[i], diags->arena)) != 0 ||
            strcmp(paths.path[i], "-") == 0)
            return diag_error(diags, (struct source_pos){.file = path},
                              "cannot write: it names files in its own folder only, "
                              "where '%s' is not",
                              paths.path[i]);
    }
    if (!save_open(&save, path, SAVE_NEW, diags))
        return false;
    fputs("entrepot: 1\n", save.out);
    convert_label_line(save.out, "title", &dataset->title);
    write_answers(save.out, answers);
    for (size_t i = 0; i < paths.count; i++) {
        fputs(i ? ", " : "data: [", save.out);
        convert_quoted(save.out, text_file_name(paths.path[i]));
    }
    fputs("]\n", save.out);
    return save_commit(&save, is_written(save.out), diags);
}
