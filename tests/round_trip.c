#include "tests/round_trip.h"

#include "core/export/convert.h"
#include "core/load/load.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool is_same_text(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "") == 0;
}

static bool is_same_label(const struct label *a, const struct label *b)
{
    return is_same_text(label_pick(a, "en"), label_pick(b, "en")) &&
           is_same_text(label_pick(a, "zh"), label_pick(b, "zh"));
}

static void expect_same_member(const struct dimension *a, const struct dimension *b,
                               uint32_t number)
{
    const struct member *one = &a->members[number];
    uint32_t found = dict_find(&b->codes, one->code, strlen(one->code));
    const struct member *other;

    cr_assert_neq(found, DICT_NONE, "%s: %s is lost", a->id, one->code);
    other = &b->members[found];
    cr_expect(is_same_label(&one->name, &other->name), "%s: name of %s", a->id,
              one->code);
    cr_expect_eq(one->is_group, other->is_group, "%s: %s", a->id, one->code);
    cr_expect_eq(one->is_residual, other->is_residual, "%s: %s", a->id, one->code);
    cr_expect_eq(one->level, other->level, "%s: level of %s", a->id, one->code);
    cr_expect(is_same_text(
                  one->parent == MEMBER_NONE ? "" : a->members[one->parent].code,
                  other->parent == MEMBER_NONE ? "" : b->members[other->parent].code),
              "%s: parent of %s", a->id, one->code);
    cr_assert_eq(one->group_count, other->group_count, "%s: %s", a->id, one->code);
    for (size_t i = 0; i < one->group_count; i++)
        cr_expect_str_eq(a->members[one->groups[i]].code,
                         b->members[other->groups[i]].code);
}

static void expect_same_dimension(const struct dimension *a, const struct dimension *b)
{
    cr_expect_str_eq(a->id, b->id);
    cr_expect(is_same_label(&a->title, &b->title));
    cr_assert_eq(a->level_count, b->level_count, "%s: %zu and %zu levels", a->id,
                 a->level_count, b->level_count);
    for (size_t i = 0; i < a->level_count; i++)
        cr_expect(is_same_text(a->level[i], b->level[i]));
    cr_assert_eq(a->member_count, b->member_count);
    for (uint32_t i = 0; i < a->member_count; i++)
        expect_same_member(a, b, i);
}

static void expect_same_measure(const struct measure *a, const struct measure *b)
{
    cr_expect_str_eq(a->id, b->id);
    cr_expect(is_same_label(&a->title, &b->title));
    cr_expect_eq(a->unit.kind, b->unit.kind);
    cr_expect_eq(a->unit.scale, b->unit.scale);
    cr_expect(is_same_text(a->unit.code, b->unit.code));
    cr_expect_eq(a->valuation, b->valuation);
    cr_expect_eq(a->growth_of, b->growth_of);
}

static void expect_same_attribute(const struct dataset *a, const struct dataset *b,
                                  enum attribute attribute, size_t measure, size_t row)
{
    cr_expect_str_eq(
        dataset_attribute_text(a, attribute,
                               dataset_attribute(a, attribute, measure, row)),
        dataset_attribute_text(b, attribute,
                               dataset_attribute(b, attribute, measure, row)),
        "%s of %s, row %zu", attribute_word(attribute), a->measure[measure].id, row);
}

static void expect_same_rows(const struct dataset *a, const struct dataset *b)
{
    cr_assert_eq(a->observation_count, b->observation_count);
    for (size_t i = 0; i < a->observation_count; i++) {
        cr_expect_eq(period_compare(a->periods[codes_get(&a->period, i)],
                                    b->periods[codes_get(&b->period, i)]),
                     0);
        for (size_t d = 0; d < a->dimension_count; d++)
            cr_expect_str_eq(
                a->dimension[d].members[codes_get(&a->dimension[d].column, i)].code,
                b->dimension[d].members[codes_get(&b->dimension[d].column, i)].code);
        for (size_t m = 0; m < a->measure_count; m++) {
            struct value one = dataset_value(a, m, i);
            struct value other = dataset_value(b, m, i);
            cr_expect_eq(one.absence, other.absence, "%s, row %zu", a->measure[m].id,
                         i);
            if (value_is_number(one) && value_is_number(other))
                cr_expect_eq(one.number, other.number, "%s, row %zu: %.17g and %.17g",
                             a->measure[m].id, i, one.number, other.number);
        }
        for (size_t m = 0; m < a->measure_count * ATTRIBUTE_COUNT; m++)
            expect_same_attribute(a, b, (enum attribute)(m % ATTRIBUTE_COUNT),
                                  m / ATTRIBUTE_COUNT, i);
    }
}

static void expect_same(const struct dataset *a, const struct dataset *b)
{
    cr_expect(is_same_label(&a->title, &b->title));
    cr_expect(is_same_label(&a->publisher, &b->publisher));
    cr_expect(is_same_label(&a->reporter, &b->reporter));
    cr_expect_eq(a->is_ytd, b->is_ytd);
    cr_expect_eq(a->note_count, b->note_count);
    cr_assert_eq(a->dimension_count, b->dimension_count);
    for (size_t i = 0; i < a->dimension_count; i++)
        expect_same_dimension(&a->dimension[i], &b->dimension[i]);
    cr_assert_eq(a->measure_count, b->measure_count);
    for (size_t i = 0; i < a->measure_count; i++)
        expect_same_measure(&a->measure[i], &b->measure[i]);
    expect_same_rows(a, b);
    cr_expect_eq(a->rate_count, b->rate_count);
    cr_assert_eq(a->event_count, b->event_count);
    for (size_t i = 0; i < a->event_count; i++) {
        cr_expect_eq(a->events[i].is_break, b->events[i].is_break);
        cr_expect(is_same_text(a->events[i].below, b->events[i].below));
    }
    cr_assert_eq(a->superseded_count, b->superseded_count);
    for (size_t i = 0; i < a->superseded_count; i++) {
        const struct superseded *one = &a->superseded[i];
        const struct superseded *other = &b->superseded[i];
        cr_expect_eq(one->observation, other->observation);
        cr_expect_eq(one->measure, other->measure);
        cr_expect_eq(one->absence, other->absence);
        cr_expect(one->absence != ABSENCE_NONE || one->stated == other->stated);
        cr_expect_eq(one->line, other->line);
        cr_expect_str_eq(a->files[one->file], b->files[other->file]);
        cr_expect(is_same_text(dataset_release(a, one->file),
                               dataset_release(b, other->file)));
    }
    cr_assert_eq(a->fact_count, b->fact_count);
    for (size_t i = 0; i < a->fact_count; i++)
        cr_expect_eq(a->facts[i].value, b->facts[i].value);
}

static void expect_one(const struct dataset *dataset, const char *name,
                       size_t inline_max)
{
    char folder[] = "/tmp/entrepot-round-XXXXXX";
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset again = {0};
    const char *path;
    const char *csv;

    cr_assert_not_null(mkdtemp(folder));
    path = arena_printf(&arena, "%s/t.yaml", folder);
    csv = arena_printf(&arena, "%s/t.csv", folder);
    cr_assert(convert_dataset(dataset, path, inline_max, &diags), "%s: %s", name,
              diags.first ? diags.first->message : "");
    cr_assert_eq(load_file(path, &load_limits_default, &again, &diags), LOAD_OK,
                 "%s: %s:%zu: %s", name, diags.first ? diags.first->at.file : "",
                 diags.first ? diags.first->at.line : 0,
                 diags.first ? diags.first->message : "");
    expect_same(dataset, &again);
    dataset_close(&again);
    unlink(path);
    unlink(csv);
    rmdir(folder);
    arena_clear(&arena);
}

void expect_round_trip(const struct dataset *dataset, const char *name)
{
    expect_one(dataset, name, SIZE_MAX);
    if (dataset->observation_count)
        expect_one(dataset, name, 0);
}

void load_and_back(struct loaded *loaded, const char *text)
{
    loaded_bytes(loaded, "t", text, strlen(text), &load_limits_default);
    cr_assert_eq(loaded->result, LOAD_OK, "%s", loaded_message(loaded));
    expect_round_trip(&loaded->dataset, text);
}
